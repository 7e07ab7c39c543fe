"""What the words of a frame alone settle, whatever stands around it: sure acts, and what is surely no entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.knowledge import word_set
from dragoman.reading.frames.contracts import ends_treaty
from dragoman.reading.frames.frames import Frame
from dragoman.reading.frames.negation import is_not_done
from dragoman.reading.frames.readings import named_together, object_words, reading_of
from dragoman.reading.frames.slots import ACTED_ON, SUBJECTS, acted_on, subject_of
from dragoman.reading.frames.speech import shared_tense, tense_of
from dragoman.reading.quantities.units import people

if TYPE_CHECKING:
    from spacy.tokens import Token

_ACTS = frozenset(("sanction", "protest"))
_FINITE = ("VBD", "VBP", "VBZ", "MD")
_LIFTING = "other"  # what frames.tsv has for "lift sanction"
_MADE = frozenset(("body", "plan", "programme", "dialogue"))


def is_sure_act(frame: Frame) -> bool:
    """Whether a verb and its object together name an act: "closed the border", "lifted the ban", "took office".

    So does what a state condemns, or to what it congratulates another, where a text begins with it.
    """
    head = frame.head
    if frame.kind == "event" and head.pos_ == "NOUN":
        return _is_named_act(frame)
    if frame.kind != "event" or head.pos_ != "VERB" or is_not_done(head) or is_asked_for(frame):
        return False
    if _says_first(frame):
        return True
    types = named_together(head).get("event", ())
    return bool(types) and set(types) <= set(frame.types)


def _is_named_act(frame: Frame) -> bool:
    """Whether a noun names an attack with its place, or elections by their kind: "Peru's parliamentary elections"."""
    noun, doc = frame.head, frame.sent.doc
    beside = {child.lower_ for child in noun.lefts}
    if noun.dep_ in ("compound", "nmod") or not beside.isdisjoint(word_set("pledges.toml", "possible")):
        return False
    if noun.lemma_ in word_set("acts.toml", "attacks"):
        terror = not beside.isdisjoint(word_set("acts.toml", "of_terror"))
        there = any(noun.is_ancestor(doc[actor.head]) for _, actor in frame.actors if actor.code)
        return there and terror
    return noun.lemma_ in word_set("acts.toml", "polls") and not beside.isdisjoint(word_set("acts.toml", "polled"))


def _says_first(frame: Frame) -> bool:
    """Whether a text begins with what a state condemns, or with another state that it congratulates."""
    verb = frame.head
    wishes = verb.lemma_ in word_set("pledges.toml", "wishing_well")
    says = wishes or verb.lemma_ in word_set("pledges.toml", "condemning")
    if not says or shared_tense(verb) not in ("present", "past"):
        return False
    before = frame.sent.doc[: frame.sent.start]
    own = {actor.code for slot, actor in frame.actors if slot == "subject" and actor.code}
    others = any(actor.code and actor.code not in own for slot, actor in frame.actors if slot == "object")
    return bool(own) and (others or not wishes) and not any(token.tag_ in _FINITE for token in before)


def is_asked_for(frame: Frame) -> bool:
    """Whether a verb tells what somebody is asked to do, which no more than asks: "called on Chile to lift its ban"."""
    verb = frame.head
    if frame.kind != "event" or verb.dep_ != "xcomp" or verb.tag_ != "VB":
        return False
    return verb.head.lemma_ in word_set("pledges.toml", "only_asking") and tense_of(verb) == "infinitive"


def was_glad_to(frame: Frame) -> bool:
    """Whether somebody is told to have been glad to do it: "I was delighted to attend the meeting"."""
    verb = frame.verb
    if verb is None or verb.dep_ != "xcomp" or verb.tag_ != "VB" or verb.head.pos_ not in ("ADJ", "VERB"):
        return False
    glad = verb.head.lower_ in word_set("pledges.toml", "glad")
    be = verb.head.head if verb.head.dep_ == "acomp" else verb.head
    return glad and shared_tense(be) in ("past", "perfect")


def is_taken_back(frame: Frame) -> bool:
    """Whether a noun names what its verb says is taken back: the ban of "lifted the ban", ties that are severed."""
    noun = frame.head
    if frame.kind != "event" or noun.pos_ == "VERB" or noun.dep_ not in ACTED_ON:
        return False
    if "establishment" in frame.types and "sanction" in named_together(noun.head).get("event", ()):
        return True
    return not _ACTS.isdisjoint(frame.types) and _LIFTING in named_together(noun.head).get("event", ())


def is_no_event(frame: Frame) -> bool:
    """Whether words of meetings and visits tell of none.

    Negotiations for a treaty are begun, carried on and concluded as a piece of work is; who is accompanied by others
    makes one visit with them; what is done before a departure is told for itself; and who speaks at a place or an
    occasion, and with nobody, meets nobody there. To welcome a thing is news only where a text begins with it.
    """
    head = frame.head
    if frame.kind != "event":
        return False
    if head.pos_ != "VERB" and head.lemma_.lower() in word_set("visits.toml", "guests"):
        sends = head.head.lemma_ in word_set("visits.toml", "sending") and head.dep_ in ACTED_ON
        return head.dep_ not in SUBJECTS and not sends
    if head.lemma_.lower() in word_set("visits.toml", "leaving") and head.dep_ == "pobj":
        return head.head.lower_ in ("before", "after")
    if head.pos_ != "VERB":
        return head.lemma_.lower() in word_set("pledges.toml", "negotiating") and _is_for_treaty(head)
    passive = head.tag_ == "VBN" and not any(child.dep_ in ("nsubj", "dobj") for child in head.children)
    if head.lemma_ == "welcome":
        return not frame.types.count("visit") and any(token.tag_ in _FINITE for token in head.doc[: frame.sent.start])
    if head.lemma_ == "join":
        return not _joins_body(frame)
    if head.lemma_ in word_set("visits.toml", "coming_along"):
        return passive
    if head.lemma_ in word_set("pledges.toml", "closing"):
        return any(of.lemma_.lower() in word_set("pledges.toml", "negotiating") for of in acted_on(head))
    if head.lemma_ == "mark" and passive:
        subject = subject_of(head)
        return subject is not None and subject.lemma_.lower() not in word_set("acts.toml", "marked")
    if head.lemma_ == "speak":
        return not any(child.lower_ in _PARTNER_BEHIND for child in head.children)
    return False


def _joins_body(frame: Frame) -> bool:
    """Whether what is joined is a body or a treaty, and no other state: "Chad joined the union"."""
    things = acted_on(frame.head)
    bodies = any(actor.kind == "organisation" for slot, actor in frame.actors if slot == "object")
    named = (reading_of("noun", thing.lemma_.lower()).get("instrument", ()) for thing in things)
    return bodies or any({"agreement", "body"} & set(types) for types in named)


_PARTNER_BEHIND = frozenset(("with", "to", "by"))  # "spoke by phone"


def _is_for_treaty(talks: Token) -> bool:
    """Whether talks are told by the treaty that they are for, or by their beginning and their end."""
    if talks.head.lemma_ in word_set("pledges.toml", "steps") and talks.dep_ in ("dobj", "nsubjpass", "nsubj"):
        return True
    words = [child for child in talks.children if child.dep_ in ("compound", "nmod", "amod")]
    aims = [aim for child in talks.children if child.dep_ == "prep" for aim in child.children]
    return any(word.lemma_.lower() in word_set("pledges.toml", "negotiated") for word in (*words, *aims))


def is_no_activity(frame: Frame) -> bool:
    """Whether a verb tells no piece of work.

    What puts pressure on a state is no work for it, and who is released or deported no aid. What is sued for, charged,
    earned or owed is given to nobody, and to agree to set up a body, or to draw up a plan, is to agree on that body or
    plan, which are instruments; to end a treaty is nothing that is worked on. What is built or given does no work: what
    "the road will link" or "the loan is used to build" is what it is for.
    """
    head = frame.head
    if frame.kind != "activity" or head.pos_ != "VERB":
        return False
    meant = [head, *(child for child in head.children if child.dep_ == "xcomp")]
    if any(verb.lemma_ in word_set("giving.toml", "not_given") for verb in meant):
        return any(q.kind == "money" for q in frame.quantities)
    if head.lemma_ == "put" and any(child.lower_ == "at" and child.dep_ == "prep" for child in head.children):
        return True
    if _ACTS & set(named_together(head).get("event", ())) or _pays_what_is_owed(frame):
        return True
    if head.lemma_ in word_set("giving.toml", "coercing") and any(map(_is_held, head.children)):
        return True
    if _is_done_by_thing(frame) or _tells_who_is_in_it(frame):
        return True
    if head.lemma_ == "give" and any(word in word_set("giving.toml", "terms") for word in object_words(head)):
        return True  # "gave them 72 hours to leave"
    if any(ends_treaty(head, child) for child in head.children):
        return True
    return any(_is_founded_by_agreement(verb) for verb in meant)


def _is_done_by_thing(frame: Frame) -> bool:
    """Whether the one who acts is something that is built or given, and neither a sum nor a time is told."""
    head = frame.head
    passive = any(child.dep_ == "auxpass" for child in head.children)
    if passive and head.lemma_ not in word_set("giving.toml", "used_for"):
        return False
    told = any(q.kind == "money" for q in frame.quantities) or any(
        frame.start <= d.start < frame.end for d in frame.dates
    )
    subject = subject_of(head)
    if subject is not None and subject.tag_ == "WDT" and subject.head.dep_ == "relcl":
        subject = subject.head.head  # "the grant, which is used to buy"
    return not told and subject is not None and subject.lemma_.lower() in word_set("giving.toml", "things")


def _tells_who_is_in_it(frame: Frame) -> bool:
    """Whether it says of what people a team is made up, and not how many they are: "the team includes surgeons"."""
    head = frame.head
    if head.lemma_ not in word_set("giving.toml", "made_of"):
        return False
    subject, several = subject_of(head), [q for q in frame.quantities if q.start > head.idx and (q.value or 0) > 1]
    who = subject.lemma_.lower() if subject is not None else ""
    return not several and (who in word_set("giving.toml", "teams") or who in people())


def _pays_what_is_owed(frame: Frame) -> bool:
    """Whether money is paid as a fine or in damages."""
    paid = frame.head.lemma_ == "pay" and any(q.kind == "money" for q in frame.quantities)
    return paid and any(t.lemma_.lower() in word_set("giving.toml", "owed") for t in frame.core if t.dep_ == "pobj")


def _is_held(token: Token) -> bool:
    """Whether a word is an object that names people who may be held."""
    return token.dep_ in ACTED_ON and token.lemma_.lower() in word_set("giving.toml", "held")


def _is_founded_by_agreement(verb: Token) -> bool:
    above = verb.head
    if verb.dep_ != "xcomp" or above.lemma_ not in word_set("pledges.toml", "agreeing"):
        return False
    founds = verb.lemma_ in word_set("pledges.toml", "founding") or verb.lemma_ in word_set("pledges.toml", "drafting")
    return founds and any(_MADE & set(reading_of("noun", word).get("instrument", ())) for word in object_words(verb))
