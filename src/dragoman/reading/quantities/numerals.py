"""Numbers as they are written: digits in the notations of the world, words, and magnitudes such as "million".

Knows nothing of what is counted; ``numbers`` puts numerals together with signs, units and nouns.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from dragoman.knowledge import read_tsv

_SPACE = "[ \u00a0\u202f\u2009]"
_GROUP = "[,'’ \u00a0\u202f\u2009]"
# In this order: groups of thousands (one separator throughout, a space with a decimal comma too), Indian groups
# (1,50,000), continental (1.234.567 and 1.234,56), a decimal comma, plain; with a fraction behind (2½, 2 1/2). Never
# inside a longer number, a clock time or a date such as 3/4/1998. First what was mistyped: "37,965, 894,400".
_DIGITS = rf"""(?<!\d)(?<!\d[.,/:])(?P<digits>
    [1-9]\d{{0,2}}(?:,\d{{3}},[ ]\d{{3}},\d{{3}}|,\d{{6}}(?:\.\d+)?|['’]\d{{3}},\d{{3}})(?![\d,])
  | [1-9]\d{{0,2}}(?P<group>{_GROUP})\d{{3}}(?:(?P=group)\d{{3}})*(?!\d)(?:\.\d+|(?<={_SPACE}\d\d\d),\d\d?(?![\d,]))?
  | [1-9]\d{{0,2}},[ ]000(?!\d)
  | [1-9]\d?(?:,\d\d)+,\d{{3}}(?!\d)(?:\.\d+)?
  | [1-9]\d{{0,2}}(?:\.\d{{3}}){{2,}}(?!\d)(?:,\d+)?
  | [1-9]\d{{0,2}}\.\d{{3}},\d{{1,2}}(?!\d)
  | \d+,\d{{1,2}}(?![\d,])
  | \d+(?:\.\d+)?
  | (?<=[$€£¥])\.\d+ | (?<![\w.,)/$€£¥])\.\d\d?(?![\d.])
  )(?P<vulgar>[ ]?[½¼¾]|[ -](?P<over>[1-7])/(?P<under>[248])(?![\d/]))?"""
# The point of an abbreviation, where the sentence goes on: "1,5 Mio. CHF", "12 bn. kr".
_POINT = r"(?:\.(?=[ \u00a0](?:[a-zł$€£¥₹₽]|[A-Z]{2}|Euro?\b)))?"
# Longer rows of digits are no quantity that anybody states.
_LARGEST = 1e18
_SPELT_ON = 100  # "one thousand, two hundred" is one number, "a thousand, ten of them new" are two
_LISTED = 1000  # numbers below this share the magnitude of the list that they stand in
_JOINT = re.compile(", [$€£¥]?")
_LAST_JOINT = re.compile(",? (?:and|or) [$€£¥]?")
_RESPECTIVELY = re.compile(r"[^.;\d]{0,40}\brespectively\b")
_COUNTED_PART = re.compile("(one|three)[ -](half|quarter)s?")
_PARTS = {"half": 0.5, "quarter": 0.25, "onehalf": 0.5, "onequarter": 0.25, "threequarter": 0.75}
_AND_HALF = re.compile(r"[ -]and[ -](?:an?|one)[ -](half|quarter)\b")  # "4 and a half million"
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
        value = float(f"{self.value * scale:.15g}")  # 1,073.36 crore without the noise of binary fractions
        return replace(self, value=value, scale=self.scale * scale, end=self.end if end is None else end)


@cache
def _words() -> dict[str, tuple[float, str]]:
    return {row["word"]: (float(row["value"]), row["role"]) for row in read_tsv("numerals.tsv")}


def _value_of(word: str) -> tuple[float, str]:
    """The value of a word, also in the plural, and its role; nothing for a word that writes no number."""
    return _words().get(word) or _words().get(word.rstrip("s")) or (0.0, "")


def _any(*roles: str) -> str:
    return "|".join(sorted((word for word, (_, role) in _words().items() if role in roles), key=len, reverse=True))


@cache
def _pattern() -> re.Pattern[str]:
    """One numeral: digits without the magnitude behind them, or a number in words ("two hundred and fifty")."""
    below_100 = rf"(?:(?:{_any('ten')})(?:[ -](?:{_any('unit')})\b)?|(?:{_any('unit')}))\b"
    below_1000 = rf"(?:(?:an?|{below_100})[ -]hundred\b(?:[ ](?:and[ ])?{below_100})?|{below_100})"
    scale = rf"(?:{_any('scale')})s?\b(?:[ ](?:{_any('scale')})\b)?"
    above = r"(?:[ -]and[ -](?:(?:an?|one)[ -](?:half|quarter)|three[ -]quarters?))?"
    half = rf"(?:a[ ]|one[ -])?half[ -](?:an?[ -])?{scale}"
    pair = rf"(?:a[ ])?{_any('pair')}[ ](?:of[ ])?(?:hundred|{scale})"
    pointed = rf"{below_1000}[ -]point(?:[ -](?:{_any('unit')})\b)+(?:[ -]{scale})?"
    vague = r"(?<!several[ ])(?<!few[ ])(?<!many[ ])"  # "several hundred thousand" is no number
    scaled = rf"(?:{below_1000}{above}(?:-odd)?[ -]{scale}|(?:an?|{vague}hundred)[ ]{scale}|{half}|{pair})"
    odd = rf"{vague}(?:hundred|thousand)(?=[ -](?:odd|plus)\b)"
    more = rf"(?:[ ](?:and[ ])?{below_1000}[ ]{scale})*(?:[ ](?:and[ ])?{below_1000})?"
    behind = r"[ -]and[ -](?:an?[ -](?:half|quarter)|three[ -]quarters)\b"  # "a million and a half"
    spelt = rf"(?<!\w)(?P<words>{pointed}|{scaled}(?:{behind}|{more})|{below_1000}(?:{behind})?|{odd})"
    # Most places in a text can be passed over at a glance.
    begins = rf"(?=[\d.]|(?<!\w)[{''.join(sorted({word[0] for word in _words()} | set('ahq')))}])"
    return re.compile(f"{begins}(?:{_fraction(scale)}|{_DIGITS}|{spelt})", re.VERBOSE | re.IGNORECASE)


def _fraction(scale: str) -> str:
    """A part of a magnitude: "three quarters of a million", "1/2 billion"."""
    count = r"(?:(?:an?|(?P<one>one)|(?P<two>two)|(?P<three>three))[ -])?"
    words = rf"{count}(?:(?P<quarter>quarter)s?[ -](?:of[ ]an?[ ])?|thirds?[ ]of[ ]an?[ ])"
    return rf"(?<![\w/.,])(?P<part>(?:{words}|(?P<up>[1-3])/(?P<down>[2-4])[ ](?:(?:of[ ])?an?[ ])?)(?P<whole>{scale}))"


@cache
def _magnitude() -> re.Pattern[str]:
    shorts = "|".join(sorted(_shorts("short"), key=len, reverse=True))
    lines = r"[ \n]{2,4}(?=(?-i:[a-z]|[A-Z]{4}))"  # blank lines part the lines of a typescript
    apart = rf"(?:-odd)?[ \u00a0]?-?|{lines}|[ ]-[ ](?=(?-i:[a-z]))"  # "$ 1.5 - billion"
    word = rf"(?:{apart})(?P<word>{_any('hundred', 'scale')})s?"
    return re.compile(rf"(?:{word}\b|[ \u00a0-]?(?P<short>{shorts})\b(?-i:{_POINT}))", re.IGNORECASE)


@cache
def _money_magnitude() -> re.Pattern[str]:
    """The magnitude of "$5m", "$20 K", "1.5 MEUR"."""
    shorts = "|".join(sorted(_shorts("money"), key=len, reverse=True))
    return re.compile(
        rf"(?:[ \u00a0]?|-(?=[A-Z]\b))({shorts})"
        rf"(?:\b(?-i:{_POINT})|(?-i:(?<=M)(?=[A-Z]{{2,3}}\b)|(?<=[Kkm])(?=[A-Z]{{3}}\b)))",
        re.IGNORECASE,
    )


@cache
def _shorts(column: str) -> dict[str, float]:
    rows = read_tsv("numerals.tsv")
    return {short: float(row["value"]) for row in rows if row[column] != "-" for short in row[column].split()}


def find_numerals(text: str) -> Iterator[Numeral]:
    """Every number in ``text``, from left to right, with the magnitude written behind it; years and dates too."""
    last: Numeral | None = None
    for numeral in _simple(text):
        if last is not None and _goes_on(text, last, numeral):
            last = replace(numeral, start=last.start, value=last.value + numeral.value, scale=last.scale)
            continue
        if last is not None and _repeats(text, last, numeral):
            last = _scaled(text, replace(last, end=numeral.end + 1))
            continue
        if last is not None:
            yield last
        last = numeral
    if last is not None:
        yield last


def share_magnitudes(text: str, numerals: Iterable[Numeral]) -> list[Numeral]:
    """``numerals`` with the magnitude that the last of a list tells for all: "1.2, 2.4 and 3.1 billion"."""
    found = list(numerals)
    for last in range(1, len(found)):
        first = last
        while first and _listed(text, found[first - 1], found[first], ends=first == last):
            first -= 1
        respectively = _RESPECTIVELY.match(text, found[last].end)
        if found[last].scale > 1 and found[last].digits and (last - first > 1 or (last > first and respectively)):
            found[first:last] = [numeral.times(found[last].scale) for numeral in found[first:last]]
    return found


def _listed(text: str, one: Numeral, other: Numeral, *, ends: bool) -> bool:
    """Whether a number without a magnitude stands before another in a list; ``ends``: the other is the last."""
    joint = (_LAST_JOINT if ends else _JOINT).fullmatch(text, one.end, other.start)
    return joint is not None and one.digits and one.scale == 1 and one.value < _LISTED


def _goes_on(text: str, one: Numeral, other: Numeral) -> bool:
    """Whether two magnitudes are one number: "1 billion 200 million", "one million, two hundred thousand"."""
    between, falls = text[one.end : other.start], one.scale > other.scale and other.value < one.scale
    if one.digits and other.digits:
        return falls and other.scale > 1 and between in (" ", " and ")
    return falls and not (one.digits or other.digits) and other.value >= _SPELT_ON and between in (", ", ", and ")


def _repeats(text: str, one: Numeral, other: Numeral) -> bool:
    """Whether the second says the first again in brackets, as contracts have it: "five (5) million"."""
    bracket = text[one.end : other.start] in ("(", " (") and text[other.end : other.end + 1] == ")"
    return bracket and one.value == other.value and one.digits != other.digits


def _simple(text: str) -> Iterator[Numeral]:
    done = 0
    for match in _pattern().finditer(text):
        if match.start() < done:  # a magnitude of the number before
            continue
        if match["words"] or match["part"]:
            yield _spelt(match) if match["words"] else _part(match)
            continue
        value = _digits_value(match["digits"]) + _VULGAR.get((match["vulgar"] or "").strip(), 0)
        if match["over"]:
            value += int(match["over"]) / int(match["under"])
        numeral = Numeral(match.start(), match.end(), value)
        if (half := _AND_HALF.match(text, match.end())) and not value % 1:
            numeral = replace(numeral, end=half.end(), value=value + (0.5 if half[1] == "half" else 0.25))
        if value >= _LARGEST:
            continue
        numeral = _scaled(text, numeral)
        done = numeral.end
        yield numeral


def _scaled(text: str, numeral: Numeral) -> Numeral:
    """``numeral`` with the magnitudes behind it."""
    while magnitude := _magnitude().match(text, numeral.end):
        word, short = magnitude["word"], magnitude["short"]
        scale = _words()[word.lower()][0] if word else _shorts("short")[short.lower()]
        numeral = numeral.times(scale, magnitude.end())
    return numeral


def _part(match: re.Match[str]) -> Numeral:
    """A part of a magnitude, in words or as a fraction in digits."""
    up = int(match["up"]) if match["up"] else 3 if match["three"] else 2 if match["two"] else 1
    down = int(match["down"]) if match["down"] else 4 if match["quarter"] else 3
    scale = math.prod(_value_of(word)[0] for word in match["whole"].lower().split())
    return Numeral(match.start(), match.end(), round(up / down * scale), scale, digits=False)


def money_scale(text: str, numeral: Numeral) -> Numeral:
    """``numeral`` with a magnitude that is one beside a currency only: the "m" of "$5m", the "k" of "$20k"."""
    match = _money_magnitude().match(text, numeral.end) if numeral.digits and numeral.scale == 1 else None
    return numeral.times(_shorts("money")[match[1].lower()], match.end()) if match else numeral


def scale_behind(text: str, at: int, numeral: Numeral) -> Numeral | None:
    """``numeral`` with a magnitude that something parts from it, as in "591 USD million"; None if there is none."""
    match = _magnitude().match(text, at)
    return numeral.times(_words()[match["word"].lower()][0], match.end()) if match and match["word"] else None


def _digits_value(digits: str) -> float:
    """The value of digits in English, Indian, Swiss or continental notation."""
    digits = re.sub("[ \u00a0\u202f\u2009'’]", "", digits)
    comma, point = digits.rfind(","), digits.rfind(".")
    if comma > point and (len(digits) - comma not in (4, 7) or point > 0):
        digits = digits.replace(".", "").replace(",", ".")
    elif digits.count(".") > 1:
        digits = digits.replace(".", "")
    return float(digits.replace(",", ""))


def _spelt(match: re.Match[str]) -> Numeral:
    """A number in words; "half a million" is 500 000, "one and a half million" and "a million and a half" 1 500 000."""
    total, part, scales, point = 0.0, 0.0, [1.0], 0.0
    last = 0.0
    for word in re.findall("[a-z]+", _COUNTED_PART.sub(r"\1\2", match["words"].lower())):
        value, role = _value_of(word)
        if word == "point" or (point and role == "unit"):
            part, point = part + value * point, 0.1 * (point or 1)
            continue
        if word in _PARTS:
            part += _PARTS[word] * (scales[-1] if total else 1)
        elif role in ("unit", "ten", "pair"):
            part += value
        elif role == "hundred":
            part = (part or 1) * value
        elif role == "scale" and last and not part:  # "a hundred thousand million"
            total, last = total + last * (value - 1), last * value
            scales.append(scales.pop() * value)
        elif role == "scale":
            last = (part or 1) * value
            total, part = total + last, 0.0
            scales.append(value)
    return Numeral(match.start("words"), match.end("words"), round(total + part, 6), scales[-1], digits=False)
