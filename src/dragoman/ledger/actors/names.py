"""Names of persons: what one is made of, and whether two are of one person.

    same_person("Hayashi Yoshimasa", "Yoshimasa Hayashi").score   # 0.95, "the names in another order"
    same_person("Mr Seko", "Hiroshige Seko").score                # 0.7, "only the surname"
    same_person("Kim Jong Il", "Kim Jong Un").score               # 0.0

Spellings are compared by their sound, roughly, as ``knowledge/names.toml`` says; ``knowledge/given_names.tsv`` knows
that Alyaksandr is Alexander and Bill is William.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product
from typing import NamedTuple

from dragoman.knowledge import read_toml
from dragoman.ledger.actors.spelling import INITIAL, SAME, VARIANT, alike, fold, initial, names_like, skeleton

SURE = 0.85
"""From this likeness on two names are of one person, if nothing else speaks against it."""
PERHAPS = 0.6
"""From this likeness on one name may be short for the other."""

_WORD = re.compile(r"[^\W\d_]+(?:['’`][^\W\d_]+)*\.?")


class Likeness(NamedTuple):
    """How alike two names are, from 0 (of two) to 1 (of one), and why."""

    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersonName:
    """The words of a name without titles, in lower case and plain letters, family name last.

    ``certain`` tells that the writing shows which the family name is ("HAYASHI Yoshimasa", "Hayashi, Yoshimasa");
    ``generation`` is "jr", "ii" or the like.
    """

    words: tuple[str, ...]
    certain: bool = False
    generation: str | None = None


@lru_cache(maxsize=1 << 16)
def read_name(text: str) -> PersonName:
    """The parts of a person's name; no words if there is none beside titles."""
    family, comma, given = text.partition(",")
    if comma and _kept(given):
        first, last = _kept(given), _kept(family)
        if last:
            return _named([*first, *last], certain=True)
    words = _kept(family)
    capitals = [word for word in words if len(word) > 1 and word.isupper()]
    if capitals and len(capitals) < len(words):
        plain = [word for word in words if word not in capitals]
        if not all(_is_initial(word) for word in plain):
            return _named([*plain, *capitals], certain=True)
    return _named(words)


def person_key(name: str) -> str:
    """A key that spellings and orders of one full name share: "hayashi iosimasa" is not for reading."""
    return " ".join(sorted(skeleton(word) for word in read_name(name).words))


def surname_keys(name: str) -> frozenset[str]:
    """What candidates are found by: the words that may be the surname, the last one and, unless the writing shows
    which it is, the first one too."""
    parsed = read_name(name)
    words = parsed.words[-1:] if parsed.certain else parsed.words[-1:] + parsed.words[:1]
    return frozenset(skeleton(word) for word in words if len(word) > 1)


@lru_cache(maxsize=1 << 16)
def initials(name: str) -> tuple[str, ...]:
    """The first letters that the words of a name may have, in other spellings too, in order."""
    words = read_name(name).words
    return tuple(sorted({form[0] for word in words for form in (word, skeleton(word), *names_like(word))}))


@lru_cache(maxsize=1 << 18)
def same_person(one: str, other: str, states: tuple[str | None, str | None] = (None, None)) -> Likeness:
    """How likely two names are of one person; ``states`` are the states that each is known to belong to.

    1 for one spelling, 0.85 and more for one full name in two spellings or orders, 0.6 to 0.85 where one may be short
    for the other, 0 where given names, generations or surnames differ. Two states leave a third of the likeness.
    """
    found = _compare(read_name(one), read_name(other))
    if found.score and states[0] and states[1] and states[0] != states[1]:
        return Likeness(round(found.score / 3, 3), (*found.reasons, f"of two states: {states[0]}, {states[1]}"))
    return found


def _named(words: Sequence[str], certain: bool = False) -> PersonName:
    plain = [folded for word in words if (folded := fold(word))]
    last = plain[-1] if len(plain) > 1 and plain[-1] in _list("generations") else None
    sons, particles = _list("sons"), _list("particles")
    joined: list[str] = []
    after_son = False
    for word in plain[:-1] if last else plain:
        if word in sons and joined:
            after_son = True
        elif word not in particles or len(plain) == 1:
            joined.append(f"bin {word}" if after_son else word)
            after_son = False
    return PersonName(tuple(joined), certain, last and last.replace("nr", "r").replace("junior", "jr"))


def _kept(text: str) -> list[str]:
    """The words of a name as written, without titles before it and letters after it."""
    words = _WORD.findall(text)
    suffixes = _list("suffixes")
    while len(words) > 1 and _is_title(words[0], words[1]):
        del words[0]
    while len(words) > 1 and words[-1].rstrip(".").casefold() in suffixes and words[-1].isupper():
        del words[-1]
    return [word.rstrip(".") for word in words]


def _is_title(word: str, following: str) -> bool:
    """Whether a word is a title; some are family names too: He Yafei, but HE the Ambassador, and Tan Sri."""
    plain = word.rstrip(".").casefold()
    if plain not in _list("titles"):
        return False
    return plain not in _family_first() or word.isupper() or following.rstrip(".").casefold() in _list("titles")


def _is_initial(word: str) -> bool:
    return len(word) == 1


def _compare(one: PersonName, other: PersonName) -> Likeness:
    if not one.words or not other.words:
        return Likeness(0.0, ("no name",))
    if one.generation and other.generation and one.generation != other.generation:
        return Likeness(0.0, (f"{one.generation} and {other.generation}",))
    short, long = sorted((one, other), key=lambda name: (len(name.words), name.words))
    if len(short.words) == 1:
        found = _single(short.words[0], long)
    else:
        found = max((_ordered(*order) for order in _orders(short, long)), key=lambda likeness: likeness.score)
        if not found.score and (joined := _syllables(short, long)):
            return joined
    if found.score and one.generation != other.generation:
        return Likeness(round(found.score * 0.8, 3), (*found.reasons, "only one name tells father from son"))
    return found


def _single(word: str, long: PersonName) -> Likeness:
    if len(long.words) == 1:
        score = alike(word, long.words[0])
        return Likeness(round(0.7 * score, 3), ("only the surname",)) if score else Likeness(0.0, ("two surnames",))
    if score := alike(word, long.words[-1]):
        return Likeness(round(0.7 * score, 3), ("only the surname",))
    if not long.certain and (score := alike(word, long.words[0])):
        if long.words[0] in _family_first():
            return Likeness(round(0.7 * score, 3), ("only the surname, which stands first",))
        return Likeness(round(0.4 * score, 3), ("only the first name",))
    return Likeness(0.0, ("no name in common",))


def _orders(short: PersonName, long: PersonName) -> list[tuple[tuple[str, ...], tuple[str, ...], bool]]:
    """The ways to lay the two names side by side; True where one of them is turned round."""
    turns = [[(name.words, False)] + ([] if name.certain else [(_turned(name.words), True)]) for name in (short, long)]
    return [(one[0], other[0], one[1] or other[1]) for one, other in product(*turns) if not (one[1] and other[1])]


def _turned(words: tuple[str, ...]) -> tuple[str, ...]:
    return (*words[1:], words[0])


def _syllables(short: PersonName, long: PersonName) -> Likeness | None:
    """One name of two whose family names stand first and whose given names are written in one word or in several."""
    family = alike(short.words[0], long.words[0])
    given = alike("".join(short.words[1:]), "".join(long.words[1:]))
    if min(family, given) < VARIANT or len(short.words) == len(long.words) == 2:
        return None
    return Likeness(round(family * given, 3), ("the given names in one word or several",))


def _ordered(short: tuple[str, ...], long: tuple[str, ...], turned: bool) -> Likeness:
    """The likeness of two names whose family names are taken to be their last words."""
    family = alike(short[-1], long[-1])
    if not family:
        return Likeness(0.0, ("two surnames",)) if turned else _beginning(short, long)
    given = _given(short[:-1], long[:-1])
    if not given.score or (turned and (len(short) != len(long) or given.score < INITIAL)):
        return given._replace(score=0.0)
    score = round(family * given.score * (0.95 if turned else 1.0), 3)
    spelled = ("two spellings of one surname",) if family < SAME or short[-1] != long[-1] else ()
    order = ("the names in another order",) if turned else ()
    return Likeness(score, (*given.reasons, *spelled, *order) or ("the same name",))


def _beginning(short: tuple[str, ...], long: tuple[str, ...]) -> Likeness:
    """One name is how the other begins: "Enrique Peña", "Enrique Peña Nieto"."""
    scores = [alike(one, other) for one, other in zip(short, long, strict=False)]
    if len(short) < len(long) and min(scores) >= VARIANT:
        return Likeness(0.8, ("one name is how the other begins",))
    return Likeness(0.0, ("two surnames",))


def _given(short: Sequence[str], long: Sequence[str]) -> Likeness:
    """The likeness of given names, of which ``short`` has no more than ``long``."""
    if (joined := alike("".join(short), "".join(long))) >= VARIANT:
        return Likeness(joined, ("two spellings of one given name",) if joined < SAME else ())
    pairs = list(zip(short, long, strict=False))
    scores = [alike(one, other) or initial(one, other) for one, other in pairs]
    if not scores[0]:
        later = [word for word in long[1:] if alike(short[0], word) >= VARIANT]
        if len(short) == 1 and later and len(short[0]) > 1:
            return Likeness(0.8, ("one of several given names",))
        return Likeness(0.0, (f"two given names: {short[0]}, {long[0]}",))
    if not all(scores):
        return Likeness(0.0, ("two middle names",))
    reasons = []
    if any(one != other and score != INITIAL for (one, other), score in zip(pairs, scores, strict=True)):
        reasons.append("two spellings of one given name")
    if INITIAL in scores:
        reasons.append("an initial for a given name")
    if len(long) > len(short):
        reasons.append("a middle name besides")
    score = min(scores) * (SAME if len(long) == len(short) else 0.97)
    return Likeness(round(score, 3), tuple(reasons))


@cache
def _list(name: str) -> frozenset[str]:
    posts, names = read_toml("posts.toml"), read_toml("names.toml")
    if name == "titles":
        lists = (posts["honorifics"], posts["ranks"], posts["announcing"], posts["strong"], posts["former"], ["prime"])
        return frozenset(word.casefold() for words in lists for word in words)
    return frozenset(names.get(name) or posts[name])


@cache
def _family_first() -> frozenset[str]:
    return _list("family_first") | _list("chinese")
