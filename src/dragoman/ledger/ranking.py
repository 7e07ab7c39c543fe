"""The part of a ledger that knows where documents were met, and which sources are better: a base of ``Ledger``."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from dragoman.errors import LedgerError
from dragoman.ledger import derived, rows, schema
from dragoman.ledger.database import Database


class Ranking:
    """The sources of documents, with the ranks that were given to them."""

    _database: Database

    def add_source(self, sha256: str, source: str) -> bool:
        """Note that a document that the ledger holds was met at ``source`` too; whether that is new."""
        with self._database.write() as connection:
            if rows.reader_of(connection, sha256) is None:
                raise LedgerError(f"{self._database.name}: there is no document {sha256!r}")
            return self._put_sources(connection, sha256, [source])

    def _put_sources(self, connection: Connection, sha256: str, sources: Sequence[str]) -> bool:
        new = rows.put_sources(connection, sha256, sources)
        if new and derived.ranks(connection):
            derived.mark_stale(connection, derived.keys_in(connection, schema.documents.c.sha256 == sha256))
        return new

    def sources(self) -> dict[str, int]:
        """All places that documents were met at, with the number of documents."""
        with self._database.read() as connection:
            return derived.known_sources(connection)

    def source_ranks(self) -> dict[str, int]:
        """The ranks that were given to sources, by the beginning of their names; the others have rank 0."""
        with self._database.read() as connection:
            return derived.ranks(connection)

    def rank_source(self, source: str, rank: int) -> None:
        """Rank all sources whose names begin so (a folder, a site, a file): the best value of a field is what the
        sources of the highest rank say of it. Rank 0 takes a rank away."""
        with self._database.write() as connection:
            derived.put_rank(connection, source, rank)
