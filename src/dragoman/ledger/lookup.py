"""The part of a ledger that finds what belongs together by its keys: a base of ``Ledger``, whose database it asks."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import batched

from sqlalchemy import func, select

from dragoman.ledger import derived, rows, schema
from dragoman.ledger.database import Database
from dragoman.ledger.stored import StoredDocument
from dragoman.models import Kind, Model, Record
from dragoman.values import CountryCode


class Pair(Model):
    """How many records of each kind there are between two states, whose codes stand in order."""

    states: tuple[CountryCode, CountryCode]
    kinds: dict[Kind, int]

    @property
    def records(self) -> int:
        """How many records there are."""
        return sum(self.kinds.values())


class Lookup:
    """Answers that take one or a few questions to the database, however large the ledger is."""

    _database: Database

    def wrong_keys(self, keys: Iterable[str]) -> frozenset[str]:
        """Those of these entries that an analyst found wrong."""
        column = schema.entries.c
        with self._database.read() as connection:
            return frozenset(
                key
                for some in batched(dict.fromkeys(keys), derived.AT_ONCE)
                for key in connection.scalars(select(column.key).where(column.wrong, column.key.in_(some)))
            )

    def records_in(self, sha256: str) -> list[Record]:
        """The records that a document tells of, as they were last brought up to date, by date."""
        entries, members = schema.entries, schema.record_entries
        told = select(members.c.record).join(entries, entries.c.key == members.c.entry)
        with self._database.read() as connection:
            where = schema.records.c.id.in_(told.where(entries.c.document == sha256))
            return list(derived.find_records(connection, where))

    def cards(self, hashes: Iterable[str]) -> dict[str, StoredDocument]:
        """The documents with these whole SHA-256, without their texts."""
        found: dict[str, StoredDocument] = {}
        with self._database.read() as connection:
            for some in batched(dict.fromkeys(hashes), derived.AT_ONCE):
                where = schema.documents.c.sha256.in_(some)
                found.update((each.sha256, each) for each in rows.find_documents(connection, where))
        return found

    def newest(self, most: int) -> list[tuple[StoredDocument, int]]:
        """The documents that were published last, with how many entries each has; those without a date are left out."""
        column, number = schema.documents.c, func.count(schema.entries.c.key)
        latest = (
            select(column.sha256).where(column.date.is_not(None)).order_by(column.date.desc(), column.id).limit(most)
        )
        counted = (
            select(schema.entries.c.document, number)
            .where(schema.entries.c.document.in_(latest), ~schema.entries.c.wrong)
            .group_by(schema.entries.c.document)
        )
        with self._database.read() as connection:
            held = list(rows.find_documents(connection, column.sha256.in_(latest)))
            counts = {document: int(count) for document, count in connection.execute(counted)}
        return [(document, counts.get(document.sha256, 0)) for document in reversed(held)]

    def told(self) -> dict[str, int]:
        """How many entries each document has that has any, by its SHA-256; those found wrong do not count."""
        entries = schema.entries.c
        query = select(entries.document, func.count()).where(~entries.wrong).group_by(entries.document)
        with self._database.read() as connection:
            return {document: int(count) for document, count in connection.execute(query)}

    def pairs(self) -> list[Pair]:
        """All pairs of states that take part in one thing, those with most records first."""
        one, other, kind = schema.record_states.alias(), schema.record_states.alias(), schema.records.c.kind
        query = (
            select(one.c.code, other.c.code, kind, func.count())
            .join(other, (one.c.record == other.c.record) & (one.c.code < other.c.code))
            .join(schema.records, schema.records.c.id == one.c.record)
            .group_by(one.c.code, other.c.code, kind)
        )
        kinds: dict[tuple[str, str], dict[Kind, int]] = {}
        with self._database.read() as connection:
            for first, second, of, count in connection.execute(query):
                kinds.setdefault((first, second), {})[of] = count
        found = [Pair(states=(CountryCode(a), CountryCode(b)), kinds=counts) for (a, b), counts in kinds.items()]
        return sorted(found, key=lambda pair: (-pair.records, pair.states))
