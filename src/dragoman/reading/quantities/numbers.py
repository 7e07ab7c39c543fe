"""Sums, shares, measures and counts: numbers put together with their signs, units, bounds and nouns.

Numbers that only name something ("Phase 2", "eight-point plan", a date, a telephone number) are left out. The text is
walked through once, from number to number, so the time is linear in its length.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

from spacy.tokens import Doc

from dragoman.models import Amount
from dragoman.reading.language import starts_of, text_of
from dragoman.reading.quantities import money
from dragoman.reading.quantities.counted import Counted, counted_by, is_of_year
from dragoman.reading.quantities.ellipsis import fill_units, is_number_of
from dragoman.reading.quantities.exactness import Bound, during, restates, said_before, said_behind
from dragoman.reading.quantities.multiples import find_multiples
from dragoman.reading.quantities.naming import dates, is_year, only_names
from dragoman.reading.quantities.numerals import Numeral, find_numerals, money_scale, share_magnitudes
from dragoman.reading.quantities.ranges import Ends, other_end, scaled_as
from dragoman.reading.quantities.sums import sum_at
from dragoman.reading.quantities.units import (
    and_half,
    lone_measures,
    long_things,
    measure_of,
    pairs,
    people,
    qualifiers,
    symbols,
    units,
)
from dragoman.values import CurrencyCode

QuantityKind = Literal["money", "share", "measure", "count", "bare"]
_BELOW_NOTHING: tuple[QuantityKind, ...] = ("money", "share", "measure")

_OF_MORE = re.compile(r"(?:the|its|their|our|all) (?=\S)")
# Small numbers that what follows makes worth telling: "9 of them", "from 9 to 6 per cent".
_IN_CONTEXT = re.compile(r" of (?:them|whom)\b|(?: per cent| percent|%)? to \d[\d.]* ?(?:%|per ?cent)")
_CHANGED = re.compile(r"\b(?:up from|down from|against|compared with|compared to|versus|vs\.?) $")
_BESIDE = 20
_RANGE = re.compile(r" ?(?:[-–—]|to) ?(?:[A-Z]{0,3}[$€£¥₹]?)")
_WORD = re.compile(r" ([A-Za-z/]+)")
# Behind these an "m" is a million; plurals may be counted.
_MANY = ("people", "bpd", "b/d", "TEU", "TEUs")
_PLURAL = re.compile(r"[a-z]{3,}(?<![siu])s$")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it is a number of, at characters ``start`` to ``end`` ("more than 16 million dollars").

    A range has ``low`` and ``high`` and no ``value``. ``unit`` is an ISO 4217 code, "%" or a singular noun, None for a
    bare number; ``noun`` the characters of the counted noun phrase.
    """

    start: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    unit: str | None
    bound: Bound | None
    approx: bool
    kind: QuantityKind
    noun: tuple[int, int] | None = None

    @property
    def amount(self) -> Amount:
        """How much it is, as an entry holds it."""
        return Amount(
            value=self.value, low=self.low, high=self.high, unit=self.unit, bound=self.bound, approx=self.approx
        )


def find_quantities(doc: Doc, dollar: CurrencyCode | None = None) -> list[Quantity]:
    """The quantities of ``doc`` in text order, without overlaps; ``dollar`` is what a bare "$" means (default USD).

    Of two currencies of one sum, "5 million yuan (about $700,000)", the first stands alone.
    """
    reader = _Reader(doc, dollar or CurrencyCode("USD"))
    read = list(reader.quantities())
    sums = {q.start for q in read if q.kind == "money"}  # "a quarter of a dollar" is no share
    multiples = [m for m in find_multiples(reader.text) if m.start not in sums]
    shares = [Quantity(m.start, m.end, m.value, None, None, "%", m.bound, m.approx, "share") for m in multiples]
    taken = [(s.start, s.end) for s in shares]
    read = [q for q in read if not _overlaps(q, taken)]
    found = sorted([*shares, *_without_restated(reader.text, read)], key=lambda q: q.start)
    return list(fill_units(doc, found))


def find_restated(doc: Doc, dollar: CurrencyCode | None = None) -> list[Quantity]:
    """What ``find_quantities`` leaves out since it says in another currency or unit what the one before says."""
    read = [q for q in _Reader(doc, dollar or CurrencyCode("USD")).quantities() if q.kind in ("money", "measure")]
    alone = {q.start for q in _without_restated(text_of(doc), read)}
    return [q for q in read if q.start not in alone]


def _overlaps(quantity: Quantity, taken: list[tuple[int, int]]) -> bool:
    at = bisect_right(taken, (quantity.end, 0))
    return at > 0 and taken[at - 1][1] > quantity.start


def _without_restated(text: str, found: list[Quantity]) -> Iterator[Quantity]:
    """All but those that say in another currency or unit what the one before says: in brackets, or after "or"."""
    last: Quantity | None = None
    again = 0  # where what the last says again ends
    for quantity in found:
        alike = last is not None and last.kind == quantity.kind in ("money", "measure")
        alike = alike and last is not None and (last.unit != quantity.unit or last.value == quantity.value is not None)
        between = text[last.end : quantity.start] if last else ""
        behind = text[quantity.end : quantity.end + 1]
        told_again = restates(between, behind, about=quantity.approx)
        if alike and (told_again or text[again : quantity.start] in (", ", "; ", " or ")):
            again = quantity.end
            continue
        yield quantity
        last, again = quantity, 0


class _Reader:
    """One pass over the numerals of a document."""

    def __init__(self, doc: Doc, dollar: CurrencyCode) -> None:
        self.doc = doc
        self.text = text_of(doc)
        self.dollar = dollar
        self.starts = starts_of(doc)

    def quantities(self) -> Iterator[Quantity]:
        """The quantities in text order; a number that is part of the one before is passed over."""
        numerals = [
            *share_magnitudes(self.text, find_numerals(self.text)),
            *money.single_sums(self.text),
            *lone_measures(self.text),
        ]
        numerals.sort(key=lambda n: (n.start, -n.end))
        done = 0
        for number, following in zip_longest(numerals, numerals[1:]):
            if number.start < done:
                continue
            ends = self._ends(number, following)
            quantity = self._quantity(ends)
            if quantity and quantity.start < done:  # the sign before it belongs to the sum before
                quantity = self._quantity(Ends(number, number, number.start, None))
                quantity = quantity if quantity and quantity.start >= done else None
            done = quantity.end if quantity else number.end
            if quantity:
                yield quantity

    # ------------------------------------------------------------- the number and its range

    def _ends(self, number: Numeral, following: Numeral | None) -> Ends:
        value = money_scale(self.text, number).value
        if following and _RANGE.fullmatch(self.text, number.end, following.start):  # "R3-4 billion"
            value = max(value, money_scale(self.text, following).value)
        sign = money.currency_before(self.text, number.start, value)
        start = sign[1] if sign else number.start
        high = other_end(self.text, number, following, signed=sign is not None) if following else None
        if not high:
            return Ends(*(money_scale(self.text, number) if sign else number,) * 2, start, sign and sign[0])
        number, high = (money_scale(self.text, number), money_scale(self.text, high)) if sign else (number, high)
        return Ends(scaled_as(self.text, number, high), high, start, sign[0] if sign else None)

    # ------------------------------------------------------------- the unit and the qualifiers

    def _quantity(self, ends: Ends) -> Quantity | None:
        said = said_before(self.text, ends.start, ends.low.start)
        start, bound, approx = said.at, said.bound, said.approx
        unit: str | None
        kind: QuantityKind
        noun: tuple[int, int] | None
        found = self._money(ends) or self._measured(ends)
        ends = ends if found else self._magnified(ends)
        if found:
            ends, end, unit, kind = found
            if kind != "money" and self._names(ends, start, unit):
                return None
            noun = self._substance(end) if kind == "measure" else None
        else:
            if self._names(ends, start, None):
                return None
            counted = self._counted(ends)
            if counted is None and not self._bare(ends):
                return None
            if counted and self._generic(ends, counted):
                return None
            end, unit, kind, noun = ends.high.end, None, "bare", None
            if counted:
                end, unit, kind, noun = counted.end, counted.unit, "count", (counted.start, counted.end)
                end = ends.high.end if self._measures_inside(counted) else end
                if currency := money.counted_currency(self.text, ends.high, counted.end, self.dollar):
                    end, unit, kind, noun = counted.end, currency, "money", None
        if kind == "measure" and unit and measure_of(unit) == "duration" and during(self.text, start, ends.start):
            bound = None
        behind = said_behind(self.text, sorted({ends.high.end, end}))
        end, bound, approx = max(end, behind.at), bound or behind.bound, approx or behind.approx
        low, high = (ends.low.value, ends.high.value) if ends.ranged else (None, None)
        value = None if ends.ranged else -ends.low.value if said.negative and kind in _BELOW_NOTHING else ends.low.value
        return Quantity(start, end, value, low, high, unit, bound, approx, kind, noun)

    def _money(self, ends: Ends) -> tuple[Ends, int, str, QuantityKind] | None:
        found = sum_at(self.text, ends, self.dollar)
        return (*found, "money") if found else None

    def _measured(self, ends: Ends) -> tuple[Ends, int, str, QuantityKind] | None:
        ends = self._magnified(ends)
        qualifier = qualifiers("after").after(self.text, ends.high.end)  # "20-odd per cent"
        places = (ends.high.end, *((qualifier[1],) if qualifier else ()))
        tables = (table for at in places for table in (symbols().after(self.text, at), units().after(self.text, at)))
        found = next((table for table in tables if table), None)
        if not found:
            return None
        unit, end = found
        if self.text[end : end + 1] == "-" and self.text[end - 1].isalpha() and not self.text[end - 2].isalpha():
            return None  # "100 t-shirts"
        if not ends.ranged:
            number, end = and_half(self.text, ends.high, end)
            ends = ends.with_high(number)
        return ends, end, unit, "share" if unit == "%" else "measure"

    def _magnified(self, ends: Ends) -> Ends:
        """ "2m tonnes", "3m people": beside a unit or people that are many, "m" is a million and no metre."""
        short = money_scale(self.text, ends.high)
        word = _WORD.match(self.text, short.end) if short is not ends.high else None
        if not word or not (
            units().after(self.text, short.end) or word[1].lower() in people() or self._many(ends, word)
        ):
            return ends
        return ends.with_high(short) if word[1].endswith("s") or word[1] in _MANY else ends

    def _many(self, ends: Ends, word: re.Match[str]) -> bool:
        """Whether what stands behind an "m" or "k" is counted: plural, with no space before it, and nothing long."""
        apart = self.text[ends.high.end : ends.high.end + 2].lower() not in ("m ", "k ")
        return word[1] in _MANY or (not apart and bool(_PLURAL.match(word[1])) and word[1] not in long_things())

    def _substance(self, end: int) -> tuple[int, int] | None:
        """What is measured: "honey" in "43 tons of honey"."""
        at = bisect_right(self.starts, end) - 1
        behind = self.doc[at + 1 : at + 3]
        for token in behind:
            if token.lower_ == "of":
                inner = [child for child in token.children if child.dep_ == "pobj"]
                if inner:
                    return self.doc[token.i + 1].idx, inner[0].idx + len(inner[0])
        return None

    def _counted(self, ends: Ends) -> Counted | None:
        said = qualifiers("after").after(self.text, ends.high.end)  # "a hundred-odd lorries"
        last = bisect_right(self.starts, (said[1] if said else ends.high.end) - 1) - 1
        first = bisect_right(self.starts, ends.start) - 1
        if last < 0 or (not said and self.starts[last] + len(self.doc[last]) > ends.high.end):
            return None
        if is_year(ends.high) and dates(self.text, ends.start, ends.high.value):
            return None
        found = counted_by(self.doc, first, last, ends.high.value)
        return None if found and is_year(ends.high) and is_of_year(self.doc, found, ends.high.value) else found

    def _measures_inside(self, counted: Counted) -> bool:
        """Whether the noun phrase holds a quantity of its own: "three 40-bed hospitals", "two 300 MW units"."""
        inside = self.text[counted.start : counted.end]
        of = _OF_MORE.match(inside)
        if of and next((n.start for n in find_numerals(inside)), None) == of.end():  # "14 of the 17 projects"
            return True
        if not any(c.isdigit() for c in inside):
            return False
        ends = [counted.start + number.end for number in find_numerals(inside)]
        return any(
            symbols().after(self.text, at) or units().after(self.text, at) or self.text.startswith("-", at)
            for at in ends
        )

    def _names(self, ends: Ends, start: int, unit: str | None) -> bool:
        at = bisect_right(self.starts, ends.start) - 1
        return only_names(self.text, self.doc[at], start, ends.low, ends.high, unit)

    def _bare(self, ends: Ends) -> bool:
        """Whether a number with nothing behind it is still worth telling: not a year, and not small."""
        worth = ends.high.value >= 10 or ends.high.scale > 1 or ends.ranged
        told = ends.high.value > 1 and _IN_CONTEXT.match(self.text, ends.high.end)
        told = told or _CHANGED.search(self.text, max(0, ends.start - _BESIDE), ends.start)
        worth = worth or bool(told) or is_number_of(self.text, ends.start)
        return not is_year(ends.high) and (worth or self._hurt(ends))

    def _hurt(self, ends: Ends) -> bool:
        """ "Five wounded"."""
        word = _WORD.match(self.text, ends.high.end)
        return word is not None and word[1].endswith("ed") and word[1] in people()

    def _generic(self, ends: Ends, counted: Counted) -> bool:
        """ "Our two countries", "the two sides": the parties themselves."""
        return not ends.ranged and ends.high.value == 2 and counted.unit in pairs()
