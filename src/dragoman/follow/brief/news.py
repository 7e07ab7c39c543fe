"""What is new since a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.follow.brief.lines import RESTATED, Writer
from dragoman.follow.brief.model import Line, Section
from dragoman.follow.matters import Matter, latest_first
from dragoman.follow.promises import Promise
from dragoman.models import Stage


def news(writer: Writer, matters: Sequence[Matter], promises: Sequence[Promise]) -> Iterator[Section]:
    """What documents published after ``writer.new_since`` tell first or tell anew, and what fell due after it."""
    if writer.new_since is None:
        return
    fresh = [matter for matter in matters if writer.is_new(matter)]
    moved = [line for matter in matters if matter not in fresh and (line := _moved(writer, matter))]
    fell_due = [
        _unmarked(writer.promise(promise))
        for promise in promises
        if promise.verdict == "overdue" and promise.due and promise.due.last and promise.due.last >= writer.new_since
    ]
    first = [writer.matter(matter) for matter in latest_first(fresh)]
    parts = (
        Section("Told for the first time", tuple(map(_unmarked, first))),
        Section("Came along", tuple(moved)),
        Section("Fell due", tuple(fell_due)),
    )
    yield Section(f"New since {writer.new_since}", parts=tuple(part for part in parts if not part.is_empty))


def _unmarked(line: Line) -> Line:
    """The line without the mark that it is new, which the heading says."""
    return replace(line, marks=tuple(mark for mark in line.marks if mark != "new"))


def _moved(writer: Writer, matter: Matter) -> Line | None:
    """The record with what has become of it, if later documents tell another stage or other values."""
    later = [stored for stored in matter.told if _is_later(writer, stored.document.date)]
    if not later:
        return None
    before = [step.stage for step in matter.record.history if step.stage and not _is_later(writer, step.published)]
    was: Stage | None = before[-1] if before else None
    keys = {stored.key for stored in later}
    restated = any(keys - set(value.entries) for field in RESTATED for value in matter.record.others.get(field, ()))
    if was == matter.stage and not restated:
        return None
    line = writer.matter(matter)
    now = f"now {matter.stage}, was {was}" if was and was != matter.stage else "other values than before"
    return replace(line, standing=(now, *line.standing[1:]))


def _is_later(writer: Writer, published: object) -> bool:
    first = getattr(published, "first", None)
    return first is not None and writer.new_since is not None and first > writer.new_since
