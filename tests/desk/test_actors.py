import pytest
from starlette.datastructures import QueryParams

from dragoman.desk.answers.actor import actor_answer
from dragoman.desk.answers.organisations import ORGANISATIONS
from dragoman.desk.answers.people import PEOPLE
from dragoman.desk.answers.posts import POSTS
from dragoman.desk.answers.quotations import quotations_of
from dragoman.models import Activity, Evidence, Party
from dragoman.values import Edtf
from tests.desk.conftest import add


@pytest.fixture
def desk(client):
    return client.app.state.held


@pytest.fixture
def envoy(desk):
    (row,) = PEOPLE.show(desk, QueryParams("q=Lund")).rows
    return row


def test_a_person_has_posts_with_days_and_sentences(envoy):
    (post,) = envoy.posts
    assert (envoy.name, envoy.state, post.post, post.to) == ("Kari Lund", "NOR", "ambassador", "TZA")
    assert post.source.words == "Ms Kari Lund is the ambassador of Norway."


def test_a_post_has_its_holders(desk, envoy):
    (row,) = POSTS.show(desk, QueryParams("to=TZA")).rows
    (holder,) = row.holders
    assert (holder.id, holder.source.title) == (envoy.id, "Norway and Tanzania meet in Dodoma")


@pytest.mark.parametrize("address", ["/people", "/people?state=NOR", "/posts", "/posts?from=2020&until=2020"])
def test_people_and_posts_lead_to_the_person(client, envoy, address):
    page = client.get(address).text
    assert f'href="/actors/{envoy.id}"' in page
    assert "Ms Kari Lund is the ambassador of Norway" in page


def test_who_was_shown_in_a_post_later_is_not_there(client):
    assert client.get("/posts?from=2021&format=json").json()["total"] == 0


def test_an_actor_has_the_records_that_name_it(client, desk, envoy):
    answer = actor_answer(desk, envoy.id)
    assert answer.roles == {"holder": 1}
    page = client.get(f"/actors/{envoy.id}").text
    assert "What it takes part in" in page
    assert "Kari Lund, ambassador of Norway" in page


def test_a_state_is_named_with_others_and_leads_to_the_pair(client):
    page = client.get("/actors/NOR").text
    assert 'href="/NOR/TZA"' in page


def test_an_actor_that_is_none(client):
    assert client.get("/actors/ffffffffffffffff").status_code == 404
    assert client.get("/api/v1/actors/ffffffffffffffff").status_code == 404


@pytest.fixture
def bank(ledger):
    """Two documents more, in which a bank lends."""
    for name, day, sum_ in (("loan", "2020-05-02", 30), ("again", "2021-07-01", 45)):
        text = f"The African Development Bank will lend Tanzania {sum_} million euros for wells."
        whole = (Evidence(start=0, end=len(text)),)
        sides = (
            Party(name="African Development Bank", role="funder"),
            Party(name="Tanzania", code="TZA", role="recipient"),
        )
        loan = Activity(type="loan", title="wells", stage="planned", date=Edtf(day), parties=sides, evidence=whole)
        add(ledger, name, text, (loan,), day, f"Wells {day}")
    ledger.resolve()


def test_organisations_have_the_last_sentence_that_names_them(bank, client, desk):
    (row,) = ORGANISATIONS.show(desk, QueryParams("state=none")).rows
    assert (row.name, row.mentions, row.source.title) == ("African Development Bank", 2, "Wells 2021-07-01")
    assert "45 million euros" in row.source.words
    assert "African Development Bank" in client.get("/organisations").text


def test_quotations_mark_the_evidence_in_its_sentence(desk):
    entries = {stored.key: stored for stored in desk.ledger.entries()}
    for key, quoted in quotations_of(desk.ledger, entries).items():
        (start, end), *_ = quoted.marks
        evidence = entries[key].entry.evidence[0]
        assert quoted.words[start:end] == evidence.quote(desk.ledger.text(quoted.sha256))


@pytest.mark.parametrize("address", ["/people", "/posts", "/organisations"])
def test_an_empty_ledger_says_what_to_do(empty_client, address):
    assert 'href="/add"' in empty_client.get(address).text
