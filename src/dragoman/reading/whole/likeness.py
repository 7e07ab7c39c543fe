"""Likeness: how much two titles have in common, word by word."""

from __future__ import annotations

import re
from functools import lru_cache

_STOP = {"the", "a", "an", "of", "and", "for", "in", "on", "to", "with", "between", "at", "by", "from", "its", "their"}


def likeness(a: str, b: str) -> float:
    """Share of the words of both titles that they have in common, 0 to 1."""
    one, two = words_of(a), words_of(b)
    return 2 * len(one & two) / (len(one) + len(two)) if one and two else 0.0


@lru_cache(maxsize=4096)  # a title is compared with many others
def words_of(text: str) -> set[str]:
    """The words of a title in small letters and without the "s" at their end, but for those that only join others."""
    return {w.rstrip("s") for w in re.findall(r"[^\W_]+", text.lower())} - _STOP
