"""Names of states, organisations and places, found in a text by one walk over its words."""

from __future__ import annotations

import re
from calendar import month_name
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache
from itertools import pairwise

from dragoman.knowledge import any_of, read_tsv
from dragoman.reading.states.bare_cities import TOWN, bare_cities, is_led, is_strange
from dragoman.reading.states.known_names import (
    FOR_A_STATE,
    OF_A_STATE,
    WORD,
    Known,
    Name,
    NameKind,
    cities,
    fold,
    gazetteer,
    key_of,
)
from dragoman.reading.states.shared_names import kept_apart, meant, sharing
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
# A small town that a gathering is called after: "the Boao Business Forum".
_GATHERING = re.compile(rf"(?:\s[A-Z0-9][\w’'-]*){{0,2}}\s{any_of('place_names.toml', 'gatherings')}\b")
# What a city only lends its name to: "Kingston Beach", "London Road".
_CALLED_AFTER_IT = re.compile(rf" {any_of('place_names.toml', 'not_the_city')}\b")


def find_names(text: str) -> list[Name]:
    """The names of the gazetteer in ``text``, longest first at each place, without overlaps, in text order."""
    return list(_found(text))


@lru_cache(maxsize=4)  # one text is asked for by several readers in turn
def _found(text: str) -> list[Name]:
    names = list(_walk(text))
    several = [sharing(name, text) for name in names]
    alone = (name for name, states in zip(names, several, strict=True) if not states and name.kind != "city")
    sure = Counter(name.code for name in alone if name.code)
    towns = {name.code for name in names if name.kind == "city"}
    apart = kept_apart(sure, text)
    names = [meant(n, states, sure, towns, apart) if states else n for n, states in zip(names, several, strict=True)]
    bare = bare_cities(names, sure, text)
    kept = [name for name in names if name.key(text) not in bare and not is_strange(name, sure)]
    return _in_regions(_with_towns(kept, text), text)


def _with_towns(names: list[Name], text: str) -> list[Name]:
    """The names, and the towns that the text names right before their states, there and wherever it is led to them.

    "Victoria, Seychelles", "in Mbita, Kenya": the next "in Victoria" is no place of Australia either.
    """
    plain, found = fold(text), {name.start: name for name in names}
    taken = {at for name in names for at in range(name.start, name.end)}
    for town, code in dict(_towns_told(names, text)).items():
        known = Known(code, "city", people=TOWN)
        for again in re.finditer(rf"\b{re.escape(town)}\b", plain):
            start, end = again.span()
            other = found.get(start)
            same = other is not None and other.end == end and other.kind not in OF_A_STATE
            if (same or taken.isdisjoint(range(start, end))) and is_led(plain, start):
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
        code = CountryCode("USA") if georgia and town.key(text) in _american_towns() else region.code
        if (region.kind == "region" and (town.kind != "state" or code == "USA")) or code != region.code:
            for number, name in ((at, town), (at + 1, region)):
                names[number] = replace(name, known=replace(name.known, code=code, kind="region"))
    return names


@cache
def _american_towns() -> frozenset[str]:
    return frozenset(key for key, town in cities() if town.code == "USA")


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
    if known.kind == "city" and known.people < TOWN and count == 1:
        return bool(is_led(plain, start) or _GATHERING.match(plain, end))
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
