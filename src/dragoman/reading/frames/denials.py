"""Denials: what is said to be untrue ("reports that it would lend are wrong", "denied signing") is told by nobody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from spacy.tokens import Token

from dragoman.knowledge import word_set
from dragoman.reading.frames.negation import is_negated
from dragoman.reading.frames.slots import SUBJECTS
from dragoman.reading.page import Page

_CLAUSES = ("ccomp", "xcomp")
# How that hangs on a saying which it says: "the report that it would", "rumours of".
_CONTENT = ("acl", "relcl", "ccomp", "prep")
_NOMINAL = (*SUBJECTS, "dobj", "pobj", "attr", "oprd", "conj", "appos", "ROOT")


def denied(page: Page) -> frozenset[int]:
    """The numbers of the tokens that stand in what the page says to be untrue; not what it denies to be untrue."""
    return frozenset(word.i for token in page.doc for head in _untrue(token) for word in head.subtree)


def _untrue(word: Token) -> Iterator[Token]:
    """The heads of what the word says to be untrue: sayings of others, or clauses."""
    lemma = word.lemma_.lower()
    if lemma in _words("denying") and word.pos_ == "VERB" and not _is_denied(word):
        is_passive = any(child.dep_ == "auxpass" for child in word.children)
        yield from _first_saying(_before(word) if is_passive else _behind(word))
        if lemma in _words("denying_that"):
            yield from _clauses(word)
    elif lemma in _words("contrary"):
        yield from _first_saying(_behind(word))
    elif lemma in _words("true" if _is_denied(word) else "untrue") and not _is_of_something_else(word):
        if any(child.lower_ == "it" and child.dep_ in SUBJECTS for child in word.head.children):
            yield from chain(_clauses(word.head), _clauses(word))
        else:
            yield from _first_saying(chain(_before(word), _behind(word)))


def _before(word: Token) -> Iterable[Token]:
    """The words of the sentence before the word, nearest first."""
    return reversed(list(word.doc[word.sent.start : word.i]))


def _behind(word: Token) -> Iterable[Token]:
    return word.doc[word.i + 1 : word.sent.end]


def _first_saying(words: Iterable[Token]) -> list[Token]:
    """The first of the words that tells what others said, with what they said."""
    said = (word for word in words if word.lemma_.lower() in _words("sayings") and word.dep_ in _NOMINAL)
    return [word for word in said if any(child.dep_ in _CONTENT for child in word.children)][:1]


def _is_of_something_else(word: Token) -> bool:
    """Whether the word stands beside a noun that is no saying, "false documents"."""
    return word.dep_ == "amod" and word.head.pos_ == "NOUN" and word.head.lemma_.lower() not in _words("sayings")


def _clauses(word: Token) -> Iterator[Token]:
    return (child for child in word.children if child.dep_ in _CLAUSES)


def _is_denied(word: Token) -> bool:
    """Whether the word, or what it is said with ("is not true", "is without foundation"), is denied."""
    said_with = word.dep_ in ("acomp", "attr", "ccomp") and is_negated(word.head)
    return said_with or is_negated(word) or (word.dep_ == "pobj" and word.head.lower_ == "without")


def _words(name: str) -> frozenset[str]:
    return word_set("denials.toml", name)
