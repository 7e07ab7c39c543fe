"""Portions: the early, middle, late, first or last part of a period that is known."""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.reading.dates import reckoning
from dragoman.reading.dates.reckoning import Stamp, Value

_PART_CODES = {"H1": (1, 6), "H2": (7, 12), "Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12)}


def part_of(of: Value, name: str) -> Value | None:
    """The part ``name`` (see ``Part``) of the period ``of``."""
    stamp = of.stamp
    if stamp is None or of.edtf is None:
        return None
    if name.startswith("T"):
        return of._replace(timex=(of.timex or "") + name) if stamp.day and not of.until else of
    if name in _PART_CODES:
        if of.until and _is_decade(of) and name in ("H1", "H2"):
            half = stamp.year + (5 if name == "H2" else 0)
            return reckoning.stretch(Stamp(half), Stamp(half + 4), of.timex)
        if stamp.month or of.until:
            return of
        return reckoning.months(stamp.year, *_PART_CODES[name], f"{of.timex}-{name}")
    if name == "WEEK":
        return reckoning.week(stamp.middle)
    if name == "EVE":
        return reckoning.value_of(reckoning.stamp_of(stamp.middle - timedelta(1))) if stamp.day else None
    if name[0] == "K":
        return _weekday_of(stamp, *(int(number) for number in name[1:].split(":")))
    if ":" in name:
        return _units_of(of, stamp, name)
    if of.until is not None:
        return _part_of_years(of, name)
    if stamp.day:
        return of
    if name in ("start", "end"):
        return _edge(stamp, name)
    return reckoning.value_of(stamp, about=name == "mid")


def _weekday_of(month: Stamp, which: int, weekday: int) -> Value | None:
    """The first Thursday, or the last (−1), of a month."""
    if month.month is None or month.day:
        return None
    day = month.first_day + timedelta((weekday - month.first_day.isoweekday()) % 7 + 7 * (which - 1))
    if which < 0:
        day = month.last_day - timedelta((month.last_day.isoweekday() - weekday) % 7)
    return reckoning.value_of(reckoning.stamp_of(day)) if day.month == month.month else None


def _edge(stamp: Stamp, name: str) -> Value:
    """The beginning or the end of a year (about its first or last month) or of a month (about that month)."""
    if stamp.month is None and name == "end":
        return reckoning.value_of(Stamp(stamp.year, 12), about=True)._replace(timex=stamp.text)
    return reckoning.value_of(stamp)


def _part_of_years(of: Value, name: str) -> Value:
    """Early, mid or late in a decade or century; for other stretches the stretch itself."""
    return of._replace(edtf=f"{of.stamp.year + 5:04}~") if name == "mid" and of.stamp and _is_decade(of) else of


def _is_decade(of: Value) -> bool:
    """Whether it is ten years that begin with a round one."""
    first, last = of.stamp, of.until
    if first is None or last is None or first.month:
        return False
    return last.year - first.year == 9 and first.year % 10 == 0


def _units_of(of: Value, stamp: Stamp, name: str) -> Value | None:
    """Days, weeks, months, years or decades ``low:high`` of a period, counted from its start or (negative) its end."""
    sign, (low, high) = name[0], (int(number) for number in name[1:].split(":"))
    last = of.until or stamp
    if sign in "DW":
        days = _days_of(stamp.first_day, last.last_day, (low, high), 7 if sign == "W" else 1)
        if days is None or days.until is None:
            return days
        return days._replace(timex=of.timex if high - low == 1 else f"P{high - low}{sign}")
    timex = of.timex if sign == "W" and high - low == 1 else f"P{high - low}{sign}"
    size = {"M": 1, "Y": 12, "X": 120}[sign]
    if stamp.month or last.month:
        return of
    total = (last.year - stamp.year + 1) * 12
    begin, stop = (low * size, high * size) if low >= 0 else (total + low * size, total + high * size)
    if not 0 <= begin < stop <= total:
        return None
    first, final = divmod(begin, 12), divmod(stop - 1, 12)
    if sign == "M":
        return reckoning.stretch(
            Stamp(stamp.year + first[0], first[1] + 1), Stamp(stamp.year + final[0], final[1] + 1), timex
        )
    return reckoning.stretch(Stamp(stamp.year + first[0]), Stamp(stamp.year + final[0]), timex)


def _days_of(begin: date, end: date, which: tuple[int, int], length: int) -> Value | None:
    """Days or weeks (``length`` 7) from the ``which[0]``-th to before the ``which[1]``-th between two days."""
    low, high = which
    start = begin + timedelta(low * length) if low >= 0 else end + timedelta(low * length + 1)
    stop = start + timedelta((high - low) * length - 1)
    if not begin <= start <= stop <= end:
        return None
    return reckoning.stretch(reckoning.stamp_of(start), reckoning.stamp_of(stop))
