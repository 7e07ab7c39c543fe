"""Documents and entries as rows: how they are written and how they are found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import batched
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, delete, false, insert, select, update

from dragoman.ledger import passages, schema
from dragoman.ledger.decisions import NO_JUDGEMENT, Judgement
from dragoman.ledger.states import states_of
from dragoman.ledger.stored import StoredDocument, StoredEntry, pack, unpack
from dragoman.models import Document, Entry, Staged
from dragoman.values import CountryCode

documents, sources, entries, entry_states = schema.documents, schema.sources, schema.entries, schema.entry_states

_CARD = [column for column in documents.c if column.name != "text"]
_WHEN_PUBLISHED = (documents.c.date.is_(None), documents.c.date, documents.c.id, documents.c.sha256)
"""Order of publication; documents without a date come last."""


def reader_of(connection: Connection, sha256: str) -> str | None:
    """Who read the document last, None if the ledger does not hold it."""
    return connection.execute(select(documents.c.reader).where(documents.c.sha256 == sha256)).scalar_one_or_none()


def put_document(connection: Connection, document: Document, reader: str) -> None:
    """Write the document; of one that is held already, what is known better now."""
    known = document.model_dump(include={"id", "title", "date", "language"}, exclude_none=True)
    if reader_of(connection, document.sha256) is None:
        row = {"sha256": document.sha256, "text": document.text, "reader": reader}
        connection.execute(insert(documents).values(known | row))
    else:
        known.pop("id")
        connection.execute(
            update(documents).where(documents.c.sha256 == document.sha256).values(known | {"reader": reader})
        )
    title = connection.execute(select(documents.c.title).where(documents.c.sha256 == document.sha256)).scalar_one()
    passages.put_document(connection, document.sha256, title, document.text)


def put_sources(connection: Connection, sha256: str, names: Iterable[str]) -> bool:
    """Write where the document was met; whether any of it was new."""
    held = set(connection.scalars(select(sources.c.source).where(sources.c.document == sha256)))
    new = [{"document": sha256, "source": name} for name in dict.fromkeys(names) if name not in held]
    if new:
        connection.execute(insert(sources), new)
    return bool(new)


def put_entries(
    connection: Connection, document: Document, read: Mapping[str, Entry], judgements: Mapping[str, Judgement]
) -> None:
    """Write these entries, by their keys, in place of all that the document had."""
    connection.execute(delete(entries).where(entries.c.document == document.sha256))
    for some in batched(enumerate(read.items()), _AT_ONCE):
        rows, standing = [], []
        for ordinal, (key, entry) in some:
            judgement = judgements.get(key, NO_JUDGEMENT)
            row = {"key": key, "document": document.sha256, "ordinal": ordinal, "body": pack(entry)}
            stands = judgement.of(entry)
            rows.append(row | _columns(stands, judgement))
            standing.append((key, stands))
        connection.execute(insert(entries), rows)
        _put_states(connection, standing)
        passages.put_entries(connection, document.sha256, standing, document.text)


_AT_ONCE = 1000
"""Entries that are written together: a long document may tell hundreds of thousands."""


def text_of(connection: Connection, sha256: str) -> str | None:
    """The text of the document, None if the ledger does not hold it."""
    return connection.execute(select(documents.c.text).where(documents.c.sha256 == sha256)).scalar_one_or_none()


def read_of(connection: Connection, where: ColumnElement[bool]) -> dict[str, Entry]:
    """The entries that meet the condition by key, as they were read."""
    query = select(entries.c.key, entries.c.body).where(where).order_by(entries.c.document, entries.c.ordinal)
    return {key: unpack(body) for key, body in connection.execute(query)}


def begins(column: ColumnElement[str], prefix: str) -> ColumnElement[bool]:
    """Whether a hexadecimal column begins with ``prefix``, in a form that an index answers; never for an empty one."""
    return (column >= prefix) & (column < prefix + "g") if prefix else false()


def judge(connection: Connection, key: str, judgement: Judgement) -> None:
    """Bring all by which an entry is found to what stands after the decisions."""
    query = select(entries.c.body, documents.c.sha256, documents.c.text).join_from(entries, documents)
    if row := connection.execute(query.where(entries.c.key == key)).one_or_none():
        stands = judgement.of(unpack(row.body))
        connection.execute(update(entries).where(entries.c.key == key).values(_columns(stands, judgement)))
        connection.execute(delete(entry_states).where(entry_states.c.entry == key))
        _put_states(connection, [(key, stands)])
        passages.put_entry(connection, row.sha256, key, stands, row.text)


def _put_states(connection: Connection, standing: Iterable[tuple[str, Entry]]) -> None:
    if rows := [{"entry": key, "code": code} for key, entry in standing for code in sorted(states_of(entry))]:
        connection.execute(insert(entry_states), rows)


def _columns(entry: Entry, judgement: Judgement) -> dict[str, Any]:
    """The columns by which an entry is found. What has no date yet is found by the date that it is due."""
    when = entry.date or (entry.due if isinstance(entry, Staged) else None)
    return {
        "wrong": judgement.wrong,
        "corrected": dict(judgement.corrected) or None,
        "kind": entry.kind,
        "type": getattr(entry, "type", None),
        "stage": getattr(entry, "stage", None),
        "date": when,
        "first": when.first if when else None,
        "last": when.last if when else None,
    }


def find_documents(connection: Connection, *where: ColumnElement[bool]) -> Iterator[StoredDocument]:
    """The documents that meet the conditions, in order of publication."""
    found = select(documents.c.sha256).where(*where)
    named = _sources(connection, found)
    for row in connection.execute(select(*_CARD).where(*where).order_by(*_WHEN_PUBLISHED)).mappings():
        yield _document(row, named)


def find_entries(connection: Connection, *where: ColumnElement[bool]) -> Iterator[StoredEntry]:
    """The entries that meet the conditions, as they stand, in order of publication and of the text."""
    named = _sources(connection, select(entries.c.document).where(*where))
    query = (
        select(entries.c.key, entries.c.body, entries.c.corrected, entries.c.ordinal, *_CARD)
        .join_from(entries, documents)
        .where(*where)
        .order_by(*_WHEN_PUBLISHED, entries.c.ordinal)
        .execution_options(yield_per=1000)
    )
    document: StoredDocument | None = None
    for row in connection.execute(query).mappings():
        if document is None or document.sha256 != row["sha256"]:
            document = _document(row, named)
        corrected = row["corrected"] or {}
        entry = Judgement(wrong=False, corrected=corrected).of(unpack(row["body"]))
        yield StoredEntry(
            key=row["key"], entry=entry, document=document, ordinal=row["ordinal"], corrected=tuple(sorted(corrected))
        )


def conditions(
    states: Iterable[CountryCode],
    kinds: Sequence[str],
    stages: Sequence[str],
    since: int | None,
    until: int | None,
    document: str | None,
    include_wrong: bool,
) -> list[ColumnElement[bool]]:
    """The conditions that ``Ledger.entries`` names, for ``find_entries``."""
    # Not EXISTS, for which SQLite looks at every entry.
    where: list[ColumnElement[bool]] = [
        entries.c.key.in_(select(entry_states.c.entry).where(entry_states.c.code == code)) for code in states
    ]
    if kinds:
        where.append(entries.c.kind.in_(kinds))
    if stages:
        where.append(entries.c.stage.in_(stages))
    if since is not None or until is not None:
        where.append(entries.c.date.is_not(None))
    if since is not None:
        where.append(entries.c.last.is_(None) | (entries.c.last >= date(since, 1, 1)))
    if until is not None:
        where.append(entries.c.first.is_(None) | (entries.c.first <= date(until, 12, 31)))
    if document is not None:
        where.append(entries.c.document == document)
    if not include_wrong:
        where.append(~entries.c.wrong)
    return where


def _sources(connection: Connection, found: Select[Any]) -> dict[str, tuple[str, ...]]:
    rows = connection.execute(
        select(sources).where(sources.c.document.in_(found)).order_by(sources.c.document, sources.c.source)
    )
    named: dict[str, tuple[str, ...]] = {}
    for document, source in rows:
        named[document] = (*named.get(document, ()), source)
    return named


def _document(row: RowMapping, named: Mapping[str, tuple[str, ...]]) -> StoredDocument:
    known = {name: row[name] for name in StoredDocument.model_fields if name != "sources"}
    return StoredDocument(**known, sources=named.get(row["sha256"], ()))
