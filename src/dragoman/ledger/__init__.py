"""The ledger: documents, entries and decisions in one database, and the records that follow from them.

    with Ledger.open("ledger.db") as ledger:
        if not ledger.has(document.sha256, reader):
            ledger.add(read(document), document, reader)
        for stored in ledger.entries(states=[CountryCode("JPN"), CountryCode("BLR")]):
            print(stored.key, stored.entry.title)

What is written is whole or absent; what is read again changes nothing; decisions are kept for ever.
"""

from dragoman.ledger.ledger import Ledger
from dragoman.ledger.search import Hit
from dragoman.ledger.states import states_of
from dragoman.ledger.stored import StoredDocument, StoredEntry

__all__ = ["Hit", "Ledger", "StoredDocument", "StoredEntry", "states_of"]
