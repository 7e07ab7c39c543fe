"""Parts against wholes: sums and counts that one document tells as a whole and in parts, and totals of many gifts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby

from dragoman.follow.checks.finding import Finding
from dragoman.follow.checks.items import Item, items_of, sum_words, total
from dragoman.follow.checks.ranges import range_of
from dragoman.follow.checks.scene import Scene
from dragoman.follow.checks.totals import check_totals
from dragoman.follow.checks.trade import check_trade
from dragoman.follow.checks.words import cue, known
from dragoman.follow.checks.written import sums_in
from dragoman.models import Amount

EXACT = 0.005
"""How far parts may be from a whole that no words of the text tie them to, as a share of it."""

REACH = 400
"""Characters between a sum and the sentence that lists its parts, at most."""

FAMILIES = {"trade": "trade", "exports": "trade", "imports": "trade", "investment": "investment"}
"""Measures of money that are never added to others; all the rest are paid for something."""


def check_parts(scene: Scene) -> Iterator[Finding]:
    """What is listed as part of a sum, what adds up to one, and what a total of grants, loans or aid holds."""
    wholes: set[str] = set()
    for entries in scene.documents.values():
        items = items_of(scene, entries)
        for finding in (*_listed(scene, items), *_added(scene, items)):
            whole = finding.entries[0]
            if whole not in wholes:
                wholes.add(whole)
                yield finding
    yield from check_totals(scene, wholes)
    yield from check_trade(scene)


def _listed(scene: Scene, items: Sequence[Item]) -> Iterator[Finding]:
    """Parts that the text itself lists: "$30 million, including …", "eleven members: it consists of …"."""
    for span, group in groupby(items, key=lambda item: scene.span(item.stored)):
        sentence = list(group)
        text = scene.slice(sentence[0].stored, *span)
        for way in ("comprising", "including"):
            if not (match := cue(known("parts", way)).search(text)):
                continue
            before = [item for item in sentence if item.at < span[0] + match.start()]
            after = [item for item in sentence if item.at >= span[0] + match.end()]
            earlier = [item for item in items if item.is_money and span[0] - REACH < item.at < span[0]]
            refers = cue(known("parts", "refers")).match(text.lstrip()) is not None
            wholes = before or (earlier if refers else [])
            whole = wholes[-1] if wholes else None
            parts = [item for item in after if whole and _comparable(whole, item)]
            if whole and whole.is_money:
                parts = _written(scene, whole, parts, span[0] + match.end(), span[1])
            if whole and parts:
                yield _compare(scene, whole, parts, complete=way == "comprising")
            break


def _written(scene: Scene, whole: Item, parts: Sequence[Item], start: int, end: int) -> list[Item]:
    """The sums of a list as they are written: a reader may take but one of several for an entry."""
    if not parts or whole.amount.unit is None:
        return list(parts)
    found = []
    for at, value in sums_in(scene.slice(parts[0].stored, start, end), whole.amount.unit):
        amount = Amount(value=value, unit=whole.amount.unit)
        stored = next((part.stored for part in parts if part.value == value), parts[0].stored)
        range_ = range_of(amount)
        if range_ is not None:
            found.append(Item(stored, amount, value, range_, start + at))
    return found or list(parts)


def _comparable(whole: Item, part: Item) -> bool:
    if whole.measure == part.measure == "people":
        return True
    return whole.amount.unit == part.amount.unit and _family(whole) == _family(part)


def _family(item: Item) -> str:
    if item.is_money:
        return FAMILIES.get(item.measure, "money") if item.stored.entry.kind == "figure" else "money"
    return item.measure


def _compare(scene: Scene, whole: Item, parts: Sequence[Item], *, complete: bool) -> Finding:
    added = total(parts)
    about = [whole.stored, *(part.stored for part in parts)]
    if added.low > whole.range.high:
        words = f"The parts come to more than the whole: {sum_words(parts)}, of {whole.words}."
        return scene.finding("parts", words, about, sure=0.7)
    if complete and len(parts) > 1 and not added.meets(whole.range):
        words = f"The parts come to less than the whole that they make up: {sum_words(parts)}, of {whole.words}."
        return scene.finding("parts", words, about, sure=0.5)
    words = f"The parts fit into the whole: {sum_words(parts)}, of {whole.words}."
    return scene.finding("parts", words, about, sure=0.8, confirmed=True)


def _added(scene: Scene, items: Sequence[Item]) -> Iterator[Finding]:
    """Two or more sums beside each other that add up to a third one: an umbrella amount, which counts once."""
    inside: set[str] = set()
    for whole in sorted(items, key=lambda item: item.value):
        if not whole.is_money:
            continue
        smaller = [
            item
            for item in items
            if item.amount.unit == whole.amount.unit
            and item.stored.key not in inside
            and 0 < item.value < whole.value
            and _family(item) == _family(whole)
        ]
        if run := _run(smaller, whole):
            inside.update(part.stored.key for part in run)
            words = (
                f"{sum_words(run)}: the umbrella amount of {whole.words} is made up of {len(run)} that are told one "
                "by one. It is counted once, and its parts are left out."
            )
            about = [whole.stored, *(part.stored for part in run)]
            yield scene.finding("parts", words, about, sure=0.9, confirmed=True)


def _run(smaller: Sequence[Item], whole: Item) -> list[Item]:
    """The longest run of neighbours of ``whole`` in the text that add up to it; empty if none does."""
    place = sum(item.at < whole.at for item in smaller)
    slack = EXACT * whole.value
    sums = [0.0, *accumulate(item.value for item in smaller)]
    best: list[Item] = []
    for first in range(place + 1):  # all values are above 0, so that the sums grow
        last = bisect_right(sums, sums[first] + whole.value + slack) - 1
        fits = last >= max(place, first + 2) and sums[last] - sums[first] >= whole.value - slack
        if fits and last - first > len(best):
            best = list(smaller[first:last])
    return best
