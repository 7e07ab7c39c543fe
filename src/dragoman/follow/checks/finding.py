"""What a check finds, and the sentences that it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from pydantic import Field

from dragoman.ledger.keys import digest
from dragoman.models import Model
from dragoman.values import CountryCode, Edtf

Rule = Literal[
    "parts", "counts", "yearly", "growth", "shares", "values", "holders", "sessions", "delivery", "future", "dates"
]


class Quote(Model):
    """The sentence that an entry rests on; ``document`` is the id of its document, ``published`` its day."""

    entry: str
    document: str
    title: str | None = None
    published: Edtf | None = None
    words: str


class Finding(Model):
    """What a rule says of some entries: that they contradict each other, or (``confirmed``) that they agree.

    ``statement`` says it in words, with the sum written out. ``sure`` is the chance that a person who reads the quotes
    would say the same. ``id`` comes from the rule and the keys of the entries, so it is the same when documents are
    read again; ``dismissed`` findings are those that a decision about this id has set aside.
    """

    id: str
    rule: Rule
    statement: str
    entries: tuple[str, ...]
    quotes: tuple[Quote, ...]
    states: tuple[CountryCode, ...] = ()
    sure: float = Field(ge=0, le=1)
    confirmed: bool = False
    dismissed: bool = False


def id_of(rule: Rule, entries: Iterable[str]) -> str:
    """The id of what ``rule`` finds of these entries, in whatever order they come."""
    return digest(f"finding {rule} {' '.join(sorted(entries))}")
