"""The part of a ledger that gives many things at once by their keys: a base of ``Ledger``, whose database it asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import batched

from sqlalchemy import TextClause, select, text

from dragoman.ledger import derived, rows, schema
from dragoman.ledger.database import Database
from dragoman.ledger.question import Question
from dragoman.ledger.search import count_hits
from dragoman.ledger.stored import StoredEntry
from dragoman.models import Record
from dragoman.values import CountryCode

_AT_ONCE = 500
"""Keys of one question: SQLite before 3.32 takes 999 parameters."""

_TEXTS_AT_ONCE = 50
_SPANS_AT_ONCE = 100


class Several:
    """Answers about many entries that would take a question each."""

    _database: Database

    def entries_with(self, keys: Iterable[str]) -> dict[str, StoredEntry]:
        """The entries with these whole keys, as they stand after the decisions; without those that are not there."""
        found: dict[str, StoredEntry] = {}
        with self._database.read() as connection:
            for some in batched(dict.fromkeys(keys), _AT_ONCE):
                for stored in rows.find_entries(connection, schema.entries.c.key.in_(some)):
                    found[stored.key] = stored
        return found

    def entries_of(self, documents: Iterable[str]) -> list[StoredEntry]:
        """The entries of these documents, by their SHA-256, as ``Ledger.entries`` gives them and in its order."""
        found: list[StoredEntry] = []
        with self._database.read() as connection:
            for some in batched(dict.fromkeys(documents), _AT_ONCE):
                held = schema.entries.c.document.in_(some), ~schema.entries.c.wrong
                found += rows.find_entries(connection, *held)
        return sorted(found, key=lambda stored: stored.order)

    def texts(self, documents: Iterable[str]) -> Iterator[tuple[str, str]]:
        """The SHA-256 and the text of these documents, in their order; without those that are not there."""
        column = schema.documents.c
        with self._database.read() as connection:
            for some in batched(dict.fromkeys(documents), _TEXTS_AT_ONCE):
                held = select(column.sha256, column.text).where(column.sha256.in_(some))
                found = {row.sha256: row.text for row in connection.execute(held)}
                yield from ((sha256, found[sha256]) for sha256 in some if sha256 in found)

    def records_with(self, keys: Iterable[str]) -> dict[str, str]:
        """The ids of the records that hold the entries with these whole keys, by the key."""
        table = schema.record_entries.c
        found: dict[str, str] = {}
        with self._database.read() as connection:
            for some in batched(dict.fromkeys(keys), _AT_ONCE):
                held = select(table.entry, table.record).where(table.entry.in_(some))
                found |= {row.entry: row.record for row in connection.execute(held)}
        return found

    def records_at(self, ids: Iterable[str]) -> dict[str, Record]:
        """The records with these whole ids, without those that are not there."""
        found: dict[str, Record] = {}
        with self._database.read() as connection:
            for some in batched(dict.fromkeys(ids), _AT_ONCE):
                held = derived.find_records(connection, schema.records.c.id.in_(some))
                found |= {record.id: record for record in held}
        return found

    def parts_of_texts(self, spans: Iterable[tuple[str, int, int]]) -> dict[tuple[str, int, int], str]:
        """Characters from and to (exclusive) of documents by their SHA-256, whose whole texts may be long."""
        found: dict[tuple[str, int, int], str] = {}
        with self._database.read() as connection:
            for some in batched(dict.fromkeys(spans), _SPANS_AT_ONCE):
                rows = connection.execute(_parts(len(some)), _named(some))
                found |= {(document, start, end): words for document, start, end, words in rows}
        return found

    def hits(self, query: str, *, states: Sequence[CountryCode] = ()) -> dict[str, int]:
        """How many documents ("document") and entries of each kind ``search`` finds, those without any left out."""
        with self._database.read() as connection:
            return count_hits(connection, Question.of(query), states)


@lru_cache(maxsize=_SPANS_AT_ONCE)
def _parts(number: int) -> TextClause:
    """The question for so many parts of texts: one for each would take ten times as long."""
    rows = ", ".join(f"(:d{n}, CAST(:s{n} AS INTEGER), CAST(:e{n} AS INTEGER))" for n in range(number))
    return text(f"""
        WITH spans (document, start_at, end_at) AS (VALUES {rows})
        SELECT spans.document, start_at, end_at, substr(documents.text, start_at + 1, end_at - start_at)
        FROM spans JOIN documents ON documents.sha256 = spans.document
    """)


def _named(spans: Iterable[tuple[str, int, int]]) -> dict[str, str | int]:
    """The parameters of ``_parts``."""
    named: dict[str, str | int] = {}
    for number, (document, start, end) in enumerate(spans):
        named |= {f"d{number}": document, f"s{number}": start, f"e{number}": end}
    return named
