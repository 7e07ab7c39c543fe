"""Whose words a text reports, and whom its pronouns mean."""

from dataclasses import replace

import pytest

from dragoman.reading.frames.voices import Voices
from dragoman.values import CountryCode


@pytest.fixture
def speaker(page):
    def find(text, words):
        start = text.index(words)
        person = Voices(page(text)).at(start, start + len(words))
        return person and person.name

    return find


@pytest.mark.parametrize(
    "text, words, name",
    [
        pytest.param(
            'Ambassador Ana Silva of Portugal said: "The bridge will open in May."',
            "The bridge will open",
            "Ana Silva",
            id="a quote after its speaker",
        ),
        pytest.param(
            "“The bridge will open in May,” said Ambassador Ana Silva of Portugal.",
            "The bridge will open",
            "Ana Silva",
            id="a quote before its speaker",
        ),
        pytest.param(
            "President Luis Rojas of Peru landed. “We want a treaty,” he said. “We waited for long.”",
            "We waited for long",
            "Luis Rojas",
            id="a quote that goes on",
        ),
        pytest.param(
            "Portuguese Ambassador Ana Silva told the press that a ship had left.",
            "a ship had left",
            "Ana Silva",
            id="reported speech",
        ),
        pytest.param(
            "According to Ambassador Ana Silva of Portugal, trade has doubled.",
            "trade has doubled",
            "Ana Silva",
            id="according to",
        ),
        pytest.param(
            "Ana Silva is the ambassador of Portugal. She said that a ship had left.",
            "a ship had left",
            "Ana Silva",
            id="a pronoun that speaks",
        ),
        pytest.param(
            "Peruvian minister Luis Rojas thanked Norway. The minister said that the loan was paid.",
            "the loan was paid",
            "Luis Rojas",
            id="a post that speaks",
        ),
        pytest.param(
            "Ambassador Ana Silva said that a ship had left. The ship reached Maputo.",
            "The ship reached Maputo",
            None,
            id="the next sentence is the text's own",
        ),
        pytest.param(
            "The port “Ana Silva” was opened. A ship had left.", "A ship had left", None, id="a name in quotes"
        ),
        pytest.param("Norway said it would pay.", "it would pay", None, id="a state is no person"),
    ],
)
def test_the_words_belong_to_who_says_them(speaker, text, words, name):
    assert speaker(text, words) == name


@pytest.mark.parametrize(
    "asked, answered", [("Q: ", "A: "), ("— ", "— "), ("PRESS: ", "ANA SILVA: ")], ids=["letters", "dashes", "names"]
)
def test_the_answers_of_an_interview_are_those_of_the_guest(speaker, asked, answered):
    text = "\n\n".join(
        (
            "Interview with the Portuguese ambassador",
            "Ana Silva, Ambassador of Portugal, speaks of trade with Angola.",
            f"{asked}What is planned this year?",
            f"{answered}A fair will open in Luanda.",
            f"{asked}Who will come?",
            f"{answered}Forty companies have asked for a stand.",
        )
    )
    assert speaker(text, "A fair will open in Luanda") == "Ana Silva"
    assert speaker(text, "Forty companies") == "Ana Silva"
    assert speaker(text, "What is planned") is None
    assert speaker(text, "speaks of trade") is None


def stands_for(page, word):
    return [(a.name, a.code, a.kind) for a in Voices(page).pronouns() if page.text[a.start : a.end] == word]


@pytest.mark.parametrize(
    "text, word, person",
    [
        ("Peru’s President Luis Rojas landed. He met the king.", "He", ("Luis Rojas", "PER", "person")),
        ("Peru’s President Luis Rojas landed. His visit ends today.", "His", ("Luis Rojas", "PER", "person")),
        (
            "Luis Rojas met Ambassador Ana Silva of Portugal. She left on Friday.",
            "She",
            ("Ana Silva", "PRT", "person"),
        ),
        ("“I like it,” said Ambassador Ana Silva of Portugal.", "I", ("Ana Silva", "PRT", "person")),
        ("“We like it,” said Ambassador Ana Silva of Portugal.", "We", ("Portugal", "PRT", "state")),
    ],
)
def test_a_pronoun_is_the_person_or_the_state_that_it_means(page, text, word, person):
    assert stands_for(page(text), word) == [person]


def test_a_pronoun_before_anybody_is_named_means_nobody(page):
    assert stands_for(page("He met the king. Peru’s President Luis Rojas landed."), "He") == []


@pytest.mark.parametrize(
    "text, word, expected",
    [
        ("We will help Tonga.", "We", ("New Zealand", "NZL", "state")),
        ("I will help Tonga.", "I", ("Government of New Zealand", "NZL", "person")),
        ("Office of the Prime Minister\n\nI will help Tonga.", "I", ("Prime Minister of New Zealand", "NZL", "person")),
    ],
)
def test_in_a_release_the_government_speaks_itself(page, text, word, expected):
    assert stands_for(replace(page(text), home=CountryCode("NZL")), word) == [expected]


def test_outside_a_release_nobody_is_meant_by_we(page):
    assert stands_for(replace(page("We will help Tonga."), home=None), "We") == []


def test_the_last_person_is_the_one_named_before(page):
    text = "President Luis Rojas of Peru met Ambassador Ana Silva of Portugal."
    voices = Voices(page(text))
    assert voices.last_person(text.index("Luis")) is None
    assert voices.last_person(text.index("met")).name == "Luis Rojas"
    assert voices.last_person(len(text)).name == "Ana Silva"


def test_it_is_the_state_or_body_that_the_sentence_before_is_about(page):
    made = page("Norway has long worked in Chad. Last year it gave five million euros for wells.")
    assert [(a.name, a.code) for a in made.actors if made.text[a.start : a.end] == "it"] == [("Norway", "NOR")]


def test_it_may_stand_for_nobody(page):
    made = page("The road in Chad is long. It seems that Norway will help.")
    assert not [a for a in made.actors if made.text[a.start : a.end] == "It"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Norway urged Peru to wait. Fiji said it had stopped its aid.", "Fiji"),
        ("Norway urged Peru to wait, a day after it stopped its aid.", "Norway"),
        ("Norway urged Peru to wait. It stopped its aid.", "Norway"),
    ],
)
def test_it_is_who_says_so_or_acts_besides(page, text, name):
    made = page(text)
    place = text.lower().index(" it ") + 1
    assert [actor.name for actor in Voices(made).pronouns() if actor.start == place] == [name]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("The minister met the Sultan of Oman and Luis Rojas. His Majesty thanked him.", ("OMN",)),
        ("The minister met Queen Ana of Tonga and Luis Rojas. Her Majesty thanked him.", ("TON",)),
        ("President Luis Rojas of Peru landed. His Majesty the Sultan of Oman met him.", ()),
        ("President Luis Rojas of Peru landed. His Majesty is well.", ()),
    ],
    ids=["a sultan", "a queen", "the name follows", "nobody has the title"],
)
def test_a_title_stands_for_whoever_holds_such_a_post(page, text, person):
    made = page(text)
    titled = [a.code for a in Voices(made).pronouns() if made.text[a.start : a.end].endswith("Majesty")]
    assert tuple(titled) == person
    assert not [a for a in Voices(made).pronouns() if made.text[a.start : a.end] in ("His", "Her")]


def test_the_queen_of_no_state_is_the_british_one(page):
    made = page("The minister of Peru met Her Majesty the Queen. He met Her Majesty the Queen of Tonga.")
    queens = [(a.name, a.code) for a in made.actors if made.text[a.start : a.end] == "Her Majesty"]
    assert queens == [("Her Majesty the Queen", "GBR")]
