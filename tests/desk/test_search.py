import pytest

from dragoman.desk.answers.search import search


@pytest.fixture
def desk(client):
    return client.app.state.held


def test_all_kinds_are_found_and_counted(desk):
    found = search(desk, "kidunda dam")
    assert found.counts == {"document": 2, "activity": 2}
    assert (found.total, len(found.hits)) == (4, 4)
    only = search(desk, "kidunda dam", kinds=["activity"])
    assert {hit.what for hit in only.hits} == {"activity"}
    assert all(desk.ledger.record(hit.record) for hit in only.hits)


def test_snippets_mark_the_words(desk):
    hit = search(desk, "cloves", kinds=["figure"]).hits[0]
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["cloves"]


def test_who_is_called_so_and_which_states_are_meant(desk):
    assert [each.name for each in search(desk, "lund").actors] == ["Kari Lund"]
    assert search(desk, "norway tanzania grant").states == ("NOR", "TZA")
    assert search(desk, "").actors == ()


def test_the_page_marks_words_and_leads_on(client):
    page = client.get("/search?q=norway+tanzania").text
    assert "<mark>Norway</mark>" in page
    assert 'href="/NOR/TZA"' in page
    assert 'value="norway tanzania"' in page


def test_pages_of_hits(client):
    first, second = (client.get(f"/search?q=norway&size=2&page={n}&format=json").json() for n in (1, 2))
    assert first["total"] == second["total"] > 2
    assert first["rows"] != second["rows"]


@pytest.mark.parametrize("question", ["", "q=", "q=zebra", "q=%22", "q=-norway", "q=" + "a+" * 190])
def test_any_words_are_a_question(client, question):
    assert client.get(f"/search?{question}").status_code == 200


@pytest.mark.parametrize("question", ["q=a&kind=rumour", "q=a&page=0", "q=a&state=XYZ", "q=" + "a" * 401])
def test_what_makes_no_sense_is_refused(client, question):
    assert client.get(f"/search?{question}").status_code == 422


def test_hostile_words_are_words(client):
    page = client.get("/search", params={"q": "<script>alert(1)</script>"}).text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page
