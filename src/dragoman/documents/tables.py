"""Rows of cells as lines of a text, in the form in which pages of HTML come too and tables are read: ``| a | b |``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence


def as_rows(rows: Iterable[Sequence[str]]) -> str:
    """One line a row; a bar within a cell is written as a stroke. Rows without a word are left out."""
    return "\n".join(f"| {' | '.join(map(_cell, row))} |" for row in rows if any(cell.strip() for cell in row))


def _cell(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("|", "/")).strip()
