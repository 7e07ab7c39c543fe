"""Programmes: what is to happen day by day, each point behind its hour or its day, under the day that it is of."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from dragoman.reading.dates import find_dates
from dragoman.reading.layout.cells import Line, lines_of
from dragoman.values import Edtf

_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thur?s?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DATE = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?)(?:,? \d{{4}})?"
# "Monday, 6 May", "6 May 2019 (Monday)", "Day 1 – Monday, 6 May", "Tuesday 7 May – Guayaquil".
_DAY = re.compile(
    rf"[ \t]*(?:#+ |[-*•] )?(?:\*\*)?(?P<number>Day (?:\d|one|two|three|four|five)\s?[:,–—-]?\s?)?\(?"
    rf"(?P<day>{_WEEKDAY},? (?:the )?{_DATE}|{_DATE},? \(?{_WEEKDAY}\)?|{_DATE})\)?(?:\*\*)?[ \t]*"
    rf"(?P<rest>$|[:–—-](?=\s)|[|\t,])",
    re.IGNORECASE,
)
_CLOCK = (
    r"(?:(?:[01]?\d|2[0-4])[.:h][0-5]\d(?: ?(?:[ap]\.?m\.?|hrs?|h|hours))?|(?:1[0-2]|[1-9]) ?(?:[ap]\.?m\.?|noon)|"
    r"(?:Morning|Afternoon|Evening|Noon)(?=\s?[:–—-]))"
)
_HOURS = rf"(?:(?:at|from|c\.|ca\.?|approx\.?) )?{_CLOCK}(?:\s?(?:[-–—]|to|until)\s?{_CLOCK})?"
# An hour that opens a line, or what stands behind ";" or the day in one line with others.
_POINT = re.compile(
    rf"(?<![^\n ])(?:(?<=\A)|(?<=\n)|(?<=[;:–—] )|(?<=\. ))[ \t]*(?:[-*•|] ?)?(?P<hour>{_HOURS})"
    rf"(?P<end>[ \t]*[|:–—-]?)(?=[ \t]+[^\W\d])"
)
_LEAST = 2  # points of a programme


@dataclass(frozen=True, slots=True)
class Point:
    """One point of a programme: ``start`` to ``end`` in the text, of which what stands before ``told`` says when."""

    start: int
    told: int
    end: int
    day: Edtf | None


def find_points(text: str, anchor: Edtf | None) -> list[Point]:
    """The points of the programmes in ``text``, in its order; none where a single hour is told.

    Lines without an hour are points only where several days head them.
    """
    if not any(map(_DAY.match, text.splitlines())):  # most texts
        return []
    found = list(_points(text, anchor))
    days = {point.day for point in found if point.day and point.told == point.start}
    if len(days) < _LEAST or not _are_near(days):
        found = [point for point in found if point.told > point.start]
    return found if sum(point.day is not None for point in found) >= _LEAST else []


def _are_near(days: Collection[Edtf]) -> bool:
    """Whether the days may be those of one journey or one diary, and not only when two things were published."""
    first, last = Edtf(min(days)).first, Edtf(max(days)).last
    return bool(first and last and (last - first).days <= _SPAN)


_SPAN = 366  # days that a programme or a chronicle covers
_NAMED = re.compile(_WEEKDAY, re.IGNORECASE)


def _points(text: str, anchor: Edtf | None) -> Iterator[Point]:
    day: Edtf | None = None
    bare = False  # whether the day stands alone in its line, and no hour has been told since
    for line in lines_of(text):
        heading = _DAY.match(line.text)
        told = _resolved(heading["day"], anchor) if heading else None
        if heading and told:
            day, bare = told, heading.end() == len(line.text) and bool(_NAMED.search(heading["day"]))
            if heading["number"]:
                yield Point(line.start + heading.start("number"), line.start + heading.start("day"), line.start, None)
        if hours := list(_POINT.finditer(text, line.start, line.end)):
            bare = False
            ends = [m.start() for m in hours[1:]] + [line.end]
            for match, end in zip(hours, ends, strict=True):
                yield Point(match.start("hour"), match.end("end"), end, day)
        elif heading and told:
            lead = len(line.text) - len(line.text.lstrip())
            if heading.end() < len(line.text) and heading["rest"] != ",":
                yield Point(line.start + lead, line.start + heading.end(), line.end, day)
        elif bare and len(line.text) <= _LONGEST:
            yield from _sentences(line, day)
        else:
            day, bare = (day if len(line.text) <= _LONGEST else None), False


_LONGEST = 300  # characters of a line that tells what is to happen on a day
_SENTENCE = re.compile(r"(?<=[a-z)\d][.!?])\s+(?=[A-Z])")


def _sentences(line: Line, day: Edtf | None) -> Iterator[Point]:
    """The points that a line tells without hours, one a sentence."""
    start = line.start + len(line.text) - len(line.text.lstrip())
    for end in [*(line.start + gap.end() for gap in _SENTENCE.finditer(line.text)), line.end]:
        yield Point(start, start, end, day)
        start = end


def _resolved(day: str, anchor: Edtf | None) -> Edtf | None:
    return next((d.edtf for d in find_dates(re.sub(r"[()]", " ", day), anchor) if d.edtf and len(d.edtf) == 10), None)


def as_items(text: str, points: Sequence[Point]) -> str:
    """The text with a bullet, and blanks, in place of the words that say when each point is: an item of a list."""
    out = list(text)
    for point in points:
        length = point.told - point.start
        if not length:
            continue
        mark = "\n• " if length > 3 else "• "
        out[point.start : point.told] = mark + " " * (length - len(mark))
    return "".join(out)
