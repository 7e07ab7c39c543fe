"""Seated: how far a mission or a body has come by what is done to it: it is closed, opened again, or not open yet."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.knowledge import word_set
from dragoman.models import Stage
from dragoman.reading.drafting.put_off import done_to
from dragoman.reading.frames.negation import is_negated
from dragoman.reading.frames.speech import shared_tense, stopped_by

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.reading.frames.frames import Frame
    from dragoman.reading.page import Page

_TOLD = ("past", "perfect", "present")


def stage_of_seat(frame: Frame) -> Stage | None:
    """How far the mission or body that a noun names has come, if a verb or the noun of its opening tells it.

    What was closed is suspended unless it was opened again; what is to be opened, or whose opening is put off, is
    planned.
    """
    noun = frame.head
    opening = _opening(noun)
    if opening is not None:
        verb = done_to(opening)
        put_off = verb is not None and stopped_by(verb) is not None
        return "planned" if put_off or (verb is not None and _is_ahead(verb)) else None
    verb = done_to(noun)
    if verb is not None and verb.lemma_ in word_set("visits.toml", "keeping"):
        return "underway"
    if verb is None or verb.lemma_ not in word_set("visits.toml", "closing"):
        return None
    if _is_ahead(verb) or is_negated(verb):
        return None
    return "underway" if _reopened(verb) else "suspended"


def since_reopened(frame: Frame, page: Page) -> Frame:
    """The frame with the times of its opening again alone, if its sentence tells that after its being closed."""
    verb = done_to(frame.head)
    again = None
    if verb is not None and verb.lemma_ in word_set("visits.toml", "closing"):
        again = _reopened(verb)
    elif verb is not None and verb.lemma_ in word_set("visits.toml", "reopening"):
        again = verb if any(d.start > verb.idx for d in frame.dates) else None  # "closed in 2008, was reopened in 2018"
    told = [d for d in page.dates_in(frame.sent) if again is not None and d.start > again.idx]
    return replace(frame, dates=told) if again is not None else frame


def _opening(noun: Token) -> Token | None:
    """The noun for the opening of what another noun names: "the opening of the embassy", "the embassy's opening"."""
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun.head
    tied = noun.dep_ in ("pobj", "poss", "compound")
    return above if tied and above.lemma_.lower() in word_set("visits.toml", "openings") else None


def _is_ahead(verb: Token) -> bool:
    """Whether the verb tells what is to be: "will be closed", "is planned for May"."""
    tense = shared_tense(verb)
    return tense in ("future", "infinitive") or verb.lemma_ in word_set("visits.toml", "setting")


def _reopened(verb: Token) -> Token | None:
    """The verb by which what was closed is told to have been opened again, in the same breath."""
    again = (child for child in verb.children if child.dep_ == "conj")
    return next(
        (t for t in again if t.lemma_ in word_set("visits.toml", "reopening") and shared_tense(t) in _TOLD), None
    )
