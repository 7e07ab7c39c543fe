"""Old plans: the times that had been set for what is told now, "first announced for 2011", "due in spring".

They say when a thing was to come about, not when it did.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from dragoman.knowledge import read_toml
from dragoman.reading.dates.finding import DateMention

_REACH = 60  # characters before a time in which the words stand that tell of a plan


def times_once_set(text: str, dates: Iterable[DateMention]) -> list[DateMention]:
    """Those of the ``dates`` of ``text`` for which, it says, something had been planned, promised or due."""
    return [date for date in dates if _once_set().search(text, max(0, date.start - _REACH), date.start)]


@cache
def _once_set() -> re.Pattern[str]:
    known = read_toml("date_cues.toml")
    for_it, by_then, to_do, at = ("|".join(known[f"once_set_{name}"]) for name in ("for", "by", "to", "at"))
    does = r"to\s+(?!the\b)(?:[\w-]+\s+){1,7}?"
    return re.compile(
        rf"\b(?:(?:{for_it})\s+for|(?:{by_then})\s+(?:{does})?(?:{at})|(?:{to_do})\s+{does}(?:(?:{at})\s+)?)\s*"
        r"(?:the\s+|about\s+|around\s+)?\Z",
        re.IGNORECASE,
    )
