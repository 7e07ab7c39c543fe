"""Once more: "another 5 million", "a second gift" tell of a thing that is none of those told before."""

from __future__ import annotations

import re
from functools import cache

from dragoman.knowledge import read_toml


def once_more(text: str) -> list[int]:
    """The offsets at which a text says that something is given that was not told before."""
    return [match.start() for match in _pattern().finditer(text)]


@cache
def _pattern() -> re.Pattern[str]:
    known = read_toml("identity.toml")["another"]
    more, given = "|".join(known["once_more"]), "|".join(known["given"])
    number = r"(?:[A-Z]{1,3})?[$€£¥]?\s?\d"
    return re.compile(rf"\b(?i:{more})\s+(?:{number}|(?:[a-z]+\s+)?(?:{given})\b)")
