"""The ledger as it stood on a day, as all checks see it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property, lru_cache

from dragoman.follow.checks.finding import Finding, Quote, Rule, id_of
from dragoman.follow.quoting import around
from dragoman.ledger import Ledger, StoredEntry, states_of
from dragoman.models import Kind, Record
from dragoman.reading.numerals import find_numerals

TEXTS = 256
"""Texts that are kept at hand: checks go through a ledger document by document."""


class Scene:
    """Entries and records that documents published up to ``as_of`` make up; those without a date count in."""

    def __init__(self, ledger: Ledger, as_of: date) -> None:
        self.ledger = ledger
        self.as_of = as_of
        self.entries = {
            stored.key: stored
            for stored in ledger.entries()
            if not (stored.document.date and stored.document.date.first and stored.document.date.first > as_of)
        }
        self._text = lru_cache(TEXTS)(ledger.text)

    @cached_property
    def documents(self) -> dict[str, list[StoredEntry]]:
        """The entries of each document, in the order of its text."""
        found: dict[str, list[StoredEntry]] = defaultdict(list)
        for stored in self.entries.values():
            found[stored.document.sha256].append(stored)
        for entries in found.values():
            entries.sort(key=lambda stored: stored.entry.evidence[0].start)
        return dict(found)

    @cached_property
    def records(self) -> list[Record]:
        """The records with an entry that is seen."""
        return [record for record in self.ledger.records() if any(key in self.entries for key in record.entries)]

    @cached_property
    def record_of(self) -> dict[str, Record]:
        """The record of each entry."""
        return {key: record for record in self.records for key in record.entries}

    def of_kind(self, *kinds: Kind) -> list[StoredEntry]:
        """The entries of these kinds, in order of publication and of the text."""
        return [stored for stored in self.entries.values() if stored.entry.kind in kinds]

    def of_record(self, record: Record) -> list[StoredEntry]:
        """The entries of a record that are seen, in the order of its history."""
        return [self.entries[key] for key in record.entries if key in self.entries]

    def span(self, stored: StoredEntry) -> tuple[int, int]:
        """Where the sentence begins and ends that the entry rests on first."""
        evidence = stored.entry.evidence[0]
        return around(self._text(stored.document.sha256), evidence.start, evidence.end)

    def sentence(self, stored: StoredEntry) -> str:
        """The sentence that the entry rests on first, as it is written."""
        start, end = self.span(stored)
        return self.slice(stored, start, end)

    def quote(self, stored: StoredEntry) -> str:
        """The words that the entry rests on."""
        text = self._text(stored.document.sha256)
        return " … ".join(evidence.quote(text) for evidence in stored.entry.evidence)

    def slice(self, stored: StoredEntry, start: int, end: int) -> str:
        """The words of the entry's document from ``start`` to ``end``."""
        return self._text(stored.document.sha256)[start:end]

    def place_of(self, stored: StoredEntry, value: float | None) -> int:
        """Where the number stands within the entry's evidence, else where the evidence begins."""
        return next(self._places(stored, value), stored.entry.evidence[0].start)

    def times(self, stored: StoredEntry, value: float) -> int:
        """How often the number is written in the entry's evidence."""
        return sum(1 for _ in self._places(stored, value))

    def _places(self, stored: StoredEntry, value: float | None) -> Iterator[int]:
        text = self._text(stored.document.sha256)
        for evidence in stored.entry.evidence:
            for numeral in find_numerals(evidence.quote(text)):
                if value is not None and numeral.value in (value, value / 1e3, value / 1e6, value / 1e9):
                    yield evidence.start + numeral.start

    def finding(
        self, rule: Rule, statement: str, about: Sequence[StoredEntry], *, sure: float, confirmed: bool = False
    ) -> Finding:
        """What the rule says of these entries, with the sentence of each."""
        keys = tuple(dict.fromkeys(stored.key for stored in about))
        return Finding(
            id=id_of(rule, keys),
            rule=rule,
            statement=statement,
            entries=keys,
            quotes=tuple(self._quotes(about)),
            states=tuple(sorted({code for stored in about for code in states_of(stored.entry)})),
            sure=round(sure, 2),
            confirmed=confirmed,
        )

    def _quotes(self, about: Iterable[StoredEntry]) -> Iterable[Quote]:
        said: set[tuple[str, str]] = set()
        for stored in about:
            quote = " ".join(self.sentence(stored).split())
            if (stored.document.sha256, quote) not in said:
                said.add((stored.document.sha256, quote))
                known = stored.document
                yield Quote(entry=stored.key, document=known.id, title=known.title, published=known.date, words=quote)
