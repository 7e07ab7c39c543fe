"""Entries of one thing meet in a block, and those that have nothing in common do not."""

import pytest

from dragoman.ledger.identity.blocking import blocks_of, position_of
from dragoman.ledger.identity.features import features_of
from dragoman.ledger.identity.quotes import Quote
from tests.ledger.identity.telling import figure, grant, meeting, named, party, stored, tenure, visit


def meet(one, other) -> bool:
    return bool(blocks_of(features_of(one)) & blocks_of(features_of(other)))


@pytest.mark.parametrize(
    "one, other",
    [
        pytest.param(
            meeting(1, "2019-12-01", "Talks", date="2020", stage="planned"),
            meeting(2, "2021-03-01", "Talks held", date="2021-02", stage="done"),
            id="a plan that came about a year later",
        ),
        pytest.param(
            meeting(1, "2010-02-01", "Ninth session"), meeting(2, "2016-02-01", "9th meeting"), id="one number"
        ),
        pytest.param(
            grant(1, "2010-02-01", "Nets", 40_000.0), grant(2, "2016-02-01", "Boats", 40_200.0), id="about one sum"
        ),
        pytest.param(
            grant(1, "2010-02-01", "Trawlers"), grant(2, "2016-02-01", "Two trawlers more"), id="one rare word"
        ),
        pytest.param(
            tenure(1, "2010-02-01", "Aino Virtanen", "minister"),
            tenure(2, "2016-02-01", "VIRTANEN Aino", "ambassador"),
            id="one name, however it is written",
        ),
        pytest.param(
            figure(1, "2020-01-01", "maca", 9.0, "2019"), figure(2, "2021-01-01", "quinoa", 8.0, "2019"), id="one year"
        ),
    ],
)
def test_what_may_be_one_thing_meets(one, other):
    assert meet(one, other)


@pytest.mark.parametrize(
    "one, other",
    [
        pytest.param(grant(1, "2010-02-01", "Trawlers"), meeting(2, "2010-02-01", "Trawlers"), id="of two kinds"),
        pytest.param(visit(1, "2010-02-01", "Visit"), visit(2, "2017-02-01", "Visit"), id="in other years"),
        pytest.param(
            named(1, "2010-02-01", "agreement", "Agreement on trade"),
            stored(
                2, "2010-02-01", "instrument", "agreement", "Agreement on trade", party("FIN"), party("KEN"),
                name="Agreement on trade",
            ),
            id="of other states",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_one_thing_is_not_compared(one, other):
    assert not meet(one, other)


def test_a_summit_of_many_states_stands_in_one_block_for_all():
    codes = ["PER", "FIN", "KEN", "MLI", "TCD", "NOR"]
    whole, less = (
        stored(n, "2019-05-01", "event", "forum", "Summit", *map(party, some), date="2019-05-01")
        for n, some in ((1, codes), (2, codes[:5]))
    )
    assert meet(whole, less)


def test_a_block_is_ordered_by_the_day_of_what_happens_and_then_by_key():
    early = features_of(meeting(9, "2019-09-01", "Talks", date="2019-05-01"))
    late = features_of(meeting(1, "2019-06-01", "Talks"))
    later = features_of(meeting(2, "2019-06-01", "Talks"), Quote("They talked."))
    assert sorted([later, late, early], key=position_of) == [early, late, later]
