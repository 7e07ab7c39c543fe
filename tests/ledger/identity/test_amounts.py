"""When two sums are one: equal, rounded, in other dollars, restated; and how far two values are apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.ledger.identity.amounts import amounts, distance
from dragoman.ledger.identity.evidence import Evidence
from dragoman.ledger.identity.features import features_of
from dragoman.ledger.identity.quotes import Quote
from dragoman.models import Amount
from tests.ledger.identity.telling import grant

values = st.floats(0.01, 1e12)


def gift(number, value, unit="EUR", quote="", **known):
    told = grant(number, "2019-03-01", "Boats for Callao", value, unit, **known)
    return features_of(told, Quote(quote)) if quote else features_of(told)


def weighed(one, other) -> Evidence:
    found = Evidence()
    amounts(one, other, found)
    return found


def test_an_odd_sum_that_is_told_twice_says_more_than_a_round_one():
    points = [weighed(gift(1, value), gift(2, value)).points for value in (40_000, 45_000, 45_300, 45_317)]
    assert points == sorted(set(points)) and points[0] > 0


@pytest.mark.parametrize(
    "one, other, reason",
    [
        pytest.param((40_000, "EUR"), (40_100, "EUR"), "the same amount", id="rounded"),
        pytest.param((40_000, "AUD"), (40_000, "USD"), "the same amount", id="dollars whose nobody said"),
        pytest.param((40_000, "EUR"), (50_000, "EUR"), "but amounts differ", id="another sum"),
        pytest.param((40_000, "EUR"), (40_000, "USD"), "but sums in different currencies", id="another currency"),
        pytest.param((40_000, "AUD"), (60_000, "USD"), "but sums in different currencies", id="other dollars"),
    ],
)
def test_two_sums(one, other, reason):
    assert weighed(gift(1, *one), gift(2, *other)).words() == (reason,)


def test_the_farther_two_sums_are_apart_the_more_it_says():
    points = [weighed(gift(1, 100.0), gift(2, value)).points for value in (130.0, 200.0, 5_000.0)]
    assert points == sorted(set(points), reverse=True) and points[0] < 0


def test_two_exact_sums_that_differ_widely_are_of_two_contracts():
    exact, round_ = (weighed(gift(1, a), gift(2, b)).points for a, b in ((75_300, 123_700), (75_000, 123_000)))
    assert exact < round_ < 0


def test_two_sums_of_one_document_are_of_two_things():
    one = grant(1, "2019-03-01", "Boats", 40_000.0)
    other = grant(2, "2019-03-01", "Nets", 9_000.0).model_copy(update={"document": one.document})
    assert weighed(features_of(one), features_of(other)).apart == "two sums in one document"


def test_a_sum_may_stand_in_the_words_of_what_was_read_without_it():
    bare = gift(2, None, quote="The 40,000 euros bought boats")
    assert weighed(gift(1, 40_000.0), bare).words() == ("the same sum is told",)
    assert weighed(gift(1, 70_000.0), bare).words() == ()


@given(values, values)
def test_the_distance_of_two_values_is_a_share_of_the_larger(one, other):
    apart = distance(Amount(value=one), Amount(value=other))
    assert apart == distance(Amount(value=other), Amount(value=one))
    assert 0 <= apart < 1
    assert (apart == 0) is (one == other)


def test_ranges_are_as_far_apart_as_their_farther_ends():
    assert distance(Amount(low=50, high=100), Amount(low=50, high=200)) == 0.5
    assert distance(Amount(low=50), Amount(value=50)) == 0
    assert distance(Amount(), Amount(value=50)) is None
