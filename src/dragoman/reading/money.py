"""Currencies under the names and signs that texts use: CLDR's (through babel) and ``knowledge/currencies.tsv``."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache

import pycountry
from babel.core import get_global
from babel.numbers import get_currency_name, list_currencies

from dragoman.knowledge import read_tsv
from dragoman.reading.gazetteer import find_names
from dragoman.reading.phrases import Phrases, plain
from dragoman.values import CurrencyCode

# What a form may stand for, the likeliest first; "$" is the dollar of whoever speaks.
Candidates = tuple[str, ...]
DOLLAR: Candidates = ("$",)
# Below this a "won" or "lei" is hardly money, and one letter before a number is hardly a currency.
_BIG = 1000
_SHORTEST_NAME = 5  # of those that may stand before a sum
# Countries are looked for in this many characters of the text.
_NEAR = 100_000


def currency_before(text: str, at: int, value: float) -> tuple[Candidates, int] | None:
    """The currency whose sign or name stands right before a number at ``at``, and where it starts."""
    found = _forms("before").before(text, at)
    if not found and value >= _BIG:
        found = _forms("before big").before(text, at) or _forms("spelt").before(text, at)
    if not found:
        return None
    codes, start = found
    letter = text[start:at].strip()
    return None if len(letter) == 1 and letter.isalpha() and text[at - 1] == " " else (codes, start)


def currency_after(text: str, at: int, value: float, sign: Candidates | None = None) -> tuple[Candidates, int] | None:
    """The currency named right behind a number that ends at ``at``, and where it ends.

    ``sign`` is the one before the number: "$5 million Australian" and "$5 million (US)" make the dollar definite.
    """
    found = _codes().after(text, at) or _forms("after").after(text, at)
    if not found and value >= _BIG:
        found = _forms("after big").after(text, at)
    if sign != DOLLAR:
        return found
    if found and found[0] != DOLLAR:
        return found
    bracket = re.compile(r"\s?\((\w{2,4})\)").match(text, at)
    named = _forms("after $").after(text, at)
    if bracket and (inside := _forms("after $").after(bracket[1], 0) or _codes().after(bracket[1], 0)):
        return inside[0], bracket.end()
    return named


def minor_after(text: str, at: int) -> tuple[Candidates, int] | None:
    """The currency of which the word behind a number names a hundredth ("50 cents"), and where the word ends."""
    return _forms("minor").after(text, at)


def choose(candidates: Candidates, written: str, text: str, dollar: CurrencyCode) -> CurrencyCode:
    """The one currency that is meant: of several the one whose country ``text`` names most, else the likeliest.

    ``written`` is the sum as the text has it. A name that passed on to a new currency, as "kwacha" did in 2013, means
    the one that was in force in the year that the text speaks of.
    """
    if candidates == DOLLAR:
        return dollar
    near = text[:_NEAR]
    code = max(candidates, key=lambda code: _mentions(near, code)) if len(candidates) > 1 else candidates[0]
    return CurrencyCode(code if code in written else _predecessors().get((code, _year(near)), code))


@lru_cache(maxsize=64)
def _mentions(text: str, code: str) -> int:
    """How often the states are named in whose territory a currency is legal tender."""
    return sum(_named(text)[state] for state, used in _territories().items() if code in used)


@lru_cache(maxsize=8)
def _named(text: str) -> Counter[str]:
    certain = ("state", "adjective", "people", "capital", "nickname")
    return Counter(str(name.code) for name in find_names(text) if name.code and name.kind in certain)


@lru_cache(maxsize=8)
def _year(text: str) -> int:
    """The first year that the text names, 0 for none."""
    match = re.search(r"\b(?:19|20)\d\d\b", text)
    return int(match[0]) if match else 0


@cache
def _predecessors() -> dict[tuple[str, int], str]:
    """Which currency of the same name was in force, by today's currency and year (from 1900 on)."""
    names = {code: _ascii(get_currency_name(code, 2, locale="en")).split(" (")[0] for code in list_currencies()}
    found: dict[tuple[str, int], str] = {}
    for spans in get_global("territory_currencies").values():
        tender = [(code, since, until) for code, since, until, legal in spans if legal and since and until]
        for code, since, until in tender:
            for today in {now for now, _, end, legal in spans if legal and end is None and names[now] == names[code]}:
                found |= {(today, year): code for year in range(max(1900, since[0]), until[0])}
    return found


@cache
def _forms(where: str) -> Phrases[Candidates]:
    table = read_tsv("currencies.tsv")
    if where == "spelt":  # "Pakistani rupees 40 billion": names that may also stand before a large sum
        return Phrases((name, codes) for name, codes in _after() if len(name) > _SHORTEST_NAME)
    wanted = (where, "both") if where in ("before", "after") else (where,)
    own = {row["form"]: tuple(row["code"].split()) for row in table if row["where"] in wanted}
    if where.startswith("before"):
        if where == "before big":
            return Phrases(own.items(), exact=True)
        listed = {row["form"] for row in table}
        codes = {code: (code,) for code in list_currencies() if code not in listed}
        signs = {f"{code}$": (code,) for code in codes if "dollar" in get_currency_name(code, locale="en").lower()}
        return Phrases({**codes, **signs, **own}.items(), exact=True)
    return Phrases(_after() if where == "after" else own.items())


@cache
def _after() -> list[tuple[str, Candidates]]:
    """What a currency is called behind a number: the names of CLDR, of the table, and both with the state's name."""
    table = read_tsv("currencies.tsv")
    never = {plain(row["form"]) for row in table if row["where"] in ("never", "after big")}
    own = {row["form"]: tuple(row["code"].split()) for row in table if row["where"] in ("after", "both")}
    nouns = {row["form"]: tuple(row["code"].split()) for row in table if row["where"] == "after big"} | own
    names = dict(_with_state(nouns)) | {name: codes for name, codes in _cldr_names() if name not in never} | own
    return list(names.items())


def _with_state(nouns: dict[str, Candidates]) -> Iterator[tuple[str, Candidates]]:
    """Nouns of several currencies with the state that uses one: "Costa Rican colones", "Swedish crowns"."""
    for row in read_tsv("states.tsv"):
        here = _territories().get(row["code"], frozenset())
        for noun, codes in nouns.items():
            if len(used := here & set(codes)) == 1 and noun.isalpha() and noun.islower():
                for state in f"{row['names']}|{row['adjectives']}".split("|"):
                    yield f"{_ascii(state)} {noun}", tuple(used)


@cache
def _codes() -> Phrases[Candidates]:
    """ISO 4217 codes, in capitals."""
    never = {row["form"] for row in read_tsv("currencies.tsv") if row["where"] == "never"}
    return Phrases(((code, (code,)) for code in list_currencies() if code not in never), exact=True)


@cache
def _territories() -> dict[str, frozenset[str]]:
    """Alpha-3 codes of countries with the codes of the currencies that are legal tender there today."""
    now = {}
    for territory, currencies in get_global("territory_currencies").items():
        country = pycountry.countries.get(alpha_2=territory)
        codes = frozenset(code for code, _, until, tender in currencies if tender and until is None)
        if codes and country:
            now[country.alpha_3] = codes
    return now


def _cldr_names() -> Iterator[tuple[str, Candidates]]:
    """Names such as "kenyan shillings", "kenya shillings" and, where one living currency is so called, "naira"."""
    bare: dict[str, set[str]] = defaultdict(set)
    living = frozenset[str]().union(*_territories().values())
    for code in sorted(list_currencies()):
        for count in (1, 2, None):
            name = _ascii(get_currency_name(code, count, locale="en"))
            if "(" in name:
                continue
            yield name, (code,)
            if code in living and " " in name:
                bare[name.rsplit(" ", 1)[1]].add(code)
    for word, codes in bare.items():
        if len(codes) == 1:
            yield word, tuple(codes)
        for row in read_tsv("states.tsv"):
            if len(here := codes & _territories().get(row["code"], frozenset())) == 1:
                for state in f"{row['names']}|{row['adjectives']}".split("|"):
                    yield f"{_ascii(state)} {word}", tuple(here)


def _ascii(name: str) -> str:
    return unicodedata.normalize("NFKD", plain(name)).encode("ascii", "ignore").decode().lower()
