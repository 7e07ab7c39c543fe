"""Sums of money, made only where the parts are known to differ and to be alike."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from math import isclose
from typing import TYPE_CHECKING

from dragoman.models import Activity, Amount
from dragoman.values import CountryCode, Edtf, Unit

if TYPE_CHECKING:
    from dragoman.follow.brief import Line

NOUNS = {"grant": "grants", "loan": "loans", "debt_relief": "debts forgiven"}
HELD = ("agreed", "underway", "done")
ROUNDING = 0.005  # a total may be rounded by as much, as a share of it
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

    Left out are ranges and bounds, what is only planned, what goes to several states, what the reader was not sure of,
    and what adds others up already: money of more than a year, and the total of a document. The same sum in two
    documents may be the same money, so it counts as often as the document that has it most often.
    """
    alike: dict[tuple[CountryCode, str, Unit], list[Line]] = defaultdict(list)
    for line in lines:
        if group := _group(line):
            alike[group].append(line)
    for (giver, kind, unit), group_lines in alike.items():
        once = tuple(_without_totals(list(_once(group_lines))))
        if len(once) > 1:
            approx = any(
                line.entry.amount.approx for line in once if isinstance(line.entry, Activity) and line.entry.amount
            )
            yield Sum(NOUNS[kind], giver, Amount(value=sum(map(_value, once)), unit=unit, approx=approx), once)


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
    if len(givers) != 1 or len(takers) != 1 or not plain or _is_long(entry.date) or not sure or amount.unit is None:
        return None
    return givers.pop(), entry.type, amount.unit


def _is_long(date: Edtf | None) -> bool:
    """Whether it is open at one end or longer than a year: what is told of it is a running total."""
    return date is not None and not (date.first and date.last and date.last - date.first < timedelta(days=366))


def _without_totals(lines: list[Line]) -> Iterator[Line]:
    """The lines without those that two or more others of their document add up to."""
    of_document: dict[str, list[float]] = defaultdict(list)
    for line in lines:
        of_document[_document(line)].append(_value(line))
    for line in lines:
        values = of_document[_document(line)]
        if len(values) < 3 or not isclose(sum(values), 2 * _value(line), rel_tol=ROUNDING):
            yield line


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
