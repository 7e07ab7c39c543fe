"""Stays: from which day to which a visit lasts, as several sentences tell it together.

One sentence tells the day of arrival, another that of departure, a third the whole stay, a fourth only the month.
A time that is open to one side stands for the arrival ("2004-03-02/..") or the departure ("../2004-03-05").
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dragoman.values import Edtf

if TYPE_CHECKING:
    from dragoman.reading.frames.frames import Frame

_LONGEST = timedelta(31)
"""From the arrival of a visitor to the departure."""
_DAY = 10  # characters of an EDTF day
_OF_STAY = re.compile(r"\s(?:[a-z]+\s){0,3}(?:visit|trip|tour|stay)\b")
_DAYS = re.compile(r"P(\d+)D")


def may_be_one(one: Edtf, other: Edtf) -> bool:
    """Whether two times may be of one stay."""
    first, second = _bounds(one), _bounds(other)
    if not first or not second:
        return True
    return first[0] <= second[1] and second[0] <= first[1]


def of_both(one: Edtf | None, other: Edtf | None) -> Edtf | None:
    """What two times of one stay tell together: arrival and departure, else the stay rather than a day of it, else
    the more exact of them."""
    if one is None or other is None:
        return one or other
    if _is_open(one) and _is_open(other):
        ends = [each.split("/") for each in (one, other)]
        first, last = max(end[0].strip(".") for end in ends), max(end[1].strip(".") for end in ends)
        return Edtf(f"{first}/{last}") if first and last else one
    if _is_open(one) or _is_open(other):
        return other if _is_open(one) else one
    return max(one, other, key=lambda each: (_in_days(each), _days(each) > 1, -_days(each)))


def of_length(arrival: Edtf, days: int) -> Edtf:
    """The stay of so many days from the day of arrival on; one that is open if their number is not told (0)."""
    first = arrival.first
    if first is None or not days:
        return Edtf(f"{arrival}/..")
    return Edtf(f"{arrival}/{first + timedelta(days - 1)}") if days > 1 else arrival


def length_told(frame: Frame) -> int:
    """How many days the sentence says that the visit lasts: "on a three-day official visit"; 0 if it does not."""
    sent = frame.sent
    told = (d for d in frame.dates if d.kind == "duration" and _OF_STAY.match(sent.text, d.end - sent.start_char))
    return next((int(days[1]) for d in told if (days := _DAYS.fullmatch(d.timex or ""))), 0)


def is_arrival(when: Edtf) -> bool:
    """Whether only the day of arrival is told."""
    return _is_open(when) and when.endswith("/..")


def closed(when: Edtf) -> Edtf:
    """A stay of which only one end is told, as that day."""
    return Edtf(when.replace("/..", "").replace("../", "")) if _is_open(when) else when


def _is_open(when: Edtf) -> bool:
    return len(when) == _DAY + 3 and (when.startswith("../") or when.endswith("/.."))


def _in_days(when: Edtf) -> bool:
    return all(len(end) == _DAY for end in when.split("/"))


def _days(when: Edtf) -> int:
    return (when.last - when.first).days + 1 if when.first and when.last else 0


def _bounds(when: Edtf) -> tuple[date, date] | None:
    first, last = when.first, when.last
    if _is_open(when):
        return (first, first + _LONGEST) if first else (last - _LONGEST, last) if last else None
    return (first, last) if first and last else None
