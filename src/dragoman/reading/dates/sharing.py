"""Sharing: what a range says only once ("from May to July 2007", "early to mid-1995") belongs to both its ends."""

from __future__ import annotations

from dataclasses import replace

from dragoman.reading.dates.meaning import Calendar, Meaning, Part


def shared(first: Meaning, last: Meaning) -> tuple[Meaning, Meaning]:
    """Both ends of a range, with the year (or the month) that is said only once."""
    if isinstance(first, Calendar) and isinstance(last, Calendar) and first.year is None and first.turn is None:
        if last.turn is not None:
            return replace(first, turn=last.turn), last
        if last.year is not None:
            earlier = (first.month or 1, first.day or 1) > (last.month or 12, last.day or 31)
            return replace(first, year=last.year - earlier), last
    if isinstance(first, Part) and isinstance(last, Part | Calendar):
        inner, _ = shared(first.of, last.of if isinstance(last, Part) else last)
        return replace(first, of=inner), last  # type: ignore[arg-type]
    if isinstance(last, Part):
        return shared(first, last.of)[0], last
    return first, last
