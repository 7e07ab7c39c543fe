"""What the words of a sentence say of a promise that it speaks of.

The reading makes an entry of what a text tells for its own sake. What is told of an old promise in passing ("the gift
promised for July was delivered in September") often stays in the words; ``knowledge/outcomes.toml`` knows these.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise
from typing import Literal, get_args

from dragoman.knowledge import read_toml

Outcome = Literal["cancelled", "superseded", "waiting", "underway", "planned", "agreed", "done"]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
"""In the order in which they are looked for: "will not be opened" is no plan, "is to be opened" is not done."""

_AFTER_BE = r"(?:is|are|was|were|been|being|be|has|have|had|stands|became)\s+(?:(?:\w+ly|also|now|since|all)\s+){0,2}"
_BREAK = re.compile(
    r"[;:]\s|\s[–—-]\s|,\s(?=and (?:the|a)\b|(?:but|while|whereas|though|although|which|who|where|so that)\b)"
)
_WORD = re.compile(r"\w+")
_CLAUSE = 25
"""Characters: a shorter piece of a sentence says nothing by itself."""


@lru_cache(maxsize=1 << 16)
def outcome_of(words: str) -> Outcome | None:
    """What the words say; None if they say nothing of how far a thing has come.

    A debt that was cancelled is no promise given up, but one kept.
    """
    if says("owed", words) and says("forgiven", words):
        return outcome_of(_pattern("forgiven").sub("", words.lower())) or "done"
    return next((outcome for outcome in OUTCOMES if says(outcome, words)), None)


def says(group: str, words: str) -> bool:
    """Whether words of a group of ``outcomes.toml`` stand in a sentence."""
    plain, told = _read(words)
    return not _heads(group).isdisjoint(told) and _pattern(group).search(plain) is not None


def begins(group: str, words: str) -> bool:
    """Whether a sentence begins with words of a group."""
    return _pattern(group).match(_read(words)[0]) is not None


@lru_cache(maxsize=1 << 14)
def _read(words: str) -> tuple[str, frozenset[str]]:
    """A sentence in lower case, and the words in it."""
    plain = words.lower().replace("’", "'")
    return plain, frozenset(_WORD.findall(plain))


def clauses(sentence: str) -> list[str]:
    """The parts of a sentence that may say different things, in their order."""
    cuts = [0, *(match.end() for match in _BREAK.finditer(sentence)), len(sentence)]
    parts: list[str] = []
    for start, end in pairwise(cuts):
        piece = sentence[start:end]
        if parts and (len(piece) < _CLAUSE or len(parts[-1]) < _CLAUSE):
            parts[-1] += piece
        else:
            parts.append(piece)
    return parts


@cache
def _pattern(group: str) -> re.Pattern[str]:
    known = read_toml("outcomes.toml")[group]
    forms = [_any(known["words"])] if known["words"] else []
    if known["past"]:
        forms.append(_AFTER_BE + _any(known["past"]))
    return re.compile(rf"\b(?:{'|'.join(forms)})(?!\w)")


@cache
def _heads(group: str) -> frozenset[str]:
    """The words that the phrases of a group begin with: in most sentences none of them stands."""
    known = read_toml("outcomes.toml")[group]
    return frozenset(_WORD.findall(phrase)[0] for phrase in (*known["words"], *known["past"]))


def _any(phrases: list[str]) -> str:
    longest_first = sorted(phrases, key=len, reverse=True)
    return f"(?:{'|'.join(re.escape(phrase) for phrase in longest_first)})"
