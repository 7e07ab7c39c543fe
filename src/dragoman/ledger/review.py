"""Questions put to the records: which there are, why entries were joined, what is doubtful."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import batched

from sqlalchemy import ColumnElement, Connection, select

from dragoman.ledger import decisions, derived, rows, schema
from dragoman.ledger.identity.clusters import Link
from dragoman.ledger.identity.evidence import DOUBT, JOIN
from dragoman.models import Doubt, Joint, Record
from dragoman.values import CountryCode

records, record_entries, record_states = schema.records, schema.record_entries, schema.record_states

_DECIDED = "an analyst said so"
# Why two records that are alike enough to be one are not.
_TOLD_APART = "but one document tells of them as two"
_AT_ODDS = "but other sentences on the two are at odds"


def conditions(
    states: Iterable[CountryCode], kinds: Sequence[str], since: int | None, until: int | None
) -> list[ColumnElement[bool]]:
    """The conditions that ``Ledger.records`` names."""
    where: list[ColumnElement[bool]] = [
        records.c.id.in_(select(record_states.c.record).where(record_states.c.code == code)) for code in states
    ]
    if kinds:
        where.append(records.c.kind.in_(kinds))
    if since is not None or until is not None:
        where.append(records.c.first.is_not(None) | records.c.last.is_not(None))
    if since is not None:
        where.append(records.c.last.is_(None) | (records.c.last >= date(since, 1, 1)))
    if until is not None:
        where.append(records.c.first.is_(None) | (records.c.first <= date(until, 12, 31)))
    return where


def find(connection: Connection, name: str, whole: bool = False) -> list[Record]:
    """The records with this id, or with an entry whose key is this or, unless it has to be ``whole``, begins so."""
    column = record_entries.c.entry
    where = column == name if whole else rows.begins(column, name)
    if exact := list(derived.find_records(connection, records.c.id == name)):
        return exact
    holding = select(record_entries.c.record).where(where)
    return list(derived.find_records(connection, records.c.id.in_(holding)))


def joints(connection: Connection, record: Record) -> list[Joint]:
    """As few pairs as hold the record together, decisions first, then the surest."""
    members = set(record.entries)
    decided = decisions.pairs(decisions.read(connection, sorted(members)))
    found = [Link(*pair, math.inf, (_DECIDED,)) for pair, same in decided.items() if same and members.issuperset(pair)]
    linked = derived.links_of(connection, sorted(members), JOIN).values()
    found += [link for link in linked if members.issuperset((link.first, link.second))]
    held: dict[str, str] = {}
    kept = []
    for link in sorted(found, key=lambda link: (-link.points, link.first, link.second)):
        first, second = _root(held, link.first), _root(held, link.second)
        if first != second:
            held[first] = second
            kept.append(Joint(entries=(link.first, link.second), score=chance(link.points), reasons=link.reasons))
    return kept


def doubts(connection: Connection, about: Record | None = None) -> list[Doubt]:
    """Pairs of records that a link leads across, but for those that were decided; each once, by its strongest link.

    With ``about`` those of one record alone. What was held back though it is alike enough to be one says why, and is no
    likelier than what is barely joined.
    """
    strongest: dict[tuple[str, str], Link] = {}
    if about is None:
        crossing = list(derived.all_links(connection, DOUBT, math.inf))
    else:
        linked = derived.links_of(connection, about.entries, DOUBT).values()
        crossing = sorted(linked, key=lambda link: (-link.points, link.first, link.second))
    record_of = _records_of(connection, {key for link in crossing for key in (link.first, link.second)})
    across = [link for link in crossing if record_of.get(link.first) != record_of.get(link.second)]
    apart = _parted(connection, {record_of[key] for link in across for key in (link.first, link.second)})
    for link in across:
        one, other = record_of[link.first], record_of[link.second]
        pair = (min(one, other), max(one, other))
        if pair not in apart:
            strongest.setdefault(pair, link)
    held_back = {id for pair, link in strongest.items() if link.points >= JOIN for id in pair}
    documents = _documents_of(connection, held_back)
    return [_doubt(link, record_of, documents) for link in strongest.values()]


def _doubt(link: Link, record_of: Mapping[str, str], documents: Mapping[str, set[str]]) -> Doubt:
    keys = (link.first, link.second)
    one, other = record_of[link.first], record_of[link.second]
    reasons = link.reasons
    if link.points >= JOIN:
        both = documents.get(one, set()) & documents.get(other, set())
        reasons = (*reasons, _TOLD_APART if both else _AT_ODDS)
    return Doubt(records=(one, other), entries=keys, score=chance(min(link.points, JOIN)), reasons=reasons)


def chance(points: float) -> float:
    """How likely two entries with so many points are one thing: a half between doubt and joint."""
    return round(1 / (1 + math.exp(-(min(points, 50.0) - (JOIN + DOUBT) / 2) / 0.75)), 3)


def _root(held: dict[str, str], key: str) -> str:
    while key in held:
        key = held[key]
    return key


def _records_of(connection: Connection, keys: Iterable[str]) -> dict[str, str]:
    """The record of each of these entries."""
    found: dict[str, str] = {}
    wanted = sorted(keys)
    for start in range(0, len(wanted), derived.AT_ONCE):
        some = wanted[start : start + derived.AT_ONCE]
        query = select(record_entries.c.entry, record_entries.c.record).where(record_entries.c.entry.in_(some))
        found.update((entry, record) for entry, record in connection.execute(query))
    return found


def _documents_of(connection: Connection, ids: Iterable[str]) -> dict[str, set[str]]:
    """The documents, by SHA-256, that tell of each of these records."""
    found: dict[str, set[str]] = {}
    entries = schema.entries.c
    for some in batched(sorted(ids), derived.AT_ONCE):
        query = select(record_entries.c.record, entries.document).join(
            schema.entries, entries.key == record_entries.c.entry
        )
        for record, document in connection.execute(query.where(record_entries.c.record.in_(some))):
            found.setdefault(record, set()).add(document)
    return found


def _parted(connection: Connection, ids: Iterable[str]) -> set[tuple[str, str]]:
    """The pairs of records between which an analyst found two entries different."""
    keys = derived.entries_in(connection, sorted(ids))
    decided = decisions.pairs(decisions.read(connection, sorted(keys)))
    different = [pair for pair, same in decided.items() if not same]
    record_of = _records_of(connection, {key for pair in different for key in pair})
    parted = set()
    for first, second in different:
        if first in record_of and second in record_of:
            one, other = record_of[first], record_of[second]
            parted.add((min(one, other), max(one, other)))
    return parted
