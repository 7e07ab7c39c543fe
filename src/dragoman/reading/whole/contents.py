"""Contents: sentences that tell what a plan holds. What is to be done under it was set down when the plan was told.

"On 4 May the ministers adopted an action plan. It envisages building a port at Nacala."
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from spacy.tokens import Span

from dragoman.knowledge import word_set
from dragoman.models import Activity, Entry, Event, Instrument
from dragoman.reading.frames.slots import SUBJECTS
from dragoman.values import Edtf

if TYPE_CHECKING:
    from dragoman.reading.page import Page

_words = partial(word_set, "leads.toml")


@dataclass(frozen=True, slots=True)
class Contents:
    """In characters: where the sentence begins in which a plan is told, and what the sentence that tells its contents
    covers."""

    plan: int
    start: int
    end: int


def find_contents(page: Page) -> Iterator[Contents]:
    """The sentences that tell what is in what the sentence before told, "It envisages", "The package also includes"."""
    plan = 0
    for before, sent in pairwise(page.sentences):
        if not _speaks_of_it(before):
            plan = before.start_char
        if sent.root.lemma_ in _words("holding") and _speaks_of_it(sent):
            yield Contents(plan, sent.start_char, sent.end_char)


def _speaks_of_it(sent: Span) -> bool:
    """Whether a sentence goes on to speak of a plan that was told: "The plan", "it"."""
    subject = next((child for child in sent.root.children if child.dep_ in SUBJECTS), None)
    if subject is None:
        return False
    named = subject.lemma_.lower() in _words("held")
    definite = any(child.lower_ in ("the", "this", "these", "its") for child in subject.children)
    return (named and definite) or subject.lower_ in ("it", "this", "these", "they")


def dated_by_plan(entries: Sequence[Entry], contents: Iterable[Contents], published: Edtf | None) -> list[Entry]:
    """The entries, with the date of the plan for work yet to come that is told as its contents without a date."""
    kept = list(entries)
    for told in contents:
        plans = [entry for entry in kept if told.plan <= entry.evidence[0].start < told.start]
        when = _set_down(plans, published)
        for n, entry in enumerate(kept):
            inside = told.start <= entry.evidence[0].start < told.end
            if when and inside and isinstance(entry, Activity) and entry.date is None and entry.stage in _AHEAD:
                kept[n] = entry.model_copy(update={"date": when})
    return kept


_AHEAD = ("proposed", "planned", "agreed")


def _set_down(plans: Sequence[Entry], published: Edtf | None) -> Edtf | None:
    """When a plan was told: the date of an instrument, else that of an event; no day to come is one."""
    dates = [plan.date for kind in (Instrument, Event) for plan in plans if isinstance(plan, kind) and plan.date]
    return next((when for when in dates if published is None or when.begins_by(published)), None)
