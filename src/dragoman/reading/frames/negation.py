"""Negation: what a text says that nobody does or did ("has not been opened", "will never build", "signed no treaty").

Two things follow from it. What nobody did in the past is told by no frame at all (``not_done``). A verb that denies, in
whatever tense (``is_not_done``), tells of no activity, or of one that is called off: "will not build".
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from spacy.tokens import Token

from dragoman.knowledge import word_set
from dragoman.reading.page import Page

_words = partial(word_set, "negation.toml")

_DENYING = ("neg", "det", "advmod", "preconj")
_NAMING = ("NOUN", "PROPN", "PRON")
_DONE_BY_OR_TO = ("nsubj", "nsubjpass", "dobj", "agent")


def is_negated(word: Token) -> bool:
    """Whether a word is denied, be it after all true: "did not sign", "not only signed", "no truth", "not true"."""
    return any(True for _ in _denials(word))


def is_not_done(verb: Token) -> bool:
    """Whether a verb tells what somebody does not, did not or will no longer do, has not done yet or fails to do.

    What is "not only" done, or "not until" some day, is done.
    """
    if _left_undone_by(verb) is not None:
        return True
    denied = [child for child in _denials(verb) if child.dep_ != "preconj"]
    if denied and not _beside(verb, denied) & _words("after_all"):
        return True
    return any(child.lower_ == "longer" and is_negated(child) for child in verb.children)


def leaves_undone(verb: Token) -> bool:
    """Whether all that a verb tells is that another is not done: "declined to lend", "failed to pay"."""
    return any(child.dep_ == "xcomp" and _left_undone_by(child) == verb for child in verb.children)


def not_done(page: Page) -> frozenset[int]:
    """The numbers of the tokens of what the page says that nobody did: verbs, and what they would have been done to.

    What was not ended goes on, and what was not done yet may be.
    """
    verbs = [token for token in page.doc if token.pos_ == "VERB" and _did_not_happen(token)]
    made = [verb for verb in verbs if verb.lemma_ not in _words("ratifying")]  # a treaty is there before
    things = {child.i for verb in made for child in verb.children if _is_thought_of(child)}
    none = {token.i for token in page.doc if _is_none(token) or _is_awaited(token)}
    return frozenset({verb.i for verb in verbs} | things | none)


def is_yet_to(verb: Token) -> bool:
    """Whether somebody "has yet to" do what a verb tells."""
    above = verb.head
    if verb.dep_ != "xcomp" or above.lemma_ not in ("have", "be", "remain"):
        return False
    return any(word.lower_ == "yet" for word in (*above.children, *verb.children))


def _is_awaited(noun: Token) -> bool:
    """Whether a noun names a ratification that is still to come: "awaits ratification", "pending ratification"."""
    if noun.lemma_.lower() not in _words("ratification"):
        return False
    above = noun.head.head if noun.head.pos_ == "ADP" else noun.head
    return any(word.lemma_.lower() in _words("awaiting") for word in (noun.head, above))


def _did_not_happen(verb: Token) -> bool:
    """Whether it "has not been opened"; of what is denied in the present or for the future nothing is said."""
    if (undone := _left_undone_by(verb)) is not None:
        return undone.tag_ in ("VBD", "VBN")
    if verb.lemma_ in _words("ratifying") and is_yet_to(verb):
        return True
    words = {child.lower_ for child in verb.children}
    if verb.lemma_.lower() in _words("ending") or (verb.tag_ != "VBD" and words.isdisjoint(_words("happened"))):
        return False
    if any(child.dep_ in _DONE_BY_OR_TO and _is_none(child) for child in verb.children):
        return True
    denied = list(_denials(verb))
    return is_not_done(verb) and not _beside(verb, denied) & _words("so_far")


def _left_undone_by(verb: Token) -> Token | None:
    """The verb that says that another is left undone: "declined to lend", "refrained from lending"; not if denied."""
    while verb.dep_ == "conj" and verb.tag_ in ("VB", "VBG"):
        verb = verb.head
    above, undone = verb.head, _words("undone")
    if verb.dep_ == "pcomp" and above.lower_ in ("from", "against", "of"):
        above, undone = above.head if above.head.pos_ == "VERB" else above.head.head, _words("undone_by")
    elif verb.dep_ != "xcomp" or verb.tag_ != "VB":
        return None
    return above if above.lemma_.lower() in undone and not is_negated(above) else None


def _is_none(thing: Token) -> bool:
    """Whether a word names none of what it names: "no treaty", "neither side", "nobody"; not "not only Peru"."""
    if thing.lower_ in _words("nobody"):
        return thing.dep_ in _DONE_BY_OR_TO
    denied = [child for child in _denials(thing) if child.dep_ in ("det", "preconj")]
    return thing.pos_ in _NAMING and bool(denied) and not _beside(thing, denied) & _words("after_all")


def _is_thought_of(thing: Token) -> bool:
    """Whether a word names what there would be if something had been done: "did not open an embassy"."""
    if thing.dep_ == "nsubjpass":
        return True
    return thing.dep_ == "dobj" and any(child.lower_ in _words("some") for child in thing.children)


def _denials(word: Token) -> Iterator[Token]:
    """The children of a word that deny it."""
    for child in word.children:
        if child.dep_ == "neg" or (child.dep_ in _DENYING and child.lower_ in _words("not")):
            yield child


def _beside(verb: Token, denials: list[Token]) -> set[str]:
    """The words that hang on a verb, and those right behind what denies it."""
    behind = {child.nbor().lower_ for child in denials if child.i + 1 < len(child.doc)}
    return behind | {child.lower_ for child in verb.children}
