"""The day of publication, where the page around a text tells it; never a date of the running text.

In this order: a line for the date at the head ("Posted: 03.02.2022 09:40", "2001-01-28", "Canberra, 5 May 1999"),
the dateline of the first paragraph ("OSLO, 3 May 2019 (Agency) –"), a line for the date at the tail, a line under the
title that ends or begins with the date ("Interview with the ambassador, 12 March 2009", "27 May 2014 (agency)").
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from datetime import date
from functools import cache

from dragoman.documents.lines import head_lines, is_prose, tail_lines
from dragoman.documents.words import words
from dragoman.documents.written_date import DAY, MONTH, WrittenDate, find_dates, years
from dragoman.values import Edtf

_LONGEST = 120  # characters of a line that is there for the date
_TAIL = 3  # lines at the end among which a date may stand
_WEEKDAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}
_WEEKDAY = re.compile(r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?", re.IGNORECASE)
_CLOCK = re.compile(
    r"\b\d{1,2} ?[ap]\.?m\b\.?|T?\b\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\.\d+)?(?: ?[ap]\.? ?m\b\.?)?"
    r"(?: ?(?:Z|GMT|UTC|[A-Z]{2,4}T)\b)?(?: ?[+-]\d{1,2}(?::?\d{2})?)?",
    re.IGNORECASE,
)
_EMPHASIS = re.compile(r"\*{1,3}|\b_{1,3}|_{1,3}\b")  # of Markdown: "**LIMA, 3 May 2019** – "
_NUMBER = re.compile(r"\bno\.? ?\d+(?:[/-]\d+)?", re.IGNORECASE)
_PLACE = r"[A-ZÀ-Þ][\w'’.-]*(?:[ ,/]+[A-ZÀ-Þ][\w'’.-]*){0,4}?"
_DAY_AND_MONTH = rf"(?:(?i:{MONTH}) ?{DAY}|{DAY} (?i:{MONTH}))(?:,? \d{{4}}| \(\d{{4}}\))?"
_AGENCY = r"/[^/\n]{2,25}/|\([^)\n]{2,40}\)"
_DATELINE = re.compile(
    rf"\(?(?P<place>{_PLACE})(?:[.,:]| [–—-])?\s+(?:\([^)\n]{{2,40}}\)\s+(?:[–—-]{{1,2}}\s+)?)?"
    rf"(?P<date>{_DAY_AND_MONTH}|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}})\)?[.,:]?\s*(?:{_AGENCY}|[–—-]{{1,2}}\s|(?<=:\s)|(?<=\d{{4}}\.\s))"
)


def find_date(text: str) -> Edtf | None:
    """The day (or month) of publication that the head or the tail of ``text`` tells, else None."""
    lines = [_EMPHASIS.sub("", line) for line in head_lines(text)]
    start = next((number for number, line in enumerate(lines) if is_prose(line)), len(lines))
    lead = lines[start] if start < len(lines) else ""
    return (
        _from_lines(lines[:start])
        or _from_dateline(lead, text)
        or _from_lines(reversed(tail_lines(text)[-_TAIL:]))
        or next(filter(None, map(_at_an_end, lines[1:start])), None)
    )


def as_edtf(text: str | None) -> Edtf | None:
    """A date field of a page or a file: EDTF as it is, else the one date that is written in it, else None."""
    text = (text or "").strip()
    try:
        return Edtf(text) if text else None
    except ValueError:
        found = find_dates(text)
        return found[0].value if found else None


def is_date_line(line: str) -> bool:
    """Whether ``line`` is there to tell the date."""
    return bool(_told(line))


def _from_lines(lines: Iterable[str]) -> Edtf | None:
    told = [found for line in lines for found in _told(line)]
    return next((value for value, updated in told if not updated), None) or next((value for value, _ in told), None)


def _told(line: str) -> list[tuple[Edtf, bool]]:
    """The dates that ``line`` is there to tell, each with whether it is that of a later change."""
    if len(line) > _LONGEST:
        return []
    return [found for part in re.split(r"[|•·]", line) for found in _told_by_part(part.strip())]


def _told_by_part(part: str) -> list[tuple[Edtf, bool]]:
    found = find_dates(part)
    before = [part[last.end if last else 0 : date_.start] for last, date_ in zip([None, *found], found, strict=False)]
    labels = [_label(words_) for words_ in before]
    if not found or (len({date_.value for date_ in found}) > 1 and not all(labels)):
        return []  # two dates without a word are the beginning and the end of something else
    rest = _rest(part, found)
    unknown = [word for word in re.findall(r"[^\W_]+", rest) if word.lower() not in words("beside_dates")]
    if any(word[0].isdigit() for word in unknown):
        return []
    fits = len(unknown) <= 6 if labels[0] else len(unknown) <= 3 and not any(word[0].islower() for word in unknown)
    return [(date_.value, label == "updated") for date_, label in zip(found, labels, strict=True)] if fits else []


def _label(before: str) -> str | None:
    """What the words before a date make of it: "published", "updated" or nothing."""
    plain = re.sub(r"\W+", " ", _CLOCK.sub(" ", _WEEKDAY.sub(" ", before))).strip().lower()
    for label in ("updated", "published"):  # "last modified on" ends with no word of the other
        if any(plain == known or plain.endswith(f" {known}") for known in words(label)):
            return label
    return None


def _rest(part: str, found: list[WrittenDate]) -> str:
    """What stands in ``part`` besides dates, their labels, weekdays, clock times and the number of a release."""
    for date_ in reversed(found):
        part = f"{part[: date_.start]} , {part[date_.end :]}"
    for pattern in (_CLOCK, _WEEKDAY, _NUMBER, _labels()):
        part = pattern.sub(" ", part)
    return part


@cache
def _labels() -> re.Pattern[str]:
    known = sorted(words("published") | words("updated"), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(known)})\b", re.IGNORECASE)


def _from_dateline(lead: str, text: str) -> Edtf | None:
    found = _DATELINE.match(lead)
    if not found or found["place"].split()[0].lower().strip(".,") in words("function_words"):
        return None
    if dates := find_dates(re.sub(r"[()]", "", found["date"])):
        return dates[0].value
    return _with_year(found["date"], lead, text) if not re.search(r"\d{4}|[./]\d", found["date"]) else None


def _at_an_end(line: str) -> Edtf | None:
    """The only date of a short line, with a comma before it and a bracket or dash after it, if words stand there."""
    found = find_dates(line) if len(line) <= _LONGEST else []
    if len(found) != 1 or len(found[0].value) < len("2001-01-28"):
        return None
    before, after = line[: found[0].start].rstrip(), line[found[0].end :].strip()
    parted = (not before or before.endswith(",")) and (not after or after[0] in "(–—-")
    return found[0].value if parted else None


def _with_year(day_and_month: str, lead: str, text: str) -> Edtf | None:
    """The day of a dateline without a year, if the weekday that the lead names fits the newest year of the text.

    A day of the year falls on the same weekday only every five to eleven years, so that a fit with the newest year
    that the text names, or with the year after it, is no accident. Of these two at most one fits.
    """
    weekdays = {_WEEKDAYS[name.lower()] for name in re.findall(rf"\bon ({'|'.join(_WEEKDAYS)})\b", lead, re.IGNORECASE)}
    newest = max(years(" ".join(head_lines(text) + tail_lines(text))), default=None)
    if len(weekdays) != 1 or newest is None:
        return None
    fitting = (found for year in (newest, newest + 1) for found in find_dates(f"{day_and_month.rstrip('.')}, {year}"))
    for found in fitting:
        if date.fromisoformat(found.value).weekday() in weekdays:
            return found.value
    return None
