"""The ledger as it stood on a day, as all checks see it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property

from dragoman.follow.checks.finding import Finding, Quote, Rule, id_of
from dragoman.follow.checks.telling import Telling, tellings, value_of
from dragoman.follow.checks.written import places_of
from dragoman.ledger import Ledger, StoredEntry, states_of
from dragoman.models import Kind, Record


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
        """Where the sentence begins and ends that says it: the one with the amount, if there is one."""
        told = self._tellings[stored.key]
        return told.start, told.end

    def sentence(self, stored: StoredEntry) -> str:
        """The sentence that says it, as it is written."""
        return self._tellings[stored.key].sentence

    def quote(self, stored: StoredEntry) -> str:
        """The words that the entry rests on."""
        return self._tellings[stored.key].quote

    def slice(self, stored: StoredEntry, start: int, end: int) -> str:
        """The words of the sentence that says it from character ``start`` of the document to ``end``."""
        told = self._tellings[stored.key]
        return told.sentence[start - told.start : end - told.start]

    def place_of(self, stored: StoredEntry) -> int:
        """Where the amount of the entry is written, else where its evidence begins."""
        at = self._tellings[stored.key].at
        return stored.entry.evidence[0].start if at is None else at

    def times(self, stored: StoredEntry) -> int:
        """How often the amount is written in the evidence of the entry."""
        value = value_of(stored)
        return 0 if value is None else sum(1 for _ in places_of(self.quote(stored), value))

    @cached_property
    def _tellings(self) -> dict[str, Telling]:
        """How each entry is told."""
        return tellings(self.ledger, self.documents)

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
