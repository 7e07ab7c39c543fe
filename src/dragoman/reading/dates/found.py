"""What was found on the way to a date: words with their meaning and, once reckoned, their value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.reading.dates.reckoning import Value
from dragoman.reading.dates.words import Token

DateKind = Literal["date", "range", "since", "until", "duration", "set", "anniversary"]


@dataclass(slots=True)
class Found:
    """A phrase with its meaning on the way to a mention."""

    token: Token
    kind: DateKind
    explicit: bool
    sentence: int
    value: Value | None = None
