import re

import pytest

from dragoman.desk.answers.record import record
from dragoman.follow.deciding import Analyst


@pytest.fixture
def dam(ledger):
    """The record of the dam, which two documents tell of."""
    return next(each for each in ledger.records(kinds=["activity"]) if "dam" in each.best.title)


def test_a_record_has_its_best_values_the_others_and_who_gives_them(ledger, dam):
    fields = {field.field: field for field in record(ledger, dam.id).fields}
    assert fields["amount"].words == ("NOK 130 million",)
    assert [(other.words, other.earlier) for other in fields["amount"].others] == [("NOK 120 million", True)]
    assert [source.title for source in fields["amount"].sources] == ["The dam stands"]
    assert fields["sector"].words[0].startswith("140 ")


def test_each_telling_stands_in_its_sentence_with_the_words_around_it(ledger, dam):
    first, last = record(ledger, dam.id).tellings
    (context,) = first.contexts
    assert context.before.endswith("met in Dodoma on 3 March 2020.")
    assert [context.words[start:end] for start, end in context.marks] == [
        "grant NOK 120 million for the repair of the Kidunda dam"
    ]
    assert context.after.startswith("Ms Kari Lund")
    assert (first.stage, last.stage) == ("planned", "done")
    assert first.why == ("'will grant' holds it out",)


def test_why_two_tellings_are_one_thing_is_said(ledger, dam):
    (joint,) = record(ledger, dam.id).joints
    assert {joint.first.title, joint.second.title} == {"Norway and Tanzania meet in Dodoma", "The dam stands"}
    assert joint.reasons


def test_the_page_shows_all_of_it_and_what_became_of_the_promise(client, dam):
    page = client.get(f"/records/{dam.id}").text
    for words in ("repair of the Kidunda dam", "NOK 120 million", "Nobody has decided", "kept late"):
        assert words in page
    assert re.search(r'href="/documents/[0-9a-f]{64}#m-[0-9a-f]{16}"', page)


def test_another_entry_of_the_record_leads_to_it(client, dam):
    answer = client.get(f"/records/{dam.entries[1]}", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/records/{dam.id}")


def test_a_record_that_was_found_wrong_is_shown_as_such(client, ledger, dam):
    Analyst(ledger, by="h.sato", reason="it is another dam").wrong([dam.id], whole=True)
    page = client.get(f"/records/{dam.id}").text
    assert "found wrong" in page
    assert "it is another dam" in page


def test_a_record_that_is_not_there_is_not_found(client):
    assert client.get("/records/0123456789abcdef").status_code == 404
