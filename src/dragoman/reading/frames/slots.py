"""Slots: who is the subject of a verb, and where those who are named stand with respect to a predicate."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from spacy.tokens import Span, Token

from dragoman.knowledge import word_set
from dragoman.reading.frames.negation import leaves_undone
from dragoman.reading.frames.predicates import is_infinitive

if TYPE_CHECKING:
    from dragoman.reading.people.actors import Actor

SUBJECTS = {"nsubj", "nsubjpass", "csubj", "csubjpass"}
OBJECTS = {"dobj", "attr", "oprd", "dative"}
ACTED_ON = ("dobj", "nsubjpass")  # what something is done to, told actively or passively
_UPWARDS = 11  # words from an actor to the predicate


def subject_of(verb: Token) -> Token | None:
    """The subject of ``verb``, borrowed from the verb that it is joined to or hangs on if it has none of its own.

    Whoever is asked to do something is the one to do it.
    """
    token, steps = verb, 0
    while steps < 5:
        for child in token.children:
            if child.dep_ in SUBJECTS:
                return child
        if (asked := _asked(token)) is not None:
            return asked
        if token.dep_ in ("relcl", "acl"):
            return token.head if token.tag_ != "VBN" else None
        if token.dep_ not in ("conj", "xcomp", "ccomp", "advcl", "pcomp", "aux", "prep") or token.head == token:
            return None
        token, steps = token.head, steps + 1
    return None


def acted_on(verb: Token) -> list[Token]:
    """What a verb does something to: its objects, and the subject of its passive."""
    return [child for child in verb.children if child.dep_ in ACTED_ON]


def _asked(verb: Token) -> Token | None:
    """Whom the verb above asks, calls on or forces to do what an infinitive tells."""
    above = verb.head
    if verb.dep_ not in ("xcomp", "ccomp", "advcl") or not is_infinitive(verb):
        return None
    if above.lemma_ not in word_set("pledges.toml", "asking_to"):
        return None
    on = (t for c in above.children if c.dep_ == "prep" and c.lower_ in ("on", "upon") for t in c.children)
    direct = (child for child in above.children if child.dep_ in ("dobj", "dative", "nsubjpass"))
    return next((t for t in (*direct, *on) if t.i < verb.i and t.dep_ != "prep"), None)


def is_topic(name: Token) -> bool:
    """Whether a name tells what somebody talks about: "discuss the situation in Yemen", "talks on trade in Asia"."""
    below = name
    for above in name.ancestors:
        if below.dep_ == "prep" and below.lower_ in word_set("place_names.toml", "about"):
            return True
        if below.dep_ == "dobj" and above.lemma_ in word_set("place_names.toml", "discussing"):
            return True
        if above.pos_ in ("VERB", "AUX"):
            return False
        below = above
    return False


def slot_of_actor(actor: Actor, head: Token, verb: Token | None, sent: Span, named: frozenset[int]) -> str:
    """The slot of an actor; the one of a word such as "EU-funded" or "Peruvian-built" stands aside."""
    behind = sent.text[actor.end - sent.start_char :]
    return "near" if _JOINED.match(behind) else slot_of(actor.head, head, verb, sent, named)


_JOINED = re.compile(r"[-‐‑][a-z]+(?:ed|ilt|run)\b")


def slot_of(actor_head: int, head: Token, verb: Token | None, sent: Span, named: frozenset[int] = frozenset()) -> str:
    """Where an actor stands with respect to a predicate; ``named`` are the words that name somebody.

    "subject", "object", "agent", a preposition ("with", "to", "in"), "of" for a possessor, "modifier" for a demonym
    before a noun, and "near" for all that is elsewhere in the sentence. A word that stands at the verb that governs a
    noun has the verb's slot, and who is told of in a relative clause that of its pronoun: "Oman, which lent Mali".
    """
    if not sent.start <= actor_head < sent.end:
        return "near"
    lowest = below = token = head.doc[actor_head]
    if token == head:
        return "self"
    for above in islice(token.ancestors, _UPWARDS):
        if above in (head, verb):
            return _label(lowest if below.dep_ == "xcomp" and leaves_undone(above) else below)
        if below.dep_ == "relcl" and above.i in named:
            return "subject" if above.is_ancestor(head) and _is_in_subject(token, verb) else "near"
        lowest, below = below, above
    if _is_in_subject(token, verb):
        return "subject"
    if verb is not None and token.i in named and (pronoun := _pronoun_of(token, verb)) is not None:
        return slot_of(pronoun.i, head, verb, sent)
    return "near"


def _is_in_subject(token: Token, verb: Token | None) -> bool:
    """Whether a word is the subject of a verb or a part of it; the subject may be borrowed: "I left after visiting"."""
    subject = subject_of(verb) if verb is not None else None
    return subject is not None and (subject == token or subject.is_ancestor(token))


def _pronoun_of(named: Token, verb: Token) -> Token | None:
    """The pronoun that stands for what is named in the relative clause of a verb: "Oman, which lent", "whose bank"."""
    clauses = [verb]
    while clauses[-1].dep_ in ("conj", "xcomp", "ccomp", "advcl"):
        clauses.append(clauses[-1].head)
    if clauses[-1].dep_ != "relcl" or clauses[-1].head != named:
        return None
    ahead = (word for clause in clauses for word in clause.subtree if word.i < clause.i)
    return next((word for word in ahead if word.tag_ in ("WDT", "WP", "WP$")), None)


def _label(top: Token) -> str:
    """The slot named by the dependency of ``top``, the child of the predicate on the way down to the actor."""
    if top.dep_ == "nsubjpass":
        return "object"
    if top.dep_ in SUBJECTS:
        return "subject"
    if top.dep_ == "agent":
        return "agent"
    if top.dep_ in OBJECTS:
        return "object"
    if top.dep_ in ("poss",):
        return "of"
    if top.dep_ in ("amod", "compound", "nmod"):
        return "modifier"
    if top.dep_ == "prep":
        return top.lower_
    return "near"
