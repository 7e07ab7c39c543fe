"""No work: clauses and nouns that could tell of work and tell only what is good, owned, wished for or gone on with.

"It is vital to train them", "we have a shared interest in it", "our ability to help", "will continue to work together".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.knowledge import word_set
from dragoman.reading.frames.predicates import is_infinitive
from dragoman.reading.frames.slots import acted_on, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.reading.frames.frames import Frame

_HANGING = ("xcomp", "ccomp", "advcl")
_GIVING = frozenset(("grant", "in_kind", "loan"))


def is_no_work(frame: Frame) -> bool:
    """Whether what could be an activity is none, as long as no money is told.

    One person does no state's work; who has something, makes or ensures it is told by what that is; a team that works
    somewhere was sent there; what a state is committed to is told by the verb behind that; and broad work of which
    something is told ("a range of projects", "the value of our cooperation") is not told for itself.
    """
    if frame.kind != "activity":
        return False
    head = frame.head
    if any(q.kind == "money" for q in frame.quantities):
        return _is_stock(head)
    if head.pos_ != "VERB":
        return _is_broad(head) and not frame.quantities
    if head.lemma_ in word_set("pledges.toml", "idle") or _is_only_possible(head) or _is_worked_on(head):
        return True
    subject = subject_of(head)
    team = subject is not None and subject.lemma_.lower() in word_set("giving.toml", "teams")
    if team and head.lemma_ in ("serve", "work"):
        return True
    if subject is not None and subject.lower_ in word_set("pledges.toml", "one_person"):
        return True
    return _is_valued(head, subject) or _only_goes_on(frame)


def _is_broad(noun: Token) -> bool:
    """Whether a noun for work in general is only what something else is told of, or is a bare commitment.

    Whose work with whom it is tells it for itself: "the development of cooperation with Peru".
    """
    lemma = noun.lemma_.lower()
    with_whom = any(child.dep_ == "prep" and child.lower_ == "with" for child in noun.children)
    behind_of = noun.dep_ == "pobj" and noun.head.lower_ == "of" and not with_whom
    general = word_set("pledges.toml", "joint_work") | word_set("pledges.toml", "broad")
    return lemma == "commitment" or (behind_of and lemma in general)


def _is_stock(head: Token) -> bool:
    """Whether a sum is that of all trade or investment of two states: "investment in Peru stands at 5 million"."""
    stocks = word_set("pledges.toml", "exchanged") | {"investment"}
    if head.pos_ == "VERB":
        return head.lemma_ == "value" and head.dep_ == "acl" and head.head.lemma_.lower() in stocks
    where = any(child.dep_ == "prep" and child.lower_ in ("between", "from", "in") for child in head.rights)
    stated = head.head.lemma_ in word_set("pledges.toml", "standing_at")
    return head.lemma_.lower() in stocks and head.dep_ in ("nsubj", "nsubjpass") and where and stated


def _is_valued(verb: Token, subject: Token | None) -> bool:
    """Whether a clause is only said to be good or needed: "it is vital to train them"."""
    return subject is not None and subject.lower_ == "it" and verb.dep_ in _HANGING and is_infinitive(verb)


def _is_worked_on(verb: Token) -> bool:
    """Whether it is done to relations as such: "will strengthen our relationship", but not "our relations in trade"."""
    relations = (t for t in acted_on(verb) if t.lemma_.lower() in word_set("pledges.toml", "not_worked_on"))
    return any(not any(c.dep_ == "prep" and c.lower_ == "in" for c in thing.children) for thing in relations)


def _is_only_possible(verb: Token) -> bool:
    """Whether somebody is only told to be able, willing or free to do it: "their ability to respond"."""
    above = verb.head
    return verb.dep_ in ("acl", "relcl") and is_infinitive(verb) and above.lemma_ in word_set("pledges.toml", "able")


def _only_goes_on(frame: Frame) -> bool:
    """Whether joint work is told to go on, and nothing of it is new: "will continue to work together".

    To continue to give is to give.
    """
    verb = frame.head
    if verb.lemma_ == "continue":
        return any(child.dep_ == "xcomp" and child.pos_ == "VERB" for child in verb.children)
    return verb.dep_ == "xcomp" and verb.head.lemma_ == "continue" and _GIVING.isdisjoint(frame.types)
