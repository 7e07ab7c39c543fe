"""Reasons: why an entry was read so, told to a person.

``why`` of an entry keeps the names of the features that decided, so that nothing is lost; ``knowledge/reasons.tsv``
says them in words.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from dragoman.knowledge import read_tsv

_LEFT_OUT = "-"


def in_words(reason: str) -> str:
    """A line of ``why`` in words: "event: verb=meet, depth=2" is "event: the verb “meet”"."""
    answer, colon, features = reason.partition(": ")
    if not colon or " " in answer:
        return reason  # in words already
    told = [words for words in map(_told, features.split(", ")) if words != _LEFT_OUT]
    return f"{answer}: {', '.join(told)}" if told else answer


@lru_cache(maxsize=4096)  # the same features are told again and again
def _told(feature: str) -> str:
    for pattern, words in _patterns():
        if found := pattern.fullmatch(feature):
            return words.format(*found.groups())
    return feature


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = read_tsv("reasons.tsv")
    return tuple((re.compile(re.escape(row["feature"]).replace(r"\*", "(.+?)")), row["words"]) for row in rows)
