"""Matters: the records between two states as they were known on a day, with the entries that tell of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.ledger import Ledger, StoredEntry
from dragoman.ledger.actors.posts import read_post
from dragoman.ledger.history import make_record
from dragoman.ledger.states import actors_of
from dragoman.models import Activity, Amount, Entry, Kind, Record, Stage, Tenure
from dragoman.values import CountryCode


@dataclass(frozen=True)
class Matter:
    """A record as known on some day; ``told`` are the entries that tell of it, in order of publication."""

    record: Record
    told: tuple[StoredEntry, ...]

    @property
    def entry(self) -> Entry:
        """The best value of each field."""
        return self.record.best

    @property
    def stage(self) -> Stage | None:
        """How far it has come."""
        return getattr(self.entry, "stage", None)

    @property
    def moves(self) -> tuple[Stage, ...]:
        """The stages that it went through, as they were told."""
        stages = [step.stage for step in self.record.history if step.stage]
        return tuple(stage for n, stage in enumerate(stages) if n == 0 or stages[n - 1] != stage)

    @property
    def amount(self) -> Amount | None:
        """The money or quantity of an activity."""
        return self.entry.amount if isinstance(self.entry, Activity) else None

    @property
    def day(self) -> date | None:
        """The first day that it is about, for sorting."""
        when = self.entry.date or getattr(self.entry, "due", None)
        return (when.first or when.last) if when else None

    @property
    def last_told(self) -> date | None:
        """The day of the last document that speaks of it."""
        days = [stored.document.date.last for stored in self.told if stored.document.date]
        return max((day for day in days if day), default=None)

    @property
    def year(self) -> int | None:
        """The one year that it falls in; None if it has no date or stretches over more than twelve months."""
        when = self.entry.date
        if not (when and when.first and when.last) or (when.last - when.first).days > 366:
            return None
        return when.first.year


def matters_between(ledger: Ledger, states: Sequence[CountryCode], as_of: date) -> list[Matter]:
    """The records that all of ``states`` take part in, and the posts of the people whom they deal through.

    What documents published after ``as_of`` say is left out. Of posts come those of one of the states that a document
    on both names, with all who are known to have held them.
    """
    known = _Known(ledger, as_of)
    known.fetch(ledger.entries(states=states))
    shared = known.matters(ledger.records(states=states))
    documents = {stored.document.sha256 for matter in shared for stored in matter.told}
    held = {matter.record.id for matter in shared}
    return shared + [matter for matter in _posts(known, states, documents) if matter.record.id not in held]


def matters_of(
    ledger: Ledger,
    as_of: date,
    *,
    states: Sequence[CountryCode] = (),
    kinds: Sequence[Kind] = (),
    since: int | None = None,
    until: int | None = None,
) -> list[Matter]:
    """The records that such a question finds (see ``Ledger.records``), without what was published after ``as_of``."""
    known = _Known(ledger, as_of)
    known.fetch(ledger.entries(states=states, kinds=kinds))
    return known.matters(ledger.records(states=states, kinds=kinds, since=since, until=until))


def latest_first(matters: Iterable[Matter]) -> list[Matter]:
    """By the first day that they are about, the latest first, those without a date last."""
    return sorted(matters, key=lambda matter: (matter.day or date.min, matter.entry.title), reverse=True)


def post_key(entry: Tenure) -> str | None:
    """A key that the phrases of one post share; None where they name no single post ("a professor")."""
    codes = sorted(actors_of(entry))
    holder = next((party.code for party in entry.parties if party.role == "holder" and party.code), None)
    read = read_post(entry.post, holder or (codes[0] if len(codes) == 1 else None))
    return read.key if read else None


def _posts(known: _Known, states: Sequence[CountryCode], documents: set[str]) -> Iterator[Matter]:
    found: dict[str, Matter] = {}
    for state in states:
        known.fetch(known.ledger.entries(states=[state], kinds=["tenure"]))
        for matter in known.matters(known.ledger.records(states=[state], kinds=["tenure"])):
            if actors_of(matter.entry) <= set(states):
                found[matter.record.id] = matter
    named = {_key(m) for m in found.values() if any(stored.document.sha256 in documents for stored in m.told)}
    yield from (matter for matter in found.values() if _key(matter) in named)


def _key(matter: Matter) -> str:
    return (post_key(matter.entry) if isinstance(matter.entry, Tenure) else None) or matter.record.id


class _Known:
    """What was published by a day."""

    def __init__(self, ledger: Ledger, as_of: date) -> None:
        self.ledger = ledger
        self._as_of = as_of
        self._ranks = ledger.source_ranks()
        self._entries: dict[str, StoredEntry] = {}

    def fetch(self, entries: Iterable[StoredEntry]) -> None:
        """Keep these entries at hand, so that they need not be asked for one by one."""
        self._entries |= {stored.key: stored for stored in entries}

    def matters(self, records: Iterable[Record]) -> list[Matter]:
        """The records made of what was known, without those of which nothing was."""
        return [matter for record in records if (matter := self._matter(record))]

    def _matter(self, record: Record) -> Matter | None:
        told = tuple(self._entries.get(key) or self.ledger.entry(key) for key in record.entries)
        early = tuple(stored for stored in told if self._was_published(stored))
        if not early:
            return None
        return Matter(record if len(early) == len(told) else make_record(early, self._ranks), early)

    def _was_published(self, stored: StoredEntry) -> bool:
        published = stored.document.date
        return not published or not published.first or published.first <= self._as_of
