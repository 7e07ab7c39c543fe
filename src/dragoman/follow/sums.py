"""Sums of money, made only where the parts are known to differ and to be alike; what is left out has its reason."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from math import isclose

from dragoman.follow.matters import Matter
from dragoman.models import FIRM, Activity, Amount, Stage
from dragoman.values import CountryCode, Edtf, Unit

NOUNS = {
    "grant": "grants", "technical_assistance": "pieces of technical and material aid",
    "in_kind": "pieces of technical and material aid",
    "loan": "loans", "debt_relief": "debts forgiven", "investment": "investments",
}  # fmt: skip
ROUNDING = 0.005  # a total may be rounded by as much, as a share of it
SURE = 0.5  # entries of a lower confidence are left out


@dataclass(frozen=True)
class Pot:
    """What may be added up: what one state gives (or ``agreed`` to give) another in one way and one currency."""

    giver: CountryCode
    taker: CountryCode
    noun: str
    unit: Unit
    agreed: bool = False


@dataclass(frozen=True)
class Sum:
    """What matters of one pot come to; ``left`` are those that were not counted, with the reason."""

    pot: Pot
    amount: Amount
    counted: tuple[Matter, ...]
    left: tuple[tuple[Matter, str], ...] = ()


def sums_of(matters: Iterable[Matter]) -> list[Sum]:
    """What the matters come to, one sum a pot, the one of most matters first.

    Not counted are ranges and bounds, what the reader was not sure of, and what may stand in another one already: money
    of more than a year, a total that others of its document add up to, and a sum that another document tells of the
    same time. What is only planned and what goes to several states is in no pot at all.
    """
    pots: dict[Pot, list[Matter]] = defaultdict(list)
    in_currency: dict[Unit, list[Matter]] = defaultdict(list)
    for matter in matters:
        if _is_exact(matter) and matter.amount and matter.amount.unit:
            in_currency[matter.amount.unit].append(matter)
        if pot := pot_of(matter):
            pots[pot].append(matter)
    totals = dict(each for held in in_currency.values() for each in _totals(held))
    sums = [_sum(pot, held, totals) for pot, held in pots.items()]
    return sorted(sums, key=lambda each: (-len(each.counted), each.pot.giver, each.pot.noun, each.pot.unit))


def pot_of(matter: Matter, stages: Collection[Stage] = FIRM) -> Pot | None:
    """Who gives whom what in which currency, None if that is not known or it has come to none of the ``stages``."""
    entry = matter.entry
    unit = matter.amount.unit if matter.amount else None
    if not isinstance(entry, Activity) or entry.type not in NOUNS or matter.stage not in stages:
        return None
    givers = {party.code for party in entry.parties if party.code and party.role == "funder"}
    takers = {party.code for party in entry.parties if party.code and party.role == "recipient"}
    if len(givers) != 1 or len(takers) != 1 or unit is None or not unit.is_money:
        return None
    return Pot(givers.pop(), takers.pop(), NOUNS[entry.type], unit, matter.stage == "agreed")


def value_of(matter: Matter) -> float:
    """The sum of money that it is about; 0 if none is said."""
    return (matter.amount.value if matter.amount else None) or 0.0


def _is_exact(matter: Matter) -> bool:
    """Whether it is about one sum of money that was agreed or given."""
    amount = matter.amount
    return amount is not None and amount.value is not None and not amount.bound and matter.stage in FIRM


def _sum(pot: Pot, matters: Sequence[Matter], totals: Mapping[str, str]) -> Sum:
    """What a pot comes to; ``totals`` are those that others of their document add up to, some of them in other pots."""
    left = {matter.record.id: totals[matter.record.id] for matter in matters if matter.record.id in totals}
    for reason in (_unfit, _totals, _twice):
        rest = [matter for matter in matters if matter.record.id not in left]
        left |= reason(rest)
    counted = tuple(matter for matter in matters if matter.record.id not in left)
    approx = any(matter.amount.approx for matter in counted if matter.amount)
    amount = Amount(value=sum(map(value_of, counted)), unit=pot.unit, approx=approx)
    return Sum(pot, amount, counted, tuple((m, left[m.record.id]) for m in matters if m.record.id in left))


def _unfit(matters: Sequence[Matter]) -> Iterator[tuple[str, str]]:
    for matter in matters:
        amount = matter.amount or Amount()
        if amount.value is None or amount.bound:
            yield matter.record.id, "no exact sum"
        elif _is_long(matter.entry.date):
            yield matter.record.id, "money of several years"
        elif matter.entry.confidence is not None and matter.entry.confidence < SURE:
            yield matter.record.id, "unsure"


def _is_long(date: Edtf | None) -> bool:
    """Whether it is open at one end or longer than a year: what is told of it is a running total."""
    return date is not None and not (date.first and date.last and date.last - date.first < timedelta(days=366))


def _totals(matters: Sequence[Matter]) -> Iterator[tuple[str, str]]:
    """Those that two or more others of their document add up to."""
    of_document: dict[str, list[float]] = defaultdict(list)
    for matter in matters:
        of_document[_document(matter)].append(value_of(matter))
    for matter in matters:
        values = of_document[_document(matter)]
        if len(values) > 2 and isclose(sum(values), 2 * value_of(matter), rel_tol=ROUNDING):
            yield matter.record.id, "the total of others"


def _twice(matters: Sequence[Matter]) -> Iterator[tuple[str, str]]:
    """Of those of one value and no other year, all but those of the document that has most of them."""
    by_value: dict[float, list[Matter]] = defaultdict(list)
    for matter in matters:
        by_value[value_of(matter)].append(matter)
    for same in by_value.values():
        years = {matter.year for matter in same} - {None}
        for year in years or {None}:
            alike = [matter for matter in same if matter.year in (year, None)]
            document = Counter(map(_document, alike)).most_common(1)[0][0]
            for matter in alike:
                if _document(matter) != document:
                    yield matter.record.id, "perhaps told above"


def _document(matter: Matter) -> str:
    return matter.told[0].document.sha256
