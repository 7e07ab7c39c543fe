"""Nearest: which of the days, months or years of one name is meant, by the tense that speaks of it."""

from __future__ import annotations

from dragoman.reading.dates.meaning import Turn
from dragoman.reading.dates.reckoning import Stamp

# How many times farther a date may lie on the side that the tense speaks of, and still be the one that is meant.
# Chosen on the development releases: a month named in a past-tense sentence is nearly always a past one, but a day
# that is weeks away is meant even if the tense seems to say otherwise.
_AGAINST_TENSE = 20
_UNTENSED = 3  # the same for a month of which no tense tells: news are of what was

_NEWS_DAYS = 3


def is_news(day: Stamp, today: Stamp) -> bool:
    """Whether a day lies so near to that of writing that it is news."""
    return abs((day.middle - today.middle).days) <= _NEWS_DAYS


def is_day_before(day: Stamp | None, today: Stamp | None) -> bool:
    """Whether it is the day before that of writing."""
    return bool(day and today and today.day and (today.middle - day.middle).days == 1)


def is_month_first(said: Stamp, today: Stamp | None) -> bool:
    """Whether 5/9/2017 is the ninth of May, as that is a day near the news and the fifth of September is none."""
    if today is None or today.day is None:
        return False
    return is_news(Stamp(said.year, said.day, said.month), today) and not is_news(said, today)


def year(today: Stamp, said: Stamp, tense: int, deadline: bool) -> int | None:
    """The year of a month or day that is told without one; ``tense`` is the side of its sentence (−1, 0, 1)."""
    here = today.middle

    def distance(stamp: Stamp) -> int:
        days = (stamp.middle - here).days
        if stamp.month == here.month and stamp.year == here.year and stamp.day is None:
            return 0
        side = tense or (0 if stamp.day or deadline else -1)
        against = _AGAINST_TENSE if tense else _UNTENSED
        return abs(days) * (against if days * side < 0 else 1)

    choices = [said._replace(year=here.year + n) for n in (0, -1, 1)]
    best = min((c for c in choices if c.valid), key=distance, default=None)
    return best.year if best else None


def weekday(today: Stamp, number: int, turn: Turn | None, tense: int) -> int:
    """How many days from ``today`` a day of the week lies, which may be told of a turn ("last Friday")."""
    ahead = (number - today.middle.isoweekday()) % 7
    if turn is None:
        back = ahead - 7 if ahead else 0
        return ahead if tense > 0 else back if tense < 0 or ahead > -back else ahead
    # Of a day still to come in this week nobody would say "next".
    this_week = number > today.middle.isoweekday() and not turn.running
    if turn.count > 1:  # "Thursday week"
        return (ahead or 7) + 7 * (turn.count - 1)
    return (ahead or 7) + 7 * this_week if turn.count > 0 else (ahead + 7 * turn.count) if turn.count < 0 else ahead
