"""Invitations: how far a visit has come to which somebody is invited, and visits that are taking place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.knowledge import word_set
from dragoman.models import Stage
from dragoman.reading.frames.going_on import is_halfway, is_visiting
from dragoman.reading.frames.slots import ACTED_ON
from dragoman.reading.frames.speech import is_asserted

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from dragoman.reading.frames.frames import Frame
    from dragoman.values import Edtf

_NEXT = 2  # sentences behind an invitation in which it may be told that it was accepted


def stage_of_visit(frame: Frame, published: Edtf | None) -> Stage | None:
    """How far a visit has come, if its verb tells it.

    An invitation is a proposal, and agreed on once it is accepted (bench/FORMAT.md); who "is paying a visit" that is
    not told to begin later is there, and so is who visits on days that have begun and are not over.
    """
    if invites := _invites(frame):
        return "agreed" if any(_accepts(sentence) for sentence in _from(invites)) else "proposed"
    if _is_given(frame):
        return "agreed" if any(_accepts(sentence) for sentence in _from(frame.head)) else "proposed"
    return "underway" if is_visiting(frame, published) or is_halfway(frame, published) else None


def _is_given(frame: Frame) -> bool:
    """Whether a noun tells of an invitation that is given: "handed over an invitation to visit Lima"."""
    verb = frame.verb
    if verb is None or frame.head.lemma_.lower() != "invitation" or frame.head.dep_ not in ACTED_ON:
        return False
    return verb.lemma_ in word_set("visits.toml", "giving") and not any(c.tag_ == "MD" for c in verb.children)


def told_behind(frame: Frame) -> Frame:
    """The frame of a visit to which somebody is invited with the times behind the invitation alone."""
    invites = _invites(frame)
    return replace(frame, dates=[d for d in frame.dates if d.start > invites.idx]) if invites else frame


def _invites(frame: Frame) -> Token | None:
    """The verb by which somebody invites somebody to make the visit that the frame tells of."""
    verb = frame.head if frame.head.pos_ == "VERB" else None
    for above in (verb, verb.head if verb is not None and verb.dep_ in ("xcomp", "advcl", "ccomp") else None):
        if above is None or above.lemma_ != "invite" or above.dep_ in ("acl", "relcl", "advcl", "amod"):
            continue
        if is_asserted(above):
            return above
    return None


def _from(token: Token) -> Iterator[Span]:
    """The sentence of a token and the next ones."""
    sentence, left = token.sent, _NEXT
    yield sentence
    while left and sentence.end < len(token.doc):
        sentence = token.doc[sentence.end].sent
        left -= not sentence.text.isspace()
        yield sentence


def _accepts(sentence: Span) -> bool:
    """Whether a sentence tells that something was accepted."""
    accepting = [t for t in sentence if t.lemma_ == "accept" and t.pos_ == "VERB"]
    return any(is_asserted(verb) for verb in accepting)
