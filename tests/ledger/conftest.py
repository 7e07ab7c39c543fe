"""Small documents to put into a ledger."""

import hashlib
from types import SimpleNamespace

import pytest

from dragoman.models import (
    Activity,
    Amount,
    Document,
    Event,
    Evidence,
    Figure,
    Heading,
    Instrument,
    Party,
    Place,
    Reading,
    Tenure,
)

READER = "dragoman test / knowledge 1"


def document(text, name="d1", **known):
    return Document(id=name, text=text, sha256=hashlib.sha256(text.encode()).hexdigest(), **known)


def reading(of, *entries):
    return Reading(document=Heading(id=of.id, title=of.title, date=of.date, language=of.language), entries=entries)


def at(start=0, end=None):
    return (Evidence(start=start, end=end or start + 5),)


def states(*codes, role="participant"):
    return tuple(Party(name=code, code=code, role=role) for code in codes)


VISIT = Event(
    type="visit", title="Visit of the Chilean president to Hanoi", stage="planned", date="2019-05", due="2019-05",
    parties=states("CHL", role="source") + states("VNM", role="host"), place=Place(name="Hanoi", country="VNM"),
    plover="CONSULT", evidence=at(0),
)  # fmt: skip
TREATY = Instrument(
    type="agreement", title="Treaty on double taxation", name="Chile–Vietnam treaty on double taxation",
    stage="underway", date="2011/..", parties=states("CHL", "VNM"), evidence=at(10),
)  # fmt: skip
GRANT = Activity(
    type="grant", title="Norwegian grant for a school in Hanoi", amount=Amount(value=25000, unit="NOK", approx=True),
    stage="done", date="2018-11-03", parties=states("NOR", role="funder") + states("VNM", role="recipient"),
    evidence=at(20),
)  # fmt: skip
EXPORTS = Figure(
    title="Chilean salmon exports", measure="exports", of="salmon", value=14.5, unit="tonne", date="2017",
    parties=states("CHL", role="exporter"), evidence=at(30),
)  # fmt: skip
ENVOY = Tenure(
    title="Ingrid Dahl, ambassador", person="Ingrid Dahl", post="ambassador", of="Norway", to="Chile",
    parties=states("NOR", role="holder"), evidence=at(40),
)  # fmt: skip
ALL = (VISIT, TREATY, GRANT, EXPORTS, ENVOY)
TEXT = "A president will visit; a treaty stands; money came; and salmon went."


@pytest.fixture
def sample():
    """The five kinds of entries, a document that could say them, and makers of others."""
    first = document(TEXT, "first", title="A visit", date="2019-02-01", language="en", sources=("a.txt",))
    return SimpleNamespace(
        visit=VISIT, treaty=TREATY, grant=GRANT, exports=EXPORTS, envoy=ENVOY, all=ALL, reader=READER,
        text=TEXT, document=first, reading=reading(first, *ALL), new_document=document, new_reading=reading, at=at,
    )  # fmt: skip


@pytest.fixture
def filled(ledger, sample):
    """A ledger that holds the sample document."""
    ledger.add(sample.reading, sample.document, sample.reader)
    return ledger


@pytest.fixture
def keys(filled):
    """The keys of the sample's entries by kind."""
    return {stored.entry.kind: stored.key for stored in filled.entries()}
