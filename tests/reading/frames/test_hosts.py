"""A visit to several states is one visit to each of them, at its own time."""

import pytest

from dragoman.reading.frames.frames import find_frames


def visits(page, text):
    found = [f for f in find_frames(page(text)) if f.kind == "event" and "visit" in f.types]
    return [({a.code for s, a in f.actors if s in ("object", "to")}, [d.edtf for d in f.dates]) for f in found]


@pytest.mark.parametrize(
    "text, told",
    [
        ("Mr Silva visited Oman in May 2001.", [({"OMN"}, ["2001-05"])]),
        ("Mr Silva visited Oman and Egypt in May 2001.", [({"OMN"}, ["2001-05"]), ({"EGY"}, ["2001-05"])]),
        (
            "Mr Silva visited Oman in May 2001 and Egypt in June 2001.",
            [({"OMN"}, ["2001-05"]), ({"EGY"}, ["2001-06"])],
        ),
        (
            "Mr Silva travelled to Oman in May 2001 and to Egypt in June 2001.",
            [({"OMN"}, ["2001-05"]), ({"EGY"}, ["2001-06"])],
        ),
        ("Mr Silva visited Muscat, Oman, in May 2001.", [({"OMN"}, ["2001-05"])]),
    ],
)
def test_each_state_is_visited_at_its_own_time(page, text, told):
    assert visits(page, text) == told


def test_a_state_that_is_only_talked_about_is_not_visited(page):
    ((hosts, _),) = visits(page, "Mr Silva visited Oman to discuss Iraq and Iran in May 2001.")
    assert hosts == {"OMN"}


def test_who_welcomes_guests_from_two_states_is_visited_once(page):
    assert len(visits(page, "Oman welcomed Mr Silva of Brazil and Mr Rojas of Peru in May 2001.")) == 1


def test_a_list_of_visits_goes_on_behind_a_comma(page):
    text = "I shall be visiting Japan from 20 to 24 May 2001, and Oman from 24 to 25 May 2001."
    assert visits(page, text) == [({"JPN"}, ["2001-05-20/2001-05-24"]), ({"OMN"}, ["2001-05-24/2001-05-25"])]


def test_a_list_of_states_behind_the_word_for_them_tells_a_visit_each(page):
    text = "I returned last week from a useful visit to three countries of South-East Asia: Malaysia, Laos and Nepal."
    trips = [f for f in find_frames(page(text)) if f.head.text == "visit" and f.kind == "event"]
    assert [[a.code for a in f.slots("to")] for f in trips] == [["MYS"], ["LAO"], ["NPL"]]


def test_states_of_another_clause_are_no_list_of_those_visited(page):
    ((hosts, _),) = visits(page, "Mr Silva will visit three countries, he said when Oman, Yemen and Kuwait met.")
    assert not hosts
