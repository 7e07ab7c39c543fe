"""The key of an entry: short, made of what it says and where, and the same whenever the document is read.

A key holds what a better reader would hardly change: the text, the kind, where the evidence begins and one
telling value. Type, stage, dates and parties may be read better without the key changing, so that decisions keep
their hold. An entry whose telling value changes gets another key: a decision must rather lose its entry than find
a wrong one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

from dragoman.models import Entry, Figure, Instrument, Tenure

LENGTH = 16
"""Hex digits, 64 bits: two of ten million entries share a key with a chance of 1 in 400,000."""


def keys_of(sha256: str, entries: Iterable[Entry]) -> list[str]:
    """The keys of all entries of a document, in their order; entries that would share one are counted."""
    seen: dict[str, int] = {}
    keys = []
    for entry in entries:
        facts = json.dumps([sha256, entry.kind, min(e.start for e in entry.evidence), *_telling(entry)])
        seen[facts] = seen.get(facts, 0) + 1
        again = f"#{seen[facts]}" if seen[facts] > 1 else ""
        keys.append(digest(facts + again))
    return keys


def digest(facts: str) -> str:
    """A short hash, in hex."""
    return hashlib.sha256(facts.encode()).hexdigest()[:LENGTH]


def _telling(entry: Entry) -> tuple[str | float | None, ...]:
    match entry:
        case Tenure():
            return _plain(entry.person), _plain(entry.post)
        case Figure():
            return entry.value, entry.low, entry.high, entry.unit
        case Instrument(name=str(name)):
            return (_plain(name),)
        case _:
            return (_plain(entry.title),)


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())
