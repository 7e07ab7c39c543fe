"""Numbers that only name something: dates, times, ordinals, serial numbers, "Phase 2", "eight-point plan"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.knowledge import any_of
from dragoman.reading.quantities.numerals import Numeral
from dragoman.reading.quantities.units import labels

if TYPE_CHECKING:
    from spacy.tokens import Token

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\b\.?"
_MONTH_AFTER = re.compile(rf"(?:st|nd|rd|th)?[ ,]{{0,2}}(?:of )?{_MONTH}")
_MONTH_BEFORE = re.compile(rf"\b{_MONTH}[ ]?(?:the )?$")
# Behind the digits of a clock time, an ordinal, a date or a serial number; and before those of a serial number.
ORDINAL = r"\w*(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|teenth|tieth)"
_AFTER = re.compile(rf"[.:/]\d|(?:st|nd|rd|th)\b|-(?:\w+-)?(?i:{ORDINAL})\b|['’]?s\b|-\d|[A-Z]*\d")
_BEFORE = re.compile(r"[A-Za-z][-–]?$|[\d#/@]$|\d\+$|\d[-–]$|#\s?$")
# "10 Downing Street", "14 Rue de la Gare".
_ADDRESS = re.compile(
    rf" (?:(?:[A-Z][\w'’.-]* ){{1,3}}{any_of('number_cues.toml', 'ways')}\b(?! [a-z]+s\b)"
    rf"|{any_of('number_cues.toml', 'ways_before_names')} [A-Zd])"
)
# "The Three Gorges Dam": capitals inside a sentence.
_NAMED_BEFORE, _NAMED_AFTER = re.compile(r"\b[a-z]+ $"), re.compile(r"[A-Z][a-z]+ [A-Z][a-z]")
_LEADING = r"in|since|of|by|from|until|till|during|the|for|to|mid|early|late|year|FY|and|through|between|before|after"
_YEAR_BEFORE = re.compile(rf"(?:\b(?:{_LEADING})|[-–,(]|{_MONTH})[ -]?$", re.IGNORECASE)
_OLD_YEAR_BEFORE = re.compile(rf"(?:\b(?:in|since|year|during)|{_MONTH})[ -]?$", re.IGNORECASE)
_NEAR = 16
_DIGITS = 4  # of a year
_CALLED = re.compile(rf" {any_of('date_cues.toml', 'called_by_year')}\b")


def is_year(number: Numeral) -> bool:
    """Whether a number looks like a year: four digits and nothing more."""
    plain = number.digits and number.scale == 1 and number.end - number.start == 4
    return plain and 1000 <= number.value <= 2100 and number.value == int(number.value)


def dates(text: str, start: int, year: float) -> bool:
    """Whether four digits at ``start`` are a year by what stands before them."""
    pattern = _YEAR_BEFORE if 1900 <= year <= 2050 else _OLD_YEAR_BEFORE
    called = 1900 <= year <= 2050 and _CALLED.match(text, start + _DIGITS)  # "2005 levels"
    return bool(called or pattern.search(text[max(0, start - _NEAR) : start]))


def only_names(text: str, token: Token, start: int, low: Numeral, high: Numeral, unit: str | None) -> bool:
    """Whether a number (or range) that begins at ``token`` is a date, a time, an ordinal, a serial number or a label.

    ``start`` is where the words that qualify it begin; ``unit`` the unit of measure behind it, None for none.
    """
    before, after = text[max(0, low.start - _NEAR) : low.start], text[high.end : high.end + _NEAR + 8]
    if _BEFORE.search(before) or _AFTER.match(after):
        return True
    digits = text[low.start : low.end]
    if digits.isdigit() and ((digits.startswith("0") and len(digits) > 1) or _ADDRESS.match(text, high.end)):
        return True
    if unit == "%":
        return False
    if not low.digits and _NAMED_BEFORE.search(before) and _NAMED_AFTER.match(text, low.start):
        return True
    if labels("before").before(text, start) and low.scale == 1:
        return True
    day = low.digits and low.scale == 1 and high.value < 32
    if day and (_MONTH_AFTER.match(after) or _MONTH_BEFORE.search(before)):
        return True
    if unit is not None:
        return False
    joined = after.startswith("-") and labels("joined").after(text, high.end)
    return bool(joined or labels("after").after(text, high.end)) or _item_number(text, token, low, high)


def _item_number(text: str, token: Token, low: Numeral, high: Numeral) -> bool:
    """ "1." or "(2)" at the head of a list item."""
    if not low.digits or high.value > 99:
        return False
    opens = bool(token.is_sent_start) or text[low.start - 1 : low.start] == "("
    return opens and bool(re.match(r"[.)](?:\s|$)", text[high.end : high.end + 2]))
