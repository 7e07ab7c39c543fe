"""An older ledger becomes one of this version, with all that was in it."""

import sqlite3
from datetime import UTC, datetime

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

from dragoman.ledger import Ledger
from dragoman.models import Decision

FIRST = ("documents", "sources", "entries", "entry_states", "decisions")
"""The tables of step 0001."""


def lay_out(path, revision):
    """An empty ledger as the program made it at that step."""
    engine = create_engine(f"sqlite:///{path}")
    config = Config()
    config.set_main_option("script_location", "dragoman.ledger:migrations")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
        connection.exec_driver_sql(f"PRAGMA application_id = {0x44524147}")
    engine.dispose()


def move(source, target):
    """Copy the tables of step 0001, as far as they had columns then."""
    connection = sqlite3.connect(target)
    connection.execute("ATTACH ? AS source", [str(source)])
    for table in FIRST:
        columns = ", ".join(f'"{row[1]}"' for row in connection.execute(f"PRAGMA main.table_info({table})"))
        connection.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM source.{table}")
    connection.commit()
    connection.close()


@pytest.fixture
def first(tmp_path, sample):
    """A ledger of step 0001 with entries and decisions, and what it says."""
    newest = tmp_path / "newest.db"
    with Ledger.open(newest) as ledger:
        ledger.add(sample.reading, sample.document, sample.reader)
        keys = {stored.entry.kind: stored.key for stored in ledger.entries()}
        say = {"by": "analyst", "at": datetime(2026, 1, 2, tzinfo=UTC)}
        ledger.decide(Decision(verdict="corrected", subject=(keys["figure"],), field="title", value="Trout", **say))
        ledger.decide(Decision(verdict="wrong", subject=(keys["event"],), **say))
        said = list(ledger.dump())
    lay_out(tmp_path / "ledger.db", "0001")
    move(newest, tmp_path / "ledger.db")
    return tmp_path / "ledger.db", said, keys


def test_nothing_is_lost(first):
    path, said, keys = first
    with Ledger.open(path) as ledger:
        assert list(ledger.dump()) == said
        assert len(ledger.decisions(keys["figure"])) == 1
        assert {stored.entry.title for stored in ledger.entries(kinds=["figure"])} == {"Trout"}
        assert list(ledger.entries(kinds=["event"])) == []


def test_what_an_older_version_did_not_know_is_derived(first):
    path, _, keys = first
    with Ledger.open(path) as ledger:
        assert [hit.key for hit in ledger.search("trout")] == [keys["figure"]]
        assert {hit.what for hit in ledger.search("money")} == {"document"}
        assert ledger.search("president", kinds=["event"]) == []
        assert {key for record in ledger.records() for key in record.entries} == {*keys.values()} - {keys["event"]}


def test_an_interrupted_step_is_taken_again(first, monkeypatch):
    path, said, keys = first

    def power_cut(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr("dragoman.ledger.passages.put_entries", power_cut)
        Ledger.open(path)
    assert sqlite3.connect(path).execute("SELECT version_num FROM alembic_version").fetchall() == [("0001",)]
    with Ledger.open(path) as ledger:
        assert list(ledger.dump()) == said
        assert [hit.key for hit in ledger.search("trout")] == [keys["figure"]]
