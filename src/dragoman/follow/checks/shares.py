"""Shares against wholes and parts: "85%, and the remaining 15%"; "30 of the 120 million, a quarter"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.follow.checks.finding import Finding
from dragoman.follow.checks.items import Item, items_of
from dragoman.follow.checks.ranges import Range
from dragoman.follow.checks.scene import Scene
from dragoman.follow.checks.words import cue, known, topic, words
from dragoman.ledger import StoredEntry
from dragoman.models import Figure

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
        said = f"{sums} = {summed:g}%: the shares {'make up' if fits else 'do not make up'} the whole."
        sure = 0.8 if fits else 0.6
        yield scene.finding("shares", said, [item.stored for item in parts], sure=sure, confirmed=fits)


def _told(scene: Scene, stored: StoredEntry) -> str:
    return f"{scene.quote(stored)} {getattr(stored.entry, 'of', '')}"


def _of_whole(scene: Scene, share: Item, items: Sequence[Item]) -> Iterator[Finding]:
    """A share, the amount beside it in its sentence, and an amount of what it is a share of."""
    figure = share.stored.entry
    assert isinstance(figure, Figure)
    span = scene.span(share.stored)
    beside = [item for item in items if scene.span(item.stored) == span]
    for part in beside:
        others = [item for item in items if item.amount.unit == part.amount.unit and item.value > 0]
        about = _words(figure.of)
        apart = [
            item for item in others if item not in beside and about and about <= _words(scene.sentence(item.stored))
        ]
        together = sorted((item for item in others if item in beside), key=lambda item: item.value)
        if apart:
            yield _compare(scene, share, part, apart[-1])
        elif len(together) == 2:
            yield _compare(scene, share, *together)
        else:
            continue
        return


def _words(phrase: str) -> frozenset[str]:
    """The words that tell what a share is of; a cost is one of them."""
    return topic(phrase) | frozenset(word for word in words(phrase) if word == "cost")


def _compare(scene: Scene, share: Item, part: Item, whole: Item) -> Finding:
    reckoned = 100 * part.value / whole.value
    reach = Range(share.range.low - SLACK, share.range.high + SLACK)
    least = 100 * part.range.low / whole.range.high if whole.range.high else reckoned
    most = 100 * part.range.high / whole.range.low if whole.range.low else reckoned
    fits = reach.meets(Range(least, most))
    said = (
        f"{part.words} of {whole.words} is {reckoned:.3g}%; the share told is {share.words}: "
        f"{'consistent' if fits else 'it does not fit'}."
    )
    about = [share.stored, part.stored, whole.stored]
    return scene.finding("shares", said, about, sure=0.7 if fits else 0.5, confirmed=fits)
