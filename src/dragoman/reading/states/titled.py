"""Titled: names that a title tells to be a person's, though a town has them too: "Queen Elizabeth Hospital"."""

from __future__ import annotations

import re
from functools import cache

from dragoman.knowledge import any_of

_LONGEST = 12  # characters of a title


def is_titled(text: str, start: int) -> bool:
    """Whether right before the name at ``start`` stands a title of persons."""
    return _title().search(text, max(0, start - _LONGEST), start) is not None


@cache
def _title() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of('place_names.toml', 'titles')}\.?\s$")
