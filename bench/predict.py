"""Read the documents of the development sets with the program, as its users do."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.sets import DevelopmentSet, Item
from dragoman import Document, DocumentError, load, make_document, read_all


def predict(sets: Sequence[DevelopmentSet], home: Path, folder: Path, jobs: int) -> dict[str, float]:
    """Write the readings of each set to ``folder`` on ``jobs`` processes; the seconds that each set took."""
    folder.mkdir(parents=True, exist_ok=True)
    seconds = {}
    # All sets are one stream, so that each process loads the language model once.
    readings = read_all((document for given in sets for document in documents_of(given, home)), jobs)
    for given in sets:
        items = given.items(home)
        print(f"Reading {given.name}: {len(items)} documents", file=sys.stderr)
        start = time.monotonic()
        with (folder / f"{given.name}.jsonl").open("w", encoding="utf-8") as file:
            for _ in items:
                reading = next(readings)
                if isinstance(reading, DocumentError):
                    raise reading
                file.write(reading.to_json() + "\n")
        seconds[given.name] = time.monotonic() - start
    return seconds


def documents_of(given: DevelopmentSet, home: Path) -> Iterator[Document | DocumentError]:
    """The documents of a set as the program gets them."""
    yield from map(_document, given.items(home))


def _document(item: Item) -> Document | DocumentError:
    if item.path is None:
        return make_document(item.text or "", id=item.id)
    (document,) = load([item.path])
    return document
