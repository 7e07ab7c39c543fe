"""The part of a ledger that gives many things at once by their keys: a base of ``Ledger``, whose database it asks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import batched

from sqlalchemy import func, select

from dragoman.ledger import derived, rows, schema
from dragoman.ledger.database import Database
from dragoman.ledger.question import Question
from dragoman.ledger.search import count_hits
from dragoman.ledger.stored import StoredEntry
from dragoman.models import Record
from dragoman.values import CountryCode

_AT_ONCE = 500
"""Keys of one question: SQLite before 3.32 takes 999 parameters."""


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
        text, sha256 = schema.documents.c.text, schema.documents.c.sha256
        found: dict[tuple[str, int, int], str] = {}
        with self._database.read() as connection:
            for document, start, end in dict.fromkeys(spans):
                part = select(func.substr(text, start + 1, end - start)).where(sha256 == document)
                if (words := connection.execute(part).scalar_one_or_none()) is not None:
                    found[document, start, end] = words
        return found

    def hits(self, query: str, *, states: Sequence[CountryCode] = ()) -> dict[str, int]:
        """How many documents ("document") and entries of each kind ``search`` finds, those without any left out."""
        with self._database.read() as connection:
            return count_hits(connection, Question.of(query), states)
