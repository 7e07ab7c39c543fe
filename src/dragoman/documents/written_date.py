"""Full dates as people write them: ``3 February 2022``, ``Feb. 3, 2022``, ``03.02.2022``, ``2022-02-03``."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.values import Edtf

_EARLIEST = 1500  # before that nothing was published
_MONTHS_OF_YEAR = 12

MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
MONTHS |= {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}
MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b\.?"
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
# Not the second half of a range or of a longer number, nor followed by more of one.
_START, _END = r"(?<![\w/.–-])", r"(?![\w/–-])"
_FORMS = [
    rf"{_START}(?P<y>\d{{4}})(?P<s>[-/.])(?P<m>\d{{1,2}})(?P=s)(?P<d>\d{{1,2}})(?=T\d|{_END})",
    rf"{_START}(?P<d>\d{{1,2}})(?P<s>[-/.])(?P<m>\d{{1,2}})(?P=s)(?P<y>\d{{4}}){_END}",
    rf"{_START}(?P<d>{DAY})[ -](?:of )?(?P<name>{MONTH}),?[ -](?P<y>\d{{4}}){_END}",
    rf"{_START}(?P<name>{MONTH}) ?(?P<d>{DAY}),? (?P<y>\d{{4}}){_END}",
    rf"{_START}(?P<name>{MONTH}),? (?P<y>\d{{4}}){_END}",
    r"\A(?:[A-Z]{2,5})?(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?:\.\d{2,4})*\Z",  # "20190203", "ABC20190203.0412"
    r"\A(?P<d>\d{1,2})(?P<s>[-/])(?P<m>\d{1,2})(?P=s)(?P<short>\d\d)(?=\s+\d{1,2}:\d\d|\Z)",
]
_PATTERNS = [re.compile(form, re.IGNORECASE) for form in _FORMS]


@dataclass(frozen=True)
class WrittenDate:
    """A date of day or month precision and the characters that it is written in."""

    value: Edtf
    start: int
    end: int


def find_dates(text: str) -> list[WrittenDate]:
    """All dates with a year in ``text``, in order.

    Of two numbers that may be day and month the first is the day, unless that is impossible (``12/31/2021``).
    If the year is short neither may be taken for the other ("12/31/98", but not "10/12/98").
    Days after tomorrow are left out: what is published already was not published then.
    """
    taken: list[WrittenDate] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            value = _value(match.groupdict())
            if value and not any(match.start() < other.end and other.start < match.end() for other in taken):
                taken.append(WrittenDate(value, match.start(), match.end()))
    return sorted(taken, key=lambda found: found.start)


def _value(parts: dict[str, str]) -> Edtf | None:
    if "short" in parts:
        return _short(int(parts["short"]), int(parts["m"]), int(parts["d"]))
    year, day = int(parts["y"]), int(re.sub(r"\D", "", parts.get("d", "0")))
    if "name" in parts:
        return _checked(year, MONTHS[parts["name"].lower().rstrip(".")], day)
    month = int(parts["m"])
    return _checked(year, month, day) or _checked(year, day, month)


def _short(year: int, month: int, day: int) -> Edtf | None:
    """The day with a year of two digits, the latest such that may have passed, if day and month can be told apart."""
    if max(month, day) <= _MONTHS_OF_YEAR and month != day:
        return None
    centuries = (2000, 1900)
    either = (_checked(first + year, *pair) for first in centuries for pair in ((month, day), (day, month)))
    return next(filter(None, either), None)


def _checked(year: int, month: int, day: int) -> Edtf | None:
    """The date if there is such a day (0: the month alone) and it may have passed."""
    try:
        first = date(year, month, day or 1)
    except ValueError:
        return None
    if year < _EARLIEST or first > date.today() + timedelta(days=1):
        return None
    return Edtf(f"{first:%Y-%m-%d}" if day else f"{first:%Y-%m}")


def years(text: str) -> Iterator[int]:
    """The years, not later than this one, that ``text`` names in four digits."""
    this_year = date.today().year
    return (year for found in re.findall(r"\b(?:19|20)\d\d\b", text) if (year := int(found)) <= this_year)
