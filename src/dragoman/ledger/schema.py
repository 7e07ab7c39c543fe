"""The tables of a ledger. ``documents``, ``entries.body`` and ``decisions`` are the truth; all else is for finding it.

A change here goes with a new migration in ``migrations/versions`` and a new ``VERSION``.
"""

from __future__ import annotations

from sqlalchemy import JSON, BigInteger, Boolean, Column, Date, Float, ForeignKey, Index, Integer, MetaData, Table, text

from dragoman.ledger.columns import Terms, Text

VERSION = "0002"
"""The newest migration: what a ledger is brought to when it is opened."""

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
    Column("corrected", JSON(none_as_null=True)),
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

decision_subjects = Table(
    "decision_subjects",
    metadata,
    Column("subject", Text, primary_key=True),
    Column("decision", Integer, ForeignKey("decisions.number", ondelete="CASCADE"), primary_key=True),
)

# What is searched: stretches of documents (``start`` to ``end`` of the text) and entries. SQLite keeps an FTS5 index
# of both columns of terms in ``passage_index``, which triggers write; PostgreSQL has a GIN index on the two together.
passages = Table(
    "passages",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("document", Text, ForeignKey("documents.sha256", ondelete="CASCADE"), nullable=False, index=True),
    Column("entry", Text, ForeignKey("entries.key", ondelete="CASCADE"), index=True),
    Column("start", Integer),
    Column("end", Integer),
    Column("title", Terms("A"), nullable=False),
    Column("words", Terms("D"), nullable=False),
    Index("ix_passages_terms", text("(title || words)"), postgresql_using="gin").ddl_if(dialect="postgresql"),
)

# What records are derived with. ``stale`` names the entries that came, changed or went since records were last brought
# up to date. ``blocks`` holds the entries that may be one thing, in their order; ``links`` the pairs that are alike.
# No foreign keys: an entry that is gone stays here until the records without it are derived.
stale = Table(
    "stale",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("entry", Text, nullable=False, index=True),
)

blocks = Table(
    "blocks",
    metadata,
    Column("block", BigInteger, primary_key=True, autoincrement=False),
    Column("position", Text, primary_key=True),
    Column("entry", Text, nullable=False, index=True),
)

links = Table(
    "links",
    metadata,
    Column("first", Text, primary_key=True),
    Column("second", Text, primary_key=True, index=True),
    Column("points", Float, nullable=False),
    Column("reasons", Text, nullable=False),
)

records = Table(
    "records",
    metadata,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("first", Date),
    Column("last", Date),
    Column("body", Text, nullable=False),
    Index("ix_records_kind", "kind", "first"),
)

record_entries = Table(
    "record_entries",
    metadata,
    Column("entry", Text, primary_key=True),
    Column("record", Text, nullable=False, index=True),
)

record_states = Table(
    "record_states",
    metadata,
    Column("record", Text, primary_key=True),
    Column("code", Text, primary_key=True),
    Index("ix_record_states_code", "code", "record"),
)

# Under what rules the records stand here: other rules make all of them stale.
derivations = Table(
    "derivations",
    metadata,
    Column("name", Text, primary_key=True),
    Column("rules", Text, nullable=False),
)

source_ranks = Table(
    "source_ranks",
    metadata,
    Column("source", Text, primary_key=True),
    Column("rank", Integer, nullable=False),
)

# What users gave: the identifiers of actors elsewhere. ``state`` is empty where none is known.
identifiers = Table(
    "identifiers",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("state", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("wikidata", Text),
    Column("geonames", Text),
)
