"""Words that checks compare and look for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

from dragoman.knowledge import read_toml, read_tsv

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def known(*path: str) -> Any:
    """What ``checks.toml`` holds under these names."""
    found: Any = read_toml("checks.toml")
    for name in path:
        found = found[name]
    return found


def words(phrase: str) -> list[str]:
    """The words of a phrase in lower case."""
    return _WORD.findall(phrase.casefold().replace("’s", "").replace("'s", ""))


@lru_cache(maxsize=1 << 16)
def topic(phrase: str) -> frozenset[str]:
    """The words that tell a figure from others of its measure: no names of states, no empty words, no years."""
    kept = (singular(word) for word in words(phrase) if not word[0].isdigit())
    return frozenset(word for word in kept if word not in _empty() and word not in _state_words())


def singular(word: str) -> str:
    """The word without the ending of its plural, near enough for comparing."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def cue(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds any of these words in a text."""
    return _cue(tuple(words))


@cache
def _cue(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(map(re.escape, words), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)", re.IGNORECASE)


@cache
def _empty() -> frozenset[str]:
    return frozenset(known("empty"))


@cache
def _state_words() -> frozenset[str]:
    """All single words of the names, adjectives and people of states."""
    cells = (row[column] for row in read_tsv("states.tsv") for column in ("names", "adjectives", "people"))
    return frozenset(singular(word) for cell in cells for word in words(cell.replace("|", " ")))


def is_state_word(word: str) -> bool:
    """Whether the word stands in the name of a state, or for what or who belongs to it."""
    return singular(word) in _state_words()
