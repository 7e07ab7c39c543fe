import csv
import io
import json

import pytest

from dragoman.desk.answers.promises import PROMISES

DAM = "repair of the Kidunda dam"


@pytest.fixture
def dam(client):
    (card,) = (card for card in PROMISES.rows(client.app.state.held) if "Kidunda" in card.title)
    return card


def test_a_card_has_the_first_promise_and_the_last_word_on_it(dam):
    assert (dam.verdict, dam.due.last.year, dam.happened) == ("kept late", 2021, "2022-05-09")
    assert dam.first.words.startswith("Norway will grant NOK 120 million")
    assert dam.last.words.startswith("The repair of the Kidunda dam")
    assert (dam.first.published, dam.last.published) == ("2020-03-04", "2022-05-10")
    assert dam.days_late == 129


def test_the_board_shows_promises_under_their_verdicts_with_their_sentences(client, dam):
    page = client.get("/promises").text
    assert 'id="v-kept-late"' in page
    assert "Norway will grant NOK 120 million for the repair" in page
    assert f'href="/records/{dam.id}"' in page
    assert f'href="/documents/{dam.first.sha256}#m-{dam.first.entry}"' in page


@pytest.mark.parametrize(
    ("question", "is_there"),
    [
        ("verdict=kept+late", True),
        ("verdict=overdue", False),
        ("verdict=overdue&verdict=kept+late", True),
        ("state=NOR&with=TZA", True),
        ("state=NOR&with=CHL", False),
        ("sector=140", True),
        ("sector=110", False),
        ("due_from=2021-12", True),
        ("due_from=2022", False),
        ("due_to=2020", False),
        ("due_from=2021&due_to=2021", True),
        ("q=kidunda+dam", True),
        ("q=kidunda+bridge", False),
    ],
)
def test_filters(client, question, is_there):
    rows = json.loads(client.get(f"/promises?{question}&format=json").text)["rows"]
    assert any("Kidunda" in row["title"] for row in rows) is is_there


def test_a_date_that_is_none_is_refused_on_a_page_of_our_own(client):
    page = client.get("/promises?due_from=someday")
    assert page.status_code == 422
    assert "is not a date such as 2024" in page.text


def test_csv_has_what_is_shown_with_its_sources(client):
    text = client.get("/promises?verdict=kept+late&format=csv").text
    (row,) = csv.DictReader(io.StringIO(text))
    assert row["states"] == "NOR; TZA"
    assert row["last_source"] == "The dam stands, 2022-05-10"


def test_a_sorted_board_is_one_list(client):
    page = client.get("/promises?sort=due").text
    assert 'class="cards"' in page
    assert 'id="v-' not in page


def test_an_empty_ledger_says_what_to_do(empty_client):
    page = empty_client.get("/promises")
    assert page.status_code == 200
    assert 'href="/add"' in page.text
