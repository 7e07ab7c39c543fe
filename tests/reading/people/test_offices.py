"""Whose a post is: the state that its words name, else the one that the text around it tells."""

import pytest

from dragoman.reading.people.actors import find_actors, read_offices
from dragoman.values import CountryCode


@pytest.fixture
def offices(page):
    """A function from a text to what each person named in it holds: of what, which state's, accredited where."""

    def read(text, home=None):
        found = read_offices(page(text).doc, CountryCode(home) if home else None, 2013)
        return {mention.name: next((o.of, o.code, o.to) for o in told) for mention, told in found if told}

    return read


@pytest.mark.parametrize(
    ("text", "person", "expected"),
    [
        pytest.param(
            "The Peruvian Minister of Trade, Ana Silva, spoke.", "Ana Silva", ("Peru", "PER", None), id="its own words"
        ),
        pytest.param(
            "Prime Minister Ana Silva of Fiji spoke to Kenya.", "Ana Silva", ("Fiji", "FJI", None), id="behind the name"
        ),
        pytest.param(
            "Minister Tom Reed met his Kenyan counterpart, Trade Minister Ana Silva.",
            "Ana Silva",
            ("Kenya", "KEN", None),
            id="a counterpart's",
        ),
        pytest.param(
            "The Ambassador of Chad to Japan, Ana Silva, spoke.",
            "Ana Silva",
            ("Chad", "TCD", "Japan"),
            id="sent by one to another",
        ),
        pytest.param(
            "Fiji's Minister for Relations with Peru, Ana Silva, spoke.",
            "Ana Silva",
            ("Fiji", "FJI", None),
            id="not the partner's",
        ),
        pytest.param(
            "The Secretary-General of the African Union, Ana Silva, spoke.",
            "Ana Silva",
            ("African Union", None, None),
            id="a body's, and no state's",
        ),
    ],
)
def test_whose_a_post_is(offices, text, person, expected):
    assert offices(text)[person] == expected


def test_where_a_government_speaks_its_ministers_are_meant(offices):
    text = "The Foreign Minister, Ana Silva, will travel to Peru."
    assert offices(text, home="FJI")["Ana Silva"][:2] == ("Fiji", "FJI")


def test_a_person_keeps_the_state_that_was_told_first(offices):
    text = "Fiji's President Ana Silva met the King of Tonga. Tonga and Tonga's fishermen greeted President Silva."
    assert offices(text)["Ana Silva"] == ("Fiji", "FJI", None)


def test_an_ambassador_without_more_words_is_at_the_other_state(offices):
    text = "Talks of Chile and Ghana were held in Accra. Chile's Ambassador Ana Silva attended. Ghana was host."
    assert offices(text)["Ana Silva"] == ("Chile", "CHL", "Ghana")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The President of Togo arrived.", "TGO"),
        ("The Minister spoke.", None),
        ("The United Nations envoy arrived.", None),
    ],
)
def test_a_post_without_its_holder(page, text, code):
    named = {actor.code for actor in find_actors(page(text).doc, None) if actor.kind == "person"}
    assert (named or {None}) == {code}
