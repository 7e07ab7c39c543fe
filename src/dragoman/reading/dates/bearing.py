"""Bearing: what a meaning itself names or counts from, whatever the text around it says."""

from __future__ import annotations

from dragoman.reading.dates.meaning import (
    Calendar,
    Counted,
    Feast,
    Meaning,
    Named,
    Part,
    Seasonal,
    Span,
    Stretch,
    Term,
    Weekday,
    YearOn,
    Years,
    YearsBack,
)
from dragoman.reading.dates.reckoning import SEASONS


def counts_from_writing(meaning: Meaning) -> bool:
    """Whether it is a time by its distance from the day of writing: "last year", "on Friday", "over the past month"."""
    match meaning:
        case Part(of=of):
            return counts_from_writing(of)
        case Counted(running=running) | YearOn(running=running):
            return not running
        case Calendar(turn=turn) | Feast(turn=turn) | Named(turn=turn):
            return turn is not None and not turn.running
        case Weekday(turn=turn, weeks=weeks):
            return not any(each and each.running for each in (turn, weeks))
        case Span(first=first, last=last):
            return counts_from_writing(first) or counts_from_writing(last)
    return isinstance(meaning, Stretch | Term | YearsBack)


def year_in(meaning: Meaning) -> int | None:
    """The year that is written in it, None if none is."""
    match meaning:
        case Calendar(year=year) | Feast(year=year):
            return year
        case Seasonal(year=year) | Years(first=year):
            return year
        case Part(of=of):
            return year_in(of)
        case Span(first=first, last=last):
            return year_in(first) or year_in(last)
    return None


def unplaced(meaning: Meaning) -> str | None:
    """The TIMEX3 value of a day or month by its name, of which nobody knows the year: ``XXXX-WXX-1`` for a Monday."""
    match meaning:
        case Weekday(number=number, turn=None, weeks=None):
            return f"XXXX-WXX-{number}"
        case Calendar(year=None, month=int(month), day=day, turn=None):
            return f"XXXX-{month:02}" + (f"-{day:02}" if day else "")
        case Named(unit="month", number=number, turn=None):
            return f"XXXX-{number:02}"
        case Named(unit="season", number=number, turn=None):
            return f"XXXX-{SEASONS[number]}"
        case Span(first=first, last=last):
            ends = [unplaced(first), unplaced(last)]
            return "/".join(filter(None, ends)) if all(ends) else None
        case Part(of=of, name=name):
            inner = unplaced(of)
            return inner and inner + name * name.startswith("T")
    return None
