"""Read the documents of a set with the program, on all cores."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.pool import Pool

from bench.sets import Item

# One process a core: the linear algebra below spaCy must not start threads of its own besides. Set before it loads.
for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

from dragoman.documents import load, make_document  # noqa: E402
from dragoman.errors import DocumentError  # noqa: E402
from dragoman.models import Document  # noqa: E402
from dragoman.reading import Reader  # noqa: E402

_reader: Reader | None = None


@contextmanager
def readers(processes: int | None = None) -> Iterator[Pool]:
    """A pool of processes that each hold the language model once, as many as there are cores."""
    with get_context("spawn").Pool(processes or os.cpu_count(), initializer=_load_reader) as pool:
        yield pool


def read_all(pool: Pool, items: Iterable[Item]) -> Iterator[str]:
    """The readings of ``items``, each a line of the entry format, in their order."""
    return pool.imap(_read, items, chunksize=4)


def _load_reader() -> None:
    global _reader
    _reader = Reader()


def _read(item: Item) -> str:
    assert _reader is not None, "the pool loads the reader first"
    try:
        return _reader.read(_document(item)).to_json()
    except Exception as error:
        raise RuntimeError(f"{item.id}: {type(error).__name__}: {error}") from error


def _document(item: Item) -> Document:
    if item.path is None:
        return make_document(item.text or "", id=item.id)
    (document,) = load([item.path])
    if isinstance(document, DocumentError):
        raise document
    return document
