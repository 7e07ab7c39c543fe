"""What a reviewer asks a ledger."""

from hashlib import sha256

from dragoman.ledger import derived
from dragoman.ledger.identity.clusters import Link
from dragoman.ledger.identity.evidence import DOUBT
from dragoman.models import Decision, Document, Event, Evidence, Heading, Reading


def told(ledger, *confidences):
    """A document with an entry of each of these confidences: their keys in that order."""
    text = "They met and met again, often."
    entries = tuple(
        Event(type="meeting", title=f"meeting {at}", evidence=(Evidence(start=at, end=at + 1),), confidence=sure)
        for at, sure in enumerate(confidences)
    )
    document = Document(id="met", text=text, sha256=sha256(text.encode()).hexdigest())
    ledger.add(Reading(document=Heading(id="met"), entries=entries), document, "test")
    return [stored.key for stored in ledger.entries()]


def decide(ledger, verdict, *keys, **known):
    return ledger.decide(Decision(verdict=verdict, subject=keys, by="h", at="2024-01-01T00:00:00Z", **known))


def test_the_least_sure_entries_come_first(ledger):
    keys = told(ledger, 0.4, 0.9, None, 0.15, 0.2)
    assert ledger.unsure(0.5, 10) == {keys[3]: 0.15, keys[4]: 0.2, keys[0]: 0.4}
    assert list(ledger.unsure(0.5, 2)) == [keys[3], keys[4]]
    assert ledger.unsure(0.1, 10) == {}


def test_what_was_found_wrong_is_no_question(ledger):
    keys = told(ledger, 0.4, 0.3)
    decide(ledger, "wrong", keys[1])
    assert list(ledger.unsure(0.5, 10)) == [keys[0]]


def test_decisions_after_one(ledger):
    keys = told(ledger, 0.4, 0.3)
    assert ledger.last_decision() == 0
    first = decide(ledger, "wrong", keys[0])
    second = decide(ledger, "undone", keys[0], value=first)
    assert list(ledger.decisions_after(0)) == [first, second]
    assert list(ledger.decisions_after(first)) == [second]
    assert ledger.decisions_after(second) == {}
    assert ledger.last_decision() == second


def _link(one, other, more):
    return Link(*sorted((one, other)), DOUBT + more, ("alike",))


def test_doubts_about_one_record_are_those_of_all_that_it_is_in(ledger):
    keys = told(ledger, 0.9, 0.9, 0.9)
    ledger.resolve()
    with ledger._database.write() as connection:
        derived.drop_links(connection, keys)
        derived.put_links(connection, [_link(keys[0], keys[1], 0.1), _link(keys[1], keys[2], 0.2)])
    assert {frozenset(doubt.entries) for doubt in ledger.doubts()} == {frozenset(keys[:2]), frozenset(keys[1:])}
    of_first = ledger.doubts(ledger.record_of(keys[0]).id)
    assert [frozenset(doubt.entries) for doubt in of_first] == [frozenset(keys[:2])]
    assert [doubt.score for doubt in ledger.doubts(ledger.record_of(keys[1]).id)] == [
        doubt.score for doubt in ledger.doubts()
    ]
