"""Organisations: a key that the names of one share, and whether two names are of one.

Acronyms and other names come from ``knowledge/organisations.tsv`` and ``organisation_names.toml``; beside these
"Ministry of Health of Chad", "Chad's Health Ministry" and "Chadian Ministry of Health" have one key by rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from rapidfuzz import fuzz

from dragoman.knowledge import read_toml, read_tsv
from dragoman.ledger.actors.names import Likeness
from dragoman.ledger.actors.spelling import fold
from dragoman.reading.states.gazetteer import OF_A_STATE, find_names, key_of

_WORD = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*")
# Spellings of one long name, slips of OCR included; shorter names differ by a letter.
_ALIKE, _LONG = 93.0, 14


@lru_cache(maxsize=1 << 16)
def organisation_key(name: str, state: str | None = None) -> str:
    """A key that the names of one organisation share; ``state`` is the one that it is known to belong to.

    The key begins with the state, or "-" for a body of no state that is known.
    """
    if listed := _listed(name, state):
        return listed
    key = _by_rule(name, state)
    return _listed_by_rule().get(key, key)


@lru_cache(maxsize=1 << 16)
def same_organisation(one: str, other: str, states: tuple[str | None, str | None] = (None, None)) -> Likeness:
    """How likely two names are of one organisation, from 0 to 1, and why; ``states`` are those that they belong to."""
    first, second = organisation_key(one, states[0]), organisation_key(other, states[1])
    if first == second:
        return Likeness(1.0, ("names of one organisation",))
    (owner, *words), (other_owner, *other_words) = first.split(" "), second.split(" ")
    if owner != other_owner and "-" not in (owner, other_owner):
        return Likeness(0.0, (f"of two states: {owner}, {other_owner}",))
    if words == other_words:
        return Likeness(0.85, ("one name, of which one tells the state",))
    for short, long in ((one, other), (other, one)):
        if is_acronym(short) and short.replace(".", "") in acronyms(long):
            return Likeness(0.85, (f"{short} is made of the initials",))
    if len(" ".join(words)) >= _LONG and fuzz.ratio(" ".join(words), " ".join(other_words)) >= _ALIKE:
        return Likeness(0.85, ("two spellings of one name",))
    return Likeness(0.0, ("two names",))


def is_acronym(name: str) -> bool:
    """Whether a name is one word in capitals, such as "UNDP" or "U.N."; figures may follow ("G20")."""
    bare = name.replace(".", "")
    return bare.isalnum() and bare.isupper() and 2 <= len(bare) <= 8


@lru_cache(maxsize=1 << 16)
def acronyms(name: str) -> frozenset[str]:
    """The acronyms that a name of several words may be shortened to: with and without its small words."""
    words = [word for word in re.findall(r"[^\W\d_]+", name) if word.casefold() != "the"]
    if len(words) < 3:
        return frozenset()
    large = [word for word in words if word[0].isupper()]
    return frozenset("".join(word[0].upper() for word in some) for some in (words, large) if len(some) > 2)


@lru_cache(maxsize=1 << 16)
def listed_name(key: str) -> str | None:
    """The full name that knowledge gives the organisation with this key, None for one that it does not list."""
    return _full_names().get(key)


def _listed(name: str, state: str | None) -> str | None:
    """The key that knowledge gives a name; an acronym only if it is written as one, and none of another state."""
    for code, key in _keys().get(key_of(name), ()):
        if not (code and state and code != state) and (not _only_acronym(key_of(name)) or name[0].isupper()):
            return key
    return None


def _only_acronym(key: str) -> bool:
    return " " not in key and len(key) < 6


@lru_cache(maxsize=1 << 16)
def _by_rule(name: str, state: str | None) -> str:
    """The states and the telling words of a name, in an order that does not hang on its grammar."""
    mentions = [found for found in find_names(name) if found.code and found.kind in OF_A_STATE | {"capital"}]
    mission = any(word in _missions() for word in _plain_words(name))
    national = [found for found in mentions if found.kind in OF_A_STATE or mission]
    owner = state or next((found.code for found in national if found.code), None)
    others = sorted({found.code for found in national if found.code} - {owner})
    rest = name
    for found in reversed(national):
        rest = f"{rest[: found.start]} {rest[found.end :]}"
    words = sorted(set(_field(_plain_words(rest)))) or sorted(set(_plain_words(name)))
    return " ".join((owner or "-", *others, *words))


def _plain_words(name: str) -> list[str]:
    """The telling words in lower case, each in one spelling; words joined by a hyphen are one ("grass-roots")."""
    folded = (fold_word(word) for word in _WORD.findall(name.replace("’s", "").replace("'s", "").replace("&", " and ")))
    return [_spelled().get(word, word) for word in folded if word and word not in _empty()]


def fold_word(word: str) -> str:
    """A word of a name in lower case and plain letters; figures are kept."""
    return "".join(part if part.isdigit() else fold(part) for part in re.findall(r"\d+|\D+", word))


def _field(words: list[str]) -> Iterable[str]:
    """The words of a ministry with the usual name of its field in place of others."""
    if "ministry" not in words:
        return words
    rest = [word for word in words if word != "ministry"]
    return ["ministry", *(_fields().get(" ".join(sorted(rest))) or rest)]


def field_words(text: str) -> tuple[str, ...]:
    """The words of a field ("Foreign Affairs", "External Relations") as its usual name has them, in order."""
    words = _plain_words(text)
    return tuple(sorted(set(_fields().get(" ".join(sorted(words))) or words)))


@cache
def _fields() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for names in read_toml("organisation_names.toml")["fields"]:
        usual = tuple(_plain_words(names[0]))
        found |= {" ".join(sorted(_plain_words(name))): usual for name in names}
    return found


@cache
def _spelled() -> dict[str, str]:
    return {word: words[0] for words in read_toml("organisation_names.toml")["words"] for word in words}


@cache
def _empty() -> frozenset[str]:
    return frozenset(read_toml("organisation_names.toml")["empty"])


@cache
def _missions() -> frozenset[str]:
    return frozenset(read_toml("organisation_names.toml")["missions"])


@cache
def _keys() -> dict[str, list[tuple[str, str]]]:
    """State and key of each name that knowledge lists."""
    found: dict[str, list[tuple[str, str]]] = {}
    for names, state in _rows():
        known = next((held for name in names for code, held in found.get(key_of(name), ()) if code == state), None)
        key = known or _by_rule(_full(names), state or None)
        for name in names:
            if (state, key) not in found.setdefault(key_of(name), []):
                found[key_of(name)].append((state, key))
    return found


@cache
def _full_names() -> dict[str, str]:
    """The first name of each line that is no acronym, by key."""
    full: dict[str, str] = {}
    for names, state in _rows():
        key = _listed(names[0], state or None)
        if key and key not in full:
            full[key] = _full(names)
    return full


def _full(names: list[str]) -> str:
    return next((name for name in names if not is_acronym(name)), names[0])


@cache
def _listed_by_rule() -> dict[str, str]:
    """The key of what knowledge lists by what the rule makes of each full name: "Co-operation" for "Cooperation"."""
    return {
        _by_rule(name, state or None): key
        for names, state in _rows()
        for name in names
        if not is_acronym(name) and " " in name and (key := _listed(name, state or None))
    }


def _rows() -> Iterator[tuple[list[str], str]]:
    for row in read_toml("organisation_names.toml")["same"]:
        yield row["names"], row["state"]
    for line in read_tsv("organisations.tsv"):
        yield line["names"].split("|"), line["state"]
