"""Errands: what who travels will do in person, so that it has the time of the journey.

"I will present scholarships to twenty students", "my discussions with the President will seek a treaty on fisheries".
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache

from spacy.tokens import Doc, Token

from dragoman.knowledge import read_toml
from dragoman.reading.frames import SUBJECTS
from dragoman.reading.speech import shared_tense

_IN_PERSON = ("i", "he", "she")
_OWN = ("my", "our", "his", "her", "their")
_SAYING = ("say", "add", "tell", "hope", "believe", "think", "expect")


def find_errands(doc: Doc, persons: Collection[int] = ()) -> Iterator[range]:
    """The characters of the clauses that tell what somebody, or a journey or the talks on it, will do.

    ``persons`` are the heads of what names persons, as token numbers.
    """
    for token in doc:
        if token.dep_ in SUBJECTS and token.head.pos_ == "VERB" and _is_errand(token, persons):
            clause = token.head.subtree
            first, last = token, token.head
            for each in clause:
                first, last = (each if each.i < first.i else first), (each if each.i > last.i else last)
            yield range(first.idx, last.idx + len(last))


def _is_errand(subject: Token, persons: Collection[int]) -> bool:
    verb = subject.head
    ahead = shared_tense(verb) == "future" or any(child.lower_ == "forward" for child in verb.children)
    if verb.lemma_ in _SAYING or not ahead:
        return False
    if (
        subject.i in persons
        or subject.lower_ in _IN_PERSON
        or any(each.lower_ in _IN_PERSON for each in subject.conjuncts)
    ):
        return True
    return subject.lemma_ in _talks() and any(child.lower_ in _OWN for child in subject.children)


@cache
def _talks() -> frozenset[str]:
    return frozenset(read_toml("visits.toml")["errands"])
