"""Read many documents on several processes, in order and in bounded memory."""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Protocol

from dragoman.errors import DocumentError, DragomanError
from dragoman.models import Document, Reading

# How far the loading of documents runs ahead of the reading: so many for each process, but not more characters.
AHEAD_EACH = 3
AHEAD_CHARACTERS = 20_000_000


class Reads(Protocol):
    """What reads one document; ``dragoman.reading.reader.Reader`` does."""

    def read(self, document: Document) -> Reading:
        """All that the document says."""


def default_reader() -> Reads:
    """The reader of this version, with its language model."""
    from dragoman.reading.reader import Reader

    return Reader()


def read_all[Other](
    documents: Iterable[Document | Other], jobs: int = 1, make_reader: Callable[[], Reads] = default_reader
) -> Generator[Reading | DocumentError | Other]:
    """Read ``documents`` on ``jobs`` processes; one result for each, in their order, the same for any number of jobs.

    What is no document comes out as it went in. A document that the reader fails on comes out as a ``DocumentError``
    and the others are read. ``make_reader`` is called once in each process, so it must be importable if ``jobs`` > 1.
    """
    # A sum is rounded alike in every process only if none splits it among threads.
    _use_one_thread()
    return _read_here(documents, make_reader) if jobs <= 1 else _read_in_pool(documents, jobs, make_reader)


def _read_here[Other](
    documents: Iterable[Document | Other], make_reader: Callable[[], Reads]
) -> Generator[Reading | DocumentError | Other]:
    reader: Reads | None = None
    for document in documents:
        if isinstance(document, Document):
            reader = reader or make_reader()
            yield _result(document, _try(reader, document))
        else:
            yield document


def _read_in_pool[Other](
    documents: Iterable[Document | Other], jobs: int, make_reader: Callable[[], Reads]
) -> Generator[Reading | DocumentError | Other]:
    ahead: deque[_Ordered[Other]] = deque()
    with _pool(jobs, make_reader) as pool:
        for document in documents:
            work = pool.submit(_work, document) if isinstance(document, Document) else None
            ahead.append(_Ordered(document, work))
            while ahead and (_is_far(ahead, jobs) or ahead[0].is_done()):
                yield ahead.popleft().result()
        while ahead:
            yield ahead.popleft().result()


@dataclass(frozen=True)
class _Ordered[Other]:
    """A document with its reading under way, or what is no document and waits for its turn."""

    document: Document | Other
    work: Future[Reading | str] | None

    def is_done(self) -> bool:
        return self.work is None or self.work.done()

    def result(self) -> Reading | DocumentError | Other:
        if isinstance(self.document, Document):
            assert self.work is not None, "every document is given to the pool"
            return _result(self.document, self.work.result())
        return self.document

    @property
    def size(self) -> int:
        return len(self.document.text) if isinstance(self.document, Document) else 0


def _is_far[Other](ahead: Sequence[_Ordered[Other]], jobs: int) -> bool:
    return len(ahead) > AHEAD_EACH * jobs or sum(each.size for each in ahead) > AHEAD_CHARACTERS


def _try(reader: Reads, document: Document) -> Reading | str:
    """The reading, or in a clause why there is none: one text must not cost the thousand after it."""
    try:
        return reader.read(document)
    except Exception as error:
        return f"the reader failed on it ({type(error).__name__}: {error})"


def _result(document: Document, read: Reading | str) -> Reading | DocumentError:
    if isinstance(read, Reading):
        return read
    return DocumentError(document.sources[0] if document.sources else document.id, read)


@contextmanager
def _pool(jobs: int, make_reader: Callable[[], Reads]) -> Iterator[ProcessPoolExecutor]:
    """A pool whose processes end at once when the work is left, in whatever way this process leaves it."""
    context = get_context("spawn")
    # The processes end when nobody holds the other end of this pipe any more: it is closed, or its holder was killed.
    listening, lifeline = context.Pipe(duplex=False)
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_start, initargs=(listening, make_reader))
    try:
        yield pool
    except BrokenProcessPool:
        raise DragomanError(
            "a process that reads was ended from outside, perhaps for want of memory; try fewer jobs"
        ) from None
    finally:
        lifeline.close()
        pool.shutdown(cancel_futures=True)
        listening.close()


# In each process of the pool: how to make the reader, and the reader once it is made.
_make_reader: Callable[[], Reads] = default_reader
_reader: Reads | None = None


def _start(lifeline: Connection, make_reader: Callable[[], Reads]) -> None:
    global _make_reader
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all processes of the terminal; the first one decides
    threading.Thread(target=_end_with, args=(lifeline,), daemon=True).start()
    _use_one_thread()
    _make_reader = make_reader


def _end_with(lifeline: Connection) -> None:
    try:
        lifeline.recv()
    except (EOFError, OSError):
        os._exit(1)


def _work(document: Document) -> Reading | str:
    global _reader
    _reader = _reader or _make_reader()
    return _try(_reader, document)


def _use_one_thread() -> None:
    """Keep the linear algebra below spaCy from starting threads; it looks here when it is first imported."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
        os.environ.setdefault(name, "1")
