"""Counts against lists: "63 projects" against those that the document tells one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.follow.checks.finding import Finding
from dragoman.follow.checks.items import amount_of
from dragoman.follow.checks.ranges import range_of
from dragoman.follow.checks.scene import Scene
from dragoman.follow.checks.words import known, singular, words
from dragoman.follow.wording import amount_words, words_of
from dragoman.ledger import StoredEntry
from dragoman.ledger.states import actors_of
from dragoman.models import Amount, Figure

FEWEST = 2
"""A count of one is no list."""

SHOWN = 4
"""As many things of a list are named."""


def check_counts(scene: Scene) -> Iterator[Finding]:
    """Each count of projects, grants, agreements or visits against what its document lists."""
    for entries in scene.documents.values():
        counts = [stored for stored in entries if _noun(stored)]
        for stored in counts:
            listed = _listed(scene, stored, counts, entries)
            if len(listed) >= FEWEST:
                yield _compare(scene, stored, listed, entries)


def _noun(stored: StoredEntry) -> str | None:
    """What is counted, if it is something that the ledger lists."""
    figure = stored.entry
    if not isinstance(figure, Figure) or figure.measure != "count" or (figure.value or 0) < FEWEST:
        return None
    noun = singular(words(figure.unit or figure.of)[-1]) if words(figure.unit or figure.of) else ""
    return noun if noun in known("lists") else None


def _listed(
    scene: Scene, count: StoredEntry, counts: Sequence[StoredEntry], entries: Sequence[StoredEntry]
) -> list[StoredEntry]:
    """The entries of the kind that is counted, of the same states, each once, that stand nearest to this count."""
    types = known("lists", _noun(count) or "")
    found: dict[str, StoredEntry] = {}
    for stored in entries:
        if getattr(stored.entry, "type", None) not in types or actors_of(stored.entry) != actors_of(count.entry):
            continue
        if stored.entry.kind == "activity" and amount_of(stored) is None:
            continue
        if _is_same_words(stored, count) or min(counts, key=lambda each: _distance(each, stored)) is not count:
            continue
        found.setdefault(scene.record_of[stored.key].id, stored)
    return list(found.values())


def _distance(one: StoredEntry, other: StoredEntry) -> int:
    return abs(one.entry.evidence[0].start - other.entry.evidence[0].start)


def _is_same_words(stored: StoredEntry, count: StoredEntry) -> bool:
    """Whether the entry is the counted things themselves, read once more from the words of the count."""
    return any(
        (mine.start <= other.start and other.end <= mine.end) or (other.start <= mine.start and mine.end <= other.end)
        for mine in stored.entry.evidence
        for other in count.entry.evidence
    )


def _compare(
    scene: Scene, count: StoredEntry, listed: Sequence[StoredEntry], entries: Sequence[StoredEntry]
) -> Finding:
    figure = count.entry
    assert isinstance(figure, Figure) and figure.value is not None
    range_ = range_of(figure)
    names = ", ".join(words_of(stored.entry) for stored in listed[:SHOWN])
    more = f" and {len(listed) - SHOWN} more" if len(listed) > SHOWN else ""
    said = f"{amount_words(figure)} are counted and {len(listed)} told one by one: {names}{more}"
    over = range_ is not None and len(listed) > range_.high
    if not over and (left := figure.value - len(listed)) > 0:
        said += f"; {left:,.0f} are not told one by one"
    about = [count, *listed]
    if money := _money_beside(count, entries):
        amount = money.entry
        assert isinstance(amount, Figure) and amount.value is not None
        each = Amount(value=round(amount.value / figure.value), unit=amount.unit, approx=True)
        said += f"; {amount_words(amount)} for all is {amount_words(each)} each"
        about.append(money)
    return scene.finding("counts", f"{said}.", about, sure=0.4 if over else 0.7, confirmed=not over)


def _money_beside(count: StoredEntry, entries: Sequence[StoredEntry]) -> StoredEntry | None:
    """A sum that the words of the count give for all that is counted."""
    starts = {evidence.start for evidence in count.entry.evidence}
    for stored in entries:
        figure = stored.entry
        is_sum = isinstance(figure, Figure) and figure.value and figure.unit and figure.unit.is_money
        if is_sum and starts & {evidence.start for evidence in figure.evidence}:
            return stored
    return None
