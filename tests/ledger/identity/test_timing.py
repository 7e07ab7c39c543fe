"""What the days of two entries say for and against their being one thing."""

from itertools import count

import pytest

from dragoman.ledger.identity.compare import compare
from dragoman.ledger.identity.evidence import Evidence
from dragoman.ledger.identity.features import features_of
from dragoman.ledger.identity.timing import again, gap_of, happening, lasting
from tests.ledger.identity.telling import grant, meeting

NUMBERS = count(1)


def talks(published, date=None, stage="done", title="Talks on fish"):
    return features_of(meeting(next(NUMBERS), published, title, date=date, stage=stage))


def weighed(rule, one, other) -> Evidence:
    """What a rule of time alone finds."""
    found = Evidence()
    rule(one, other, found)
    return found


@pytest.mark.parametrize(
    "one, other, gap",
    [
        pytest.param((10, 12), (11, 20), 0, id="they meet"),
        pytest.param((10, 12), (12, 12), 0, id="in one day"),
        pytest.param((10, 12), (15, 20), 3, id="one after the other"),
        pytest.param((15, 20), (10, 12), 3, id="in any order"),
    ],
)
def test_days_between_two_times(one, other, gap):
    assert gap_of(one, other) == gap


PLANNED = talks("2019-03-01", "2019-05-10", "planned")


@pytest.mark.parametrize(
    "one, other, reason, speaks_for",
    [
        (talks("2019-05-11", "2019-05-10"), talks("2019-05-12", "2019-05-10"), "on the same day", True),
        (talks("2019-05-11", "2019-05"), talks("2019-05-12", "2019-05-10"), "in the same month", True),
        (talks("2019-05-11", "2019"), talks("2019-05-12", "2019-05-10"), "in the same year", True),
        (talks("2019-05-11", "2019-05-10"), talks("2019-05-12", "2019-05-11"), "1 day apart", True),
        (talks("2019-05-11", "2019-05-01"), talks("2019-05-12", "2019-05-11"), "10 days apart", False),
        (PLANNED, talks("2019-06-02", "2019-06-01"), "22 days apart", False),
        (PLANNED, talks("2019-05-12"), "in the days before the report", True),
        (talks("2019-05-11", "2019-05-10"), talks("2019-05-13"), "in the days before the report", True),
        (talks("2019-05-13"), talks("2019-05-15"), "told in the same days", True),
        (talks("2012-05-13"), talks("2019-05-15"), "told years apart", False),
    ],
)
def test_the_nearer_the_days_the_more_they_say(one, other, reason, speaks_for):
    found, turned = weighed(happening, one, other), weighed(happening, other, one)
    assert (found.points, found.apart, found.words()) == (turned.points, turned.apart, turned.words())
    assert reason in found.words()[0] and (found.points > 0) is speaks_for


@pytest.mark.parametrize(
    "one, other, why",
    [
        pytest.param(
            talks("2019-09-01", "2019-12", "planned"),
            talks("2019-05-11", "2019-05-10"),
            "planned again after it had taken place",
            id="a plan that is told when the other was over",
        ),
        pytest.param(
            talks("2019-05-20"),
            talks("2019-06-02", "2019-06-01"),
            "later than the other was reported",
            id="over before it was held",
        ),
        pytest.param(
            talks("2019-05-11", "2019-05-10"), talks("2024-05-11", "2024-05-10"), "1827 days apart", id="years apart"
        ),
        pytest.param(
            talks("2019-05-11", "2019-05-10"), talks("2019-07-11", "2019-07-10"), "61 days apart", id="both over"
        ),
    ],
)
def test_times_that_exclude_each_other(one, other, why):
    assert weighed(happening, one, other).apart == why


def test_what_was_planned_before_it_took_place_is_not_planned_again():
    done = talks("2019-05-11", "2019-05-10")
    assert not again(PLANNED, done)
    assert again(talks("2019-07-01", "2019-12", "planned"), done)
    assert not again(done, PLANNED), "what is over is no plan"


def gift(published, date=None, stage="done"):
    return features_of(grant(next(NUMBERS), published, "Boats for Callao", 40_000.0, date=date, stage=stage))


@pytest.mark.parametrize(
    "one, other, reason, speaks_for",
    [
        (gift("2019-06-01", "2019-05-10"), gift("2019-07-01", "2019-05-10"), "of the same day", True),
        (gift("2019-06-01", "2019-05"), gift("2019-07-01", "2019"), "of the same year", True),
        (gift("2013-06-01", "2013-05"), gift("2019-07-01", "2019-05"), "done 5 years apart", False),
        (gift("2013-06-01"), gift("2013-06-04"), "told in the same days", True),
        (gift("2013-06-01"), gift("2019-06-04"), "told 6 years apart", False),
    ],
)
def test_works_last_and_may_be_told_for_years(one, other, reason, speaks_for):
    found = weighed(lasting, one, other)
    assert reason in found.words()[0] and (found.points > 0) is speaks_for
    assert found.points == weighed(lasting, other, one).points


def test_a_gift_may_be_told_of_years_after_talks_could_not_be():
    assert compare(gift("2013-06-01", "2013-05"), gift("2017-06-01", "2017-05")).apart is None
    assert compare(talks("2013-06-01", "2013-05"), talks("2017-06-01", "2017-05")).apart is not None
