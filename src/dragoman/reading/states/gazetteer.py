"""Names of states, organisations and places, found in a text by one walk over its words."""

from __future__ import annotations

import re
from calendar import month_name
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise

from dragoman.knowledge import any_of, read_tsv
from dragoman.reading.states.known_names import (
    FOR_A_STATE,
    OF_A_STATE,
    WORD,
    Known,
    NameKind,
    cities,
    fold,
    gazetteer,
    key_of,
)
from dragoman.reading.states.titled import is_titled
from dragoman.values import CountryCode

__all__ = ["FOR_A_STATE", "OF_A_STATE", "Known", "Name", "NameKind", "find_names", "fold", "key_of", "state_name"]

_SMALL = frozenset(
    {"of", "the", "and", "for", "in", "on", "da", "de", "do", "du", "des", "la", "le", "les", "d", "s", "es", "al",
     "el", "e", "y", "i", "ni", "to", "au"}
)  # fmt: skip
_JOINTS = frozenset(("", "-", "–", "'", "’", "&", "‐", "‑"))
# What stands before a later part of one word: "Nuku'alofa", "Port-au-Prince".
_INSIDE = frozenset("'’‘-")
# "US$", "US dollars": the world's money is no mention of the United States.
_MONEY = re.compile(r"\s?\$|\s(?:dollars?|cents)\b", re.I)
# "Portuguese-speaking countries", "English-language teaching": a tongue is no state.
_TONGUE = re.compile(
    r"[- ](?:speak|language|version|lesson|class|course|teach(?!ers)|textbook|translat|subtitle)|(?<=English) text\b",
    re.I,
)
# What follows the state of a town: "in Lima, Ohio, on Friday".
_CLOSED = frozenset((",", ".", ";", ")", ""))
# A town right before its state: "to Santiago, Chile"; led to as a place is, "in Mbita, Kenya", it need not be listed.
_TOWN_OF = re.compile(
    r"(?:\b(?P<in>in|near|outside)\s)?(?P<town>(?:[A-Z]['’]?[a-z][\w'’-]*\s){0,3}[A-Z]['’]?[a-z][\w'’-]*), \Z"
)
_TOWN_REACH = 60  # characters before a state in which its town stands
# A town smaller than this counts only after a word of place: its name may be an ordinary word or a surname.
_TOWN = 100_000
_PLACED = re.compile(
    r"\b(?:in|at|from|near|to|of|outside|around|via)(?: the)?"
    r"(?: (?:city|town|village|port|district|province))?(?: of)?\s+$"
)
# A small town that a gathering is called after: "the Boao Business Forum".
_GATHERING = re.compile(rf"(?:\s[A-Z0-9][\w’'-]*){{0,2}}\s{any_of('place_names.toml', 'gatherings')}\b")
# What a city only lends its name to: "Kingston Beach", "London Road".
_CALLED_AFTER_IT = re.compile(rf" {any_of('place_names.toml', 'not_the_city')}\b")
_YEAR = re.compile(r"(?<![\d#])(?:19|20)\d\d(?!\d)")
# Of two cities of one name the smaller may be meant if the other is not so many times its size.
_SMALLER = 4


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


def find_names(text: str) -> list[Name]:
    """The names of the gazetteer in ``text``, longest first at each place, without overlaps, in text order."""
    return list(_found(text))


@lru_cache(maxsize=4)  # one text is asked for by several readers in turn
def _found(text: str) -> list[Name]:
    names = list(_walk(text))
    several = [_several(name, text) for name in names]
    alone = (name for name, states in zip(names, several, strict=True) if not states and name.kind != "city")
    sure = Counter(name.code for name in alone if name.code)
    towns = {name.code for name in names if name.kind == "city"}
    apart = _apart(sure, text)
    meant = [_meant(n, states, sure, towns, apart) if states else n for n, states in zip(names, several, strict=True)]
    return _in_regions(_with_towns([name for name in meant if not _is_strange(name, sure)], text), text)


def _with_towns(names: list[Name], text: str) -> list[Name]:
    """The names, and the towns that the text names right before their states, there and wherever it is led to them.

    "Victoria, Seychelles", "in Mbita, Kenya": the next "in Victoria" is no place of Australia either.
    """
    plain, found = fold(text), {name.start: name for name in names}
    taken = {at for name in names for at in range(name.start, name.end)}
    for town, code in dict(_towns_told(names, text)).items():
        known = Known(code, "city", people=_TOWN)
        for again in re.finditer(rf"\b{re.escape(town)}\b", plain):
            start, end = again.span()
            other = found.get(start)
            same = other is not None and other.end == end and other.kind not in OF_A_STATE
            if (same or taken.isdisjoint(range(start, end))) and _PLACED.search(plain, max(0, start - 40), start):
                found[start] = Name(start, end, known)
    return sorted(found.values(), key=lambda name: name.start)


def _towns_told(names: list[Name], text: str) -> Iterator[tuple[str, CountryCode]]:
    """What stands right before a state and is a town there, as far as is known; the folded words and the state."""
    plain, at = fold(text), {name.start: name for name in names}
    for state in names:
        if state.kind != "state" or state.code is None or text[state.end : state.end + 1] not in _CLOSED:
            continue
        if beside := _TOWN_OF.search(plain, max(0, state.start - _TOWN_REACH), state.start):
            town, other = beside["town"], at.get(beside.start("town"))
            listed = (state.code, key_of(town)) in _towns()
            free = other is None and beside["in"] and town not in month_name
            if (listed and (other is None or other.code != state.code)) or free:
                yield town, state.code


@cache
def _towns() -> frozenset[tuple[CountryCode, str]]:
    """Every town and capital with its state, also where another of its name is the better known."""
    capitals = (
        (CountryCode(row["code"]), key_of(name))
        for row in read_tsv("states.tsv")
        for name in row["capitals"].split("|")
    )
    return frozenset((*capitals, *((town.code, key) for key, town in cities() if town.code)))


def _in_regions(names: list[Name], text: str) -> list[Name]:
    """The names, with a town before a region lying there: "Athens, Georgia", "Lebanon, Pennsylvania"."""
    for at, (town, region) in enumerate(pairwise(names)):
        beside = text[town.end : region.start] == ", " and text[region.end : region.end + 1] in _CLOSED
        if not beside or town.code == region.code or town.kind not in ("capital", "city", "state"):
            continue
        georgia = region.kind == "state" and region.code == "GEO" and town.kind != "state"
        code = CountryCode("USA") if georgia and _key(town, text) in _american_towns() else region.code
        if (region.kind == "region" and (town.kind != "state" or code == "USA")) or code != region.code:
            for number, name in ((at, town), (at + 1, region)):
                names[number] = replace(name, known=replace(name.known, code=code, kind="region"))
    return names


def _key(name: Name, text: str) -> str:
    return key_of(text[name.start : name.end])


@cache
def _american_towns() -> frozenset[str]:
    return frozenset(key for key, town in cities() if town.code == "USA")


def _is_strange(name: Name, sure: Counter[CountryCode]) -> bool:
    """Whether a small town lies in a state that the text does not name, while it names two others: it is another."""
    return name.kind == "city" and name.known.people < _TOWN and len(sure) > 1 and name.code not in sure


def _several(name: Name, text: str) -> tuple[CountryCode, ...]:
    """The states that share the name, or have a city of that name; none if only one does."""
    table = _shared() if name.kind in OF_A_STATE else _namesakes() if name.kind == "city" else {}
    return table.get(key_of(text[name.start : name.end]), ())


def _meant(
    name: Name,
    states: tuple[CountryCode, ...],
    sure: Counter[CountryCode],
    towns: set[CountryCode | None],
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


def _apart(sure: Counter[CountryCode], text: str) -> frozenset[CountryCode]:
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


def _walk(text: str) -> Iterator[Name]:
    known, longest = gazetteer()
    plain = fold(text)
    words = [(m.start(), m.end()) for m in WORD.finditer(plain)]
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
    tongue = known.kind in ("adjective", "people") and _TONGUE.match(plain, end)
    person = count == 1 and known.kind in ("city", "region", "capital") and is_titled(plain, start)
    if tongue or person or (known.code == "USA" and _MONEY.match(plain, end)):
        return False
    if known.kind == "city" and _CALLED_AFTER_IT.match(plain, end):
        return False
    if known.kind == "city" and known.people < _TOWN and count == 1:
        return bool(_PLACED.search(plain, max(0, start - 40), start) or _GATHERING.match(plain, end))
    return True


def _is_written(plain: str, words: list[tuple[int, int]], known: Known) -> bool:
    """Whether the words stand together and are capitalised as a name is (an acronym all through)."""
    start, end = words[0][0], words[-1][1]
    if known.acronym:
        written = plain[start:end]
        return (written.isupper() or (known.worded and written.istitle())) and end - start < 2 * len(words) + 12
    if known.kind == "none" and plain[start].isupper():
        return all(plain[before:after].isspace() for (_, before), (after, _) in pairwise(words))
    for (_, before), (after, _) in pairwise(words):
        gap = plain[before:after].strip()
        pointed = gap == "." and before - start <= 12
        set_apart = (gap == "," and len(words) > 3) or (gap == "(" and known.kind == "state")
        if gap not in _JOINTS and not pointed and not set_apart:
            return False
    return all(
        plain[first].isupper() or plain[first].isdigit() or plain[first:last] in _SMALL or plain[first - 1] in _INSIDE
        for first, last in words
    )


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
