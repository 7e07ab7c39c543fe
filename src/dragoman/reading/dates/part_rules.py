"""Parts of periods ("early 1991", "the first half of last year") and ranges between two dates."""

from __future__ import annotations

import re

from dragoman.reading.dates.cues import AT_AN_HOUR
from dragoman.reading.dates.meaning import (
    Calendar,
    Clock,
    Counted,
    Feast,
    Meaning,
    Named,
    Part,
    Plain,
    Span,
    Weekday,
    Years,
)
from dragoman.reading.dates.phrases import Phrase, Rule

SHORTHAND = {
    "PERIOD": "of? point | of? the (unit|year_unit|quarter) | in point",
    "WHICH": "ordinal|ordinal_day|relation|latter",
}
_VERB = re.compile(r"(?:start|end) in\b", re.IGNORECASE)
_INFINITIVE = re.compile(r"\b(?:is|are|was|were|be|due|set|expected|planned|meant) to\s+\Z", re.IGNORECASE)
"""What begins or ends then: "work should start in January", "it was to start last year"."""
_NEW_SENTENCE = re.compile(r"\.[mM]\.\s+(?:In|On|At|For|During|Over|The)\b")
_APART = re.compile(r"\b(?:later|earlier),")  # "minutes later, at 12:04": two times
_SMALL_HOURS, _NOON = 4, 12
_DAY_SIGNS = {"day": "D", "week": "W", "month": "M", "year": "Y", "decade": "X"}


def _of(phrase: Phrase) -> Calendar | Counted | Named | Years | Part | None:
    """The period that the part is of: a date, or "the year", the one that is being told of."""
    if (point := phrase.get("point")) is not None:
        return point if isinstance(point, Calendar | Counted | Named | Years | Part) else None
    unit = phrase.all("unit", "year_unit", "quarter")
    return Counted(unit[-1], 0) if unit else None


def _weekday_of(phrase: Phrase) -> Weekday | None:
    """The day whose early hours are told: "in the early hours of Friday"."""
    point = phrase.get("point")
    return point if isinstance(point, Weekday) else None


def _part(phrase: Phrase) -> Meaning | None:
    """Early 1991, mid-2001, the end of next year, the beginning of the month."""
    of, name = _of(phrase), phrase.get("part", "parts")
    if isinstance(day := phrase.get("point"), Weekday) and name == "end":  # "by the end of Thursday"
        return Part(day, name)
    if of is None or (isinstance(of, Calendar) and of.day):
        return None
    if isinstance(of, Counted) and of.unit in ("day", "weekend"):
        return None
    if phrase.all("parts") and (_VERB.match(phrase.words) or _INFINITIVE.search(phrase.before)):
        return None
    return Part(of, name)


def _portion(phrase: Phrase) -> Meaning | None:
    """The latter part of 2009, the early months of this year."""
    of = _of(phrase) or _weekday_of(phrase)
    name = phrase.get("part") or ("late" if _which(phrase) in (-1, 2) else "early")
    return Part(of, name) if of and not (isinstance(of, Calendar) and of.day) else None


def _which(phrase: Phrase) -> int:
    """First is 1, last −1, latter 2."""
    return int(phrase.get("ordinal", "ordinal_day", "latter", "relation") or 1)


def _half(phrase: Phrase) -> Meaning | None:
    """The first half of 2010; H1 2010."""
    number = phrase.get("half_name") or {1: 1, 2: 2, -1: 2}.get(_which(phrase))
    of = _of(phrase)
    return Part(of, f"H{number}") if of and number else None


def _quarter(phrase: Phrase) -> Meaning | None:
    """The third quarter of 2015; Q3 2015; the fourth quarter."""
    number = phrase.get("quarter_name") or {-1: 4}.get(_which(phrase), _which(phrase))
    alone = phrase.all("quarter_name") and not phrase.all("point")  # "in Q3"
    of = Counted("year", None) if alone else _of(phrase)
    return Part(of, f"Q{number}") if of and 1 <= number <= 4 else None


def _first_units(phrase: Phrase) -> Meaning | None:
    """The first six months of 2010; the last ten days of May; the first week of March; the last day of 2009."""
    count = int(phrase.get("number", "day") or 1)
    unit, of = phrase.all("units", "unit", "year_unit", "quarter")[0], _of(phrase)
    sign, which = _DAY_SIGNS.get(unit), _which(phrase)
    if of is None or sign is None or which == 0 or not phrase.all("point"):
        return None
    if phrase.all("number", "day"):
        return Part(of, f"{sign}0:{count}" if which == 1 else f"{sign}-{count}:0") if abs(which) == 1 else None
    first = which - 1 if which > 0 else which
    return Part(of, f"{sign}{first}:{first + 1}")


def _day_of(phrase: Phrase) -> Meaning | None:
    """The 15th of next month."""
    of, day = phrase.get("point"), phrase.get("ordinal_day")
    if isinstance(of, Counted) and of.unit == "month":
        return Part(of, f"D{day - 1}:{day}")
    return None


def _clock(phrase: Phrase) -> Meaning | None:
    """9 a.m. on Friday; Friday at noon; at 3.30 pm."""
    time, of = phrase.get("clock", "hour_name"), phrase.get("point")
    if time is None and (hour := phrase.get("day")):
        time = f"T{hour:02}:00" if hour <= _NOON and AT_AN_HOUR.search(phrase.before) else None
        if not (isinstance(of, Part) and of.name.startswith("T")):
            return None
    if time is None:
        return None
    if of is None:
        return Clock(time)
    if _NEW_SENTENCE.search(phrase.words) or _APART.search(phrase.words):
        return None
    if isinstance(of, Part) and of.name.startswith("T") and isinstance(of.of, Counted | Weekday | Calendar):
        if phrase.all("clock") and phrase.tokens[0].value != time:  # "Tuesday afternoon at 4:25" are two times
            return None
        return Part(of.of, _of_half_day(time, of.name, phrase.words))
    a_day = isinstance(of, Feast | Weekday) or getattr(of, "day", None) or getattr(of, "unit", None) == "day"
    return Part(of, time) if a_day else None


def _of_half_day(time: str, daypart: str, said: str) -> str:
    """The time in the half of the day that the words tell: "8 o'clock tonight" is T20:00."""
    hour = int(time[1:3])
    late = daypart in ("TAF", "TEV") or (daypart == "TNI" and hour > _SMALL_HOURS)
    spoken = not re.search(r"[ap]\.?m", said)
    return f"T{hour + 12}{time[3:]}" if late and spoken and 0 < hour < _NOON else time


def _edge_of_year(phrase: Phrase) -> Meaning | None:
    """By year-end, at the month's end; mid-month, midyear."""
    unit = phrase.get("unit", "year_unit", "middle")
    name = "mid" if phrase.all("middle") else phrase.get("parts", "part")
    if unit not in ("year", "month", "week", "decade", "century") or name not in ("end", "mid"):
        return None
    return Part(Counted(unit, 0), name)


def _eve(phrase: Phrase) -> Meaning | None:
    """The eve of 1 July."""
    of = phrase.get("point")
    return Part(of, "EVE") if isinstance(of, Feast) or (isinstance(of, Calendar) and of.day) else None


def _week_of(phrase: Phrase) -> Meaning | None:
    """The week of 12 June, the week beginning 12 June."""
    of = phrase.get("point")
    if phrase.get("unit") != "week" or phrase.get("parts") not in (None, "start"):
        return None
    return Part(of, "WEEK") if isinstance(of, Calendar) and of.day else None


def _time_of_day(phrase: Phrase) -> Meaning | None:
    """Friday morning; the evening of 5 May."""
    of = phrase.get("point")
    placed = isinstance(of, Weekday) or (isinstance(of, Calendar) and of.day)
    return Part(of, phrase.get("daypart")) if placed or not phrase.all("in") else None


def _dawn_of_day(phrase: Phrase) -> Meaning | None:
    """Before dawn Tuesday."""
    of = phrase.get("point")
    return Part(of, phrase.get("daypart")) if isinstance(of, Weekday) else None


def _range(phrase: Phrase) -> Meaning | None:
    """31 March to 3 April; 2002-2007; between May and July."""
    first, last = phrase.all("point")
    if isinstance(first, Plain) or isinstance(last, Plain):
        return None
    counted = isinstance(first, Counted) or isinstance(last, Counted)
    if counted and not phrase.all("to", "and"):
        return None
    return Span(first, last)


PARTS = (
    Rule("the? part -? (PERIOD)", _part),
    Rule("the? parts -? (PERIOD)", _part),
    Rule("the? (part|WHICH) (portion|units|clock_unit) of (point|the (unit|year_unit))", _portion),
    Rule("the? WHICH -? half -? (PERIOD)", _half),
    Rule("the? point WHICH -? half", _half),
    Rule("half_name -? of? point", _half),
    Rule("the? WHICH (number|day) units (PERIOD)", _first_units),
    Rule("point WHICH (number|day) units", _first_units),
    Rule("the? (ordinal|ordinal_day|relation) (unit|year_unit) of point", _first_units),
    Rule("the? WHICH -? quarter -? (of? point | of the year_unit)", _quarter),
    Rule("the? point WHICH -? quarter", _quarter),
    Rule("quarter_name -? of? point", _quarter),
    Rule("point quarter_name", _quarter),
    Rule("quarter_name", _quarter),
    Rule("the? ordinal_day of point", _day_of),
    Rule("the? eve of point", _eve),
    Rule("the? unit (of|parts) point", _week_of),
    Rule("the? daypart (of|in) point", _time_of_day),
    Rule("point daypart", _time_of_day),
    Rule("daypart point", _dawn_of_day),
    Rule("(?<=in|by) the? (unit|year_unit) -? parts | part - (unit|year_unit) | middle", _edge_of_year),
    Rule("(clock|hour_name) ,? in? the? point", _clock),
    Rule("day point", _clock),
    Rule("point ,? in? the? (clock|hour_name)", _clock),
    Rule("(clock|hour_name)", _clock, "done"),
)
RANGES = (
    Rule("(?<=between) point and point", _range, "range"),
    Rule("point (to|-|/) point", _range, "range"),
)
