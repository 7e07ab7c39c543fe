"""Called: whether two names as a text writes them may be of one person, whose post they both tell."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from dragoman.reading.states.gazetteer import fold

_LIKE = 86  # likeness, of 100, of a name and of one with a slip in it: "Yudhoyono", "Yudhoyno"
_LONG = 6  # letters of a name in which a slip still leaves no other name


def may_be_one(one: str, other: str, *, slips: bool) -> bool:
    """Whether two names may be one person's: by the surname, or by the part of a longer one that the shorter repeats.

    ``slips``: both are told to hold the same post of the same state, so that one may be misspelt.
    """
    full, short = sorted((_parts(one), _parts(other)), key=len, reverse=True)
    if not full or not short:
        return False
    if full[-1] == short[-1]:
        return True
    if len(short) > 1:
        return slips and len(full) == len(short) and all(map(_alike, full, short))
    parts = [part for word in full[1:] for part in (word, *re.split(r"[-‐‑]", word))]
    return short[0] in parts or (slips and any(_alike(short[0], part) for part in full))


def _parts(name: str) -> list[str]:
    return fold(name).lower().split()


def _alike(one: str, other: str) -> bool:
    """Whether two words are one, or may be if one has a slip in it."""
    return one == other or (min(len(one), len(other)) >= _LONG and fuzz.ratio(one, other) >= _LIKE)
