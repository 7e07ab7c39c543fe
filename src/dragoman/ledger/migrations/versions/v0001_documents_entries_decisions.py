"""Documents with their sources, entries with the states in them, and decisions."""

import sqlalchemy as sa
from alembic import op

from dragoman.ledger.columns import Text

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Lay out an empty ledger."""
    op.create_table(
        "documents",
        sa.Column("sha256", Text, primary_key=True),
        sa.Column("id", Text, nullable=False),
        sa.Column("title", Text),
        sa.Column("date", Text),
        sa.Column("language", Text),
        sa.Column("text", Text, nullable=False),
        sa.Column("reader", Text, nullable=False),
    )
    op.create_index("ix_documents_id", "documents", ["id"])
    op.create_table(
        "sources",
        sa.Column("document", Text, sa.ForeignKey("documents.sha256", ondelete="CASCADE"), primary_key=True),
        sa.Column("source", Text, primary_key=True),
    )
    op.create_table(
        "entries",
        sa.Column("key", Text, primary_key=True),
        sa.Column("document", Text, sa.ForeignKey("documents.sha256", ondelete="CASCADE"), nullable=False),
        sa.Column("ordinal", sa.Integer, nullable=False),
        sa.Column("body", Text, nullable=False),
        sa.Column("wrong", sa.Boolean, nullable=False),
        sa.Column("kind", Text, nullable=False),
        sa.Column("type", Text),
        sa.Column("stage", Text),
        sa.Column("date", Text),
        sa.Column("first", sa.Date),
        sa.Column("last", sa.Date),
    )
    op.create_index("ix_entries_document", "entries", ["document", "ordinal"], unique=True)
    op.create_index("ix_entries_kind", "entries", ["kind", "stage"])
    op.create_index("ix_entries_first", "entries", ["first", "last"])
    op.create_table(
        "entry_states",
        sa.Column("entry", Text, sa.ForeignKey("entries.key", ondelete="CASCADE"), primary_key=True),
        sa.Column("code", Text, primary_key=True),
    )
    op.create_index("ix_entry_states_code", "entry_states", ["code", "entry"])
    op.create_table(
        "decisions",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("verdict", Text, nullable=False),
        sa.Column("subject", sa.JSON, nullable=False),
        sa.Column("field", Text),
        sa.Column("value", sa.JSON(none_as_null=True)),
        sa.Column("by", Text, nullable=False),
        sa.Column("at", Text, nullable=False),
        sa.Column("reason", Text),
    )
