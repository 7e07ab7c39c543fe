"""Entries and records as rows that a spreadsheet, R or pandas can read."""

import csv
import hashlib
import io

import pytest

from dragoman.exchange.tables import ENTRY_COLUMNS, RECORD_COLUMNS, entry_rows, record_rows, write_csv
from dragoman.models import Activity, Amount, Document, Event, Evidence, Heading, Party, Reading, Terms

TEXT = "Chile spoke. Chile lent Vietnam 5 million pesos for a clinic. Its minister will visit Hanoi."
AGAIN = "The clinic has been opened with 5 million pesos from Chile. Vietnam gave thanks."
SIDES = (Party(name="Chile", code="CHL", role="funder"), Party(name="Vietnam", code="VNM", role="recipient"))


def at(text, words):
    return (Evidence(start=text.index(words), end=text.index(words) + len(words)),)


def loan(text, words, **known):
    amount, terms = Amount(value=5e6, unit="CLP"), Terms(interest=2)
    return Activity(title="A clinic", type="loan", parties=SIDES, amount=amount, sector="120", terms=terms,
                    evidence=at(text, words), **known)  # fmt: skip


@pytest.fixture
def filled(ledger):
    sides = tuple(side.model_copy(update={"role": role}) for side, role in zip(SIDES, ("source", "host"), strict=True))
    visit = Event(title="=Visit", type="visit", plover="CONSULT", stage="planned", date="2019/2020", parties=sides,
                  evidence=at(TEXT, "minister will visit"))  # fmt: skip
    told = (
        ("first", "2018-05-03", TEXT, (loan(TEXT, "lent Vietnam", stage="agreed", date="2018-05"), visit)),
        ("second", "2019-06-07", AGAIN, (loan(AGAIN, "opened", stage="done", date="2019"),)),
    )
    for name, date, text, entries in told:
        known = {"id": name, "title": name.title(), "date": date}
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        document = Document(text=text, sha256=sha256, sources=(f"https://example.org/{name}",), **known)
        ledger.add(Reading(document=Heading(**known), entries=entries), document, "a reader")
    return ledger


def table(columns, rows):
    out = io.StringIO()
    write_csv(columns, rows, out)
    return list(csv.DictReader(out.getvalue().splitlines()))


def test_a_row_says_who_gives_whom_what_and_for_which_sector(filled):
    row = table(ENTRY_COLUMNS, entry_rows(filled, filled.entries(kinds=["activity"])))[0]
    assert (row["from"], row["to"], row["states"]) == ("CHL", "VNM", "CHL; VNM")
    assert (row["sector"], row["sector_name"], row["value"], row["unit"], row["interest"]) == (
        "120", "Health", "5000000.0", "CLP", "2.0",
    )  # fmt: skip
    assert (row["date"], row["first_day"], row["last_day"]) == ("2018-05", "2018-05-01", "2018-05-31")


def test_a_row_can_be_traced_to_its_sentence(filled):
    row = table(ENTRY_COLUMNS, entry_rows(filled, filled.entries(kinds=["activity"])))[0]
    assert row["quote"] == "Chile lent Vietnam 5 million pesos for a clinic."
    assert (row["source"], row["reader"]) == ("https://example.org/first", "a reader")
    assert row["sha256"] == hashlib.sha256(TEXT.encode()).hexdigest()
    start, end = map(int, row["evidence"].split("-"))
    assert TEXT[start:end] == "lent Vietnam"


def test_events_have_their_plover_type_and_both_sides(filled):
    (row,) = table(ENTRY_COLUMNS, entry_rows(filled, filled.entries(kinds=["event"])))
    assert (row["plover"], row["from"], row["to"]) == ("CONSULT", "CHL", "VNM")


def test_no_cell_is_a_formula(filled):
    (row,) = table(ENTRY_COLUMNS, entry_rows(filled, filled.entries(kinds=["event"])))
    assert row["title"] == "'=Visit"


def test_a_record_is_one_row_however_often_it_is_told(filled):
    filled.resolve()
    (row,) = table(RECORD_COLUMNS, record_rows(filled, filled.records(kinds=["activity"])))
    assert (row["stages"], row["entries"], row["documents"]) == ("agreed; done", "2", "2")
    assert (row["first_told"], row["last_told"]) == ("2018-05-03", "2019-06-07")
    assert row["quote"]
