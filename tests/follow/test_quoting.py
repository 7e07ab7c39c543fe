"""The sentences that evidence stands in."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.follow.quoting import all_sentences, around, quotation, sentences_of
from dragoman.models import Evidence

TEXT = """Talks in Oslo

Mr. J. Dahl met the envoy of the U.S. Government. They signed a treaty!
It is the third. 12 came.

The end"""


def spans(text: str) -> st.SearchStrategy[tuple[int, int]]:
    ends = st.integers(0, len(text))
    return st.tuples(ends, ends).map(lambda pair: (min(pair), max(pair))).filter(lambda pair: pair[0] < pair[1])


@pytest.mark.parametrize(
    "words, sentence",
    [
        pytest.param("envoy", "Mr. J. Dahl met the envoy of the U.S. Government.", id="titles and initials end none"),
        pytest.param("signed", "They signed a treaty!", id="a line break ends none"),
        pytest.param("third", "It is the third.", id="a number may begin one"),
        pytest.param("Oslo", "Talks in Oslo", id="a blank line ends one without a mark"),
        pytest.param("treaty!\nIt is", "They signed a treaty!\nIt is the third.", id="two that it reaches over"),
    ],
)
def test_the_sentence_around_words(words, sentence):
    start = TEXT.index(words)
    first, last = around(TEXT, start, start + len(words))
    assert TEXT[first:last] == sentence


def test_evidence_in_one_sentence_is_marked_together_and_in_place():
    marked = [TEXT.index(word) for word in ("treaty", "envoy", "Dahl")]
    evidence = [Evidence(start=at, end=at + 4) for at in marked]
    first, second = sentences_of(TEXT, evidence)
    assert [first.words[start:end] for start, end in first.marks] == ["Dahl", "envo"]
    assert [second.words[start:end] for start, end in second.marks] == ["trea"]
    assert TEXT[first.start :].startswith(first.words[:20])


@given(st.text("aA.!? \n1“”-", min_size=1, max_size=60).flatmap(lambda text: st.tuples(st.just(text), spans(text))))
def test_a_quotation_holds_its_evidence_and_stands_in_the_text(given_text):
    text, (start, end) = given_text
    first, last = around(text, start, end)
    assert 0 <= first <= start < end <= last <= len(text)
    (sentence,) = sentences_of(text, [Evidence(start=start, end=end)])
    assert len(sentence.words) == last - first, "each character is one, so that marks stay where they are"
    assert not set("\n\t") & set(sentence.words)


@given(st.text("aA.!? \n1“”-", max_size=80))
def test_all_sentences_hold_all_words_once_and_in_order(text):
    found = list(all_sentences(text))
    assert found == sorted(found) and all(a[1] <= b[0] for a, b in pairwise(found))
    assert "".join("".join(text[a:b].split()) for a, b in found) == "".join(text.split())


def test_the_mark_of_a_heading_is_no_part_of_a_sentence():
    text = "# Peru opens a port\n\nIt is open. Lot #3 was sold.\n\n  ## Chile\n\n#"
    assert [text[start:end] for start, end in all_sentences(text)] == [
        "Peru opens a port",
        "It is open.",
        "Lot #3 was sold.",
        "Chile",
        "#",
    ]


TABLE = "The two signed in Lima.\n| Year | Exports | \n| 2021 | 400 | \nNorway will open a consulate in 2025."


def test_rows_of_a_table_stand_by_themselves():
    rows = ["The two signed in Lima.", "| Year | Exports |", "| 2021 | 400 |", "Norway will open a consulate in 2025."]
    assert [TABLE[start:end] for start, end in all_sentences(TABLE)] == rows


@pytest.mark.parametrize(
    "words, sentence",
    [
        ("signed", "The two signed in Lima."),
        ("400", "| 2021 | 400 |"),
        ("consulate", "Norway will open a consulate in 2025."),
    ],
)
def test_a_table_is_no_part_of_the_sentences_around_it(words, sentence):
    first, last = around(TABLE, TABLE.index(words), TABLE.index(words) + len(words))
    assert TABLE[first:last] == sentence


def test_the_rows_of_a_table_are_quoted_with_the_one_that_names_their_columns():
    text = TABLE.replace("| 2021", "| 2020 | 390 | \n| 2021")
    evidence = [Evidence(start=text.index(words), end=text.index(words) + 3) for words in ("390", "400", "will")]
    rows = "| Year | Exports | … | 2020 | 390 | … | 2021 | 400 |"
    assert quotation(text, evidence) == f"{rows} … Norway will open a consulate in 2025."
    first = Evidence(start=text.index("Year"), end=text.index("Exports"))
    assert quotation(text, [first]) == "| Year | Exports |"


TYPESCRIPT = """FOR MEDIA

The ministers of Samoa and Lesotho have agreed to

meet in the capital of Lesotho once a year. Their

first meeting is to be held in the new Council

Hall (the old one burned down) in the month of June.

The two will speak of bees and of honey, of which

Samoa has hardly any, and of schools.
"""


def test_a_sentence_of_a_typescript_goes_on_over_its_blank_lines():
    told = [" ".join(TYPESCRIPT[start:end].split()) for start, end in all_sentences(TYPESCRIPT)]
    assert told == [
        "FOR MEDIA",
        "The ministers of Samoa and Lesotho have agreed to meet in the capital of Lesotho once a year.",
        "Their first meeting is to be held in the new Council Hall (the old one burned down) in the month of June.",
        "The two will speak of bees and of honey, of which Samoa has hardly any, and of schools.",
    ]
    start = TYPESCRIPT.index("Council")
    assert quotation(TYPESCRIPT, [Evidence(start=start, end=start + 7)]) == told[2]
