"""States by what people call them."""

from __future__ import annotations

import difflib
from functools import cache

import pycountry

from dragoman.knowledge import read_tsv
from dragoman.values import CountryCode

_CODE = 3  # letters of a code


def state_called(text: str) -> CountryCode:
    """The state that a code ("JPN", "jp") or a name ("Japan", "Japanese") stands for.

    ``ValueError`` if it is none, with the state that may be meant.
    """
    called = " ".join(text.replace("_", " ").split()).casefold()
    code = _states().get(called) or _former(called)
    if code is None:
        near = _near(called)
        hint = f"did you mean {near.country} ({near})?" if near else "write JPN or Japan"
        raise ValueError(f"there is no state {text!r}; {hint}")
    return code


def _near(called: str) -> CountryCode | None:
    """The state whose code or name is written nearly so: of two letters none, of a longer word by names alone."""
    if len(called) < _CODE:
        return None
    names = [name for name in _states() if len(called) == _CODE or len(name) > _CODE]
    near = difflib.get_close_matches(called, names, n=1, cutoff=0.75)
    return _states()[near[0]] if near else None


def _former(called: str) -> CountryCode | None:
    """The state that is no more, by its code."""
    try:
        return CountryCode(called.upper())
    except ValueError:
        return None


@cache
def _states() -> dict[str, CountryCode]:
    """The states by code and name in lower case; names that the sources print win over those of the standard."""
    known: dict[str, CountryCode] = {}
    for country in pycountry.countries:
        called = (country.alpha_3, country.alpha_2, country.name, getattr(country, "common_name", country.name))
        known |= {name.casefold(): CountryCode(country.alpha_3) for name in called}
    for row in read_tsv("states.tsv"):
        names = (row["code"], *row["names"].split("|"), *row["adjectives"].split("|"))
        known |= {name.casefold(): CountryCode(row["code"]) for name in names if name}
    return known
