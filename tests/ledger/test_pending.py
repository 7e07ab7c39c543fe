"""What a reviewer asks a ledger."""

from hashlib import sha256

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
    first = decide(ledger, "wrong", keys[0])
    second = decide(ledger, "undone", keys[0], value=first)
    assert list(ledger.decisions_after(0)) == [first, second]
    assert list(ledger.decisions_after(first)) == [second]
    assert ledger.decisions_after(second) == {}
