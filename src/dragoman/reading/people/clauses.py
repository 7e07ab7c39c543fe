"""Clauses: the one that says of somebody that he holds a post, and who that is.

"She served as Ambassador to Peru from 2009 to 2012 and was Consul in Osaka": both verbs give her a post.
"""

from __future__ import annotations

from spacy.tokens import Token

_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_CARRIED_ON = frozenset(("conj", "xcomp", "advcl"))
_WITHIN = frozenset(("conj", "compound"))


def given_by(noun: Token) -> Token | None:
    """The verb that says of somebody that he holds the post ``noun``: "was Consul", "has served as Consul"."""
    while noun.dep_ in _WITHIN:
        noun = noun.head
    holds = noun.dep_ in ("attr", "oprd") or (noun.dep_ == "pobj" and noun.head.lower_ == "as")
    return clause_of(noun) if holds else None


def clause_of(token: Token) -> Token | None:
    """The verb of the innermost clause that a token stands in."""
    return next((t for t in token.ancestors if t.pos_ in ("VERB", "AUX")), None)


def subject_of(verb: Token) -> Token | None:
    """Who does what ``verb`` tells, also where it is said only of a verb before it, or of the noun before "who"."""
    while True:
        subject = next((child for child in verb.children if child.dep_ in _SUBJECTS), None)
        if verb.dep_ == "relcl" and (subject is None or subject.lower_ in ("who", "that")):
            return verb.head
        if subject is not None or verb.dep_ not in _CARRIED_ON or verb.head.pos_ not in ("VERB", "AUX"):
            return subject
        verb = verb.head
