"""Pledges: verbs that alone tell how far a piece of work or a treaty has come, whatever else its sentence says.

What is announced in a dated release is agreed on, what is pledged is planned, what goes on is underway
(bench/FORMAT.md, "Rules that settle doubts"); ``knowledge/pledges.toml`` lists the verbs.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from spacy.tokens import Token

from dragoman.knowledge import word_set
from dragoman.models import Stage
from dragoman.reading.frames.going_on import is_there_already
from dragoman.reading.frames.negation import is_not_done, leaves_undone
from dragoman.reading.frames.plans import stage_of_plan
from dragoman.reading.frames.put_forward import is_put_forward
from dragoman.reading.frames.slots import ACTED_ON, acted_on, subject_of
from dragoman.reading.frames.speech import is_asserted, shared_tense, stages_of, stopped_by

if TYPE_CHECKING:
    from dragoman.reading.frames.frames import Frame
    from dragoman.values import Edtf

_NAMED = ("pobj", "dobj", "nsubj", "nsubjpass", "attr", "appos", "conj")
_STEPS = 4  # verbs joined or hung on one another


_words = partial(word_set, "pledges.toml")


def stage_of_work(frame: Frame, published: Edtf | None) -> Stage | None:
    """How far an activity has come, if a verb tells it: "is pleased to announce that …", "continues to …"."""
    verb = frame.verb
    if verb is None:
        return None
    if is_not_done(frame.head) or leaves_undone(frame.head):  # "will not build", "refused to pay"
        return "cancelled"
    if (ended := _ended(frame)) and (ended != "agreed" or published is not None):  # an account tells what came of it
        return ended
    if is_put_forward(frame):
        return "proposed"
    if is_there_already(frame.head):
        return "underway"
    if planned := stage_of_plan(frame):
        return planned
    if verb.lemma_ in _words("visiting") and shared_tense(verb) != "participle":  # what is visited is there
        return "underway"
    stage = stages_of("pledging").get(verb.lemma_)
    if stage and stage != "agreed" and is_said(verb):  # who agrees agrees to what is told below
        return stage
    clause = governed(verb)
    if clause is None or not is_said(clause.head):
        return "agreed" if _is_bound_by_treaty(verb) else None
    above = clause.head
    if above.lemma_ in stages_of("announcing"):
        decided = published is not None and (_is_own(above) or not _is_ahead(clause))
        return stages_of("announcing")[above.lemma_] if decided else None
    stage = stages_of("pledging").get(above.lemma_)
    if stage is None and not any(child.dep_ == "dobj" for child in above.children):  # "offered ten buses to help"
        stage = stages_of("governing")[above.lemma_]
    return "planned" if stage == "agreed" and _is_thought(verb) else stage


def is_agreed_on(frame: Frame) -> bool:
    """Whether it is told that somebody agreed to do what a frame tells: "agreed to host talks"."""
    verb, head = frame.verb, frame.head
    own = verb is not None and (head == verb or (head.head == verb and head.dep_ in ACTED_ON))
    clause = governed(verb) if own and verb is not None and not _is_thought(verb) else None
    return clause is not None and clause.head.lemma_ == "agree" and is_said(clause.head) and clause.tag_ == "VB"


def _is_bound_by_treaty(verb: Token) -> bool:
    """Whether a treaty or a contract says that something will be done: "under the protocol it will send six nurses"."""
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB" and verb.tag_ == "VB":
        verb = verb.head
    children = list(verb.children)
    if not any(child.lower_ in _words("binding_modals") for child in children):
        return False
    grounds = [token for child in children if child.lower_ in _words("binding_by") for token in _grounds(child)]
    if any(token.lower_ in ("which", "whereby") for token in (*grounds, *children)):  # "a protocol under which it will"
        grounds = [verb.head, *verb.head.children]
    return any(token.lemma_.lower() in _words("binding") and token.dep_ in _NAMED for token in grounds)


def _grounds(by: Token) -> Iterator[Token]:
    """What stands behind a preposition: "under the protocol", "according to the terms of it", "in line with it"."""
    for child in by.children:
        if child.dep_ == "prep":
            yield from _grounds(child)
        elif child.dep_ == "pobj":
            yield child
            if child.lemma_.lower() in _words("binding_terms"):
                yield from _grounds(child)


def _is_thought(verb: Token) -> bool:
    """Whether something is only to be thought about: "consider", "look into"."""
    return verb.lemma_ in _words("thinking") or (
        verb.lemma_ == "look" and any(child.lower_ in ("at", "into") for child in verb.children)
    )


def is_over(noun: Token) -> Stage | None:
    """Whether a thing is told to have ended or lapsed: "the programme ended in May", "the treaty has lapsed"."""
    verb = noun.head if noun.dep_ == "nsubj" else None
    if verb is None or not _has_happened(verb) or any(child.dep_ == "dobj" for child in verb.children):
        return None
    return stages_of("doing").get(verb.lemma_)


_DONE = ("past", "perfect", "participle")


def _done_to(noun: Token) -> Token | None:
    """The verb of what is done to the thing that a noun names, the main one if there are several."""
    return next(deeds(noun), None)


def deeds(noun: Token) -> Iterator[Token]:
    """The verbs of what is done to what a noun names: "X was signed", "signed X", "X is to be signed"."""
    if noun.head.pos_ == "VERB" and noun.dep_ in ACTED_ON:
        yield noun.head
    if noun.dep_ == "nsubj" and noun.head.lemma_ == "be":
        yield from (child for child in noun.head.children if child.dep_ == "xcomp" and child.tag_ == "VBN")
    yield from (child for child in noun.children if child.dep_ in ("relcl", "acl") and child.tag_ in ("VBN", "VBD"))


def is_said(verb: Token) -> bool:
    """Whether the verb tells what is or was, not what shall, should or may be; "am pleased to announce" does too."""
    if not is_asserted(verb):
        return False
    tense = shared_tense(verb)
    told = tense != "infinitive" and (tense != "participle" or verb.tag_ == "VBN")
    return told or verb.lemma_ in stages_of("announcing")


def _ended(frame: Frame) -> Stage | None:
    """Agreed, done, suspended or cancelled if that was done to the work; who refuses or rejects does not end work."""
    if over := is_over(frame.head):
        return over
    if any(_stops(verb) for verb in _joined(frame.head)):
        return "suspended"
    if frame.head.pos_ == "VERB" and frame.head.dep_ not in ACTED_ON:
        passive = frame.head.dep_ == "acl" and frame.head.tag_ == "VBN"
        done = passive or bool(acted_on(frame.head))
        return _ends(frame.head, own=not passive) if done else None
    return next((stage for verb in deeds(frame.head) if (stage := _ends(verb))), None)


def _ends(verb: Token, *, own: bool = False) -> Stage | None:
    """What a verb does to work, or, if it is the work's ``own``, what it says of it."""
    if not _has_happened(verb):
        return None
    if ends_talks(verb):
        return "done"
    stopped = stopped_by(verb)
    return stages_of("ending").get(verb.lemma_) if stopped is None or (own and stopped == "cancelled") else stopped


def ends_talks(verb: Token) -> bool:
    """Whether negotiations were brought to their end: "concluded the talks"; "concluded a treaty" tells of signing."""
    talks = any(c.lemma_.lower() in _words("negotiating_nouns") for c in acted_on(verb))
    return talks and verb.lemma_ in _words("closing") and _has_happened(verb)


def _joined(head: Token) -> list[Token]:
    """The verbs that tell more of the same subject: "was to begin in May, but has been put off"."""
    verb = head if head.pos_ == "VERB" else head.head if head.dep_ in ("nsubj", "nsubjpass") else None
    return [child for child in verb.children if child.dep_ == "conj"] if verb is not None else []


def _stops(verb: Token) -> bool:
    """Whether it is told that something has been put off, with no subject or object of its own."""
    own = any(child.dep_ in ("nsubj", "nsubjpass", "dobj") for child in verb.children)
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    return passive and not own and _has_happened(verb) and stopped_by(verb) == "suspended"


def _has_happened(verb: Token) -> bool:
    """Whether something was done, not only "should be", "has not been" or is waited for ("once it has been done")."""
    if shared_tense(verb) not in _DONE or verb.tag_ == "VBG":
        return False
    return is_asserted(verb) and not any(child.lower_ in _words("waiting") for child in verb.children)


def _is_own(verb: Token) -> bool:
    """Whether those announce who publish: "I am pleased to announce", "we announced"; of others a text only reports."""
    subject = subject_of(verb)
    return shared_tense(verb) == "infinitive" or (subject is not None and subject.lower_ in ("i", "we"))


def _is_ahead(verb: Token) -> bool:
    """Whether a clause tells what will or would be."""
    return any(child.tag_ == "MD" for child in verb.children)


def governed(verb: Token) -> Token | None:
    """The verb of the clause, this one or one above it, that hangs on a verb which settles how far it has come.

    "Announced that it will build", "pledged money to build and equip".
    """
    known = stages_of("announcing").keys() | stages_of("pledging").keys() | stages_of("governing").keys()
    for _ in range(_STEPS):
        above = verb.head
        if verb.dep_ in ("ccomp", "xcomp") and above.lemma_ in known:
            return verb
        purpose = verb.dep_ == "advcl" and any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)
        if above == verb or not (verb.dep_ in ("conj", "xcomp") or purpose):
            return None
        verb = above
    return None
