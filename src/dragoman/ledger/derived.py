"""The rows of all that is derived for records: blocks, links, records, and the marks of what is stale."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import batched, groupby

from sqlalchemy import ColumnElement, Connection, bindparam, delete, func, insert, or_, select

from dragoman.ledger import rows, schema
from dragoman.ledger.identity.clusters import Link
from dragoman.ledger.identity.quotes import Quote, quote_of
from dragoman.ledger.states import states_of
from dragoman.ledger.stored import StoredEntry
from dragoman.models import Record, Staged

AT_ONCE = 400
"""Values in one question; databases take some thousand."""

blocks, links, records = schema.blocks, schema.links, schema.records
record_entries, record_states, stale, derivations = (
    schema.record_entries, schema.record_states, schema.stale, schema.derivations,
)  # fmt: skip


@dataclass(frozen=True, order=True, slots=True)
class Row:
    """An entry in a block, at its position."""

    block: int
    position: str
    entry: str


def mark_stale(connection: Connection, keys: Iterable[str]) -> None:
    """Note that these entries came, changed or went."""
    if marks := [{"entry": key} for key in dict.fromkeys(keys)]:
        connection.execute(insert(stale), marks)


def stale_marks(connection: Connection) -> dict[int, str]:
    """The marks by number."""
    query = select(stale.c.number, stale.c.entry).order_by(stale.c.number)
    return {row.number: row.entry for row in connection.execute(query)}


def forget_marks(connection: Connection, numbers: Iterable[int]) -> None:
    """Take away the marks of what has been brought up to date."""
    for some in batched(numbers, AT_ONCE):
        connection.execute(delete(stale).where(stale.c.number.in_(some)))


def standing(connection: Connection, keys: Iterable[str]) -> dict[str, StoredEntry]:
    """Those of these entries that the ledger holds and nobody found wrong."""
    found: dict[str, StoredEntry] = {}
    for some in batched(keys, AT_ONCE):
        where = schema.entries.c.key.in_(some), ~schema.entries.c.wrong
        found.update((stored.key, stored) for stored in rows.find_entries(connection, *where))
    return found


def quotes(connection: Connection, entries: Iterable[StoredEntry]) -> dict[str, Quote]:
    """The words of its document that each entry rests on."""
    found: dict[str, Quote] = {}
    for sha256, told in groupby(sorted(entries, key=lambda each: each.document.sha256), key=_document):
        text = rows.text_of(connection, sha256) or ""
        for stored in told:
            found[stored.key] = quote_of(stored, text)
    return found


def _document(stored: StoredEntry) -> str:
    return stored.document.sha256


def ranks(connection: Connection) -> dict[str, int]:
    """The ranks that the user gave to sources."""
    return {row.source: row.rank for row in connection.execute(select(schema.source_ranks))}


# Blocks


def rows_of(connection: Connection, keys: Iterable[str]) -> list[Row]:
    """Where these entries stand."""
    return [
        Row(*row)
        for some in batched(keys, AT_ONCE)
        for row in connection.execute(select(blocks).where(blocks.c.entry.in_(some)))
    ]


def replace_rows(connection: Connection, old: Sequence[Row], new: Sequence[Row]) -> None:
    """Put the new rows in the place of the old ones."""
    gone, come = set(old) - set(new), set(new) - set(old)
    if gone:  # one by one: SQLite has no use for an index where pairs of values are asked for
        where = blocks.c.block == bindparam("number"), blocks.c.position == bindparam("place")
        places = [{"number": row.block, "place": row.position} for row in sorted(gone)]
        connection.execute(delete(blocks).where(*where), places)
    put_rows(connection, sorted(come))


def put_rows(connection: Connection, come: Iterable[Row]) -> None:
    """Add rows."""
    for some in batched(come, 10_000):
        connection.execute(
            insert(blocks), [{"block": row.block, "position": row.position, "entry": row.entry} for row in some]
        )


def sizes(connection: Connection, numbers: Iterable[int]) -> dict[int, int]:
    """How many entries stand in each of these blocks."""
    found: dict[int, int] = {}
    for some in batched(numbers, AT_ONCE):
        query = select(blocks.c.block, func.count()).where(blocks.c.block.in_(some)).group_by(blocks.c.block)
        found.update((block, number) for block, number in connection.execute(query))
    return found


def whole_blocks(connection: Connection, numbers: Iterable[int]) -> Iterator[Row]:
    """All rows of these blocks."""
    for some in batched(numbers, AT_ONCE):
        for row in connection.execute(select(blocks).where(blocks.c.block.in_(some))):
            yield Row(*row)


def near(connection: Connection, row: Row, reach: int) -> Iterator[Row]:
    """The rows of the block before and after a place in it, ``reach`` on each side, and the one that stands there."""
    column = blocks.c.position
    after = select(blocks).where(blocks.c.block == row.block, column >= row.position).order_by(column).limit(reach + 1)
    before = select(blocks).where(blocks.c.block == row.block, column < row.position)
    for found in connection.execute(after):
        yield Row(*found)
    for found in connection.execute(before.order_by(column.desc()).limit(reach)):
        yield Row(*found)


# Links


def links_of(connection: Connection, keys: Iterable[str], least: float = 0.0) -> dict[tuple[str, str], Link]:
    """The links of these entries with whatever other entry, of at least so many points."""
    found: dict[tuple[str, str], Link] = {}
    for some in batched(keys, AT_ONCE):
        for where in (links.c.first.in_(some), links.c.second.in_(some)):
            for first, second, points, reasons in connection.execute(
                select(links).where(where, links.c.points >= least)
            ):
                found[first, second] = Link(first, second, points, tuple(json.loads(reasons)))
    return found


def all_links(connection: Connection, least: float, below: float) -> Iterator[Link]:
    """All links with points from ``least`` to below ``below``, the strongest first."""
    where = links.c.points >= least, links.c.points < below
    query = select(links).where(*where).order_by(links.c.points.desc(), links.c.first, links.c.second)
    for first, second, points, reasons in connection.execute(query):
        yield Link(first, second, points, tuple(json.loads(reasons)))


def put_links(connection: Connection, found: Iterable[Link]) -> None:
    """Add links."""
    for some in batched(found, 10_000):
        connection.execute(
            insert(links),
            [
                {
                    "first": link.first,
                    "second": link.second,
                    "points": link.points,
                    "reasons": json.dumps(link.reasons, ensure_ascii=False),
                }
                for link in some
            ],
        )


def drop_links(connection: Connection, keys: Iterable[str]) -> None:
    """Take away all links of these entries."""
    for some in batched(keys, AT_ONCE):
        connection.execute(delete(links).where(or_(links.c.first.in_(some), links.c.second.in_(some))))


def drop_pairs(connection: Connection, pairs: Iterable[tuple[str, str]]) -> None:
    """Take away the links between these entries (keys in order)."""
    if named := [{"one": first, "other": second} for first, second in pairs]:
        where = links.c.first == bindparam("one"), links.c.second == bindparam("other")
        connection.execute(delete(links).where(*where), named)


# Records


def records_with(connection: Connection, keys: Iterable[str]) -> set[str]:
    """The ids of the records that these entries belong to."""
    return {
        id
        for some in batched(keys, AT_ONCE)
        for id in connection.scalars(select(record_entries.c.record).where(record_entries.c.entry.in_(some)))
    }


def entries_in(connection: Connection, ids: Iterable[str]) -> set[str]:
    """The keys of the entries of these records."""
    return {
        key
        for some in batched(ids, AT_ONCE)
        for key in connection.scalars(select(record_entries.c.entry).where(record_entries.c.record.in_(some)))
    }


def drop_records(connection: Connection, ids: Iterable[str]) -> None:
    """Take these records away."""
    for some in batched(ids, AT_ONCE):
        connection.execute(delete(record_entries).where(record_entries.c.record.in_(some)))
        connection.execute(delete(record_states).where(record_states.c.record.in_(some)))
        connection.execute(delete(records).where(records.c.id.in_(some)))


def put_records(connection: Connection, made: Iterable[Record]) -> int:
    """Add records, and give their number."""
    number = 0
    for some in batched(made, 2000):
        number += len(some)
        connection.execute(insert(records), [_columns(record) for record in some])
        members = [{"entry": key, "record": record.id} for record in some for key in record.entries]
        connection.execute(insert(record_entries), members)
        if states := [{"record": each.id, "code": code} for each in some for code in sorted(states_of(each.best))]:
            connection.execute(insert(record_states), states)
    return number


def find_records(connection: Connection, *where: ColumnElement[bool]) -> Iterator[Record]:
    """The records that meet the conditions, by their dates, those without one last."""
    order = records.c.first.is_(None), records.c.first, records.c.id
    query = select(records.c.body).where(*where).order_by(*order).execution_options(yield_per=1000)
    for body in connection.scalars(query):
        yield Record.model_validate_json(body)


def clear(connection: Connection) -> None:
    """Take away all that is derived for records; marks stay."""
    for table in (blocks, links, records, record_entries, record_states):
        connection.execute(delete(table))


def _columns(record: Record) -> dict[str, object]:
    best = record.best
    when = best.date or (best.due if isinstance(best, Staged) else None)
    return {
        "id": record.id,
        "kind": record.kind,
        "first": when.first if when else None,
        "last": when.last if when else None,
        "body": record.model_dump_json(exclude_none=True),
    }


# Under what rules, and how often


def state_of(connection: Connection) -> Mapping[str, str]:
    """Under what rules the records were derived ("rules"), and how often something was ("turn")."""
    return {row.name: row.rules for row in connection.execute(select(derivations))}


def put_state(connection: Connection, rules: str, turn: int) -> None:
    """Note under what rules the records stand."""
    connection.execute(delete(derivations))
    connection.execute(insert(derivations), [{"name": "rules", "rules": rules}, {"name": "turn", "rules": str(turn)}])


def keys_in(connection: Connection, *where: ColumnElement[bool]) -> list[str]:
    """The keys of all entries of the documents that meet the conditions."""
    found = select(schema.documents.c.sha256).where(*where)
    return list(connection.scalars(select(schema.entries.c.key).where(schema.entries.c.document.in_(found))))


def put_rank(connection: Connection, source: str, rank: int) -> None:
    """Give a rank to all sources that begin so; 0 takes it away. What they say is stale then."""
    connection.execute(delete(schema.source_ranks).where(schema.source_ranks.c.source == source))
    if rank:
        connection.execute(insert(schema.source_ranks), {"source": source, "rank": rank})
    met = select(schema.sources.c.document).where(schema.sources.c.source.startswith(source, autoescape=True))
    mark_stale(connection, keys_in(connection, schema.documents.c.sha256.in_(met)))


def known_sources(connection: Connection) -> dict[str, int]:
    """All sources with the number of documents that were met there."""
    source = schema.sources.c.source
    query = select(source, func.count().label("number")).group_by(source).order_by(source)
    return {row.source: row.number for row in connection.execute(query)}
