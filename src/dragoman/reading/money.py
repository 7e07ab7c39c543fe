"""The currency beside a number: its sign or name before or behind it, and which of several is meant."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from babel.numbers import get_currency_precision

from dragoman.reading.currencies import Candidates, Coins, coins, forms, predecessors, territories
from dragoman.reading.gazetteer import find_names
from dragoman.reading.numerals import Numeral
from dragoman.values import CurrencyCode

DOLLAR: Candidates = ("$",)
# Below this a "won" is hardly money, and "R" before a number hardly a currency, unless its country is named.
_BIG = 1000
_HUGE = 100_000  # from here on "R 3.5 billion" is money wherever it is said
# Countries are looked for in this many characters of the text.
_NEAR = 100_000
# "A dollar a day", "half a cent": behind the word stands no noun that it belongs to ("a euro loan"); "half a per cent".
_SINGLE = re.compile(
    r"\b(?P<part>half an?|a quarter(?: of an?)?|a couple of|an?) "
    r"(?=(?:US )?(?:dollar|cent|buck|penny|euro|pound|rupee)s?\b"
    r"(?=[.,;:!?)]|$| (?:an?|per|each|every|for|in|from|to|and|or|on|at|more|less)\b))"
    r"|\b(?P<share>half|a quarter|three[- ]quarters)(?: of)? (?:an?|one|1) (?=per ?cent)",
    re.IGNORECASE,
)
_PARTS = {"half": 0.5, "quarter": 0.25, "quarters": 0.75, "couple": 2.0}
# Those who write these sums set a point before the fraction: "$45.625" is no sum of thousands.
_POINTED = ("USD", "GBP", "AUD", "CAD", "NZD", "HKD", "SGD", "JPY", "CNY")
_THOUSANDTHS = 3  # digits behind the point of a currency that is divided so: "1.250 Kuwaiti dinars"
_DIGIT = re.compile(r"[ \u00a0]?\d")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d$")


def currency_before(text: str, at: int, value: float) -> tuple[Candidates, int] | None:
    """The currency whose sign or name stands right before a number at ``at``, and where it starts."""
    found = forms("before").before(text, at) or forms("before small").before(text, at)
    if not found and value >= _BIG:
        found = forms("before big").before(text, at) or forms("loose").before(text, at)
        found = found or forms("spelt").before(text, at)
    elif not found and text[at - 1 : at].isalpha() and (rare := forms("before big").before(text, at)):
        found = rare if _at_home(rare[0], text) else None
    if not found:
        return None
    codes, start = found
    letter = text[start:at].strip()
    apart = len(letter) == 1 and letter.isalpha() and text[at - 1] == " "
    return None if apart and value < _HUGE and not _at_home(codes, text) else (codes, start)


def currency_after(text: str, at: int, value: float, sign: Candidates | None = None) -> tuple[Candidates, int] | None:
    """The currency named right behind a number that ends at ``at``, and where it ends.

    ``sign`` is the one before the number: "$5 million Australian" and "$5 million (US)" make the dollar definite.
    """
    named = [name for name in (forms("code").after(text, at), forms("after").after(text, at)) if name]
    found = max(named, key=lambda name: name[1], default=None)
    if not found and (rare := forms("after big").after(text, at)) and (value >= _BIG or _at_home(rare[0], text)):
        found = rare
    if found and not sign and _DIGIT.match(text, found[1]) and _YEAR.search(text, max(0, at - 5), at):
        return None  # "in 2010 EUR 5 million was paid"
    if sign != DOLLAR:
        return found
    if found and found[0] != DOLLAR:
        return found
    bracket = re.compile(r"\s?\((\w{2,4})\)").match(text, at)
    definite = forms("after $").after(text, at)
    if bracket and (inside := forms("after $").after(bracket[1], 0) or forms("code").after(bracket[1], 0)):
        return inside[0], bracket.end()
    return definite


def single_sums(text: str) -> Iterator[Numeral]:
    """The numbers that "a dollar", "half a dollar" and "a couple of dollars" tell without a numeral."""
    for match in _SINGLE.finditer(text):
        words = re.findall("[a-z]+", match[0].lower())
        value = next((_PARTS[word] for word in words if word in _PARTS), 1.0)
        yield Numeral(match.start(), match.end() - 1, value, digits=False)


def coins_after(text: str, at: int) -> tuple[Coins, int] | None:
    """The currencies of which the word behind a number names a small coin ("50 cents"), and where the word ends."""
    found = coins().after(text, at)
    written = text[at : found[1]] if found else ""
    apart = len(written.strip()) == 1 and not (written == "¢" or (written.islower() and written.isalpha()))
    return None if apart and written.strip().isalpha() else found  # "35p" is money, "35 p" a page, "35 C" warm


def points_thousands(digits: str, currency: str) -> bool:
    """Whether the point in "1.200" parts thousands: not where people write a point before the fraction of such sums."""
    if get_currency_precision(currency) == _THOUSANDTHS or (currency in _POINTED and not digits.endswith("0")):
        return False
    return bool(re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", digits))


def choose(candidates: Candidates, written: str, text: str, dollar: CurrencyCode) -> CurrencyCode:
    """The one currency that is meant: of several the one whose country ``text`` names most, else the likeliest.

    ``written`` is the sum as the text has it. A name that passed on to a new currency, as "kwacha" did in 2013, means
    the one that was in force in the year that the text speaks of.
    """
    if candidates[0] == "$":
        return dollar
    near = text[:_NEAR]
    code = max(candidates, key=lambda code: _mentions(near, code)) if len(candidates) > 1 else candidates[0]
    return CurrencyCode(code if code in written else predecessors().get((code, _year(near)), code))


def _at_home(candidates: Candidates, text: str) -> bool:
    """Whether the text names a state that uses one of the currencies."""
    return any(_mentions(text[:_NEAR], code) for code in candidates)


@lru_cache(maxsize=64)
def _mentions(text: str, code: str) -> int:
    """How often the states are named in whose territory a currency is legal tender."""
    return sum(_named(text)[state] for state, used in territories().items() if code in used)


@lru_cache(maxsize=8)
def _named(text: str) -> Counter[str]:
    certain = ("state", "adjective", "people", "capital", "nickname")
    return Counter(str(name.code) for name in find_names(text) if name.code and name.kind in certain)


@lru_cache(maxsize=8)
def _year(text: str) -> int:
    """The first year that the text names, 0 for none."""
    match = re.search(r"\b(?:19|20)\d\d\b", text)
    return int(match[0]) if match else 0
