"""Two entries of which the one goes on with what the sentence of the other began."""

from __future__ import annotations

from dragoman.ledger.identity.features import Features

_NEXT = 3
"""Characters between two sentences that follow each other."""


def goes_on(a: Features, b: Features) -> bool:
    """Whether two follow each other in a text and the second begins with "it", or "the line" after one on a line."""
    if a.document != b.document or _counts_differ(a, b):
        return False
    first, second = sorted((a, b), key=lambda each: each.span)
    leans = second.leans or second.leans_on in first.words
    return leans and 0 <= second.span[0] - first.span[1] <= _NEXT


def _counts_differ(a: Features, b: Features) -> bool:
    """Whether both tell an amount, each another: "it trains 12 officers, too" does not speak of the 12 teachers."""
    one, other = a.amount, b.amount
    return bool(one and other and (one.unit, one.value) != (other.unit, other.value))
