"""Attacks: who uses force and who is struck, where a noun tells of it and its verb of something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.knowledge import word_set
from dragoman.reading.frames.frames import Frame

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.reading.people.actors import Actor


def is_only_told_of(frame: Frame) -> bool:
    """Whether a noun names the use of force and its verb is not one of using it: "died in the attack"."""
    if frame.head.pos_ == "VERB":
        return False
    return frame.verb is None or frame.verb.lemma_ not in word_set("pledges.toml", "waging")


def told_with(frame: Frame) -> list[Actor]:
    """Those named with the noun itself: "the bombings in Madrid", "the attack which was made on Suva"."""
    doc = frame.sent.doc
    return [a for _, a in frame.actors if frame.head in (doc[a.head], *doc[a.head].ancestors)]


def not_acting(frame: Frame) -> list[Actor]:
    """Those who stand where an actor does: who speaks of an attack or dies in it, and those "of" whom it is one."""
    doc = frame.sent.doc
    return [a for a in frame.slots("subject", "of") if not _owns(doc[a.head], frame.head)]


def _owns(token: Token, noun: Token) -> bool:
    """Whether a word, or the phrase that it is in, owns what a noun tells of: "Chile's attack"."""
    return any(word.dep_ == "poss" and word.head == noun for word in (token, *token.ancestors))
