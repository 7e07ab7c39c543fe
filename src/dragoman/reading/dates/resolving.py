"""Resolving: what a meaning comes to, given the day of writing and what the text has told so far."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from functools import singledispatchmethod

from dragoman.reading.dates import away, nearest, reckoning
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


@dataclass
class Context:
    """What a date is read against; changes as the text goes on.

    ``anchor`` is the day of writing; ``focus`` the date told last; ``year`` the year written last (or, in a text
    without a date of its own, the first one to come); ``year_here`` the one written before in the same sentence;
    ``tense`` the side of the sentence: −1 past, 1 future, 0 unknown; ``deadline``: it is a time by
    which; ``occasion`` a date told in the same sentence; ``sentence`` counts the sentences, ``told_in`` is the one in
    which ``focus`` was told; ``quarter`` is the quarter that was told last, ``period`` the quarter or month, and
    ``period_in`` in which sentence; ``day`` is the last day told that is not to come;
    ``month_first``: days in figures begin with the month; ``history``: the text
    tells of years long past, and a day without one is of the year told last.
    """

    anchor: Stamp | None = None
    focus: Stamp | None = None
    year: int | None = None
    year_here: int | None = None
    tense: int = 0
    deadline: bool = False
    occasion: Stamp | None = None
    sentence: int = 0
    told_in: int = 0
    quarter: Value | None = None
    period: Value | None = None
    period_in: int = 0
    day: Stamp | None = None
    month_first: bool = False
    history: bool = False

    def resolve(self, meaning: Meaning) -> Value | None:
        """The value of ``meaning``, None if it hangs on what is not known or there is no such date."""
        try:
            return self._value(meaning)
        except (ValueError, OverflowError):
            return None

    def is_over(self, year: int | None) -> bool:
        """Whether a year ended before the day of writing."""
        return bool(year and self.anchor and year < self.anchor.year)

    def _base(self, running: bool) -> Stamp | None:
        """What relative words count from: the date told before if they run on from it, else the day of writing."""
        return (self.focus or self.anchor) if running else self.anchor

    @singledispatchmethod
    def _value(self, meaning: Meaning) -> Value | None:
        raise TypeError(meaning)

    @_value.register
    def _calendar(self, said: Calendar) -> Value | None:
        year = said.year
        if said.turn is not None:
            base = self._base(said.turn.running)
            year = base.year + said.turn.count if base else None
        elif year is None:
            year = self._year_of(said.month or 1, said.day)
        if year is None:
            return None
        stamp = Stamp(year, said.month, said.day)
        if said.order == "either" and (self.month_first or nearest.is_month_first(stamp, self.anchor)):
            stamp = Stamp(year, said.day, said.month)
        return reckoning.value_of(stamp) if stamp.valid else None

    @_value.register
    def _feast(self, said: Feast) -> Value | None:
        base = self._base(said.turn.running) if said.turn else None
        year = said.year or (base.year + said.turn.count if base and said.turn else None)
        if year is None and self.anchor:
            about = reckoning.easter(self.anchor.year) + timedelta(said.days)
            year = self._year_of(about.month, about.day)
        return reckoning.value_of(reckoning.stamp_of(reckoning.easter(year) + timedelta(said.days))) if year else None

    @_value.register
    def _clock(self, said: Clock) -> Value | None:
        day = self.anchor if said.of_news else self._day_of_hour()
        return Value(None, day.text + said.time if day and day.day else said.time)

    def _day_of_hour(self) -> Stamp | None:
        """The day of an hour: the one that the text is at, or, of what was, the day before that of writing if that was
        the last one told."""
        if self._is_near() and not (self.tense < 0 and self._is_ahead(self.focus)):
            return self.focus
        told = self.day if self.tense < 0 else None
        return told if nearest.is_day_before(told, self.anchor) else self.anchor

    def _is_ahead(self, stamp: Stamp | None) -> bool:
        """Whether it lies after the day of writing."""
        return bool(stamp and self.anchor and stamp.first_day > self.anchor.last_day)

    def _is_near(self) -> bool:
        """Whether the text still is at the day told last: in the sentence that told it, or the next, if it is news."""
        if self.focus is None or self.focus.day is None or self.sentence - self.told_in > 1:
            return False
        return self.sentence == self.told_in or self.anchor is None or nearest.is_news(self.focus, self.anchor)

    def _year_of(self, month: int, day: int | None) -> int | None:
        """The year of a month or day that is told without one."""
        if self.year_here:
            return self.year_here
        if self.anchor is None or self.history:
            return self.year
        if self.anchor.month is None:
            return self.anchor.year
        return nearest.year(self.anchor, Stamp(0, month, day), self.tense, self.deadline)

    @_value.register
    def _named(self, said: Named) -> Value | None:
        turn = said.turn or Turn(0)
        base = self._base(turn.running) or (self.focus if said.turn is None else None)
        if base is None:
            return None
        month = said.number if said.unit == "month" else {21: 4, 22: 7, 23: 10, 24: 12}[said.number]
        here = base.month or 7
        year = base.year + turn.count
        if said.turn is None and self.anchor and self.anchor.month:
            year = self._year_of(month, None) or year
        # "Last November" said in February is the one three months ago; said in December, the one a month ago.
        if (month - here) * turn.count > 0:
            year = base.year
        if said.unit == "season":
            return reckoning.season(year, said.number)
        return reckoning.value_of(Stamp(year, month))

    @_value.register
    def _weekday(self, said: Weekday) -> Value | None:
        running = any(turn and turn.running for turn in (said.turn, said.weeks))
        base = self._base(running)
        if base is None or base.day is None:
            return None
        if said.weeks is not None:
            monday = base.middle - timedelta(base.middle.weekday()) + timedelta(7 * said.weeks.count)
            return reckoning.value_of(reckoning.stamp_of(monday + timedelta(said.number - 1)))
        days = nearest.weekday(base, said.number, said.turn, self.tense)
        return reckoning.value_of(reckoning.stamp_of(base.middle + timedelta(days)))

    @_value.register
    def _counted(self, said: Counted) -> Value | None:
        base = self._base(said.running)
        if base is None:
            return None
        if said.running and base.day is None and self.day and said.count is not None and said.unit in ("day", "week"):
            value = reckoning.period(self.day, said.unit, round(said.count))
            # "A week later" most likely counts from that day, but too little says so to date an entry by it.
            return value if said.count == 0 or value is None else value._replace(edtf=None)
        if said.unit == "weekend" and said.count is None:
            over = self.tense < 0 or (said.about and self.tense == 0)
            return reckoning.period(base, "weekend", -1 if over and base.day and base.middle.isoweekday() < 6 else 0)
        if said.unit == "quarter" and said.running and said.count and self.quarter and self.quarter.stamp:
            return reckoning.period(self.quarter.stamp, "quarter", int(said.count))
        if said.unit == "quarter" and said.running and said.count == 0:
            return self._quarter_told(base, said.about)
        if said.unit == "year" and said.count == 0 and said.about:
            return reckoning.period(base, "year", -self._tells_of_last_year())
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

    def _tells_of_last_year(self) -> bool:
        """Whether "the full year" is the last one: the text of the first months of a year told of its last quarter."""
        told = self.quarter and self.quarter.timex and self.anchor
        return bool(told and self.quarter.timex == f"{self.anchor.year - 1:04}-Q4")  # type: ignore[union-attr]

    def _quarter_told(self, base: Stamp, ended: bool) -> Value | None:
        """The quarter that the text tells of, else the last one that ended, or that has a month or more behind it."""
        if self.quarter or base.month is None:
            return self.quarter
        begun = (base.month - 1) % 3 == 0
        return reckoning.period(self.anchor or base, "quarter", -1 if begun or ended else 0)

    @_value.register
    def _year_on(self, said: YearOn) -> Value | None:
        """A year earlier: of a quarter told just before that quarter, else the year."""
        told = self.period if self.sentence - self.period_in <= 1 else None
        if said.quarter and not (told and "Q" in (told.timex or "")):
            told = self.quarter or told
        if told and told.stamp and told.timex and told.timex[:4].isdigit():
            year = told.stamp.year + said.count
            if "Q" in told.timex:
                return reckoning.quarter(year, int(told.timex[-1]))
            if said.compared:
                return reckoning.value_of(Stamp(year, told.stamp.month))
        return self._counted(Counted("year", said.count, said.running))

    @_value.register
    def _years_back(self, said: YearsBack) -> Value | None:
        if self.anchor is None:
            return None
        here = self.anchor
        if said.weekday and here.day:
            here = reckoning.stamp_of(here.middle + timedelta((said.weekday - here.middle.isoweekday() + 3) % 7 - 3))
        there = here._replace(year=here.year - said.years)
        return reckoning.period(there, said.unit) if there.valid else None

    @_value.register
    def _seasonal(self, said: Seasonal) -> Value | None:
        return reckoning.season(said.year, said.season)

    @_value.register
    def _years(self, said: Years) -> Value | None:
        if said.length == 100:
            return reckoning.century(said.first // 100 + 1)
        if said.length == 10:
            return reckoning.decade(said.first)
        last = said.first + said.length - 1
        return reckoning.stretch(Stamp(said.first), Stamp(last))._replace(timex=f"FY{last}")

    @_value.register
    def _span(self, said: Span) -> Value | None:
        first, last = shared(said.first, said.last)
        begin = self.resolve(first)
        if begin is None or begin.stamp is None:
            return None
        here = self
        if isinstance(first, Calendar) and isinstance(last, Calendar) and last.year is None and last.turn is None:
            after = (last.month or 1, last.day or 31) < (first.month or 1, first.day or 1)
            last = replace(last, year=begin.stamp.year + after)
        elif isinstance(last, Weekday) and last.turn is None and begin.stamp.day:
            here = replace(self, anchor=begin.stamp, tense=1)
        end = here.resolve(last)
        if end is None or end.stamp is None or end.edtf is None or begin.edtf is None:
            return None
        if (end.until or end.stamp).last_day < begin.stamp.first_day:
            return None
        low, high = reckoning.opening(begin), reckoning.closing(end)
        timex = f"{begin.timex}/{end.timex}" if begin.timex and end.timex else None
        return Value(f"{low}/{high}" if low != high else low, timex, begin.stamp, end.until or end.stamp)

    @_value.register
    def _stretch(self, said: Stretch) -> Value | None:
        return away.stretch(said, self.anchor)

    @_value.register
    def _term(self, said: Term) -> Value:
        """The last month (of days and weeks: day) of the time that is left; what "was built within a year" is over."""
        timex = reckoning.duration(said.unit, said.count)
        if self.anchor is None or self.tense < 0:
            return Value(None, timex)
        unit, count = said.unit, said.count
        if unit == "year" and self.anchor.month:
            unit, count = "month", 12 * count
        there = reckoning.moved(self.anchor, unit, int(count)) if count == int(count) else None
        return Value(there.text if there else None, timex)

    @_value.register
    def _part(self, said: Part) -> Value | None:
        if said.of == Counted("year", None):
            return self._part_of_some_year(said.name)
        of = self._value(said.of)
        if isinstance(said.of, Counted) and said.of.count == 0 and not said.of.running and self.year_here:
            of = reckoning.period(Stamp(self.year_here), said.of.unit) or of
        if of is None or of.stamp is None or of.edtf is None:
            return None
        return part_of(of, said.name)

    def _part_of_some_year(self, name: str) -> Value | None:
        """The third quarter, the first half: the next one that begins, or the last one that ended."""
        months = {"H1": (1, 6), "H2": (7, 12)}.get(name) or (int(name[1]) * 3 - 2, int(name[1]) * 3)
        year = self._year_of(months[self.tense > 0], None)
        return part_of(reckoning.value_of(Stamp(year)), name) if year else None

    @_value.register
    def _plain(self, said: Plain) -> Value | None:
        return Value(None, said.timex)

    @_value.register
    def _anniversary(self, said: Anniversary) -> Value | None:
        base = self.occasion or (Stamp(self.anchor.year) if self.anchor else None)
        base = base or (Stamp(self.focus.year) if self.focus else None)
        if base is None or base.year <= said.years:
            return Value(None, None)
        founded = Stamp(base.year - said.years, base.month, base.day)
        return reckoning.value_of(founded if founded.valid else Stamp(founded.year))
