"""One SQLite file: how it is opened, brought up to date, read and written, and what its errors mean.

Whatever is written goes through ``Database.write``: one transaction, whole or absent, that waits for its turn.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.exc import DBAPIError

from dragoman.errors import LedgerError
from dragoman.ledger.schema import APPLICATION_ID, VERSION

PATIENCE = 60.0
"""Seconds to wait for another process that writes; a transaction is one document, so this is generous."""

_REASONS = {
    sqlite3.SQLITE_NOTADB: "is not a ledger (not a SQLite database)",
    sqlite3.SQLITE_CORRUPT: "is damaged; restore it from a copy",
    sqlite3.SQLITE_FULL: "the disk is full; what was being written is left out",
    sqlite3.SQLITE_READONLY: "no permission to write",
    sqlite3.SQLITE_PERM: "no permission",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened (no permission for the file or its folder)",
    sqlite3.SQLITE_BUSY: f"another process has been writing for more than {PATIENCE:.0f} seconds",
    sqlite3.SQLITE_IOERR: "the disk cannot be read or written",
}


class Database:
    """An open ledger file; ``name`` is the path as the user gave it."""

    def __init__(self, name: str, engine: Engine) -> None:
        self.name = name
        self._engine = engine
        self._writer = engine.execution_options(write=True)

    @classmethod
    def open(cls, path: Path | str, *, create: bool = True) -> Database:
        """Open the ledger at ``path`` and bring it to this version; ``LedgerError`` says why it cannot be."""
        _check_path(Path(path), create)
        database = cls(str(path), _engine(Path(path)))
        try:
            database._prepare()
        except BaseException:
            database.close()
            raise
        return database

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees the ledger at one moment, whoever writes meanwhile."""
        with self._explained(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A connection that alone may write; all that was done is kept at the end, or nothing after an error."""
        with self._explained(), self._writer.begin() as connection:
            yield connection

    def _prepare(self) -> None:
        with self.read() as connection:
            if self._version(connection) == VERSION:
                return
        with self._explained():
            _write_ahead(self._engine)
        with self.write() as connection:
            if self._version(connection) != VERSION:
                self._migrate(connection)

    def _version(self, connection: Connection) -> str | None:
        """The version of the ledger, None of an empty file; ``LedgerError`` for a database of another program."""
        mark = connection.execute(text("PRAGMA application_id")).scalar_one()
        if mark == APPLICATION_ID:
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
        connection.execute(text(f"PRAGMA application_id = {APPLICATION_ID}"))

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Turn what can befall a file into a ``LedgerError`` with name and reason; anything else is a bug."""
        try:
            yield
        except (DBAPIError, sqlite3.Error) as error:
            origin = error.orig if isinstance(error, DBAPIError) else error
            # The low byte is the primary result code (https://sqlite.org/rescode.html).
            reason = _REASONS.get(getattr(origin, "sqlite_errorcode", 0) & 0xFF)
            if reason is None:
                raise
            raise LedgerError(f"{self.name}: {reason}") from error


def _check_path(path: Path, create: bool) -> None:
    if path.is_dir():
        raise LedgerError(f"{path}: is a folder, not a ledger")
    if path.exists():
        return
    if not create:
        raise LedgerError(f"{path}: there is no such ledger")
    if not path.parent.is_dir():
        raise LedgerError(f"{path}: the folder {path.parent} does not exist")


def _engine(path: Path) -> Engine:
    engine = create_engine(URL.create("sqlite", database=str(path)), connect_args={"timeout": PATIENCE})
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: Any, _record: Any) -> None:
    # Transactions are begun by ``_begin``; left to itself the driver begins them late and never for reading.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    # A commit is on the disk when it returns, so that a power cut loses no finished document either.
    connection.execute("PRAGMA synchronous = FULL")


def _begin(connection: Connection) -> None:
    # A writer takes its turn at once: a transaction that began by reading could no longer wait for one.
    writes = connection.get_execution_options().get("write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _write_ahead(engine: Engine) -> None:
    """Switch the file to WAL, which lasts. SQLite does not wait for its turn here, so this does."""
    patience = time.monotonic() + PATIENCE
    connection = engine.raw_connection()
    try:
        while True:
            try:
                connection.driver_connection.execute("PRAGMA journal_mode = WAL").fetchall()  # type: ignore[union-attr]
                return
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > patience:
                    raise
                time.sleep(0.02)
    finally:
        connection.close()
