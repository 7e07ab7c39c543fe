"""Contracts: what ends them, and what a sum "will" pay for after they were signed.

It is agreed where the words before tell that the money has been signed for: "The fund signed two loan agreements. The
first, of 3 million dinars, will finance a port."
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.knowledge import word_set
from dragoman.reading.frames.slots import ACTED_ON
from dragoman.reading.frames.speech import is_asserted, shared_tense, stopped_by

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from dragoman.models import Stage
    from dragoman.reading.frames.frames import Frame

_BEFORE = 3  # sentences in which the signing may be told
_SIGNED = ("past", "perfect", "participle")


def is_bound(frame: Frame) -> bool:
    """Whether a clause tells what money will do that has been signed for in its sentence or shortly before it."""
    if frame.verb is None or shared_tense(frame.verb) != "future":
        return False
    if not any(quantity.kind == "money" for quantity in frame.quantities):
        return False
    return any(_is_signed_for(sentence) for sentence in _up_to(frame.sent))


def _up_to(sentence: Span) -> Iterator[Span]:
    """A sentence and those before it, nearest first."""
    yield sentence
    left = _BEFORE
    while left and sentence.start > 0:
        sentence = sentence.doc[sentence.start - 1].sent
        left -= not sentence.text.isspace()
        yield sentence


def _is_signed_for(sentence: Span) -> bool:
    """Whether a sentence tells that a loan, a grant or the like was signed."""
    return any(_names_money(thing) for verb in sentence if _has_signed(verb) for thing in verb.children)


def _has_signed(verb: Token) -> bool:
    if verb.pos_ != "VERB" or verb.lemma_ not in word_set("pledges.toml", "signing") or verb.tag_ == "VBG":
        return False
    return shared_tense(verb) in _SIGNED and is_asserted(verb)


def _names_money(thing: Token) -> bool:
    signed = thing.dep_ in ACTED_ON or thing.lower_ == "on"
    return signed and any(token.lemma_.lower() in word_set("pledges.toml", "money") for token in thing.subtree)


def stopped_treaty(verb: Token, noun: Token) -> Stage | None:
    """Whether what is done to a treaty stops it: ended or called off it is cancelled, put off suspended."""
    if shared_tense(verb) not in _SIGNED:
        return None
    return "cancelled" if ends_treaty(verb, noun) else stopped_by(verb)


def ends_treaty(verb: Token, noun: Token) -> bool:
    """Whether a verb tells that somebody ended a treaty or contract: "ended the transit agreement"."""
    if noun.head != verb or noun.dep_ not in ACTED_ON or shared_tense(verb) not in _SIGNED:
        return False
    ended = noun.lemma_.lower() in word_set("pledges.toml", "ended_texts")
    return ended and verb.lemma_ in word_set("pledges.toml", "ending_texts")
