"""The part of a ledger that a reviewer asks: a base of ``Ledger``, whose database it asks."""

from __future__ import annotations

from sqlalchemy import JSON, ColumnElement, Connection, Float, cast, func, select, type_coerce

from dragoman.ledger import decisions, schema
from dragoman.ledger.database import Database
from dragoman.models import Decision


class Pending:
    """What the reader was not sure of, and what was decided lately."""

    _database: Database

    def unsure(self, below: float, limit: int) -> dict[str, float]:
        """The keys of so many entries whose confidence is below a value, the least sure first; none found wrong."""
        entries = schema.entries.c
        with self._database.read() as connection:
            sure = _confidence(connection)
            query = (
                select(entries.key, sure).where(sure < below, ~entries.wrong).order_by(sure, entries.key).limit(limit)
            )
            return {key: float(value) for key, value in connection.execute(query)}

    def last_decision(self) -> int:
        """The number of the last decision, 0 if there is none."""
        with self._database.read() as connection:
            return connection.execute(select(func.max(schema.decisions.c.number))).scalar() or 0

    def decisions_after(self, number: int) -> dict[int, Decision]:
        """All decisions with a higher number than this one, by number."""
        with self._database.read() as connection:
            return decisions.read_after(connection, number)


def _confidence(connection: Connection) -> ColumnElement[float]:
    """The confidence in an entry as it was read, which stands in its JSON."""
    body = schema.entries.c.body
    is_json = cast(body, JSON) if connection.dialect.name == "postgresql" else type_coerce(body, JSON)
    return cast(is_json["confidence"].as_string(), Float)
