"""How far an event has come, where its own words tell it against what stands around them."""

from __future__ import annotations

from dragoman.knowledge import word_set
from dragoman.models import Stage
from dragoman.reading.frames.frames import Frame
from dragoman.reading.frames.speech import shared_tense, stages_of


def is_to_be(frame: Frame) -> bool:
    """Whether the event's own verb stands behind "will", "should" or "may": what is so told has not happened.

    Nor has that to which there will be an opportunity: "it will be the first chance to meet them".
    """
    verb = frame.head if frame.head.pos_ == "VERB" else None
    words = [child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")] if verb is not None else []
    if verb is not None and verb.dep_ in ("acl", "relcl") and verb.head.lemma_ in word_set("pledges.toml", "chances"):
        told = verb.head.head
        return shared_tense(verb) == "infinitive" and told.pos_ in ("VERB", "AUX") and shared_tense(told) == "future"
    return "have" not in words and not _MODAL.isdisjoint(words)


_MODAL = frozenset(("will", "shall", "'ll", "’ll", "should", "must", "may", "might"))


def is_occasion(frame: Frame) -> bool:
    """Whether a sentence begins with an event at which something was done: "At a dinner it was announced that"."""
    noun, verb = frame.head, frame.verb
    if noun.dep_ != "pobj" or verb is None or noun.head.lower_ not in ("at", "during", "after", "following"):
        return False
    done_there = noun.head.head
    if done_there.i == noun.sent.start and done_there.tag_ == "VBN":
        return True  # "Announced at the forum in Bali, the programme will"
    return noun.head.i == noun.sent.start and noun.head.head == verb and shared_tense(verb) == "past"


def is_said_now(frame: Frame) -> bool:
    """Whether a verb in the present tells the statement, which is made where it is told: "congratulates her on"."""
    return frame.head.pos_ == "VERB" and shared_tense(frame.head) == "present"


def by_adjective(frame: Frame, stage: Stage) -> Stage:
    """The stage, unless what is done is called "forthcoming", or what is planned "recent"."""
    known = stages_of("beside")
    beside = (child.lower_ for child in frame.head.children if child.dep_ == "amod")
    told = next((known[word] for word in beside if word in known), None)
    return told if told and {stage, told} == {"done", "planned"} else stage


def will_be(frame: Frame, stage: Stage) -> bool:
    """Whether the verb of an event tells that it will happen, or what is intended now.

    So does, of an event at such a ``stage``, the verb that a noun stands with: "will meet to continue the talks".
    """
    verb = frame.head
    if verb.pos_ != "VERB":
        ahead = frame.verb is not None and shared_tense(frame.verb) in ("future", "infinitive")
        return ahead and stage in ("planned", "proposed")
    intended = shared_tense(verb) == "infinitive" and verb.dep_ == "xcomp" and shared_tense(verb.head) == "present"
    return intended or shared_tense(verb) == "future"
