"""Bare cities: names of cities that mean none, since nothing in the text shows a city: "Senator Kennedy"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from dragoman.knowledge import any_of
from dragoman.reading.states.known_names import Name, fold
from dragoman.values import CountryCode

# A town smaller than this counts only after a word of place: its name may be an ordinary word or a surname.
TOWN = 100_000
_LEADING = re.compile(
    r"\b(?:in|at|from|near|to|of|outside|around|via)(?: the)?"
    r"(?: (?:city|town|village|port|district|province))?(?: of)?\s+$"
)
# A city of as many people is meant by its name alone: "Osaka", "Montreal".
_METROPOLIS = 1_500_000
_PLACES = frozenset(("capital", "city", "region", "state"))
_LISTED = re.compile(r",? and |, | ?[-–/] ?")
# What shows a city behind its name: "Leipzig University", "the Bonn conference", "LEIPZIG, 3 May (DPA) -".
_CITY_HAS = "|".join(any_of("place_names.toml", key) for key in ("city_has", "gatherings"))
_SHOWN_BEHIND = re.compile(rf"(?:['’]s)?(?:\s[A-Z][\w’'-]*)?\s(?:{_CITY_HAS})\b")
_DATED_FROM = re.compile(r"[,.]?\s*(?:\d|\(|--|[–—]|-\s|[A-Z][a-z]{2,8}\.? \d)")
_BREAKS = ("\n", "  ")  # what paragraphs are parted by
_REACH = 40  # characters before a place in which the words that lead to it stand


def bare_cities(names: Sequence[Name], sure: Counter[CountryCode], text: str) -> frozenset[str]:
    """What cities of states that the text does not name are called, where nothing shows that a city is meant.

    A text that names other states leads to a city as to a place, lists it with another, is dated from it or calls it by
    what a city has ("Leipzig University"); else the name is a person's or a firm's: "the gas of Santos".
    """
    if not sure:
        return frozenset()
    plain, shown, bare = fold(text), set[str](), set[str]()
    for before, name in pairwise((None, *names)):
        if name is not None and name.kind == "city" and name.code not in sure and name.known.people < _METROPOLIS:
            (shown if _is_shown(plain, name, before) else bare).add(name.key(text))
    return frozenset(bare - shown)


def _is_shown(plain: str, name: Name, before: Name | None) -> bool:
    """Whether the words beside the name of a city show a city; ``before`` is the name before it."""
    listed = before is not None and before.kind in _PLACES and _LISTED.fullmatch(plain, before.end, name.start)
    opens = name.start == 0 or plain[: name.start].endswith(_BREAKS)
    dated = opens and _DATED_FROM.match(plain, name.end)
    return bool(listed or dated or _SHOWN_BEHIND.match(plain, name.end) or is_led(plain, name.start))


def is_led(plain: str, start: int) -> bool:
    """Whether right before ``start`` the folded text leads to a place: "in the town of"."""
    return _LEADING.search(plain, max(0, start - _REACH), start) is not None


def is_strange(name: Name, sure: Counter[CountryCode]) -> bool:
    """Whether a small town lies in a state that the text does not name, while it names two others: it is another."""
    return name.kind == "city" and name.known.people < TOWN and len(sure) > 1 and name.code not in sure
