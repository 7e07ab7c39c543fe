import pytest

from dragoman.desk.answers.documents import DOCUMENTS


def test_each_document_stands_with_its_day_states_and_number_of_entries(client):
    rows = {row.id: row for row in DOCUMENTS.rows(client.app.state.held)}
    assert list(rows) == ["second", "hostile", "first"], "the latest first"
    assert (rows["first"].date, rows["first"].entries, rows["first"].states) == ("2020-03-04", 5, ("NOR", "TZA"))
    page = client.get("/documents").text
    assert f'href="/documents/{rows["first"].sha256}"' in page
    assert "https://news.example/first" in page
    assert "<script>alert(2)" not in page


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("", 3),
        ("state=NOR&with=TZA", 2),
        ("state=CHL", 1),
        ("from=2021&to=2021", 1),
        ("dated=no", 0),
        ("told=some", 3),
        ("q=news.example+dam", 1),
    ],
)
def test_filters(client, question, found):
    assert client.get(f"/documents?{question}&format=json").json()["total"] == found


def test_the_overview_and_a_document_lead_to_the_list(client):
    assert 'href="/documents">All 3 documents' in client.get("/").text
    assert 'href="/documents"' in client.get("/documents/first").text


def test_no_documents(empty_client):
    assert "holds no documents yet" in empty_client.get("/documents").text
