"""Programmes: what is to happen day by day, each point behind its hour or its day, under the day that it is of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.reading.dates import find_dates
from dragoman.reading.laid_out.cells import lines_of
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
_CLOCK = r"(?:(?:[01]?\d|2[0-4])[.:h][0-5]\d(?: ?(?:[ap]\.?m\.?|hrs?|h|hours))?|(?:1[0-2]|[1-9]) ?(?:[ap]\.?m\.?|noon))"
_HOURS = rf"(?:(?:at|from|c\.|ca\.?|approx\.?) )?{_CLOCK}(?:\s?(?:[-–—]|to|until)\s?{_CLOCK})?"
# An hour that opens a line, or what stands behind ";" or the day in one line with others.
_POINT = re.compile(
    rf"(?:(?<=\A)|(?<=\n)|(?<=[;:–—] )|(?<=\. ))[ \t]*(?:[-*•|] ?)?(?P<hour>{_HOURS})"
    rf"(?P<end>[ \t]*[|:–—-]?)(?=[ \t]+\S)"
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
    found = list(_points(text, anchor))
    timed = [point for point in found if point.told > point.start]
    days = {point.day for point in found if point.day}
    if len(days) < _LEAST:
        found = timed
    return found if sum(point.day is not None for point in found) >= _LEAST else []


def _points(text: str, anchor: Edtf | None) -> Iterator[Point]:
    day: Edtf | None = None
    bare = False  # whether the day stands alone in its line, and no hour has been told since
    for line in lines_of(text):
        heading = _DAY.match(line.text)
        told = _resolved(heading["day"], anchor) if heading else None
        if heading and told:
            day, bare = told, heading.end() == len(line.text)
            if heading["number"]:
                yield Point(line.start + heading.start("number"), line.start + heading.start("day"), line.start, None)
        if hours := list(_POINT.finditer(text, line.start, line.end)):
            bare = False
            ends = [m.start() for m in hours[1:]] + [line.end]
            for match, end in zip(hours, ends, strict=True):
                yield Point(match.start("hour"), match.end("end"), end, day)
        elif heading and told:
            lead = len(line.text) - len(line.text.lstrip())
            if not bare and heading["rest"] != ",":
                yield Point(line.start + lead, line.start + heading.end(), line.end, day)
        elif bare and _is_point(line.text):
            lead = len(line.text) - len(line.text.lstrip())
            yield Point(line.start + lead, line.start + lead, line.end, day)
        else:
            day, bare = (day if _is_point(line.text) else None), False


_LONGEST = 160  # characters of a point
_SENTENCE = re.compile(r"[a-z)\d][.!?][\"”]?(?:\s|$)")


def _is_point(line: str) -> bool:
    """Whether a line may be a point without an hour: short, and no sentence."""
    return len(line) <= _LONGEST and not _SENTENCE.search(line)


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
