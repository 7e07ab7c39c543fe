"""A text of fifty megabytes is read to its end, in memory that does not grow with what it tells."""

import json
import resource
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
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    entries = json.loads(done.stdout)["entries"]
    assert any(entry.get("amount", {}).get("value") == 12_000_000 for entry in entries)
    assert any(entry["kind"] == "event" and entry.get("date") == "2016-06-03" for entry in entries)
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < MEMORY
