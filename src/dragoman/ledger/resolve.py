"""Records brought up to date: from nothing, or only as far as new entries and decisions reach.

Both ways give the same rows. What is to be done stands in ``stale``; a mark goes in the transaction that did the work,
so that a process that is killed leaves the rest to the next one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from dragoman.ledger import decisions, derived, rows, schema
from dragoman.ledger.database import Database
from dragoman.ledger.identity import rules
from dragoman.ledger.identity.candidates import Progress
from dragoman.ledger.identity.clusters import cluster
from dragoman.ledger.identity.evidence import JOIN
from dragoman.ledger.neighbours import bring_links, features_in
from dragoman.ledger.records import derive_all, records_of

type Decided = Mapping[tuple[str, str], bool]

_ANEW = 5
"""One stale entry costs as much as so many of all when everything is derived anew."""
_BATCH = 500
"""Stale entries that are brought up to date in one transaction: other writers wait for a second or two at most."""


@dataclass(frozen=True)
class _Task:
    """What is to be done, as seen at one moment."""

    marks: Mapping[int, str]
    turn: int
    anew: bool


def resolve(database: Database, progress: Progress | None = None, *, anew: bool = False) -> int:
    """Bring the records up to date; the number of records that were made. Safe beside other processes.

    With ``anew`` everything is derived from nothing, whether stale or not.
    """
    made = _anew(database, progress) if anew else 0
    while True:
        with database.read() as connection:
            task = _task(connection)
        if not task.marks and not task.anew:
            return made
        database.check_writable("its records are older than its documents or than this program")
        made += _anew(database, progress) if task.anew else _some(database, progress, len(task.marks))


def is_stale(connection: Connection) -> bool:
    """Whether there is something to bring up to date."""
    if derived.state_of(connection).get("rules") == rules():
        return connection.execute(select(schema.stale.c.number).limit(1)).first() is not None
    return connection.execute(select(schema.entries.c.key).limit(1)).first() is not None


def _task(connection: Connection) -> _Task:
    state = derived.state_of(connection)
    marks = derived.stale_marks(connection)
    entries = int(connection.execute(select(func.count()).select_from(schema.entries)).scalar_one())
    other_rules = state.get("rules") != rules() and (entries > 0 or bool(state))
    anew = other_rules or len(set(marks.values())) * _ANEW > max(entries, _BATCH * _ANEW)
    return _Task(marks, int(state.get("turn", 0)), anew)


def _anew(database: Database, progress: Progress | None) -> int:
    """Derive everything. The work is done on the ledger of one moment, and dropped if another process was faster."""
    with database.read() as connection:
        task = _task(connection)
        entries = list(rows.find_entries(connection, ~schema.entries.c.wrong))
        decided = decisions.pairs(decisions.read(connection))
        ranks, quotes = derived.ranks(connection), derived.quotes(connection, entries)
    found = derive_all(entries, decided, ranks, quotes, progress)
    with database.write() as connection:
        if int(derived.state_of(connection).get("turn", 0)) != task.turn:
            return 0
        derived.clear(connection)
        derived.put_rows(connection, (derived.Row(*place) for place in found.places))
        derived.put_links(connection, found.links)
        number = derived.put_records(connection, found.records())
        derived.forget_marks(connection, task.marks)
        derived.put_state(connection, rules(), task.turn + 1)
    return number


def _some(database: Database, progress: Progress | None, total: int) -> int:
    """Bring a batch of stale entries up to date, in one transaction."""
    with database.write() as connection:
        task = _task(connection)
        if task.anew or not task.marks:
            return 0
        keys = sorted(set(task.marks.values()))[:_BATCH]
        number = _reach(connection, keys)
        derived.forget_marks(connection, [mark for mark, key in task.marks.items() if key in set(keys)])
        derived.put_state(connection, rules(), task.turn + 1)
    if progress:
        progress(total - len(task.marks) + len(keys), total)
    return number


def _reach(connection: Connection, keys: list[str]) -> int:
    """Derive anew the records of these entries, and of all that they had or have to do with."""
    entries = derived.standing(connection, keys)
    touched = bring_links(connection, keys, entries) | set(keys)
    old = derived.records_with(connection, touched)
    part, decided = _connected(connection, touched | derived.entries_in(connection, old))
    old |= derived.records_with(connection, part)
    entries = derived.standing(connection, sorted(part))
    features = features_in(connection, entries)
    links = derived.links_of(connection, sorted(entries), JOIN).values()
    derived.drop_records(connection, sorted(old))
    groups = cluster(features, links, decided)
    return derived.put_records(connection, records_of(entries, groups, derived.ranks(connection)))


def _connected(connection: Connection, start: set[str]) -> tuple[set[str], Decided]:
    """All entries that links or decisions lead to, and what was decided among them."""
    part: set[str] = set()
    decided: dict[tuple[str, str], bool] = {}
    frontier = start
    while frontier:
        part |= frontier
        known = sorted(frontier)
        found = {key for pair in derived.links_of(connection, known, JOIN) for key in pair}
        pairs = decisions.pairs(decisions.read(connection, known))
        decided |= pairs
        found |= {key for pair, same in pairs.items() if same for key in pair}
        frontier = found - part
    return part, decisions.pairs(decisions.read(connection, sorted(part))) if decided else {}
