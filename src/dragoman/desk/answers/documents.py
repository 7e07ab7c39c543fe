"""Documents: all that was read, with the states that take part in what each tells."""

from __future__ import annotations

from collections import Counter, defaultdict

from dragoman.desk.answers.choosing import Day, of_states
from dragoman.desk.filters import Choice, Words
from dragoman.desk.held import Held
from dragoman.desk.index import Index
from dragoman.desk.listing import Column, Listing
from dragoman.ledger import states_of
from dragoman.models import Model
from dragoman.values import CountryCode, Edtf


class DocumentRow(Model):
    """A document, how many entries it has, and the states that they name."""

    sha256: str
    id: str
    title: str
    date: Edtf | None = None
    language: str | None = None
    sources: tuple[str, ...]
    states: tuple[CountryCode, ...]
    entries: int


def document_rows(desk: Held) -> list[DocumentRow]:
    """All documents, the latest first, those without a date last."""
    told: Counter[str] = Counter()
    states: dict[str, set[CountryCode]] = defaultdict(set)
    for stored in desk.ledger.entries():
        told[stored.document.sha256] += 1
        states[stored.document.sha256] |= states_of(stored.entry)
    rows = [
        DocumentRow(
            sha256=each.sha256,
            id=each.id,
            title=each.title or each.id,
            date=each.date,
            language=each.language,
            sources=each.sources,
            states=tuple(sorted(states[each.sha256])),
            entries=told[each.sha256],
        )
        for each in desk.ledger.documents()
    ]
    return sorted(rows, key=lambda row: row.date or "", reverse=True)


def _states(row: DocumentRow) -> tuple[CountryCode, ...]:
    return row.states


def _date(row: DocumentRow) -> Edtf | None:
    return row.date


def _text(row: DocumentRow) -> str:
    return " ".join((row.title, *row.sources))


LISTING: Listing[DocumentRow] = Listing(
    columns=(
        Column("title", "Document", lambda row: row.title),
        Column("date", "Published", _date),
        Column("states", "States", _states, sortable=False),
        Column("entries", "Entries", lambda row: row.entries),
        Column("sources", "Sources", lambda row: row.sources),
        Column("language", "Language", lambda row: row.language),
        Column("id", "Id", lambda row: row.id),
        Column("sha256", "SHA-256", lambda row: row.sha256, sortable=False),
    ),
    filters=(
        *of_states(_states),
        Choice("dated", "Dated", lambda row: ("yes",) if row.date else ("no",)),
        Choice("told", "Entries", lambda row: ("some",) if row.entries else ("none",)),
        Day("from", "From", _date, since=True),
        Day("to", "To", _date, since=False),
        Words("q", "Title or source", _text),
    ),
)

DOCUMENTS = Index("documents", DocumentRow, LISTING, document_rows)
