"""Sentences that keep to the blocks of a page, at the offsets of the text as it was given."""

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dragoman.reading.language import block_starts, parse, whole_words

TYPESCRIPT = """The Prime Minister told the House today that the talks in Western

Samoa had gone well, that the two sides had come closer to each other

and that he would travel to Apia before the end of the year.

The Samoan delegation asked for a further loan to repair the roads that

were damaged by the storm, and the Government had agreed to consider it

as soon as a team of engineers had seen them. The cost was not known.
"""


def blocks(text):
    bounds = [*block_starts(text), len(text)]
    return [" ".join(text[start:end].split()) for start, end in pairwise(bounds)]


def sentences(text):
    return [" ".join(sent.text.split()) for sent in parse(text).sents]


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("One line only", ["One line only"], id="a line"),
        pytest.param("\n\n  Indented", ["Indented"], id="white space before the text"),
        pytest.param("", [], id="no text"),
        pytest.param(" \n\t\n", [], id="white space"),
        pytest.param(
            "Talks in Quito\n\nPeru and Ecuador met.",
            ["Talks in Quito", "Peru and Ecuador met."],
            id="a heading above a blank line",
        ),
        pytest.param(
            "Peru and Ecuador settle their dispute over a river\n\nQUITO: The ministers met.",
            ["Peru and Ecuador settle their dispute over a river", "QUITO: The ministers met."],
            id="a long first line above a blank line",
        ),
        pytest.param(
            "Relations established: 9 June 1944\nAmbassador in Quito: Ana Silva\nMarch 2012 – Talks in Lima",
            ["Relations established: 9 June 1944", "Ambassador in Quito: Ana Silva", "March 2012 – Talks in Lima"],
            id="lines that begin with what they tell of",
        ),
        pytest.param(
            "TALKS IN QUITO\nPeru and Ecuador met on Monday.",
            ["TALKS IN QUITO", "Peru and Ecuador met on Monday."],
            id="a heading in capitals",
        ),
        pytest.param(
            "Talks in Quito\nPeru and Ecuador met on Monday.",
            ["Talks in Quito", "Peru and Ecuador met on Monday."],
            id="a short heading",
        ),
        pytest.param(
            "Press office\n\nPeru and Ecuador widen their joint work on fishing and ports\n\nMinister Ana Silva came.",
            [
                "Press office",
                "Peru and Ecuador widen their joint work on fishing and ports",
                "Minister Ana Silva came.",
            ],
            id="a headline in small letters",
        ),
        pytest.param(
            "Ana Silva came.\n\nThe minister thanked the people and the Government of the\n\nRepublic of Peru.",
            ["Ana Silva came.", "The minister thanked the people and the Government of the Republic of Peru."],
            id="a line that cannot end where it does is no headline",
        ),
        pytest.param(
            "The ministers of both states met on Monday in\nthe capital of Ecuador.",
            ["The ministers of both states met on Monday in the capital of Ecuador."],
            id="a line broken by hand",
        ),
        pytest.param(
            "The minister thanked the Government of the Republic of\nEcuador for its help.",
            ["The minister thanked the Government of the Republic of Ecuador for its help."],
            id="a line broken before a name",
        ),
        pytest.param(
            "The visitors saw a port, two farms and, in\n\nthe evening, a concert.",
            ["The visitors saw a port, two farms and, in the evening, a concert."],
            id="a paragraph cut by a blank line",
        ),
        pytest.param(
            "The visitors saw a port, two farms and, in\r\n\r\nthe evening, a concert.",
            ["The visitors saw a port, two farms and, in the evening, a concert."],
            id="lines ended in the manner of Windows",
        ),
        pytest.param(
            "Peru and Ecuador met.\nThey agreed on a road.",
            ["Peru and Ecuador met.", "They agreed on a road."],
            id="a sentence a line",
        ),
        pytest.param(
            "They agreed on:\n- a road\n- a bridge\n- a port",
            ["They agreed on:", "- a road", "- a bridge", "- a port"],
            id="dashes before items",
        ),
        pytest.param(
            "They agreed on\n(a) a road;\n(b) a bridge",
            ["They agreed on", "(a) a road;", "(b) a bridge"],
            id="letters before items",
        ),
        pytest.param("1. a road\n2. a bridge", ["1. a road", "2. a bridge"], id="numbers before items"),
        pytest.param(
            "12 May 1971\nThe Prime Minister will visit Quito next week to open the fair.",
            ["12 May 1971", "The Prime Minister will visit Quito next week to open the fair."],
            id="a date line",
        ),
        pytest.param(
            "Third annual fair of the chambers of commerce of Quito and Lima\n------",
            ["Third annual fair of the chambers of commerce of Quito and Lima", "------"],
            id="a rule below a heading",
        ),
        pytest.param(
            "Senator Ana Silva, the minister of Peru for roads and harbours\nDr Tom Reed, Rector, University of Quito\n"
            "Eva Soto, Ambassador of Ecuador",
            [
                "Senator Ana Silva, the minister of Peru for roads and harbours",
                "Dr Tom Reed, Rector, University of Quito",
                "Eva Soto, Ambassador of Ecuador",
            ],
            id="a person a line",
        ),
    ],
)
def test_blocks_begin_at_headings_paragraphs_and_items(text, expected):
    assert blocks(text) == expected


def test_blank_lines_part_no_paragraphs_in_a_double_spaced_typescript():
    assert [block[:11] for block in blocks(TYPESCRIPT)] == ["The Prime M", "The Samoan "]


def test_a_heading_is_a_sentence_of_its_own():
    assert sentences("Loan for Lesotho\n\nThe bank signed it on Friday.") == [
        "Loan for Lesotho",
        "The bank signed it on Friday.",
    ]


def test_a_sentence_goes_on_over_a_broken_line():
    text = "The minister of trade and industry arrived in the capital\nof Lesotho on Friday."
    assert sentences(text) == [" ".join(text.split())]


@settings(max_examples=200)
@given(st.text(alphabet=st.sampled_from("aB1. \n\t-,:•(\r"), max_size=80))
@example("\n")
def test_blocks_begin_in_order_where_there_is_text(text):
    starts = list(block_starts(text))
    assert starts == sorted(set(starts))
    assert all(start < len(text) and not text[start].isspace() for start in starts)
    assert bool(starts) == bool(text.strip())


@settings(max_examples=15)
@given(st.text(max_size=60))
@example("Chad\r\nMali\tTogo\n\nFiji")
def test_tokens_stand_at_the_offsets_of_the_text(text):
    doc = parse(text)
    assert len(doc.text) == len(text)
    assert all(text[token.idx : token.idx + len(token)].split() == token.text.split() for token in doc)


def test_a_sum_is_never_parted_from_its_currency():
    assert sentences("Refugees\n- DKK 90 million for Kakuma and Dadaab") == [
        "Refugees",
        "- DKK 90 million for Kakuma and Dadaab",
    ]


def test_a_run_of_signs_is_blank_and_moves_nothing():
    text = "Peru met Chile. " + "(" * 9000 + " Chile met Peru."
    doc = parse(text)
    assert len(doc.text) == len(text)
    assert [token.idx for token in doc if token.text == "Peru"] == [0, text.rindex("Peru")]
    assert len(doc) < 20


def test_what_no_blank_parts_for_a_thousand_characters_is_no_prose():
    text = "Peru met Chile. " + "U.S." * 900 + " Chile met Peru."
    assert len(parse(text)) < 20
    assert parse("See http://ports.example/" + "a" * 300 + " and go.")[1].text.startswith("http")


def test_a_list_in_one_line_is_parted_behind_its_commas():
    states = ["Peru", "Chile", "Ghana", "Togo"] * 200
    doc = parse("They met " + ", ".join(states) + ".")
    parts = [sent.text.strip() for sent in doc.sents]
    assert max(len(sent) for sent in doc.sents) <= 300
    assert all(part.endswith(",") for part in parts[:-1])
    assert sum(part.count("Togo") for part in parts) == 200


def test_no_words_are_whole():
    assert whole_words([]) == []


def test_a_dash_between_two_words_joins_them():
    text = "They noted the fifth session of the Chile–Norway Joint Commission – a success – in 2010–2015."
    doc = parse(text)
    head = next(token for token in doc if token.text == "Commission")
    assert (head.dep_, head.head.text) == ("pobj", "of")
    assert len(doc.text) == len(text) and "2010–2015" in doc.text and " – a" in doc.text
