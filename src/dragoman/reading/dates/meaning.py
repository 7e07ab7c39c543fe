"""Meanings: what a phrase says of a time, before anybody knows when it was written.

``relative`` counts from the day of writing, ``running`` from the date that the text told before.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Turn:
    """How many periods on or back, and from where."""

    count: int
    running: bool = False


@dataclass(frozen=True, slots=True)
class Calendar:
    """A year, month or day by name: "26 January 2001", "in May", "May of last year" (``turn`` says which year).

    ``order`` of a day in figures: the month stands first, or either of day and month may.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    turn: Turn | None = None
    weekday: int | None = None
    order: Literal["", "month", "either"] = ""


@dataclass(frozen=True, slots=True)
class Feast:
    """A day that lies so many days from Easter: "Good Friday", "Easter Monday last year"."""

    days: int
    year: int | None = None
    turn: Turn | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of the day without the day: "at 3 p.m."; ``time`` as in TIMEX3; ``of_news``: of the day of writing."""

    time: str
    of_news: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """A month or a season by its place in time: "last November", "this summer", "in the spring"."""

    unit: Literal["month", "season"]
    number: int
    turn: Turn | None


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, alone ("on Friday"), of a turn ("next Friday") or of a week ("Friday last week")."""

    number: int
    turn: Turn | None = None
    weeks: Turn | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """A period so many units away: "last month", "three years ago", "today", "two days later"; None: nobody counted.

    A running quarter of count 0 is the one that the text tells of.
    """

    unit: str
    count: float | None
    running: bool = False
    about: bool = False


@dataclass(frozen=True, slots=True)
class YearOn:
    """A year on or back, "a year earlier": of the quarter, if the text speaks of one, and where things are ``compared``
    ("from a year earlier") of the month; of a ``quarter`` told
    before if results are told of it, or of the last one if it is ``named`` one."""

    count: int
    running: bool = False
    compared: bool = False
    quarter: bool = False
    named: bool = False


@dataclass(frozen=True, slots=True)
class YearsBack:
    """The same day, week or month so many years back: "ten years ago today", "a year ago this week", "ten years ago
    Monday"; ``turn`` says of which week or month it is the year: "a year ago next week"."""

    years: int
    unit: str
    weekday: int | None = None
    turn: int = 0


@dataclass(frozen=True, slots=True)
class Seasonal:
    """A season of a year: "summer 2012"."""

    year: int
    season: int


@dataclass(frozen=True, slots=True)
class Years:
    """A decade ("the 1980s"), century (its first year and 100) or financial year (two)."""

    first: int
    length: int


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a period: early, mid, late, start, end; H2 (half), Q3 (quarter), M6 (first months), L6 (last months),
    D5 and W1 (days and weeks from the start, negative from the end), K1:4 (the first Thursday), or a TIMEX3 time of the
    day (TMO)."""

    of: Point
    name: str


@dataclass(frozen=True, slots=True)
class Span:
    """From one point to another."""

    first: Point
    last: Point


@dataclass(frozen=True, slots=True)
class Stretch:
    """So many units up to now (−1) or from now (+1): "the past five years"."""

    unit: str
    count: float
    side: int


@dataclass(frozen=True, slots=True)
class Term:
    """So many units that are left from now on: "within two years"."""

    unit: str
    count: float


@dataclass(frozen=True, slots=True)
class Plain:
    """A TIMEX3 value that hangs on no calendar: a length ("five years"), a habit ("every year"), "now"."""

    timex: str
    kind: Literal["date", "range", "duration", "set"]


@dataclass(frozen=True, slots=True)
class Anniversary:
    """So many years after something was founded."""

    years: int


Point = Calendar | Feast | Named | Weekday | Counted | YearOn | YearsBack | Seasonal | Years | Part
Meaning = Point | Span | Stretch | Term | Plain | Clock | Anniversary
