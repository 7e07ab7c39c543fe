"""By when the work told before is to be done."""

import pytest

from dragoman.models import Activity, Evidence
from dragoman.reading.dates import find_dates
from dragoman.reading.whole.deadlines import find_deadlines, with_deadlines
from dragoman.values import Edtf

WORK = "Samoa will build a bridge in Honiara. "


def deadlines(sentence):
    text = WORK + sentence
    return list(find_deadlines(text, find_dates(text, Edtf("2031-05-02"))))


@pytest.mark.parametrize(
    ("sentence", "when"),
    [
        ("It is expected to be completed by October 2033.", "2033-10"),
        ("The works are due to be finished in 2032.", "2032"),
        ("The project is scheduled for completion in March next year.", "2032-03"),
        ("The bridge will be ready in June 2032.", "2032-06"),
    ],
)
def test_a_sentence_tells_by_when_the_work_is_to_be_done(sentence, when):
    assert deadlines(sentence) == [(len(WORK), when)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The bridge was completed in 2029.",
        "The ministers are expected to meet in June 2032.",
        "It will be named after a poet in 2032.",
    ],
)
def test_other_sentences_tell_no_deadline(sentence):
    assert deadlines(sentence) == []


def work(stage, **more):
    return Activity(type="construction", title="Bridge", stage=stage, evidence=(Evidence(start=0, end=37),), **more)


@pytest.mark.parametrize(
    ("entry", "date", "due"),
    [
        (work("planned"), "2033", "2033"),
        (work("agreed", date=Edtf("2031-05-02")), "2031-05-02", "2033"),
        (work("planned", due=Edtf("2032")), None, "2032"),
        (work("done"), None, None),
    ],
)
def test_the_work_told_right_before_is_due_then(entry, date, due):
    (found,) = with_deadlines([entry], [(38, Edtf("2033"))])
    assert (found.date, found.due) == (date, due)


def test_work_told_far_before_is_not():
    (found,) = with_deadlines([work("agreed")], [(1000, Edtf("2033"))])
    assert found.due is None
