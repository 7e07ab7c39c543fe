"""Two entries laid side by side: how alike they are, and why."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dragoman.ledger.identity import kinds
from dragoman.ledger.identity.evidence import Evidence
from dragoman.ledger.identity.features import Features

_RULES: Mapping[str, Callable[[Features, Features, Evidence], None]] = {
    "event": kinds.events,
    "instrument": kinds.instruments,
    "activity": kinds.activities,
    "figure": kinds.figures,
    "tenure": kinds.tenures,
}
_SCALES = {"activity": 1.4}
"""What a point counts, where not 1: measured on the corpus of tests."""


def compare(one: Features, other: Features) -> Evidence:
    """What speaks for and against two entries being one thing; the order of the two makes no difference."""
    found = Evidence(scale=_SCALES.get(one.kind, 1.0))
    if one.kind != other.kind:
        found.apart = f"{one.kind} and {other.kind}"
        return found
    a, b = (one, other) if one.key <= other.key else (other, one)
    _RULES[a.kind](a, b, found)
    found.points = round(found.points, 3)
    return found
