"""The verdict on a promise, by what is told of it, and as of a day."""

from datetime import date

import pytest

from dragoman.follow.promises.promise import Told
from dragoman.follow.promises.verdicts import days_late, due_in, judge, last_day
from dragoman.models import Activity, Event, Evidence, Instrument
from dragoman.values import Edtf

HERE = (Evidence(start=0, end=5),)
VISIT = Event(type="visit", title="Visit to Lima", evidence=HERE)
BOAT = Activity(type="in_kind", title="A boat", evidence=HERE)
TREATY = Instrument(type="agreement", title="Treaty on fish", evidence=HERE)


def told(published, stage, when=None, due=None, quote="It was said.", **known):
    return Told(
        document=published, sha256=published, published=published, stage=stage, date=when, due=due, quote=quote,
        start=0, **known,
    )  # fmt: skip


def verdict(entry, *history, as_of="2012-07-01"):
    return judge(entry, history, date.fromisoformat(as_of))


PLANNED = told("2010-03-01", "planned", due="2011")


@pytest.mark.parametrize(
    ("history", "expected"),
    [
        ([PLANNED], "overdue"),
        ([PLANNED, told("2011-05-04", "done", "2011-05-03")], "kept"),
        ([PLANNED, told("2012-02-02", "done", "2012-02-01")], "kept late"),
        ([PLANNED, told("2011-05-04", "underway")], "overdue"),
        ([PLANNED, told("2011-05-04", "cancelled")], "dropped"),
        ([PLANNED, told("2011-05-04", "cancelled", replaced=True)], "superseded"),
        ([PLANNED, told("2011-05-04", "cancelled"), told("2011-06-04", "planned", due="2013")], "overdue"),
        ([PLANNED, told("2011-05-04", "suspended")], "overdue"),
        ([told("2010-03-01", "planned", due="2013")], "due"),
        ([told("2010-03-01", "planned", due="2013"), told("2011-05-04", "underway")], "under way"),
        ([told("2010-03-01", "planned")], "no news"),
        ([told("2010-03-01", "planned"), told("2011-05-04", "underway")], "under way"),
    ],
)
def test_the_verdict_follows_from_what_is_told(history, expected):
    assert verdict(BOAT, *history).verdict == expected


def test_a_year_is_over_after_its_last_day():
    assert verdict(BOAT, PLANNED, as_of="2011-12-31").verdict == "due"
    assert verdict(BOAT, PLANNED, as_of="2012-01-01").verdict == "overdue"


def test_an_approximate_year_leaves_three_months_more():
    assert last_day(Edtf("2011~")) == date(2012, 4, 1)
    assert last_day(Edtf("2011")) == date(2011, 12, 31)


def test_days_late_run_from_the_last_day_to_the_first():
    assert days_late(Edtf("2011"), Edtf("2012-01-10/2012-01-12")) == 10
    assert days_late(Edtf("2011"), Edtf("2011-12-30/2012-01-02")) is None


def test_a_time_may_be_narrowed_but_not_moved():
    narrowed = told("2010-06-01", "planned", due="2011-11")
    moved = told("2011-11-20", "planned", due="2012-05")
    assert due_in([PLANNED, narrowed, moved]) == "2011-11"
    late = verdict(VISIT, PLANNED, narrowed, moved, told("2012-05-05", "done", "2012-05-04"))
    assert (late.verdict, late.days_late) == ("kept late", 156)


def test_what_happened_before_it_was_promised_is_something_else():
    earlier = told("2011-01-01", "done", "2009-05-03")
    assert verdict(VISIT, PLANNED, earlier).verdict == "overdue"


def test_a_meeting_that_is_going_on_takes_place():
    assert verdict(VISIT, PLANNED, told("2011-05-04", "underway", "2011-05-03/2011-05-06")).verdict == "kept"


def test_a_treaty_is_promised_twice():
    signed = told("2011-05-04", "agreed", "2011-05-03")
    assert verdict(TREATY, PLANNED, signed).verdict == "kept"
    assert verdict(TREATY, signed).verdict == "no news"
    assert verdict(TREATY, signed, told("2012-05-04", "underway", "2012-05-01")).verdict == "kept"


def test_a_signature_is_enough_for_a_loan():
    loan = told("2010-03-01", "planned", quote="Norway will open a loan for a harbour.")
    assert verdict(BOAT, loan, told("2011-05-04", "agreed")).verdict == "kept"
    assert verdict(BOAT, told("2010-03-01", "planned"), told("2011-05-04", "agreed")).verdict == "no news"
