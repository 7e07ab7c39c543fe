"""Arithmetic with numbers as texts give them: rounded, approximate, bounded, or as a range."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from math import inf

from dragoman.models import Amount

APPROXIMATE = 0.1
"""How far "about" and "nearly" may be from the value, as a share of it."""

COARSE = 0.05
"""How far a rounded number may be from the value at most: "1 million" does not stand for 1.5 million."""

COUNTED = 100
"""Whole numbers of things below this are taken as counted, not as rounded."""


@dataclass(frozen=True)
class Range:
    """All values that a number in a text may stand for."""

    low: float
    high: float

    def __add__(self, other: Range) -> Range:
        return Range(self.low + other.low, self.high + other.high)

    def __mul__(self, factor: float) -> Range:
        return Range(self.low * factor, self.high * factor)

    def meets(self, other: Range) -> bool:
        """Whether one value may be meant by both."""
        return self.low <= other.high and other.low <= self.high

    def covers(self, value: float) -> bool:
        """Whether this value may be meant."""
        return self.low <= value <= self.high


def range_of(amount: Amount) -> Range | None:
    """The values that the amount may stand for, None if it gives no number."""
    low = amount.low if amount.low is not None else amount.value
    high = amount.high if amount.high is not None else amount.value
    if low is None or high is None:
        return _one_sided(amount)
    share = APPROXIMATE if amount.approx else 0.0
    slack_low, slack_high = (max(_rounding(end, amount), share * abs(end)) for end in (low, high))
    return Range(
        0.0 if amount.bound == "max" else low - slack_low,
        inf if amount.bound == "min" else high + slack_high,
    )


def _one_sided(amount: Amount) -> Range | None:
    if amount.low is not None:
        return Range(amount.low, inf)
    return Range(0.0, amount.high) if amount.high is not None else None


def _rounding(value: float, amount: Amount) -> float:
    """Half of the last digit that is written: 50,000 of 4.9 million."""
    if not value or (abs(value) < COUNTED and value == int(value) and not (amount.unit and amount.unit.is_money)):
        return 0.0
    return _half_a_digit(value)


@lru_cache(maxsize=1 << 16)
def _half_a_digit(value: float) -> float:
    exponent = Decimal(repr(value)).normalize().as_tuple().exponent
    return min(0.5 * 10.0 ** int(exponent), COARSE * abs(value))
