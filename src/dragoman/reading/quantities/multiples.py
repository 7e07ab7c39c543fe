"""Shares and growth told without a number: "more than half of them", "doubled", "a five-fold increase"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from dragoman.knowledge import read_tsv
from dragoman.reading.quantities.numerals import find_numerals
from dragoman.reading.quantities.units import nationals, people, plurals, qualifiers

# "The second half of the year" is no share.
_PERIOD = re.compile(r"\b(?:first|second|latter|other|last|this|century|every)\s$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Multiple:
    """A share or a growth of ``value`` per cent at characters ``start`` to ``end``."""

    start: int
    end: int
    value: float
    bound: Literal["min", "max"] | None
    approx: bool


def parts() -> dict[str, float]:
    """Words for a part of a whole, with what they are of it: "half", "third"."""
    return _table("part")


@cache
def _table(role: str) -> dict[str, float]:
    return {row["word"]: float(row["value"]) for row in read_tsv("multiples.tsv") if row["role"] == role}


@cache
def _pattern() -> re.Pattern[str]:
    parts, times = "|".join(_table("part")), "|".join(_table("growth"))
    return re.compile(
        rf"""\b(?=\w)(?:
             (?:(?P<count>one|two|three|four|a|[1-9])[ -])?(?P<part>{parts})s?[ ]
              (?=of[ ](?!(?:an?|one|1)[ ](?:\w+illion|per))|the[ ]|all[ ]|(?:are|were|came|come|went|go|live)[ ])
           | (?<=\bby[ ])(?:(?P<many>one|two|three|four|a|[1-9])[ -])?(?P<by>{parts})s?
              (?=$|[.,;:)]|[ ](?:to|in|from|over|since|this|last|on|and|or|compared|year|as|after|within|at|while)\b)
           | (?P<growth>{times})\b
           | (?P<some>one|two|three|four|[5-9]|five|six|seven|eight|nine|[1-4])[ ]
             (?:(?P<out>out[ ]of|in[ ]every)|in)[ ](?P<all>two|three|four|five|six|seven|eight|nine|ten|[2-9]|10)[ ]
             (?P<who>[a-z]+)\b
           | (?P<fold>\w+(?:-and-a-half)?)[- ]?fold\b)""",
        re.VERBOSE | re.IGNORECASE,
    )


def find_multiples(text: str) -> Iterator[Multiple]:
    """The shares and growths of ``text`` in text order; growth is what is added: "doubled" is 100 per cent."""
    for match in _pattern().finditer(text):
        value = _value(match)
        if value is None or _PERIOD.search(text[max(0, match.start() - 9) : match.start()]):
            continue
        end = match.start("who") - 1 if match["some"] else match.end() - (1 if match["part"] else 0)
        bound: Literal["min", "max"] | None = None
        start, approx = match.start(), False
        for _ in range(2):
            if found := qualifiers("before").before(text, start):
                bound = bound or ("min" if found[0] == "min" else "max" if found[0] == "max" else None)
                start, approx = found[1], approx or found[0] == "approx"
        yield Multiple(start, end, value, bound, approx)


def _value(match: re.Match[str]) -> float | None:
    if match["growth"]:
        return _table("growth")[match["growth"].lower()]
    if match["some"]:
        some, whole = (next(find_numerals(match[name].lower())).value for name in ("some", "all"))
        return round(100 * some / whole, 1) if some < whole and _is_of(match["who"].lower(), match["out"]) else None
    if part := match["part"] or match["by"]:
        count = (match["count"] or match["many"] or "a").lower()
        times = 1.0 if count == "a" else next((n.value for n in find_numerals(count)), 1.0)
        bare = not (match["count"] or match["many"]) and part.lower() != "half"
        return None if bare else round(100 * times * _table("part")[part.lower()], 1)
    number = next(find_numerals(match["fold"].lower()), None)
    return (number.value - 1) * 100 if number and number.end == len(match["fold"]) and number.value > 1 else None


def _is_of(noun: str, out: str | None) -> bool:
    """Whether "one in five" of what is named is a share: people, and with "out of" households, farms and the like."""
    if noun in people() or noun.rstrip("s") in people() or noun in nationals() or plurals().get(noun) in people():
        return True
    return bool(out) and noun in _table("asked")
