"""Ranges: whether two numbers are the ends of one ("2 to 3 billion", "between $5m and $6m", "€300-400 thousand")."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from dragoman.knowledge import any_of
from dragoman.reading.quantities.currencies import Candidates, Coins
from dragoman.reading.quantities.money import coins_after, currency_after, currency_before
from dragoman.reading.quantities.naming import is_year
from dragoman.reading.quantities.numerals import Numeral, money_scale
from dragoman.reading.quantities.units import symbols, units

_JOINT = re.compile(r"(?:-(?= (?:to|or) ))?[ \u00a0]?(-|–|—|up to|to|and|or|-to-|-or-)(?![a-z])[ \u00a0]?")
# "Grew from 10 to 15 million" and "by 5 to 15 million" tell two values, "from 10 to 15 million" alone a range.
_FROM = re.compile(r"\b(?:from|by)\b[^,.]{0,6}$")
_IN_YEAR = re.compile(r"\b(?:since|in|during|until|till|after|before)$")  # "since 2010 to 900 million"
_GROWING = rf"\b{any_of('number_cues.toml', 'growing')}{any_of('number_cues.toml', 'growing_endings')}?\b"
_GROWTH = re.compile(_GROWING)
_BY_SUM = re.compile(rf"(?:{_GROWING}|\boff)(?: by)? ?[a-z]{{0,3}} ?[$€£¥₹]? ?$")  # "fell $2 to $9"
_OF = re.compile(r"\b(?:of|between)(?: \w+)? $")  # "rose 3% to 4%" tells two values
# "$500 to 1,200 poor families": what is behind "to" gets the sum.
_RECEIVERS = re.compile(
    r" (?!(?:in|of|per|an?|for|from|on|at|and|or|as|by|with|each|is|was|to)\b)(?:[a-z-]+ )?[a-z]{2,}s\b"
)
_FAR = 14  # characters between two numbers that can be one range
_TENS = 10
_CLAUSE = 80  # characters before a number in which its verb stands


@dataclass(frozen=True, slots=True)
class Ends:
    """One number, or the two of a range, with the currency sign before it."""

    low: Numeral
    high: Numeral
    start: int
    sign: Candidates | None

    @property
    def ranged(self) -> bool:
        """Whether there are two numbers."""
        return self.low is not self.high

    def with_high(self, high: Numeral) -> Ends:
        """The same with another number in the place of the last."""
        return replace(self, low=self.low if self.ranged else high, high=high)


def other_end(text: str, number: Numeral, following: Numeral, *, signed: bool) -> Numeral | None:
    """The number that ends the range that ``number`` begins, None if it begins none.

    ``following`` is the next number of ``text``; ``signed``: the sign of a currency stands before ``number``.
    """
    if following.start - number.end > _FAR:
        return None
    scaled = money_scale(text, number) if signed else number
    joint = _JOINT.match(text, scaled.end, following.start)
    if not joint and not signed:
        joint = _between_alike(text, number, following)
    if not joint or (is_year(number) and not signed and following.value < 2100 and following.scale == 1):
        return None
    between = text[joint.end() : following.start]
    sign = currency_before(between, len(between), following.value) if signed and between else None
    if between and not (sign and sign[1] == 0):
        return None
    before = _clause(text, number.start)
    if is_year(number) and not signed and _IN_YEAR.search(before.rstrip()):
        return None
    if joint[1] == "and" and "between" not in before[-24:]:
        return None
    if joint[1] == "to" and _FROM.search(before) and _GROWTH.search(before):
        return None
    high = money_scale(text, following) if signed else following
    if joint[1] == "to" and signed and (scaled.scale > 1 or high.scale == 1) and _BY_SUM.search(before):
        return None
    if joint[1] == "or" and (number.digits or following.digits) and following.value != scaled.value + 1:
        return None
    if signed and not sign and following.scale == 1 and joint[1] == "to" and _RECEIVERS.match(text, following.end):
        return None
    return following if high.value > scaled.value else None


def scaled_as(text: str, low: Numeral, high: Numeral) -> Numeral:
    """The low end of a range with the magnitude that is told for both: "10 to 15 million", "two or three hundred"."""
    if low.scale == 1 and high.scale > 1 and low.value < high.value / high.scale:
        return low.times(high.scale)
    hundreds = not low.digits and low.value < _TENS and text[high.start : high.end].lower().endswith("hundred")
    return replace(low, value=low.value * 100) if hundreds else low


def _between_alike(text: str, number: Numeral, following: Numeral) -> re.Match[str] | None:
    """What joins two numbers with one unit or magnitude: "of 3% to 4%", "between 2 and 3 euros", "30k-40k euros"."""
    if one := _unit_behind(text, number.end):
        other = _unit_behind(text, following.end)
        joint = _JOINT.match(text, one[1], following.start)
        if other and other[0] == one[0] and joint and (joint[1] != "to" or _steady(text, number.start)):
            return joint
    low, high = money_scale(text, number), money_scale(text, following)
    if low is number or high is following or not currency_after(text, high.end, high.value):
        return None
    return _JOINT.match(text, low.end, following.start)


def _clause(text: str, at: int) -> str:
    """What the sentence says right before a place."""
    return re.split(r"[.;?!\n] ", text[max(0, at - _CLAUSE) : at].lower())[-1]


def _steady(text: str, at: int) -> bool:
    """Whether nothing before a place tells of growth, or the growth itself is told: "a rise of"."""
    before = _clause(text, at)
    return bool(_OF.search(text, 0, at)) or not (_FROM.search(before) or _GROWTH.search(before))


def _unit_behind(text: str, at: int) -> tuple[str | Coins | Candidates, int] | None:
    """The unit, coin or currency that is named at a place, and where it ends."""
    return coins_after(text, at) or symbols().after(text, at) or units().after(text, at) or currency_after(text, at, 1)
