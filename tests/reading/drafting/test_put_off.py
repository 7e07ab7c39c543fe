"""What is put off to another time."""

import pytest

from dragoman import make_document
from dragoman.reading.drafting.put_off import called_off, fate_of
from dragoman.reading.reader import Reader


def events(text):
    read = Reader().read(make_document(f"Lima, 6 May 2019\n\nPeru and Chad met on Monday. {text}", id="d"))
    return {(e.type, e.stage, e.date, e.due) for e in read.entries if e.kind == "event"}


@pytest.mark.parametrize(
    "text",
    [
        "The visit of the President of Chad to Peru, planned for June, was postponed to October.",
        "The visit of the President of Chad to Peru, due in June, was put off until October.",
    ],
)
def test_the_new_time_of_what_is_put_off_is_a_plan(text):
    found = events(text)
    assert ("visit", "planned", "2019-10", "2019-10") in found
    assert any(type_ == "visit" and stage == "suspended" and date != "2019-10" for type_, stage, date, _ in found)


def test_what_is_put_off_without_a_time_has_no_plan():
    found = events("The visit of the President of Chad to Peru, planned for June, was postponed.")
    assert not [one for one in found if one[0] == "visit" and one[1] == "planned"]


def test_a_headline_puts_off_what_its_subject_names():
    text = "Fiji and Chile, 2021\n\n19 November 2021 – Opening of the Chilean consulate in Suva postponed to May 2022."
    entries = Reader().read(make_document(text, id="d")).entries
    assert [(e.stage, e.date) for e in entries if e.kind == "event" and e.type == "opening"] == [
        ("suspended", "2021-11-19"),
        ("planned", "2022-05"),
    ]


def test_what_was_to_have_been_and_was_called_off_is_cancelled(frame):
    text = "The Chilean cabinet, which was to have met in Lima in April, was called off."
    assert called_off(frame(text, "met", "event")) == "cancelled"
    assert called_off(frame("The Chilean cabinet, which met in Lima in April, was praised.", "met", "event")) is None


@pytest.mark.parametrize(
    "text, word, stage",
    [
        pytest.param("Flights to Lima, suspended in May, resumed in July.", "resumed", "underway", id="resumed"),
        pytest.param("Chad resumed the deliveries.", "resumed", "underway", id="somebody resumed it"),
        pytest.param("The sale of tugboats to Chad fell through.", "sale", "cancelled", id="fell through"),
        pytest.param("The sale of tugboats to Chad grew.", "sale", None, id="grew"),
        pytest.param("Chad will resume the deliveries.", "resume", None, id="yet to come"),
    ],
)
def test_the_main_verb_tells_what_became_of_work(frame, text, word, stage):
    assert fate_of(frame(text, word, "activity")) == stage


def test_what_had_to_be_put_off_is_suspended(frame):
    assert called_off(frame("The visit of the Italian minister, planned for April, had to be postponed.", "visit")) == (
        "suspended"
    )
