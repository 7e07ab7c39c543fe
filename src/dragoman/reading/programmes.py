"""Programmes: the days under which a text lists what is to happen, each as a line of its own.

"Tuesday, 4 November / 10.00 Official welcome / 11.00 Talks with the President / Wednesday, 5 November / …"
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from dragoman.models import Event
from dragoman.values import Edtf

if TYPE_CHECKING:
    from dragoman.reading.dates import DateMention

_DAY = 10  # characters of an EDTF day
_FEWEST = 2  # days of a programme
_LONGEST = 1500  # characters listed under the last day
# What may stand in the line beside the day: its weekday (perhaps badly scanned), its number, a dash.
_BESIDE = re.compile(r"(?:day\s?\d+)?\W*\w{0,11}\W*", re.IGNORECASE)


def days_of_programme(
    text: str, dates: Iterable[DateMention], published: Edtf | None = None
) -> list[tuple[range, Edtf]]:
    """The stretches of the text that stand under a day, with the day; none if fewer than two days have lines.

    The day of publication heads the whole text and no programme.
    """
    days = [
        (date.end, Edtf(date.edtf))
        for date in dates
        if date.edtf and len(date.edtf) == _DAY and date.edtf != published and _is_line(text, date)
    ]
    if len({day for _, day in days}) < _FEWEST:
        return []
    ends = [*(start for start, _ in days[1:]), min(len(text), days[-1][0] + _LONGEST)]
    return [(range(start, end), day) for (start, day), end in zip(days, ends, strict=True)]


def _is_line(text: str, date: DateMention) -> bool:
    """Whether a date has a line to itself; what the next line begins with may be read as a part of it."""
    begin, end = text.rfind("\n", 0, date.start) + 1, text.find("\n", date.start)
    before, after = text[begin : date.start], text[date.end : end if end >= 0 else len(text)]
    return bool(_BESIDE.fullmatch(before)) and not re.search(r"\w", after)


def on_its_day(event: Event, days: Iterable[tuple[range, Edtf]]) -> Event:
    """An event with the day under which a programme lists it."""
    day = next((day for lines, day in days if event.evidence[0].start in lines), None)
    due = day if event.stage == "planned" else event.due
    return event.model_copy(update={"date": day, "due": due}) if day else event
