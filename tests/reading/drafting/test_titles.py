"""Titles: a short label for what a frame tells, as a headline would have it."""

import pytest

from dragoman.reading.drafting.titles import label, title_of
from dragoman.reading.frames.frames import find_frames
from dragoman.reading.paging import build_page
from dragoman.values import CountryCode


@pytest.mark.parametrize(
    "text, word, title",
    [
        ("The Rwandan minister visited Samoa.", "visited", "Rwandan minister visited Samoa"),
        ("An agreement on bees was signed.", "agreement", "Agreement on bees"),
        ("Rwanda’s King arrived. He visited Samoa.", "visited", "Rwanda’s King visited Samoa"),
        ("Rwanda’s King arrived. His visit ends today.", "visit", "Rwanda’s King’s visit"),
        ("APIA, 3 May 2019 - Rwanda will help Samoa.", "help", "Rwanda to help Samoa"),
        ("APIA (PACNEWS), 3 May 2019 -- Rwanda helped Samoa.", "helped", "Rwanda helped Samoa"),
        ("The 2010 - 2014 plan of Samoa ended.", "plan", "2010 - 2014 plan of Samoa"),
        ("It will help Samoa with bees.", "help", "Help Samoa with bees"),
        (
            "On June 29, 2014 Rwandan Ambassador to Samoa Rosa Vega sent bees.",
            "sent",
            "Rwandan Ambassador to Samoa Rosa Vega sent bees",
        ),
        ("They signed an interest-free loan.", "loan", "Interest-free loan"),
        ("They agreed to help Samoa with bees.", "help", "Help Samoa with bees"),
        ("Rwanda thanked Samoa, whose king sent bees.", "sent", "Samoa’s king sent bees"),
        ("The treaty that Samoa waits for is signed.", "waits", "The treaty Samoa waits"),
        ("Rwanda will send bees and provide hives.", "provide", "Rwanda to provide hives"),
        (
            "They set up a committee on people-to-people and cultural ties.",
            "committee",
            "Committee on people-to-people and cultural ties",
        ),
    ],
)
def test_a_title_is_the_phrase_with_names_for_pronouns(page, frame, text, word, title):
    assert title_of(frame(text, word), page(text)) == title


@pytest.mark.parametrize(
    "text, word, title",
    [
        ("A treaty on bees was signed in Samoa.", "signed", "Treaty on bees signed in Samoa"),
        ("Samoa has already ratified the treaty.", "ratified", "Samoa ratified the treaty"),
        ("Samoa will build a port.", "build", "Samoa to build a port"),
        ("Samoa has not ratified the treaty.", "ratified", "Samoa has not ratified the treaty"),
        ("Samoa repaid a 3 million dollar loan in May 2019.", "repaid", "Samoa repaid a loan"),
        ("Samoa opened a port on 4 May 2019 with Mr Ardal.", "opened", "Samoa opened a port with Ardal"),
        ("Samoa gave 3 million dollars.", "gave", "Samoa gave 3 million dollars"),
    ],
)
def test_a_title_leaves_out_helping_verbs_dates_and_sums_before_a_noun(page, frame, text, word, title):
    assert title_of(frame(text, word), page(text)) == title


def test_a_label_of_signs_alone_is_the_signs(page):
    found = page("- -")
    assert label(list(found.doc), found) == "- -"


@pytest.mark.parametrize(
    "text, word, title",
    [
        ("President Ana Silva thanked her host in Samoa.", "thanked", "President Ana Silva thanked her host in Samoa"),
        ("The port, which cost much, was opened.", "opened", "Port opened"),
    ],
)
def test_a_title_names_nobody_twice_and_leaves_no_empty_aside(page, frame, text, word, title):
    assert title_of(frame(text, word), page(text)) == title


@pytest.mark.parametrize(
    "text, word, title",
    [
        ("We want to grow bees with Tonga.", "want", "Samoa wants to grow bees with Tonga"),
        ("We carry on the talks with Tonga.", "carry", "Samoa carries on the talks with Tonga"),
        ("Tonga met the king of my country.", "met", "Tonga met the king of Samoa"),
    ],
)
def test_the_state_that_speaks_is_one(text, word, title):
    read = build_page(text, home=CountryCode("WSM"))
    telling = next(frame for frame in find_frames(read) if frame.head.text == word)
    assert title_of(telling, read) == title


def test_no_title_begins_with_the_dateline(page, frame):
    text = "SUVA, 5 May 2023 (FNA) – Samoa signed a treaty on bees."
    assert title_of(frame(text, "signed"), page(text)) == "Samoa signed a treaty on bees"


@pytest.mark.parametrize(
    "text, word, title",
    [
        ("A committee of Samoa set up in 1992 met.", "set", "Committee of Samoa set up"),
        (
            "The talks, which were to have been held in Samoa, were put off.",
            "held",
            "The talks to have been held in Samoa",
        ),
    ],
)
def test_a_title_tells_of_what_a_clause_is_told(page, frame, text, word, title):
    assert title_of(frame(text, word), page(text)) == title


def test_of_a_title_no_word_is_another_person(page, frame):
    text = "Queen Ana of Tonga met Luis Rojas. He thanked Her Majesty for the bees."
    assert title_of(frame(text, "thanked"), page(text)) == "Luis Rojas thanked Her Majesty for the bees"


@pytest.mark.parametrize(
    ("text", "word", "title"),
    [
        ("This year's Atlantic Forum will be held in Agadir.", "Forum", "Atlantic Forum"),
        ("Today's signing of the fisheries treaty opens a chapter.", "signing", "Signing of the fisheries treaty"),
        ("Samoa's summit will be held in Apia.", "summit", "Samoa's summit"),
    ],
)  # fmt: skip
def test_no_title_begins_with_the_time_that_owns_it(page, frame, text, word, title):
    assert title_of(frame(text, word), page(text, "2019-05-03")) == title
