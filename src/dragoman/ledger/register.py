"""The part of a ledger that tells of actors: a base of ``Ledger``, whose database and entries it asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from dragoman.ledger import rows, schema
from dragoman.ledger.actors.actor import Actor
from dragoman.ledger.actors.directory import Directory
from dragoman.ledger.actors.identifiers import Identifier
from dragoman.ledger.actors.naming import ActorKind
from dragoman.ledger.database import Database
from dragoman.values import CountryCode, Edtf

type Stamp = tuple[tuple[Any, ...], ...]
"""What changes with every document, decision or identifier: how many there are, by reader."""


class Register:
    """Actors, derived from the entries and kept in memory until the ledger changes."""

    _database: Database
    _derived: tuple[Stamp, Directory] | None = None

    def actors(self, *, kind: ActorKind | None = None, state: CountryCode | None = None) -> list[Actor]:
        """The states, organisations, persons, places and posts that entries name: by kind, the most named first.

        ``state`` is the one that they are or belong to.
        """
        named = self.directory()
        return [each for each in named if kind in (None, each.kind) and state in (None, each.code)]

    def actor(self, id: str) -> Actor:
        """The actor with this id or with the only id that begins so; the id of a state is its code.

        ``LedgerError`` if it is none or several.
        """
        return self.directory().only(id)

    def actor_of(self, name: str, state: CountryCode | None = None, when: Edtf | date | None = None) -> Actor | None:
        """The actor that a name means in a state and at a date; None if nobody is known by it, or several are.

        A post is its holder at that date: "Japanese prime minister" of 2016-05 is Shinzo Abe.
        """
        return self.directory().of(name, state, when)

    def actors_in(self, entry: str) -> list[Actor]:
        """The actors that the entry with this whole key names."""
        directory = self.directory()
        return [actor for id in directory.of_entry(entry) if (actor := directory.get(id))]

    def naming(self, actor: str) -> tuple[str, ...]:
        """The keys of the entries that name the actor with this whole id, in order of publication."""
        return self.directory().entries(actor)

    def directory(self) -> Directory:
        """All actors; derived anew if the ledger has changed since they last were."""
        with self._database.read() as connection:
            stamp = _stamp(connection)
            if self._derived is None or self._derived[0] != stamp:
                standing = rows.find_entries(connection, ~schema.entries.c.wrong)
                self._derived = stamp, Directory(standing, _identifiers(connection))
        return self._derived[1]

    def identify(self, identifiers: Iterable[Identifier]) -> int:
        """Write down what Wikidata and GeoNames call some actors, in place of what they were said to; how many are new.

        An identifier holds for the actor whom its name means, even if entries name that actor only later.
        """
        new = 0
        with self._database.write() as connection:
            held = set(_identifiers(connection))
            for given in identifiers:
                new += given not in held
                held.add(given)
                table, row = schema.identifiers, given.model_dump(mode="json") | {"state": given.state or ""}
                same = [table.c[column] == row[column] for column in ("kind", "state", "name")]
                connection.execute(delete(table).where(*same))
                connection.execute(insert(table), row)
        return new

    def identifiers(self) -> list[Identifier]:
        """The identifiers that were given, by kind, state and name."""
        with self._database.read() as connection:
            return list(_identifiers(connection))


def _identifiers(connection: Connection) -> Iterator[Identifier]:
    table = schema.identifiers
    for row in connection.execute(select(table).order_by(table.c.kind, table.c.state, table.c.name)).mappings():
        yield Identifier.model_validate(dict(row) | {"state": row["state"] or None})


def _stamp(connection: Connection) -> Stamp:
    documents, decisions = schema.documents, schema.decisions
    readers = select(documents.c.reader, func.count()).group_by(documents.c.reader).order_by(documents.c.reader)
    given = tuple(_identifiers(connection))
    newest = connection.execute(select(func.max(decisions.c.number))).scalar()
    return (tuple(map(tuple, connection.execute(readers))), (newest,), given)
