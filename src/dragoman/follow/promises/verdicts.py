"""The verdict: what became of a promise, as of a day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.follow.promises.openings import met_at
from dragoman.follow.promises.outcomes import says
from dragoman.follow.promises.promise import Told, Verdict
from dragoman.models import HELD_OUT, OPEN, Entry, Event, Stage
from dragoman.values import Edtf

_GRACE = {4: 92, 7: 31, 10: 7}
"""Days that an approximate time ("about 2012", "around March") leaves beyond its last day, by its precision."""


@dataclass(frozen=True)
class Judged:
    """A verdict with the time that was set, when it came about, and by how many days too late."""

    verdict: Verdict
    due: Edtf | None
    happened: Edtf | None = None
    days_late: int | None = None


def judge(entry: Entry, history: Sequence[Told], as_of: date) -> Judged:
    """The verdict on a promise by its history, whose tellings stand in their order."""
    kept = kept_by(entry, history)
    due = due_in(history[: history.index(kept)] if kept else history)
    if kept:
        happened = _first_day(entry, kept, history) or kept.published
        late = days_late(due, happened)
        return Judged("kept late" if late else "kept", due, happened, late)
    last = next((told for told in reversed(history) if told.stage not in OPEN), None)
    stage = last.stage if last and not _renewed(history, last) else None
    if stage == "cancelled":
        return Judged("superseded" if last and last.replaced else "dropped", due)
    if due and due.last:
        if last_day(due) < as_of:
            return Judged("overdue", due)
        return Judged("under way" if stage == "underway" else "due", due)
    return Judged("under way" if stage == "underway" else "no news", due)


def _first_day(entry: Entry, kept: Told, history: Sequence[Told]) -> Edtf | None:
    """When it came about: of what one document tells of an event the first day, "arrived on Monday … left today"."""
    if not isinstance(entry, Event):
        return kept.date
    alike = (told.date for told in history if told.sha256 == kept.sha256 and told.stage == kept.stage)
    days = {when.first: when for when in alike if when and when.first}
    return days[min(days)] if days else kept.date


def due_in(history: Sequence[Told]) -> Edtf | None:
    """The time that was set first; a later telling may narrow it ("2022", then "November 2022") but not move it."""
    due: Edtf | None = None
    for told in history:
        if told.stage not in HELD_OUT or not told.due:
            continue
        if due is None or _within(told.due, due):
            due = told.due
    return due


def days_late(due: Edtf | None, happened: Edtf | None) -> int | None:
    """Days from the last day of the time that was set to the first day on which it came about; None if not late."""
    if not due or not due.last or not happened or not happened.first:
        return None
    return (happened.first - due.last).days if happened.first > last_day(due) else None


def last_day(due: Edtf) -> date:
    """The last day of a time, with grace for one that is only approximate. The time must not be open to the future."""
    assert due.last
    if due[-1:] not in ("~", "%"):
        return due.last
    end = due.rpartition("/")[2].rstrip("~?%")
    return date.fromordinal(due.last.toordinal() + _GRACE.get(len(end), 31))


def _within(one: Edtf, other: Edtf) -> bool:
    if not (one.first and one.last and other.first and other.last):
        return False
    return other.first <= one.first and one.last <= other.last


def kept_by(entry: Entry, history: Iterable[Told]) -> Told | None:
    """The first telling at which the promise is met, among those after it was first held out; none after it is read."""
    before: Stage | None = None
    first: Told | None = None
    credit = False
    for told in history:
        if first is None:
            first, credit = told, says("credit", told.quote)
        signed = told.stage == "agreed" and told.sha256 == first.sha256
        if (
            before
            and not signed
            and told.stage in met_at(entry, before, credit=credit)
            and not _too_early(told, first, entry)
        ):
            return told
        if told.stage in HELD_OUT and before != "agreed":
            before = told.stage if told.stage in OPEN else before or "planned"
    return None


def _too_early(told: Told, first: Told, entry: Entry) -> bool:
    """Whether it happened before it was promised, and so is something else: the session before, an earlier visit."""
    if not (told.date and told.date.last and first.published and first.published.first):
        return False
    return isinstance(entry, Event) and told.date.last < first.published.first


def _renewed(history: Sequence[Told], last: Told) -> bool:
    """Whether the thing was held out anew, by a later document, after it was cancelled or had stopped."""
    after = history[history.index(last) + 1 :]
    return any(told.stage in OPEN and told.sha256 != last.sha256 for told in after)
