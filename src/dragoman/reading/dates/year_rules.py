"""Years, financial years, decades and centuries by their numbers."""

from __future__ import annotations

import re

from dragoman.reading.dates.cues import COUNTING, NUMBERING, SURELY_DATING, words
from dragoman.reading.dates.meaning import Calendar, Counted, Meaning, Plain, Span, Years
from dragoman.reading.dates.phrases import Phrase, Rule
from dragoman.reading.dates.words import Token, symbols

_DATING = re.compile(words("dating") + r"[\s-]*\Z|[(\[;,–—:]\s*\Z", re.IGNORECASE)
_COUNTED = re.compile(r"\s+(?!" + words("not_counted") + r")(?:[a-z-]+ )?(?:[a-z]+s|" + words("counted") + r")\b")
_GLUED = re.compile(r"[\d%]|\.\d|,\d{3}\b|-(?!present|date)[a-z]")
_RANGED = re.compile(r"\s?[-–]\s?\d{4}\b")
_PREFIXED = re.compile(r"[A-Za-z]-\Z")
_AGES = re.compile(r"\b(?:their|his|her|my|our|your)\s+(?:\w+[\s-]+){0,4}\Z", re.IGNORECASE)
_AMONG_DECADES = re.compile(r"(?:\b(?:early|late|mid)[\s-]+|\d0['’]?s(?:,| and| or| to|-|–)\s*)\Z", re.IGNORECASE)
_THING = re.compile(r"\s+[a-z]")
_AT_LEAST = re.compile(r"\b(?:until|till|to|by|through|before)\s+at\s+least\s+\Z|\b(?:later|earlier|sooner) than\s+\Z")
_OLD = 1400
# "Of 1500 vehicles" counts them, "of 1850 rules" may be of that year.
_OF, _LATELY = re.compile(r"\bof\s+\Z", re.IGNORECASE), 1800
_NINETEEN = 19
_IN_OLD = re.compile(r"\b(?:in|since|until|year|circa|from)\s+\Z", re.IGNORECASE)  # before a year longer ago
_OWNED = re.compile(r"['’]s\s+\Z")
_CALLED = re.compile(r"\s+" + words("called_by_year"))


def _year(phrase: Phrase) -> Meaning | None:
    """A bare number of four digits is a year where nothing is numbered, paid or counted by it."""
    year = phrase.get("year")
    if phrase.all("year_unit"):
        return Calendar(year)
    if (
        not (1400 if not _IN_OLD.search(phrase.before) else 1000) <= year < 2200
        or COUNTING.match(phrase.after)
        or _GLUED.match(phrase.after)
    ):
        return None
    ranged, prefixed = _RANGED.match(phrase.after), _PREFIXED.search(phrase.before)
    if NUMBERING.search(phrase.before) and not (ranged or prefixed or _AT_LEAST.search(phrase.before)):
        return None
    called = _CALLED.match(phrase.after)
    surely = year >= (_OLD if not _OF.search(phrase.before) else _LATELY) and (
        SURELY_DATING.search(phrase.before) or _OWNED.search(phrase.before)
    )
    if _COUNTED.match(phrase.after) and not called and not surely:
        return None
    dated = _DATING.search(phrase.before) or _AT_LEAST.search(phrase.before) or not phrase.before.strip()
    return Calendar(year) if dated or 1900 <= year < 2100 else None


def _fiscal_pair(phrase: Phrase) -> Meaning | None:
    """2005-06 and FY2010/11 are financial years; 2002-07 is five years, 2016-03 (in which nothing grows) a month."""
    first, short = phrase.get("fiscal_pair")
    last = first // 100 * 100 + short + (100 if short < first % 100 and first % 100 > 89 and short < 30 else 0)
    if not 1400 <= first < 2200 or NUMBERING.search(phrase.before):
        return None
    if last == first + 1 or phrase.get("fiscal"):
        return Years(first, 2)
    if last > first:
        return Span(Calendar(first), Calendar(last))
    return Calendar(first, short) if 1 <= short <= 12 and "-" in phrase.words else None


def _fiscal_year(phrase: Phrase) -> Meaning | None:
    """FY2012, fiscal year 2010/2011."""
    years = phrase.all("year", "short_year") or [2000 + number for number in phrase.all("day", "number")]
    return Years(years[0], 2) if len(years) > 1 and years[1] == years[0] + 1 else Years(years[-1], 1)


def _short_fiscal(phrase: Phrase) -> Meaning | None:
    """FY16."""
    return _fiscal_year(phrase) if re.fullmatch(r"(?:the )?FY\d\d", phrase.words) else None


def _fiscal_year_ended(phrase: Phrase) -> Meaning | None:
    """The fiscal year ended March 31: its length."""
    return Plain("P1Y", "duration") if re.match(r"\s+(?:that\s+)?end(?:ed|ing|s)\b", phrase.after) else None


def _turned_year(phrase: Phrase) -> Meaning:
    """The last calendar year; next financial year: as the text does not say when it begins, the year of that turn."""
    return Counted("year", phrase.get("relation"))


def _decade(phrase: Phrase) -> Meaning | list[tuple[Token, Meaning]] | None:
    """The 1970s, the '80s; but 1970's harvest is of one year, people are in their 30s, the dollar in the high 60s."""
    if phrase.all("number"):  # "the nineteen-sixties"
        return Years(phrase.get("decade_name"), 10) if phrase.get("number") == _NINETEEN else None
    if years := phrase.get("decade_name"):
        return Years(years, 10) if phrase.all("the") or _AMONG_DECADES.search(phrase.before) else None
    short = re.fullmatch(r"\d\ds", phrase.words)
    if _AGES.search(phrase.before) or (short and not _AMONG_DECADES.search(phrase.before)):
        return None
    owning = re.search(r"\d{4}(['’]s)\Z", phrase.words)
    if owning and not phrase.all("the") and not _AMONG_DECADES.search(phrase.before) and _THING.match(phrase.after):
        end = phrase.end - len(owning[1])
        return [(Token(symbols()["point"], phrase.start, end), Calendar(phrase.get("decade_years")))]
    return Years(phrase.get("decade_years"), 10)


def _century(phrase: Phrase) -> Meaning | None:
    """The 19th century."""
    number = phrase.get("ordinal_day", "ordinal")
    if phrase.get("unit") != "century" or not 10 <= number <= 22:
        return None
    return Years((number - 1) * 100, 100)


def _short_year(phrase: Phrase) -> Meaning:
    """In '87."""
    return Calendar(phrase.get("short_year"))


RULES = (
    Rule("(the? fiscal year_unit? | the? fiscal) -? (fiscal_pair)", _fiscal_pair),
    Rule("the? fiscal year_unit? -? (year (-|/|to) year | year | short_year)", _fiscal_year),
    Rule("the? fiscal (day|number)", _short_fiscal),
    Rule("the? fiscal year_unit", _fiscal_year_ended),
    Rule("the? relation (fiscal|calendar) year_unit", _turned_year),
    Rule("the? fiscal_pair (fiscal year_unit)?", _fiscal_pair),
    Rule("the? year (fiscal year_unit)", _fiscal_year),
    Rule("the? number -? decade_name", _decade),
    Rule("the? (decade_years|decade_name)", _decade),
    Rule("the? (ordinal|ordinal_day) -? unit", _century),
    Rule("the? year_unit of? year", _year),
)
SHORT_YEAR = Rule("(?<=in|since|from|by|of) short_year", _short_year)
BARE_YEAR = Rule("year", _year)
