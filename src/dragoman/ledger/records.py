"""Records out of entries, from nothing and without a database: the rule that all else keeps to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.ledger.history import make_record
from dragoman.ledger.identity.candidates import Place, Progress, links_among
from dragoman.ledger.identity.clusters import Link, cluster
from dragoman.ledger.identity.features import features_of
from dragoman.ledger.identity.quotes import NOTHING, Quote
from dragoman.ledger.stored import StoredEntry
from dragoman.models import Record


@dataclass(frozen=True)
class Derived:
    """All that follows from entries: where each stands in its blocks, which are alike, and which are one."""

    entries: Mapping[str, StoredEntry]
    ranks: Mapping[str, int]
    places: Sequence[Place]
    links: Sequence[Link]
    groups: Sequence[Sequence[str]]

    def records(self) -> Iterator[Record]:
        """The records, in no telling order."""
        return records_of(self.entries, self.groups, self.ranks)


def derive_all(
    entries: Iterable[StoredEntry],
    decided: Mapping[tuple[str, str], bool],
    ranks: Mapping[str, int],
    quotes: Mapping[str, Quote],
    progress: Progress | None = None,
) -> Derived:
    """What follows from these entries, the ``quotes`` that they rest on, and what was ``decided`` on pairs of keys."""
    held = {stored.key: stored for stored in entries}
    features = {key: features_of(stored, quotes.get(key, NOTHING)) for key, stored in held.items()}
    links, places = links_among(features, progress)
    return Derived(held, ranks, places, links, cluster(features, links, decided))


def records_of(
    entries: Mapping[str, StoredEntry], groups: Iterable[Sequence[str]], ranks: Mapping[str, int]
) -> Iterator[Record]:
    """The records of these groups of entries."""
    for group in groups:
        yield make_record(sorted((entries[key] for key in group), key=lambda stored: stored.order), ranks)
