"""Topics: what is only talked about ("discussed the training of nurses") is no activity (bench/FORMAT.md)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from spacy.tokens import Token

from dragoman.knowledge import word_set
from dragoman.reading.frames import Frame
from dragoman.reading.page import Page
from dragoman.reading.slots import SUBJECTS, acted_on

_words = partial(word_set, "topics.toml")
_CLAUSES = ("relcl", "ccomp", "advcl", "conj", "acl")


def discussed(page: Page) -> frozenset[int]:
    """The numbers of the tokens that name what is discussed, without the clauses that tell more of it."""
    return frozenset(word.i for token in page.doc for topic in _topics(token) for word in _phrase(topic))


def is_topic(frame: Frame, talked: frozenset[int]) -> bool:
    """Whether a frame is an activity that is only talked about."""
    return frame.kind == "activity" and frame.head.i in talked


def _topics(token: Token) -> Iterator[Token]:
    """The heads of what a verb or noun of talking is about: "discussed X", "talks on X", "exchanged views on X"."""
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB" and lemma in _words("discussing"):
        yield from acted_on(token)
    if lemma in _words("discussions") | _words("discussing"):
        about = (child for child in token.children if child.dep_ == "prep" and child.lower_ in _words("about"))
        yield from (topic for prep in about for topic in prep.children if topic.dep_ in ("pobj", "pcomp"))


def _phrase(topic: Token) -> Iterator[Token]:
    """The words of a topic and of those joined to it; what is told in a clause with a subject is more than a topic."""
    if any(child.dep_ in SUBJECTS for child in topic.children):
        return
    yield topic
    for child in topic.children:
        if child.dep_ not in _CLAUSES or (child.dep_ == "conj" and child.tag_ not in ("VBD", "VBZ", "VBP")):
            yield from _phrase(child)
