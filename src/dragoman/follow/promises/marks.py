"""By what a sentence is known again: the beginnings of its words, what it counts, its numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.ledger.identity.counting import ordinals
from dragoman.ledger.identity.words import ordinal_words

_TIMES = re.compile(r"\bfor the (\w+) time\b")
_SHORT = re.compile(r"\bthe (\w+)(?= (?:will|is|shall|should|would|falls|takes|was|to)\b)")
_REFERS = re.compile(r"(?:It|This|That|They|These|A further|The first|The last|The next|The rest)\b")
_LEANS = re.compile(
    r"(?:It|This|That|They|These)\b|(?:A further|The (?:first|last|next|rest))(?: one| of \w+)?"
    r" (?:will|is|are|was|were|shall|should|would|has|have|had|may|can|could)\b"
)
_NUMBER = re.compile(r"(\d[\d.,]*\d|\d)( (?:thousand|million|billion|trillion))?")


def begin(word: str) -> str:
    """The beginning of a word, which "diplomat" and "diplomatic", "ratify" and "ratification" share."""
    return word[:6]


def refers(words: str) -> bool:
    """Whether a sentence speaks of what the sentence before it names."""
    return bool(_REFERS.match(words.strip()))


def leans(words: str) -> bool:
    """Whether a sentence leaves it to the sentence before it to say what it is about: "The first is to sail in May"."""
    return bool(_LEANS.match(words.strip()))


def numbered(words: str, before: str) -> frozenset[tuple[str, int]]:
    """The ordinals of a sentence; "the ninth will be held in Rome" counts what the sentence before it counts."""
    told = ordinals(words)
    if again := _TIMES.search(words.lower()):
        return told | {("session", ordinal_words()[again[1]])} if again[1] in ordinal_words() else told
    series = {name for name, _ in ordinals(before) or told}
    if len(series) != 1:
        return told
    short = _SHORT.findall(words.lower())
    elliptic = {(min(series), ordinal_words()[word]) for word in short if word in ordinal_words()}
    if not told and not elliptic and refers(words):
        return ordinals(before)
    return frozenset(elliptic) or told


def numbers_of(words: str) -> Iterator[str]:
    """The numbers of a sentence that may tell one thing from another: years and single digits do not."""
    for digits, multiple in _NUMBER.findall(words):
        bare = digits.replace(",", "")
        if multiple or (len(bare) > 1 and not re.fullmatch(r"(?:19|20)\d\d", bare)):
            yield bare + multiple
