"""Matters, promises and findings as lines of a brief."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from dragoman.follow.brief.model import Aside, Line, Mark
from dragoman.follow.brief.notes import Notes
from dragoman.follow.checks import RULES, Finding
from dragoman.follow.matters import Matter
from dragoman.follow.promises import Promise, Verdict
from dragoman.follow.wording import amount_words, date_words, number_of, parted, shorten, words_of
from dragoman.models import Amount, Entry, Figure, Tenure
from dragoman.values import Edtf

UNSURE = 0.4
"""Lines of a lower confidence are marked."""
WORDS = 220
"""Characters of a line at most; some titles are whole sentences."""
RESTATED = ("amount", "value", "date", "due")
"""Fields whose other values are shown."""


@dataclass(frozen=True)
class Writer:
    """Puts things into words, and their sources into notes; ``new_since`` is the day after which things are new.

    ``records`` are the best values of the records that are known, by their ids.
    """

    notes: Notes
    as_of: date
    new_since: date | None = None
    records: Mapping[str, Entry] = field(default_factory=dict)

    def matter(self, matter: Matter) -> Line:
        """A record as a line."""
        entry = matter.entry
        said_by = (f"said by {entry.said_by}",) if entry.said_by and not isinstance(entry, Tenure) else ()
        return Line(
            words=shorten(words_of(entry), WORDS),
            when=date_words(entry.date),
            label="" if isinstance(entry, Tenure) else _label(entry),
            standing=tuple(filter(None, (" → ".join(matter.moves), *said_by))),
            marks=tuple(self._marks(matter)),
            notes=self.notes.of(matter.told),
            asides=tuple(self._other_values(matter)),
            record=matter.record.id,
        )

    def promise(self, promise: Promise) -> Line:
        """A promise with what became of it, under the title of its record if it has one."""
        record = self.records.get(promise.record)
        said_by = (f"said by {promise.said_by}",) if promise.said_by else ()
        first = promise.history[0].published if promise.history else None
        since = (f"first told {date_words(first)}",) if first and len(promise.history) > 1 else ()
        marks: list[Mark] = [_VERDICT_MARKS[promise.verdict]] if promise.verdict in _VERDICT_MARKS else []
        if first and first.first and self._is_new(first.first):
            marks.append("new")
        return Line(
            words=shorten(words_of(record) if record else promise.title, WORDS),
            when=date_words(promise.due),
            label=promise.type.replace("_", " "),
            standing=(_verdict(promise, self.as_of), *said_by, *since),
            marks=tuple(marks),
            notes=self.notes.of_tellings(promise.history),
            record=promise.record,
        )

    def finding(self, finding: Finding) -> Line:
        """What a check found."""
        return Line(
            words=finding.statement.rstrip("."),
            label=RULES[finding.rule],
            standing=(f"{finding.sure:.0%} sure",),
            marks=() if finding.confirmed else ("conflict",),
            notes=self.notes.of_quotes(finding.quotes),
        )

    def is_new(self, matter: Matter) -> bool:
        """Whether nobody had told of it before the day after which things are new."""
        days = [stored.document.date.first for stored in matter.told if stored.document.date]
        return bool(days) and all(day and self._is_new(day) for day in days)

    def _is_new(self, day: date) -> bool:
        return self.new_since is not None and day > self.new_since

    def _marks(self, matter: Matter) -> Iterator[Mark]:
        if self.is_new(matter):
            yield "new"
        if matter.entry.confidence is not None and matter.entry.confidence < UNSURE:
            yield "unsure"

    def _other_values(self, matter: Matter) -> Iterator[Aside]:
        """Values that other documents give; "earlier" is what was told before the best value was."""
        held = {stored.key: stored for stored in matter.told}
        order = {key: place for place, key in enumerate(held)}
        for name in () if isinstance(matter.entry, Tenure) else RESTATED:
            for value in matter.record.others.get(name, ()):
                words = _value_words(name, value.value, matter.entry)
                telling = [key for key in value.entries if key in held]
                if not words or not telling:
                    continue
                rest = [order[key] for key in held if key not in value.entries]
                earlier = bool(rest) and max(order[key] for key in telling) < max(rest)
                yield Aside(f"{'earlier' if earlier else 'also told:'} {words}", self.notes.of(map(held.get, telling)))  # type: ignore[arg-type]


_VERDICT_MARKS: dict[Verdict, Mark] = {"overdue": "overdue", "kept late": "late", "kept": "kept"}


def _verdict(promise: Promise, as_of: date) -> str:
    """ "overdue by 3 years", "kept late: 2020-05-03, 38 days late", "no news in 4 later documents, last told 2022"."""
    last = promise.due.last if promise.due else None
    match promise.verdict:
        case "overdue" if last and last < as_of:
            return f"overdue by {_span((as_of - last).days)}"
        case "kept late" if promise.days_late:
            return f"kept late: {date_words(promise.happened)}, {_span(promise.days_late)} late"
        case "kept" if promise.happened:
            return f"kept: {date_words(promise.happened)}"
        case "no news" if promise.last_mention:
            later = promise.documents_since
            since = f" in {number_of(later, 'later document')}" if later else ""
            return f"no news{since}, last told {promise.last_mention}"
        case verdict:
            return verdict


def _span(days: int) -> str:
    """A number of days as one says it: "38 days", "7 months", "4 years"."""
    for length, unit in ((365.25, "year"), (30.44, "month")):
        if days >= 2 * length:
            return f"{int(days / length)} {unit}s"
    return number_of(days, "day")


def _label(entry: Entry) -> str:
    label, rest = parted(entry)
    said = label == "other" or not rest.startswith(": ") or (isinstance(entry, Figure) and label in entry.of.casefold())
    return "" if said else label


def _value_words(field: str, value: Any, best: Entry) -> str:
    """Another value in words; empty where it only says less exactly what the best one says."""
    match field:
        case "amount":
            known = Amount.model_validate(value)
            return amount_words(known)
        case "value":
            return amount_words(Amount.model_validate(value))
        case _:
            other, chosen = Edtf(str(value)), getattr(best, field)
            return "" if chosen and _meet(other, chosen) else f"{'due ' if field == 'due' else ''}{date_words(other)}"


def _meet(one: Edtf, other: Edtf) -> bool:
    return (one.first or date.min) <= (other.last or date.max) and (other.first or date.min) <= (one.last or date.max)
