"""Sums of money, made only where the parts are known to differ and to be alike."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.models import Activity, Amount
from dragoman.values import CountryCode, Unit

if TYPE_CHECKING:
    from dragoman.follow.brief import Line

NOUNS = {"grant": "grants", "loan": "loans", "debt_relief": "debts forgiven"}
HELD = ("agreed", "underway", "done")
SURE = 0.5  # entries of a lower confidence are left out


@dataclass(frozen=True)
class Sum:
    """What the lines, all grants (loans, debts forgiven) of one giver in one currency, come to."""

    noun: str
    giver: CountryCode
    amount: Amount
    lines: tuple[Line, ...]


def sums_of(lines: Iterable[Line]) -> Iterator[Sum]:
    """The sums that two or more lines make up.

    Ranges, bounds, what is only planned and what the reader was not sure of are left out. The same sum in two
    documents may be the same money, so it counts as often as the document that has it most often.
    """
    alike: dict[tuple[CountryCode, str, Unit], list[Line]] = defaultdict(list)
    for line in lines:
        if group := _group(line):
            alike[group].append(line)
    for (giver, kind, unit), group_lines in alike.items():
        once = tuple(_once(group_lines))
        if len(once) > 1:
            yield Sum(NOUNS[kind], giver, Amount(value=sum(map(_value, once)), unit=unit), once)


def _group(line: Line) -> tuple[CountryCode, str, Unit] | None:
    """Who gives what in which currency, None if the line is not to be summed."""
    entry = line.entry
    if not isinstance(entry, Activity) or entry.type not in NOUNS or line.stage not in HELD:
        return None
    givers = {party.code for party in entry.parties if party.code and party.role == "funder"}
    takers = {party.code for party in entry.parties if party.code and party.role == "recipient"}
    amount = entry.amount or Amount()
    plain = amount.value is not None and not amount.bound and amount.unit is not None and amount.unit.is_money
    sure = entry.confidence is None or entry.confidence >= SURE
    if len(givers) != 1 or not takers or not plain or not sure or amount.unit is None:
        return None
    return givers.pop(), entry.type, amount.unit


def _once(lines: Iterable[Line]) -> Iterator[Line]:
    """Of the lines of one value those of the document that has most of them."""
    by_value: dict[float, list[Line]] = defaultdict(list)
    for line in lines:
        by_value[_value(line)].append(line)
    for same in by_value.values():
        document = Counter(_document(line) for line in same).most_common(1)[0][0]
        yield from (line for line in same if _document(line) == document)


def _value(line: Line) -> float:
    amount = line.entry.amount if isinstance(line.entry, Activity) else None
    return (amount.value if amount else None) or 0.0


def _document(line: Line) -> str:
    return line.sources[0].document.sha256
