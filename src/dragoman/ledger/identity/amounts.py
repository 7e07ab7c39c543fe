"""Sums: when two amounts are one, restated, told in words, or pointed to; and how far two values are apart."""

from __future__ import annotations

import math
from functools import cache, lru_cache

from babel.numbers import get_currency_name, list_currencies

from dragoman.ledger.identity.evidence import Evidence
from dragoman.ledger.identity.features import Features
from dragoman.models import Amount

NEAR = 0.005
"""Two values so near to each other (as a share of the larger) are one value, rounded."""
_ROUGHLY = 0.05
_RESTATED = 0.35
"""A sum that was raised or cut differs from the first by so much at most, as a rule."""
_MANIFOLD = 0.8
"""No restating explains that a sum is five times another."""
_EXACT = 3
"""Two sums with so many digits that differ by more than a restated one are those of two contracts."""
_BACK = 2.0
"""What it counts that "the 4 million" are spoken of, which must have been told before."""


def amounts(a: Features, b: Features, found: Evidence) -> bool:
    """Sums: an odd sum tells more than a round one; another may be the first restated. Whether they are equal."""
    if (a.amount is None) != (b.amount is None):
        return _told_in_words(a, b, found)
    alike = a.amount and b.amount and (a.amount.unit == b.amount.unit or _both_dollars(a.amount, b.amount))
    if a.amount and b.amount and not alike and is_money(a.amount) and is_money(b.amount):
        if a.document == b.document:
            found.apart = "two sums in one document"
        found.add(-1.0, "sums in different currencies")
    apart = distance(a.amount, b.amount) if a.amount and b.amount and alike else None
    if apart is None or not a.amount or not b.amount:
        return False
    if apart <= NEAR:
        value = _value(a.amount)
        points = {1: 1.0, 2: 1.5, 3: 2.25}.get(_digits(value), 3.0)
        back = _points_back(a, b, value)
        found.sum = found.scale * (points + (_BACK if back else 0.0))
        found.add(points, "the same amount")
        if back:
            found.add(_BACK, "one points to the sum as told before")
    elif apart <= _ROUGHLY and (a.amount.approx or b.amount.approx):
        found.add(1.5, "about the same amount")
    elif a.document == b.document:
        found.apart = "two sums in one document"
    elif a.amount.value in b.sums or b.amount.value in a.sums:
        found.add(2.0, "one sum is told beside the other")
    else:
        exact = min(_digits(_value(each)) for each in (a.amount, b.amount)) >= _EXACT
        restated = -1.0 if apart < _RESTATED else -2.0 - exact if apart < _MANIFOLD else -5.0
        found.add(restated, "amounts differ")
    return apart <= NEAR


def _points_back(a: Features, b: Features, value: float) -> bool:
    """Whether the later of two about the same two states speaks of "the 4 million"."""
    if a.states != b.states or len(a.states) < 2 or not (a.published and b.published) or a.published == b.published:
        return False
    return value in (a if a.published > b.published else b).sums_again


def _told_in_words(a: Features, b: Features, found: Evidence) -> bool:
    """Whether the amount of one stands in the quote of the other, which was read without it."""
    amount, sums = (a.amount, b.sums) if a.amount else (b.amount, a.sums)
    told = amount is not None and amount.value in sums and a.document != b.document
    if told:
        found.add(2.0, "the same sum is told")
    return told


def _value(amount: Amount) -> float:
    return amount.value or amount.high or amount.low or 0.0


def _both_dollars(one: Amount, other: Amount) -> bool:
    """Whether both are the same number of dollars: a document seldom says whose, and is then read as American ones."""
    gap = distance(one, other)
    if "USD" not in (one.unit, other.unit) or gap is None or gap > NEAR:
        return False
    return one.unit in _dollars() and other.unit in _dollars()


@cache
def _dollars() -> frozenset[str]:
    """The codes of currencies that are called dollars."""
    return frozenset(code for code in list_currencies() if get_currency_name(code, locale="en").endswith("Dollar"))


def distance(one: Amount, other: Amount) -> float | None:
    """How far two values are from each other, as a share of the larger; None if they cannot be compared."""
    first, second = _range(one), _range(other)
    if first is None or second is None:
        return None
    pairs = [abs(x - y) / max(abs(x), abs(y), 1e-9) for x, y in zip(first, second, strict=True)]
    return max(pairs)


def _range(amount: Amount) -> tuple[float, float] | None:
    low = amount.value if amount.value is not None else amount.low
    high = amount.value if amount.value is not None else amount.high
    if low is None and high is None:
        return None
    return (low if low is not None else high or 0.0, high if high is not None else low or 0.0)


@lru_cache(maxsize=1 << 14)
def _digits(value: float) -> int:
    """The digits of a number that are no zeros at its end: 1 of 30,000, 4 of 123,700."""
    if not value:
        return 1
    return len(f"{abs(value) / 10 ** math.floor(math.log10(abs(value))):.6f}".rstrip("0").replace(".", ""))


def is_money(amount: Amount) -> bool:
    """Whether the unit is a currency."""
    return amount.unit is not None and amount.unit.is_money
