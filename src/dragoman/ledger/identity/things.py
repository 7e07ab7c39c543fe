"""What activities are for: schools, ports, wells, as groups of nouns of ``identity.toml``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from dragoman.knowledge import read_toml
from dragoman.ledger.identity.words import stem, weigh
from dragoman.reading.states.gazetteer import find_names


def things_in(words: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """The groups of things that are named, with the nouns that name them."""
    found: dict[str, frozenset[str]] = {}
    for word in words:
        if group := _thing_of().get(word):
            found[group] = found.get(group, frozenset()) | {word}
    return found


@cache
def _thing_of() -> dict[str, str]:
    """The group of things that a noun, by its stem, stands for."""
    return {stem(noun): thing for thing, nouns in read_toml("identity.toml")["things"].items() for noun in nouns}


def words_of_places(phrase: str) -> frozenset[str]:
    """The words of a phrase that only stand in names of cities: Port Moresby is no port."""
    return frozenset(weigh(phrase).keys() - weigh(_without_places(phrase)).keys())


def _without_places(phrase: str) -> str:
    """A phrase without the names of cities."""
    for name in reversed(find_names(phrase)):
        if name.kind in ("capital", "city", "region"):
            phrase = f"{phrase[: name.start]} {phrase[name.end :]}"
    return phrase
