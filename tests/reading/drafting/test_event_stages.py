"""How far an event has come by its own words."""

import pytest

from dragoman.reading.drafting.event_stages import by_adjective, is_occasion, is_to_be, will_be


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Fiji should meet Tonga.", "meet", True),
        ("Fiji should have met Tonga.", "met", False),
        ("The summit will be the first opportunity to meet the ministers of Tonga.", "meet", True),
        ("The summit was the first opportunity to meet the ministers of Tonga.", "meet", False),
    ],
)
def test_what_should_be_or_what_there_will_be_a_chance_for_has_not_happened(frame, text, word, expected):
    assert is_to_be(frame(text, word, "event")) is expected


def test_an_occasion_opens_a_sentence_that_tells_the_past(frame):
    assert is_occasion(frame("At a dinner in Suva it was said that Fiji grows.", "dinner", "event"))
    assert not is_occasion(frame("Fiji gave a dinner in Suva.", "dinner", "event"))


def test_an_adjective_tells_what_lies_ahead(frame):
    assert by_adjective(frame("The forthcoming visit to Fiji matters.", "visit", "event"), "done") == "planned"
    assert by_adjective(frame("The long visit to Fiji matters.", "visit", "event"), "done") == "done"


def test_an_intention_lies_ahead(frame):
    assert will_be(frame("Fiji intends to visit Tonga.", "visit", "event"), "done")
    assert not will_be(frame("Fiji visited Tonga.", "visited", "event"), "done")
    assert will_be(frame("Fiji will continue its talks with Tonga.", "talks", "event"), "planned")
    assert not will_be(frame("Fiji held talks with Tonga.", "talks", "event"), "planned")


def test_what_was_announced_at_an_event_makes_it_past(frame):
    assert is_occasion(frame("Announced at the forum in Suva, the plan will help Fiji.", "forum", "event"))


def test_what_will_be_has_not_happened(frame):
    assert is_to_be(frame("Fiji will meet Tonga.", "meet", "event"))
