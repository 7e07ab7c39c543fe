"""Where an event takes place, by its own clause."""

import pytest

from dragoman.reading.drafting.events import draft_event


@pytest.fixture
def where(page, frame):
    def told(text, word, type_):
        place = draft_event(frame(text, word, "event"), page(text), type_, "done").place
        return (place.name, place.country) if place else None

    return told


@pytest.mark.parametrize(
    "text, word, type_, place",
    [
        ("She attended the Lisbon Economic Summit.", "Summit", "meeting", ("Lisbon", "PRT")),
        ("The accord was signed at the Hannover Trade Fair.", "signed", "signing", ("Hannover", "DEU")),
        ("Both ministers will meet at the Davos Forum.", "meet", "meeting", ("Davos", "CHE")),
    ],
)
def test_a_gathering_is_held_in_the_town_that_it_is_called_after(where, text, word, type_, place):
    assert where(text, word, type_) == place


@pytest.mark.parametrize(
    "text, word",
    [
        ("She proposed that Peru host the Trade Forum in May.", "Forum"),
        ("They prepare the leaders' meeting which Peru will host next month.", "meeting"),
        ("The forum was hosted by Peru.", "forum"),
    ],
)
def test_a_gathering_is_held_in_the_state_that_hosts_it(where, text, word):
    assert where(text, word, "forum") == ("Peru", "PER")


def test_a_gathering_in_a_town_is_held_there_whoever_hosts_it(where):
    assert where("Peru hosted the forum in Oslo.", "forum", "forum") == ("Oslo", "NOR")


def test_an_ambassador_hosts_abroad(where):
    assert where("They attended a forum hosted by Ambassador of Peru Ana Soto.", "forum", "meeting") is None


@pytest.mark.parametrize(
    "text, word",
    [
        ("The ministers discussed the situation in Yemen.", "discussed"),
        ("They held talks on the elections in Yemen.", "talks"),
    ],
)
def test_what_is_talked_about_is_elsewhere(where, text, word):
    assert where(text, word, "meeting") is None


@pytest.mark.parametrize("text", ["Fiji welcomed Peru's elections.", "Fiji welcomed the Peruvian elections."])
def test_what_befalls_a_state_happens_there(where, text):
    assert where(text, "elections", "other") == ("Peru", "PER")
