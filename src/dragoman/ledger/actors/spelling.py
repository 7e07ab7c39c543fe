"""Words of names: what spellings of one word have in common, and how alike two words are."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from anyascii import anyascii
from rapidfuzz.distance import DamerauLevenshtein

from dragoman.knowledge import read_toml, read_tsv

SAME, VARIANT, INITIAL = 1.0, 0.95, 0.9
"""How alike two words are that are one, that are spelled differently, and of which one is an initial."""

# A letter may be wrong in a word of six, two in a word of ten (OCR, hasty transliteration); shorter names differ by it.
_ONE_LETTER, _TWO_LETTERS = 6, 10


def fold(word: str) -> str:
    """A word in plain lower-case letters, whatever its script and accents."""
    return re.sub(r"[^a-z]", "", anyascii(word).lower())


@lru_cache(maxsize=1 << 16)
def skeleton(word: str) -> str:
    """What spellings of one word have in common: "zelenski" for Zelensky, Zelenskyy and Zelenskiy."""
    if len(word) > 4:
        for pattern, replacement in _spellings():
            word = pattern.sub(replacement, word)
    return word


@lru_cache(maxsize=1 << 18)
def alike(one: str, other: str) -> float:
    """How alike two words of a name are: 1 for one sound, 0 for two names."""
    if one == other:
        return SAME
    if one.startswith("bin ") != other.startswith("bin "):
        return 0.0
    if _variants().get(one, frozenset((one,))) & _variants().get(other, frozenset((other,))):
        return VARIANT
    first, second = skeleton(one), skeleton(other)
    if first == second:
        return VARIANT + 0.03
    allowed = (min(len(first), len(second)) >= _ONE_LETTER) + (min(len(first), len(second)) >= _TWO_LETTERS)
    if allowed and first[0] == second[0] and DamerauLevenshtein.distance(first, second) <= allowed:
        return INITIAL
    return 0.0


def initial(one: str, other: str) -> float:
    """How well a single letter stands for a name, in another spelling too: V. for Uladzimir, who is Vladimir."""
    if 1 not in (len(one), len(other)):
        return 0.0
    letters = {name[0] for name in (*names_like(one), one)} & {name[0] for name in (*names_like(other), other)}
    return INITIAL if one[0] == other[0] or letters else 0.0


def names_like(word: str) -> frozenset[str]:
    """The given names that are the same as this one in other languages or in short."""
    groups = _variants().get(word, frozenset())
    return frozenset(name for number in groups if isinstance(number, int) for name in _groups()[number])


@cache
def _groups() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(fold(name) for name in row["names"].split("|")) for row in read_tsv("given_names.tsv"))


@cache
def _variants() -> dict[str, frozenset[str | int]]:
    """For each given name the groups of variants that it is in."""
    found: dict[str, set[str | int]] = {}
    for number, names in enumerate(_groups()):
        for name in names:
            found.setdefault(name, {name}).add(number)
    return {name: frozenset(groups) for name, groups in found.items()}


@cache
def _spellings() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), replacement) for pattern, replacement in read_toml("names.toml")["spellings"])
