"""The currency beside a number: its sign or name before or behind it, and which of several is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from babel.numbers import get_currency_precision

from dragoman.knowledge import any_of
from dragoman.reading.quantities.currencies import Candidates, Coins, coins, forms
from dragoman.reading.quantities.multiples import parts
from dragoman.reading.quantities.naming import is_year
from dragoman.reading.quantities.numerals import Numeral, find_numerals
from dragoman.reading.quantities.whose_money import DOLLAR, at_home, choose
from dragoman.reading.states.gazetteer import find_names
from dragoman.values import CurrencyCode

# Below this a "won" is hardly money, and "R" before a number hardly a currency, unless its country is named.
_BIG = 1000
_HUGE = 100_000  # from here on "R 3.5 billion" is money wherever it is said
# What may stand behind a sum that ends there: "a dollar a day", but not "a dollar store".
LOOSE = r"[.,;:!?)]|$| (?:an?|per|each|every|for|in|from|to|and|or|on|at|more|less)\b"
# And behind a number of coins that does not name them: "a dollar fifty a litre".
SPOKEN_END = r"(?:[.,;:!?)]|$| (?:an?|at|each|every|for|in|per(?! ?cent))\b)"
_SPACED_LOOSE, _SPACED_END = LOOSE.replace(" ", "[ ]"), SPOKEN_END.replace(" ", "[ ]")
_cues = partial(any_of, "number_cues.toml")
_COINED = _cues("coined")
# "A dollar a day", "half a cent", "three quarters of a euro"; "half a per cent".
_SINGLE = re.compile(
    rf"""\b(?:(?P<part>(?:one[ ])?half
                |(?P<count>an?|one|two|three|four|[1-9])[ -](?P<whole>quarter|third|fifth|tenth)s?
                |(?P<up>[1-9])/(?P<down>[1-9]0?))(?:[ ]of)?[ ](?:an?|one|1)
         |(?P<quarter>a[ ]quarter)|(?P<couple>a[ ]couple[ ]of)|an?)[ ]
         (?=(?:(?-i:US|[A-Z][a-z]+)[ ])?{_COINED}s?\b
            (?={_SPACED_LOOSE}|[ ](?:\d\d|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-five)?){_SPACED_END})
            |(?(part)per[ ]?cent|(?!)))""",
    re.IGNORECASE | re.VERBOSE,
)
# "The billion-dollar project".
_SCALED = re.compile(
    rf"\b(?:the|this|that|its|his|her|their|another) (?P<scale>(?:m|b|tr)illion)(?=[- ]{_COINED}\b)", re.IGNORECASE
)
# "55 cents a pound", "15 kroons for a euro": what something of a pound costs, or a euro.
_PRICE_OF = re.compile(
    r"(?:\d|cents?|pence|dollars?|euros?|[bmtr]illion|(?:th|ths|rds?|\d) of"
    r"|\d \w+(?: \w+)?(?: (?:for|to|per|against))?) $",
    re.IGNORECASE,
)
# Those who write these sums set a point before the fraction: "$45.625" is no sum of thousands.
_POINTED = ("USD", "GBP", "AUD", "CAD", "NZD", "HKD", "SGD", "JPY", "CNY")
_THOUSANDTHS = 3  # digits behind the point of a currency that is divided so: "1.250 Kuwaiti dinars"
_BEHIND = 40  # characters before a sum in which it is told to be a price
_DIGIT = re.compile(r"[ \u00a0]?\d")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d$")
_PERSON = re.compile(r"[ ][A-Z][a-z]+[ ](?=[A-Z][a-z])")  # "on 22 July 2009 Yuan Nansheng met"
# "The MT1213LH scanner": letters and a number that begin the name of a model.
_MODEL = re.compile(r"\d[\d.,]*(?!(?:K|MM?|MN|MIO|MRD|BN?|TN?|CR|L|[MBT]R?ILLION)\b)[A-Z]")
_LETTER_OF_MODEL = re.compile(r"[A-Z]-")  # "a Y-12 aircraft"
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?!\d)")
# "Euro 2024" and "Euro 96" are tournaments, "Euro 6" is an engine; "CUP 2024"; "the 20 euro area members".
_NO_SUM = re.compile(
    r"(?:euro[ -]?(?:(?:19|20)\d\d|\d?\d)|CUP[ -]?20\d\d)(?![\d.,]|[ -]?(?:[a-z]*illion|[bmt]n?\b))", re.IGNORECASE
)
_MEMBERS = re.compile(rf"[ -]{_cues('paying_in_it')}", re.IGNORECASE)
# Before these a rare sign is one also of a small sum: "a fine of R 500".
_PRICED = re.compile(rf"\b{_cues('priced')}\w*\b[^.;]{{0,20}}$", re.IGNORECASE)
# "At R18.50 to the dollar", "N350/$", "Fr. 80.-", "R15.99", "K40/kg".
_PRICE_BEHIND = re.compile(
    rf"\d[\d.,]*\d(?:[.,][-–—]|/{_cues('price_per')}|(?<=\d\.\d\d)(?![\d.])"
    r"| (?:to|against|per|for|a) (?:(?:the|a|one) )?(?:US )?(?:dollar|euro|pound)\b)"
)
_PAID_SUM = re.compile(rf"\d[\d,]*(?:\.\d+)?(?:{LOOSE})")  # "pay rupees 500 to him"
_OF_THEM = re.compile(r"\b(?:in|of|for|with|from|by) $")
_BRACKETED = re.compile(r"\(([A-Z]{2,4}|[A-Z]{0,3}[$€£¥₹])\) ?$")  # "US dollars (USD) 30 million"
_SLASHED = ("KES", "TZS", "UGX", "INR", "PKR")  # "500/-" where these are paid
_OLD = re.compile(r"[ -](?:old|new|former)(?= )")  # "500 old francs"
_NEXT_SUM = re.compile(r" [$€£¥₹] ?\d")  # "five $20 notes"
_STATE_ASIDE = re.compile(r" \(([A-Z][A-Za-z.]{1,12})\)(?= [a-z])")  # "3 million (US) dollars"
_COLON = re.compile(r"\b[A-Z]{3}: $")  # "Amount in USD: 500"
_SHORT = re.compile(r"[A-Z.]{2,4}(?= )")
_SIGNS = ("$", "€", "£", "¥", "₹")
_TOTAL = re.compile(" (?:of|total|estate|terms|time)\\b")  # "the sum of", "real estate"
_DOLLAR_AT = re.compile(r"\b(?:dollar|pound|euro|sterling)\b[^.;]* \d+\.\d+$")  # "the dollar was at 1.84 marks"
_SLANG = "grand"  # a thousand, but not "two grand jurors"


def currency_before(text: str, at: int, value: float) -> tuple[Candidates, int] | None:
    """The currency whose sign or name stands right before a number at ``at``, and where it starts."""
    found = forms("before").before(text, at) or forms("before small").before(text, at)
    if not found and (bracket := _BRACKETED.search(text, max(0, at - 8), at)):
        found = forms("before").before(bracket[1], len(bracket[1])) or forms("before big").before(
            bracket[1], len(bracket[1])
        )
        found = (found[0], bracket.start()) if found and found[1] == 0 else None
    if not found and text[at - 2 : at] == ": " and (value >= _BIG or _COLON.search(text, max(0, at - 6), at)):
        return currency_before(text, at - 2, value)
    if not found and text[at - 1 : at] in _SIGNS and (sign := forms("before").before(text[at - 1 : at], 1)):
        start = at - 4 if text[at - 4 : at - 1] in sign[0] else at - 1  # "GBP£40"
        found = None if start == at - 1 and text[at - 2 : at - 1].isalpha() else (sign[0], start)  # "sub-$100 bikes"
    if not found and (value >= _BIG or _GROUPED.match(text, at)):
        found = forms("before big").before(text, at)
        named = [name for name in (forms("loose").before(text, at), forms("spelt").before(text, at)) if name]
        found = found or min(named, key=lambda name: name[1], default=None)
        found = found or (forms("spelt short").before(text, at) if value >= _HUGE else None)
    elif not found and (rare := forms("before big").before(text, at)):
        found = rare if _PRICE_BEHIND.match(text, at) or _meant(rare, text) else None
    elif not found and _PAID_SUM.match(text, at) and (name := forms("spelt").before(text, at)):
        found = name if _priced(text, name[1]) and not _OF_THEM.search(text, 0, name[1]) else None
    if not found or (_NO_SUM.match(text, found[1]) and not _priced(text, found[1])):
        return None
    if text[at - 1].isalpha() and _MODEL.match(text, at):
        return None
    if found[0] == DOLLAR and (whose := forms("before $").before(text, found[1])):
        found = whose  # "HK $300"
    letter = text[found[1] : at].strip()
    if _LETTER_OF_MODEL.fullmatch(letter):
        return None
    apart = len(letter) == 1 and letter.isalpha() and text[at - 1] == " "
    return None if apart and value < _HUGE and not _meant(found, text) else found


_LONG = 100_000  # characters in which marked sums are looked for
_MARKED = re.compile(r"(?<![\w$])[A-Z]{1,3}\$ ?(?=\d)")


def the_dollar_of(text: str) -> CurrencyCode | None:
    """The dollar of the sums that a text marks with letters ("NZ$3,000"); None for the US$, several or none."""
    found = (currency_before(text, mark.end(), _BIG) for mark in _MARKED.finditer(text[:_LONG]))
    marked = {candidates for candidates, _ in filter(None, found)}
    (only,) = marked if len(marked) == 1 else (DOLLAR,)
    return CurrencyCode(only[0]) if len(only) == 1 and only not in (DOLLAR, ("USD",)) else None


def currency_after(text: str, at: int, value: float, sign: Candidates | None = None) -> tuple[Candidates, int] | None:
    """The currency named right behind a number that ends at ``at``, and where it ends.

    ``sign`` is the one before the number: "$5 million Australian" and "$5 million (US)" make the dollar definite.
    """
    if _NEXT_SUM.match(text, at):
        return None
    named = [name for name in (forms("code").after(text, at), forms("after").after(text, at)) if name]
    found = max(named, key=lambda name: name[1], default=None)
    if (
        not found
        and (rare := forms("after big").after(text, at))
        and (value >= _BIG or _meant((rare[0], at), text) or _DOLLAR_AT.search(text, max(0, at - _BEHIND), at))
    ):
        found = None if _YEAR.search(text, max(0, at - 5), at) else rare  # "May 2024 marks the end"
    if not found and (old := _OLD.match(text, at)):
        return currency_after(text, old.end(), value, sign)
    if not found and not sign and (aside := _STATE_ASIDE.match(text, at)):
        name = f" {aside[1]}{text[aside.end() : aside.end() + _BEHIND]}"
        found = currency_after(name, 0, value)
        return (
            (found[0], aside.end() + found[1] - len(aside[1]) - 1) if found and found[1] > len(aside[1]) + 1 else None
        )
    if not found and text[at : at + 2] in ("/-", "/=") and at_home(_SLASHED, text):
        return _SLASHED, at + 2
    if not found and (word := forms("after home").after(text, at)) and at_home(word[0], text):
        found = None if _TOTAL.match(text, word[1]) else word
    if found and not sign and value < _BIG and _MEMBERS.match(text, found[1]):
        return None
    behind_year = found and not sign and _YEAR.search(text, max(0, at - 5), at)
    if found and behind_year and (_DIGIT.match(text, found[1]) or _PERSON.match(text, at)):
        return None  # "in 2010 EUR 5 million was paid"
    if sign != DOLLAR:
        return found
    if found and found[0] != DOLLAR:
        return found
    bracket = re.compile(r"\s?\(([\w.$]{2,11})\)").match(text, at)
    definite = forms("after $").after(text, at)
    if bracket and (inside := forms("after $").after(bracket[1], 0) or forms("code").after(bracket[1], 0)):
        return inside[0], bracket.end()
    if not definite and (state := forms("of a dollar").after(text, at)) and re.compile(LOOSE).match(text, state[1]):
        return state
    return definite


def counted_currency(text: str, number: Numeral, end: int, dollar: CurrencyCode) -> CurrencyCode | None:
    """The currency that is the last word of the noun phrase that a number counts: "5 million hard-won dollars"."""
    at = text.rfind(" ", number.end, end)
    found = forms("after").after(text, at) if at > number.end and text[end - 1] == "s" else None
    if (
        found is None
        or is_year(number)
        or found[1] != end
        or "pound" in text[at:end]
        or re.search(r"\d", text[number.end : end])
    ):
        return None
    return choose(found[0], text[number.start : end], text, dollar)


def single_sums(text: str) -> Iterator[Numeral]:
    """The numbers that "a dollar", "half a dollar" and "a couple of dollars" tell without a numeral."""
    for match in _SINGLE.finditer(text):
        if _PRICE_OF.search(text, max(0, match.start() - _BEHIND), match.start()):
            continue
        yield Numeral(match.start(), match.end() - 1, _single(match), digits=False)
    for match in _SCALED.finditer(text):
        number = next(find_numerals(f"a {match['scale']}".lower()))
        yield replace(number, start=match.start("scale"), end=match.end("scale"))


def _single(match: re.Match[str]) -> float:
    if match["couple"]:
        return 2.0
    if match["up"]:
        return int(match["up"]) / int(match["down"])
    if match["whole"]:
        number = next((n.value for n in find_numerals(match["count"].lower())), 1.0)
        return round(number * parts()[match["whole"].lower()], 4)
    return parts()["half"] if match["part"] else parts()["quarter"] if match["quarter"] else 1.0


def coins_after(text: str, at: int) -> tuple[Coins, int] | None:
    """The currencies of which the word behind a number names a small coin ("50 cents"), and where the word ends."""
    found = coins().after(text, at)
    written = text[at : found[1]].strip() if found else ""
    if found and written.lower() == _SLANG and not re.compile(LOOSE).match(text, found[1]):
        return None
    apart = len(text[at : found[1]] if found else "") > 1 or not (written.islower() or written == "¢")
    return None if apart and len(written) == 1 and written.isalpha() else found  # "35p" is money, "35 p" a page


def points_thousands(digits: str, currency: str) -> bool:
    """Whether the point in "1.200" parts thousands: not where people write a point before the fraction of such sums."""
    if get_currency_precision(currency) == _THOUSANDTHS or (currency in _POINTED and not digits.endswith("0")):
        return False
    return bool(re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", digits))


def _meant(found: tuple[Candidates, int], text: str) -> bool:
    """Whether a sign that has other meanings too is one by the text: its state is named, or what is paid for."""
    sign = _SHORT.match(text, found[1])
    if sign and any(find_names(sign[0])):  # "US 101", "EU 27": itself the name of a state or body
        return _priced(text, found[1])
    return _priced(text, found[1]) or at_home(found[0], text)


def _priced(text: str, at: int) -> bool:
    """Whether what stands before a place tells a price."""
    return bool(_PRICED.search(text, max(0, at - _BEHIND), at))
