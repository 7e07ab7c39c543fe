"""Resolving: what a meaning comes to, given the day of writing and what the text has told so far."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import singledispatch

from dragoman.reading.dates import away, nearest, reckoning
from dragoman.reading.dates.context import Context
from dragoman.reading.dates.meaning import (
    Anniversary,
    Calendar,
    Clock,
    Counted,
    Feast,
    Meaning,
    Named,
    Part,
    Plain,
    Seasonal,
    Span,
    Stretch,
    Term,
    Turn,
    Weekday,
    YearOn,
    Years,
    YearsBack,
)
from dragoman.reading.dates.portions import part_of
from dragoman.reading.dates.reckoning import Stamp, Value
from dragoman.reading.dates.sharing import shared


def resolve(meaning: Meaning, context: Context) -> Value | None:
    """The value of ``meaning``, None if it hangs on what is not known or there is no such date."""
    try:
        return _value(meaning, context)
    except (ValueError, OverflowError):
        return None


@singledispatch
def _value(meaning: Meaning, context: Context) -> Value | None:
    raise TypeError(meaning)


@_value.register
def _calendar(said: Calendar, context: Context) -> Value | None:
    year = said.year
    if said.turn is not None:
        base = context.base(said.turn.running)
        year = base.year + said.turn.count if base else None
    elif year is None:
        year = context.year_of(said.month or 1, said.day)
    if year is None:
        return None
    stamp = Stamp(year, said.month, said.day)
    if said.order == "either" and (context.month_first or nearest.is_month_first(stamp, context.anchor)):
        stamp = Stamp(year, said.day, said.month)
    return reckoning.value_of(stamp) if stamp.valid else None


@_value.register
def _feast(said: Feast, context: Context) -> Value | None:
    base = context.base(said.turn.running) if said.turn else None
    year = said.year or (base.year + said.turn.count if base and said.turn else None)
    if year is None and context.anchor:
        about = reckoning.easter(context.anchor.year) + timedelta(said.days)
        year = context.year_of(about.month, about.day)
    return reckoning.value_of(reckoning.stamp_of(reckoning.easter(year) + timedelta(said.days))) if year else None


@_value.register
def _clock(said: Clock, context: Context) -> Value | None:
    day = context.anchor if said.of_news else context.day_of_hour()
    return Value(None, day.text + said.time if day and day.day else said.time)


@_value.register
def _named(said: Named, context: Context) -> Value | None:
    turn = said.turn or Turn(0)
    base = context.base(turn.running) or (context.focus if said.turn is None else None)
    if base is None:
        return None
    month = said.number if said.unit == "month" else {21: 4, 22: 7, 23: 10, 24: 12}[said.number]
    here = base.month or 7
    year = base.year + turn.count
    if said.turn is None and context.anchor and context.anchor.month:
        year = context.year_of(month, None) or year
    # "Last November" said in February is the one three months ago; said in December, the one a month ago.
    if (month - here) * turn.count > 0:
        year -= 1 if turn.count > 0 else -1
    if said.unit == "season":
        return reckoning.season(year, said.number)
    return reckoning.value_of(Stamp(year, month))


@_value.register
def _weekday(said: Weekday, context: Context) -> Value | None:
    running = any(turn and turn.running for turn in (said.turn, said.weeks))
    base = context.base(running)
    if base is None or base.day is None:
        return None
    if said.weeks is not None:
        monday = base.middle - timedelta(base.middle.weekday()) + timedelta(7 * said.weeks.count)
        return reckoning.value_of(reckoning.stamp_of(monday + timedelta(said.number - 1)))
    day = base.middle + timedelta(nearest.weekday(base, said.number, said.turn, context.tense))
    if running and context.tense < 0 and context.anchor and day > context.anchor.last_day:  # "she was ill that Monday"
        day -= timedelta(7)
    return reckoning.value_of(reckoning.stamp_of(day))


@_value.register
def _counted(said: Counted, context: Context) -> Value | None:
    base = context.base(said.running)
    if base is None:
        return None
    if said.running and said.unit == "day" and said.count == 0:
        base = context.last_day or base
    if said.running and base.day is None and context.day and said.count is not None and said.unit in ("day", "week"):
        value = reckoning.period(context.day, said.unit, round(said.count))
        # "A week later" most likely counts from that day, but too little says so to date an entry by it.
        return value if said.count == 0 or value is None else value._replace(edtf=None)
    if said.unit == "weekend" and said.count is None:
        over = context.tense < 0 or (said.about and context.tense == 0)
        return reckoning.period(base, "weekend", -1 if over and base.day and base.middle.isoweekday() < 6 else 0)
    if said.unit == "quarter" and said.running and said.count and context.quarter and context.quarter.stamp:
        return reckoning.period(context.quarter.stamp, "quarter", int(said.count))
    if said.unit == "quarter" and said.running and said.count == 0:
        return context.quarter_told(base if base.month else context.anchor or base, said.about)
    if said.unit == "month" and said.count == 0 and said.about and (told := context.month_told()):
        return told
    if said.unit == "year" and said.count == 0 and said.about:
        return reckoning.period(base, "year", -context.tells_of_last_year())
    if said.count is None:
        about = Stamp(base.year, base.month) if said.unit in ("day", "week") else Stamp(base.year)
        if said.unit in ("year", "decade", "century"):
            return None if said.running else Value(None, "PAST_REF")
        value = reckoning.value_of(about, about=True)
        return value if said.running else value._replace(timex="PAST_REF")
    if said.count != int(said.count):
        return away.half_way(said, base)
    count = int(said.count)
    far = said.about or said.running or abs(count) > 1
    if said.unit in ("year", "decade", "century") and count and far:
        return away.years_away(said, base, count)
    return reckoning.period(base, said.unit, count)


@_value.register
def _year_on(said: YearOn, context: Context) -> Value | None:
    """A year earlier: of a quarter told just before that quarter, else the year."""
    told = context.period if context.sentence - context.period_in <= 1 else None
    if said.quarter and not (told and "Q" in (told.timex or "")):
        told = context.quarter or told
        if said.named and not (told and "Q" in (told.timex or "")) and context.anchor:
            told = context.quarter_told(context.anchor, ended=True)
    if told and told.stamp and told.timex and told.timex[:4].isdigit():
        year = told.stamp.year + said.count
        if "Q" in told.timex:
            return reckoning.quarter(year, int(told.timex[-1]))
        if said.compared:
            return reckoning.value_of(Stamp(year, told.stamp.month))
    return _counted(Counted("year", said.count, said.running), context)


@_value.register
def _years_back(said: YearsBack, context: Context) -> Value | None:
    if context.anchor is None:
        return None
    here = context.anchor
    if said.weekday and here.day:
        here = reckoning.stamp_of(here.middle + timedelta((said.weekday - here.middle.isoweekday() + 3) % 7 - 3))
    here = (reckoning.moved(here, said.unit, said.turn) or here) if said.turn else here
    there = here._replace(year=here.year - said.years)
    return reckoning.period(there, said.unit) if there.valid else None


@_value.register
def _seasonal(said: Seasonal, context: Context) -> Value | None:
    return reckoning.season(said.year, said.season)


@_value.register
def _years(said: Years, context: Context) -> Value | None:
    if said.length == 100:
        return reckoning.century(said.first // 100 + 1)
    if said.length == 10:
        return reckoning.decade(said.first)
    last = said.first + said.length - 1
    return reckoning.stretch(Stamp(said.first), Stamp(last))._replace(timex=f"FY{last}")


@_value.register
def _span(said: Span, context: Context) -> Value | None:
    first, last = shared(said.first, said.last)
    begin = resolve(first, context)
    if begin is None or begin.stamp is None:
        return None
    here = context
    if isinstance(first, Calendar) and isinstance(last, Calendar) and last.year is None and last.turn is None:
        after = (last.month or 1, last.day or 31) < (first.month or 1, first.day or 1)
        last = replace(last, year=begin.stamp.year + after)
    elif isinstance(last, Weekday) and last.turn is None and begin.stamp.day:
        here = replace(context, anchor=begin.stamp, tense=1)
    end = resolve(last, here)
    if end is None or end.stamp is None or end.edtf is None or begin.edtf is None:
        return None
    if (end.until or end.stamp).last_day < begin.stamp.first_day:
        return None
    low, high = reckoning.opening(begin), reckoning.closing(end)
    timex = f"{begin.timex}/{end.timex}" if begin.timex and end.timex else None
    return Value(f"{low}/{high}" if low != high else low, timex, begin.stamp, end.until or end.stamp)


@_value.register
def _stretch(said: Stretch, context: Context) -> Value | None:
    return away.stretch(said, context.anchor)


@_value.register
def _term(said: Term, context: Context) -> Value:
    """The last month (of days and weeks: day) of the time that is left; what "was built within a year" is over."""
    timex = reckoning.duration(said.unit, said.count)
    if context.anchor is None or context.tense < 0:
        return Value(None, timex)
    unit, count = said.unit, said.count
    if unit == "year" and context.anchor.month:
        unit, count = "month", 12 * count
    there = reckoning.moved(context.anchor, unit, int(count)) if count == int(count) else None
    return Value(there.text if there else None, timex)


@_value.register
def _part(said: Part, context: Context) -> Value | None:
    if said.of == Counted("year", None):
        return _part_of_some_year(said.name, context)
    of = _value(said.of, context)
    if isinstance(said.of, Counted) and said.of.count == 0 and not said.of.running and context.year_here:
        of = reckoning.period(Stamp(context.year_here), said.of.unit) or of
    if of is None or of.stamp is None or of.edtf is None:
        return None
    return part_of(of, said.name)


def _part_of_some_year(name: str, context: Context) -> Value | None:
    """The third quarter, the first half: the next one that begins, or the last one that ended."""
    months = {"H1": (1, 6), "H2": (7, 12)}.get(name) or (int(name[1]) * 3 - 2, int(name[1]) * 3)
    year = context.year_of(months[context.tense > 0], None)
    return part_of(reckoning.value_of(Stamp(year)), name) if year else None


@_value.register
def _plain(said: Plain, context: Context) -> Value | None:
    return Value(None, said.timex)


@_value.register
def _anniversary(said: Anniversary, context: Context) -> Value | None:
    base = context.occasion or (Stamp(context.anchor.year) if context.anchor else None)
    base = base or (Stamp(context.focus.year) if context.focus else None)
    if base is None or base.year <= said.years:
        return Value(None, None)
    founded = Stamp(base.year - said.years, base.month, base.day)
    return reckoning.value_of(founded if founded.valid else Stamp(founded.year))
