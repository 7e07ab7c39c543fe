"""The states in an entry: those of its parties and its place, and those that a post belongs or is accredited to."""

from __future__ import annotations

from functools import cache

from dragoman.knowledge import read_tsv
from dragoman.models import BaseEntry, Tenure
from dragoman.values import CountryCode


def states_of(entry: BaseEntry) -> frozenset[CountryCode]:
    """The codes of all states that take part in the entry, or that it takes place in."""
    place = {entry.place.country} if entry.place and entry.place.country else set()
    return actors_of(entry) | place


def actors_of(entry: BaseEntry) -> frozenset[CountryCode]:
    """The codes of the states that take part in the entry, wherever it takes place."""
    codes = {party.code for party in entry.parties if party.code}
    if isinstance(entry, Tenure):
        named = {party.name.casefold(): party.code for party in entry.parties if party.code}
        for name in filter(None, (entry.of, entry.to)):
            if code := named.get(name.casefold()) or _state_names().get(name.casefold()):
                codes.add(code)
    return frozenset(codes)


@cache
def _state_names() -> dict[str, CountryCode]:
    """The states by the names that ``states.tsv`` gives them, in lower case."""
    return {
        name.casefold(): CountryCode(row["code"]) for row in read_tsv("states.tsv") for name in row["names"].split("|")
    }


def state_of_name(name: str) -> CountryCode | None:
    """The state that goes by this name ("Belarus"), None if it is no state's."""
    return _state_names().get(name.casefold())
