"""What SQLite and PostgreSQL do differently: addresses, transactions, the mark of a ledger, and errors."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError

from dragoman.errors import LedgerError

PATIENCE = 60.0
"""Seconds to wait for another process that writes; a transaction is one document, so this is generous."""

_EFFECTIVE = os.access in os.supports_effective_ids
_MAKE_ONE = "`dragoman read PATH --ledger LEDGER` makes one"
_FULL = "the disk is full; what was being written is left out"
_QUOTA = "the disk or a quota is full; what was being written is left out"
_BUSY = f"another process has been writing for more than {PATIENCE:.0f} seconds"
_NO_PERMISSION = "no permission"
_READ_ONLY = "no permission to write"


class Dialect(Protocol):
    """One kind of database; ``name`` is what errors call the ledger."""

    name: str
    errors: tuple[type[Exception], ...]
    """The driver's own errors, where no statement of SQLAlchemy's is around them."""
    reading: Mapping[str, Any]
    writing: Mapping[str, Any]
    """Execution options of connections that read and that write."""
    MARK: object

    def check(self, create: bool) -> None:
        """``LedgerError`` if it can be seen beforehand that there is no ledger and none can be made."""

    def check_empty(self) -> None:
        """``LedgerError`` if an empty database is none that a ledger was begun in."""

    @property
    def read_only(self) -> bool:
        """Whether it can be seen beforehand that nothing can be written."""

    def engine(self) -> Engine:
        """Connections to the database."""

    def lay_out(self, engine: Engine) -> None:
        """What has to be set once and outside of a transaction."""

    def take_turn(self, connection: Connection) -> None:
        """Wait until no other process writes; the turn ends with the transaction."""

    def mark_of(self, connection: Connection) -> object:
        """What a program wrote into the database to call it its own: ``MARK`` for a ledger; falsy if nothing."""

    def mark(self, connection: Connection) -> None:
        """Call the database a ledger."""

    def reason(self, error: BaseException | None) -> str | None:
        """What happened, in words; None if that is a bug."""


def dialect_of(where: Path | str) -> Dialect:
    """The kind of database that a path or an address names; ``LedgerError`` if an address is malformed."""
    return Postgresql(where) if isinstance(where, str) and is_address(where) else Sqlite(Path(where))


def is_address(where: str) -> bool:
    """Whether this names a server and not a file."""
    return where.startswith(("postgresql://", "postgres://"))


class Sqlite:
    """A file, in WAL mode: readers see the last commit, and one process writes at a time."""

    MARK: object = 0x44524147
    """``DRAG`` in ASCII, the file's application id (https://sqlite.org/pragma.html#pragma_application_id)."""
    errors: tuple[type[Exception], ...] = (sqlite3.Error,)
    reading: Mapping[str, Any] = {}
    writing: Mapping[str, Any] = {"write": True}
    _REASONS: Mapping[int, str] = {
        sqlite3.SQLITE_NOTADB: "is not a ledger (not a SQLite database)",
        sqlite3.SQLITE_CORRUPT: "is damaged; restore it from a copy",
        sqlite3.SQLITE_FULL: _FULL,
        sqlite3.SQLITE_READONLY: _READ_ONLY,
        sqlite3.SQLITE_PERM: _NO_PERMISSION,
        sqlite3.SQLITE_CANTOPEN: "cannot be opened (no permission for the file or its folder)",
        sqlite3.SQLITE_BUSY: _BUSY,
        sqlite3.SQLITE_IOERR: "the disk cannot be read or written",
        # What a quota or a limit on the size of files does.
        sqlite3.SQLITE_IOERR_WRITE: _QUOTA,
        sqlite3.SQLITE_IOERR_SHMSIZE: _QUOTA,
    }

    def __init__(self, path: Path) -> None:
        self.name = str(path)
        self._path = path

    def check(self, create: bool) -> None:
        """``LedgerError`` if the path is a folder, is not there though it should be, or is in no folder."""
        if self._path.is_dir():
            raise LedgerError(f"{self.name}: is a folder, not a ledger")
        if self._path.exists():
            return
        if not create:
            raise LedgerError(f"{self.name}: there is no such ledger; {_MAKE_ONE}")
        if not self._path.parent.is_dir():
            raise LedgerError(f"{self.name}: the folder {self._path.parent} does not exist")

    def check_empty(self) -> None:
        """Nothing: who begins a ledger and is stopped leaves an empty file."""

    @property
    def read_only(self) -> bool:
        """Whether the file is there, but it or its folder, where SQLite has to put two files beside it, is locked."""
        places = self._path, self._path.absolute().parent
        return self._path.exists() and not all(os.access(place, os.W_OK, effective_ids=_EFFECTIVE) for place in places)

    def engine(self) -> Engine:
        """Connections to the file."""
        where = URL.create("sqlite", database=self.name)
        if self.read_only and not self._is_written_to():
            # Without the two files SQLite reads only what is said to stand still (https://sqlite.org/uri.html).
            path = quote(str(self._path.absolute()))
            where = URL.create("sqlite", database=f"file:{path}", query={"immutable": "1", "uri": "true"})
        engine = create_engine(where, connect_args={"timeout": PATIENCE})
        event.listen(engine, "connect", self._set_up)
        event.listen(engine, "begin", self._begin)
        return engine

    def lay_out(self, engine: Engine) -> None:
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

    def take_turn(self, connection: Connection) -> None:
        """Nothing more: ``_begin`` has waited."""

    def mark_of(self, connection: Connection) -> object:
        """The application id, 0 if none was set."""
        return connection.execute(text("PRAGMA application_id")).scalar_one()

    def mark(self, connection: Connection) -> None:
        """Set the application id."""
        connection.execute(text(f"PRAGMA application_id = {self.MARK}"))

    def reason(self, error: BaseException | None) -> str | None:
        """By the result code, or the primary one, which is its low byte (https://sqlite.org/rescode.html)."""
        code = getattr(error, "sqlite_errorcode", 0)
        return self._REASONS.get(code) or self._REASONS.get(code & 0xFF)

    def _is_written_to(self) -> bool:
        """Whether another process holds what is not yet in the file itself; its files are read then, too."""
        log = self._path.with_name(f"{self._path.name}-wal")
        return log.exists() and log.stat().st_size > 0

    @staticmethod
    def _set_up(connection: Any, _record: Any) -> None:
        # Transactions are begun by ``_begin``; left to itself the driver begins them late and never for reading.
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys = ON")
        # A commit is on the disk when it returns, so that a power cut loses no finished document either.
        connection.execute("PRAGMA synchronous = FULL")

    @staticmethod
    def _begin(connection: Connection) -> None:
        # A writer takes its turn at once: a transaction that began by reading could no longer wait for one.
        writes = connection.get_execution_options().get("write", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


class Postgresql:
    """A database of its own on a server, reached through libpq, which adds what the address leaves out."""

    MARK: object = "Dragoman ledger"
    """The comment on the table that Alembic keeps the version in."""
    errors: tuple[type[Exception], ...] = ()
    reading: Mapping[str, Any] = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    # Statement by statement a writer sees what the writers before it have committed: it waits in a statement.
    writing: Mapping[str, Any] = {"isolation_level": "READ COMMITTED"}
    _TURN = 0x44524147
    """The number of the advisory lock that a writer holds."""
    _CONNECT_TIMEOUT = "10"
    """Seconds until a server that does not answer is given up, unless the address says otherwise."""
    # By code, or the class that is its first two signs (https://www.postgresql.org/docs/current/errcodes-appendix.html).
    _REASONS: Mapping[str, str] = {
        "53100": _FULL,
        "55P03": _BUSY,
        "25006": _READ_ONLY,
        "53300": "the server has no room for another connection",
        "57P01": "the server was stopped; what was being written is left out",
        "57P02": "the server broke down; what was being written is left out",
        "57P03": "the server is starting or stopping; try again in a moment",
        "58": "the server cannot read or write its disk",
        "XX001": "is damaged; restore it from a copy",
    }

    def __init__(self, address: str) -> None:
        from psycopg import ProgrammingError
        from psycopg.conninfo import make_conninfo

        try:
            url = make_url(address.replace("postgres://", "postgresql://", 1))
            make_conninfo(**dict.fromkeys(url.query, "x"))  # libpq knows the names of all options
        except (ArgumentError, ValueError, ProgrammingError) as error:
            reason = f" ({error})" if isinstance(error, ProgrammingError) else ""
            raise LedgerError(
                f"the ledger's address is not of the form postgresql://user@host/database{reason}"
            ) from error
        self.name = url.render_as_string(hide_password=True)
        query = {"connect_timeout": self._CONNECT_TIMEOUT, **url.query}
        self._url = url.set(drivername="postgresql+psycopg", query=query)

    def check(self, create: bool) -> None:
        """Nothing: only the server knows, and a database is made by those who keep it."""

    def check_empty(self) -> None:
        """``LedgerError``: a slip in the address may lead to any database, and who only asks leaves it as it is."""
        raise LedgerError(f"{self.name}: no ledger is in this database; {_MAKE_ONE}")

    @property
    def read_only(self) -> bool:
        """Only the server knows."""
        return False

    def engine(self) -> Engine:
        """Connections to the server; one that broke while nobody used it is replaced."""
        return create_engine(self._url, pool_pre_ping=True)

    def lay_out(self, engine: Engine) -> None:
        """Nothing."""

    def take_turn(self, connection: Connection) -> None:
        """Wait for the lock that all writers of this database take."""
        connection.execute(text(f"SET LOCAL lock_timeout = '{PATIENCE:.0f}s'"))
        connection.execute(text("SELECT pg_advisory_xact_lock(:turn)"), {"turn": self._TURN})

    def mark_of(self, connection: Connection) -> object:
        """The comment on the table of the version, None without one."""
        # Not by ``to_regclass``: it answers from a cache, which may be older than the turn that was waited for.
        inspector = inspect(connection)
        known = inspector.has_table("alembic_version")
        return inspector.get_table_comment("alembic_version")["text"] if known else None

    def mark(self, connection: Connection) -> None:
        """Put the comment on the table of the version."""
        connection.execute(text(f"COMMENT ON TABLE alembic_version IS '{self.MARK}'"))

    def reason(self, error: BaseException | None) -> str | None:
        """By the code, or, where there is no code because there is no server, in the words of libpq."""
        from psycopg import DataError, OperationalError
        from psycopg.errors import InsufficientPrivilege

        said = str(error).strip().splitlines() or ["no reason given"]
        code = getattr(error, "sqlstate", None) or ""
        if reason := self._REASONS.get(code) or self._REASONS.get(code[:2]):
            return reason
        if isinstance(error, InsufficientPrivilege):
            return f"{_NO_PERMISSION} ({said[0]})"
        if isinstance(error, DataError):
            return f"the database cannot hold this ({said[0]})"
        if isinstance(error, OperationalError):
            # libpq tells of each address that it tried: connection to … failed: FATAL: …
            tried = [line.rpartition("failed:")[2] for line in said if "failed:" in line]
            cause = (tried or said)[-1 if tried else 0].replace("FATAL:", "").strip()
            return f"the server refuses or has ended the connection ({cause})"
        return None
