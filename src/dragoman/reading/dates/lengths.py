"""Lengths of time: five years, a two-day visit, weeks of talks, all day."""

from __future__ import annotations

import re

from dragoman.reading.dates.cues import TIME_LEFT
from dragoman.reading.dates.meaning import Meaning, Plain, Term
from dragoman.reading.dates.phrases import Phrase
from dragoman.reading.dates.reckoning import duration

UNITS = ("units", "unit", "year_unit", "quarter", "weekend", "clock_unit")
HOURS = {"hour": 24, "minute": 24 * 60, "second": 24 * 3600}
_ORDER = "ce de ye mo we da ho mi se"  # units from the longest to the shortest, by how they begin
_PAID = re.compile(r"(?:cents?|a share|apiece|dollars?|pounds|euros|yen|million|billion|\d)\s+\Z")
_TITLE = re.compile(r"\d\s+(?:Minutes|Hours|Days)\Z")  # "60 Minutes" and "48 Hours" are broadcasts
_AMONG_SMALL = re.compile(r"[a-z,]\s+\Z|[.]\s+\Z")
_COMPARING = re.compile(r"-(?:on|over|to)-")  # "a year-on-year rise"
_PAST_THE_HOUR = re.compile(r"\s+(?:past|after|before|to) the hour\b")
_MEASURES = re.compile(
    r"\b(?:for|after|within|over|in|spent|spend|take[ns]?|took|taking|last(?:s|ed|ing)?|wait(?:s|ed|ing)?|be|was|not|or|even|only|just|mere"
    r"|merely|until|perhaps|maybe|matter of)\s+\Z",
    re.IGNORECASE,
)
_MEASURED = re.compile(r"\s+(?:of|after|before|since|between|leading up to|preceding|to go|left|into|away)\b")


_IN_A_ROW = re.compile(r"\s+(?:in a row|running|in succession)\b")
_ITS = re.compile(r"\b(?:its|his|her|their|our|my)\s+\Z", re.IGNORECASE)
_MIXED = 3  # numbers: "2 1/2"
_MANY = 99  # of which nobody keeps the count of days in a row


def amount_of(phrase: Phrase) -> float | None:
    """How many units: halves and dozens included, None if nobody counted."""
    halves = 0.5 * len(phrase.all("half"))
    numbers = phrase.all("number", "day", "year", "mixed")
    if phrase.all("/") and len(numbers) == _MIXED:
        return float(numbers[0] + numbers[1] / max(numbers[2], 1))
    if numbers:
        return float(numbers[0]) + halves
    if phrase.all("vague"):
        return None
    return 1 + halves if not halves or phrase.all("and") else halves  # "a year and a half", "the last half-century"


def length(phrase: Phrase) -> Meaning | None:
    """Five years; a three-day visit; several months; half a century."""
    unit, amount = phrase.get(*UNITS), amount_of(phrase)
    if (
        phrase.words.lower() == "one day"
        and not _MEASURES.search(phrase.before)
        and not re.match(r"\s+(?:left|to go|before|after|away)\b", phrase.after)
    ):
        return None
    if phrase.words.lower() == "a day" and re.match(r"\s+(?:for|of|when|that|to)\b", phrase.after):
        return None
    if _TITLE.search(phrase.words) and _AMONG_SMALL.search(phrase.before) and re.match(r"\s+[a-z]", phrase.after):
        return None
    if _COMPARING.match(phrase.after):
        return None
    if unit == "minute" and _PAST_THE_HOUR.match(phrase.after):
        return None
    if phrase.all("vague", "half") == [0] and not phrase.words.endswith("s"):
        return None
    if phrase.all("year") and phrase.all("year")[0] > 1000 and not phrase.words.lower().endswith("years"):
        return None
    if unit == "quarter" and not phrase.all("number", "day") and not _PAID.search(phrase.before):
        return None
    if phrase.words.lower().startswith("recent"):
        return Plain("PAST_REF", "date")
    if amount is not None and unit not in HOURS and TIME_LEFT.search(phrase.before):
        return Term(unit, amount)
    return Plain(duration(unit, amount), "duration")


def in_a_row(phrase: Phrase) -> Meaning | None:
    """For the third day in a row; the fifth consecutive month; its second year."""
    number, unit = phrase.get("ordinal", "ordinal_day"), phrase.get(*UNITS)
    counted = bool(phrase.all("filler")) or bool(_IN_A_ROW.match(phrase.after))
    if not 1 <= number <= _MANY or not (counted or unit in ("day", "week", "month", "year")):
        return None
    owned = bool(_ITS.search(phrase.before)) and not re.match(r"-|\s+[a-z]+s\b", phrase.after)
    begun = bool(phrase.all("the")) and bool(re.match(r"\s+(?:of|after|since|in)\b", phrase.after))
    return Plain(duration(unit, number), "duration") if counted or owned or begun or phrase.all("a") else None


def compound(phrase: Phrase) -> Meaning | None:
    """Two hours and 21 minutes; a year and two months."""
    sizes, numbers = phrase.all(*UNITS), phrase.all("number", "day", "a")
    if len(sizes) != 2 or len(numbers) != 2 or _ORDER.find(sizes[0][0:2]) >= _ORDER.find(sizes[1][0:2]):
        return None
    if phrase.all("a") and "," in phrase.words:  # "five days a week, 24 hours a day"
        return None
    first, second = (duration(unit, number) for unit, number in zip(sizes, numbers, strict=True))
    timed = second[1] == "T" and first[1] == "T"
    return Plain(first + second[2 if timed else 1 :], "duration")


def whole(phrase: Phrase) -> Meaning:
    """All day, all week long."""
    return Plain(duration(phrase.get("unit", "year_unit"), 1), "duration")


def long(phrase: Phrase) -> Meaning:
    """A month-long truce; a daylong meeting."""
    return Plain(phrase.get("lasting") or duration(phrase.get("unit", "year_unit"), 1), "duration")


def old(phrase: Phrase) -> Meaning:
    """A month-old truce; the decades-old feud."""
    unit = phrase.get("unit", "year_unit", "units")
    return Plain(duration(unit, None if phrase.all("units") else 1), "duration")


def entire(phrase: Phrase) -> Meaning | None:
    """The entire year; the whole week."""
    said = re.match(r"the (?:entire|whole)\b", phrase.words, re.IGNORECASE)
    return Plain(duration(phrase.get("unit", "year_unit"), 1), "duration") if said else None


def lengths(phrase: Phrase) -> Meaning | None:
    """For decades; after years; weeks of talks; hours before the vote."""
    if not _MEASURES.search(phrase.before) and not _MEASURED.match(phrase.after):
        return None
    return Plain(duration(phrase.get("units", "clock_unit"), None), "duration") if phrase.words.endswith("s") else None
