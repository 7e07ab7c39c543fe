"""The ledger itself: what can be asked of it and written into it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self

from sqlalchemy import Connection

from dragoman.errors import NotFoundError
from dragoman.ledger import decisions, derived, review, rows, schema, search
from dragoman.ledger.anew import derive_anew
from dragoman.ledger.counting import Counting
from dragoman.ledger.database import Database
from dragoman.ledger.identity.candidates import Progress
from dragoman.ledger.judging import Judging
from dragoman.ledger.keys import keys_of
from dragoman.ledger.lookup import Lookup
from dragoman.ledger.parts import parts_of
from dragoman.ledger.pending import Pending
from dragoman.ledger.question import Question
from dragoman.ledger.ranking import Ranking
from dragoman.ledger.register import Register
from dragoman.ledger.resolve import is_stale, resolve
from dragoman.ledger.search import Hit
from dragoman.ledger.several import Several
from dragoman.ledger.stored import StoredDocument, StoredEntry
from dragoman.models import Document, Doubt, Joint, Kind, Reading, Record, Stage
from dragoman.values import CountryCode


class Ledger(Register, Judging, Counting, Several, Lookup, Pending, Ranking):
    """Documents, what they say, and what analysts decided, in one database.

    Several processes may use one ledger: each write is one transaction, and writers wait for their turn.
    Every method raises ``LedgerError``, with the ledger's name and the reason, if the database fails.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    @classmethod
    def open(cls, where: Path | str, *, create: bool = True) -> Self:
        """Open the ledger at ``where``, bring an older one up to date, and make it if it is not there.

        ``where`` is the path of an SQLite file, or the address of a PostgreSQL database that holds nothing else:
        ``postgresql://user@host/database``. ``LedgerError`` if the database is none of ours, newer than this program
        or out of reach, or if ``create`` is false and the file is not there or the database on the server is empty.
        """
        return cls(Database.open(where, create=create, derive=derive_anew))

    @property
    def name(self) -> str:
        """The path as it was given, or the address without its password."""
        return self._database.name

    def close(self) -> None:
        """Let go of the database; iterators that are not used up end here."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    # Documents

    def has(self, sha256: str, reader: str) -> bool:
        """Whether this reader was the last to read the document: then reading it again would change nothing."""
        with self._database.read() as connection:
            return rows.reader_of(connection, sha256) == reader

    def add(self, reading: Reading, document: Document, reader: str) -> bool:
        """Write a document with all that ``reader`` (program and version) found in it; whether anything changed.

        A document that the same reader has read keeps its entries and gains the source, if that is new. Another
        reader's entries take the place of the earlier ones; decisions stay. A document without a date has the one by
        which it was read. One that was forgotten stays out until that decision is undone.
        """
        document = document.model_copy(update={"date": document.date or reading.document.date})
        for evidence in (evidence for entry in reading.entries for evidence in entry.evidence):
            if evidence.end > len(document.text):
                raise ValueError(f"evidence {evidence.start}–{evidence.end} lies outside of document {document.id}")
        with self._database.write() as connection:
            before = rows.reader_of(connection, document.sha256)
            if before is None and decisions.forgotten(connection, document.sha256):
                return False
            if before == reader:
                return self._put_sources(connection, document.sha256, document.sources)
            derived.mark_stale(connection, derived.keys_in(connection, schema.documents.c.sha256 == document.sha256))
            rows.put_document(connection, document, reader)
            rows.put_sources(connection, document.sha256, document.sources)
            read = dict(zip(keys_of(document.sha256, reading.entries), reading.entries, strict=True))
            judged = decisions.judgements(decisions.read(connection, read))
            rows.put_entries(connection, document, read, judged)
            derived.mark_stale(connection, read)
        return True

    def documents(self) -> Iterator[StoredDocument]:
        """All documents in order of publication, those without a date last."""
        with self._database.read() as connection:
            yield from rows.find_documents(connection)

    def document(self, name: str) -> StoredDocument:
        """The document with this SHA-256, id, or beginning of one; ``NotFoundError`` if it is none or several."""
        column = schema.documents.c
        found: list[StoredDocument] = []
        with self._database.read() as connection:
            for where in (column.sha256 == name, column.id == name, rows.begins(column.sha256, name)):
                found = found or list(rows.find_documents(connection, where))
        return self._only(found, "document", name, [document.sha256 for document in found])

    def text(self, sha256: str) -> str:
        """The text of a document, which evidence counts its characters in."""
        with self._database.read() as connection:
            text = rows.text_of(connection, sha256)
        if text is None:
            raise NotFoundError(f"{self._database.name}: there is no document {sha256!r}")
        return text

    # Entries

    def entries(
        self,
        *,
        states: Sequence[CountryCode] = (),
        kinds: Sequence[Kind] = (),
        stages: Sequence[Stage] = (),
        since: int | None = None,
        until: int | None = None,
        document: str | None = None,
        include_wrong: bool = False,
    ) -> Iterator[StoredEntry]:
        """The entries as they stand after the decisions, in order of publication and of the text.

        Of several ``states`` all take part in the entry. ``since`` and ``until`` are years, both included: an entry
        passes if any day of its date (or else its due date) may fall between them, and never without a date.
        ``document`` is a SHA-256 or an id. Entries that an analyst found wrong come only with ``include_wrong``.
        """
        sha256 = self.document(document).sha256 if document is not None else None
        where = rows.conditions(states, kinds, stages, since, until, sha256, include_wrong)
        with self._database.read() as connection:
            yield from rows.find_entries(connection, *where)

    def entry(self, key: str) -> StoredEntry:
        """The entry with this key or with the only key that begins so; ``NotFoundError`` if it is none or several."""
        with self._database.read() as connection:
            found = list(rows.find_entries(connection, rows.begins(schema.entries.c.key, key)))
        return self._only(found, "entry", key, [entry.key for entry in found])

    # Search

    def search(
        self,
        query: str,
        *,
        kinds: Sequence[Kind | Literal["document"]] = (),
        states: Sequence[CountryCode] = (),
        limit: int = 20,
        offset: int = 0,
    ) -> list[Hit]:
        """The documents (title, text) and entries (title, names, quotes) that hold all words of the query, best first.

        ``"Words in quotes"`` stand together, and ``-word`` must not be there; case, accents and endings do not count.
        A long document is searched in stretches of some eight pages, one of which holds all the words. Of several
        ``states`` all take part in the entry, or in some entry of the document.
        """
        with self._database.read() as connection:
            return search.search(connection, Question.of(query), kinds, states, limit, offset)

    # What is derived

    def resolve(self, progress: Progress | None = None, *, anew: bool = False) -> int:
        """Bring the records up to date after new documents and decisions; the number of records that were made.

        Only what is new and all that it has to do with is derived anew, with the same outcome as if everything were.
        With ``anew`` everything is. ``progress`` is told how many of how many entries are done. A process that ends
        early leaves the rest to the next one.
        """
        return resolve(self._database, progress, anew=anew)

    def records(
        self,
        *,
        states: Sequence[CountryCode] = (),
        kinds: Sequence[Kind] = (),
        since: int | None = None,
        until: int | None = None,
    ) -> Iterator[Record]:
        """The records by date, those without one last, brought up to date before.

        Of several ``states`` all take part. ``since`` and ``until`` are years, both included, as in ``entries``.
        """
        with self._fresh() as connection:
            yield from derived.find_records(connection, *review.conditions(states, kinds, since, until))

    def record(self, id: str) -> Record:
        """The record with this id, or that holds the entry with this key, or the only one of which either begins so.

        The id of a record is the key of its first entry. If an earlier document becomes known the record gets another
        id, and the old one, which is the key of one of its entries, still finds it.
        ``NotFoundError`` if there is none or several.
        """
        with self._fresh() as connection:
            found = review.find(connection, id)
        return self._only(found, "record", id, [record.id for record in found])

    def record_of(self, key: str) -> Record:
        """The record that the entry with this whole key belongs to; ``NotFoundError`` if there is none."""
        with self._fresh() as connection:
            found = review.find(connection, key, whole=True)
        return self._only(found, "record of", key, [record.id for record in found])

    def parts(self, id: str) -> list[Record]:
        """The activities that documents tell as parts of a programme, plan or other instrument, by date."""
        whole = self.record(id)
        with self._fresh() as connection:
            return parts_of(connection, whole)

    def why(self, id: str) -> list[Joint]:
        """What joined the entries of a record, the surest first: as few pairs as hold them together."""
        record = self.record(id)
        with self._fresh() as connection:
            return review.joints(connection, record)

    def doubts(self, about: str | None = None) -> list[Doubt]:
        """Pairs of records too alike to be left apart and too unlike to be joined, the likeliest first.

        ``about`` is the id of a record: then only the pairs that it is one of. Deciding ``same`` or ``different`` on
        the two entries settles a doubt.
        """
        record = None if about is None else self.record(about)
        with self._fresh() as connection:
            return review.doubts(connection, record)

    @contextmanager
    def _fresh(self) -> Iterator[Connection]:
        """A connection to read from, when records are up to date."""
        with self._database.read() as connection:
            stale = is_stale(connection)
        if stale:
            self.resolve()
        with self._database.read() as connection:
            yield connection

    def dump(self) -> Iterator[str]:
        """All that is true in the ledger as lines of canonical JSON: equal ledgers give equal lines."""
        with self._database.read() as connection:
            for document in rows.find_documents(connection):
                text = rows.text_of(connection, document.sha256)
                yield _line("document", document.model_dump(mode="json") | {"text": text})
                for key, entry in rows.read_of(connection, schema.entries.c.document == document.sha256).items():
                    body = entry.model_dump(mode="json", exclude_none=True)
                    yield _line("entry", {"key": key, "document": document.sha256, "body": body})
            for number, decision in decisions.read(connection).items():
                yield _line("decision", {"number": number} | decision.model_dump(mode="json"))
        for given in self.identifiers():
            yield _line("identifier", given.model_dump(mode="json"))

    def _only[Found](self, found: Sequence[Found], what: str, name: str, names: Sequence[str]) -> Found:
        if not found:
            raise NotFoundError(f"{self._database.name}: there is no {what} {name!r}")
        if len(found) > 1:
            raise NotFoundError(f"{self._database.name}: {name!r} may be any {what} of {', '.join(names[:5])}")
        return found[0]


def _line(what: str, fields: dict[str, Any]) -> str:
    return json.dumps({what: fields}, ensure_ascii=False, sort_keys=True)
