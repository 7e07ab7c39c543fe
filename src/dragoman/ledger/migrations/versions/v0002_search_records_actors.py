"""Passages to search, the corrections that stand on an entry, and the subjects of decisions.

What is derived from documents, entries and decisions is not filled here: ``Database`` has it derived anew.
"""

import sqlalchemy as sa
from alembic import op

from dragoman.ledger.columns import Terms, Text

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# ``ascii`` splits at signs of ASCII only: terms, which hold letters and digits, stay as they are. The index takes its
# content from ``passages``: to delete from FTS5 one must know which terms were put in, and a newer program may make
# other terms of a text (an index that forgets without being told, contentless_delete, needs SQLite 3.43).
_FTS5 = (
    """
    CREATE VIRTUAL TABLE passage_index USING fts5(
        title, words, content = 'passages', content_rowid = 'number', tokenize = 'ascii'
    )
    """,
    "INSERT INTO passage_index(passage_index, rank) VALUES ('rank', 'bm25(4.0, 1.0)')",
    """
    CREATE TRIGGER passages_inserted AFTER INSERT ON passages BEGIN
        INSERT INTO passage_index(rowid, title, words) VALUES (new.number, new.title, new.words);
    END
    """,
    """
    CREATE TRIGGER passages_deleted AFTER DELETE ON passages BEGIN
        INSERT INTO passage_index(passage_index, rowid, title, words)
        VALUES ('delete', old.number, old.title, old.words);
    END
    """,
)


def upgrade() -> None:
    """Add what is derived since this version."""
    op.add_column("entries", sa.Column("corrected", sa.JSON(none_as_null=True)))
    op.create_table(
        "decision_subjects",
        sa.Column("subject", Text, primary_key=True),
        sa.Column("decision", sa.Integer, sa.ForeignKey("decisions.number", ondelete="CASCADE"), primary_key=True),
    )
    _create_passages()
    _create_records()
    op.create_table(
        "identifiers",
        sa.Column("kind", Text, primary_key=True),
        sa.Column("state", Text, primary_key=True),
        sa.Column("name", Text, primary_key=True),
        sa.Column("wikidata", Text),
        sa.Column("geonames", Text),
    )


def _create_passages() -> None:
    op.create_table(
        "passages",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("document", Text, sa.ForeignKey("documents.sha256", ondelete="CASCADE"), nullable=False),
        sa.Column("entry", Text, sa.ForeignKey("entries.key", ondelete="CASCADE")),
        sa.Column("start", sa.Integer),
        sa.Column("end", sa.Integer),
        sa.Column("title", Terms("A"), nullable=False),
        sa.Column("words", Terms("D"), nullable=False),
    )
    op.create_index("ix_passages_document", "passages", ["document"])
    op.create_index("ix_passages_entry", "passages", ["entry"])
    if op.get_bind().dialect.name == "postgresql":
        op.create_index("ix_passages_terms", "passages", [sa.text("(title || words)")], postgresql_using="gin")
    else:
        for statement in _FTS5:
            op.execute(statement)


def _create_records() -> None:
    op.create_table(
        "stale",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("entry", Text, nullable=False),
    )
    op.create_index("ix_stale_entry", "stale", ["entry"])
    op.create_table(
        "blocks",
        sa.Column("block", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("position", Text, primary_key=True),
        sa.Column("entry", Text, nullable=False),
    )
    op.create_index("ix_blocks_entry", "blocks", ["entry"])
    op.create_table(
        "links",
        sa.Column("first", Text, primary_key=True),
        sa.Column("second", Text, primary_key=True),
        sa.Column("points", sa.Float, nullable=False),
        sa.Column("reasons", Text, nullable=False),
    )
    op.create_index("ix_links_second", "links", ["second"])
    op.create_table(
        "records",
        sa.Column("id", Text, primary_key=True),
        sa.Column("kind", Text, nullable=False),
        sa.Column("first", sa.Date),
        sa.Column("last", sa.Date),
        sa.Column("body", Text, nullable=False),
    )
    op.create_index("ix_records_kind", "records", ["kind", "first"])
    op.create_table(
        "record_entries",
        sa.Column("entry", Text, primary_key=True),
        sa.Column("record", Text, nullable=False),
    )
    op.create_index("ix_record_entries_record", "record_entries", ["record"])
    op.create_table(
        "record_states",
        sa.Column("record", Text, primary_key=True),
        sa.Column("code", Text, primary_key=True),
    )
    op.create_index("ix_record_states_code", "record_states", ["code", "record"])
    op.create_table(
        "derivations",
        sa.Column("name", Text, primary_key=True),
        sa.Column("rules", Text, nullable=False),
    )
    op.create_table(
        "source_ranks",
        sa.Column("source", Text, primary_key=True),
        sa.Column("rank", sa.Integer, nullable=False),
    )
