"""A ledger's database: how it is opened, brought up to date, read and written, and what its errors mean.

Whatever is written goes through ``Database.write``: one transaction, whole or absent, that waits for its turn.
What SQLite and PostgreSQL do differently is in ``dialects``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import DBAPIError

from dragoman.errors import LedgerError
from dragoman.ledger.dialects import Dialect, dialect_of
from dragoman.ledger.schema import VERSION


class Database:
    """An open ledger; ``name`` is the path as the user gave it, or the address without its password."""

    def __init__(self, dialect: Dialect) -> None:
        self.name = dialect.name
        self._dialect = dialect
        self._engine = dialect.engine()
        self._reader = self._engine.execution_options(**dialect.reading)
        self._writer = self._engine.execution_options(**dialect.writing)

    @classmethod
    def open(
        cls, where: Path | str, *, create: bool = True, derive: Callable[[Connection], None] | None = None
    ) -> Database:
        """Open the ledger at a path or ``postgresql://`` address and bring it to this version.

        After a change of version ``derive`` makes anew what follows from documents, entries and decisions.
        ``LedgerError`` says why the ledger cannot be opened.
        """
        dialect = dialect_of(where)
        dialect.check(create)
        database = cls(dialect)
        try:
            database._prepare(derive, create)
        except BaseException:
            database.close()
            raise
        return database

    def close(self) -> None:
        """Let go of the file or the server."""
        self._engine.dispose()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees the ledger at one moment, whoever writes meanwhile."""
        with self._explained(), self._reader.begin() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A connection that alone may write; all that was done is kept at the end, or nothing after an error."""
        with self._explained(), self._writer.begin() as connection:
            self._dialect.take_turn(connection)
            yield connection

    def check_writable(self, why: str) -> None:
        """``LedgerError`` with the reason for which it has to be written to, if that can be seen to be impossible."""
        if self._dialect.read_only:
            raise LedgerError(f"{self.name}: {why}, and it may not be written to: copy it to where it may")

    def _prepare(self, derive: Callable[[Connection], None] | None, create: bool) -> None:
        with self.read() as connection:
            before = self._version(connection)
        if before == VERSION:
            return
        if before is None and not create:
            self._dialect.check_empty()
        if before is not None:
            self.check_writable("it is of another version of Dragoman")
        with self._explained():
            self._dialect.lay_out(self._engine)
        with self.write() as connection:
            before = self._version(connection)
            if before != VERSION:
                self._migrate(connection)
                if before and derive:
                    derive(connection)

    def _version(self, connection: Connection) -> str | None:
        """The version of the ledger, None of an empty database; ``LedgerError`` for one of another program."""
        mark = self._dialect.mark_of(connection)
        if mark == self._dialect.MARK:
            return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one())
        if mark or inspect(connection).get_table_names():
            raise LedgerError(f"{self.name}: is not a ledger (a database of another program)")
        return None

    def _migrate(self, connection: Connection) -> None:
        config = Config()
        config.set_main_option("script_location", "dragoman.ledger:migrations")
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, VERSION)
        except CommandError as error:
            raise LedgerError(f"{self.name}: was written by a newer Dragoman ({error})") from error
        self._dialect.mark(connection)

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Turn what can befall a database into a ``LedgerError`` with name and reason; anything else is a bug."""
        errors: tuple[type[Exception], ...] = (DBAPIError, *self._dialect.errors)
        try:
            yield
        except errors as error:
            reason = self._dialect.reason(error.orig if isinstance(error, DBAPIError) else error)
            if reason is None:
                raise
            raise LedgerError(f"{self.name}: {reason}") from error
