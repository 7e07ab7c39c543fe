"""Stories of a promise: what documents say one after the other, read into a ledger, and what became of it."""

import hashlib
import shutil
from datetime import date

import pytest

from dragoman.follow.promises import promises
from dragoman.ledger import Ledger
from dragoman.models import Activity, Document, Event, Evidence, Heading, Instrument, Party, Reading

KINDS = {"activity": Activity, "event": Event, "instrument": Instrument}
TYPES = {"activity": "cooperation", "event": "meeting", "instrument": "agreement"}
BOTH = (Party(name="Peru", code="PER", role="participant"), Party(name="Norway", code="NOR", role="participant"))


def entry(kind, quote, title=None, *, after="", **known):
    """What the words ``quote`` say, with those that they come ``after``; of Peru and Norway if nothing else is said."""
    quotes = [each for each in (after, quote) if each]
    return kind, quotes, {"type": TYPES[kind], "title": title or quote, "parties": BOTH} | known


@pytest.fixture
def ledger(empty_file, tmp_path):
    """An empty ledger in a file: following puts the same questions to every database."""
    with Ledger.open(shutil.copy(empty_file, tmp_path / "ledger.db"), create=False) as ledger:
        yield ledger


@pytest.fixture
def tell(ledger):
    """Write a document: ``tell("1998-04-09", text, entry(…), …)``; its id is its day, its first line the title."""

    def write(day, text, *entries):
        made = [
            KINDS[kind](
                **known,
                evidence=[Evidence(start=text.index(each), end=text.index(each) + len(each)) for each in quotes],
            )
            for kind, quotes, known in entries
        ]
        known = {"id": day or "undated", "title": text.split("\n")[0], "date": day}
        document = Document(text=text, sha256=hashlib.sha256(text.encode()).hexdigest(), **known)
        ledger.add(Reading(document=Heading(**known), entries=made), document, "test")

    return write


@pytest.fixture
def follow(ledger):
    """What became of the promises as of a day, those of which the title or a sentence has the words ``about``."""

    def ask(about, as_of="2020-01-01", **known):
        found = promises(ledger, as_of=date.fromisoformat(as_of), **known)
        return [each for each in found if about in each.title + each.history[0].quote]

    return ask
