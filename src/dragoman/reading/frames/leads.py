"""Leads: what leads up to a list tells how far its items have come, "The new assistance includes:", "We recommend:"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from spacy.tokens import Span, Token

from dragoman.knowledge import word_set
from dragoman.models import Stage
from dragoman.reading.frames.frames import Frame
from dragoman.reading.frames.slots import SUBJECTS
from dragoman.reading.frames.speech import shared_tense, stages_of
from dragoman.reading.page import Page

_UP = 12  # sentences from an item to what leads up to its list
_BARE = ("participle", "infinitive")  # of a verb that tells no time of its own
_NAMED = (*SUBJECTS, "dobj", "attr", "pobj")

_words = partial(word_set, "leads.toml")


def lead_of(before: Sequence[Span]) -> Span | None:
    """What leads up to the list that goes on behind the sentences ``before``: the last of them that ends with a colon.

    None if a paragraph stands between.
    """
    for sent in reversed(before[-_UP:]):
        if sent.text.rstrip().endswith(":"):
            return sent
        if has_verb(sent) and sent.text.rstrip().endswith(".") and not _is_item(sent):
            return None
    return None


def has_verb(sent: Span) -> bool:
    """Whether a sentence has a main verb, which tells itself how far a thing has come."""
    root = sent.root
    if root.pos_ not in ("VERB", "AUX"):
        return False
    return root.tag_ not in ("VBN", "VBG") or any(child.dep_ in ("aux", "auxpass") for child in root.children)


def _is_item(sent: Span) -> bool:
    """Whether a mark or a number stands before a sentence."""
    marked = sent.doc[max(0, sent.start - 2) : sent.start + 1]
    return any(token.text.strip() and not token.is_alpha and not token.is_quote for token in marked[-2:])


def stage_of_item(frame: Frame, page: Page) -> Stage | None:
    """How far an activity has come that an item of a list names without a verb, if what leads up to it settles it.

    What a dated text lists as the content of a programme or of new help is agreed on.
    """
    lead = _lead_of_item(frame, page)
    return _told_by(lead.root, dated=page.anchor is not None) if lead is not None else None


def dated_by_lead(frame: Frame, page: Page) -> Frame:
    """The frame with the times of what leads up to the list that it is an item of, if it has none of its own."""
    lead = None if frame.dates else _lead_of_item(frame, page)
    return replace(frame, dates=page.dates_in(lead)) if lead is not None else frame


def _lead_of_item(frame: Frame, page: Page) -> Span | None:
    """What leads up to the list of which an item names the work without a verb."""
    if has_verb(frame.sent) or (frame.verb is not None and shared_tense(frame.verb) not in _BARE):
        return None
    return lead_of([sent for sent in page.sentences if sent.start < frame.sent.start])


def _told_by(verb: Token, *, dated: bool) -> Stage | None:
    """The stage of what is listed behind a verb."""
    nouns = {word.lemma_.lower() for word in verb.children if word.dep_ in _NAMED}
    if nouns & _words("proposing"):
        return "proposed"
    if verb.lemma_ in stages_of("pledging") and shared_tense(verb) in ("past", "perfect", "present"):
        return stages_of("pledging")[verb.lemma_]
    if verb.tag_ == "VBG":  # "has been helping through:"
        return "underway"
    return "agreed" if dated and verb.lemma_ in _words("listing") and nouns & _words("giving") else None
