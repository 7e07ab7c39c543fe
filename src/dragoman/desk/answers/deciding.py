"""What can be decided about an entry, and what was decided by whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, Literal, get_args

from dragoman.desk.answers.record import decision_words
from dragoman.desk.filters import Choice, Words
from dragoman.desk.index import Index
from dragoman.desk.listing import Column, Listing
from dragoman.follow.deciding import undone
from dragoman.follow.wording import line_of, words_of
from dragoman.ledger import Ledger
from dragoman.models import (
    ActivityType,
    Amount,
    Decision,
    Entry,
    EventType,
    Figure,
    InstrumentType,
    Measure,
    Model,
    Party,
    Place,
    Role,
    Stage,
    Terms,
)

_TYPES = {"event": EventType, "instrument": InstrumentType, "activity": ActivityType}
_CHOICES = {"stage": Stage, "measure": Measure, "role": Role}
_APART = frozenset({"kind", "evidence", "salience", "confidence", "why", "plover", "bound", "approx"})
_PARTS: dict[str, type[Model]] = {"amount": Amount, "place": Place, "terms": Terms}
_MOST_PARTIES = 6
_NAMES = {"of": "of what", "said_by": "said by"}


class Slot(Model):
    """A value of an entry that can be corrected: its ``path`` in the data, its name, and what stands there now."""

    path: str
    name: str
    value: str = ""
    choices: tuple[str, ...] = ()


class Subject(Model):
    """An entry that a decision is about; ``words`` are empty if it is no longer there."""

    key: str
    words: str = ""


class Decided(Model):
    """A decision under its number; ``undone_by`` is the one that took its effect away."""

    number: int
    at: datetime
    by: str
    verdict: str
    words: str
    reason: str | None = None
    about: tuple[Subject, ...] = ()
    undone_by: int | None = None

    @property
    def standing(self) -> Literal["in force", "undone"]:
        """Whether it has an effect."""
        return "undone" if self.undone_by else "in force"


class Alike(Model):
    """Another record that may be the same thing: how likely, why, and the two entries that are alike."""

    record: str
    words: str
    sure: float
    reasons: tuple[str, ...]
    entries: tuple[str, str]


def alike(ledger: Ledger, record: str) -> list[Alike]:
    """The records that may be the same as one, the likeliest first."""
    doubts = ledger.doubts(record)
    others = [next(id for id in doubt.records if id != record) for doubt in doubts]
    told = ledger.records_at(others)
    return [
        Alike(
            record=other,
            words=words_of(told[other].best),
            sure=doubt.score,
            reasons=doubt.reasons,
            entries=doubt.entries,
        )
        for other, doubt in zip(others, doubts, strict=True)
        if other in told
    ]


def slots_of(entry: Entry) -> list[Slot]:
    """All that can be corrected in an entry, in the order of its fields."""
    body = entry.model_dump(mode="json", exclude_none=True)
    found: list[Slot] = []
    for field in type(entry).model_fields:
        if field not in _APART and not (isinstance(entry, Figure) and field == "amount"):
            found += _slots(entry.kind, field, body.get(field))
    return found


def _slots(kind: str, field: str, value: Any) -> Iterator[Slot]:
    match field:
        case "parties":
            for at, party in enumerate((value or [])[:_MOST_PARTIES]):
                for part in Party.model_fields:
                    yield _slot(kind, part, f"parties.{at}.{part}", f"party {at + 1}, {part}", party.get(part))
        case "amount" | "place" | "terms":
            for part in _PARTS[field].model_fields:
                if part not in _APART:
                    yield _slot(kind, part, f"{field}.{part}", f"{field}, {part}", (value or {}).get(part))
        case _:
            yield _slot(kind, field, field, _NAMES.get(field, field.replace("_", " ")), value)


def _slot(kind: str, part: str, path: str, name: str, value: object) -> Slot:
    allowed = _TYPES.get(kind) if part == "type" else _CHOICES.get(part)
    said = "" if value is None else f"{value:.15g}" if isinstance(value, float) else str(value)
    return Slot(path=path, name=name, value=said, choices=get_args(allowed) if allowed else ())


def decided(ledger: Ledger) -> list[Decided]:
    """All decisions, the newest first, without what they are about in words (``with_subjects``)."""
    held = ledger.decisions()
    gone = undone(held)
    return [_decided(number, held[number], gone.get(number)) for number in sorted(held, reverse=True)]


def with_subjects(ledger: Ledger, rows: Sequence[Decided]) -> list[Decided]:
    """The decisions with what they are about in words."""
    words = _words(ledger, (subject.key for row in rows for subject in row.about))
    return [
        row.model_copy(
            update={"about": tuple(each.model_copy(update={"words": words.get(each.key, "")}) for each in row.about)}
        )
        for row in rows
    ]


def _words(ledger: Ledger, keys: Iterable[str]) -> dict[str, str]:
    held = ledger.entries_with(dict.fromkeys(keys))
    return {key: line_of(stored.entry) for key, stored in held.items()}


def _decided(number: int, decision: Decision, undone_by: int | None) -> Decided:
    return Decided(
        number=number,
        at=decision.at,
        by=decision.by,
        verdict=decision.verdict,
        words=decision_words(decision),
        reason=decision.reason,
        about=tuple(Subject(key=key) for key in decision.subject),
        undone_by=undone_by,
    )


DECISIONS = Index(
    "decisions",
    Decided,
    Listing(
        columns=(
            Column("number", "No.", lambda row: row.number),
            Column("at", "When (UTC)", lambda row: row.at),
            Column("by", "Who", lambda row: row.by),
            Column("words", "What", lambda row: row.words),
            Column("about", "About", lambda row: [each.key for each in row.about], sortable=False),
            Column("reason", "Why", lambda row: row.reason),
            Column("standing", "Standing", lambda row: row.standing),
        ),
        filters=(
            Choice("verdict", "Decision", lambda row: (row.verdict,), several=True),
            Choice("by", "Who", lambda row: (row.by,)),
            Choice("standing", "Standing", lambda row: (row.standing,), order=("in force", "undone")),
            Words("q", "Words", lambda row: f"{row.words} {row.reason or ''}"),
        ),
    ),
    make=lambda desk: decided(desk.ledger),
    dress=with_subjects,
)
