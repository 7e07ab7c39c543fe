"""The steps by which ledgers of every version come to the newest one (Alembic)."""
