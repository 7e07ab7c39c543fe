"""Links brought up to date where entries came, changed or went: what stands in the same blocks, within reach.

An entry is compared with the ``WINDOW`` entries before it in each block. Where one comes, it is compared with its
neighbours, and pairs that it pushes out of each other's reach lose their link; where one goes, the reverse.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Connection

from dragoman.ledger import derived
from dragoman.ledger.derived import Row
from dragoman.ledger.identity.blocking import WINDOW, blocks_of, position_of
from dragoman.ledger.identity.candidates import link_of
from dragoman.ledger.identity.clusters import Link
from dragoman.ledger.identity.features import Features, features_of
from dragoman.ledger.stored import StoredEntry

type Pair = tuple[str, str]

_SMALL = 4 * WINDOW
"""Blocks up to this size are read whole."""


def bring_links(connection: Connection, keys: Sequence[str], entries: Mapping[str, StoredEntry]) -> set[str]:
    """Bring blocks and links up to date for stale ``keys``, of which ``entries`` still stand.

    Gives the entries that gained or lost a link.
    """
    features = features_in(connection, entries)
    before = derived.rows_of(connection, keys)
    after = [Row(block, position_of(each), key) for key, each in features.items() for block in blocks_of(each)]
    lost = derived.links_of(connection, keys)
    derived.drop_links(connection, keys)
    derived.replace_rows(connection, before, after)
    come, parted = _changed_pairs(connection, before, after)
    stale = set(keys)
    lost |= _lost_pairs(connection, {pair for pair in parted if not stale & set(pair)})
    gained = _compare(connection, come, features)
    held = derived.links_of(connection, sorted({key for pair in gained for key in pair}))
    derived.put_links(connection, [link for pair, link in sorted(gained.items()) if pair not in held])
    return {key for pair in (*lost, *gained) for key in pair}


def features_in(connection: Connection, entries: Mapping[str, StoredEntry]) -> dict[str, Features]:
    """The features of these entries."""
    quotes = derived.quotes(connection, entries.values())
    return {key: features_of(stored, quotes[key]) for key, stored in entries.items()}


def _changed_pairs(connection: Connection, before: Sequence[Row], after: Sequence[Row]) -> tuple[set[Pair], set[Pair]]:
    """The pairs that are within reach now, and those that no longer are, in some block that changed."""
    stale = {row.entry for row in (*before, *after)}
    changed: dict[int, set[Row]] = defaultdict(set)
    for row in (*before, *after):
        changed[row.block].add(row)
    come: set[Pair] = set()
    parted: set[Pair] = set()
    old_rows, new_rows = set(before), set(after)
    for block, now in _surroundings(connection, changed):
        rows = changed[block]
        then = (now - (rows & new_rows)) | (rows & old_rows)
        within, once = set(_within_reach(now)), set(_within_reach(then))
        come |= {pair for pair in within if pair not in once or stale & set(pair)}
        parted |= once - within
    return come, parted


def _surroundings(connection: Connection, changed: Mapping[int, set[Row]]) -> Iterator[tuple[int, set[Row]]]:
    """For each changed block the rows within reach of the changes, as they stand now."""
    sizes = derived.sizes(connection, changed)
    small = [block for block in changed if sizes.get(block, 0) <= max(_SMALL, 2 * len(changed[block]))]
    whole: dict[int, set[Row]] = {block: set() for block in small}
    for row in derived.whole_blocks(connection, small):
        whole[row.block].add(row)
    yield from whole.items()
    for block in changed.keys() - whole.keys():
        reach = WINDOW + len(changed[block])
        yield block, {found for row in changed[block] for found in derived.near(connection, row, reach)}


def _within_reach(rows: Iterable[Row]) -> Iterator[Pair]:
    placed = [row.entry for row in sorted(rows)]
    for place, key in enumerate(placed):
        for other in placed[max(0, place - WINDOW) : place]:
            yield (key, other) if key < other else (other, key)


def _lost_pairs(connection: Connection, parted: set[Pair]) -> dict[Pair, Link]:
    """Those of the pairs that had a link and are now in no block within reach; their links are taken away."""
    linked = derived.links_of(connection, sorted({key for pair in parted for key in pair}))
    lost: dict[Pair, Link] = {
        pair: link for pair, link in linked.items() if pair in parted and not _still_near(connection, pair)
    }
    derived.drop_pairs(connection, sorted(lost))
    return lost


def _still_near(connection: Connection, pair: Pair) -> bool:
    """Whether two entries are within each other's reach in some block."""
    standing = derived.rows_of(connection, pair)
    blocks = {row.block for row in standing if row.entry == pair[0]} & {
        row.block for row in standing if row.entry == pair[1]
    }
    mine = [row for row in standing if row.entry == pair[0] and row.block in blocks]
    return any(found.entry == pair[1] for row in mine for found in derived.near(connection, row, WINDOW))


def _compare(connection: Connection, pairs: Iterable[Pair], known: Mapping[str, Features]) -> dict[Pair, Link]:
    wanted = list(pairs)
    missing = sorted({key for pair in wanted for key in pair} - known.keys())
    features = {**features_in(connection, derived.standing(connection, missing)), **known}
    found = {}
    for pair in wanted:
        # An entry that another process took away meanwhile is stale itself: its turn comes.
        if pair[0] in features and pair[1] in features and (link := link_of(features[pair[0]], features[pair[1]])):
            found[pair] = link
    return found
