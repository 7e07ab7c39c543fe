"""Several processes on one ledger, and processes that are killed."""

import multiprocessing
import random
import sqlite3
import time
from collections import Counter
from datetime import UTC, datetime

import pytest

from dragoman.ledger import Ledger
from dragoman.models import Decision

FORK = multiprocessing.get_context("fork")
DOCUMENTS = 1500
KILLS = 20


def readings(sample, count, first=0):
    """Documents with one to seven entries each, made without reading."""
    for number in range(first, first + count):
        document = sample.new_document(
            f"{sample.text} Number {number}. " * (1 + number % 40), f"d{number}", sources=(f"{number}.txt",)
        )
        entries = [
            sample.all[n % 5].model_copy(update={"title": f"Thing {n} of {number}", "evidence": sample.at(n, n + 9)})
            for n in range(1 + number % 7)
        ]
        yield sample.new_reading(document, *entries), document


def write_all(place, made, reader, skip=False):
    with Ledger.open(place) as ledger:
        for reading, document in made:
            if not (skip and ledger.has(document.sha256, reader)):
                ledger.add(reading, document, reader)


def start(*work):
    process = FORK.Process(target=write_all, args=work)
    process.start()
    return process


def dump(place):
    with Ledger.open(place) as ledger:
        return list(ledger.dump())


def titles(place):
    """The titles of the entries by document."""
    with Ledger.open(place) as ledger:
        held = {document.id: [] for document in ledger.documents()}
        for stored in ledger.entries():
            held[stored.document.id].append(stored.entry.title)
    return held


def exists(place):
    """Whether a ledger was begun there; a database on a server is there before."""
    return isinstance(place, str) or place.exists()


def check_file(place):
    """Whether SQLite finds its file whole; a server looks after its own."""
    if isinstance(place, str):
        return
    connection = sqlite3.connect(place)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()


def test_several_processes_open_and_write_one_new_ledger(nowhere, sample):
    shares = [list(readings(sample, 30, first)) for first in (0, 30, 60, 0)]
    processes = [start(nowhere, share, sample.reader) for share in shares]
    for process in processes:
        process.join(60)
    assert [process.exitcode for process in processes] == [0] * 4
    assert titles(nowhere) == {
        document.id: [entry.title for entry in reading.entries] for share in shares for reading, document in share
    }


def decide_all(place, name, keys):
    """An analyst: a correction of each entry, and one entry found wrong and right again each time."""
    with Ledger.open(place) as ledger:
        for number, key in enumerate(keys):
            say = {"by": name, "at": datetime.now(UTC), "subject": (key,)}
            ledger.decide(Decision(verdict="corrected", field="title", value=f"{name} {number}", **say))
            say["subject"] = (keys[0],)
            wrong = ledger.decide(Decision(verdict="wrong", **say))
            assert all(stored.entry.title for stored in ledger.entries())
            ledger.decide(Decision(verdict="undone", value=wrong, **say))


def test_readers_and_analysts_write_at_once(place, sample):
    with Ledger.open(place) as ledger:
        ledger.add(sample.reading, sample.document, sample.reader)
        keys = [stored.key for stored in ledger.entries()]
    shares = [list(readings(sample, 20, first)) for first in (0, 10)]
    work = [(write_all, place, share, sample.reader) for share in shares]
    work += [(decide_all, place, name, keys) for name in ("anna", "boris", "carla")]
    processes = [FORK.Process(target=each[0], args=each[1:]) for each in work]
    for process in processes:
        process.start()
    for process in processes:
        process.join(120)
    assert [process.exitcode for process in processes] == [0] * len(processes)
    with Ledger.open(place) as ledger:
        assert sorted(document.id for document in ledger.documents()) == sorted(
            ["first", *(f"d{n}" for n in range(30))]
        )
        made = ledger.decisions()
        assert Counter(decision.by for decision in made.values()) == dict.fromkeys(("anna", "boris", "carla"), 15)
        for key in keys:
            last = [each.value for each in made.values() if each.verdict == "corrected" and key in each.subject][-1]
            assert ledger.entry(key).entry.title == last
            assert [hit.key for hit in ledger.search(f'"{last}"')] == [key]
    check_file(place)


def test_one_reads_while_another_writes(place, sample):
    with Ledger.open(place) as ledger:
        ledger.add(sample.reading, sample.document, sample.reader)
        entries = ledger.entries()
        first = next(entries)
        write_all(place, readings(sample, 3), sample.reader)
        assert [first.entry, *(stored.entry for stored in entries)] == list(sample.all)


def killed_while_it_writes(place, made, reader, delay):
    process = start(place, made, reader, True)
    time.sleep(delay)
    process.kill()
    process.join()


@pytest.mark.slow
def test_a_ledger_whose_writer_is_killed_is_whole_and_goes_on(tmp_path, nowhere, sample):
    made = list(readings(sample, DOCUMENTS))
    whole = {document.id: [entry.title for entry in reading.entries] for reading, document in made}
    chance, longest = random.Random(2), 0.1
    held = {}
    interrupted = 0
    while interrupted < KILLS:
        killed_while_it_writes(nowhere, made, sample.reader, chance.uniform(0, longest))
        before, held = held, titles(nowhere) if exists(nowhere) else {}
        assert held.items() <= whole.items()
        assert before.items() <= held.items()
        if exists(nowhere):
            check_file(nowhere)
        assert len(held) < DOCUMENTS, "this machine is too fast for so few documents"
        interrupted += len(held) > 0
        longest *= 1.2 if held == before else 1  # a machine under load needs longer to begin
    write_all(nowhere, made, sample.reader, True)
    write_all(tmp_path / "undisturbed.db", made, sample.reader)
    assert dump(nowhere) == dump(tmp_path / "undisturbed.db")


@pytest.mark.parametrize("seed", range(20))
def test_a_ledger_that_was_killed_while_it_was_made_opens(nowhere, sample, seed):
    killed_while_it_writes(nowhere, [], sample.reader, random.Random(seed).uniform(0, 0.06))
    with Ledger.open(nowhere) as ledger:
        assert ledger.add(sample.reading, sample.document, sample.reader)
        assert len(list(ledger.entries())) == len(sample.all)
    check_file(nowhere)
