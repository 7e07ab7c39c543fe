"""The SQLite file: what it refuses and why, and how it comes to the newest version."""

import os
import sqlite3
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, event

from dragoman.errors import LedgerError
from dragoman.ledger import Ledger, schema


@pytest.fixture
def path(tmp_path):
    return tmp_path / "ledger.db"


def sql(path, *statements):
    connection = sqlite3.connect(path)
    try:
        return [connection.execute(statement).fetchall() for statement in statements]
    finally:
        connection.commit()
        connection.close()


@contextmanager
def somebody_else():
    """Give up the rights of root, whom no permission stops."""
    before = os.geteuid()
    if before == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(before)


def not_of_the_search(name, kind, _parents):
    """FTS5 keeps tables of its own."""
    return not (kind == "table" and name.startswith("passage_index"))


@pytest.mark.filterwarnings("ignore:autogenerate skipping metadata-specified expression-based index")  # PostgreSQL's
def test_a_new_ledger_has_the_tables_of_the_schema(path):
    Ledger.open(path).close()
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": not_of_the_search})
        assert compare_metadata(context, schema.metadata) == []
    engine.dispose()


def test_the_version_is_the_newest_migration():
    config = Config()
    config.set_main_option("script_location", "dragoman.ledger:migrations")
    assert ScriptDirectory.from_config(config).get_current_head() == schema.VERSION


def test_a_ledger_is_marked_writes_ahead_and_is_migrated_once(path):
    Ledger.open(path).close()
    Ledger.open(path).close()
    mark, mode, version = sql(
        path, "PRAGMA application_id", "PRAGMA journal_mode", "SELECT version_num FROM alembic_version"
    )
    assert (mark, mode, version) == ([(0x44524147,)], [("wal",)], [(schema.VERSION,)])


def test_an_empty_file_becomes_a_ledger(path):
    path.touch()
    with Ledger.open(path, create=False) as ledger:
        assert list(ledger.documents()) == []


def test_names_with_signs_that_addresses_use(tmp_path):
    path = tmp_path / "a b%20c?mode=ro#d.db"
    Ledger.open(path).close()
    assert path.exists()


def not_a_database(path):
    path.write_bytes(b"\xff\xd8\xff\xe0 a picture" * 100)


def a_text(path):
    path.write_text("A text that somebody gave in place of the ledger.")


def another_program(path):
    sql(path, "CREATE TABLE recipes (name TEXT)")


def another_program_with_a_mark(path):
    sql(path, "PRAGMA application_id = 7")


def newer(path):
    Ledger.open(path).close()
    sql(path, "UPDATE alembic_version SET version_num = '9999'")


def damaged(path):
    Ledger.open(path).close()
    content = bytearray(path.read_bytes())
    content[4096:] = b"\x5a" * (len(content) - 4096)
    path.write_bytes(content)


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (not_a_database, r"is not a ledger \(not a SQLite database\)"),
        (a_text, r"is not a ledger \(not a SQLite database\)"),
        (another_program, r"is not a ledger \(a database of another program\)"),
        (another_program_with_a_mark, r"is not a ledger \(a database of another program\)"),
        (newer, "was written by a newer Dragoman"),
        (damaged, "is damaged"),
        (Path.mkdir, "is a folder"),
    ],
)
def test_what_is_no_ledger_is_refused_and_left_alone(path, make, reason):
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(LedgerError, match=f"{path}: {reason}"):
        Ledger.open(path)
    assert (path.read_bytes() if path.is_file() else None) == before


def test_a_ledger_that_is_not_there(path):
    with pytest.raises(LedgerError, match="there is no such ledger"):
        Ledger.open(path, create=False)
    with pytest.raises(LedgerError, match=r"the folder .*missing does not exist"):
        Ledger.open(path.parent / "missing" / "ledger.db")


def test_a_ledger_out_of_reach(sample):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        path = folder / "ledger.db"
        with somebody_else() if os.geteuid() == 0 else pytest.MonkeyPatch.context():
            if os.geteuid() != 65534:
                folder.chmod(0o555)
            with pytest.raises(LedgerError, match=f"{path}: cannot be opened .no permission"):
                Ledger.open(path)
        folder.chmod(0o777)
        Ledger.open(path).close()
        path.chmod(0o444)
        with somebody_else(), Ledger.open(path) as ledger:
            assert list(ledger.documents()) == []
            with pytest.raises(LedgerError, match=f"{path}: no permission to write"):
                ledger.add(sample.reading, sample.document, sample.reader)


@pytest.fixture
def locked(sample):
    """Write a document into a ledger that then may not be written to, nor its folder; ``fresh`` with its records."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)

        def lock(*, fresh):
            with Ledger.open(folder / "ledger.db") as ledger:
                ledger.add(sample.reading, sample.document, sample.reader)
                if fresh:
                    ledger.resolve()
            (folder / "ledger.db").chmod(0o444)
            folder.chmod(0o555)
            return folder / "ledger.db"

        yield lock
        folder.chmod(0o755)


def test_a_ledger_that_may_only_be_read_answers(locked, sample):
    path = locked(fresh=True)
    with somebody_else(), Ledger.open(path, create=False) as ledger:
        assert [document.id for document in ledger.documents()] == ["first"]
        assert len(list(ledger.records())) == len(sample.all)
        with pytest.raises(LedgerError, match=f"{path}: no permission to write"):
            ledger.rank_source("a.txt", 1)
    assert [each.name for each in path.parent.iterdir()] == ["ledger.db"]


def test_one_that_would_have_to_be_brought_up_to_date_first_says_so(locked):
    path = locked(fresh=False)
    with somebody_else(), Ledger.open(path, create=False) as ledger:
        assert len(list(ledger.documents())) == 1
        with pytest.raises(LedgerError, match=r"its records are older than its documents .* copy it to where it may"):
            list(ledger.records())


def test_what_another_process_has_just_written_is_read_where_nothing_may_be_written(locked, sample):
    path = locked(fresh=True)
    path.parent.chmod(0o755)
    path.chmod(0o644)
    with Ledger.open(path) as writer:
        writer.rank_source("a.txt", 3)
        path.parent.chmod(0o555)
        with somebody_else(), Ledger.open(path, create=False) as reader:
            assert reader.source_ranks() == {"a.txt": 3}


def test_a_full_disk_leaves_the_document_out_and_the_ledger_whole(path, sample):
    with Ledger.open(path) as ledger:
        ledger.add(sample.reading, sample.document, sample.reader)
        before = list(ledger.dump())
    with Ledger.open(path) as ledger:
        engine = ledger._database._engine
        pages = sql(path, "PRAGMA page_count")[0][0][0]
        event.listen(
            engine, "connect", lambda connection, _: connection.execute(f"PRAGMA max_page_count = {pages + 2}")
        )
        engine.dispose()
        large = sample.new_document("many words " * 10_000)
        with pytest.raises(LedgerError, match=f"{path}: the disk is full"):
            ledger.add(sample.new_reading(large, sample.visit), large, sample.reader)
        assert list(ledger.dump()) == before
    with Ledger.open(path) as ledger:
        assert ledger.add(sample.new_reading(large, sample.visit), large, sample.reader)
