"""Reckoning: days, months and years counted on and back, each kept at the precision that the source gave.

A ``Stamp`` is a point of the calendar of which the finer parts may be unknown. A ``Value`` is what a phrase comes to.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_DAYS = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}
_CODES = {"day": "D", "week": "W", "fortnight": "W", "month": "M", "quarter": "Q", "year": "Y", "decade": "DE",
          "century": "CE", "weekend": "WE", "hour": "H", "minute": "M", "second": "S"}  # fmt: skip
_TIMES = {"fortnight": 2}
_HALVES = {"minute": "PT30S", "hour": "PT30M", "day": "PT12H", "year": "P6M"}
SEASONS = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}


class Stamp(NamedTuple):
    """A year, a month of it, or a day of that."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def text(self) -> str:
        """The EDTF form, which is also the TIMEX3 form."""
        months = f"-{self.month:02}" if self.month else ""
        return f"{self.year:04}{months}" + (f"-{self.day:02}" if self.month and self.day else "")

    @property
    def middle(self) -> date:
        """The day, or one in the middle of the month or year."""
        return date(self.year, self.month or 7, self.day or (15 if self.month else 1))

    @property
    def first_day(self) -> date:
        """The first day of the year, the month or the day."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The last day of the year, the month or the day."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    @property
    def valid(self) -> bool:
        """Whether the calendar has such a day, in a year of four digits."""
        if not 1 <= self.year <= 9999 or (self.month is not None and not 1 <= self.month <= 12):
            return False
        return self.day is None or 1 <= self.day <= monthrange(self.year, self.month or 1)[1]


class Value(NamedTuple):
    """What a phrase comes to: EDTF and TIMEX3 values, and the point from which the text may count on."""

    edtf: str | None
    timex: str | None
    stamp: Stamp | None = None
    until: Stamp | None = None


def stamp_of(day: date) -> Stamp:
    """The stamp of a whole day."""
    return Stamp(day.year, day.month, day.day)


def value_of(stamp: Stamp, about: bool = False) -> Value:
    """A point of the calendar as it stands."""
    return Value(stamp.text + "~" * about, stamp.text, stamp)


def stretch(first: Stamp, last: Stamp, timex: str | None = None) -> Value:
    """From one point to another."""
    if first == last:
        return value_of(first)
    return Value(f"{first.text}/{last.text}", timex, first, last)


def decade(first_year: int) -> Value:
    """Ten years: ``197X``."""
    return Value(f"{first_year // 10:03}X", f"{first_year // 10:03}", Stamp(first_year), Stamp(first_year + 9))


def century(number: int) -> Value:
    """The twentieth century: ``19XX``, as everybody but the calendar counts it."""
    first = (number - 1) * 100
    return Value(f"{number - 1:02}XX", f"{number - 1:02}", Stamp(first), Stamp(first + 99))


def season(year: int, code: int) -> Value:
    """A season by its EDTF code; the stamp is the middle month of the northern one."""
    return Value(f"{year:04}-{code}", f"{year:04}-{SEASONS[code]}", Stamp(year, {21: 4, 22: 7, 23: 10, 24: 12}[code]))


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher's algorithm)."""
    golden, (century_, rest) = year % 19, divmod(year, 100)
    moon = (19 * golden + century_ - century_ // 4 - (century_ - (century_ + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century_ % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def week(day: date, days: tuple[int, int] = (0, 6), suffix: str = "") -> Value:
    """The ISO 8601 week (Monday to Sunday) around ``day``, or the days ``days`` of it."""
    monday = day - timedelta(day.weekday())
    year, number, _ = day.isocalendar()
    first, last = (stamp_of(monday + timedelta(n)) for n in days)
    return stretch(first, last, f"{year:04}-W{number:02}{suffix}")


def opening(value: Value) -> str:
    """The EDTF form of where a value begins; for decades and seasons, which no interval may name, about then."""
    first = (value.edtf or "").split("/")[0]
    return first if _may_bound(first) or value.stamp is None else f"{value.stamp.text}~"


def closing(value: Value) -> str:
    """The EDTF form of where a value ends."""
    last = (value.edtf or "").split("/")[-1]
    end = value.until or value.stamp
    return last if _may_bound(last) or end is None else f"{end.text}~"


def _may_bound(edtf: str) -> bool:
    return "X" not in edtf and (len(edtf) < 7 or int(edtf[5:7]) < 13 if edtf[4:5] == "-" else True)


def duration(unit: str, count: float | None) -> str:
    """The ISO 8601 duration of so many units; X where nobody counted."""
    time = "T" if unit in ("hour", "minute", "second") else ""
    if count is None:
        return f"P{time}X{_CODES[unit]}"
    if count == 0.5 and unit in _HALVES:
        return _HALVES[unit]
    if unit in ("decade", "century") and count != int(count):
        count, unit = count * _MONTHS[unit] / 12, "year"
    amount = count * _TIMES.get(unit, 1)
    return f"P{time}{int(amount) if amount == int(amount) else amount}{_CODES[unit]}"


def moved(stamp: Stamp, unit: str, count: int) -> Stamp | None:
    """The stamp so many units on (back, if negative), at the precision of the unit; None if the stamp is coarser."""
    if unit in _DAYS:
        if stamp.day is None:
            return None
        try:
            return stamp_of(stamp.middle + timedelta(_DAYS[unit] * count))
        except OverflowError:
            return None
    months = (stamp.year * 12 + (stamp.month or 1) - 1) + _MONTHS[unit] * count
    if unit in ("month", "quarter") and stamp.month is None:
        return None
    there = Stamp(months // 12, months % 12 + 1) if unit in ("month", "quarter") else Stamp(months // 12)
    return there if there.valid else None


def period(stamp: Stamp, unit: str, count: int = 0) -> Value | None:
    """The whole day, week, month, quarter, year, decade or century that lies so many units from ``stamp``."""
    there = moved(stamp, unit, count)
    if there is None:
        return None
    if unit in ("week", "fortnight"):
        return week(there.middle)
    if unit == "weekend":
        return week(there.middle, (5, 6), "-WE")
    if unit == "quarter" and there.month:
        return quarter(there.year, (there.month + 2) // 3)
    if unit == "decade":
        return decade(there.year // 10 * 10)
    if unit == "century":
        return century(there.year // 100 + 1)
    return value_of(there)


def months(year: int, first: int, last: int, timex: str | None = None) -> Value:
    """Months of one year."""
    return stretch(Stamp(year, first), Stamp(year, last), timex)


def quarter(year: int, number: int) -> Value:
    """A quarter of the calendar year."""
    return months(year, number * 3 - 2, number * 3, f"{year:04}-Q{number}")
