"""What is searched: each document in stretches, and each entry, as rows of terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import batched
from typing import Any

from sqlalchemy import Connection, delete, insert

from dragoman.ledger.schema import passages
from dragoman.ledger.terms import terms_of
from dragoman.models import Entry

LENGTH = 4000
"""Terms of one stretch of a document, some eight pages. A ``tsvector`` counts places to 16,383 and keeps 256 of a term
(https://www.postgresql.org/docs/current/textsearch-limitations.html), which "the" reaches hereabouts."""

_TELLING = ("name", "of", "person", "post", "to")
"""Fields that say what an entry is about, besides its title, its parties and its quotes."""


def put_document(connection: Connection, sha256: str, title: str | None, text: str) -> None:
    """Write the stretches of a document in place of those that it had."""
    connection.execute(delete(passages).where(passages.c.document == sha256, passages.c.entry.is_(None)))
    named = _words(title or "")
    _insert(connection, (_row(sha256, None, named, *stretch) for stretch in _stretches(text)))


def put_entries(connection: Connection, sha256: str, entries: Iterable[tuple[str, Entry]], text: str) -> None:
    """Write the entries of a document, as they stand, by their keys; they had no rows before."""
    _insert(connection, (_row(sha256, key, _words(entry.title), _said(entry, text)) for key, entry in entries))


def put_entry(connection: Connection, sha256: str, key: str, entry: Entry, text: str) -> None:
    """Write one entry in place of what it was before a decision."""
    connection.execute(delete(passages).where(passages.c.entry == key))
    put_entries(connection, sha256, [(key, entry)], text)


def _stretches(text: str) -> Iterator[tuple[list[str], int, int]]:
    """The terms of each stretch, and where it starts and ends; an empty one of a text without words."""
    found = False
    for stretch in batched(terms_of(text), LENGTH):
        found = True
        yield [term.text for term in stretch], stretch[0].start, stretch[-1].end
    if not found:
        yield [], 0, 0


def _insert(connection: Connection, rows: Iterable[dict[str, Any]]) -> None:
    """Some at a time: the terms of a long document take much memory."""
    for some in batched(rows, 100):
        connection.execute(insert(passages), list(some))


def _row(
    sha256: str, key: str | None, title: Sequence[str], words: Sequence[str], start: int = 0, end: int = 0
) -> dict[str, Any]:
    return {"document": sha256, "entry": key, "start": start, "end": end, "title": title, "words": words}


def _said(entry: Entry, text: str) -> list[str]:
    """The names in an entry, and the words that it rests on."""
    told = [str(value) for name in _TELLING if (value := getattr(entry, name, None))]
    names = [party.name for party in entry.parties] + ([entry.place.name] if entry.place else [])
    quotes = [each.quote(text) for each in entry.evidence]
    return [term for part in (*told, *names, *quotes) for term in _words(part)]


def _words(text: str) -> list[str]:
    return [term.text for term in terms_of(text)]
