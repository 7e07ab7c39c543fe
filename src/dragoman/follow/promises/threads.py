"""Threads: where promises begin, and what their own records tell of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dragoman.follow.promises.held_out import held_out
from dragoman.follow.promises.marks import refers
from dragoman.follow.promises.openings import PROMISED, due_of, is_ahead, opens, stage_of, times_of
from dragoman.follow.promises.outcomes import begins, clauses, outcome_of, says
from dragoman.follow.promises.passage import Passage
from dragoman.follow.promises.passages import Passages
from dragoman.follow.promises.promise import Told
from dragoman.ledger import StoredEntry
from dragoman.ledger.identity.words import weigh
from dragoman.models import BEGUN, HELD_OUT, INTENDED, Entry, Event, Instrument, Record, Stage
from dragoman.values import Edtf


@dataclass(frozen=True, eq=False)
class Thread:
    """A promise on its way: the entry that opens it, of a record or of mere words, and what its record tells of it."""

    record: str
    opening: StoredEntry
    told: list[Told]

    @cached_property
    def first(self) -> Told:
        """The telling that opens it."""
        return next(told for told in self.told if told.entry == self.opening.key)

    @cached_property
    def place(self) -> tuple[str, int]:
        """The document and the character at which the sentence begins that opens it."""
        return self.first.sha256, self.first.start

    @property
    def order(self) -> tuple[bool, str, str]:
        """By publication, what has no date last."""
        published = self.opening.document.date
        return published is None, published or "", self.opening.key


class Threads:
    """All promises that records or mere words open, with their tellings."""

    def __init__(self, passages: Passages, entries: Mapping[str, StoredEntry], records: Sequence[Record]) -> None:
        self._passages = passages
        self._entries = entries
        self._records = {record.id: record for record in records}
        self.record_of = {key: record.id for record in records for key in record.entries}

    def all(self) -> list[Thread]:
        """The promises of records and those of sentences on which none of these rests, by publication."""
        opened = [thread for record in self._records.values() if (thread := self._open(record))]
        return sorted([*opened, *self._of_words(opened)], key=lambda thread: thread.order)

    def _open(self, record: Record) -> Thread | None:
        """The record as a promise, if a document holds it out as something to come."""
        if record.kind not in PROMISED:
            return None
        held = [self._entries[key] for key in record.entries if key in self._entries]
        for stored in held:
            if opens(stored.entry, self._stage(stored, self.telling(stored))):
                return Thread(record.id, stored, [self._tell(each) for each in held])
        return None

    def _of_words(self, opened: Sequence[Thread]) -> Iterable[Thread]:
        """The promises of mere words; what several documents of one day say in the same words is one, told by each."""
        found: dict[tuple[Edtf | None, str, str], Thread] = {}
        for stored in self._worded(opened):
            told = self._tell(stored)
            same = stored.document.date, told.quote, stored.entry.title
            found.setdefault(same, Thread("", stored, [])).told.append(told)
        return found.values()

    def _worded(self, opened: Sequence[Thread]) -> Iterator[StoredEntry]:
        taken = {(told.sha256, told.start) for thread in opened for told in thread.told if told.stage in HELD_OUT}
        for source in self._passages.sources.values():
            for passage in self._passages.of(source.document.sha256) if source.day and len(source.states) > 1 else ():
                if (source.document.sha256, passage.start) in taken:
                    continue
                for entry in held_out(passage, self._passages):
                    yield StoredEntry(key="", entry=entry, document=source.document)

    def _tell(self, stored: StoredEntry) -> Told:
        published = stored.document.date
        passage = self.telling(stored)
        words = " ".join(passage.words.split()) if passage else stored.entry.title
        stage = self._stage(stored, passage)
        return Told(
            document=stored.document.id,
            sha256=stored.document.sha256,
            title=stored.document.title,
            published=published,
            stage=stage,
            date=stored.entry.date,
            due=self._due(stored, passage, words) if stage in HELD_OUT else None,
            quote=words,
            start=passage.start if passage else stored.entry.evidence[0].start,
            entry=stored.key,
            record=self.record_of.get(stored.key, ""),
            replaced=stage == "cancelled" and passage is not None and self.is_replaced(passage),
        )

    def _stage(self, stored: StoredEntry, passage: Passage | None) -> Stage | None:
        """How far a thing has come, as the entry says and the words of the sentence."""
        stage = stage_of(stored.entry, stored.document.date)
        if stage in INTENDED or passage is None:
            return stage
        said = outcome_of(_own(stored, passage))
        if stage == "done" and says("waiting", passage.words):
            return "underway"  # done in part
        if said in ("cancelled", "superseded"):
            return "cancelled"
        # What has begun is often told in the past tense.
        return said if stage in BEGUN and said in BEGUN else stage

    def telling(self, stored: StoredEntry) -> Passage | None:
        """The sentence that tells most of an entry: of those that it rests on the first that is not in the title.

        Of a paper it is the first that names it: one before may only tell whose it is.
        """
        found = [self._passages.at(stored.document.sha256, each.start) for each in stored.entry.evidence]
        name = weigh(stored.entry.title).keys() if isinstance(stored.entry, Instrument) else frozenset[str]()

        def rank(passage: Passage) -> tuple[bool, bool, int]:
            return passage.start > 0, not name.isdisjoint(passage.weights), -passage.start

        return max(filter(None, found), key=rank, default=None)

    def papers_of(self, entry: Entry, telling: Passage | None) -> frozenset[str]:
        """The keys of all entries on the one paper that is to be signed: of its sentence, or else the one before."""
        if not isinstance(entry, Event) or entry.type != "signing":
            return frozenset()
        for passage in (telling, telling.previous if telling else None):
            held = [each for each in passage.entries if isinstance(each.entry, Instrument)] if passage else []
            records = {self.record_of[each.key] for each in held if each.key in self.record_of}
            if len(records) == 1:
                return frozenset(self._records[records.pop()].entries)
            if records:
                break
        return frozenset()

    def told_in(self, keys: Iterable[str]) -> Iterator[Passage]:
        """The sentences that tell of these entries."""
        held = (self._entries[key] for key in keys if key in self._entries)
        return filter(None, map(self.telling, held))

    def is_replaced(self, passage: Passage) -> bool:
        """Whether the sentence, the next or the title says that something else takes the place of this."""
        following = passage.source.after(passage)
        if says("superseded", passage.words) or says("superseded", passage.source.document.title or ""):
            return True
        if following is None:
            return False
        return begins("superseded", following.words) or outcome_of(following.words) == "superseded"

    def _due(self, stored: StoredEntry, passage: Passage | None, words: str) -> Edtf | None:
        """By when, as the sentence says or the one after it ("Building is to be over by 2012")."""
        published = stored.document.date
        if (due := due_of(stored.entry, published, words)) or not passage or isinstance(stored.entry, Event):
            return due
        following = passage.source.after(passage) if passage.start else None
        if following is None or outcome_of(following.words) != "planned" or not _goes_on(passage, following):
            return None
        named = [when for when in times_of(following.words, published, plan=True) if is_ahead(when, published)]
        return named[-1] if named else None


def _goes_on(passage: Passage, following: Passage) -> bool:
    """Whether a sentence speaks of the same thing as the one before it."""
    shared = following.weights.keys() & passage.weights.keys()
    return bool(shared) or refers(following.words) or says("works", following.words)


def _own(stored: StoredEntry, passage: Passage) -> str:
    """The clause of the sentence in which the evidence begins."""
    at, start = stored.entry.evidence[0].start, passage.start
    for part in clauses(passage.words):
        if start <= at < start + len(part):
            return part
        start += len(part)
    return passage.words
