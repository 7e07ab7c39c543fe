"""What comes out of a ledger: documents without their text, and entries with their key."""

from __future__ import annotations

from pydantic import TypeAdapter

from dragoman.models import Entry, Model
from dragoman.values import Edtf

ENTRY: TypeAdapter[Entry] = TypeAdapter(Entry)


class StoredDocument(Model):
    """A document of the ledger without its text, which ``Ledger.text`` gives; ``reader`` is who read it last."""

    id: str
    sha256: str
    title: str | None = None
    date: Edtf | None = None
    language: str | None = None
    sources: tuple[str, ...] = ()
    reader: str


class StoredEntry(Model):
    """An entry as it stands after the decisions, under its ``key``, with the document that says it.

    ``ordinal`` is its place among the entries of the document, ``corrected`` names the fields that an analyst set.
    """

    key: str
    entry: Entry
    document: StoredDocument
    ordinal: int = 0
    corrected: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[object, ...]:
        """What sorts entries in order of publication, those without a date last, and of the text."""
        known = self.document
        return known.date is None, known.date or "", known.id, known.sha256, self.ordinal


def pack(entry: Entry) -> str:
    """The entry as canonical JSON: equal entries give equal text."""
    return ENTRY.dump_json(entry, exclude_none=True).decode()


def unpack(body: str) -> Entry:
    """The entry that ``pack`` wrote."""
    return ENTRY.validate_json(body)


def correct(entry: Entry, field: str, value: object) -> Entry:
    """The entry with one field replaced; ``ValueError`` if it has no such field or the value is not one for it."""
    if field == "kind" or field not in type(entry).model_fields:
        raise ValueError(f"{entry.kind} entries have no field {field!r} that can be corrected")
    return ENTRY.validate_python({**entry.model_dump(mode="json"), field: value})
