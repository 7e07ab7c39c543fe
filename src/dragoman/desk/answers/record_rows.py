"""Records as lines of a list."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.desk.answers.choosing import Day, of_states, state_words
from dragoman.desk.answers.quotations import Quotation
from dragoman.desk.filters import Choice, Words
from dragoman.desk.listing import Column, Listing
from dragoman.follow.wording import label_of, words_of
from dragoman.ledger.actors.places import place_key, position_of
from dragoman.ledger.states import actors_of
from dragoman.models import Kind, Model, Record, Stage, Staged
from dragoman.values import CountryCode, Edtf

KINDS: tuple[Kind, ...] = ("event", "instrument", "activity", "figure", "tenure")


class Where(Model):
    """The place of a record; ``key`` is shared by the names of one place, ``whole`` marks a state as a whole.

    Latitude and longitude are in degrees, None where the place is not known to GeoNames; those of a state are those of
    its capital.
    """

    key: str
    name: str
    country: CountryCode | None = None
    latitude: float | None = None
    longitude: float | None = None
    whole: bool = False


class RecordRow(Model):
    """A record in a line: what it is, when, how far it has come, who takes part, where, and the last word on it."""

    id: str
    kind: Kind
    label: str
    words: str
    date: Edtf | None = None
    due: Edtf | None = None
    stage: Stage | None = None
    states: tuple[CountryCode, ...]
    where: Where | None = None
    entry: str
    documents: int
    source: Quotation | None = None


def record_rows(records: Iterable[Record]) -> list[RecordRow]:
    """The records, the latest first, those without a date last."""
    rows = [_row(record) for record in records]
    return sorted(rows, key=lambda row: (row.date or row.due or "", row.words), reverse=True)


def _row(record: Record) -> RecordRow:
    best = record.best
    return RecordRow(
        id=record.id,
        kind=record.kind,
        label=label_of(best),
        words=words_of(best),
        date=best.date,
        due=best.due if isinstance(best, Staged) else None,
        stage=best.stage if isinstance(best, Staged) else None,
        states=tuple(sorted(actors_of(best))),
        where=_where(best.place.name, best.place.country) if best.place else None,
        entry=record.history[-1].entry if record.history else record.entries[-1],
        documents=len({step.document for step in record.history}),
    )


def _where(name: str, country: CountryCode | None) -> Where:
    key = place_key(name, country)
    position = position_of(key)
    whole = key.startswith("state ")
    return Where(
        key=key,
        name=CountryCode(key.removeprefix("state ")).country if whole else name,
        country=CountryCode(key.removeprefix("state ")) if whole else country,
        latitude=position[0] if position else None,
        longitude=position[1] if position else None,
        whole=whole,
    )


def _states(row: RecordRow) -> tuple[CountryCode, ...]:
    return row.states


def _when(row: RecordRow) -> Edtf | None:
    return row.date or row.due


def _text(row: RecordRow) -> str:
    return f"{row.words} {row.where.name}" if row.where else row.words


def _country(row: RecordRow) -> tuple[str, ...]:
    return (row.where.country,) if row.where and row.where.country else ()


COLUMNS: tuple[Column[RecordRow], ...] = (
    Column("date", "Date", _when),
    Column("kind", "Kind", lambda row: row.kind, key=lambda row: KINDS.index(row.kind)),
    Column("type", "Type", lambda row: row.label),
    Column("words", "What", lambda row: row.words),
    Column("stage", "Stage", lambda row: row.stage),
    Column("states", "States", _states),
    Column("place", "Place", lambda row: row.where.name if row.where else None),
    Column("latitude", "Latitude", lambda row: row.where.latitude if row.where else None, sortable=False),
    Column("longitude", "Longitude", lambda row: row.where.longitude if row.where else None, sortable=False),
    Column("documents", "Documents", lambda row: row.documents),
    Column("source", "Source", lambda row: row.source.cited if row.source else None, sortable=False),
    Column("said", "Said", lambda row: row.source.words if row.source else None, sortable=False),
    Column("record", "Record", lambda row: row.id, sortable=False),
)
RECORDS: Listing[RecordRow] = Listing(
    columns=COLUMNS,
    filters=(
        Choice("kind", "Kind", lambda row: (row.kind,), several=True, order=KINDS),
        *of_states(_states),
        Day("from", "From", _when, since=True),
        Day("to", "To", _when, since=False),
        Words("q", "Words", _text),
    ),
)
PLACED: Listing[RecordRow] = Listing(
    columns=COLUMNS,
    filters=(
        Choice("kind", "Kind", lambda row: (row.kind,), several=True, order=KINDS),
        *of_states(_states),
        Choice("country", "Place in", _country, words=state_words),
        Words("place", "Place", lambda row: row.where.name if row.where else ""),
        Day("from", "From", _when, since=True),
        Day("to", "To", _when, since=False),
    ),
)
