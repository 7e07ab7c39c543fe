"""What is counted in words: the numbers of sessions ("ninth meeting", "Round IX"), and the formats of meetings."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from dragoman.knowledge import read_toml
from dragoman.ledger.identity.words import WORD, figures, is_counted, ordinal_words, plain_form, series, split, stem

_ROMAN = re.compile(r"(?:X{1,3}(?:IX|IV|V?I{0,3})|IX|IV|V?I{2,3}|VI?)$")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_NTH_TIME = re.compile(r"\b(?:meet|meets|met|meeting|convened?|assembled?|sat) (?:[\w' ]+ )?for the ([\w-]+) time\b")
"""What meets "for the fifth time" is its fifth session."""
_ALONE = re.compile(
    r"(?:the\s+)?([\w-]+)\s+(?:will|is|was|are|were|has|had|shall|should|would|to|took|takes|in|on|at|being)\b",
    re.IGNORECASE,
)
"""What begins with a word that may be an ordinal without a noun."""
_REACH = 4
"""An ordinal counts what stands at most so many words after it: "ninth Australia–Japan ministerial meeting"."""


@lru_cache(maxsize=1 << 16)
def ordinals(phrase: str) -> frozenset[tuple[str, int]]:
    """What is counted in a phrase and its number: ("session", 9) for "ninth meeting", "Round IX" and "session 9"."""
    words = WORD.findall(figures(phrase.replace("’", "'")))
    plain = [plain_form(word) for word in words]
    if not any(map(is_counted, plain)) and "time" not in plain:
        return frozenset()
    found = set()
    for place, word in enumerate(plain):
        if (number := _ordinal(word)) is not None:
            for following in plain[place + 1 : place + 1 + _REACH]:
                if is_counted(following):
                    found.add((series()[stem(following)], number))
                    break
        elif is_counted(word):
            before, after = words[place - 1] if place else "", words[place + 1] if place + 1 < len(words) else ""
            for beside in (after, before):
                value = int(beside) if beside.isdecimal() and len(beside) < 4 and beside is after else _roman(beside)
                if value:
                    found.add((series()[stem(word)], value))
                    break
    for word in _NTH_TIME.findall(figures(phrase).lower()):
        if (number := _ordinal(word)) and number > 1:
            found.add(("session", number))
    return frozenset(found)


def bare_ordinal(phrase: str) -> frozenset[tuple[str, int]]:
    """The ordinal that a phrase begins with and that stands for a session by itself: "the seventh will be held"."""
    match = _ALONE.match(phrase)
    number = _ordinal(plain_form(match[1])) if match else None
    return frozenset({("session", number)}) if number else frozenset()


@lru_cache(maxsize=1 << 16)
def formats(phrase: str) -> frozenset[str]:
    """The formats of recurring meetings that a phrase names: "dialogue" for dialogues, talks and consultations."""
    return frozenset(found for word in split(phrase) if (found := _formats().get(stem(word))))


def _ordinal(word: str) -> int | None:
    if word[:1].isdigit() and word[-2:] in ("st", "nd", "rd", "th") and word[:-2].isdecimal():
        return int(word[:-2])
    return ordinal_words().get(word)


def _roman(word: str) -> int | None:
    if not word or not _ROMAN.match(word):
        return None
    values = [_ROMAN_VALUES[letter] for letter in word]
    return sum(-one if one < following else one for one, following in zip(values, [*values[1:], 0], strict=True))


@cache
def _formats() -> dict[str, str]:
    return {stem(word): name for name, words in read_toml("identity.toml")["formats"].items() for word in words}
