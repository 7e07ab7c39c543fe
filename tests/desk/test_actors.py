import pytest
from starlette.datastructures import QueryParams

from dragoman.desk.answers.actor import actor_answer
from dragoman.desk.answers.organisations import ORGANISATIONS
from dragoman.desk.answers.people import PEOPLE
from dragoman.desk.answers.posts import POSTS
from dragoman.desk.answers.quotations import quotations_of


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


def test_organisations_have_their_last_sentence(client, desk):
    rows = ORGANISATIONS.show(desk, QueryParams()).rows
    assert all(row.source for row in rows)
    assert client.get("/organisations").status_code == 200


def test_quotations_mark_the_evidence_in_its_sentence(desk):
    entries = {stored.key: stored for stored in desk.ledger.entries()}
    for key, quoted in quotations_of(desk.ledger, entries).items():
        (start, end), *_ = quoted.marks
        evidence = entries[key].entry.evidence[0]
        assert quoted.words[start:end] == evidence.quote(desk.ledger.text(quoted.sha256))


@pytest.mark.parametrize("address", ["/people", "/posts", "/organisations"])
def test_an_empty_ledger_says_what_to_do(empty_client, address):
    assert 'href="/add"' in empty_client.get(address).text
