"""The part of a ledger that takes what analysts decide: a base of ``Ledger``, whose database it asks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, delete

from dragoman.errors import NotFoundError
from dragoman.ledger import decisions, derived, rows, schema
from dragoman.ledger.database import Database
from dragoman.models import Decision


class Judging:
    """Decisions, and what each does to entries and documents at once."""

    _database: Database

    def decide(self, decision: Decision) -> int:
        """Write a decision and give its number; ``LedgerError`` if it could have no effect.

        The subject are whole keys of entries. ``wrong`` takes an entry out of the ledger's answers; ``corrected``
        puts ``value`` in the place of ``field``; ``same`` and ``different`` are about the records that entries
        belong to; ``undone`` has the subject and, as ``value``, the number of the decision that it undoes.
        ``forgotten`` is about documents, by their SHA-256: their texts and entries are taken out of the ledger, what
        was decided on the entries stays, and ``add`` leaves the documents out until that is undone. Its ``value`` are
        their ids.
        """
        with self._database.write() as connection:
            # An undoing names a decision by its number, whatever that is about.
            earlier = decisions.read(connection, decision.subject if decision.verdict != "undone" else None)
            self._check(connection, decision, earlier)
            number = decisions.write(connection, decision)
            judged = decisions.judgements(earlier | {number: decision})
            for key in decision.subject:
                rows.judge(connection, key, judged.get(key, decisions.NO_JUDGEMENT))
            derived.mark_stale(connection, decision.subject)
            if decision.verdict in ("forgotten", "undone"):
                _forget(connection, decision.subject)
        return number

    def decisions(self, subject: str | None = None) -> dict[int, Decision]:
        """All decisions by their number, in force or undone, or those about one key."""
        with self._database.read() as connection:
            return decisions.read(connection, None if subject is None else [subject])

    def forgotten(self, sha256: str) -> int | None:
        """The number of the decision by which a document was forgotten; None if none is in force."""
        with self._database.read() as connection:
            return decisions.forgotten(connection, sha256)

    def _check(self, connection: Connection, decision: Decision, earlier: Mapping[int, Decision]) -> None:
        if decision.verdict == "forgotten":
            for sha256 in decision.subject:
                if rows.reader_of(connection, sha256) is None:
                    raise NotFoundError(f"{self._database.name}: there is no document {sha256!r}")
        else:
            known = rows.read_of(connection, schema.entries.c.key.in_(decision.subject))
            decisions.check(decision, known, earlier)


def _forget(connection: Connection, subject: Iterable[str]) -> None:
    """Take out those documents that are to be forgotten, with all that hangs on them; their records are stale then."""
    column = schema.documents.c.sha256
    for sha256 in subject:
        if decisions.forgotten(connection, sha256):
            derived.mark_stale(connection, derived.keys_in(connection, column == sha256))
            connection.execute(delete(schema.documents).where(column == sha256))
