"""What was read of that which somebody added."""

from __future__ import annotations

from dragoman.desk.adding import Progress
from dragoman.desk.answers.quotations import Quotation, quotations_of
from dragoman.ledger import Ledger, StoredDocument
from dragoman.models import Entry, Model

MOST_DOCUMENTS, MOST_ENTRIES = 20, 100
"""Documents of which the entries are shown, and entries of each."""


class Line(Model):
    """An entry and the sentence that it rests on."""

    key: str
    entry: Entry
    quotation: Quotation | None = None


class AddedDocument(Model):
    """A document that was read; ``known`` if the ledger had it before. ``lines`` are the first of its ``entries``."""

    document: StoredDocument
    known: bool
    entries: int
    lines: tuple[Line, ...] = ()


class Added(Model):
    """How far an addition is, and the documents of it that are read."""

    progress: Progress
    documents: tuple[AddedDocument, ...]


def added(ledger: Ledger, progress: Progress) -> Added:
    """What the ledger holds of an addition."""
    held = ledger.cards(each.sha256 for each in progress.read)  # without what was forgotten since
    return Added(
        progress=progress,
        documents=tuple(
            _document(ledger, each.sha256, each.known, number < MOST_DOCUMENTS)
            for number, each in enumerate(progress.read)
            if each.sha256 in held
        ),
    )


def _document(ledger: Ledger, sha256: str, known: bool, whole: bool) -> AddedDocument:
    document = ledger.document(sha256)
    told = list(ledger.entries(document=sha256)) if whole else []
    first = told[:MOST_ENTRIES]
    quoted = quotations_of(ledger, [each.key for each in first])
    lines = tuple(Line(key=each.key, entry=each.entry, quotation=quoted.get(each.key)) for each in first)
    return AddedDocument(document=document, known=known, entries=len(told), lines=lines)
