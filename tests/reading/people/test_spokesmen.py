"""For which state a minister speaks of whom only the words around tell, and of which state he is surely not."""

import pytest

from dragoman.reading.people.actors import read_offices
from dragoman.values import CountryCode


@pytest.fixture
def state(page):
    """A function from a text and a person to the state of his or her post."""

    def read(text, person, home=None):
        found = read_offices(page(text).doc, CountryCode(home) if home else None, 2013)
        return next((told[0].code for mention, told in found if told and mention.name == person), None)

    return read


DATED = "LIMA, 3 May 2013 – "


@pytest.mark.parametrize(
    ("text", "person", "code"),
    [
        pytest.param(
            DATED + 'Peru closed the port. Ghana denied the charge. "It is not so," interior minister Kofi Adu wrote.',
            "Kofi Adu",
            "GHA",
            id="who is quoted speaks for the state that denied it",
        ),
        pytest.param(
            DATED + "Ghana offered to mediate between Peru and Chile. Its deputy prime minister, Kofi Adu, is due.",
            "Kofi Adu",
            "GHA",
            id="its minister",
        ),
        pytest.param(
            DATED + 'Ghana sent a ship to Lima. "We will go on helping Peru," Defence Minister Kofi Adu said.',
            "Kofi Adu",
            "GHA",
            id="who helps a state is of another",
        ),
        pytest.param(
            "Peru and India are friends. Vice President Ana Rojas visited India in March.",
            "Ana Rojas",
            "PER",
            id="who visits a state is of another, whatever the title",
        ),
        pytest.param(
            "The Health Minister, Mr Luis Rojas, carried out a three-day visit to the Grand Duchy of Luxembourg. "
            "Peru bought two ships.",
            "Luis Rojas",
            "PER",
            id="a visit in many words",
        ),
        pytest.param(
            "The President of Peru, Luis Rojas, paid a visit to Japan, accompanied by Trade Minister Ana Silva.",
            "Ana Silva",
            "PER",
            id="who comes along is not of where they go",
        ),
    ],
)
def test_the_words_around_tell_whose_a_minister_is(state, text, person, code):
    assert state(text, person) == code


def test_who_goes_abroad_with_the_own_president_is_of_the_own_state(state):
    text = "The President paid a visit to Spain, accompanied by the Minister of Finance, Ana Silva."
    assert state(text, "Ana Silva", home="PER") == "PER"


def test_a_duchess_before_another_post_is_not_its_holder(page):
    text = "Guests of the Grand Duke and the Grand Duchess, the President of Peru, Mr Luis Rojas, and his wife, left."
    assert [mention.name for mention, told in read_offices(page(text).doc) if told] == ["Luis Rojas"]


def test_who_speaks_in_the_whole_text_is_of_the_state_that_speaks(state):
    text = "STATEMENT BY THE PRIME MINISTER, THE HON KEVA LOWE\n\nI spoke to the President of Peru. Peru is a friend."
    assert state(text, "KEVA LOWE", home="FJI") == "FJI"
