"""Figures of speech: who "opened a new chapter" opened nothing, and nobody built "a bridge between our peoples"."""

from __future__ import annotations

from functools import partial

from spacy.tokens import Token

from dragoman.knowledge import word_set
from dragoman.reading.frames.frames import Frame
from dragoman.reading.frames.slots import acted_on

_words = partial(word_set, "figurative.toml")


def is_figurative(frame: Frame) -> bool:
    """Whether the predicate of a frame, or what it is done to, is a figure of speech."""
    head, lemma = frame.head, frame.head.lemma_.lower()
    if lemma in _words("works"):
        return _stands_for_friendship(head)
    if head.pos_ != "VERB" or lemma not in _words("done_to"):
        return False
    objects = acted_on(head)
    things = [thing for thing in objects if thing.lemma_.lower() in _words("done_to", lemma)]
    things = [thing for thing in things if not any(child.dep_ == "poss" for child in thing.children)]  # "its doors"
    return any(thing.lemma_.lower() not in _words("works") or _stands_for_friendship(thing) for thing in things)


def _stands_for_friendship(work: Token) -> bool:
    """Whether a work is one of words: "symbolic bridges", "bridges of trust", "Malta is a bridge between them"."""
    if work.dep_ == "attr" and any(child.lower_ in ("between", "to") for child in work.children):
        return True
    for child in work.children:
        if child.lower_ in _words("called") and child.dep_ == "amod":
            return True
        ends = [end for end in child.children if end.dep_ == "pobj"] if child.dep_ == "prep" else []
        ends += [end for first in ends for end in first.conjuncts]
        if child.lower_ == "of" and any(end.lemma_.lower() in _words("made_of") for end in ends):
            return True
        if child.lower_ == "between" and any(end.lemma_.lower() in _words("ends") for end in ends):
            return True
    return False
