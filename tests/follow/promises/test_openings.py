"""Where a promise begins, by when it is due, and at which stage it is kept."""

import pytest

from dragoman.follow.promises.openings import due_of, met_at, opens, stage_of
from dragoman.models import Activity, Event, Evidence, Instrument
from dragoman.values import Edtf

HERE = (Evidence(start=0, end=5),)
TOLD = Edtf("2009-11-13")


def activity(**known):
    return Activity(title="A boat", evidence=HERE, **({"type": "grant"} | known))


def event(**known):
    return Event(title="A visit", evidence=HERE, **({"type": "visit"} | known))


def paper(type, **known):
    return Instrument(title="A paper", type=type, evidence=HERE, **known)


@pytest.mark.parametrize("stage", ["proposed", "planned", "agreed", "suspended", "cancelled"])
def test_what_is_still_to_come_or_was_called_off_is_a_promise(stage):
    assert opens(event(stage=stage), stage)


@pytest.mark.parametrize(
    ("entry", "stage"),
    [
        (event(), "done"),
        (event(type="statement"), "planned"),
        (paper("memorandum"), "agreed"),
        (paper("agreement"), "underway"),
    ],
)
def test_what_is_done_or_only_said_is_none(entry, stage):
    assert not opens(entry, stage)


def test_a_signed_agreement_has_yet_to_enter_into_force():
    assert opens(paper("agreement"), "agreed")
    assert met_at(paper("agreement"), "agreed") == {"underway", "done"}
    assert "agreed" in met_at(paper("agreement"), "planned")


def test_what_is_told_as_done_before_its_day_is_planned():
    assert stage_of(event(stage="done", date="2010-05"), TOLD) == "planned"
    assert stage_of(event(stage="done", date="2009-10"), TOLD) == "done"


def test_a_credit_is_kept_by_a_signature_and_a_grant_is_not():
    assert "agreed" in met_at(activity(), "planned", credit=True)
    assert "agreed" not in met_at(activity(), "planned")


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("The boat will be delivered by May 2010.", "2010-05"),
        ("The boat should arrive in January.", "2010-01"),
        ("The boat is to be ready within six weeks.", "2009-11-13/2009-12-25"),
        ("The boat, ordered in 2008, will be ready in 2011.", "2011"),
        ("The boat will come in 2010 or 2011.", None),
        ("The boat is expected soon.", None),
        ("They pay for the boat for which a contract was signed in January.", None),
        ("They pay for the boat for which Norway had given 3 million kroner in January.", None),
        ("They had to sail the boat to Lima in January.", "2010-01"),
        ("Work on the boat is to begin in January and to be finished by the end of May 2011.", "2011-05"),
    ],
)
def test_the_one_time_to_come_that_the_words_name_is_when_it_is_due(words, due):
    assert due_of(activity(stage="planned"), TOLD, words) == due


def test_half_a_year_is_told_apart_from_a_year():
    assert due_of(activity(stage="planned", due="2011"), TOLD, "It opens by mid-2011.") == "2011-05/2011-07"


def test_the_day_of_the_document_is_no_due_date():
    assert due_of(event(stage="planned", date=TOLD), TOLD, "Today he will travel to Lima.") is None


def test_what_was_put_off_had_been_due():
    assert due_of(event(stage="suspended"), TOLD, "The visit of October 2009 was put off.") == "2009-10"


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("In 2015 the lender agreed to cancel half of the debt.", None),
        ("Treaty on whales: talks concluded in 2019.", None),
        ("They agreed that the boat will be delivered in 2027.", "2027"),
        ("The boat is to be ready by 2027.", "2027"),
    ],
)
def test_an_undated_document_sets_a_time_for_what_was_agreed_only_in_words_of_the_future(words, due):
    assert due_of(activity(stage="agreed"), None, words) == due


def test_a_plan_that_was_put_to_somebody_is_nothing_to_come():
    words = "In May 2016 Peru proposed the plan to Norway."
    paper = Instrument(type="plan", title="Plan", stage="agreed", date=Edtf("2016-05"), evidence=HERE)
    assert due_of(paper, None, words) is None
