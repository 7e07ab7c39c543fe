"""Shared names: what is meant by a name that several states have, or have a city of: "Congo", "Guinea", "Cordoba"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from functools import cache

from dragoman.knowledge import read_tsv
from dragoman.reading.states.known_names import OF_A_STATE, Name, cities, key_of
from dragoman.values import CountryCode

_YEAR = re.compile(r"(?<![\d#])(?:19|20)\d\d(?!\d)")
# Of two cities of one name the smaller may be meant if the other is not so many times its size.
_SMALLER = 4


def sharing(name: Name, text: str) -> tuple[CountryCode, ...]:
    """The states that share the name, or have a city of that name; none if only one does."""
    table = _shared() if name.kind in OF_A_STATE else _namesakes() if name.kind == "city" else {}
    return table.get(name.key(text), ())


def meant(
    name: Name,
    states: tuple[CountryCode, ...],
    sure: Counter[CountryCode],
    towns: Collection[CountryCode | None],
    apart: frozenset[CountryCode],
) -> Name:
    """A name that several states share, given to the one that the text names otherwise too: a city's most often.

    Else a state's is given to the one in which a ``town`` of the text lies, or that lies beside a state of the text,
    else to the first that the other side does not keep ``apart`` from.
    """
    if name.kind == "city":
        code = max(states, key=lambda state: sure[state])
    else:
        near = (state for state in states if state in towns or any(sure[other] for other in _beside().get(state, ())))
        first = next((state for state in states if state not in apart), states[0])
        code = next((state for state in states if sure[state]), None) or next(near, first)
    return replace(name, known=replace(name.known, code=code))


@cache
def _shared() -> dict[str, tuple[CountryCode, ...]]:
    return {
        key_of(name): tuple(map(CountryCode, row["states"].split("|")))
        for row in read_tsv("ambiguous.tsv")
        for name in row["names"].split("|")
    }


@cache
def _beside() -> dict[CountryCode, tuple[CountryCode, ...]]:
    """Of states that share their name, those whose neighbours tell them from the others, with these neighbours."""
    told = (row["beside"].split(":") for row in read_tsv("ambiguous.tsv") if row["beside"])
    return {CountryCode(state): tuple(map(CountryCode, others.split("|"))) for state, others in told}


def kept_apart(sure: Counter[CountryCode], text: str) -> frozenset[CountryCode]:
    """The states that the only one the text surely names did not recognise in the latest year that it writes."""
    years = [int(year) for year in _YEAR.findall(text)] if len(sure) == 1 else []
    if not years:
        return frozenset()
    rows = (row["apart"].split(":") for row in read_tsv("ambiguous.tsv") if row["apart"])
    return frozenset(CountryCode(one) for one, other, until in rows if other in sure and max(years) <= int(until))


@cache
def _namesakes() -> dict[str, tuple[CountryCode, ...]]:
    """The states of cities of one name, the largest first; those that are much smaller than it are left out."""
    found: dict[str, dict[CountryCode, int]] = {}
    for key, city in sorted(cities(), key=lambda city: -city[1].people):
        named = found.setdefault(key, {})
        if city.code and city.people * _SMALLER > max(named.values(), default=0):
            named.setdefault(city.code, city.people)
    return {key: tuple(named) for key, named in found.items() if len(named) > 1}
