"""Numbers as they are written: digits in the notations of the world, words, and magnitudes such as "million".

Knows nothing of what is counted; ``numbers`` puts numerals together with signs, units and nouns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from dragoman.knowledge import read_tsv

_GROUP = "[,'’ \u00a0\u202f\u2009]"
# In this order: groups of thousands (one separator throughout), Indian groups (1,50,000), continental (1.234.567 and
# 1.234,56), a decimal comma, plain. Never inside a longer number, a clock time or a date such as 3/4/1998.
_DIGITS = rf"""(?<!\d)(?<!\d[.,/:])(?P<digits>
    [1-9]\d{{0,2}}(?P<group>{_GROUP})\d{{3}}(?:(?P=group)\d{{3}})*(?!\d)(?:\.\d+)?
  | [1-9]\d{{0,2}},[ ]000(?!\d)
  | [1-9]\d?(?:,\d\d)+,\d{{3}}(?!\d)(?:\.\d+)?
  | [1-9]\d{{0,2}}(?:\.\d{{3}}){{2,}}(?!\d)(?:,\d+)?
  | [1-9]\d{{0,2}}\.\d{{3}},\d{{1,2}}(?!\d)
  | \d+,\d{{1,2}}(?![\d,])
  | \d+(?:\.\d+)?
  )(?P<vulgar>[½¼¾])?"""
_MONEY_MAGNITUDE = re.compile(r"[ \u00a0]?([kmb])\b", re.IGNORECASE)
# Longer rows of digits are no quantity that anybody states.
_LARGEST = 1e18
_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75}


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number written at ``start`` to ``end``; ``scale`` is what a magnitude word multiplied it by (1 for none)."""

    start: int
    end: int
    value: float
    scale: float = 1.0
    digits: bool = True

    def times(self, scale: float, end: int | None = None) -> Numeral:
        """The number with a magnitude: one that ends at ``end``, or one shared with the other end of a range."""
        value = round(self.value * scale, 6)
        return replace(self, value=value, scale=self.scale * scale, end=self.end if end is None else end)


@cache
def _words() -> dict[str, tuple[float, str]]:
    return {row["word"]: (float(row["value"]), row["role"]) for row in read_tsv("numerals.tsv")}


def _any(*roles: str) -> str:
    return "|".join(sorted((word for word, (_, role) in _words().items() if role in roles), key=len, reverse=True))


@cache
def _pattern() -> re.Pattern[str]:
    """One numeral: digits without the magnitude behind them, or a number in words ("two hundred and fifty")."""
    below_100 = rf"(?:(?:{_any('ten')})(?:[ -](?:{_any('unit')})\b)?|(?:{_any('unit')}))\b"
    below_1000 = rf"(?:(?:an?|{below_100})[ -]hundred\b(?:[ ](?:and[ ])?{below_100})?|{below_100})"
    scale = rf"(?:{_any('scale')})s?\b"
    scaled = rf"(?:{below_1000}(?:[ ]and[ ]a[ ]half)?[ -]{scale}|an?[ ]{scale}|half[ -]an?[ -]{scale})"
    more = rf"(?:[ ](?:and[ ])?{below_1000}[ ]{scale})*(?:[ ](?:and[ ])?{below_1000})?"
    spelt = rf"(?<!\w)(?P<words>{scaled}{more}|{below_1000})"
    return re.compile(f"{_DIGITS}|{spelt}", re.VERBOSE | re.IGNORECASE)


@cache
def _magnitude() -> re.Pattern[str]:
    shorts = "|".join(sorted(_shorts("short"), key=len, reverse=True))
    word = rf"[ \u00a0]?-?(?P<word>{_any('hundred', 'scale')})s?"
    return re.compile(rf"(?:{word}|[ \u00a0]?(?P<short>{shorts}))\b", re.IGNORECASE)


@cache
def _shorts(column: str) -> dict[str, float]:
    rows = read_tsv("numerals.tsv")
    return {short: float(row["value"]) for row in rows if row[column] != "-" for short in row[column].split()}


def find_numerals(text: str) -> Iterator[Numeral]:
    """Every number in ``text``, from left to right, with the magnitude written behind it; years and dates too."""
    for match in _pattern().finditer(text):
        if match["words"]:
            yield _spelt(match)
            continue
        value = _digits_value(match["digits"]) + _VULGAR.get(match["vulgar"] or "", 0)
        numeral = Numeral(match.start(), match.end(), value)
        if value >= _LARGEST:
            continue
        while magnitude := _magnitude().match(text, numeral.end):
            word, short = magnitude["word"], magnitude["short"]
            scale = _words()[word.lower()][0] if word else _shorts("short")[short.lower()]
            numeral = numeral.times(scale, magnitude.end())
        yield numeral


def money_scale(text: str, numeral: Numeral) -> Numeral:
    """``numeral`` with a magnitude that is one beside a currency only: the "m" of "$5m", the "k" of "$20k"."""
    match = _MONEY_MAGNITUDE.match(text, numeral.end)
    if match and numeral.digits and numeral.scale == 1:
        return numeral.times(_shorts("money")[match[1].lower()], match.end())
    return numeral


def scale_behind(text: str, at: int, numeral: Numeral) -> Numeral | None:
    """``numeral`` with a magnitude that something parts from it, as in "591 USD million"; None if there is none."""
    match = _magnitude().match(text, at)
    return numeral.times(_words()[match["word"].lower()][0], match.end()) if match and match["word"] else None


def _digits_value(digits: str) -> float:
    """The value of digits in English, Indian, Swiss or continental notation."""
    digits = re.sub("[ \u00a0\u202f\u2009'’]", "", digits)
    comma, point = digits.rfind(","), digits.rfind(".")
    if comma > point and (len(digits) - comma != 4 or point > 0):
        digits = digits.replace(".", "").replace(",", ".")
    elif digits.count(".") > 1:
        digits = digits.replace(".", "")
    return float(digits.replace(",", ""))


def _spelt(match: re.Match[str]) -> Numeral:
    """A number in words; "half a million" is 500 000, "one and a half million" 1 500 000."""
    total, part, scales = 0.0, 0.0, [1.0]
    for word in re.findall("[a-z]+", match["words"].lower()):
        value, role = _words().get(word) or _words().get(word.rstrip("s")) or (0.0, "")
        if word == "half":
            part += 0.5
        elif role in ("unit", "ten"):
            part += value
        elif role == "hundred":
            part = (part or 1) * value
        elif role == "scale":
            total, part = total + (part or 1) * value, 0.0
            scales.append(value)
    return Numeral(match.start("words"), match.end("words"), total + part, scales[-1], digits=False)
