"""A PostgreSQL server of the tests' own: in a folder of its own, reached through a socket there, gone afterwards."""

import os
import pwd
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import psycopg

ROOT = Path(__file__).parent.parent
# It need not survive a power cut: what is tested is killed and stopped, but the machine stays on.
OPTIONS = "-c fsync=off -c full_page_writes=off -c listen_addresses='' -c shared_buffers=32MB"


class NoServer(Exception):
    """There are no programs to start a server with."""


def somebody():
    """Who to run as, for ``subprocess``: a server refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    names = {user.pw_name: user for user in pwd.getpwall()}
    user = names.get("postgres") or names["nobody"]
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


class Server:
    """``with Server() as server``; ``with server.database() as address`` gives an empty database on it."""

    def __init__(self):
        found = subprocess.run(["sh", ROOT / "scripts/need-postgresql", "--find"], capture_output=True, text=True)
        if found.returncode:
            raise NoServer(found.stderr.strip())
        self._programs = Path(found.stdout.strip())
        self._number = 0

    def __enter__(self):
        self._folder = Path(tempfile.mkdtemp(prefix="dragoman-"))
        shutil.chown(self._folder, somebody().get("user", os.geteuid()))
        self._run("initdb", "--no-sync", "--auth=trust", "--username=dragoman", "--encoding=UTF8", "--locale=C.UTF-8")
        self.start()
        return self

    def __exit__(self, *error):
        self.stop("immediate")
        shutil.rmtree(self._folder, ignore_errors=True)

    def start(self):
        """Start it and wait until it answers."""
        self._run("pg_ctl", "start", "--wait", "--silent", "--log", self._folder / "log",
                  "--options", f"{OPTIONS} -k {self._folder}")  # fmt: skip

    def stop(self, mode="fast"):
        """``fast`` ends all connections, ``immediate`` is like a crash of the server."""
        self._run("pg_ctl", "stop", "--wait", "--silent", "--mode", mode)

    def address(self, database):
        """As ``--ledger`` takes it."""
        return f"postgresql://dragoman@/{database}?host={quote(str(self._folder), safe='')}"

    @contextmanager
    def database(self, copied=None):
        """The address of a new database, empty or a copy of one that nobody uses now; it is gone afterwards."""
        self._number += 1
        name = f"ledger{self._number}"
        self.ask(f"CREATE DATABASE {name} TEMPLATE {self.name(copied) if copied else 'template1'} STRATEGY file_copy")
        yield self.address(name)
        self.ask(f"DROP DATABASE {name} WITH (FORCE)")

    def name(self, address):
        """The name of the database at an address."""
        return address.partition("@/")[2].partition("?")[0]

    def ask(self, *statements, database="postgres"):
        """Carry out SQL and give the rows of the last statement."""
        with psycopg.connect(host=str(self._folder), user="dragoman", dbname=database, autocommit=True) as connection:
            for statement in statements:
                cursor = connection.execute(statement)
            return cursor.fetchall() if cursor.description else []

    def _run(self, program, *arguments):
        done = subprocess.run(
            [self._programs / program, "--pgdata", self._folder / "data", *arguments],
            cwd=self._folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
            **somebody(),
        )  # fmt: skip
        if done.returncode:
            raise RuntimeError(f"{program}: {done.stderr.strip()}")
