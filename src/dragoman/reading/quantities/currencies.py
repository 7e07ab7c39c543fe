"""The names, codes and signs of currencies: CLDR's (through babel) and those of ``knowledge/currencies.tsv``."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

import pycountry
from babel.core import get_global
from babel.numbers import get_currency_name, list_currencies

from dragoman.knowledge import read_tsv
from dragoman.reading.quantities.phrases import Phrases, plain

# What a form may stand for, the likeliest first; "$" is the dollar of whoever speaks.
Candidates = tuple[str, ...]
# A small coin as the currencies that have it, the likeliest first, each with how many of it make one.
Coins = Mapping[str, float]
_SHORTEST_NAME = 5  # of those that may stand before a sum
_SIGN = re.compile(r"[^\w\s.'’/]")
_PREFIXED = ("dollar", "peso")  # currencies whose code may stand before "$": "CLP$"


@cache
def forms(where: str) -> Phrases[Candidates]:
    """What stands for a currency ``where`` the number is.

    "before" and "after" it as the table says; "code" behind it, with its capitals; "before small" where nothing else is
    written so; "before big", "after big", "spelt" and "loose" ("rs 5 million") only beside large sums, "spelt short"
    beside very large ones; "after home" only where its state is named; "after $" and "before $" make a dollar definite,
    "of a dollar" what ends there.
    """
    if where == "after":
        return Phrases(_names().items())
    if where == "spelt":  # "Pakistani rupees 40 billion": names that may also stand before a large sum
        return Phrases((name, codes) for name, codes in _names().items() if len(name) > _SHORTEST_NAME)
    if where == "of a dollar":  # "$5 million Jamaican"
        return Phrases(_of_dollars())
    if where == "before $":  # "HK $300", "Canadian $300"
        return Phrases(_before_a_dollar(), exact=True)
    if where == "spelt short":
        return Phrases((name, codes) for name, codes in _names().items() if 2 < len(name) <= _SHORTEST_NAME)
    if where == "before":
        return Phrases(_before().items(), exact=True)
    if where == "before small":  # "usd 10", "hk$20": no capitals, and yet nothing else
        living = {code.lower(): (code,) for code in _living() if code not in _listed()}
        signs = {form: codes for form, codes in _before().items() if len(form) > 1 and _SIGN.search(form)}
        return Phrases((living | signs).items())
    if where == "loose":
        return Phrases((form, codes) for form, codes in _before().items() if len(form) > 1)
    if where == "code":
        named = {form: codes for form, codes in _rows("after", "both").items() if form != form.lower()}
        codes = {code: (code,) for code in list_currencies() if code not in _listed()}
        return Phrases((codes | named).items(), exact=True)
    return Phrases(_rows(where).items(), exact=where == "before big")


@cache
def coins() -> Phrases[Coins]:
    """Small coins behind a number: "cents", "Canadian cents", "fils"."""
    found: dict[str, dict[str, float]] = {}
    for row in read_tsv("coins.tsv"):
        for form in row["forms"].split("|"):
            found.setdefault(form, {}).update(dict.fromkeys(row["codes"].split(), float(row["parts"])))
    found |= _coins_of_states(found)
    dollars = {name: codes for name, codes in _names().items() if name.endswith(" dollar")}
    for name, codes in dollars.items():
        cent = f"{name.removesuffix('dollar')}cent"
        found |= {cent: dict.fromkeys(codes, 100.0), f"{cent}s": dict.fromkeys(codes, 100.0)}
    return Phrases(found.items())


def _coins_of_states(coins: Mapping[str, Coins]) -> dict[str, dict[str, float]]:
    """Coins with the state that they are of: "Danish øre", "Mexican centavos"."""
    return {
        f"{_ascii(state)} {form}": {code: parts[code] for code in here}
        for row in read_tsv("states.tsv")
        for form, parts in coins.items()
        if len(form) > 1
        and (
            here := territories().get(row["code"], frozenset()) & set(parts)
            or former_territories().get(row["code"], frozenset()) & set(parts)
        )
        for state in f"{row['names']}|{row['adjectives']}".split("|")
    }


@cache
def dollars() -> frozenset[str]:
    """The codes of all dollars."""
    return frozenset(code for name, codes in _names().items() if name.endswith(" dollar") for code in codes)


@cache
def territories() -> dict[str, frozenset[str]]:
    """Alpha-3 codes of countries with the codes of the currencies that are legal tender there today."""
    now = {}
    for territory, currencies in get_global("territory_currencies").items():
        country = pycountry.countries.get(alpha_2=territory)
        codes = frozenset(code for code, _, until, tender in currencies if tender and until is None)
        if codes and country:
            now[country.alpha_3] = codes
    return now


@cache
def former_territories() -> dict[str, frozenset[str]]:
    """Alpha-3 codes of countries with the codes of the currencies that were legal tender there and now are nowhere."""
    once: dict[str, frozenset[str]] = {}
    for territory, currencies in get_global("territory_currencies").items():
        country = pycountry.countries.get(alpha_2=territory)
        codes = frozenset(code for code, _, _, tender in currencies if tender) - _living()
        if codes and country:
            once[country.alpha_3] = codes
    return once


@cache
def predecessors() -> dict[tuple[str, int], str]:
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
def tender_in(code: str, year: int) -> frozenset[str]:
    """Alpha-2 codes of the countries where a currency was legal tender in a year."""
    return frozenset(
        territory
        for territory, currencies in get_global("territory_currencies").items()
        for each, since, until, legal in currencies
        if each == code and legal and (since or (0,))[0] <= year <= (until or (9999,))[0]
    )


@cache
def succeeded_by(today: str) -> frozenset[str]:
    """The codes of the currencies that bore the name of ``today``'s before it."""
    return frozenset(code for (now, _), code in predecessors().items() if now == today)


def _rows(*where: str) -> dict[str, Candidates]:
    rows = read_tsv("currencies.tsv")
    return {row["form"]: tuple(row["code"].split()) for row in rows if row["where"] in where}


@cache
def _listed() -> frozenset[str]:
    """The forms of the table: a code among them is written as the table says and in no other way."""
    return frozenset(row["form"] for row in read_tsv("currencies.tsv"))


@cache
def _living() -> frozenset[str]:
    return frozenset[str]().union(*territories().values())


@cache
def _before() -> dict[str, Candidates]:
    codes = {code: (code,) for code in list_currencies() if code not in _listed()}
    names = {code: get_currency_name(code, locale="en").lower() for code in codes}
    signed = [code for code, name in names.items() if any(word in name for word in _PREFIXED)]
    signs = {sign: (code,) for code in signed for sign in (f"{code}$", f"${code}")}
    return {**codes, **signs, **_rows("before", "both")}


@cache
def _names() -> dict[str, Candidates]:
    """What a currency is called behind a number: the names of CLDR, of the table, and both with the state's name."""
    never = {plain(form) for form in _rows("never", "after big", "after home")}
    own = {form: codes for form, codes in _rows("after", "both").items() if form == form.lower()}
    small = {code.lower(): (code,) for code in _living() if code not in _listed()}
    cldr = {name: codes for name, codes in _cldr_names() if name not in never}
    return _short_dollars() | dict(_with_state(_rows("after big", "after home") | own)) | cldr | small | own


def _with_state(nouns: dict[str, Candidates]) -> Iterator[tuple[str, Candidates]]:
    """Nouns of several currencies with the state that uses one: "Costa Rican colones", "Swedish crowns"."""
    for row in read_tsv("states.tsv"):
        here, once = (used_in.get(row["code"], frozenset()) for used_in in (territories(), former_territories()))
        for noun, codes in nouns.items():
            used = here & set(codes) or once & set(codes)  # "Greek drachmae"
            if len(used) == 1 and noun.replace(" ", "").isalpha() and noun.islower():
                for state in f"{row['names']}|{row['adjectives']}".split("|"):
                    yield f"{_ascii(state)} {noun}", tuple(used)


def _short_dollars() -> dict[str, Candidates]:
    """ "HK dollars", "TT dollars": by the letters of their signs."""
    signs = {
        form[:-1].lower(): codes
        for form, codes in _rows("before", "both").items()
        if re.fullmatch(r"[A-Za-z]{2,}\$", form)
    }
    kept = {
        s: codes
        for s, codes in signs.items()
        if all(get_currency_name(c, locale="en").endswith("Dollar") for c in codes)
    }
    return {f"{sign} {noun}": codes for sign, codes in kept.items() for noun in ("dollar", "dollars")}


def _before_a_dollar() -> Iterator[tuple[str, Candidates]]:
    """Letters, codes and adjectives that tell whose dollar a sign behind them is."""
    for form, codes in _rows("before", "both").items():
        if re.fullmatch(r"[A-Z]{2,}\$", form) and set(codes) <= dollars():
            yield form[:-1], codes
    yield from ((code, (code,)) for code in dollars() & _living())
    for row in read_tsv("states.tsv"):
        if own := territories().get(row["code"], frozenset()) & dollars():
            names = set(row["names"].split("|"))
            yield from ((adjective, tuple(own)) for adjective in row["adjectives"].split("|") if adjective not in names)


def _of_dollars() -> Iterator[tuple[str, Candidates]]:
    for row in read_tsv("states.tsv"):
        if own := territories().get(row["code"], frozenset()) & dollars():
            yield from ((adjective, tuple(own)) for adjective in row["adjectives"].split("|"))


def _cldr_names() -> Iterator[tuple[str, Candidates]]:
    """Names such as "kenyan shillings", "kenya shillings" and, where one living currency is so called, "naira".

    Beside CLDR's plural stands the one in -s, which texts use too: "Thai bahts".
    """
    bare: dict[str, set[str]] = defaultdict(set)
    for code in sorted(list_currencies()):
        for name in {form for count in (1, 2, None) for form in _numbers(get_currency_name(code, count, locale="en"))}:
            yield name, (code,)
            if code in _living() and " " in name:
                bare[name.rsplit(" ", 1)[1]].add(code)
    for word, codes in sorted(bare.items()):
        if len(codes) == 1:
            yield word, tuple(codes)
        for row in read_tsv("states.tsv"):
            if len(here := codes & territories().get(row["code"], frozenset())) == 1:
                for state in f"{row['names']}|{row['adjectives']}".split("|"):
                    yield f"{_ascii(state)} {word}", tuple(here)


def _numbers(name: str) -> Iterator[str]:
    name = _ascii(name)
    if "(" not in name:
        yield name
        if not name.endswith("s"):
            yield f"{name}s"


def _ascii(name: str) -> str:
    return unicodedata.normalize("NFKD", plain(name)).encode("ascii", "ignore").decode().lower()
