"""A batch: inputs in, each read and written to the ledger as soon as it is read."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import tee
from pathlib import Path
from typing import BinaryIO

from dragoman.documents import Source, load_one, sources
from dragoman.errors import DocumentError, NotFoundError
from dragoman.ledger import Ledger
from dragoman.models import Document, Reading
from dragoman.reading.dating import day_of_writing
from dragoman.scale.processes import Reads, default_reader, read_all
from dragoman.values import Edtf

_DATED = ", dated "


@dataclass(frozen=True)
class Known:
    """A document that the ledger holds as this reader reads it, or was ``forgotten`` by the decision of that number."""

    document: Document
    forgotten: int | None = None


@dataclass(frozen=True)
class Done:
    """A document and what it says."""

    document: Document
    reading: Reading


type Outcome = Done | Known | DocumentError


@dataclass
class Batch:
    """What is to be read, how, and where it is kept; the counts tell how far ``run`` has come.

    ``reader`` names the program that reads and its version. ``date`` is the day of publication of documents that do
    not tell theirs. Entries below ``min_confidence`` are left out. ``inputs`` counts the files that are done,
    ``foreign`` the documents that are not in English, ``forgotten`` those that an analyst took out of the ledger.
    """

    paths: Sequence[str | Path | Source]
    reader: str
    ledger: Ledger | None = None
    jobs: int = 1
    date: Edtf | None = None
    min_confidence: float | None = None
    stdin: BinaryIO | None = None
    make_reader: Callable[[], Reads] = default_reader

    inputs: int = 0
    documents: int = 0
    entries: int = 0
    foreign: int = 0
    known: int = 0
    forgotten: int = 0
    failed: int = 0

    def run(self) -> Generator[Outcome]:
        """Read everything, in the order of the inputs; what comes out here is already in the ledger.

        An input that cannot be read comes out as a ``DocumentError``, which is not raised.
        """
        loaded, to_read = tee(self._load())
        with closing(read_all((item for _, item in to_read), self.jobs, self.make_reader)) as results:
            for (self.inputs, item), result in zip(loaded, results, strict=True):
                outcome = self._outcome(item, result)
                self._count(outcome)
                yield outcome

    def _load(self) -> Iterator[tuple[int, Document | Known | DocumentError]]:
        """The documents with the number of inputs before theirs; those that the ledger has are known."""
        for number, source in enumerate(sources(self.paths)):
            if isinstance(source, DocumentError):
                yield number, source
                continue
            for document in load_one(source, stdin=self.stdin):
                yield number, self._dated(document) if isinstance(document, Document) else document

    def _dated(self, document: Document) -> Document | Known:
        document = dated(document, self.date)
        if self.ledger is None:
            return document
        if not self._holds(self.ledger, document):
            number = self.ledger.forgotten(document.sha256)
            return Known(document, number) if number else document
        for source in document.sources:
            self.ledger.add_source(document.sha256, source)
        return Known(document)

    def _holds(self, ledger: Ledger, document: Document) -> bool:
        """Whether reading would change nothing. A date that was once given stays though it is not given again."""
        label = self._label(document)
        if ledger.has(document.sha256, label):
            return True
        try:
            return document.date is None and ledger.document(document.sha256).reader.startswith(f"{label}{_DATED}")
        except NotFoundError:
            return False

    def _outcome(self, item: object, result: object) -> Outcome:
        if isinstance(item, Document) and isinstance(result, Reading):
            return self._keep(item, result)
        assert isinstance(result, Known | DocumentError), "only documents are read"
        return result

    def _keep(self, document: Document, reading: Reading) -> Done:
        if self.min_confidence is not None:
            sure = (e for e in reading.entries if e.confidence is None or e.confidence >= self.min_confidence)
            reading = reading.model_copy(update={"entries": tuple(sure)})
        if self.ledger is not None:
            self.ledger.add(reading, document, self._label(document))
        return Done(document, reading)

    def _label(self, document: Document) -> str:
        """The reader with all that makes it read this document differently, so that a changed option reads again."""
        least = f", confidence from {self.min_confidence:g}" if self.min_confidence else ""
        given = f"{_DATED}{self.date}" if self.date and document.date == self.date else ""
        return f"{self.reader}{least}{given}"

    def _count(self, outcome: Outcome) -> None:
        match outcome:
            case Done():
                self.documents += 1
                self.entries += len(outcome.reading.entries)
                self.foreign += outcome.document.language not in (None, "en")
            case Known(forgotten=None):
                self.known += 1
            case Known():
                self.forgotten += 1
            case DocumentError():
                self.failed += 1


def dated(document: Document, day: Edtf | None) -> Document:
    """The document, published on ``day`` if it does not tell its own."""
    if day is None or document.date is not None:
        return document
    return document.model_copy(update={"date": day_of_writing(document.text) or day})
