"""A ledger that is filled by telling what each document says."""

import hashlib

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
    Reading,
    Tenure,
)

HERE = (Evidence(start=0, end=5),)


def parties(*codes, roles=("participant", "participant")):
    return tuple(Party(name=code, code=code, role=role) for code, role in zip(codes, roles, strict=False))


def event(title, **known):
    known = {"type": "meeting", "stage": "done", "parties": parties("CHL", "VNM"), "evidence": HERE} | known
    return Event(title=title, **known)


def grant(title, value=None, unit="NOK", **known):
    giving = parties("CHL", "VNM", roles=("funder", "recipient"))
    known = {"type": "grant", "stage": "agreed", "parties": giving, "evidence": HERE} | known
    return Activity(title=title, amount=Amount(value=value, unit=unit) if value else None, **known)


def instrument(title, **known):
    known = {"type": "agreement", "stage": "underway", "parties": parties("CHL", "VNM"), "evidence": HERE} | known
    return Instrument(title=title, name=title, **known)


def figure(of, value, **known):
    known = {"measure": "exports", "unit": "tonne", "parties": parties("CHL", "VNM"), "evidence": HERE} | known
    return Figure(title=of, of=of, value=value, **known)


def post(person, post, of, code, **known):
    return Tenure(
        title=person, person=person, post=post, of=of, parties=parties(code, roles=("holder",)), evidence=HERE, **known
    )


@pytest.fixture
def tell(ledger):
    """Write a document with these entries: ``tell("News", "2019-02-01", entry, …)``; a newer reader's replace them."""

    def write(title, date, *entries, reader="test"):
        text = f"{title}. Nothing else matters here."
        known = {"id": title.lower().replace(" ", "-"), "title": title, "date": date}
        document = Document(text=text, sha256=hashlib.sha256(text.encode()).hexdigest(), **known)
        ledger.add(Reading(document=Heading(**known), entries=entries), document, reader)

    return write
