"""A ledger that is filled by telling a text and what stands in it, and the findings of one rule."""

import hashlib
import shutil
from datetime import date

import pytest

from dragoman.follow.checks import findings
from dragoman.ledger import Ledger
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

KINDS = {"activity": Activity, "event": Event, "figure": Figure, "instrument": Instrument, "tenure": Tenure}
GIVING = (Party(name="Chile", code="CHL", role="funder"), Party(name="Vietnam", code="VNM", role="recipient"))


def entry(kind, quote, title=None, **known):
    """What the words ``quote`` say, between Chile and Vietnam if nothing else is said; found by ``tell``."""
    return kind, quote, {"title": title or quote, "parties": GIVING} | known


def gift(quote, value, unit="USD", *, type="grant", stage="agreed", **known):
    return entry("activity", quote, type=type, stage=stage, amount=Amount(value=value, unit=unit), **known)


def figure(quote, value, unit="USD", measure="grants", of=None, **known):
    return entry("figure", quote, of=of or quote, measure=measure, value=value, unit=unit, **known)


def post(quote, person, post, of="Vietnam", code="VNM", **known):
    holder = (Party(name=person, code=code, role="holder"),)
    return entry("tenure", quote, person=person, post=post, of=of, parties=holder, **known)


@pytest.fixture
def ledger(empty_file, tmp_path):
    with Ledger.open(shutil.copy(empty_file, tmp_path / "ledger.db"), create=False) as ledger:
        yield ledger


@pytest.fixture
def tell(ledger):
    """Write a document: ``tell("Some text.", gift("words of it", 5), date="2019-02-01")``."""

    def write(text, *entries, date=None):
        made = []
        for kind, quote, known in entries:
            start = text.index(quote)
            made.append(KINDS[kind](**known, evidence=(Evidence(start=start, end=start + len(quote)),)))
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        document = Document(id=sha256[:4], text=text, sha256=sha256, date=date)
        ledger.add(Reading(document=Heading(id=document.id, date=date), entries=tuple(made)), document, "test")

    return write


@pytest.fixture
def found(ledger):
    """The findings of one rule as they stand on a day: ``found("parts")``."""

    def ask(rule, as_of="2026-01-01"):
        return list(findings(ledger, date.fromisoformat(as_of), rules=[rule]))

    return ask


@pytest.fixture
def only(found):
    """The only finding of a rule."""

    def ask(rule, **known):
        (finding,) = found(rule, **known)
        return finding

    return ask
