"""Old plans: the time for which a thing had been set is not when it came about."""

import pytest

from dragoman.reading.dates import find_dates
from dragoman.reading.drafting.drafting import date_of
from dragoman.reading.drafting.old_plans import times_once_set
from dragoman.values import Edtf

WRITTEN = Edtf("2031-06-30")


@pytest.mark.parametrize(
    "text, old",
    [
        ("The launch had first been announced for 2029.", ["2029"]),
        ("The talks, pencilled in for March, were held in June.", ["March"]),
        ("It had been due in the middle of the year.", ["the middle of the year"]),
        ("The pumps promised for May 2030 were shipped in June 2031.", ["May 2030"]),
        ("The ferry was to sail last year.", ["last year"]),
        ("The mill was supposed to be handed over to the village in 2030.", ["2030"]),
        ("It was expected to be ready by 1 May 2031.", ["1 May 2031"]),
        ("The talks, announced in March, were held in June.", []),
        ("The fund was set up in 2029.", []),
        ("The mill was opened to traders in May 2031.", []),
    ],
)
def test_what_was_due_then(text, old):
    assert [date.text for date in times_once_set(text, find_dates(text, WRITTEN))] == old


@pytest.mark.parametrize(
    "text, word, stage, when",
    [
        ("The opening of the mill had been announced for 2029.", "opening", "done", None),
        ("The opening of the mill had been announced for 2029.", "opening", "planned", "2029"),
        ("The talks, pencilled in for 2029, were held in May 2031.", "held", "done", "2031-05"),
        ("The opening of the mill was in May 2031.", "opening", "done", "2031-05"),
    ],
)
def test_what_was_done_is_not_dated_by_its_old_plan(frame, text, word, stage, when):
    assert date_of(frame(text, word, date=WRITTEN), stage) == when
