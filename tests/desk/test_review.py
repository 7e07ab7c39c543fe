"""Reviewing: what is doubtful is asked, one after the other, and what was decided is asked no more."""

from __future__ import annotations

import re
from hashlib import sha256

import pytest

from dragoman.desk.answers.asking import ask
from dragoman.desk.answers.review import open_questions
from dragoman.ledger.decisions import in_force
from dragoman.models import Document, Doubt, Event, Evidence, Heading, Party, Reading
from dragoman.values import CountryCode
from tests.desk.forms import submit

TEXT = "Peru and Nepal met on trade. Peru and Nepal met on mining. Peru may visit Nepal."


@pytest.fixture
def keys(ledger, monkeypatch):
    """Two entries that may be one thing, and one that the reader is not sure of; the doubt is given, not derived."""
    both = tuple(
        Party(name=CountryCode(code).country, code=CountryCode(code), role="participant") for code in ("PER", "NPL")
    )
    known = {"stage": "done", "parties": both}
    entries = (
        Event(type="meeting", title="Peru and Nepal meet on trade", evidence=(Evidence(start=0, end=28),), **known),
        Event(type="meeting", title="Peru and Nepal meet on mining", evidence=(Evidence(start=29, end=58),), **known),
        Event(
            type="visit",
            title="Peru visits Nepal",
            evidence=(Evidence(start=59, end=80),),
            confidence=0.2,
            why=("'may' makes it doubtful",),
            **known,
        ),
    )
    document = Document(id="doubts", text=TEXT, sha256=sha256(TEXT.encode()).hexdigest())
    ledger.add(Reading(document=Heading(id="doubts"), entries=entries), document, "test 1")
    ledger.resolve()
    first, second, third = (stored.key for stored in ledger.entries(document="doubts"))
    doubt = Doubt(records=(first, second), entries=(first, second), score=0.4, reasons=("same parties",))
    settled = {"same", "different"}
    monkeypatch.setattr(
        ledger,
        "doubts",
        lambda: [] if settled & {each.verdict for each in in_force(ledger.decisions(first))} else [doubt],
    )
    return first, second, third


@pytest.fixture
def desk(client, keys):
    return client.app.state.held


def ids(desk, sort):
    return [question.id for question in open_questions(desk).rows if question.sort == sort]


def press(client, page, key):
    """Send the form whose button this key presses, as the browser does."""
    shown = client.get(page).text
    form = next(form for form in re.findall(r"<form.*?</form>", shown, re.S) if f'data-key="{key}"' in form)
    data: dict[str, list[str]] = {}
    for name, value in re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', form):
        data.setdefault(name, []).append(value.replace("&amp;", "&"))
    path = re.search(r'action="([^"]+)"', form)[1]
    return client.post(path, data=data, headers={"Origin": "http://localhost"}, follow_redirects=False)


def test_all_three_sorts_are_asked(desk, keys):
    first, second, third = keys
    assert ids(desk, "match") == [f"{first}-{second}"]
    assert third in ids(desk, "entry")
    assert ids(desk, "finding"), "two values of one figure"


def test_the_list_has_filters_and_files(client, desk):
    shown = client.get("/review").text
    assert "Doubtful matches" in shown and "meet on mining" in shown
    chosen = client.get("/review?of=entry&state=PER").text
    assert "Peru visits Nepal" in chosen and "meet on mining" not in chosen
    rows = client.get("/review?of=match&format=json").json()["rows"]
    assert [(row["states"], row["sure"]) for row in rows] == [(["NPL", "PER"], 0.4)]
    assert client.get("/review?colour=red").status_code == 422
    assert "Nothing of this is left" in client.get("/review?q=elephants").text


def test_a_match_is_shown_side_by_side(desk, keys):
    asked = ask(desk, f"{keys[0]}-{keys[1]}")
    assert [side.quotation.words for side in asked.sides] == [
        "Peru and Nepal met on trade.",
        "Peru and Nepal met on mining.",
    ]
    assert {row.name: row.differs for row in asked.rows}["title"] is True
    assert {row.name: row.differs for row in asked.rows}["stage"] is False


@pytest.mark.parametrize(("key", "verdict"), [("s", "same"), ("d", "different")])
def test_one_key_answers_a_match(client, desk, ledger, keys, key, verdict):
    page = f"/review/{keys[0]}-{keys[1]}?of=match"
    answer = press(client, page, key)
    assert answer.headers["location"].startswith("/review/next?after=")
    assert [each.verdict for each in ledger.decisions(keys[0]).values()] == [verdict]
    assert ids(desk, "match") == []
    assert client.get(answer.headers["location"], follow_redirects=False).headers["location"] == "/review?of=match"
    assert (ledger.record_of(keys[0]).id == ledger.record_of(keys[1]).id) is (verdict == "same")


@pytest.mark.parametrize(("key", "verdict"), [("r", "dismissed"), ("w", "wrong")])
def test_one_key_answers_for_an_entry(client, desk, ledger, keys, key, verdict):
    press(client, f"/review/{keys[2]}", key)
    assert [each.verdict for each in ledger.decisions(keys[2]).values()] == [verdict]
    assert keys[2] not in ids(desk, "entry")


def test_a_correction_answers_too(client, desk, keys):
    submit(client, "/decisions/correct", f"/review/{keys[2]}", key=keys[2], field="stage", value="planned")
    assert keys[2] not in ids(desk, "entry")


def test_one_key_dismisses_a_finding(client, desk):
    found = ids(desk, "finding")
    press(client, f"/review/{found[0]}", "x")
    assert ids(desk, "finding") == found[1:]


def test_one_key_undoes_the_last_decision(client, desk, ledger, keys):
    onward = press(client, f"/review/{keys[2]}", "w").headers["location"]
    press(client, onward, "u")
    assert [each.verdict for each in ledger.decisions(keys[2]).values()] == ["wrong", "undone"]
    assert keys[2] in ids(desk, "entry"), "it is asked again"


def test_next_goes_through_all_and_round(client, desk):
    questions = [question.id for question in open_questions(desk).rows]
    seen, at = [], ""
    for _ in questions:
        at = client.get(f"/review/next?after={at}", follow_redirects=False).headers["location"].removeprefix("/review/")
        seen.append(at)
    assert seen == questions
    assert (
        client.get(f"/review/next?after={at}", follow_redirects=False).headers["location"] == f"/review/{questions[0]}"
    )


def test_questions_are_answered_before_new_ones_are_found(client, desk, keys, monkeypatch):
    """In a large ledger looking for questions takes long; what was decided is left out of the old ones meanwhile."""
    assert keys[2] in ids(desk, "entry")
    held = {name: desk.cache.get((name, desk.today), list) for name in ("questions", "questions of checks")}
    for way in ("get", "soon"):
        monkeypatch.setattr(desk.cache, way, lambda name, make, patience=None: held[name[0]])
    press(client, f"/review/{keys[2]}", "w")
    assert keys[2] not in ids(desk, "entry")


def test_while_the_checks_are_worked_out_the_other_questions_are_asked(client, desk, monkeypatch):
    monkeypatch.setattr(desk.cache, "soon", lambda name, make, patience=None: None)
    shown = client.get("/review").text
    assert "still being worked out" in shown and "meet on mining" in shown


def test_what_is_no_question_any_more_is_not_found(client, desk):
    assert client.get("/review/0123456789abcdef").status_code == 404


def test_an_empty_ledger_has_no_questions(empty_client):
    assert "Nothing is left to be decided" in empty_client.get("/review").text
    assert empty_client.get("/review/next", follow_redirects=False).headers["location"] == "/review"
