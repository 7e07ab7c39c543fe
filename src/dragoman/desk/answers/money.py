"""Money: what states gave, agreed or plan to give each other, each record once, and what that comes to.

The sums are those that ``dragoman money`` makes of the whole ledger (``follow.sums``); filters choose among what they
are made of. What is only planned is in no sum.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Literal, get_args

from starlette.datastructures import QueryParams

from dragoman.desk.answers.choosing import Day, sector_words, state_words
from dragoman.desk.answers.quotations import Quotation, with_last_words
from dragoman.desk.filters import Choice, Grouping, Words
from dragoman.desk.held import Held
from dragoman.desk.index import Index
from dragoman.desk.listing import Column, Listing
from dragoman.follow.giving import By
from dragoman.follow.matters import Matter, matters_of
from dragoman.follow.sums import Pot, pot_of, sums_of
from dragoman.follow.wording import amount_words
from dragoman.models import INTENDED, Amount, Model
from dragoman.values import CountryCode, Edtf, Unit

Standing = Literal["given", "agreed", "planned"]
_PLANNED = "only planned"
_PARTS: tuple[By, ...] = ("giver", "taker", "form", "sector", "year")
WAYS: Mapping[str, tuple[By, ...]] = {
    "giver-taker": ("giver", "taker"),
    **{each: (each,) for each in _PARTS},
}
"""How sums may be parted, by the value of the filter ``by``; the first if nobody asks."""


class MoneyRow(Model):
    """A record of money; ``left_out`` says why it is in no sum, ``entry`` is the key of the entry that tells it."""

    id: str
    title: str
    giver: CountryCode
    taker: CountryCode
    form: str
    standing: Standing
    amount: Amount
    unit: Unit
    words: str
    sector: str | None = None
    date: Edtf | None = None
    year: int | None = None
    left_out: str | None = None
    entry: str
    source: Quotation | None = None


class Total(Model):
    """What rows that have these values come to in one currency; ``records`` are in the sums, ``left_out`` are not."""

    values: tuple[str, ...]
    unit: Unit
    given: Amount | None = None
    agreed: Amount | None = None
    records: int
    left_out: int


def money_rows(desk: Held) -> list[MoneyRow]:
    """All records of money, the latest first."""
    matters = matters_of(desk.ledger, desk.today, kinds=["activity"])
    rows = [
        _row(each.pot, matter, reason)
        for each in sums_of(matters)
        for matter, reason in [*((one, None) for one in each.counted), *each.left]
    ]
    rows += [_row(pot, matter, _PLANNED) for matter in matters if (pot := pot_of(matter, INTENDED))]
    return sorted(rows, key=lambda row: (row.date or "", row.title), reverse=True)


def totals_of(rows: Sequence[MoneyRow], way: str) -> list[Total]:
    """What the rows come to, parted in one of ``WAYS``: years in order, else what most records tell first."""
    parts = [_VALUES[part] for part in WAYS[way]]
    groups: dict[tuple[tuple[str, ...], Unit], list[MoneyRow]] = defaultdict(list)
    for row in rows:
        groups[tuple(value(row) for value in parts), row.unit].append(row)
    totals = [_total(values, unit, held) for (values, unit), held in groups.items()]
    in_order = sorted(totals, key=lambda total: (*(value or "~" for value in total.values), total.unit))
    return in_order if way == "year" else sorted(in_order, key=lambda total: -total.records)


def totals_shown(desk: Held, query: QueryParams) -> tuple[str, list[Total]]:
    """How the sums are parted, and the sums of the rows that the filters let pass."""
    way = (query.getlist("by") or [""])[-1] or next(iter(WAYS))
    return way, totals_of(MONEY.passing(desk, query), way)


def _row(pot: Pot, matter: Matter, reason: str | None) -> MoneyRow:
    amount = matter.amount or Amount(unit=pot.unit)
    telling = next((each for each in matter.told if getattr(each.entry, "amount", None) == amount), matter.told[0])
    return MoneyRow(
        id=matter.record.id,
        title=matter.entry.title,
        giver=pot.giver,
        taker=pot.taker,
        form=pot.noun,
        standing="planned" if reason == _PLANNED else "agreed" if pot.agreed else "given",
        amount=amount,
        unit=pot.unit,
        words=amount_words(amount),
        sector=getattr(matter.entry, "sector", None),
        date=matter.entry.date,
        year=matter.year,
        left_out=reason,
        entry=telling.key,
    )


def _total(values: tuple[str, ...], unit: Unit, rows: Sequence[MoneyRow]) -> Total:
    counted = [row for row in rows if row.left_out is None]
    return Total(
        values=values,
        unit=unit,
        given=_sum([row for row in counted if row.standing == "given"], unit),
        agreed=_sum([row for row in counted if row.standing == "agreed"], unit),
        records=len(counted),
        left_out=len(rows) - len(counted),
    )


def _sum(rows: Sequence[MoneyRow], unit: Unit) -> Amount | None:
    if not rows:
        return None
    value = sum(row.amount.value or 0.0 for row in rows)
    return Amount(value=value, unit=unit, approx=any(row.amount.approx for row in rows))


_STANDINGS: tuple[Standing, ...] = get_args(Standing)
_VALUES: Mapping[By, Callable[[MoneyRow], str]] = {
    "giver": lambda row: row.giver,
    "taker": lambda row: row.taker,
    "form": lambda row: row.form,
    "sector": lambda row: row.sector or "",
    "year": lambda row: str(row.year or ""),
}


def _when(row: MoneyRow) -> Edtf | None:
    return row.date


def _value(row: MoneyRow) -> float | None:
    return row.amount.value


LISTING: Listing[MoneyRow] = Listing(
    columns=(
        Column("title", "Money", lambda row: row.title),
        Column("giver", "Giver", lambda row: row.giver),
        Column("taker", "Taker", lambda row: row.taker),
        Column("form", "Form", lambda row: row.form),
        Column("sector", "Sector", lambda row: row.sector),
        Column("standing", "Standing", lambda row: row.standing),
        Column("date", "Date", _when),
        Column("value", "Sum", _value),
        Column("unit", "Currency", lambda row: row.unit),
        Column("words", "In words", lambda row: row.words, sortable=False),
        Column("left_out", "Left out", lambda row: row.left_out),
        Column("source", "Source", lambda row: row.source.cited if row.source else None, sortable=False),
        Column("quote", "Words", lambda row: row.source.words if row.source else None, sortable=False),
        Column("record", "Record", lambda row: row.id, sortable=False),
    ),
    filters=(
        Grouping("by", "Sums by", {way: " and ".join(parts) for way, parts in WAYS.items()}),
        Choice("giver", "Giver", lambda row: (row.giver,), words=state_words),
        Choice("taker", "Taker", lambda row: (row.taker,), words=state_words),
        Choice("form", "Form", lambda row: (row.form,)),
        Choice("sector", "Sector", lambda row: (row.sector[:3],) if row.sector else (), words=sector_words),
        Choice("standing", "Standing", lambda row: (row.standing,), order=_STANDINGS),
        Choice("currency", "Currency", lambda row: (row.unit,)),
        Day("from", "From", _when, since=True),
        Day("to", "To", _when, since=False),
        Words("q", "Words", lambda row: row.title),
    ),
)

MONEY = Index("money", MoneyRow, LISTING, money_rows, with_last_words)
