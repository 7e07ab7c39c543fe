"""Anniversaries: the time of the founding that they reckon back to."""

from __future__ import annotations

import re

from dragoman.reading.dates.context import Context
from dragoman.reading.dates.found import Found
from dragoman.reading.dates.meaning import Anniversary, Calendar, Counted, Meaning, Named, Part, Plain, YearOn
from dragoman.reading.dates.reckoning import Value
from dragoman.reading.dates.resolving import resolve

_YEARS = re.compile(r"P(\d+)Y")
_RELATIONS = re.compile(
    r"\s+of\s+(?:(?:full|formal|official|uninterrupted)\s+)?diplomatic\s+(?:relations|ties)\b", re.I
)
_TOLD_NEXT = 2  # sentences
_SEVERAL = 3  # years after which the founding cannot be taken for the anniversary


def reckon_anniversaries(found: list[Found], context: Context, text: str) -> None:
    """An anniversary is kept on the day (in the month, the year) told in its sentence, or in the year of writing.

    A time of its sentence that lies so many years before that is when what is kept began.
    """
    for at, phrase in enumerate(found):
        meaning = phrase.token.value
        if not isinstance(meaning, Anniversary):
            continue
        years = _years_of_founding(phrase, context)
        beside = [
            (_apart(other, phrase, text), other, other.value.stamp)
            for other in found[max(0, at - 4) : at + 5]
            if other.sentence == phrase.sentence and other.value and other.value.stamp
        ]
        beside.sort(key=lambda one: one[0])
        kept = [stamp for _, other, stamp in beside if _may_be_occasion(other)]
        begun = [(other, stamp) for _, other, stamp in beside if other.explicit and other.kind in ("date", "since")]
        held = [stamp for stamp in kept if stamp.year - meaning.years in {first.year for _, first in begun}]
        held = held or [stamp for stamp in kept if stamp.year not in years] if meaning.years >= _SEVERAL else kept
        context.occasion = held[0] if held else None
        times = range(held[0].year - meaning.years, held[0].year - meaning.years + 1) if held else years
        founded = _told_day(years, phrase, found)
        if meaning.years >= _SEVERAL:
            founded = founded or next((other.value for other, stamp in begun if stamp.year in times), None)
        value = resolve(meaning, context)
        year = value.stamp.year if value and value.stamp else 0
        phrase.value = founded or _told_day(range(year, year + 1), phrase, found) or value


def kept_with(meaning: Meaning, text: str, end: int) -> Meaning:
    """The anniversary that a number of years is if it is of relations: "60 years of diplomatic relations"."""
    years = _YEARS.fullmatch(meaning.timex) if isinstance(meaning, Plain) else None
    return Anniversary(int(years.group(1))) if years and _RELATIONS.match(text, end) else meaning


def _apart(other: Found, phrase: Found, text: str) -> tuple[bool, bool, int]:
    """How little a time is that of an anniversary: in another clause, a year that may be of anything, far away."""
    first, last = sorted((other.token, phrase.token), key=lambda token: token.start)
    return ";" in text[first.end : last.start], other.explicit, last.start - first.start


def _years_of_founding(phrase: Found, context: Context) -> range:
    """The years to which an anniversary kept about the year of writing reckons back."""
    meaning = phrase.token.value
    if context.anchor is None or not isinstance(meaning, Anniversary):
        return range(0)
    year = context.anchor.year - meaning.years
    return range(year - 1, year + 2)


def _told_day(years: range, phrase: Found, found: list[Found]) -> Value | None:
    """The day that this or the next sentences tell of the years to which an anniversary may reckon back."""
    days = (
        other.value
        for other in found
        if 0 <= other.sentence - phrase.sentence <= _TOLD_NEXT
        and other.explicit
        and other.kind == "date"
        and other.value
        and other.value.stamp
        and other.value.stamp.day
        and other.value.stamp.year in years
    )
    return next(days, None)


def _may_be_occasion(phrase: Found) -> bool:
    """Whether it can be the day of a celebration; "today" and "this week" are the news, not the day."""
    meaning = phrase.token.value
    day_of_news = isinstance(meaning, Counted) and meaning.unit in ("day", "week")
    dated = isinstance(meaning, Calendar | Named | Counted | YearOn | Part) and not day_of_news
    return dated and phrase.kind in ("date", "until")
