"""A small ledger made from models, and a desk that serves it."""

from __future__ import annotations

import shutil
from datetime import date
from hashlib import sha256

import pytest
from fastapi.testclient import TestClient

from dragoman.desk import Settings, make_desk
from dragoman.ledger import Ledger
from dragoman.models import (
    Activity,
    Amount,
    Document,
    Entry,
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
from dragoman.values import CountryCode, Edtf, Unit

READER = "test 1"
NORWAY, TANZANIA, CHILE = (CountryCode(code) for code in ("NOR", "TZA", "CHL"))

FIRST = (
    "Norway and Tanzania met in Dodoma on 3 March 2020. Norway will grant NOK 120 million for the repair of the "
    "Kidunda dam by the end of 2021. Ms Kari Lund is the ambassador of Norway. Exports of cloves to Norway were "
    "4000 tonnes in 2019. Both signed a memorandum on fisheries."
)
SECOND = (
    "The repair of the Kidunda dam, for which Norway had granted NOK 130 million, was completed on 9 May 2022. "
    "Exports of cloves to Norway were 4400 tonnes in 2019."
)
HOSTILE = "Chile said <script>alert(1)</script> to \u202eyawroN\u202c in 2021. " + "x" * 5000


def _evidence(text: str, words: str) -> tuple[Evidence, ...]:
    start = text.index(words)
    return (Evidence(start=start, end=start + len(words)),)


def _party(name: str, code: CountryCode, role: str) -> Party:
    return Party.model_validate({"name": name, "code": code, "role": role})


GIVING = (_party("Norway", NORWAY, "funder"), _party("Tanzania", TANZANIA, "recipient"))
SELLING = (_party("Tanzania", TANZANIA, "exporter"), _party("Norway", NORWAY, "importer"))
BOTH = (_party("Norway", NORWAY, "participant"), _party("Tanzania", TANZANIA, "participant"))


def _first() -> tuple[Entry, ...]:
    return (
        Event(
            type="meeting", title="Norway and Tanzania meet", parties=BOTH, stage="done", date=Edtf("2020-03-03"),
            place=Place(name="Dodoma", country=TANZANIA), evidence=_evidence(FIRST, "met in Dodoma"), confidence=0.9,
        ),
        Activity(
            type="grant", title="repair of the Kidunda dam", parties=GIVING, stage="planned", due=Edtf("2021"),
            amount=Amount(value=120e6, unit=Unit("NOK")), sector="140", confidence=0.8,
            evidence=_evidence(FIRST, "grant NOK 120 million for the repair of the Kidunda dam"),
            why=("'will grant' holds it out",),
        ),
        Tenure(
            title="Kari Lund, ambassador of Norway", person="Kari Lund", post="ambassador", of="Norway", to="Tanzania",
            parties=(_party("Kari Lund", NORWAY, "holder"),), date=Edtf("2020-03"),
            evidence=_evidence(FIRST, "Ms Kari Lund is the ambassador of Norway"),
        ),
        Figure(
            title="exports of cloves", measure="exports", of="cloves", value=4000, unit=Unit("tonne"), parties=SELLING,
            date=Edtf("2019"), evidence=_evidence(FIRST, "Exports of cloves to Norway were 4000 tonnes"),
        ),
        Instrument(
            title="memorandum on fisheries", type="memorandum", name="memorandum on fisheries", parties=BOTH,
            stage="done", date=Edtf("2020-03-03"), evidence=_evidence(FIRST, "signed a memorandum on fisheries"),
        ),
    )  # fmt: skip


def _second() -> tuple[Entry, ...]:
    return (
        Activity(
            type="grant", title="repair of the Kidunda dam", parties=GIVING, stage="done", date=Edtf("2022-05-09"),
            amount=Amount(value=130e6, unit=Unit("NOK")), sector="140",
            evidence=_evidence(SECOND, "The repair of the Kidunda dam"),
        ),
        Figure(
            title="exports of cloves", measure="exports", of="cloves", value=4400, unit=Unit("tonne"), parties=SELLING,
            date=Edtf("2019"), evidence=_evidence(SECOND, "Exports of cloves to Norway were 4400 tonnes"),
        ),
    )  # fmt: skip


def _hostile() -> tuple[Entry, ...]:
    name = "<script>alert(1)</script>\u202eyawroN"
    return (
        Event(
            type="statement", title=f"{name} is named", stage="done", date=Edtf("2021"),
            parties=(_party(name, CHILE, "source"), _party("Norway", NORWAY, "target")),
            place=Place(name='"><img src=x onerror=alert(1)>', country=CHILE), evidence=_evidence(HOSTILE, "said"),
        ),
    )  # fmt: skip


def add(ledger: Ledger, name: str, text: str, entries: tuple[Entry, ...], day: str, title: str) -> str:
    """Put a document with its entries into a ledger; its SHA-256."""
    sha = sha256(text.encode()).hexdigest()
    source = f"https://news.example/{name}"
    document = Document(id=name, text=text, sha256=sha, title=title, date=Edtf(day), language="en", sources=(source,))
    ledger.add(Reading(document=Heading(id=name, title=title, date=Edtf(day)), entries=entries), document, READER)
    return sha


@pytest.fixture
def ledger(empty_file, tmp_path):
    """Two documents on one dam, and one that wishes ill."""
    with Ledger.open(shutil.copy(empty_file, tmp_path / "desk.ledger"), create=False) as ledger:
        add(ledger, "first", FIRST, _first(), "2020-03-04", "Norway and Tanzania meet in Dodoma")
        add(ledger, "second", SECOND, _second(), "2022-05-10", "The dam stands")
        add(ledger, "hostile", HOSTILE, _hostile(), "2021-06-01", "</title><script>alert(2)</script>")
        ledger.resolve()
        yield ledger


@pytest.fixture
def client(ledger):
    """A browser at the desk of this ledger, seen from the first day of 2023."""
    desk = make_desk(ledger, Settings(as_of=date(2023, 1, 1), patience=60))
    with TestClient(desk, base_url="http://localhost") as client:
        yield client


@pytest.fixture
def empty_client(empty_file, tmp_path):
    """A browser at the desk of an empty ledger."""
    with TestClient(
        make_desk(shutil.copy(empty_file, tmp_path / "empty.ledger")), base_url="http://localhost"
    ) as client:
        yield client
