"""Numbers, sums and periods as the text itself writes them, beside what the reader made of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.reading.quantities.money import currency_after, currency_before
from dragoman.reading.quantities.numerals import find_numerals, money_scale
from dragoman.reading.quantities.whose_money import DOLLAR
from dragoman.values import Edtf, Unit

_SINCE = re.compile(r"\bsince\s+(?:\w+\s+){0,2}?((?:19|20)\d\d)\b", re.IGNORECASE)
_FROM_TO = re.compile(
    r"\b(?:from|between|in)\s+((?:19|20)\d\d)\s*(?:to|and|until|till|[-–])\s*((?:19|20)\d\d)\b", re.IGNORECASE
)


def places_of(text: str, value: float) -> Iterator[int]:
    """Where the number is written: "4.9 million", "4,900,000" and "$4.9m" are one number."""
    return (at for at, values in values_in(text) if value in values)


def values_in(text: str) -> Iterator[tuple[int, tuple[float, float]]]:
    """Where each number is written, and its value: as it stands, and as a sum of money is read."""
    for numeral in find_numerals(text):
        yield numeral.start, (numeral.value, money_scale(text, numeral).value)


def sums_in(text: str, unit: Unit) -> Iterator[tuple[int, float]]:
    """The sums in this currency, and where each is written; a bare "$" may be any dollar."""
    for bare in find_numerals(text):
        numeral = money_scale(text, bare)
        before = currency_before(text, numeral.start, numeral.value)
        found = before or currency_after(text, numeral.end, numeral.value)
        if found and (unit in found[0] or (found[0] == DOLLAR and unit.endswith("D"))):
            yield numeral.start, numeral.value


def period_in(sentence: str) -> Edtf | None:
    """The years that a sentence sums up: "since 2010", "from 2010 to 2015"; None if it names none."""
    if match := _FROM_TO.search(sentence):
        return Edtf(f"{match[1]}/{match[2]}") if match[1] < match[2] else None
    return Edtf(f"{match[1]}/..") if (match := _SINCE.search(sentence)) else None
