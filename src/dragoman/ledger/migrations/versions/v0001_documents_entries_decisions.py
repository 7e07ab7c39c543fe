"""Documents with their sources, entries with the states in them, and decisions."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Lay out an empty ledger."""
    op.create_table(
        "documents",
        sa.Column("sha256", sa.Text, primary_key=True),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("date", sa.Text),
        sa.Column("language", sa.Text),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("reader", sa.Text, nullable=False),
    )
    op.create_index("ix_documents_id", "documents", ["id"])
    op.create_table(
        "sources",
        sa.Column("document", sa.Text, sa.ForeignKey("documents.sha256", ondelete="CASCADE"), primary_key=True),
        sa.Column("source", sa.Text, primary_key=True),
    )
    op.create_table(
        "entries",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("document", sa.Text, sa.ForeignKey("documents.sha256", ondelete="CASCADE"), nullable=False),
        sa.Column("ordinal", sa.Integer, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("wrong", sa.Boolean, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("type", sa.Text),
        sa.Column("stage", sa.Text),
        sa.Column("date", sa.Text),
        sa.Column("first", sa.Date),
        sa.Column("last", sa.Date),
    )
    op.create_index("ix_entries_document", "entries", ["document", "ordinal"], unique=True)
    op.create_index("ix_entries_kind", "entries", ["kind", "stage"])
    op.create_index("ix_entries_first", "entries", ["first", "last"])
    op.create_table(
        "entry_states",
        sa.Column("entry", sa.Text, sa.ForeignKey("entries.key", ondelete="CASCADE"), primary_key=True),
        sa.Column("code", sa.Text, primary_key=True),
    )
    op.create_index("ix_entry_states_code", "entry_states", ["code", "entry"])
    op.create_table(
        "decisions",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("verdict", sa.Text, nullable=False),
        sa.Column("subject", sa.JSON, nullable=False),
        sa.Column("field", sa.Text),
        sa.Column("value", sa.JSON(none_as_null=True)),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("reason", sa.Text),
    )
