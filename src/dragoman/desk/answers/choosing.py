"""Filters that many lists have."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.desk.errors import Refused
from dragoman.desk.filters import Choice, Filter, Test
from dragoman.knowledge import read_tsv
from dragoman.values import CountryCode, Edtf


def of_states[Row](states: Callable[[Row], Collection[str]]) -> tuple[Filter[Row], Filter[Row]]:
    """Two filters: a state that takes part, and another one that takes part as well."""
    return (
        Choice("state", "State", states, words=state_words),
        Choice("with", "With", states, words=state_words),
    )


def state_words(code: str) -> str:
    """The name of a state by its code; the code itself where it is none."""
    try:
        return CountryCode(code).country
    except ValueError:
        return code


def sector_words(code: str) -> str:
    """The name of an OECD DAC sector, by its code of three digits."""
    return {row["code"]: row["name"] for row in read_tsv("sectors.tsv")}.get(code[:3], code)


@dataclass(frozen=True)
class Day[Row]:
    """Rows from a day on (``since``) or up to one, given as precisely as one likes: 2024, 2024-05 or 2024-05-17.

    Any day of the row's date may be within. Rows without a date never pass.
    """

    name: str
    heading: str
    when: Callable[[Row], Edtf | None]
    since: bool
    widget: str = "date"

    def test(self, asked: Sequence[str]) -> Test[Row]:
        """Whether the date reaches the day."""
        edge = self._edge(asked[-1].strip())

        def reaches(row: Row) -> bool:
            when = self.when(row)
            if when is None:
                return False
            day = when.last if self.since else when.first
            return day is None or (day >= edge if self.since else day <= edge)

        return reaches

    def _edge(self, text: str) -> date:
        try:
            given = Edtf(text)
        except ValueError:
            given = None
        edge = given and (given.first if self.since else given.last)
        if not edge:
            raise Refused(self.name, f"{text!r} is not a date such as 2024, 2024-05 or 2024-05-17")
        return edge
