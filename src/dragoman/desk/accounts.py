"""Accounts: who may use a desk that others can reach, their sessions, and what they did.

They are kept in a file of their own beside the ledger (``news.ledger.accounts``), not in it: ledgers are copied, sent
and compared, and nobody's password, however well hidden, should travel with one. The same file serves desks of several
ledgers, and a ledger on a server that has no folder of its own.

Sessions are kept as the hash of what the browser holds, and passwords as hashes too (``passwords``), so that the file
does not let its reader in.
"""

from __future__ import annotations

import hashlib
import os
import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import get_args

from dragoman.desk.passwords import Passwords
from dragoman.desk.visitors import Role, Visitor
from dragoman.errors import DragomanError
from dragoman.models import Model

IDLE, LONGEST = timedelta(hours=12), timedelta(days=7)
"""A session ends when nobody used it for so long, and in any case after so long."""
FAILURES, PAUSE = 10, timedelta(minutes=15)
"""After so many wrong passwords for one name from one address within this time, no more are tried."""
_NAME = re.compile(r"[\w.@+-]{1,100}")
_MARK = 0x44524143  # ``DRAC`` in ASCII
_DISABLED = "!"  # before the hash of a password, as in shadow(5): no password fits it
_TABLES = """
CREATE TABLE accounts (name TEXT PRIMARY KEY, role TEXT NOT NULL, password TEXT NOT NULL, since TEXT NOT NULL);
CREATE TABLE sessions (digest TEXT PRIMARY KEY, account TEXT NOT NULL REFERENCES accounts (name) ON DELETE CASCADE,
    begun TEXT NOT NULL, seen TEXT NOT NULL);
CREATE INDEX ix_sessions_account ON sessions (account);
CREATE TABLE log (number INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, name TEXT NOT NULL, what TEXT NOT NULL,
    address TEXT NOT NULL);
CREATE INDEX ix_log_name ON log (name, address, at);
"""
_TOUCH = timedelta(minutes=1)  # a session's last use is written down no more often


class AccountsError(DragomanError):
    """Accounts that cannot be opened, or a change of them that cannot be made."""


class Account(Model):
    """Somebody who may sign in, with what role and since when; not while ``disabled``."""

    name: str
    role: Role
    since: datetime
    disabled: bool = False


class Line(Model):
    """Something that somebody did with an account, and from which address."""

    number: int
    at: datetime
    name: str
    what: str
    address: str


class Accounts:
    """The accounts in a file, readable by its owner alone; ``create`` makes one that is not there."""

    def __init__(self, path: Path, *, create: bool = True) -> None:
        self._path = path
        if not create and not path.exists():
            raise AccountsError(f"{path}: there are no accounts yet; dragoman accounts add makes the first one")
        self._passwords = Passwords()
        self._prepare()

    # Who there is

    def accounts(self) -> list[Account]:
        """All accounts by name."""
        with self._open() as file:
            rows = file.execute("SELECT name, role, since, password FROM accounts ORDER BY name").fetchall()
        return [
            Account(name=name, role=role, since=since, disabled=password.startswith(_DISABLED))
            for name, role, since, password in rows
        ]

    def account(self, name: str) -> Account | None:
        """The account of this name, None if there is none."""
        return next((each for each in self.accounts() if each.name == name), None)

    def add(self, name: str, password: str, role: str, *, by: str) -> None:
        """Make an account; ``AccountsError`` if the name is taken or no name, or the password too short."""
        if not _NAME.fullmatch(name):
            raise AccountsError(f"{name!r} cannot be the name of an account: letters, digits and . @ + - _ can")
        hashed = self._hash(password)
        with self._open() as file:
            if file.execute("SELECT 1 FROM accounts WHERE name = ?", (name,)).fetchone():
                raise AccountsError(f"there is an account {name!r} already")
            file.execute("INSERT INTO accounts VALUES (?, ?, ?, ?)", (name, _role(role), hashed, _now().isoformat()))
            self._note(file, name, f"added as {role} by {by}")

    def remove(self, name: str, *, by: str) -> None:
        """Take an account away with its sessions; what was decided under its name stays."""
        with self._open() as file:
            self._check_there(file, name)
            file.execute("DELETE FROM accounts WHERE name = ?", (name,))
            self._note(file, name, f"removed by {by}")

    def disable(self, name: str, *, by: str) -> None:
        """Let nobody sign in with an account until it is enabled again; its sessions end."""
        with self._open() as file:
            self._check_there(file, name)
            mark = "UPDATE accounts SET password = ? || password WHERE name = ? AND password NOT LIKE ? || '%'"
            file.execute(mark, (_DISABLED, name, _DISABLED))
            file.execute("DELETE FROM sessions WHERE account = ?", (name,))
            self._note(file, name, f"disabled by {by}")

    def enable(self, name: str, *, by: str) -> None:
        """Let an account be used again, with the password that it had."""
        with self._open() as file:
            self._check_there(file, name)
            file.execute("UPDATE accounts SET password = ltrim(password, ?) WHERE name = ?", (_DISABLED, name))
            self._note(file, name, f"enabled by {by}")

    def set_role(self, name: str, role: str, *, by: str) -> None:
        """Give an account another role, from its next page on."""
        with self._open() as file:
            self._check_there(file, name)
            file.execute("UPDATE accounts SET role = ? WHERE name = ?", (_role(role), name))
            self._note(file, name, f"made {role} by {by}")

    def set_password(self, name: str, password: str, *, by: str) -> None:
        """Give an account another password, and enable it; all its sessions end."""
        hashed = self._hash(password)
        with self._open() as file:
            self._check_there(file, name)
            file.execute("UPDATE accounts SET password = ? WHERE name = ?", (hashed, name))
            file.execute("DELETE FROM sessions WHERE account = ?", (name,))
            self._note(file, name, f"given a new password by {by}")

    def log(self, name: str | None = None) -> list[Line]:
        """What was done with accounts, or with one of them, the newest first."""
        where, given = ("WHERE name = ?", (name,)) if name is not None else ("", ())
        with self._open() as file:
            rows = file.execute(f"SELECT * FROM log {where} ORDER BY number DESC", given).fetchall()
        return [Line(**dict(zip(Line.model_fields, row, strict=True))) for row in rows]

    # Signing in and out

    def sign_in(self, name: str, password: str, cookie: str, *, address: str) -> bool:
        """Begin a session under ``cookie``, which must be new, if the password is right; whether it is.

        ``AccountsError`` after too many wrong ones. An unknown name takes as long as a wrong password.
        """
        right, now = self._is_right(name, password, address), _now()
        with self._open() as file:
            self._note(file, name[:100], "signed in" if right else _WRONG, address)
            if right:
                self._forget_old(file, now)
                values = (_digest(cookie), name, now.isoformat(), now.isoformat())
                file.execute("INSERT INTO sessions VALUES (?, ?, ?, ?)", values)
        return right

    def is_password(self, name: str, password: str, *, address: str) -> bool:
        """Whether this is the password of the account; ``AccountsError`` after too many wrong ones."""
        right = self._is_right(name, password, address)
        if not right:
            with self._open() as file:
                self._note(file, name, _WRONG, address)
        return right

    def sign_out(self, cookie: str | None, *, address: str) -> None:
        """End the session of a cookie."""
        if (visitor := self.visitor(cookie)) and cookie:
            with self._open() as file:
                file.execute("DELETE FROM sessions WHERE digest = ?", (_digest(cookie),))
                self._note(file, visitor.name, "signed out", address)

    def visitor(self, cookie: str | None) -> Visitor | None:
        """Whose session a cookie names, None if it names none or it is over."""
        if cookie is None:
            return None
        now, digest = _now(), _digest(cookie)
        with self._open() as file:
            row = file.execute(
                "SELECT name, role, begun, seen FROM sessions JOIN accounts ON name = account WHERE digest = ?",
                (digest,),
            ).fetchone()
            if row is None or not _is_going(row[2], row[3], now):
                return None
            if now - datetime.fromisoformat(row[3]) > _TOUCH:
                file.execute("UPDATE sessions SET seen = ? WHERE digest = ?", (now.isoformat(), digest))
        return Visitor(name=row[0], role=row[1], signed_in=True)

    # Within

    def _prepare(self) -> None:
        if not self._path.parent.is_dir():
            raise AccountsError(f"{self._path}: the folder {self._path.parent} does not exist")
        try:
            os.close(os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600))
        except OSError as error:
            raise AccountsError(f"{self._path}: {(error.strerror or 'cannot be opened').lower()}") from error
        with self._open() as file:
            file.execute("BEGIN IMMEDIATE")
            mark = file.execute("PRAGMA application_id").fetchone()[0]
            if mark == _MARK:
                return
            if mark or file.execute("SELECT 1 FROM sqlite_master").fetchone():
                raise AccountsError(f"{self._path}: is no file of accounts (a database of another program)")
            for statement in filter(str.strip, _TABLES.split(";")):
                file.execute(statement)
            file.execute(f"PRAGMA application_id = {_MARK}")

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """The file for one change, kept whole at the end or not at all."""
        try:
            file = sqlite3.connect(self._path, timeout=20, isolation_level="IMMEDIATE")
            try:
                file.execute("PRAGMA foreign_keys = ON")
                with file:
                    yield file
            finally:
                file.close()
        except sqlite3.Error as error:
            raise AccountsError(f"{self._path}: {error}") from error

    def _check_there(self, file: sqlite3.Connection, name: str) -> None:
        if not file.execute("SELECT 1 FROM accounts WHERE name = ?", (name,)).fetchone():
            raise AccountsError(f"there is no account {name!r}")

    def _check_patience(self, file: sqlite3.Connection, name: str, address: str) -> None:
        since = (_now() - PAUSE).isoformat()
        query = "SELECT count(*) FROM log WHERE name = ? AND address = ? AND at > ? AND what = ?"
        if file.execute(query, (name[:100], address, since, _WRONG)).fetchone()[0] >= FAILURES:
            minutes = int(PAUSE.total_seconds() / 60)
            raise AccountsError(f"too many wrong passwords; wait {minutes} minutes before you try again")

    def _hash(self, password: str) -> str:
        try:
            return self._passwords.hash(password)
        except ValueError as error:
            raise AccountsError(str(error)) from error

    def _is_right(self, name: str, password: str, address: str) -> bool:
        with self._open() as file:
            self._check_patience(file, name, address)
            row = file.execute("SELECT password FROM accounts WHERE name = ?", (name,)).fetchone()
        return self._passwords.fits(password, row[0] if row else None)

    @staticmethod
    def _forget_old(file: sqlite3.Connection, now: datetime) -> None:
        over = (now - LONGEST).isoformat(), (now - IDLE).isoformat()
        file.execute("DELETE FROM sessions WHERE begun < ? OR seen < ?", over)

    @staticmethod
    def _note(file: sqlite3.Connection, name: str, what: str, address: str = "") -> None:
        values: Sequence[str] = (_now().isoformat(), name, what, address)
        file.execute("INSERT INTO log (at, name, what, address) VALUES (?, ?, ?, ?)", values)


_WRONG = "gave a wrong password"


def accounts_beside(ledger: str) -> Path | None:
    """Where the accounts of a ledger are kept if nobody says otherwise; None for one on a server."""
    return None if "://" in ledger else Path(f"{ledger}.accounts")


def _role(role: str) -> str:
    if role not in get_args(Role):
        raise AccountsError(f"there is no role {role!r}: there are {', '.join(get_args(Role))}")
    return role


def _digest(cookie: str) -> str:
    return hashlib.sha256(cookie.encode()).hexdigest()


def _is_going(begun: str, seen: str, now: datetime) -> bool:
    return now - datetime.fromisoformat(begun) < LONGEST and now - datetime.fromisoformat(seen) < IDLE


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)
