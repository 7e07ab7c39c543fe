import re

from dragoman.desk.answers.overview import PAIRS, overview
from dragoman.desk.held import Held
from dragoman.models import Event, Evidence
from tests.desk.conftest import BOTH, add


def _held(client) -> Held:
    return client.app.state.held


def test_pairs_come_with_their_records_by_kind_and_the_money_between_them(client):
    busiest = PAIRS.rows(_held(client))[0]
    assert busiest.states == ("NOR", "TZA")
    assert busiest.kinds["event"] == 1 and busiest.records == sum(busiest.kinds.values())
    assert [(each.giver, each.taker, each.words) for each in busiest.money] == [("NOR", "TZA", "NOK 130 million")]


def test_the_overview_tells_what_is_new_and_what_the_checks_find(client):
    answer = overview(_held(client))
    assert answer.counts.documents == 3
    assert answer.new[0].source.title == "The dam stands"
    assert answer.verdicts["kept late"] == 1
    assert any("4000" in each.statement or "4,000" in each.statement for each in answer.findings)


def test_the_first_page_shows_pairs_and_gives_them_as_csv(client):
    page = client.get("/").text
    assert '<a class="title" href="/NOR/TZA">' in page
    assert "The dam stands" in page
    rows = client.get("/?format=csv").text.splitlines()
    assert rows[0].startswith("states,records,events")
    assert any(row.startswith("NOR; TZA,") for row in rows)


def test_what_only_words_promise_leads_to_its_sentence(ledger, client):
    words = "Norway will send 40 fishing boats to Tanga in 2021."
    met = Event(
        type="meeting", title="Norway and Tanzania dined", parties=BOTH, stage="done", date="2020-05-01",
        evidence=(Evidence(start=0, end=5),),
    )  # fmt: skip
    sha = add(ledger, "boats", f"Norway and Tanzania dined. {words}", (met,), "2020-05-02", "A dinner")
    page = client.get("/").text
    overdue = page.split('id="owed"')[1].split("</section>")[0]
    assert words.rstrip(".") in overdue and f"/documents/{sha}#:~:text=Norway" in overdue
    for address in set(re.findall(r'href="(/records/[^"]*)"', page)):
        assert client.get(address).status_code == 200


def test_promises_that_are_not_worked_out_yet_are_not_told_to_be_none(client, monkeypatch):
    desk = _held(client)
    assert ">promise<" in client.get("/").text
    monkeypatch.setattr(desk.cache, "soon", lambda name, make, patience=None: None)
    page = client.get("/").text
    assert "still being worked out" in page
    assert ">promise<" not in page and ">overdue<" not in page


def test_pairs_are_filtered_by_state(client):
    assert "/NOR/TZA" not in client.get("/?state=CHL").text.split("Overdue")[0].split("New documents")[0]
    assert client.get("/?nonsense=1").status_code == 422


def test_an_empty_ledger_says_what_to_do(empty_client):
    page = empty_client.get("/").text
    assert "dragoman read" in page and 'href="/add"' in page


def test_an_address_that_is_none_gets_a_page_of_our_own(client):
    page = client.get("/nowhere")
    assert page.status_code == 404
    assert "There is no such page" in page.text
    assert client.get("/api/v1/nowhere").json()["detail"]
