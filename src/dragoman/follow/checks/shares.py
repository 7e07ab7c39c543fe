"""Shares against wholes and parts: "85%, and the remaining 15%"; "30 of the 120 million, a quarter"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.follow.checks.finding import Finding
from dragoman.follow.checks.items import Item, items_of
from dragoman.follow.checks.ranges import Range
from dragoman.follow.checks.scene import Scene
from dragoman.follow.checks.words import cue, known, topic
from dragoman.ledger import StoredEntry
from dragoman.models import Activity, Figure

SLACK = 1.0
"""Percentage points that a share may be off: it is nearly always rounded."""


def check_shares(scene: Scene) -> Iterator[Finding]:
    """The shares of each document: those that make up a whole, and those of a whole and a part that it gives."""
    for entries in scene.documents.values():
        items = items_of(scene, entries)
        shares = [item for item in items if item.amount.unit == "%" and item.measure in ("share", "other")]
        yield from _rests(scene, shares)
        for share in shares:
            yield from _of_whole(scene, share, [item for item in items if item.amount.unit != "%"])


def _rests(scene: Scene, shares: Sequence[Item]) -> Iterator[Finding]:
    """A rest with the shares before it: together they are 100%."""
    for number, rest in enumerate(shares):
        if number == 0 or not cue(known("parts", "rest")).search(_told(scene, rest.stored)):
            continue
        parts = shares[: number + 1]
        summed = sum(item.value for item in parts)
        fits = abs(summed - 100) <= SLACK * len(parts) or (summed < 100 and any(item.amount.bound for item in parts))
        sums = " + ".join(f"{item.value:g}%" for item in parts)
        words = f"{sums} = {summed:g}%: the shares {'make up' if fits else 'do not make up'} the whole."
        sure = 0.8 if fits else 0.6
        yield scene.finding("shares", words, [item.stored for item in parts], sure=sure, confirmed=fits)


def _told(scene: Scene, stored: StoredEntry) -> str:
    return f"{scene.quote(stored)} {getattr(stored.entry, 'of', '')}"


def _of_whole(scene: Scene, share: Item, items: Sequence[Item]) -> Iterator[Finding]:
    """A share, the amount beside it in its sentence, and an amount of what it is a share of."""
    figure = share.stored.entry
    assert isinstance(figure, Figure)
    about = topic(figure.of) | ({"cost"} if "cost" in figure.of.casefold() else set())
    span = scene.span(share.stored)
    for part in items:
        if scene.span(part.stored) != span:
            continue
        for whole in items:
            if whole is not part and _is_of(whole, about) and whole.amount.unit == part.amount.unit and whole.value:
                yield _compare(scene, share, part, whole)
                return


def _is_of(whole: Item, about: frozenset[str] | set[str]) -> bool:
    entry = whole.stored.entry
    if isinstance(entry, Activity) or not about:
        return False
    assert isinstance(entry, Figure)
    return about <= topic(entry.of) | {singular for singular in ("cost",) if entry.measure == singular}


def _compare(scene: Scene, share: Item, part: Item, whole: Item) -> Finding:
    reckoned = 100 * part.value / whole.value
    reach = Range(share.range.low - SLACK, share.range.high + SLACK)
    least = 100 * part.range.low / whole.range.high if whole.range.high else reckoned
    most = 100 * part.range.high / whole.range.low if whole.range.low else reckoned
    fits = reach.meets(Range(least, most))
    words = (
        f"{part.words} of {whole.words} is {reckoned:.3g}%; the share told is {share.words}: "
        f"{'consistent' if fits else 'it does not fit'}."
    )
    about = [share.stored, part.stored, whole.stored]
    return scene.finding("shares", words, about, sure=0.7 if fits else 0.5, confirmed=fits)
