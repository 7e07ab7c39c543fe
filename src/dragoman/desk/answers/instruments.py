"""Instruments: agreements, memoranda, programmes, bodies and the like, and how they stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from dragoman.desk.answers.choosing import Day, of_states
from dragoman.desk.answers.quotations import Quotation, quotations_of
from dragoman.desk.filters import Choice, Words
from dragoman.desk.held import Held
from dragoman.desk.index import Index
from dragoman.desk.listing import Column, Listing
from dragoman.follow.wording import words_of
from dragoman.ledger import Ledger
from dragoman.ledger.states import actors_of
from dragoman.models import Instrument, InstrumentType, Model, Record, Stage
from dragoman.values import CountryCode, Edtf

STANDING = {
    "in force": ("underway", "done", None), "agreed": ("agreed",), "planned": ("planned", "proposed"),
    "ended": ("suspended", "cancelled"),
}  # fmt: skip
"""How an instrument stands, by its stage: one that was signed and of which no more is told is agreed."""


class InstrumentRow(Model):
    """An instrument; ``moves`` are the stages that it went through as documents told them, ``last_told`` when one last
    spoke of it."""

    id: str
    name: str
    type: InstrumentType
    standing: str
    stage: Stage | None = None
    date: Edtf | None = None
    due: Edtf | None = None
    states: tuple[CountryCode, ...]
    parties: tuple[str, ...]
    moves: tuple[Stage, ...]
    last_told: Edtf | None = None
    entries: tuple[str, ...]
    first: Quotation | None = None
    last: Quotation | None = None


def instrument_rows(desk: Held) -> list[InstrumentRow]:
    """All instruments, those in force first, then the latest first."""
    rows = [row for record in desk.ledger.records(kinds=["instrument"]) if (row := _row(record))]
    rows.sort(key=lambda row: row.date or row.due or row.last_told or "", reverse=True)
    return sorted(rows, key=lambda row: list(STANDING).index(row.standing))


def _row(record: Record) -> InstrumentRow | None:
    best = record.best
    if not isinstance(best, Instrument):
        return None
    stages = [step.stage for step in record.history if step.stage]
    told = [step.published for step in record.history if step.published]
    return InstrumentRow(
        id=record.id,
        name=words_of(best),
        type=best.type,
        standing=next(name for name, stages in STANDING.items() if best.stage in stages),
        stage=best.stage,
        date=best.date,
        due=best.due,
        states=tuple(sorted(actors_of(best))),
        parties=tuple(dict.fromkeys(party.name for party in best.parties)),
        moves=tuple(stage for n, stage in enumerate(stages) if n == 0 or stages[n - 1] != stage),
        last_told=max(told, default=None),
        entries=tuple(step.entry for step in record.history) or record.entries,
    )


def _dressed(ledger: Ledger, rows: Sequence[InstrumentRow]) -> list[InstrumentRow]:
    held = quotations_of(ledger, {key for row in rows for key in (row.entries[0], row.entries[-1])})
    return [
        row.model_copy(
            update={
                "first": held.get(row.entries[0]),
                "last": held.get(row.entries[-1]) if len(row.entries) > 1 else None,
            }
        )
        for row in rows
    ]


def _states(row: InstrumentRow) -> tuple[CountryCode, ...]:
    return row.states


def _text(row: InstrumentRow) -> str:
    return " ".join((row.name, *row.parties))


def _when(row: InstrumentRow) -> Edtf | None:
    return row.date or row.due


LISTING: Listing[InstrumentRow] = Listing(
    columns=(
        Column("name", "Instrument", lambda row: row.name),
        Column("type", "Type", lambda row: row.type),
        Column("standing", "Standing", lambda row: row.standing, key=lambda row: list(STANDING).index(row.standing)),
        Column("stage", "Stage", lambda row: row.stage, sortable=False),
        Column("date", "Date", lambda row: row.date),
        Column("due", "Due", lambda row: row.due),
        Column("states", "States", _states),
        Column("parties", "Parties", lambda row: row.parties, sortable=False),
        Column("last_told", "Last told", lambda row: row.last_told),
        Column("first_source", "First source", lambda row: row.first.cited if row.first else None, sortable=False),
        Column("first_words", "First said", lambda row: row.first.words if row.first else None, sortable=False),
        Column("last_source", "Last source", lambda row: row.last.cited if row.last else None, sortable=False),
        Column("last_words", "Last said", lambda row: row.last.words if row.last else None, sortable=False),
        Column("record", "Record", lambda row: row.id, sortable=False),
    ),
    filters=(
        Choice("standing", "Standing", lambda row: (row.standing,), several=True, order=tuple(STANDING)),
        *of_states(_states),
        Choice("type", "Type", lambda row: (row.type,), order=get_args(InstrumentType)),
        Day("from", "From", _when, since=True),
        Day("to", "To", _when, since=False),
        Words("q", "Words", _text),
    ),
)

INSTRUMENTS = Index("instruments", InstrumentRow, LISTING, instrument_rows, _dressed)
