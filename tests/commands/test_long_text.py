"""A text of fifty megabytes is read to its end, in memory that does not grow with what it tells."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

SIZE = 50_000_000
MEMORY = 1_500_000  # kilobytes; the language model takes about 400,000 of them
NEWS = "In May 2015 Norway gave Tanzania 12 million euros for schools in Dodoma.\n"
LATE = "\nOn 3 June 2016 the President of Chile visited Vietnam.\n"
# What a process held before it became another program counts as that program's peak, and the process of the tests
# holds a lot: the command is started by a small process, which tells the peak of its child.
WATCHED = """
import resource, subprocess, sys
status = subprocess.run(sys.argv[2:], stdout=open(sys.argv[1], "wb")).returncode
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(status)
"""


@pytest.mark.slow
def test_a_text_of_fifty_megabytes_is_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text(NEWS * (SIZE // len(NEWS)) + LATE, encoding="utf-8")
    out = tmp_path / "out.jsonl"
    read = ["-m", "dragoman", "read", str(path), "--format", "jsonl", "--ledger", str(tmp_path / "x.ledger")]
    watched = [sys.executable, "-c", WATCHED, str(out), sys.executable, *read]
    running = subprocess.run(watched, capture_output=True, text=True, check=False)
    assert running.returncode == 0, running.stderr
    entries = json.loads(out.read_text(encoding="utf-8"))["entries"]
    assert any(entry.get("amount", {}).get("value") == 12_000_000 for entry in entries)
    assert any(entry["kind"] == "event" and entry.get("date") == "2016-06-03" for entry in entries)
    assert int(running.stdout) < MEMORY
