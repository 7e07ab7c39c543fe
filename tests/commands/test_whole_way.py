"""The whole way with the real reader: documents in, a ledger and a brief out, whatever happens on the way."""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dragoman.ledger import Ledger
from dragoman.models import Reading

SAMPLES = Path(__file__).parents[2] / "samples"
GOOD = "LIMA, 4 June 2018 — Peru and Ghana signed an agreement on fishing in Accra on Monday. The minister said so.\n"
RUSSIAN = "Министр иностранных дел Перу посетил Гану. Стороны подписали соглашение о рыболовстве и торговле. " * 5
KILLS = 20


def dragoman(*arguments, **known):
    command = [sys.executable, "-m", "dragoman", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, **known)


def dump(path):
    with Ledger.open(path) as ledger:
        return list(ledger.dump())


@pytest.fixture
def mixed(tmp_path):
    """Good files and bad ones in one folder."""
    folder = tmp_path / "mixed"
    folder.mkdir()
    (folder / "a-good.txt").write_text(GOOD, encoding="utf-8")
    (folder / "b-empty.txt").write_bytes(b"")
    (folder / "c-picture.txt").write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)) * 8)
    (folder / "d-wide.txt").write_text(GOOD.replace("June", "July"), encoding="utf-16")
    (folder / "e-russian.txt").write_text(RUSSIAN, encoding="cp1251")
    (folder / "f-bare.html").write_text("<html><head><title>x</title></head><body></body></html>", encoding="utf-8")
    lines = [json.dumps({"id": name, "text": GOOD.replace("Monday", name)}) for name in ("one", "two")]
    (folder / "g-lines.jsonl").write_text(f"{lines[0]}\n{{broken\n{lines[1]}\n", encoding="utf-8")
    return folder


def test_good_and_bad_files_in_one_folder(mixed):
    done = dragoman("read", mixed, mixed / "absent.txt", "--format", "jsonl")
    told = done.stderr.splitlines()
    assert done.returncode == 1
    assert [line.removeprefix(f"{mixed}/").partition(": ")[0] for line in told[:-1]] == [
        "b-empty.txt", "c-picture.txt", "e-russian.txt", "f-bare.html", "g-lines.jsonl:2", "absent.txt",
    ]  # fmt: skip
    assert all(reason.partition(": ")[2] for reason in told[:-1])
    read = {reading.document.id: reading for reading in map(Reading.from_json, done.stdout.splitlines())}
    assert list(read) == ["a-good", "d-wide", "e-russian", "one", "two"]
    assert read["d-wide"].document.date == "2018-07-04"
    assert all(read[id].entries for id in ("a-good", "d-wide", "one", "two"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_told(mixed):
    (mixed / "a-good.txt").chmod(0)
    done = dragoman("read", mixed, "--format", "jsonl")
    assert f"{mixed}/a-good.txt: no permission to read it" in done.stderr.splitlines()


@pytest.mark.slow
def test_the_samples_read_twice_and_on_two_processes_give_one_ledger(tmp_path):
    assert dragoman("read", SAMPLES, "--ledger", tmp_path / "one.db").returncode == 0
    once = dump(tmp_path / "one.db")
    again = dragoman("read", SAMPLES, "--ledger", tmp_path / "one.db")
    assert "Read 0 documents" in again.stderr
    assert dump(tmp_path / "one.db") == once
    assert dragoman("read", SAMPLES, "--ledger", tmp_path / "two.db", "--jobs", 2).returncode == 0
    assert dump(tmp_path / "two.db") == once
    brief = dragoman("brief", "Japan", "Belarus", "--ledger", tmp_path / "one.db").stdout
    assert "## Money" in brief
    assert "2019-11-14" in brief


def killed(folder, ledger, delay):
    """Start to read the folder and kill the program; a ``delay`` over 1 counts from the first document that is read."""
    command = [sys.executable, "-m", "dragoman", "read", str(folder), "--ledger", str(ledger), "--format", "jsonl"]
    process = subprocess.Popen(
        [*command, "--jobs", "1"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True
    )
    if delay > 1:
        process.stdout.readline()
        delay -= 1
    time.sleep(delay)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()


def held(ledger):
    """The entries of each document, after a look at the file itself."""
    if not ledger.exists():
        return {}
    connection = sqlite3.connect(ledger)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()
    with Ledger.open(ledger) as opened:
        found = {document.id: [] for document in opened.documents()}
        for stored in opened.entries():
            found[stored.document.id].append(stored.key)
        return found


@pytest.mark.slow
def test_a_batch_that_is_killed_leaves_the_ledger_whole_and_goes_on(tmp_path):
    folder = tmp_path / "news"
    folder.mkdir()
    for n in range(150):
        text = GOOD.replace("fishing", f"fishing in {n} lakes") * 3
        (folder / f"{n:03}.txt").write_text(text, encoding="utf-8")
    chance, interrupted, before = random.Random(7), 0, {}
    for _ in range(KILLS):
        killed(folder, tmp_path / "x.db", chance.uniform(0.6, 1.6))
        after = held(tmp_path / "x.db")
        assert before.items() <= after.items()
        interrupted += len(before) < len(after) < 150
        before = after
    assert interrupted >= 3
    assert dragoman("read", folder, "--ledger", tmp_path / "x.db").returncode == 0
    assert dragoman("read", folder, "--ledger", tmp_path / "undisturbed.db").returncode == 0
    assert dump(tmp_path / "x.db") == dump(tmp_path / "undisturbed.db")
