"""What would go if documents were forgotten: to be shown before it is decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from dragoman.ledger import Ledger


@dataclass(frozen=True)
class Loss:
    """What goes with some documents.

    ``entries`` tells how many of these each document has, by its SHA-256; ``records`` are those that no other document
    tells, ``kept`` those that others tell as well, which stay without these entries.
    """

    entries: Mapping[str, int]
    records: int
    kept: int


def loss_of(ledger: Ledger, documents: Collection[str]) -> Loss:
    """What would go with the documents of these SHA-256, as far as the records are up to date."""
    entries = ledger.entries_of(documents)
    keys = {stored.key for stored in entries}
    records = ledger.records_at(set(ledger.records_with(keys).values())).values()
    gone = sum(keys.issuperset(record.entries) for record in records)
    return Loss(Counter(stored.document.sha256 for stored in entries), gone, len(records) - gone)
