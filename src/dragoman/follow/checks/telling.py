"""The words in which documents say their entries, read once and kept without the texts around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.follow.checks.written import places_of, values_in
from dragoman.follow.quoting import around
from dragoman.ledger import Ledger, StoredEntry

READ = 20_000
"""Characters of a text in which an amount is looked for that does not stand in its evidence."""


@dataclass(frozen=True, slots=True)
class Telling:
    """The ``sentence`` that says an entry, which begins at ``start``, and the ``quote`` that the entry rests on.

    It is the sentence with the amount, which is written ``at`` that character, if there is one.
    """

    start: int
    sentence: str
    quote: str
    at: int | None

    @property
    def end(self) -> int:
        """Where the sentence ends."""
        return self.start + len(self.sentence)


def tellings(ledger: Ledger, documents: Mapping[str, Sequence[StoredEntry]]) -> dict[str, Telling]:
    """How each of these entries is told, by its key; they come by the SHA-256 of their document."""
    return {
        stored.key: told
        for sha256, text in ledger.texts(documents)
        for stored, told in zip(documents[sha256], _told(text, documents[sha256]), strict=True)
    }


def value_of(stored: StoredEntry) -> float | None:
    """The number that the entry gives, if it is one."""
    amount = getattr(stored.entry, "amount", stored.entry)
    return getattr(amount, "value", None)


def _told(text: str, entries: Iterable[StoredEntry]) -> Iterator[Telling]:
    anywhere: Mapping[float, int] | None = None
    for stored in entries:
        value, first = value_of(stored), stored.entry.evidence[0]
        at = None if value is None else _in_evidence(text, stored, value)
        if value is not None and at is None and stored.entry.kind == "activity":  # a title may be all of its evidence
            anywhere = _first_places(text[:READ]) if anywhere is None else anywhere
            at = anywhere.get(value)
        start, end = around(text, first.start, first.end) if at is None else around(text, at, at + 1)
        quote = " … ".join(evidence.quote(text) for evidence in stored.entry.evidence)
        yield Telling(start, text[start:end], quote, at)


def _in_evidence(text: str, stored: StoredEntry, value: float) -> int | None:
    places = (
        evidence.start + at for evidence in stored.entry.evidence for at in places_of(evidence.quote(text), value)
    )
    return next(places, None)


def _first_places(text: str) -> Mapping[float, int]:
    """Where each number is written first."""
    found: dict[float, int] = {}
    for at, values in values_in(text):
        for value in values:
            found.setdefault(value, at)
    return found
