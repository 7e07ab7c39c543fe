"""Leaders: the state of a head of state or government or of a foreign minister, by the name."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from rapidfuzz import fuzz

from dragoman.knowledge import read_tsv
from dragoman.reading.states.known_names import key_of
from dragoman.values import CountryCode

# Likeness, of 100, from which on two first names may be one: "aleksandr" and "alexander", but not "juan" and "jose".
_SPELLINGS = 60
# And of full names, where the text does not speak of the state.
_SURE = 85
# Who leads a state for so many years is known by the surname.
_LONG = 8


@cache
def _leaders() -> dict[str, list[tuple[CountryCode, int, int, str]]]:
    found: dict[str, list[tuple[CountryCode, int, int, str]]] = {}
    for row in read_tsv("leaders.tsv"):
        key = key_of(row["name"])
        term = (CountryCode(row["state"]), int(row["from"]), int(row["to"]), key)
        for part in {
            key,
            key.split()[-1],
            *([key.split()[0]] if row["state"] in ("CHN", "VNM", "KOR", "SGP", "TWN") else []),
        }:
            found.setdefault(part, []).append(term)
    return found


def known_leader(name: str, year: int | None, states: Iterable[str] = ()) -> CountryCode | None:
    """The state led by the person of that name around ``year`` (None: any year), among ``states`` if any of them is."""
    key = key_of(name)
    if not key:
        return None
    terms = _leaders().get(key) or _leaders().get(key.split(" ")[-1]) or []
    fitting = [
        t
        for t in terms
        if (year is None or t[1] - 1 <= year <= t[2] + 1) and (" " not in key or _same_person(key, t[3]))
    ]
    spoken = set(states)
    among = (
        {t[0] for t in fitting if t[0] in spoken}
        or {t[0] for t in terms if t[0] in spoken and (not fitting or " " not in key)}
        or {
            t[0]
            for t in fitting
            if " " not in key or len(key.split(" ")[0].rstrip(".")) == 1 or fuzz.ratio(key, t[3]) >= _SURE
        }
    )
    return among.pop() if len(among) == 1 else None


def leader_named(name: str) -> CountryCode | None:
    """The state that a person of exactly this full name led."""
    key = key_of(name)
    codes = {code for code, _, _, full in _leaders().get(key, []) if full == key and " " in key}
    return codes.pop() if len(codes) == 1 else None


def famous_leader(name: str) -> CountryCode | None:
    """The state that one of this surname alone led for long: "Mr Putin", "the Castro government".

    Of several the one who led it longest; of namesakes who led as long nobody.
    """
    key = key_of(name)
    own = (term for term in _leaders().get(key, []) if term[3].split(" ")[-1] == key)
    terms = sorted(((to - since, code) for code, since, to, _ in own), reverse=True)
    best = {code for years, code in terms if years == terms[0][0]}
    return best.pop() if terms and terms[0][0] >= _LONG and len(best) == 1 else None


def _same_person(one: str, other: str) -> bool:
    """Whether two full names may be of one person: the same last word, and first words that may be spellings of one."""
    first, second = one.split(" "), other.split(" ")
    initial = 1 in (len(first[0].rstrip(".")), len(second[0].rstrip(".")))
    like = first[0][0] == second[0][0] if initial else fuzz.ratio(first[0], second[0]) >= _SPELLINGS
    strange = {"dos", "das", "da"} & ({*first[-2:-1]} ^ {*second[-2:-1]})  # Dos Santos is not Santos
    return first == second or (first[-1] == second[-1] and like and not strange)
