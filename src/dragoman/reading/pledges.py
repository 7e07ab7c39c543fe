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
from dragoman.reading.speech import stopped_by, tense_of

if TYPE_CHECKING:
    from dragoman.reading.frames import Frame
    from dragoman.values import Edtf

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
    if frame.head.pos_ != "VERB" and (ended := _ended(frame.head)):
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

    What was signed more than a year before publication may be in force by now.
    """
    verb = _done_to(frame.head)
    if verb is None:
        return None
    if (stage := _verbs("signing").get(verb.lemma_)) is None:
        return stopped_by(verb) if _tense(verb) in _DONE else None
    if _tense(verb) in ("future", "infinitive"):
        return "planned" if verb.dep_ not in ("relcl", "acl") else None
    told_lately = published is not None and not any(_is_old(d.edtf, published) for d in frame.dates if d.edtf)
    return stage if told_lately and _tense(verb) in _DONE else None


_DONE = ("past", "perfect", "participle")
_LATELY = 366  # days


def _is_old(when: Edtf, published: Edtf) -> bool:
    return bool(when.last and published.first and (published.first - when.last).days > _LATELY)


def _done_to(noun: Token) -> Token | None:
    """The verb of what is done to the thing that a noun names: "X was signed", "signed X", "X signed in May"."""
    if noun.head.pos_ == "VERB" and noun.dep_ in ("dobj", "nsubjpass"):
        return noun.head
    if noun.dep_ == "nsubj" and noun.head.lemma_ == "be":  # "is to be signed"
        return next((t for t in noun.head.children if t.dep_ == "xcomp" and t.tag_ == "VBN"), None)
    return next((t for t in noun.children if t.dep_ in ("relcl", "acl") and t.tag_ in ("VBN", "VBD")), None)


def _tense(verb: Token) -> str:
    """The tense of a verb, for one that shares the helpers of another, "will meet and sign", the tense of both."""
    while verb.dep_ == "conj" and verb.tag_ == verb.head.tag_ == "VB" and not _has_helpers(verb):
        verb = verb.head
    return tense_of(verb)


def _has_helpers(verb: Token) -> bool:
    return any(child.dep_ in ("aux", "auxpass") for child in verb.children)


def _is_said(verb: Token) -> bool:
    """Whether the verb tells what is or was, not what shall, should or may be; "am pleased to announce" does too."""
    if any(child.tag_ == "MD" or child.dep_ == "neg" for child in verb.children):
        return False
    return _tense(verb) != "infinitive" or verb.lemma_ in _verbs("announcing")


def _ended(noun: Token) -> Stage | None:
    """Done, suspended or cancelled if that is what has been done to the thing that the noun names."""
    verb = _done_to(noun)
    if verb is None or _tense(verb) not in _DONE:
        return None
    return stopped_by(verb) or _verbs("ending").get(verb.lemma_)


def _governor(verb: Token) -> Token | None:
    """The verb whose content the clause is: "announced that it will build", "pledged to build and equip"."""
    for _ in range(_STEPS):
        if verb.dep_ in ("ccomp", "xcomp") and verb.head.pos_ == "VERB":
            return verb.head
        if verb.dep_ != "conj" or verb.head == verb:
            return None
        verb = verb.head
    return None
