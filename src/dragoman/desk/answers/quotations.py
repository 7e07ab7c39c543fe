"""Where lines come from: the sentences that entries rest on, many at a time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol, Self

from dragoman.follow.quoting import sentences_of
from dragoman.ledger import Ledger, StoredEntry
from dragoman.models import Evidence, Model
from dragoman.values import Edtf

_REACH = 1200
"""Characters before and after the evidence within which its sentence is looked for."""


class Quotation(Model):
    """A sentence of a document: its words, which stretches of them are evidence, and where it stands.

    ``entry`` is the key of the entry that rests on it, empty where mere words tell something. ``start`` is the place of
    the evidence in the text of the document, which ``sha256`` names.
    """

    entry: str = ""
    document: str
    sha256: str
    title: str
    published: Edtf | None = None
    words: str
    marks: tuple[tuple[int, int], ...] = ()
    start: int

    @property
    def cited(self) -> str:
        """Title and day of the document in a few words."""
        return f"{self.title}, {self.published}" if self.published else self.title


def quotations_of(ledger: Ledger, keys: Iterable[str]) -> dict[str, Quotation]:
    """The first sentence that each of these entries rests on, by the key of the entry."""
    held = ledger.entries_with(keys)
    spans = {key: _span(stored) for key, stored in held.items()}
    parts = ledger.parts_of_texts(spans.values())
    return {key: _source(stored, spans[key][1], parts[spans[key]]) for key, stored in held.items()}


class _Row(Protocol):
    """A line of a list that shows the sentence of its ``entry`` as its ``source``."""

    @property
    def entry(self) -> str: ...

    def model_copy(self, *, update: Mapping[str, object] | None = None) -> Self: ...


def with_last_words[Row: _Row](ledger: Ledger, rows: Sequence[Row]) -> list[Row]:
    """The rows with the sentence of the entry that last spoke of each."""
    held = quotations_of(ledger, {row.entry for row in rows})
    return [row.model_copy(update={"source": held.get(row.entry)}) for row in rows]


def _span(stored: StoredEntry) -> tuple[str, int, int]:
    first = stored.entry.evidence[0]
    return stored.document.sha256, max(0, first.start - _REACH), first.end + _REACH


def _source(stored: StoredEntry, begin: int, part: str) -> Quotation:
    first, document = stored.entry.evidence[0], stored.document
    within = Evidence(start=first.start - begin, end=first.end - begin)
    sentence = next(sentences_of(part, [within]))
    return Quotation(
        entry=stored.key,
        document=document.id,
        sha256=document.sha256,
        title=document.title or document.id,
        published=document.date,
        words=sentence.words,
        marks=sentence.marks,
        start=first.start,
    )
