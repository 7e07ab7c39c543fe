"""Types of columns that each database has in its own way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Dialect
from sqlalchemy import Text as AnyText
from sqlalchemy.dialects.postgresql import TEXT, TSVECTOR
from sqlalchemy.types import TypeDecorator, TypeEngine

Text = AnyText().with_variant(TEXT(collation="C"), "postgresql")
"""Text in the order of its code points, which is SQLite's own and in PostgreSQL the collation ``C``."""


class Terms(TypeDecorator[Sequence[str]]):
    """The terms of a passage in their order, as the database's full-text search takes them.

    SQLite: the terms with spaces between, for FTS5. PostgreSQL: a ``tsvector`` with the place and the ``weight`` of
    each term (A, B, C or D; https://www.postgresql.org/docs/current/datatype-textsearch.html). It is only written.
    """

    impl = AnyText
    cache_ok = True

    def __init__(self, weight: str) -> None:
        super().__init__()
        self.weight = weight

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """The type that the database has for it."""
        return dialect.type_descriptor(TSVECTOR() if dialect.name == "postgresql" else AnyText())

    def process_bind_param(self, value: Sequence[str] | None, dialect: Dialect) -> str:
        """Terms hold letters and digits only, so they need no quoting beyond the quotes."""
        terms = value or ()
        if dialect.name == "postgresql":
            # Places begin at 2: where two vectors are put together, no phrase may reach from one into the other.
            return " ".join(f"'{term}':{place}{self.weight}" for place, term in enumerate(terms, start=2))
        return " ".join(terms)
