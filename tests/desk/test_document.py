import pytest

from dragoman.desk.answers.document import beside, document
from tests.desk.conftest import FIRST, HOSTILE
from tests.desk.forms import submit


@pytest.fixture
def shas(ledger):
    """The SHA-256 of each document by its id."""
    return {each.id: each.sha256 for each in ledger.documents()}


def test_the_pieces_of_a_document_are_its_whole_text(ledger):
    answer = document(ledger, "first")
    assert "".join(piece.words for piece in answer.pieces) == FIRST
    marked = [piece.words for piece in answer.pieces if piece.told]
    assert "met in Dodoma" in marked
    assert [told.label for told in answer.told] == ["meeting", "grant", "post", "exports", "memorandum"]


def test_an_entry_knows_its_record_and_how_many_others_tell_of_it(ledger):
    told = {each.label: each for each in document(ledger, "second").told}
    assert told["grant"].elsewhere == 1
    assert told["grant"].record in {record.id for record in ledger.records()}


def test_the_page_has_a_place_for_each_entry_and_names_the_other_document(client, shas):
    page = client.get(f"/documents/{shas['first']}").text
    assert page.count('class="place"') == 5
    assert f"/documents/{shas['first']}/beside/{shas['second']}" in page


def test_what_would_go_with_a_document_is_said_before_it_is_forgotten(client, shas):
    assert f"/documents/{shas['second']}/forget" in client.get(f"/documents/{shas['second']}").text
    shown = client.get(f"/documents/{shas['second']}/forget").text
    assert "The dam stands" in shown
    assert (
        "<strong>2</strong> entries go" in shown and "<strong>2</strong> records that others tell as well stay" in shown
    )


def test_a_document_that_was_forgotten_says_so(client, shas):
    submit(client, "/decisions/forget", "/documents", document=shas["second"])
    gone = client.get(f"/documents/{shas['second']}")
    assert gone.status_code == 404
    assert "forgotten by decision 1" in gone.text
    assert client.get(f"/documents/{shas['second']}/forget").status_code == 404


def test_an_id_leads_to_the_document(client, shas):
    answer = client.get("/documents/first", follow_redirects=False)
    assert answer.headers["location"] == f"/documents/{shas['first']}"
    assert client.get("/documents/none").status_code == 404


def test_an_entry_leads_to_its_place_in_the_document(client, ledger, shas):
    key = next(stored.key for stored in ledger.entries(document="first"))
    answer = client.get(f"/entries/{key}", follow_redirects=False)
    assert answer.headers["location"] == f"/documents/{shas['first']}#m-{key}"


def test_a_hostile_document_shows_as_text(client, shas):
    page = client.get(f"/documents/{shas['hostile']}").text
    assert "<script>alert" not in page and "<img src=x" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "\u202e" not in page and "⟨U+202E⟩" in page
    assert "x" * 5000 in page and "x" * 5000 in HOSTILE


def test_two_documents_are_marked_where_they_speak_of_one_thing(client, ledger, shas):
    answer = beside(ledger, shas["first"], shas["second"])
    assert {each.label for each in answer.shared} == {"grant", "exports"}
    numbers = [{told.number for told in side.told} for side in (answer.first, answer.second)]
    assert numbers[0] == numbers[1] == {1, 2}
    page = client.get(f"/documents/{shas['first']}/beside/{shas['second']}").text
    assert "They speak of 2 things in common" in page
