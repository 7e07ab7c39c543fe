"""Which of several currencies is meant: that of the state that a text names most, in the year that it speaks of."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from dragoman.reading.quantities.currencies import Candidates, former_territories, predecessors, tender_in, territories
from dragoman.reading.states.gazetteer import find_names
from dragoman.values import CurrencyCode

DOLLAR: Candidates = ("$",)
# Countries are looked for in this many characters of the text.
_NEAR = 100_000
_STATE = 1000  # towns that a state is named by
_DOLLARS = re.compile(r"\$|dollar|\bU\.?S\b", re.IGNORECASE)


def choose(candidates: Candidates, written: str, text: str, dollar: CurrencyCode) -> CurrencyCode:
    """The one currency that is meant: of several the one whose country ``text`` names most, else the likeliest.

    ``written`` is the sum as the text has it. A name that passed on to a new currency, as "kwacha" did in 2013, means
    the one that was in force in the year that the text speaks of.
    """
    if candidates[0] == "$":
        return _coins_of(candidates[1:], text, dollar)
    near = text[:_NEAR]
    code = max(candidates, key=lambda code: _mentions(near, code))
    if once_mentioned := len(candidates) > 1 and not _mentions(near, code):  # the francs of France are no more
        code = max(candidates, key=lambda code: _mentions(near, code, once=True))
    if code in written:
        return CurrencyCode(code)
    year = _year(near)
    if year and once_mentioned and not tender_in(code, year):  # "cruzeiros" had three lives
        here = (each for each in candidates if _mentions(near, each, once=True))
        code = next((each for each in here if tender_in(each, year)), code)
    return CurrencyCode(predecessors().get((code, year), code))


def _coins_of(others: Candidates, text: str, dollar: CurrencyCode) -> CurrencyCode:
    """The dollar, or for coins that ``others`` have too ("80 cents") the currency of the state that a text names."""
    if not others or _DOLLARS.search(text):
        return dollar
    return CurrencyCode(max((dollar, *others), key=lambda code: _mentions(text[:_NEAR], code)))


def at_home(candidates: Candidates, text: str) -> bool:
    """Whether the text names a state that uses one of the currencies."""
    return any(_mentions(text[:_NEAR], code) for code in candidates)


@lru_cache(maxsize=64)
def _mentions(text: str, code: str, *, once: bool = False) -> int:
    """How often the states are named in whose territory a currency is (``once``: was) legal tender; towns count for
    little."""
    used_in = former_territories() if once else territories()
    return sum(_named(text)[state] for state, used in used_in.items() if code in used)


@lru_cache(maxsize=8)
def _named(text: str) -> Counter[str]:
    found: Counter[str] = Counter()
    for name in find_names(text):
        if name.code and name.kind != "organisation":
            found[str(name.code)] += 1 if name.kind in ("city", "region") else _STATE
    return found


@lru_cache(maxsize=8)
def _year(text: str) -> int:
    """The first year that the text names, 0 for none."""
    match = re.search(r"\b(?:19|20)\d\d\b", text)
    return int(match[0]) if match else 0
