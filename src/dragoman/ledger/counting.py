"""The part of a ledger that counts: a base of ``Ledger``, whose database it asks."""

from __future__ import annotations

from sqlalchemy import func, select

from dragoman.ledger import derived, schema
from dragoman.ledger.database import Database
from dragoman.models import Model


class Counts(Model):
    """How much a ledger holds; entries that were found wrong do not count."""

    documents: int
    entries: int
    records: int
    decisions: int


class Counting:
    """Numbers that need no look at every row's contents."""

    _database: Database

    def counts(self) -> Counts:
        """How many documents, entries, records and decisions there are."""
        tables = schema.documents, schema.entries, schema.records, schema.decisions
        with self._database.read() as connection:
            numbers = [connection.execute(select(func.count()).select_from(table)).scalar_one() for table in tables]
            wrong = select(func.count()).where(schema.entries.c.wrong)
            numbers[1] -= connection.execute(wrong).scalar_one()
        return Counts(documents=numbers[0], entries=numbers[1], records=numbers[2], decisions=numbers[3])

    def stamp(self) -> str:
        """A text that is another one after every change of what the ledger answers."""
        with self._database.read() as connection:
            state = derived.state_of(connection)
            numbers = (
                select(func.count()).select_from(schema.documents),
                select(func.count()).select_from(schema.sources),
                select(func.max(schema.decisions.c.number)),
                select(func.max(schema.stale.c.number)),
                select(func.count()).select_from(schema.stale),
                select(func.count()).select_from(schema.identifiers),
            )
            return " ".join([*state.values(), *(str(connection.execute(each).scalar()) for each in numbers)])
