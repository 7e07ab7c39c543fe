"""Every error that Dragoman raises on purpose.

    DragomanError
    ├── DocumentError    one input cannot be read as a document; names the input and the reason
    ├── KnowledgeError   a data file of ``knowledge/`` (or a user's own) is wrong; names file and entry
    └── LedgerError      the ledger file cannot be opened or written
        └── NotFoundError    a name stands for nothing in the ledger, or for several things

Anything else that escapes is a bug.
"""

from __future__ import annotations


class DragomanError(Exception):
    """Base of all errors that are meant for the user's eyes."""


class DocumentError(DragomanError):
    """An input that cannot become a document.

    ``name`` is the path (or address, or ``file:line``) as the user gave it, ``reason`` one plain clause.
    """

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(name, reason)
        self.name = name
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.name}: {self.reason}"


class KnowledgeError(DragomanError):
    """A knowledge file that breaks its own rules."""


class LedgerError(DragomanError):
    """A ledger that cannot be opened, migrated or written."""


class NotFoundError(LedgerError):
    """A name that stands for nothing in the ledger, or for several things."""
