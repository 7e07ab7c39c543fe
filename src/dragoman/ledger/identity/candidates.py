"""All entries of a ledger at once: their blocks, and the links between those that are alike."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Mapping

from dragoman.ledger.identity.blocking import WINDOW, blocks_of, position_of
from dragoman.ledger.identity.clusters import Link
from dragoman.ledger.identity.compare import compare
from dragoman.ledger.identity.evidence import DOUBT
from dragoman.ledger.identity.features import Features

type Progress = Callable[[int, int], None]
"""Told how many of how many entries are done."""
type Place = tuple[int, str, str]
"""An entry in a block: the block's number, the position, the key."""


def link_of(one: Features, other: Features) -> Link | None:
    """The link between two entries, None if they are too unlike for one."""
    found = compare(one, other)
    if found.apart or found.points < DOUBT:
        return None
    first, second = sorted((one.key, other.key))
    return Link(first, second, found.points, found.words())


def links_among(entries: Mapping[str, Features], progress: Progress | None = None) -> tuple[list[Link], list[Place]]:
    """The links among all entries, and where they stand in their blocks."""
    placed = sorted((position_of(features), key) for key, features in entries.items())
    nearest: dict[int, deque[str]] = defaultdict(lambda: deque(maxlen=WINDOW))
    links: list[Link] = []
    places: list[Place] = []
    for number, (position, key) in enumerate(placed):
        features = entries[key]
        near: set[str] = set()
        for block in blocks_of(features):
            near.update(nearest[block])
            nearest[block].append(key)
            places.append((block, position, key))
        links.extend(link for other in near if (link := link_of(features, entries[other])))
        if progress and number % 1000 == 0:
            progress(number, len(placed))
    return links, places
