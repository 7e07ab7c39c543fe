"""Units of measure, qualifiers and labels of numbers, and nouns that count people, from the ``knowledge`` tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from dragoman.knowledge import any_of, read_tsv
from dragoman.reading.quantities.numerals import Numeral
from dragoman.reading.quantities.phrases import Phrases

_WEIGHING = re.compile(
    r"\bweigh\w*\b[^.;]*$|\b(?:s?he|i|who) (?:has |had )?"
    rf"{any_of('number_cues.toml', 'weighing')} (?:[a-z]+ )?\S+$",
    re.IGNORECASE,
)
_OF_WHAT = re.compile(r" of ((?:[A-Za-z]+ ?){1,3})")
_AND_HALF = re.compile(r" and a (half|quarter)\b(?! [a-z]+ion\b)")
_NEAR = 40  # characters before a number in which it is told to weigh
_IRREGULAR = ("%", "²", "³", "°", "feet", "inches")


@cache
def units() -> Phrases[str]:
    """Units written in letters of any case, with their plurals."""
    return Phrases((form, row["unit"]) for row in read_tsv("units.tsv") for form in _spelt(row["names"]))


@cache
def symbols() -> Phrases[str]:
    """Units whose capitals matter, and abbreviations of one or two letters: "MW", "m", "ha"."""
    rows = read_tsv("units.tsv")
    names = ((name, row["unit"]) for row in rows for name in row["names"].split("|"))
    return Phrases(((name, unit) for name, unit in names if _is_symbol(name)), exact=True)


@cache
def measure_of(unit: str) -> str | None:
    """What a unit measures ("weight" for "tonne"), None for a thing that is counted."""
    return {row["unit"]: row["measure"] for row in read_tsv("units.tsv")}.get(unit)


@cache
def qualifiers(side: str) -> Phrases[str]:
    """Words ``before`` or ``after`` a number that bound it (min, max) or make it approximate (approx)."""
    return Phrases((row["phrase"], row["sense"]) for row in read_tsv("qualifiers.tsv") if row["side"] == side)


@cache
def labels(side: str) -> Phrases[bool]:
    """Words ``before``, ``after`` or ``joined`` to a number that make it a name: "Phase 2", "10 pm", "two-way".

    Behind pounds, those that are ``weighed`` make them a weight: "a 500-pound bomb".
    """
    return Phrases((row["word"], True) for row in read_tsv("labels.tsv") if row["side"] == side)


@cache
def long_things() -> frozenset[str]:
    """Plurals of what is measured in metres: "5m waves" are waves of five metres."""
    return frozenset(row["word"] for row in read_tsv("labels.tsv") if row["side"] == "long")


@cache
def pairs() -> frozenset[str]:
    """What there are two of whenever two parties are spoken of: countries, sides, leaders."""
    return frozenset(row["word"] for row in read_tsv("labels.tsv") if row["side"] == "pair")


@cache
def people() -> dict[str, str]:
    """Nouns that count people, each with the unit that it gives: "person", or the noun itself."""
    rows = read_tsv("people.tsv")
    return {row["noun"]: row["noun"] if row["unit"] == "-" else row["unit"] for row in rows}


@cache
def plurals() -> dict[str, str]:
    """Irregular plurals and abbreviations with the singular noun."""
    return {row["word"]: row["singular"] for row in read_tsv("plurals.tsv")}


@cache
def nationals() -> frozenset[str]:
    """Nouns for the people of a state, singular and plural, in lower case: "australians", "kyrgyz"."""
    found = set()
    for row in read_tsv("states.tsv"):
        for word in f"{row['adjectives']}|{row['people']}".lower().split("|"):
            found |= {word, f"{word}s"}
    return frozenset(found - {"", "s"})


def weighs(text: str, at: int, end: int) -> bool:
    """Whether "pounds" at characters ``at`` to ``end`` are weight: of a thing that is no money, or told to weigh."""
    if text[at:end].strip(" -").lower() not in ("pound", "pounds", "dram", "drams"):
        return False
    if _WEIGHING.search(text, max(0, at - _NEAR), at) or labels("weighed").after(text, end):
        return True
    thing = _OF_WHAT.match(text, end)
    return thing is not None and not _valuables().intersection(thing[1].lower().split())


@cache
def _valuables() -> frozenset[str]:
    """What there may be pounds of as money: aid, exports, debts."""
    words = {row["lemma"] for row in read_tsv("measures.tsv")} | {"money"}
    return frozenset(words | {f"{word}s" for word in words})


@cache
def _lone() -> re.Pattern[str]:
    spelt = (name for row in read_tsv("units.tsv") for name in row["names"].split("|") if row["measure"] != "share")
    names = "|".join(name for name in spelt if name.isalpha() and len(name) > 2 and name.islower())
    return re.compile(rf"\b(?:(half an?)(?= (?:{names})\b)|an?(?= (?:{names}){_AND_HALF.pattern}))", re.IGNORECASE)


def lone_measures(text: str) -> Iterator[Numeral]:
    """The numbers that "half an hour" and "a year and a half" tell without a numeral."""
    for match in _lone().finditer(text):
        yield Numeral(match.start(), match.end(), 0.5 if match[1] else 1.0, digits=False)


def and_half(text: str, number: Numeral, end: int) -> tuple[Numeral, int]:
    """A number and where its unit ends, with the part that is told behind the unit: "two years and a half"."""
    match = _AND_HALF.match(text, end)
    if not match or number.value % 1 or number.scale > 1:
        return number, end
    return replace(number, value=number.value + (0.5 if match[1] == "half" else 0.25)), match.end()


def _is_symbol(name: str) -> bool:
    return name != name.lower() or (len(name) <= 2 and name.isalpha())


def _spelt(names: str) -> list[str]:
    forms = []
    for name in names.split("|"):
        if not _is_symbol(name):
            plural = not name.endswith(("s", *_IRREGULAR)) and len(name) > 2
            forms += [name, f"{name}s"] if plural else [name]
    return forms
