"""Sentences are found by what they share with a promise, in the documents that came out after it."""

import hashlib
from datetime import date, timedelta

import pytest

from dragoman.follow.promises.passages import MOST, WINDOW, Passages, Wanted
from dragoman.ledger.stored import StoredDocument, StoredEntry
from dragoman.models import Event, Evidence, Party

BEGIN = date(2001, 1, 1)
BOTH = frozenset({"PER", "NOR"})


def document(number, text, codes=("PER", "NOR")):
    """A document of the day with this number, with a visit between these states in its first sentence."""
    sha = hashlib.sha256(f"{number} {text}".encode()).hexdigest()
    day = (BEGIN + timedelta(days=number)).isoformat()
    known = StoredDocument(id=f"{number}", sha256=sha, date=day, reader="test")
    parties = tuple(Party(name=code, code=code, role="participant") for code in codes)
    visit = Event(type="visit", title="visit", parties=parties, evidence=(Evidence(start=0, end=5),))
    return known, text, StoredEntry(key=sha[:16], entry=visit, document=known)


def held(*documents):
    return Passages([(known, text) for known, text, _ in documents], [entry for _, _, entry in documents])


def wanted(words, *days, states=BOTH, talks=False):
    ordinals = tuple((BEGIN + timedelta(days=day)).toordinal() for day in days)
    return Wanted(states, words, frozenset(), ordinals, talks)


def ids(found):
    return [passage.source.document.id for passage in found]


def test_sentences_with_a_rare_word_are_found_in_later_documents_of_the_states():
    passages = held(
        document(1, "The hydrofoil is planned."),
        document(9, "The hydrofoil sails."),
        document(9, "The ship sails."),
        document(9, "A hydrofoil sails.", ("PER", "CHL")),
    )
    assert ids(passages.look_for(wanted({"hydrofoil": 1.0}, 2))) == ["9"]


def test_common_words_lead_nowhere():
    passages = held(document(9, "The hydrofoil sails."))
    assert passages.look_for(wanted({"hydrofoil": 0.4}, 2)) == []


@pytest.mark.parametrize(
    ("states", "number"), [((), 3), (("PER",), 3), (("PER", "NOR"), 2), (("NOR", "CHL", "PER"), 3)]
)
def test_a_document_is_about_states_if_it_speaks_of_two_of_them_or_of_the_only_one(states, number):
    passages = held(document(1, "One."), document(2, "Two."), document(3, "Three.", ("PER", "CHL")))
    assert passages.since(frozenset(states), (BEGIN - timedelta(days=1)).toordinal()) == number


def test_of_very_many_documents_those_are_looked_into_that_follow_each_of_the_days():
    passages = held(*(document(day, "The hydrofoil sails.") for day in range(200)))
    found = passages.look_for(wanted({"hydrofoil": 1.0}, 10, 150))
    assert ids(found) == [f"{day}" for first in (10, 150) for day in range(first, first + WINDOW)]


def test_of_very_many_sentences_those_are_compared_that_share_most():
    poor = [document(day, "The hydrofoil sails. " * (MOST // WINDOW + 1)) for day in range(WINDOW)]
    rich = document(WINDOW - 1, "The hydrofoil sails from Pisagua.")
    found = held(*poor[:-1], rich).look_for(wanted({"hydrofoil": 1.0, "pisagua": 1.0}, 0))
    assert len(found) == MOST
    assert "Pisagua" in found[-1].words


def test_visits_are_found_without_a_word_in_common_where_a_visit_is_sought():
    passages = held(document(9, "It ended in Cusco."))
    assert passages.look_for(wanted({}, 2)) == []
    assert ids(passages.look_for(wanted({}, 2, talks=True))) == ["9"]
