"""In force: whether a text says that a treaty comes into force, or is signed and not in force yet.

"The treaty has yet to be ratified", "awaits ratification", "has not entered into force", "Chile has not ratified it".
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from dragoman.knowledge import word_set
from dragoman.reading.frames.negation import is_negated, is_yet_to

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.reading.frames.frames import Frame

_words = partial(word_set, "negation.toml")
_CLAUSES = ("relcl", "acl", "appos")
_HAS = ("have", "be", "remain")


def enters_into_force(frame: Frame) -> bool:
    """Whether the verb of an instrument tells that it comes into force, which is its stage and its date."""
    verb = frame.verb
    into = (
        [c for c in verb.children if c.lower_ == "into"]
        if verb is not None and verb.lemma_ in ("enter", "come")
        else []
    )
    return any(child.lower_ in ("force", "effect") for prep in into for child in prep.children)


def awaits_force(treaty: Token) -> bool:
    """Whether it is told of a treaty that it is not ratified or in force."""
    verbs = [treaty.head] if treaty.dep_ in ("nsubj", "nsubjpass", "dobj") else []
    verbs += [child for child in treaty.children if child.dep_ in _CLAUSES]
    passive = treaty.dep_ != "dobj"
    return any(_is_open(verb, told_of=passive or verb != treaty.head) for verb in verbs)


def _is_open(verb: Token, *, told_of: bool) -> bool:
    """Whether a verb, and those that hang on it or are joined to it, leave a treaty unratified."""
    if verb.lemma_ in _words("awaiting") and told_of:
        return any(_names_force(child) for child in verb.children if child.dep_ in ("dobj", "prep", "acomp", "attr"))
    if _brings_force(verb) and (is_negated(verb) or is_yet_to(verb)):
        return True
    hanging = [child for child in verb.children if child.dep_ in ("xcomp", "conj")]
    if any(_brings_force(child) and (is_yet_to(child) or is_negated(child)) for child in hanging):
        return True
    if verb.lemma_ == "be" and is_negated(verb):
        return any(_names_force(child) for child in verb.children if child.dep_ == "prep")
    return verb.lemma_ in _HAS and any(child.lower_ in _words("unratified") for child in verb.children)


def _brings_force(verb: Token) -> bool:
    """Whether a verb tells of ratification or of coming into force."""
    if verb.lemma_ in _words("ratifying"):
        return True
    comes = verb.lemma_ in ("enter", "come", "take", "be")
    return comes and any(_names_force(child) for child in verb.children if child.dep_ in ("prep", "dobj"))


def _names_force(word: Token) -> bool:
    """Whether a word, or one within its phrase, is "force", "ratification" or the like."""
    return any(token.lemma_.lower() in _words("force") for token in (word, *word.children))
