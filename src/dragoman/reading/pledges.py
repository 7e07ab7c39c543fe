"""Pledges: verbs that alone tell how far a piece of work or a treaty has come, whatever else its sentence says.

What is announced in a dated release is agreed on, what is pledged is planned, what goes on is underway
(bench/FORMAT.md, "Rules that settle doubts"); ``knowledge/pledges.toml`` lists the verbs.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from spacy.tokens import Token

from dragoman.knowledge import read_toml
from dragoman.models import Stage
from dragoman.reading.speech import shared_tense, stopped_by

if TYPE_CHECKING:
    from dragoman.reading.frames import Frame
    from dragoman.values import Edtf

_OBJECTS = ("dobj", "nsubjpass")
_STEPS = 4  # verbs joined or hung on one another


@cache
def _thinking() -> frozenset[str]:
    return frozenset(read_toml("pledges.toml")["thinking"])


@cache
def _verbs(name: str) -> dict[str, Stage]:
    found: dict[str, Stage] = read_toml("pledges.toml")[name]
    return found


def stage_of_work(frame: Frame, published: Edtf | None) -> Stage | None:
    """How far an activity has come, if a verb tells it: "is pleased to announce that …", "continues to …"."""
    verb = frame.verb
    if verb is None:
        return None
    if ended := _ended(frame):
        return ended
    stage = _verbs("pledging").get(verb.lemma_)
    if stage and stage != "agreed" and _is_said(verb):  # who agrees agrees to what is told below
        return stage
    above = _governor(verb)
    if above is None or not _is_said(above):
        return None
    if published is not None and above.lemma_ in _verbs("announcing"):
        return _verbs("announcing")[above.lemma_]
    stage = _verbs("pledging").get(above.lemma_)
    return "planned" if stage == "agreed" and verb.lemma_ in _thinking() else stage


def stage_of_treaty(frame: Frame, published: Edtf | None) -> Stage | None:
    """How far an instrument has come, if a verb tells what was done to it: "will be signed", "which we just signed".

    What was signed more than a year before publication is in force by now, as far as the text tells.
    """
    verb = _done_to(frame.head)
    if verb is None:
        return None
    if (stage := _verbs("signing").get(verb.lemma_)) is None:
        return stopped_by(verb) if shared_tense(verb) in _DONE else None
    if shared_tense(verb) in ("future", "infinitive"):
        return "planned" if verb.dep_ not in ("relcl", "acl") else None
    if published is None or shared_tense(verb) not in _DONE:
        return None
    return "underway" if any(_is_old(d.edtf, published) for d in frame.dates if d.edtf) else stage


def enters_into_force(frame: Frame) -> bool:
    """Whether the verb of an instrument tells that it comes into force, which is its stage and its date."""
    verb = frame.verb
    into = (
        [c for c in verb.children if c.lower_ == "into"]
        if verb is not None and verb.lemma_ in ("enter", "come")
        else []
    )
    return any(child.lower_ in ("force", "effect") for prep in into for child in prep.children)


_DONE = ("past", "perfect", "participle")
_LATELY = 366  # days


def _is_old(when: Edtf, published: Edtf) -> bool:
    return bool(when.last and published.first and (published.first - when.last).days > _LATELY)


def _done_to(noun: Token) -> Token | None:
    """The verb of what is done to the thing that a noun names: "X was signed", "signed X", "X signed in May"."""
    if noun.head.pos_ == "VERB" and noun.dep_ in _OBJECTS:
        return noun.head
    if noun.dep_ == "nsubj" and noun.head.lemma_ == "be":  # "is to be signed"
        return next((t for t in noun.head.children if t.dep_ == "xcomp" and t.tag_ == "VBN"), None)
    return next((t for t in noun.children if t.dep_ in ("relcl", "acl") and t.tag_ in ("VBN", "VBD")), None)


def _is_said(verb: Token) -> bool:
    """Whether the verb tells what is or was, not what shall, should or may be; "am pleased to announce" does too."""
    if any(child.tag_ == "MD" or child.dep_ == "neg" for child in verb.children):
        return False
    return shared_tense(verb) != "infinitive" or verb.lemma_ in _verbs("announcing")


def _ended(frame: Frame) -> Stage | None:
    """Done, suspended or cancelled if that has been done to the work; who refuses or rejects does not end work."""
    own = frame.head.pos_ == "VERB" and frame.head.dep_ not in _OBJECTS
    verb = frame.head if own else _done_to(frame.head)
    if verb is None or shared_tense(verb) not in _DONE:
        return None
    if own and not any(child.dep_ in _OBJECTS for child in verb.children):
        return None
    stopped = stopped_by(verb)
    return _verbs("ending").get(verb.lemma_) if stopped is None or (own and stopped == "cancelled") else stopped


def _governor(verb: Token) -> Token | None:
    """The verb that settles a clause below it: "announced that it will build", "pledged money to build and equip"."""
    known = _verbs("announcing").keys() | _verbs("pledging").keys()
    for _ in range(_STEPS):
        above = verb.head
        if verb.dep_ in ("ccomp", "xcomp") and above.lemma_ in known:
            return above
        purpose = verb.dep_ == "advcl" and any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)
        if above == verb or not (verb.dep_ in ("conj", "xcomp") or purpose):
            return None
        verb = above
    return None
