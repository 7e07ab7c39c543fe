"""Told already: clauses that say more of work that was told before, and what somebody is helped to do.

"This programme will ease trade" says what a programme is for; "Peru will help Chile build a port" is Peru's help and
no building by Chile.
"""

from __future__ import annotations

from dragoman.knowledge import word_set
from dragoman.reading.frames.frames import Frame
from dragoman.reading.frames.readings import reading_of
from dragoman.reading.frames.slots import acted_on, subject_of

POINTING = ("this", "these", "that", "those", "such")
_WORK = ("activity", "instrument")


def says_more(frame: Frame) -> bool:
    """Whether the verb of an activity tells without a number what a thing does that was told before.

    The thing is pointed at: "this programme will ease trade", "this will help". What "will frame cooperation in" some
    fields tells of these.
    """
    verb = frame.head
    if frame.kind != "activity" or verb.pos_ not in ("VERB", "AUX") or frame.quantities:
        return False
    subject = subject_of(verb)
    joint = any(of.lemma_.lower() in word_set("fields.toml", "shared") for of in acted_on(verb))
    if subject is None or subject.i > verb.i or joint:
        return False
    if subject.pos_ == "PRON" or subject.dep_ == "det":
        return subject.lower_ in ("this", "these")
    pointed = any(child.dep_ == "det" and child.lower_ in POINTING for child in subject.lefts)
    return pointed and not reading_of("noun", subject.lemma_.lower()).keys().isdisjoint(_WORK)


def is_helped_to(frame: Frame) -> bool:
    """Whether a verb tells what somebody is helped to do: the building of "help Chile build a port"."""
    verb = frame.head
    if frame.kind != "activity" or verb.pos_ != "VERB" or verb.dep_ != "ccomp":
        return False
    helps = verb.head.lemma_ in word_set("giving.toml", "helping")
    return helps and not any(q.kind == "money" for q in frame.quantities)
