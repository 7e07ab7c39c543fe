"""The rules for each kind of entry: what makes one event, instrument, activity, figure or tenure of two."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from dragoman.knowledge import read_toml
from dragoman.ledger.actors.names import PERHAPS, SURE, same_person
from dragoman.ledger.identity import evidence as rules
from dragoman.ledger.identity.amounts import NEAR, amounts, distance, is_money
from dragoman.ledger.identity.evidence import Evidence
from dragoman.ledger.identity.features import Features
from dragoman.ledger.identity.timing import happening, lasting
from dragoman.models import TALKS, Activity, Tenure

_LITTLE = 0.8
"""Words in common of less weight do not tell that two activities have one purpose."""
_VAGUE = frozenset({"cooperation", "other"})
"""Types that say little."""
_TERM = 4 * 366
"""Days within which a surname alone in one post is one person."""


def events(a: Features, b: Features, found: Evidence) -> None:
    """Events: type, states, direction, numbers, days, persons, places, words."""
    _types(a, b, found, other=None)
    if not found.apart:
        _direction(a, b, found)
    for rule in (rules.states, rules.counted, happening):
        if found.apart:
            return
        rule(a, b, found)
    rules.people(a, b, found)
    rules.bodies(a, b, found)
    rules.places(a, b, found)
    # Talks are told from each other by states, day and place; of other events it must be told what they are about.
    if rules.wording(a, b, found, most=3.0, each=1.5) < _LITTLE and not {a.type, b.type} <= TALKS:
        found.add(-2.0, "nothing tells that both are about one thing")
    rules.document(a, b, found)


def instruments(a: Features, b: Features, found: Evidence) -> None:
    """Instruments: type, states, numbers, the words of the name, then dates and persons; missions by where they are."""
    _types(a, b, found, other=-2.0)
    if a.type == b.type == "mission" and a.country and b.country and a.country != b.country:
        found.apart = "missions in two states"
    for rule in (rules.states, rules.counted):
        if found.apart:
            return
        rule(a, b, found)
    if short := acronym(a.name, b.name) or acronym(b.name, a.name):
        found.add(4.0, f"{short} is short for the other name")
    rules.wording(a, b, found, most=5.0)
    rules.naming(a, b, found)
    lasting(a, b, found)
    rules.people(a, b, found)
    rules.another(a, b, found)
    rules.only(a, b, found)
    rules.document(a, b, found)


def activities(a: Features, b: Features, found: Evidence) -> None:
    """Activities: type, states, what it is for, amount, then dates and place."""
    works = "construction" in (a.type, b.type)
    _types(a, b, found, other=0.0 if a.built and b.built else -1.0 if works else -0.5)
    for rule in (rules.states, rules.counted):
        if found.apart:
            return
        rule(a, b, found)
    rules.things(a, b, found)
    if found.apart:
        return
    _sectors(a, b, found)
    if a.givers & b.takers and b.givers & a.takers and not a.givers & b.givers:
        found.add(-1.5, "given the other way")
    equal = amounts(a, b, found)
    if rules.wording(a, b, found, most=4.5, each=1.6) < _LITTLE:
        if min(a.weight, b.weight) >= _LITTLE:
            found.add(-0.5 if equal else -1.0, "for other purposes")
        else:
            found.add(-0.75 if equal else -1.0, "nothing tells that it is for one purpose")
    rules.towns(a, b, found)
    rules.bodies(a, b, found, much=0.25)
    rules.places(a, b, found, much=1.0, other=-0.4)
    lasting(a, b, found)
    rules.another(a, b, found)
    rules.document(a, b, found)


def figures(a: Features, b: Features, found: Evidence) -> None:
    """Figures: one measure of one thing for one period; the values may differ, and then the record has several."""
    one, other = a.amount, b.amount
    assert one and other, "figures have an amount"
    if a.type != b.type:
        found.apart = "another measure"
    elif one.unit != other.unit and not (is_money(one) and is_money(other)):
        found.apart = "another unit"
    elif a.days and b.days and a.days != b.days:
        found.apart = "another period"
    elif a.givers != b.givers and a.givers and b.givers:
        found.apart = "of other states"
    if found.apart:
        return
    rules.states(a, b, found)
    if found.apart:
        return
    if a.days:
        found.add(2.0 if b.days else -1.0, "the same period" if b.days else "the period of one is not told")
    close = distance(one, other)
    if close is not None and one.unit == other.unit:
        found.add(
            *((2.5, "the same value") if close <= NEAR else (-0.5 if a.days and b.days else -2.0, "other values"))
        )
    likeness = 1.0 if a.words == b.words else rules.alike(a.words, b.words)
    found.add(4 * likeness - 2.0, "the same thing counted" if likeness > 0.5 else "other things counted")
    rules.document(a, b, found)


def tenures(a: Features, b: Features, found: Evidence) -> None:
    """Tenures: one person in one post, whenever seen there."""
    one, other = a.entry, b.entry
    assert isinstance(one, Tenure) and isinstance(other, Tenure), "the rules are those of the kind"
    likeness = same_person(one.person, other.person)
    if likeness.score < PERHAPS:
        found.apart = "other persons"
        return
    rules.states(a, b, found)
    if found.apart:
        return
    found.add(*((3.0, "the same person") if likeness.score >= SURE else (1.0, "the same surname")))
    words = rules.alike(a.words, b.words)
    if words >= 0.6 or not a.words or not b.words:
        found.add(2.0, "the same post")
    elif set(a.words) <= set(b.words) or set(b.words) <= set(a.words):
        found.add(1.0, "one post says more")
    else:
        found.add(-2.5, "other posts")
    if likeness.score < SURE and a.days and b.days:
        apart = max(0, a.days[0] - b.days[1], b.days[0] - a.days[1])
        found.add(*((1.0, "in the same years") if apart <= _TERM else (-2.0, "years apart")))


def _types(a: Features, b: Features, found: Evidence, other: float | None) -> None:
    """The types: the same, of one family, or ``other`` points for strangers (None: they are apart)."""
    if a.type == b.type:
        found.add(-0.4 if a.type in _VAGUE else 1.0, f"both {a.type.replace('_', ' ')}")
    elif not _families(a.kind, a.type) & _families(b.kind, b.type):
        if other is None:
            found.apart = f"{a.type} and {b.type}"
        else:
            found.add(other, f"{a.type} and {b.type}".replace("_", " "))


@cache
def _families(kind: str, type: str) -> frozenset[str]:
    families = read_toml("identity.toml")["families"][kind]
    return frozenset(name for name, types in families.items() if type in types)


def _direction(a: Features, b: Features, found: Evidence) -> None:
    """Who comes and who is visited: the visit in the other direction is another one."""
    if a.type == b.type and a.type in ("visit", "delivery") and a.takers and b.takers:
        if not a.takers & b.takers:
            found.apart = "in the other direction" if a.takers & b.givers else "to another state"
        elif a.takers == b.takers and a.givers & b.givers and a.people and b.people:
            found.add(0.75, "in the same direction")


def _sectors(a: Features, b: Features, found: Evidence) -> None:
    one, other = (each.entry.sector if isinstance(each.entry, Activity) else None for each in (a, b))
    if one and other:
        found.add(*((0.4, "of one sector") if one == other else (-0.3, "of other sectors")))


_SHORT = re.compile(r"\b(?=(?:[^\W\d_]*[A-Z]){3})[^\W\d_]{3,}\b")
_LONG = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=1 << 15)
def acronym(short: str, long: str) -> str | None:
    """The acronym in ``short`` that stands for words of ``long``: ChAFTA, China–Australia Free Trade Agreement."""
    words = [word.lower() for word in _LONG.findall(long)]
    for candidate in _SHORT.findall(short):
        if candidate.lower() not in words and any(_spells(candidate.lower(), words[i:]) for i in range(len(words))):
            return str(candidate)
    return None


@lru_cache(maxsize=1 << 15)
def short_names(name: str) -> frozenset[str]:
    """What a name and its acronym share: the first letters of its last two words, or the last two of the acronym."""
    shared = {f"~{short[-2:].lower()}" for short in _SHORT.findall(name)}
    capitals = [word for word in _LONG.findall(name) if word[0].isupper()]
    if len(capitals) > 2:
        shared.add(f"~{capitals[-2][0]}{capitals[-1][0]}".lower())
    return frozenset(shared)


def _spells(letters: str, words: list[str]) -> bool:
    """Whether the letters are beginnings (up to three letters) of these words in turn; small words may be skipped."""
    if not letters:
        return True
    if not words:
        return False
    first, rest = words[0], words[1:]
    for size in (1, 2, 3):
        if letters[:size] == first[:size] and len(first) >= size and _spells(letters[size:], rest):
            return True
    return len(first) <= 3 and first[0] != letters[0] and _spells(letters, rest)
