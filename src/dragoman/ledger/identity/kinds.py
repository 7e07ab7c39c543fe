"""The rules for each kind of entry: what makes one event, instrument, activity, figure or tenure of two."""

from __future__ import annotations

import math
import re
from functools import cache, lru_cache

from babel.numbers import get_currency_name, list_currencies

from dragoman.knowledge import read_toml
from dragoman.ledger.actors.names import PERHAPS, SURE, same_person
from dragoman.ledger.identity import evidence as rules
from dragoman.ledger.identity.evidence import Evidence
from dragoman.ledger.identity.features import Features
from dragoman.ledger.identity.timing import happening, lasting
from dragoman.models import Activity, Amount, Tenure

_NEAR = 0.005
"""Two values so near to each other (as a share of the larger) are one value, rounded."""
_ROUGHLY = 0.05
_RESTATED = 0.35
"""A sum that was raised or cut differs from the first by so much at most, as a rule."""
_LITTLE = 0.8
"""Words in common of less weight do not tell that two activities have one purpose."""
_VAGUE = frozenset({"cooperation", "other"})
"""Types that say little."""
_PLAIN = frozenset({"visit", "meeting", "call", "forum"})
"""Events that states, day and place tell from each other; of others it must be told what they are about."""
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
    if rules.wording(a, b, found, most=3.0, each=1.5) < _LITTLE and not {a.type, b.type} <= _PLAIN:
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
    equal = _amounts(a, b, found)
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
    elif one.unit != other.unit and not (_is_money(one) and _is_money(other)):
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
    close = _distance(one, other)
    if close is not None and one.unit == other.unit:
        found.add(
            *((2.5, "the same value") if close <= _NEAR else (-0.5 if a.days and b.days else -2.0, "other values"))
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


def _amounts(a: Features, b: Features, found: Evidence) -> bool:
    """Sums: an odd sum tells more than a round one; another may be the first restated. Whether they are equal."""
    if (a.amount is None) != (b.amount is None):
        return _told_in_words(a, b, found)
    alike = a.amount and b.amount and (a.amount.unit == b.amount.unit or _both_dollars(a.amount, b.amount))
    if a.amount and b.amount and not alike and _is_money(a.amount) and _is_money(b.amount):
        if a.document == b.document:
            found.apart = "two sums in one document"
        found.add(-1.0, "sums in different currencies")
    apart = _distance(a.amount, b.amount) if a.amount and b.amount and alike else None
    if apart is None or not a.amount or not b.amount:
        return False
    if apart <= _NEAR:
        value = a.amount.value or a.amount.high or a.amount.low or 0.0
        found.sum = found.scale * {1: 1.0, 2: 1.5, 3: 2.25}.get(_digits(value), 3.0)
        found.add(found.sum / found.scale, "the same amount")
    elif apart <= _ROUGHLY and (a.amount.approx or b.amount.approx):
        found.add(1.5, "about the same amount")
    elif a.document == b.document:
        found.apart = "two sums in one document"
    elif a.amount.value in b.sums or b.amount.value in a.sums:
        found.add(2.0, "one sum is told beside the other")
    else:
        found.add(-1.0 if apart < _RESTATED else -2.0 if apart < 0.8 else -3.0, "amounts differ")
    return apart <= _NEAR


def _told_in_words(a: Features, b: Features, found: Evidence) -> bool:
    """Whether the amount of one stands in the quote of the other, which was read without it."""
    amount, sums = (a.amount, b.sums) if a.amount else (b.amount, a.sums)
    told = amount is not None and amount.value in sums and a.document != b.document
    if told:
        found.add(2.0, "the same sum is told")
    return told


def _both_dollars(one: Amount, other: Amount) -> bool:
    """Whether both are the same number of dollars: a document seldom says whose, and is then read as American ones."""
    gap = _distance(one, other)
    if "USD" not in (one.unit, other.unit) or gap is None or gap > _NEAR:
        return False
    return one.unit in _dollars() and other.unit in _dollars()


@cache
def _dollars() -> frozenset[str]:
    """The codes of currencies that are called dollars."""
    return frozenset(code for code in list_currencies() if get_currency_name(code, locale="en").endswith("Dollar"))


def _distance(one: Amount, other: Amount) -> float | None:
    """How far two values are from each other, as a share of the larger; None if they cannot be compared."""
    first, second = _range(one), _range(other)
    if first is None or second is None:
        return None
    pairs = [abs(x - y) / max(abs(x), abs(y), 1e-9) for x, y in zip(first, second, strict=True)]
    return max(pairs)


def _range(amount: Amount) -> tuple[float, float] | None:
    low = amount.value if amount.value is not None else amount.low
    high = amount.value if amount.value is not None else amount.high
    if low is None and high is None:
        return None
    return (low if low is not None else high or 0.0, high if high is not None else low or 0.0)


@lru_cache(maxsize=1 << 14)
def _digits(value: float) -> int:
    """The digits of a number that are no zeros at its end: 1 of 30,000, 4 of 123,700."""
    if not value:
        return 1
    return len(f"{abs(value) / 10 ** math.floor(math.log10(abs(value))):.6f}".rstrip("0").replace(".", ""))


def _is_money(amount: Amount) -> bool:
    return amount.unit is not None and amount.unit.is_money


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
