"""Deciding at the desk: correct, wrong, right, same, different, dismiss, undo; and the list of all of it."""

from __future__ import annotations

import pytest

from dragoman.desk.answers.deciding import decided, slots_of
from dragoman.models import Doubt
from tests.desk.forms import submit


def key_of(ledger, kind, at=0):
    return [stored.key for stored in ledger.entries(kinds=[kind])][at]


@pytest.fixture
def grant(ledger):
    return key_of(ledger, "activity")


def test_a_value_is_corrected_and_the_correction_undone(client, ledger, grant):
    back = f"/records/{grant}"
    answer = submit(client, "/decisions/correct", back, key=grant, field="amount.value", value="125000000", back=back)
    assert (answer.status_code, answer.headers["location"]) == (303, back)
    assert ledger.entry(grant).entry.amount.value == 125e6
    number, decision = ledger.decisions(grant).popitem()
    assert decision.by, "under the name of the visitor"
    shown = client.get("/decisions").text
    assert "corrected to" in shown and "repair of the Kidunda dam" in shown
    assert submit(client, "/decisions/undo", "/decisions", number=str(number), back="/decisions").status_code == 303
    assert ledger.entry(grant).entry.amount.value == 120e6
    assert "undone by 2" in client.get("/decisions").text


def test_the_next_page_tells_of_the_decision_once(client, grant):
    submit(client, "/decisions/wrong", f"/records/{grant}", key=grant)
    assert 'name="number" value="1"' in client.get("/decisions").text.split("<table")[0]
    assert 'name="number" value="1"' not in client.get("/decisions").text.split("<table")[0]


def test_headings_of_decisions_look_like_headings(client, grant):
    """A column called "reason" is no reason of an error page."""
    submit(client, "/decisions/wrong", f"/records/{grant}", key=grant)
    head = client.get("/decisions").text.split("<thead>")[1].split("</thead>")[0]
    assert 'class="reason"' not in head and "Why" in head


def test_an_empty_value_is_none(client, ledger, grant):
    submit(client, "/decisions/correct", "/", key=grant, field="due", value="")
    assert ledger.entry(grant).entry.due is None


def test_a_reason_is_kept(client, ledger, grant):
    submit(client, "/decisions/wrong", "/", key=grant, reason="the dam is another one")
    assert ledger.decisions(grant)[1].reason == "the dam is another one"


def test_wrong_takes_an_entry_out_and_right_sets_doubt_aside(client, ledger, grant):
    submit(client, "/decisions/right", "/", key=grant)
    assert grant in {stored.key for stored in ledger.entries()}
    assert "found right" in client.get("/decisions").text
    submit(client, "/decisions/wrong", "/", key=grant)
    assert grant not in {stored.key for stored in ledger.entries()}


def test_records_are_merged_and_parted(client, ledger):
    first, second = key_of(ledger, "figure", 0), key_of(ledger, "figure", 1)
    submit(client, "/decisions/different", "/", key=[first, second])
    assert ledger.record_of(first).id != ledger.record_of(second).id
    submit(client, "/decisions/same", "/", key=[first, second])
    assert ledger.record_of(first) == ledger.record_of(second)


def test_a_document_is_forgotten_and_that_is_undone(client, ledger):
    sha256 = ledger.document("second").sha256
    page = f"/documents/{sha256}/forget"
    answer = submit(client, "/decisions/forget", page, document=sha256, reason="withdrawn", back="/documents")
    assert (answer.status_code, answer.headers["location"]) == (303, "/documents")
    assert [each.id for each in ledger.documents()] == ["first", "hostile"]
    (decision,) = ledger.decisions().values()
    assert (decision.verdict, decision.value, decision.reason) == ("forgotten", ["second"], "withdrawn")
    shown = client.get("/documents").text
    assert "The dam stands" not in shown and 'action="/decisions/undo"' in shown
    assert "4400" not in client.get("/figures").text
    assert "forgotten: second" in client.get("/decisions").text
    submit(client, "/decisions/undo", "/decisions", number="1")
    assert ledger.forgotten(sha256) is None


@pytest.mark.parametrize(
    ("path", "fields", "status", "reason"),
    [
        ("/decisions/correct", {"key": "0" * 16, "field": "stage", "value": "done"}, 404, "there is no entry"),
        ("/decisions/correct", {"key": "GRANT", "field": "stage", "value": "finished"}, 422, "stage cannot be"),
        ("/decisions/correct", {"key": "GRANT", "field": "colour", "value": "red"}, 422, "have no field"),
        ("/decisions/correct", {"key": "GRANT", "field": "parties.9.code", "value": "NOR"}, 422, "there are 2"),
        ("/decisions/correct", {"key": "GRANT", "field": "evidence.0.start", "value": "-5"}, 422, "evidence cannot be"),
        ("/decisions/correct", {"key": "' OR 1=1 --", "field": "stage", "value": "done"}, 422, "key"),
        ("/decisions/same", {"key": ["GRANT", "GRANT"]}, 422, "two entries"),
        ("/decisions/same", {"key": "GRANT"}, 422, "key"),
        ("/decisions/dismiss", {"finding": "0" * 16}, 422, "no finding"),
        ("/decisions/forget", {"document": "0" * 64}, 404, "there is no document"),
        ("/decisions/forget", {"document": "first"}, 422, "document"),
        ("/decisions/undo", {"number": "7"}, 422, "no decision 7"),
        ("/decisions/undo", {"number": "many"}, 422, "number"),
    ],
)
def test_what_cannot_be_decided_is_refused_with_a_reason(client, ledger, grant, path, fields, status, reason):
    given = {name: _put(value, grant) for name, value in fields.items()}
    answer = submit(client, path, "/", **given)
    assert answer.status_code == status
    assert reason in answer.text
    assert ledger.decisions() == {}


def _put(value, grant):
    return [_put(each, grant) for each in value] if isinstance(value, list) else value.replace("GRANT", grant)


def test_a_finding_is_dismissed(client, ledger):
    from dragoman.follow.checks import findings

    found = [each for each in findings(ledger, client.app.state.held.today) if not each.confirmed]
    assert found, "two values of one figure"
    submit(client, "/decisions/dismiss", "/", finding=found[0].id)
    assert ledger.decisions(found[0].id)[1].verdict == "dismissed"


def test_all_fields_can_be_corrected_as_they_are_offered(client, ledger):
    for stored in list(ledger.entries()):
        for slot in slots_of(stored.entry):
            if slot.value:
                answer = submit(client, "/decisions/correct", "/", key=stored.key, field=slot.path, value=slot.value)
                assert answer.status_code == 303, (slot.path, slot.value)
        assert ledger.entry(stored.key).entry == stored.entry, "the same values change nothing"
    assert len(decided(ledger)) > 20


def test_decisions_come_as_csv_and_json(client, grant):
    submit(client, "/decisions/wrong", "/", key=grant, reason="=1+1")
    assert client.get("/decisions?format=json").json()["rows"][0]["reason"] == "=1+1"
    assert ",'=1+1," in client.get("/decisions?format=csv").text


def test_a_record_offers_those_that_may_be_the_same(client, ledger, monkeypatch):
    first, second = (stored.key for stored in ledger.entries(kinds=["figure"]))
    submit(client, "/decisions/different", "/", key=[first, second])
    number = max(ledger.decisions())
    submit(client, "/decisions/undo", "/", number=str(number))
    other = ledger.record(key_of(ledger, "event")).id
    doubt = Doubt(records=(ledger.record(first).id, other), entries=(first, other), score=0.7, reasons=("alike",))
    monkeypatch.setattr(ledger, "doubts", lambda about=None: [doubt])
    shown = client.get(f"/records/{ledger.record(first).id}").text
    assert "Perhaps the same as" in shown and "70% likely: alike" in shown
    submit(client, "/decisions/same", f"/records/{first}", key=[first, other])
    assert [each.subject for each in ledger.decisions(other).values()] == [(first, other)]
