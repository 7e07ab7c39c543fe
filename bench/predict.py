"""Read the documents of the development sets with the program, as its users do."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.sets import DevelopmentSet, Item
from bench.split import MODELS, kept_aside
from dragoman import Document, DocumentError, Reader, load, make_document, read_all
from dragoman.reading.scoring import linear


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


def predict_kept_aside(
    sets: Sequence[DevelopmentSet], home: Path, folder: Path, jobs: int
) -> dict[DevelopmentSet, Path]:
    """Write what models that were not trained on them read in the kept-aside documents, to a file a set."""
    kept = {given: [_document(item) for item in given.items(home) if kept_aside(item.id)] for given in sets}
    # Always in processes of their own, since the reader of this one keeps the models that are shipped.
    readings = read_all((each for documents in kept.values() for each in documents), max(2, jobs), reader_without)
    files = {given: folder / f"{given.name}.kept-aside.jsonl" for given in sets}
    for given, documents in kept.items():
        with files[given].open("w", encoding="utf-8") as file:
            for _ in documents:
                reading = next(readings)
                if isinstance(reading, DocumentError):
                    raise reading
                file.write(reading.to_json() + "\n")
    return files


def reader_without() -> Reader:
    """A reader with the models that know nothing of what is kept aside, for a process of its own."""
    linear.FOLDER = MODELS
    return Reader()


def documents_of(given: DevelopmentSet, home: Path) -> Iterator[Document | DocumentError]:
    """The documents of a set as the program gets them."""
    yield from map(_document, given.items(home))


def _document(item: Item) -> Document | DocumentError:
    if item.path is None:
        return make_document(item.text or "", id=item.id)
    (document,) = load([item.path])
    return document
