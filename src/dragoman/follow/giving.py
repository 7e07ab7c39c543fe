"""What states give each other, summed by giver, taker, form, sector or year; currencies are never added to each other.

The sums are those of ``sums``: what is told as part of another sum is not counted twice, and what is left out is named
with its reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from dragoman.follow.matters import Matter, matters_of
from dragoman.follow.sums import Pot, sums_of, value_of
from dragoman.ledger import Ledger
from dragoman.models import Activity
from dragoman.values import CountryCode, Unit

By = Literal["giver", "taker", "form", "sector", "year"]


@dataclass(frozen=True)
class Group:
    """What is summed together; a field by which is not parted is empty, as is what is not known of sector or year."""

    giver: CountryCode | None
    taker: CountryCode | None
    form: str | None
    sector: str | None
    year: int | None
    agreed: bool
    unit: Unit


@dataclass
class Given:
    """The sum of one group; ``left`` are those that were not counted, with the reason."""

    group: Group
    counted: list[Matter] = field(default_factory=list)
    left: list[tuple[Matter, str]] = field(default_factory=list)

    @property
    def value(self) -> float:
        """What was counted comes to."""
        return sum(map(value_of, self.counted))


def given_by(
    ledger: Ledger,
    by: Sequence[By] = ("giver", "taker", "form"),
    *,
    states: Sequence[CountryCode] = (),
    since: int | None = None,
    until: int | None = None,
    as_of: date | None = None,
) -> list[Given]:
    """What was given and agreed, one sum a group, in the order of the groups.

    ``since`` and ``until`` are years, both included. Money that is only planned, or of which giver or taker is not one
    state, is in no sum.
    """
    matters = matters_of(ledger, as_of or date.today(), states=states, kinds=["activity"], since=since, until=until)
    found: dict[Group, Given] = {}
    for each in sums_of(matters):
        for matter, reason in [*((one, None) for one in each.counted), *each.left]:
            group = _group(each.pot, matter, by)
            given = found.setdefault(group, Given(group))
            if reason is None:
                given.counted.append(matter)
            else:
                given.left.append((matter, reason))
    return sorted(found.values(), key=lambda given: _order(given.group))


def _group(pot: Pot, matter: Matter, by: Sequence[By]) -> Group:
    sector = matter.entry.sector if isinstance(matter.entry, Activity) else None
    return Group(
        giver=pot.giver if "giver" in by else None,
        taker=pot.taker if "taker" in by else None,
        form=pot.noun if "form" in by else None,
        sector=sector if "sector" in by else None,
        year=matter.year if "year" in by else None,
        agreed=pot.agreed,
        unit=pot.unit,
    )


def _order(group: Group) -> tuple[str, ...]:
    known = (group.giver, group.taker, group.form, group.sector, group.year, not group.agreed, group.unit)
    return tuple(str(each) if each is not None else "~" for each in known)
