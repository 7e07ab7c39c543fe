"""Dragoman reads documents about relations between states and keeps a ledger of what they say.

The names below are the public interface. Each is fetched from its room when it is first asked for, so that
``import dragoman`` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.documents import load, make_document
    from dragoman.errors import DocumentError, DragomanError, KnowledgeError, LedgerError
    from dragoman.follow.brief import make_brief
    from dragoman.ledger import Ledger
    from dragoman.models import (
        Activity,
        Amount,
        Decision,
        Document,
        Entry,
        Event,
        Evidence,
        Figure,
        Instrument,
        Party,
        Place,
        Reading,
        Record,
        Tenure,
    )
    from dragoman.reading.reader import Reader
    from dragoman.scale.processes import read_all
    from dragoman.values import CountryCode, CurrencyCode, Edtf

__all__ = [
    "Activity", "Amount", "CountryCode", "CurrencyCode", "Decision", "Document", "DocumentError", "DragomanError",
    "Edtf", "Entry", "Event", "Evidence", "Figure", "Instrument", "KnowledgeError", "Ledger", "LedgerError", "Party",
    "Place", "Reader", "Reading", "Record", "Tenure", "load", "make_brief", "make_document", "read_all",
]  # fmt: skip

_ROOMS = {
    "dragoman.documents": {"load", "make_document"},
    "dragoman.errors": {"DocumentError", "DragomanError", "KnowledgeError", "LedgerError"},
    "dragoman.follow.brief": {"make_brief"},
    "dragoman.ledger": {"Ledger"},
    "dragoman.reading.reader": {"Reader"},
    "dragoman.scale.processes": {"read_all"},
    "dragoman.values": {"CountryCode", "CurrencyCode", "Edtf"},
}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'dragoman' has no attribute {name!r}")
    room = next((room for room, names in _ROOMS.items() if name in names), "dragoman.models")
    return getattr(import_module(room), name)


def __dir__() -> list[str]:
    return __all__
