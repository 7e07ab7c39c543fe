"""Sums of money: a number, or a range, with the currency beside it and the small coins behind it."""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.reading.quantities import money
from dragoman.reading.quantities.currencies import Candidates, Coins, dollars, succeeded_by
from dragoman.reading.quantities.multiples import parts
from dragoman.reading.quantities.naming import is_year
from dragoman.reading.quantities.numerals import Numeral, find_numerals, money_scale, scale_behind
from dragoman.reading.quantities.ranges import Ends
from dragoman.reading.quantities.units import labels, qualifiers, weighs
from dragoman.reading.quantities.whose_money import DOLLAR, choose
from dragoman.values import CurrencyCode

# "3 crores of rupees", "3 million in euros": no name of a person.
_OF = re.compile(" (?:of|de|in(?= (?:[A-Z]+\\b|(?:[A-Z][A-Za-z.]+ )*[a-z])))(?= )")
_JOINED = re.compile(r"(?:,|,? and)? (?=\w)")
_SPOKEN = 1000  # sums below this are told as "ninety-nine pounds fifty"
_FEWEST = 5  # coins that are told so
_NEAR = 30  # characters behind a sum in which its coins stand
_YEAR = re.compile(
    r"\b(?:in|since|during|until|after|before|early|late|mid|constant|current)(?: constant| current)? $", re.IGNORECASE
)
_THE = re.compile(r"\bthe $", re.IGNORECASE)
_NOUN = re.compile(r" (?!(?:notes?|coins?|bills?|banknotes?)\b)[a-z]")
_APART = re.compile(r" - [a-z]+[a-rt-z] ")  # "a 30 - cent rise"
_DASHED = 2  # characters from such a number to the space before the name
_DASH = re.compile(r"[.,][-–—]")  # "500,- euros"
_ONLY_COINS = re.compile(r" (?=[a-z\d])")
_SPOKEN_END = re.compile(money.SPOKEN_END)
_BRACKET = re.compile(r" ?\(([A-Za-z.$ ]{2,20})\)")
_AND_PART = re.compile(rf" and (a|three) (half|quarter)s?\b(?={money.LOOSE})", re.IGNORECASE)


def sum_at(text: str, ends: Ends, dollar: CurrencyCode) -> tuple[Ends, int, str] | None:
    """The sum that a number is: its value, where it ends and its currency; None if it is no money.

    ``dollar`` is what a bare "$" means.
    """
    if not ends.sign and (small := _coins(text, ends, dollar)):
        return small
    ends, after = _named_behind(text, ends)
    if not after and not ends.sign:
        return None
    if after and ends.sign not in (None, DOLLAR) and not set(after[0]) & set(ends.sign or ()):
        after = None
    codes, end = after or (ends.sign or DOLLAR, ends.high.end)
    if not ends.sign and weighs(text, ends.high.end, end):
        return None
    if after and ends.high.scale == 1 and (scaled := scale_behind(text, end, ends.high)):
        ends, end = ends.with_high(scaled), scaled.end
    behind = None if ends.ranged else _coins_behind(text, end)
    if behind:  # of all dirhams those of Morocco have centimes
        codes = tuple(code for code in behind[1] if code in codes) or codes
    currency = choose(codes, text[ends.start : end], text, dollar)
    ends = _continental(text, ends, currency)
    while behind and (more := _with_coins(ends, behind, currency)):
        ends, end = more
        behind = _coins_behind(text, end)
    if after and end == after[1] and (more := _with_number(text, ends, end)):
        return *more, currency
    return *_and_part(text, ends, end), currency


def _named_behind(text: str, ends: Ends) -> tuple[Ends, tuple[Candidates, int] | None]:
    """The currency named behind a number: also behind its magnitude, behind "-odd", and behind "of"."""
    high = ends.high
    after = money.currency_after(text, high.end, high.value, ends.sign)
    if not after and not ends.sign and (short := money_scale(text, high)) is not high:
        after = money.currency_after(text, short.end, short.value)
        ends = _with_scale(ends, short) if after else ends
    if not after and not ends.sign and (said := qualifiers("after").after(text, high.end)):  # "forty-odd dollars"
        after = money.currency_after(text, said[1], high.value)
    if not after and not ends.sign and (dash := _DASH.match(text, high.end)):
        after = money.currency_after(text, dash.end(), high.value)
    if not after and not ends.sign and (bracket := _BRACKET.match(text, high.end)):  # "40 million (USD)"
        inside = money.currency_after(bracket[1], 0, high.value)
        after = (inside[0], bracket.end()) if inside and inside[1] == len(bracket[1]) else None
    if not after and not ends.sign and _APART.match(text, high.end) and not is_year(high):
        after = money.currency_after(text, high.end + _DASHED, high.value)
    if after and not ends.sign and is_year(high) and _in_year(text, high.start, after[1]):
        after = None
    if not after and (high.scale > 1 or ends.sign == DOLLAR) and (of := _OF.match(text, high.end)):
        after = money.currency_after(text, of.end(), high.value, ends.sign)
    return ends, after


def _with_scale(ends: Ends, high: Numeral) -> Ends:
    """The number, or the range, with the magnitude behind it: "30-40k euros"."""
    low = ends.low
    shared = ends.ranged and low.scale == 1 and low.value < high.value / high.scale
    return replace(ends.with_high(high), low=low.times(high.scale)) if shared else ends.with_high(high)


def _in_year(text: str, at: int, end: int) -> bool:
    """Whether four digits before the name of a currency are a year: "in 2015 dollars", "the 2008 euro crisis"."""
    before = text[max(0, at - _NEAR) : at]
    return bool(_YEAR.search(before) or (_THE.search(before) and text[end - 1] != "s" and _NOUN.match(text, end)))


def _coins(text: str, ends: Ends, dollar: CurrencyCode) -> tuple[Ends, int, str] | None:
    """ "50 cents" are half a dollar, "20 to 30 cents" a range."""
    dashed = _DASHED if _APART.match(text, ends.high.end) else 0
    if not (found := money.coins_after(text, ends.high.end + dashed)):
        return None
    coins, end = found
    if labels("before").before(text, ends.start) and end - ends.high.end == 1:  # "page 35p"
        return None
    if is_year(ends.high) and text[ends.high.end : end].strip().istitle():  # "in 2007 Ban Ki-moon came"
        return None
    currency = choose(tuple(coins), "", text, dollar)
    # A predecessor of the currency, chosen by the year, is divided as it is.
    part = 1 / (coins.get(currency) or coins.get("$") or next(iter(coins.values())))
    low = replace(ends.low, value=ends.low.value * part) if ends.ranged else ends.low
    return replace(ends, low=low).with_high(ends.high.times(part)), end, currency


def _coins_behind(text: str, end: int) -> tuple[float, Coins, int] | None:
    """The coins that follow a sum, how many and of which currencies: "ten dollars and fifty cents"."""
    joint = _JOINED.match(text, end)
    number = next(find_numerals(text[end : end + _NEAR]), None) if joint else None
    if number is None or end + number.start != (joint.end() if joint else 0):
        return None
    found = money.coins_after(text, end + number.end)
    return (number.value, *found) if found else None


def _with_coins(ends: Ends, behind: tuple[float, Coins, int], currency: str) -> tuple[Ends, int] | None:
    """The sum with the coins behind it, if its currency has such."""
    number, coins, end = behind
    many = coins.get(currency) or (coins.get("$") if currency in dollars() else None)
    many = many or next((parts for today, parts in coins.items() if currency in succeeded_by(today)), None)
    if many is None or number >= many:
        return None
    return ends.with_high(replace(ends.high, value=round(ends.high.value + number / many, 3))), end


def _with_number(text: str, ends: Ends, end: int) -> tuple[Ends, int] | None:
    """The sum with a number of coins behind its currency that does not name them: "12 pounds 50"."""
    if ends.ranged or ends.high.scale != 1 or ends.high.value % 1 or ends.high.value >= _SPOKEN:
        return None
    number = next(find_numerals(text[end : end + _NEAR]), None) if _ONLY_COINS.match(text, end) else None
    if number is None or number.start != 1 or not _FEWEST <= number.value < 100 or number.value % 1:
        return None
    if (number.digits != ends.high.digits and ends.high.value != 1) or not _SPOKEN_END.match(text, end + number.end):
        return None
    value = round(ends.high.value + number.value / 100, 2)
    return ends.with_high(replace(ends.high, value=value)), end + number.end


def _and_part(text: str, ends: Ends, end: int) -> tuple[Ends, int]:
    """The sum with the part behind it: "two dollars and a half"."""
    match = _AND_PART.match(text, end) if ends.high.scale == 1 and not ends.ranged else None
    if not match:
        return ends, end
    part = parts()[match[2].lower()] * (3 if match[1].lower() == "three" else 1)
    return ends.with_high(replace(ends.high, value=ends.high.value + part)), match.end()


def _continental(text: str, ends: Ends, currency: str) -> Ends:
    """ "1.200 euros": hardly anybody counts money in thousandths."""
    digits = text[ends.low.start : ends.low.end]
    if ends.ranged or ends.low.scale != 1 or not money.points_thousands(digits, currency):
        return ends
    return ends.with_high(replace(ends.high, value=float(digits.replace(".", ""))))
