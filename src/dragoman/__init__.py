"""Dragoman reads documents about relations between states and keeps a ledger of what they say."""

from dragoman.models import (
    Activity, Amount, Decision, Document, Entry, Event, Evidence, Figure, Instrument, Party, Place, Reading, Record,
    Tenure,
)  # fmt: skip
from dragoman.values import CountryCode, CurrencyCode, Edtf

__all__ = [
    "Activity", "Amount", "CountryCode", "CurrencyCode", "Decision", "Document", "Edtf", "Entry", "Event", "Evidence",
    "Figure", "Instrument", "Party", "Place", "Reading", "Record", "Tenure",
]  # fmt: skip
