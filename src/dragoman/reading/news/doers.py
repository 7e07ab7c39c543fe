"""Doers: the heads of the phrases that name who acts, by the parse alone, whoever is named in them."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.reading.frames.predicate_rules import lists
from dragoman.reading.frames.predicates import SUBJECTS, Predicate

NOMINAL = ("NOUN", "PROPN", "PRON")
_DYING = ("die", "perish")


def clause_of(head: Token) -> Token:
    """The verb that an event noun stands with: "riots broke out in Kano"."""
    return head.head if head.pos_ == "NOUN" and head.dep_ in (*SUBJECTS, "dobj") else head


def deadly(head: Token) -> Token:
    """In what somebody dies, who does not do it: "a Chadian general died in an air raid"."""
    nouns = [noun for prep in ("in", "from") for noun in Predicate(head).preps.get(prep, ()) if noun.pos_ == "NOUN"]
    return nouns[0] if nouns and head.lemma_ in _DYING else head


def dead(head: Token) -> list[Token]:
    """Who dies in it."""
    verb = head.head.head if head.dep_ == "pobj" else head
    return Predicate(verb).subjects if verb.lemma_ in _DYING else []


def doers_of(predicate: Predicate) -> list[Token]:
    """Heads of the phrases that name who acts."""
    token = predicate.token
    if token.pos_ == "NOUN" and token.dep_ not in ("ROOT", "attr"):
        near = [c for c in token.children if c.dep_ in ("poss", "amod", "compound", "nmod")]
        return [*predicate.preps.get("by", []), *near] or predicate.subjects
    if is_passive(predicate):
        by = predicate.preps.get("by", []) or (predicate.preps.get("from", []) if _suffered(predicate) else [])
        return by or (Predicate(token.head).subjects if _caused(token) else [])
    return predicate.subjects


def is_passive(predicate: Predicate) -> bool:
    """Whether the subject is acted on; "is committed to", "was prepared" only describe it."""
    described = predicate.token.lemma_ in lists()["@stative"] and "by" not in predicate.preps
    return (predicate.passive or _caused(predicate.token) or _suffered(predicate)) and not described


def is_together(predicate: Predicate) -> bool:
    """Whether those who meet do so as equals, or one visits the other; "hosted the minister" has a target."""
    if any(t.lemma_ in ("mediate", "mediation") for t in predicate.token.subtree):
        return False
    return "with" in predicate.preps or predicate.token.lemma_ not in lists()["@hosting"]


def words_of(doers: list[Token], head: Token, acted_on: bool) -> set[int]:
    """The tokens below ``head`` that tell who acts: no target stands among them; the subject of what is ``acted_on``
    may name one."""
    own = [c for c in head.children if c.dep_ in SUBJECTS and c.pos_ in NOMINAL]
    found = set() if acted_on else {t.i for subject in own if subject in doers for t in subject.subtree}
    below = {t.i for t in head.subtree} - {head.i}
    for doer in doers:
        if doer.i in below and doer.i not in found:  # else it stands below one that was looked at
            found |= {t.i for t in doer.subtree}
    return found


def _suffered(predicate: Predicate) -> bool:
    """ "came under fire from"."""
    return predicate.token.lemma_ in ("come", "be") and "under" in predicate.preps


def _caused(token: Token) -> bool:
    """ "had the officers arrested"."""
    return token.dep_ == "ccomp" and token.tag_ in ("VBN", "VBD") and token.head.lemma_ in ("have", "get")
