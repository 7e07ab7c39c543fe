"""A document as it is, with what was read in it; and two of them side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.desk.answers.fields import Source, source_of
from dragoman.follow.marking import stretches
from dragoman.follow.wording import label_of, words_of
from dragoman.ledger import Ledger, StoredDocument, StoredEntry
from dragoman.models import Entry, Kind, Model, Record


class Told(Model):
    """An entry of a document, by its number in the text (from 1); ``record`` is the record that it belongs to."""

    number: int
    key: str
    entry: Entry
    label: str
    words: str
    record: str | None = None
    corrected: tuple[str, ...] = ()
    wrong: bool = False
    elsewhere: int = 0


class Piece(Model):
    """Words of the text; ``told`` are the numbers of the entries that rest on them, the narrowest first.

    ``begins`` are those whose evidence begins here for the first time, ``ends`` those whose evidence ends here.
    """

    words: str
    told: tuple[int, ...] = ()
    kind: Kind | None = None
    begins: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()


class Beside(Model):
    """Another document that speaks of some of the same records."""

    source: Source
    records: int


class DocumentAnswer(Model):
    """A document: its text in pieces, which together are the whole text, and what was read in it."""

    document: StoredDocument
    pieces: tuple[Piece, ...]
    told: tuple[Told, ...]
    others: tuple[Beside, ...] = ()


class Shared(Model):
    """A record that both documents speak of, with the keys of their entries."""

    record: str
    words: str
    label: str
    entry: Entry
    first: tuple[str, ...]
    second: tuple[str, ...]


class BesideAnswer(Model):
    """Two documents with those of their entries that are of one record; numbers are those of ``shared``, from 1."""

    first: DocumentAnswer
    second: DocumentAnswer
    shared: tuple[Shared, ...]


def document(ledger: Ledger, name: str) -> DocumentAnswer:
    """The document with this SHA-256 or id; entries that were found wrong are told as such and not marked."""
    card = ledger.document(name)
    entries = list(ledger.entries(document=card.sha256, include_wrong=True))
    records = ledger.records_in(card.sha256)
    told = _told(ledger, entries, records)
    standing = [each for each in told if not each.wrong]
    return DocumentAnswer(
        document=card,
        pieces=_pieces(ledger.text(card.sha256), [_Mark(each.number, each.entry) for each in standing]),
        told=tuple(told),
        others=_others(ledger, card, records),
    )


def beside(ledger: Ledger, one: str, other: str) -> BesideAnswer:
    """Two documents, marked where they speak of the same records."""
    cards = ledger.document(one), ledger.document(other)
    first, second = (list(ledger.entries(document=card.sha256)) for card in cards)
    shared = [each for each in ledger.records_in(cards[0].sha256) if _tells(each, cards[1])]
    numbers = {key: number for number, each in enumerate(shared, start=1) for key in each.entries}
    sides = []
    for card, entries in zip(cards, (first, second), strict=True):
        held = [stored for stored in entries if stored.key in numbers]
        marks = [_Mark(numbers[stored.key], stored.entry) for stored in held]
        sides.append(
            DocumentAnswer(
                document=card,
                pieces=_pieces(ledger.text(card.sha256), marks),
                told=tuple(_one(stored, numbers[stored.key], None, False, 0) for stored in held),
            )
        )
    return BesideAnswer(
        first=sides[0],
        second=sides[1],
        shared=tuple(
            Shared(
                record=each.id,
                words=words_of(each.best),
                label=label_of(each.best),
                entry=each.best,
                first=tuple(stored.key for stored in first if stored.key in each.entries),
                second=tuple(stored.key for stored in second if stored.key in each.entries),
            )
            for each in shared
        ),
    )


@dataclass(frozen=True)
class _Mark:
    """An entry to be marked, under a number that several may share."""

    number: int
    entry: Entry


def _pieces(text: str, marks: Sequence[_Mark]) -> tuple[Piece, ...]:
    begun: set[int] = set()
    pieces = []
    for stretch in stretches(text, [mark.entry for mark in marks]):
        covered = [marks[place - 1] for place in stretch.covered]
        told = tuple(dict.fromkeys(mark.number for mark in covered))
        begins = tuple(number for number in told if number not in begun)
        begun.update(begins)
        ends = tuple(dict.fromkeys(marks[place - 1].number for place in stretch.ends))
        kind = covered[0].entry.kind if covered else None
        pieces.append(Piece(words=stretch.words, told=told, kind=kind, begins=begins, ends=ends))
    return tuple(pieces)


def _told(ledger: Ledger, entries: Sequence[StoredEntry], records: Iterable[Record]) -> list[Told]:
    holding = {key: record for record in records for key in record.entries}
    wrong = ledger.wrong_keys(stored.key for stored in entries)
    return [
        _one(stored, number, record, stored.key in wrong, _elsewhere(record, stored))
        for number, stored in enumerate(entries, start=1)
        for record in (holding.get(stored.key),)
    ]


def _one(stored: StoredEntry, number: int, record: Record | None, wrong: bool, elsewhere: int) -> Told:
    return Told(
        number=number,
        key=stored.key,
        entry=stored.entry,
        label=label_of(stored.entry),
        words=words_of(stored.entry),
        record=record.id if record else None,
        corrected=stored.corrected,
        wrong=wrong,
        elsewhere=elsewhere,
    )


def _elsewhere(record: Record | None, stored: StoredEntry) -> int:
    """How many other documents tell of the record."""
    return len({step.document for step in record.history} - {stored.document.sha256}) if record else 0


def _tells(record: Record, card: StoredDocument) -> bool:
    return any(step.document == card.sha256 for step in record.history)


def _others(ledger: Ledger, card: StoredDocument, records: Iterable[Record]) -> tuple[Beside, ...]:
    counts: dict[str, int] = {}
    for record in records:
        for sha256 in {step.document for step in record.history} - {card.sha256}:
            counts[sha256] = counts.get(sha256, 0) + 1
    cards = ledger.cards(counts)
    found = [Beside(source=source_of(cards[sha256]), records=count) for sha256, count in counts.items()]
    return tuple(sorted(found, key=lambda each: (-each.records, each.source.published or "", each.source.title)))
