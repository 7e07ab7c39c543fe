"""Anniversaries: the time of the founding that they reckon back to."""

from __future__ import annotations

from dragoman.reading.dates.found import Found
from dragoman.reading.dates.meaning import Anniversary, Calendar, Counted, Named, Part, YearOn
from dragoman.reading.dates.reckoning import Value
from dragoman.reading.dates.resolving import Context

_TOLD_NEXT = 2  # sentences


def reckon_anniversaries(found: list[Found], context: Context) -> None:
    """An anniversary is kept on the day (in the month, the year) told in its sentence, or in the year of writing."""
    for at, phrase in enumerate(found):
        if not isinstance(phrase.token.value, Anniversary):
            continue
        near = [
            (abs(other.token.start - phrase.token.start), other.value.stamp)
            for other in found[max(0, at - 4) : at + 5]
            if other.sentence == phrase.sentence and other.value and other.value.stamp and _may_be_occasion(other)
        ]
        context.occasion = min(near, key=lambda one: one[0])[1] if near else None
        phrase.value = _told_day(context.resolve(phrase.token.value), phrase, found)


def _told_day(reckoned: Value | None, phrase: Found, found: list[Found]) -> Value | None:
    """The day that the next sentences tell of the year to which an anniversary reckons back, if they tell one."""
    year = reckoned.stamp.year if reckoned and reckoned.stamp else None
    days = (
        other.value
        for other in found
        if 0 <= other.sentence - phrase.sentence <= _TOLD_NEXT
        and other.explicit
        and other.kind == "date"
        and other.value
        and other.value.stamp
        and other.value.stamp.day
        and other.value.stamp.year == year
    )
    return next(days, reckoned)


def _may_be_occasion(phrase: Found) -> bool:
    """Whether it can be the day of a celebration; "today" and "this week" are the news, not the day."""
    meaning = phrase.token.value
    day_of_news = isinstance(meaning, Counted) and meaning.unit in ("day", "week")
    dated = isinstance(meaning, Calendar | Named | Counted | YearOn | Part) and not day_of_news
    return dated and phrase.kind in ("date", "until")
