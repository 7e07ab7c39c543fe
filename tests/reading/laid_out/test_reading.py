"""Tables and fact sheets as entries."""

import pytest

from dragoman.documents import load, make_document
from dragoman.reading.reader import Reader
from dragoman.values import Edtf


@pytest.fixture(scope="module")
def read():
    """A function from a text and its day to the entries of one kind, whose evidence is checked."""
    reader = Reader()

    def entries(text, kind, date="2016-05-20"):
        document = make_document(text, id="x", date=Edtf(date))
        found = reader.read(document).entries
        assert all(e.quote(text).strip() for entry in found for e in entry.evidence)
        return [entry for entry in found if entry.kind == kind]

    return entries


def codes(entry):
    return {party.role: party.code for party in entry.parties}


def test_each_cell_of_a_table_of_trade_is_a_figure(read):
    text = """Trade between Latvia and Oman (EUR million)

Year     Exports    Imports
2014        8.1        2.25
2015        9.4        1.5
"""
    found = {(f.measure, f.value, f.unit, f.date) for f in read(text, "figure")}
    assert found == {
        ("exports", 8.1e6, "EUR", "2014"), ("imports", 2.25e6, "EUR", "2014"),
        ("exports", 9.4e6, "EUR", "2015"), ("imports", 1.5e6, "EUR", "2015"),
    }  # fmt: skip
    exports = next(f for f in read(text, "figure") if f.measure == "exports")
    assert codes(exports) == {"exporter": "LVA", "importer": "OMN"}


def test_each_row_of_a_table_of_numbers_names_what_it_is_of(read):
    text = """Ties of Kenya and Chile

| Indicator | Value |
|---|---|
| Bilateral trade, 2013 | USD 43.5 million |
| Chilean companies in Kenya | more than 30 |
| of which in mining | about a third |
| Aid | EUR 4 to 5 million |
"""
    trade, companies, mining, aid = read(text, "figure")
    assert (trade.value, trade.unit, trade.date) == (43.5e6, "USD", "2013")
    assert (companies.title, companies.value, companies.unit) == ("Chilean companies in Kenya", 30, "company")
    assert companies.bound == "min"
    assert (mining.title, mining.unit) == ("Chilean companies in Kenya, of which in mining", "%")
    assert mining.approx
    assert (aid.low, aid.high, aid.unit) == (4e6, 5e6, "EUR")


def test_a_row_that_names_both_sides_says_who_sells(read):
    text = """Fact sheet of Latvia on Oman

| Trade in 2014 | Value | Main goods |
|---|---|---|
| Exports of Latvia to Oman | 8.1 million euros | timber |
| Omani exports to Latvia | 2.2 million euros | dates |
| Imports from Oman | 2.3 million euros | dates |
"""
    first, second, third = read(text, "figure")
    assert codes(first) == {"exporter": "LVA", "importer": "OMN"}
    assert codes(second) == {"exporter": "OMN", "importer": "LVA"}
    assert codes(third) == {"importer": "LVA", "exporter": "OMN"}
    assert {first.date, second.date} == {"2014"}


def test_its_evidence_is_the_row(read):
    text = "Trade of Latvia with Oman, EUR million\n\n| Year | Exports |\n|---|---|\n| 2014 | 8.1 |\n| 2015 | 9.4 |\n"
    assert [f.evidence[0].quote(text) for f in read(text, "figure")] == ["2014 | 8.1", "2015 | 9.4"]


def test_a_state_in_the_row_takes_part_on_the_side_that_the_heading_says(read):
    text = """Investment in Malta, 2013

Country of origin	Stock, EUR million
Austria	310
Qatar	45
"""
    first, second = read(text, "figure")
    assert (first.value, first.date, codes(first)) == (310e6, "2013", {"source": "AUT", "recipient": "MLT"})
    assert codes(second) == {"source": "QAT", "recipient": "MLT"}


def test_what_is_counted_is_told_by_the_heading(read):
    rows = "| Year | Number of students | Scholarships |\n| 2012 | 410 | 35 |\n| 2013 | 455 | 40 |\n"
    text = f"Togolese students in Morocco\n\n{rows}"
    found = {(f.measure, f.value, f.unit, f.date) for f in read(text, "figure")}
    assert found == {
        ("people", 410, "student", "2012"), ("count", 35, "scholarship", "2012"),
        ("people", 455, "student", "2013"), ("count", 40, "scholarship", "2013"),
    }  # fmt: skip


def test_a_row_on_a_project_is_an_activity(read):
    text = """Irish aid to Lesotho

| Project | Amount (EUR million) | Period | Status |
|---|---|---|---|
| Clinics in Thaba-Tseka | 4.5 | 2014-2018 | ongoing |
| Rural schools | 4.5 | 2009-2012 | completed |
| Seed banks | 2 | 2017-2019 | in preparation |
"""
    clinics, schools, seeds = read(text, "activity")
    assert (clinics.title, clinics.type, clinics.stage, clinics.date) == (
        "Clinics in Thaba-Tseka", "grant", "underway", "2014/2018",
    )  # fmt: skip
    assert (clinics.amount.value, clinics.amount.unit) == (4.5e6, "EUR")
    assert codes(clinics) == {"funder": "IRL", "recipient": "LSO"}
    assert clinics.place.country == "LSO"
    assert (schools.stage, schools.amount.value) == ("done", 4.5e6)  # of one sum, and yet another
    assert (seeds.stage, seeds.due) == ("planned", "2017/2019")


def test_what_states_pledge_is_an_activity_of_each_and_their_total_a_figure(read):
    text = """Conference for Haiti, 3 May 2016

Donor	Pledge (USD million)	Form
Chile	1.5	Grant
Spain	20	Loan
Total	21.5
"""
    chile, spain = read(text, "activity")
    assert (chile.type, chile.stage, chile.amount.value) == ("grant", "planned", 1.5e6)
    assert (spain.type, spain.title, spain.date) == ("loan", "Loan of Spain to Haiti", "2016-05-03")
    assert 21.5e6 in {f.value for f in read(text, "figure")}


SHEET = """Support for Benin

Project: Market halls in Parakou
Lender: Austria
Loan amount – EUR 7.2 million
Interest rate: 1.5 %
Signed: Cotonou, 12 April 2016
Implementing agency: Ministry of Commerce
Expected completion: June 2019
Description: The halls will have 300 stalls.
"""


def test_a_sheet_is_one_activity_with_all_that_its_labels_tell(read):
    (loan,) = (a for a in read(SHEET, "activity") if a.amount)
    assert (loan.title, loan.type, loan.stage) == ("Market halls in Parakou", "loan", "agreed")
    assert (loan.amount.value, loan.date, loan.due) == (7.2e6, "2016-04-12", "2019-06")
    assert loan.terms.interest == 1.5
    assert codes(loan) == {"funder": "AUT", "recipient": "BEN", "implementer": "BEN"}


def test_its_signing_is_an_event(read):
    (signing,) = (e for e in read(SHEET, "event") if e.type == "signing")
    assert (signing.date, signing.place.country, signing.stage) == ("2016-04-12", "BEN", "done")


def test_what_it_tells_in_sentences_is_read_as_prose(read):
    assert 300 in {f.value for f in read(SHEET, "figure")}


def test_treaties_in_a_table_stand_at_the_stage_that_their_dates_tell(read):
    text = """Treaties between Cuba and Nepal

Agreement	Signed	Entry into force
Air Services Agreement	2 May 2010	1 June 2011
Tax Convention	3 May 2015	under negotiation
"""
    air, tax = read(text, "instrument")
    assert (air.type, air.stage, air.date) == ("agreement", "underway", "2011-06-01")
    assert (tax.title, tax.stage) == ("Tax Convention", "planned")


def test_a_page_of_the_web_keeps_its_rows(tmp_path):
    rows = "<tr><th>Year</th><th>Exports, EUR million</th></tr><tr><td>2014</td><td>8.1</td></tr>"
    body = f"<h1>Latvia and Oman</h1><p>Latvia sells ever more to Oman.</p><table>{rows}</table>"
    (tmp_path / "x.html").write_text(f"<html><body><article>{body}</article></body></html>")
    (document,) = load([tmp_path / "x.html"])
    (figure,) = (entry for entry in Reader().read(document).entries if entry.kind == "figure")
    assert (figure.measure, figure.value, figure.date) == ("exports", 8.1e6, "2014")
    assert figure.evidence[0].quote(document.text) == "2014 | 8.1"


def test_a_table_of_affairs_at_home_tells_nothing():
    assert (
        not Reader().read(make_document("Rain in May\n\n| Day | Rain (mm) |\n| 1 | 4 |\n| 2 | 6 |\n", id="x")).entries
    )


def test_the_line_that_tells_when_a_table_was_put_out_does_not_date_its_numbers():
    text = (
        "Trade of Iceland with Portugal, 2019 (million ISK)\nPublished 4 February 2020\n\n"
        "Good, Exports, Imports\nFish, 300, 2\nWine, 1, 40\n"
    )
    read = Reader().read(make_document(text, id="d"))
    assert {entry.date for entry in read.entries if entry.kind == "figure"} == {"2019"}
