"""A text of fifty megabytes is read to its end, in memory that does not grow with what it tells."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SIZE = 50_000_000
MEMORY = 1_500_000  # kilobytes; the language model takes about 400,000 of them
NEWS = "In May 2015 Norway gave Tanzania 12 million euros for schools in Dodoma.\n"
LATE = "\nOn 3 June 2016 the President of Chile visited Vietnam.\n"


@pytest.mark.slow
def test_a_text_of_fifty_megabytes_is_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text(NEWS * (SIZE // len(NEWS)) + LATE, encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "dragoman",
        "read",
        str(path),
        "--format",
        "jsonl",
        "--ledger",
        str(tmp_path / "x.ledger"),
    ]
    out, err = tmp_path / "out.jsonl", tmp_path / "err.txt"
    with out.open("wb") as output, err.open("wb") as errors:
        running = subprocess.Popen(command, stdout=output, stderr=errors)
        _, status, used = os.wait4(running.pid, 0)
    assert os.waitstatus_to_exitcode(status) == 0, err.read_text(encoding="utf-8")
    entries = json.loads(out.read_text(encoding="utf-8"))["entries"]
    assert any(entry.get("amount", {}).get("value") == 12_000_000 for entry in entries)
    assert any(entry["kind"] == "event" and entry.get("date") == "2016-06-03" for entry in entries)
    assert used.ru_maxrss < MEMORY
