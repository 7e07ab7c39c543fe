import pytest

from dragoman.desk.answers.instruments import INSTRUMENTS
from dragoman.follow.deciding import Analyst


def test_an_instrument_stands_with_its_sentence(client):
    (row,) = INSTRUMENTS.rows(client.app.state.held)
    assert (row.name, row.type, row.standing, row.moves) == (
        "memorandum on fisheries", "memorandum", "in force", ("done",),
    )  # fmt: skip
    page = client.get("/instruments").text
    assert "Both signed a memorandum on fisheries" in page
    assert f'href="/records/{row.id}"' in page


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("standing=in+force", True),
        ("standing=ended", False),
        ("type=memorandum&state=NOR&with=TZA", True),
        ("type=agreement", False),
        ("from=2020-03&to=2020-03", True),
        ("from=2020-04", False),
        ("q=fisheries+norway", True),
    ],
)
def test_filters(client, question, found):
    assert bool(client.get(f"/instruments?{question}&format=json").json()["total"]) is found


def test_no_instruments(empty_client):
    assert "holds no instruments yet" in empty_client.get("/instruments").text


def test_the_stage_is_told_only_where_it_says_more_than_the_standing(client, ledger):
    cell = client.get("/instruments").text.partition('data-name="Standing">')[2].partition("</td>")[0]
    assert cell.startswith("in force ")
    assert "done" in cell
    (record,) = ledger.records(kinds=["instrument"])
    Analyst(ledger, by="ada").correct(record.entries[0], "stage", "agreed")
    cell = client.get("/instruments").text.partition('data-name="Standing">')[2].partition("</td>")[0]
    assert cell.strip() == "agreed"
