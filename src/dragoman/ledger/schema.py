"""The tables of a ledger. ``documents``, ``entries.body`` and ``decisions`` are the truth; all else is for finding it.

A change here goes with a new migration in ``migrations/versions`` and a new ``VERSION``.
"""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, Date, ForeignKey, Index, Integer, MetaData, Table, Text

VERSION = "0001"
"""The newest migration: what a ledger is brought to when it is opened."""

APPLICATION_ID = 0x44524147
"""``DRAG`` in ASCII: marks a SQLite file as a ledger (https://sqlite.org/pragma.html#pragma_application_id)."""

metadata = MetaData()

documents = Table(
    "documents",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("id", Text, nullable=False, index=True),
    Column("title", Text),
    Column("date", Text),
    Column("language", Text),
    Column("text", Text, nullable=False),
    Column("reader", Text, nullable=False),
)

sources = Table(
    "sources",
    metadata,
    Column("document", Text, ForeignKey("documents.sha256", ondelete="CASCADE"), primary_key=True),
    Column("source", Text, primary_key=True),
)

# ``body`` is the entry as it was read and is never edited. The columns after it are what stands after the
# decisions in force, so that filters see what an analyst corrected; they are computed anew with every decision.
entries = Table(
    "entries",
    metadata,
    Column("key", Text, primary_key=True),
    Column("document", Text, ForeignKey("documents.sha256", ondelete="CASCADE"), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("body", Text, nullable=False),
    Column("wrong", Boolean, nullable=False),
    Column("kind", Text, nullable=False),
    Column("type", Text),
    Column("stage", Text),
    Column("date", Text),
    Column("first", Date),
    Column("last", Date),
    Index("ix_entries_document", "document", "ordinal", unique=True),
    Index("ix_entries_kind", "kind", "stage"),
    Index("ix_entries_first", "first", "last"),
)

entry_states = Table(
    "entry_states",
    metadata,
    Column("entry", Text, ForeignKey("entries.key", ondelete="CASCADE"), primary_key=True),
    Column("code", Text, primary_key=True),
    Index("ix_entry_states_code", "code", "entry"),
)

# Subjects are no foreign keys: a decision outlives the entry that it is about.
decisions = Table(
    "decisions",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("verdict", Text, nullable=False),
    Column("subject", JSON, nullable=False),
    Column("field", Text),
    Column("value", JSON(none_as_null=True)),
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("reason", Text),
)
