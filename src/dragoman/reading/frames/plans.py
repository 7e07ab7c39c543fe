"""Plans: how far work has come of which it is told that it is wished for, asked for, promised or given up again.

"A proposal to build a dam", "in favour of building it", "committed to building it", "the plan to build it was dropped".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.knowledge import read_toml, word_set
from dragoman.models import Stage
from dragoman.reading.frames.negation import is_negated
from dragoman.reading.frames.slots import ACTED_ON, acted_on
from dragoman.reading.frames.speech import shared_tense, stages_of, stopped_by

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.reading.frames.frames import Frame

_STEPS = 4  # words that hang on one another
_PART_OF_IT = ("dobj", "conj", "xcomp")
_HANGING = ("infinitive", "participle")
_TOLD = ("past", "perfect")


def stage_of_plan(frame: Frame) -> Stage | None:
    """How far work has come if a noun that it hangs on tells it, or what was done to the plan of it."""
    if is_possible(frame.head) or (frame.verb is not None and _requests(frame.verb)):
        return _answered(frame.head) or "proposed"
    found = _hangs_on(frame.head)
    if found is None:
        return _answered(frame.head) or stage_under(frame.head)
    return _given_up(found[0]) or _told_by(*found)


def is_possible(noun: Token) -> bool:
    """Whether a thing is only thought of: "a possible treaty", "a prospective loan"."""
    return any(c.dep_ == "amod" and c.lower_ in word_set("pledges.toml", "possible") for c in noun.children)


def is_hoped_for(treaty: Token, verb: Token | None = None) -> bool:
    """Whether a treaty, or to conclude it, is only wished for: "the idea of a treaty", "the need to sign one"."""
    if is_possible(treaty):
        return True
    found = _hangs_on(verb or treaty)
    return found is not None and _told_by(*found) == "proposed"


def _told_by(above: Token, link: str) -> Stage | None:
    """What a noun tells of what hangs on it, or on the verb that it is the object of: "exchanged letters on a loan"."""
    objects = [child for child in above.children if above.pos_ == "VERB" and child.dep_ == "dobj"]
    words = [word for token in (above, *objects) for word in (token.lower_, token.lemma_)]
    return next((stage for word in words if (stage := stages_of("noun").get(f"{word} {link}"))), None)


def _hangs_on(token: Token) -> tuple[Token, str] | None:
    """The noun or adjective that work hangs on, and the word between them: "idea of building", "plan to build"."""
    for _ in range(_STEPS):
        above = token.head
        if token.dep_ == "acl" and any(child.lower_ == "to" and child.dep_ == "aux" for child in token.children):
            return above, "to"
        if token.dep_ in ("pobj", "pcomp") and above.dep_ == "prep":
            return above.head, above.lower_
        if token.dep_ not in _PART_OF_IT or (token.pos_ == "VERB" and shared_tense(token) not in _HANGING):
            return None
        token = above
    return None


def _given_up(plan: Token) -> Stage | None:
    """Whether it is told that a plan was put off or called off."""
    verb = plan.head
    if plan.lemma_.lower() not in word_set("pledges.toml", "plans") or plan.dep_ not in ACTED_ON:
        return None
    happened = shared_tense(verb) in _TOLD and not any(child.tag_ == "MD" for child in verb.children)
    return stopped_by(verb) if happened else None


def _requests(verb: Token) -> bool:
    """Whether somebody asks for a thing: "will ask Peru for a loan", "seeks a grant"; not "to seek to build"."""
    link = read_toml("pledges.toml")["requesting"].get(verb.lemma_)
    if link is None:
        return False
    things = [child for child in verb.children if (child.lower_ == link if link else child.dep_ in ACTED_ON)]
    return bool(things) and not is_negated(verb)


def _answered(work: Token) -> Stage | None:
    """Whether what was asked or offered is told to have been refused: "asked for a bridge, but the fund refused it"."""
    verb = work if work.pos_ == "VERB" else work.head
    for answer in verb.children if verb.pos_ == "VERB" else ():
        objects = acted_on(answer)
        told = (
            answer.dep_ == "conj"
            and shared_tense(answer) in _TOLD
            and any(
                thing.lower_ in ("it", "this", "that", "them")
                or thing.lemma_.lower() in word_set("pledges.toml", "plans")
                for thing in objects
            )
        )
        if told and (stage := stopped_by(answer)):
            return stage
    return None


def stage_under(work: Token) -> Stage | None:
    """How far something has come that "is under construction", "has been under consideration"."""
    verb = work.head if work.dep_ == "nsubj" and work.head.lemma_ == "be" else None
    if verb is None or shared_tense(verb) not in ("present", *_TOLD):
        return None
    behind = (thing for child in verb.children if child.lower_ == "under" for thing in child.children)
    return next((stage for thing in behind if (stage := stages_of("under").get(thing.lemma_))), None)
