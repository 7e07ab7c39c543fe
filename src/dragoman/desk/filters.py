"""What lists can be filtered by: values to choose from, words, and years."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from dragoman.desk.errors import Refused
from dragoman.values import Edtf

type Test[Row] = Callable[[Row], bool]


class Filter[Row](Protocol):
    """One thing that rows can be chosen by."""

    @property
    def name(self) -> str:
        """The parameter of the query string."""

    @property
    def heading(self) -> str:
        """What the form calls it."""

    @property
    def widget(self) -> str:
        """How the form asks for it: select, checks, grouping, words or year."""

    def test(self, asked: Sequence[str]) -> Test[Row]:
        """What a row must meet; ``Refused`` for values that mean nothing."""


@dataclass(frozen=True)
class Choice[Row]:
    """One of several values, or (``several``) any of some; with ``every`` a row must have all that are asked for."""

    name: str
    heading: str
    values: Callable[[Row], Collection[str]]
    words: Callable[[str], str] = str
    several: bool = False
    every: bool = False
    order: Sequence[str] = ()

    @property
    def widget(self) -> str:
        """Checks for a few values, else a list to choose from."""
        return "checks" if self.several else "select"

    def test(self, asked: Sequence[str]) -> Test[Row]:
        """Whether a row has the values."""
        wanted = frozenset(asked)
        if self.every:
            return lambda row: wanted <= frozenset(self.values(row))
        return lambda row: not wanted.isdisjoint(self.values(row))


@dataclass(frozen=True)
class Grouping[Row]:
    """How what stands above a list is parted: one of some ``ways``, with its words. Every row passes."""

    name: str
    heading: str
    ways: Mapping[str, str]
    widget: str = "grouping"

    def test(self, asked: Sequence[str]) -> Test[Row]:
        """Whether there is such a way."""
        if len(asked) > 1 or asked[0] not in self.ways:
            raise Refused(self.name, f"{', '.join(asked)!r} is none of {', '.join(self.ways)}")
        return lambda row: True


@dataclass(frozen=True)
class Words[Row]:
    """Words that must all stand in a text of the row, in whatever order."""

    name: str
    heading: str
    text: Callable[[Row], str]
    widget: str = "words"

    def test(self, asked: Sequence[str]) -> Test[Row]:
        """Whether the words stand there, whatever their case."""
        wanted = " ".join(asked).casefold().split()

        def stands(row: Row) -> bool:
            text = self.text(row).casefold()
            return all(word in text for word in wanted)

        return stands


@dataclass(frozen=True)
class Year[Row]:
    """Rows from a year on (``since``) or up to one: any day of their date may fall there; none without a date."""

    name: str
    heading: str
    when: Callable[[Row], Edtf | None]
    since: bool
    widget: str = "year"

    def test(self, asked: Sequence[str]) -> Test[Row]:
        """Whether the date reaches the year."""
        if not (asked[-1].isascii() and asked[-1].isdigit() and 1 <= int(asked[-1]) <= 9999):
            raise Refused(self.name, f"{asked[-1]!r} is not a year such as 2020")
        year = int(asked[-1])

        def reaches(row: Row) -> bool:
            when = self.when(row)
            if when is None:
                return False
            day = when.last if self.since else when.first
            return day is None or (day.year >= year if self.since else day.year <= year)

        return reaches
