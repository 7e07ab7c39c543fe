import csv
import io

import pytest

from dragoman.desk.answers.money import MONEY, money_rows, totals_of
from dragoman.models import Activity, Amount, Party
from dragoman.values import CountryCode, Edtf, Unit
from tests.desk.conftest import add

NEWS = (
    "Norway gave Chile NOK 6 million for a school in 2021 and NOK 2 million for a clinic in 2022. It agreed on "
    "3 million more in 2022. It lent USD 9 million. Norway will give Chile NOK 4 million. It gave up to NOK 9 million."
)


def grant(words, value, stage="done", day="2022", unit="NOK", type_="grant", **more):
    start = NEWS.index(words)
    parties = [
        Party(name="Norway", code=CountryCode("NOR"), role="funder"),
        Party(name="Chile", code=CountryCode("CHL"), role="recipient"),
    ]
    return Activity(
        title=f"Money: {words}", type=type_, stage=stage, date=day and Edtf(day), parties=tuple(parties), sector="110",
        amount=Amount(value=value, unit=Unit(unit), **more), evidence=({"start": start, "end": start + len(words)},),
    )  # fmt: skip


@pytest.fixture
def money(ledger):
    """Six sums between Norway and Chile."""
    entries = (
        grant("NOK 6 million", 6e6, day="2021"),
        grant("NOK 2 million", 2e6),
        grant("3 million more", 3e6, "agreed"),
        grant("USD 9 million", 9e6, unit="USD", type_="loan"),
        grant("NOK 4 million", 4e6, "planned", None),
        grant("NOK 9 million", 9e6, bound="max"),
    )
    add(ledger, "money", NEWS, entries, "2022-12-01", "Norway and Chile")
    ledger.resolve()


@pytest.fixture
def rows(client, money):
    return [row for row in money_rows(client.app.state.held) if row.taker == "CHL"]


def told(totals):
    return {
        (*total.values, total.unit): tuple(amount and amount.value for amount in (total.given, total.agreed))
        for total in totals
    }


def test_what_is_given_and_what_is_agreed_stand_apart_and_so_do_currencies(rows):
    assert told(totals_of(rows, "giver-taker")) == {
        ("NOR", "CHL", "NOK"): (8e6, 3e6),
        ("NOR", "CHL", "USD"): (9e6, None),
    }


def test_sums_by_year_stand_in_order(rows):
    assert list(told(totals_of(rows, "year")).items()) == [
        (("2021", "NOK"), (6e6, None)),
        (("2022", "NOK"), (2e6, 3e6)),
        (("2022", "USD"), (9e6, None)),
        (("", "NOK"), (None, None)),
    ]


def test_what_is_in_no_sum_is_shown_with_the_reason(rows, client):
    assert {row.words: row.left_out for row in rows if row.left_out} == {
        "NOK 4 million": "only planned",
        "up to NOK 9 million": "no exact sum",
    }
    (total,) = (total for total in totals_of(rows, "form") if total.unit == "NOK")
    assert (total.records, total.left_out) == (3, 2)
    assert "left out: only planned" in client.get("/money").text


def test_each_record_leads_to_its_sentence(client, rows):
    page = client.get("/money?taker=CHL").text
    assert all(f'href="/records/{row.id}"' in page for row in rows)
    assert "It lent USD 9 million." in page
    assert "NOK 8 million" in page


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("giver=NOR&taker=CHL", 6),
        ("taker=NOR", 0),
        ("taker=CHL&form=loans", 1),
        ("taker=CHL&standing=planned&standing=agreed", 2),
        ("taker=CHL&from=2021&to=2021", 1),
        ("currency=USD", 1),
        ("sector=110", 6),
        ("q=3+million+more", 1),
        ("taker=CHL&by=year", 6),
    ],
)
def test_filters(client, money, question, found):
    assert client.get(f"/money?{question}&format=json").json()["total"] == found


def test_a_way_to_sum_that_is_none_is_refused(client, money):
    assert client.get("/money?by=colour").status_code == 422


def test_the_sums_as_a_file_are_those_of_what_is_chosen(client, money):
    answer = client.get("/money/sums.csv?by=year&taker=CHL&currency=USD")
    assert answer.headers["content-disposition"] == 'attachment; filename="sums.csv"'
    assert list(csv.DictReader(io.StringIO(answer.text))) == [
        {"year": "2022", "currency": "USD", "given": "9000000.0", "agreed": "", "counted": "1", "not_counted": "0"}
    ]
    assert "/money/sums.csv?by=year&amp;taker=CHL" in client.get("/money?by=year&taker=CHL").text


def test_the_api_gives_the_same(client, money):
    held = client.app.state.held
    assert client.get("/api/v1/money").json()["total"] == len(MONEY.rows(held))
    (total,) = client.get("/api/v1/money/sums?currency=USD").json()
    assert (total["values"], total["given"]["value"]) == (["NOR", "CHL"], 9e6)


def test_no_money(empty_client):
    assert "holds no money between states yet" in empty_client.get("/money").text
