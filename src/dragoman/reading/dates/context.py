"""The context of a date: the day of writing, and what the text has told before it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.reading.dates import nearest, reckoning
from dragoman.reading.dates.reckoning import Stamp, Value

_NEAR = 3  # sentences


@dataclass
class Context:
    """What a date is read against; changes as the text goes on.

    ``anchor`` is the day of writing; ``focus`` the date told last; ``year`` the year written last (or, in a text
    without a date of its own, the first one to come); ``year_here`` the one written before in the same sentence;
    ``tense`` the side of the sentence: −1 past, 1 future, 0 unknown; ``deadline``: it is a time by
    which; ``occasion`` a date told in the same sentence; ``sentence`` counts the sentences, ``told_in`` is the one in
    which ``focus`` was told; ``quarter`` is the quarter that was told last, ``period`` the quarter or month, and
    ``period_in`` in which sentence; ``last_day`` is the last day told, ``day`` the last that is not to come;
    ``lead`` is the first day that the sentence ``lead_in`` told, its news;
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
    last_day: Stamp | None = None
    lead: Stamp | None = None
    lead_in: int = -1
    month_first: bool = False
    history: bool = False

    def tell(self, value: Value, *, newly: bool) -> None:
        """Remember what was told: the dates to come may count from it. ``newly``: and not only to compare with."""
        last = value.until if value.until and value.until.day else value.stamp
        if last is None:
            return
        begun = self.anchor is None or (value.stamp or last).first_day <= self.anchor.last_day
        if newly and begun and value.timex and re.fullmatch(r"\d{4}-(?:Q\d|\d\d)", value.timex):
            self.period, self.period_in = value, self.sentence
            self.quarter = value if "Q" in value.timex else self.quarter
        self.told_in = self.sentence
        self.last_day = last if last.day else self.last_day
        if last.day and self.lead_in != self.sentence:
            self.lead, self.lead_in = last, self.sentence
        if last.day and (self.anchor is None or last.first_day <= self.anchor.last_day):
            self.day = last
        if self.focus is None or not self.focus.text.startswith(last.text):  # "that year" does not blur the day told
            self.focus = last
        self.year = last.year

    def is_over(self, year: int | None) -> bool:
        """Whether a year ended before the day of writing."""
        return bool(year and self.anchor and year < self.anchor.year)

    def is_ahead(self, year: int | None) -> bool:
        """Whether a year begins after the day of writing."""
        return bool(year and self.anchor and year > self.anchor.year)

    def base(self, running: bool) -> Stamp | None:
        """What relative words count from: the date told before if they run on from it, else the day of writing."""
        return (self.focus or self.anchor) if running else self.anchor

    def day_of_hour(self) -> Stamp | None:
        """The day of an hour: the one that the text is at, or, of what was, the day before that of writing if that was
        the last one told."""
        here = self._here()
        if self._is_near(here) and not (self.tense < 0 and self._is_ahead(here)):
            return here
        told = self.day if self.tense < 0 else None
        return told if nearest.is_day_before(told, self.anchor) else self.anchor

    def _here(self) -> Stamp | None:
        """The day told last; behind a sentence of one that looks back to another, "a quake struck on Tuesday, days
        after that of Friday", the first."""
        lead = self.lead if self.lead_in == self.told_in < self.sentence else None
        return lead if lead and self.focus and lead.first_day > self.focus.first_day else self.focus

    def _is_ahead(self, stamp: Stamp | None) -> bool:
        """Whether it lies after the day of writing."""
        return bool(stamp and self.anchor and stamp.first_day > self.anchor.last_day)

    def _is_near(self, here: Stamp | None) -> bool:
        """Whether the text still is at the day ``here``: in the sentence that told it, or the next, if it is news."""
        if here is None or here.day is None or self.sentence - self.told_in > 1:
            return False
        return self.sentence == self.told_in or self.anchor is None or nearest.is_news(here, self.anchor)

    def year_of(self, month: int, day: int | None) -> int | None:
        """The year of a month or day that is told without one."""
        if self.year_here:
            return self.year_here
        if self.anchor is None or self.history:
            return self.year
        if self.anchor.month is None:
            return self.anchor.year
        return nearest.year(self.anchor, Stamp(0, month, day), self.tense, self.deadline)

    def tells_of_last_year(self) -> bool:
        """Whether "the full year" is the last one: the text of the first months of a year told of its last quarter."""
        told = self.quarter and self.quarter.timex and self.anchor
        return bool(told and self.quarter.timex == f"{self.anchor.year - 1:04}-Q4")  # type: ignore[union-attr]

    def month_told(self) -> Value | None:
        """The month that the last sentences told: that of "production fell in the month"."""
        near = self.period and self.sentence - self.period_in <= _NEAR
        return self.period if near and self.period and "Q" not in (self.period.timex or "") else None

    def quarter_told(self, base: Stamp, ended: bool) -> Value | None:
        """The quarter that the text tells of, else the last one that ended, or that has a month or more behind it."""
        if self.quarter or base.month is None:
            return self.quarter
        begun = (base.month - 1) % 3 == 0
        return reckoning.period(self.anchor or base, "quarter", -1 if begun or ended else 0)
