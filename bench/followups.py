"""Promises and records over many documents: are they linked, is the verdict right, is what is one thing one record?

    python -m bench.followups          the figures alone
    python -m bench.followups --errors   with what was missed

Two sets: ``followups``, real pairs among the releases beside the other development sets, and ``corpus``, the documents
of ``tests/corpus`` with a gold of promises and one of records. Both are read into a ledger as a user would read them.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

from bench.figures import Figures

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "tests" / "corpus"
AS_OF = date(2026, 9, 1)
"""After all documents of both sets; the verdicts of the corpus are those of this day."""


@dataclass(frozen=True, eq=False)
class Followed:
    """A set whose documents are read into one ledger; ``records`` is the gold of identity, if there is one."""

    name: str
    promises: str
    texts: str
    records: str | None = None
    task: str = "followups"
    targets: Mapping[str, float] = field(default_factory=dict)

    def folder(self, home: Path) -> Path:
        """Where the set lies; ``home`` is the folder of the development sets."""
        return CORPUS if self.name == "corpus" else home

    def paths(self, home: Path) -> list[Path]:
        """The documents that the gold speaks of: of the corpus all, for they distract."""
        folder = self.folder(home)
        if self.name == "corpus":
            return sorted(folder.glob(self.texts))
        named = {pair[end] for pair in _lines(folder / self.promises) for end in ("earlier", "later")}
        return sorted(folder / self.texts / f"{id}.txt" for id in named)


FOLLOWED = (
    Followed("followups", "followups.jsonl", "releases", targets={"verdict": 0.7}),
    Followed(
        "corpus", "promises.jsonl", "*/*.txt", "records.jsonl", "corpus",
        {"linked": 0.85, "verdict": 0.80, "precision": 0.97, "recall": 0.85},
    ),
)  # fmt: skip


def measure(
    chosen: Iterable[Followed], home: Path, folder: Path, jobs: int
) -> tuple[dict[str, Figures], dict[str, float]]:
    """The figures of each set, and the seconds that its reading and following took."""
    figures: dict[str, Figures] = {}
    seconds = {}
    for given in chosen:
        print(f"Following {given.name}: {len(given.paths(home))} documents", file=sys.stderr)
        start = time.monotonic()
        file = folder / f"{given.name}.ledger"
        _read(given.paths(home), file, jobs)
        figures[given.name] = _promises(given, home, file) | _records(given, home, file)
        seconds[given.name] = time.monotonic() - start
    return figures, seconds


def _read(paths: Sequence[Path], file: Path, jobs: int) -> None:
    """Read the documents into a new ledger."""
    from dragoman import DocumentError, Ledger, load, read_all
    from dragoman.reading.reader import READER

    file.parent.mkdir(parents=True, exist_ok=True)
    for old in file.parent.glob(f"{file.name}*"):
        old.unlink()
    documents = list(load(paths))
    with Ledger.open(file) as ledger:
        for document, reading in zip(documents, read_all(documents, jobs), strict=True):
            if isinstance(document, DocumentError):
                raise document
            if isinstance(reading, DocumentError):
                raise reading
            ledger.add(reading, document, READER)
        ledger.resolve()


def _promises(given: Followed, home: Path, file: Path) -> Figures:
    """The share of pairs of documents that one promise links, and of promises with the right verdict."""
    from dragoman import Ledger
    from dragoman.follow.promises import promises

    with Ledger.open(file) as ledger:
        told = [promise.to_line() for promise in promises(ledger, as_of=AS_OF)]
    gold = _lines(given.folder(home) / given.promises)
    pairs = [pair for pair in gold if pair["earlier"] != pair["later"]]
    linked = _score(
        home, _write(file.with_suffix(".pairs.jsonl"), pairs), _write(file.with_suffix(".told.jsonl"), told)
    )
    right = _score(home, _write(file.with_suffix(".gold.jsonl"), gold), file.with_suffix(".told.jsonl"))
    return {"linked": linked["linked"], "verdict": right["verdict"]}


def _records(given: Followed, home: Path, file: Path) -> Figures:
    """Of pairs of mentions that are one record, how many are one thing, and the other way round.

    Only mentions that some entry tells are compared; ``met`` is their share. Of one project a grant and the building
    that it pays for may be told as one thing or as two: such pairs are neither right nor wrong.
    """
    if given.records is None:
        return {}
    gold = _lines(given.folder(home) / given.records)
    told = [(name, record) for name, record, _ in identities(given, home, file)]
    project = {row["record"]: row["project"] for row in gold}
    both = one = same = 0
    for (name, record), (other_name, other_record) in combinations(told, 2):
        if name != other_name and project[name] == project[other_name]:
            continue
        one += name == other_name
        same += record == other_record
        both += name == other_name and record == other_record
    mentions = sum(len(row["mentions"]) for row in gold)
    return {
        "precision": round(both / same, 4) if same else None,
        "recall": round(both / one, 4) if one else None,
        "met": round(len(told) / mentions, 4),
    }


def identities(given: Followed, home: Path, file: Path) -> list[tuple[str, str, str]]:
    """Of each mention that an entry tells: the record of the gold, the record of the ledger, and document and title."""
    from dragoman import Ledger

    with Ledger.open(file) as ledger:
        met = _met(ledger, _lines(given.folder(home) / (given.records or "")))
        record_of = {key: record.id for record in ledger.records() for key in record.entries}
        stored = {each.key: each for each in ledger.entries()}
    return [(name, record_of[key], f"{stored[key].document.id}: {stored[key].entry.title}") for name, key in met]


def _met(ledger: Any, gold: Sequence[Mapping[str, Any]]) -> list[tuple[str, str]]:
    """For each mention that an entry of its kind tells, the name of its record and the key of the entry.

    Of several entries that overlap the quotation the one of the right type and then the longest overlap tells it;
    one entry tells mentions of one record only.
    """
    entries = defaultdict(list)
    texts: dict[str, str] = {}
    for stored in ledger.entries():
        entries[stored.document.id].append(stored)
    for document in ledger.documents():
        texts[document.id] = ledger.text(document.sha256)
    fits = []
    for row in gold:
        for place, mention in enumerate(row["mentions"]):
            start = texts[mention["document"]].find(mention["quote"])
            if start < 0:
                raise ValueError(f"{row['record']}: {mention['document']} does not say {mention['quote']!r}")
            for stored in entries[mention["document"]]:
                shared = _overlap(stored.entry, start, start + len(mention["quote"]))
                if stored.entry.kind == row["kind"] and shared:
                    right = getattr(stored.entry, "type", None) == row["type"]
                    fits.append((right, shared, row["record"], place, stored.key))
    taken: dict[str, str] = {}
    met: dict[tuple[str, int], str] = {}
    for _, _, name, place, key in sorted(fits, key=lambda fit: (not fit[0], -fit[1], fit[2:])):
        if (name, place) not in met and taken.setdefault(key, name) == name:
            met[name, place] = key
    return [(name, key) for (name, _), key in met.items()]


def _overlap(entry: Any, start: int, end: int) -> int:
    return sum(max(0, min(end, each.end) - max(start, each.start)) for each in entry.evidence)


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _write(path: Path, rows: Iterable[Mapping[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def _score(home: Path, gold: Path, told: Path) -> dict[str, Any]:
    command = [sys.executable, str(home / "score.py"), "followups", str(gold), str(told), "--json"]
    result: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return result


def _missed(given: Followed, home: Path, file: Path) -> None:
    """Print the promises without a right verdict, and the pairs of mentions that are wrongly joined or left apart."""
    files = [str(file.with_suffix(f".{part}.jsonl")) for part in ("gold", "told")]
    command = [sys.executable, str(home / "score.py"), "followups", *files, "--errors"]
    print(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    if given.records is None:
        return
    project = {row["record"]: row["project"] for row in _lines(given.folder(home) / given.records)}
    for one, other in combinations(identities(given, home, file), 2):
        wrongly = one[1] == other[1] and project[one[0]] != project[other[0]]
        if wrongly or (one[0] == other[0] and one[1] != other[1]):
            print("joined" if wrongly else "apart ", one[0], other[0], "|", one[2], "|", other[2])


def main() -> int:
    """Print the figures; with ``--errors`` what was missed, too."""
    parser = argparse.ArgumentParser(
        prog="bench.followups", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sets", type=Path, default=ROOT.parent / "shared" / "bench", help="folder of the sets")
    parser.add_argument("--errors", action="store_true", help="tell what is missed")
    options = parser.parse_args()
    folder = ROOT / "build" / "bench"
    figures, _ = measure(FOLLOWED, options.sets, folder, os.cpu_count() or 1)
    for given in FOLLOWED:
        print(given.name, "  ".join(f"{name} {value}" for name, value in figures[given.name].items()))
        if options.errors:
            _missed(given, options.sets, folder / f"{given.name}.ledger")
    return 0


if __name__ == "__main__":
    sys.exit(main())
