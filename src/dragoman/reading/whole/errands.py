"""Errands: what who travels will do in person, or what is to happen at talks, so that it has the time of these.

"I will present scholarships to twenty students", "my discussions with the President will seek a treaty on fisheries",
"the forum will be attended by sixty firms".
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Token

from dragoman.knowledge import word_set
from dragoman.reading.frames.slots import SUBJECTS
from dragoman.reading.frames.speech import shared_tense

_IN_PERSON = ("i", "he", "she")
_OWN = ("my", "our", "his", "her", "their")
_WITH_WHOM = ("me", "us", "him", "her")
_THE = ("the", "this")
_SAYING = ("say", "add", "tell", "hope", "believe", "think", "expect")


class Errand(NamedTuple):
    """The characters of a clause; ``gathering``: it tells what is to happen at a forum, a conference, a meeting."""

    start: int
    end: int
    gathering: bool = False


def find_errands(doc: Doc, persons: Collection[int] = ()) -> Iterator[Errand]:
    """The clauses that tell what somebody, a journey or the talks on it will do, and who will come along.

    ``persons`` are the heads of what names persons, as token numbers.
    """
    for subject in doc:
        verb = subject.head
        if subject.dep_ in SUBJECTS and verb.pos_ == "VERB" and verb.lemma_ not in _SAYING and _is_ahead(verb):
            gathering = _is_of(subject, "gatherings", (*_OWN, *_THE))
            if gathering or _is_errand(subject, persons):
                clause = sorted(verb.subtree, key=lambda token: token.i)
                yield Errand(clause[0].idx, clause[-1].idx + len(clause[-1]), gathering)


def _is_errand(subject: Token, persons: Collection[int]) -> bool:
    if subject.i in persons or subject.lower_ in _IN_PERSON or any(t.lower_ in _IN_PERSON for t in subject.conjuncts):
        return True
    along = subject.head.lemma_ in word_set("visits.toml", "coming_along")
    if along and any(child.dep_ == "dobj" and child.lower_ in _WITH_WHOM for child in subject.head.children):
        return True
    return _is_of(subject, "errands", _OWN)


def _is_of(subject: Token, words: str, determiners: Collection[str]) -> bool:
    named = subject.lemma_.lower() in word_set("visits.toml", words)
    return named and any(child.lower_ in determiners for child in subject.children)


def _is_ahead(verb: Token) -> bool:
    """Whether it is told what will be done, or what somebody looks forward to."""
    return shared_tense(verb) == "future" or any(child.lower_ == "forward" for child in verb.children)
