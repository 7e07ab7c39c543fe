"""Dates by the calendar: days, months, seasons and feasts by their names."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from dragoman.reading.dates.cues import COUNTING, NUMBERING, SURELY_DATING, is_delivered, words
from dragoman.reading.dates.meaning import (
    Calendar,
    Counted,
    Feast,
    Meaning,
    Named,
    Part,
    Seasonal,
    Span,
    Turn,
)
from dragoman.reading.dates.phrases import Phrase, Rule
from dragoman.reading.dates.words import Token, symbols

SHORTHAND = {
    "TAIL": "TURN | ,? of? year | short_year",
    "TURN": ",? (of|in|earlier|later)? the? (relation|running) year_unit",
    "WD": "(weekday|shortweekday) ,? the?",
    "DAY": "day|ordinal_day|ordinal",
    "MONTH": "month|shortmonth",
    "JOINT": "to|-|and|/|&",
}

_BEFORE_MONTH = re.compile(r"(?:" + words("before_month") + r"[\s-]*|[(/–-]\s?)\Z", re.IGNORECASE)
_AFTER_VERB = re.compile(r"\s+" + words("after_verb"))
_AFTER_MONTH = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"(?:,? (?:and|or|to|until|through)|,| ?[-–/]) ?\Z"
)
_MONTHS_ON = re.compile(r"(?:\s?[/–-]\s?|\s(?:to|and|until)\s)(?:Ja|Fe|Mar|Ap|Ma|Ju|Au|Se|Oc|No|De)[a-z]")
_SEASON_ALONE = re.compile(
    r"\s*(?:[.,;:)]|\Z|(?:is|was|will|has|had|in|at|with|and|or|when|but|to|by|as|for|on|it|he|she|they|we|I)\b)"
)
_BY_SEASON = re.compile(r"\b(?:by|until|since|before|in|next|late|early)[\s-]+\Z")
_WITHIN = re.compile(r"\bin\s+\Z", re.IGNORECASE)
_SET_IN = re.compile(
    r"\b(?:in|during|over|throughout|on|for|into|at|within|by|until|since|before|from)\s+\Z", re.IGNORECASE
)
_IN = re.compile(r"\b(?:in|until|by)\s+\Z", re.IGNORECASE)
_NAME = re.compile(r" [A-Z][a-z]+\b")  # "April Ryan"
_NO_NAME = re.compile(
    r"\b(?:in|by|since|until|till|last|next|this|of|early|late|mid|during|through|from|the|its|their|each|every|on|for|between)[\s-]+\Z",
    re.I,
)
_IN_TIME = re.compile(r"\b(?:on|by|since|until|from|before|after|said|told)\s+\Z", re.IGNORECASE)
_NAMED_AFTER = re.compile(r"\s+(?:[A-Z]\w+\s+)?" + words("named_after"))
_OWNING = re.compile(r"['’]s\b")
_ROMAN = re.compile(r"[IVX]+")
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_FEAST = re.compile(r"\s+Day\b")


def _tail(phrase: Phrase) -> tuple[int | None, Turn | None]:
    """The year that a date ends with, or the turn of one."""
    turn = None
    if (count := phrase.get("relation")) is not None:
        turn = Turn(count)
    elif (count := phrase.get("running")) is not None:
        turn = Turn(count, running=True)
    return phrase.get("year", "short_year"), turn


def _day(phrase: Phrase) -> Meaning | list[tuple[Token, Meaning]] | None:
    """26 January; Tuesday, January 26th, 2001; the 26th of January last year; but the November 17 group."""
    year, turn = _tail(phrase)
    month, day = phrase.get("month", "shortmonth", "weak_month"), phrase.get("day", "ordinal_day", "ordinal")
    last = phrase.tokens[-1]
    apart = ". The " in phrase.words or (" the " in phrase.words and _WITHIN.search(phrase.before))
    if apart and last.value == day:
        sign = symbols()
        months = (sign["month"], sign["shortmonth"], sign["weak_month"])
        of = next((token for token in phrase.tokens if token.symbol in months), None)
        # "In May the first fair was held": a day would stand behind "on". "Held in May. The ninth is planned".
        return [(Token(sign["point"], of.start, of.end), Calendar(None, month, None, None))] if of else None
    if not _is_day(month, day, year) or (last.value == day and COUNTING.match(phrase.after)):
        return None
    if year is None and turn is None and _NAMED_AFTER.match(phrase.after) and not _IN_TIME.search(phrase.before):
        return []
    return Calendar(year, month, day, turn, phrase.get("weekday", "shortweekday"))


def _short_dated(phrase: Phrase) -> Meaning | None:
    """15 Jan 91: where nothing follows that there could be 91 of."""
    month, numbers = phrase.get("month", "shortmonth"), phrase.all("number", "day")
    if not re.fullmatch(r"\d\d", phrase.words[-2:]) or re.match(r"\s+\w|[.,]?\d|%", phrase.after):
        return None
    year = numbers[1] + (1900 if numbers[1] > 30 else 2000)
    return Calendar(year, month, numbers[0], None) if _is_day(month, numbers[0], year) else None


def _days(phrase: Phrase) -> Meaning | None:
    """8 to 10 March; November 3-5; 12 and 13 October. Days apart from each other are no range, and left alone."""
    year, turn = _tail(phrase)
    month, days = phrase.get("month", "shortmonth"), phrase.all("day", "ordinal_day", "ordinal")
    if not all(_is_day(month, day, year) for day in days) or days != sorted(set(days)):
        return None
    between = re.search(r"\bbetween\s+(?:the\s+)?\Z", phrase.before, re.IGNORECASE)
    if phrase.all("and", "&") and not between and len(days) != days[-1] - days[0] + 1:
        return None
    first, last = (Calendar(year, month, day, turn) for day in (days[0], days[-1]))
    return Span(first, last)


def _days_apart(phrase: Phrase) -> list[tuple[Token, Meaning]] | None:
    """3 and 10 March; May 3, 5 and 9 last year: each day by itself."""
    sign = symbols()
    year, turn = _tail(phrase)
    month, classes = phrase.get("month", "shortmonth"), (sign["day"], sign["ordinal_day"], sign["ordinal"])
    days = [token for token in phrase.tokens if token.symbol in classes]
    if not all(_is_day(month, token.value, year) for token in days) or "to" in phrase.words.split():
        return None
    if [token.value for token in days] != sorted({token.value for token in days}):
        return None
    months_first = phrase.tokens[0].start < days[0].start
    first = [phrase.start, *(token.start for token in days[1:])]
    last = [*(token.end for token in days[:-1]), phrase.end]
    if months_first is False and phrase.tokens[0].symbol not in classes:
        first[0] = days[0].start
    meanings = [Calendar(year, month, token.value, turn) for token in days]
    point = sign["point"]
    return [(Token(point, a, b), meaning) for a, b, meaning in zip(first, last, meanings, strict=True)]


def _feast(phrase: Phrase) -> Meaning | None:
    """Christmas Day; Good Friday 2012; last Easter; but Christmas Island."""
    if re.match(r"\s+(?:Island|Day\b)", phrase.after):
        return None
    year, turn = _tail(phrase)
    if counts := phrase.all("relation", "running"):
        turn = turn or Turn(sum(counts), bool(phrase.all("running")))
    day = phrase.get("feast")
    if "K" in day:
        month, which = day.split("K")
        return Part(Calendar(year, int(month), None, turn), f"K{which}")
    if "-" in day[1:]:
        return Calendar(year, int(day[:2]), int(day[3:]), turn)
    return Feast(int(day), year, turn)


def _is_day(month: int | None, day: int | None, year: int | None) -> bool:
    longest = {2: 29 if year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)) else 28,
               4: 30, 6: 30, 9: 30, 11: 30}  # fmt: skip
    return month is not None and day is not None and 1 <= day <= longest.get(month, 31)


def _month_of_year(phrase: Phrase) -> Meaning | None:
    """March 2009; November last year; May of the following year."""
    year, turn = _tail(phrase)
    return Calendar(year, phrase.get("month", "shortmonth"), None, turn)


def _month(phrase: Phrase) -> Meaning | None:
    """January; but "May" and "March" only where they can be nothing else."""
    if _FEAST.match(phrase.after):
        return None
    named = _NAME.match(phrase.after) and not phrase.words.isupper()
    delivered = is_delivered(phrase.text, phrase.start, phrase.end)
    if (
        named
        and not delivered
        and not _NO_NAME.search(phrase.before)
        and phrase.words in ("April", "May", "June", "August")
    ):
        return None
    if phrase.tokens[0].value not in (3, 5):
        return Calendar(month=phrase.tokens[0].value)
    shouted = phrase.words.isupper() and phrase.before.strip()[-3:].isupper()
    verb = _AFTER_VERB.match(phrase.after) and not (
        SURELY_DATING.search(phrase.before) or _AFTER_MONTH.search(phrase.before)
    )
    placed = (
        _BEFORE_MONTH.search(phrase.before)
        or delivered
        or _MONTHS_ON.match(phrase.after)
        or _OWNING.match(phrase.after)
    )
    if not placed or verb or shouted:
        return None
    return Calendar(month=phrase.tokens[0].value)


def _weekday_of_month(phrase: Phrase) -> Meaning | None:
    """The first Thursday of May; the last Monday in September 2004."""
    which = phrase.get("ordinal", "ordinal_day", "relation")
    year, turn = _tail(replace(phrase, tokens=phrase.tokens[2:]))
    if not -1 <= which <= 5 or not which:
        return None
    return Part(Calendar(year, phrase.get("month", "shortmonth"), None, turn), f"K{which}:{phrase.get('weekday')}")


def _turned_month(phrase: Phrase) -> Meaning | None:
    """Last November; this coming March; the following June; but "past June" is after it."""
    if phrase.words.startswith("past "):
        return None
    running = phrase.all("running")
    return Named("month", phrase.get("month"), Turn(sum(phrase.all("relation")) + sum(running), bool(running)))


def _written(phrase: Phrase) -> Meaning | None:
    """2001-01-26, 26.01.2001, 26.I.2001, 1/26/2001, 2001/01/26: days before months unless that cannot be."""
    said = phrase.get("date")
    if roman := _ROMAN.search(said):
        said = said.replace(roman[0], str(_ROMANS.index(roman[0]) + 1)) if roman[0] in _ROMANS else ""
    if said.isdigit():
        said = f"{said[:4]}-{said[4:6]}-{said[6:]}"
    numbers = [int(n) for n in re.findall(r"\d+", said)[:3]]
    order: Literal["", "month", "either"] = ""
    if len(numbers) < 3:
        return None
    if len(said.partition("-")[0]) == 4 or numbers[0] > 31:
        year, month, day = numbers
    else:
        day, month, year = numbers
        if not re.search(r"\d{4}\Z", said):
            if NUMBERING.search(phrase.before):
                return None
            year += 1900 if year > 30 else 2000
        if month > 12:
            day, month, order = month, day, "month"
        elif max(day, month) <= 12 and "." not in said:
            order = "either"
    return (
        Calendar(year, month, day, None, order=order)
        if _is_day(month, day, year) and month <= 12 and year > 999
        else None
    )


def _named_quarter(phrase: Phrase) -> Meaning | None:
    """The March quarter (of 2007): the one that ends with March."""
    number, rest = divmod(phrase.get("month"), 3)
    year = phrase.get("year")
    return None if rest else Part(Calendar(year) if year else Counted("year", None), f"Q{number}")


def _quarter_by_months(phrase: Phrase) -> Meaning | None:
    """The January-March quarter (of 2007)."""
    first, last = phrase.all("month", "shortmonth")
    if last - first != 2 or last % 3:
        return None
    year = phrase.get("year")
    return Part(Calendar(year) if year else Counted("year", None), f"Q{last // 3}")


def _season(phrase: Phrase) -> Meaning | None:
    """Summer 2012; last winter; in the spring (but prices may be in the fall)."""
    code = phrase.get("season")
    if year := phrase.get("year", "short_year"):
        return Seasonal(year, code)
    if pair := phrase.get("fiscal_pair"):  # the winter of 1946-47
        return Seasonal(pair[0], code)
    if (counts := phrase.all("relation", "running")) and not re.match(r"\s+(?:in|of)\b", phrase.after):
        return Named("season", code, Turn(sum(counts), bool(phrase.all("running"))))
    alone = _SEASON_ALONE.match(phrase.after)
    if (
        phrase.words.lower().endswith(("fall", "spring"))
        and not (phrase.all("the") and _SET_IN.search(phrase.before))
        and not _BY_SEASON.search(phrase.before)
    ):
        return None
    if phrase.words.lower() == "the fall" and not _IN.search(phrase.before):
        return None
    return Named("season", code, None) if alone and not counts else None


RULES = (
    Rule("WD? date", _written),
    Rule("(?<![-/]) WD? the? DAY ((, and? | JOINT) WD? the? DAY){1,6} of? MONTH (,? of? year | TAIL)?", _days, "range"),
    Rule("(?<![-/]) the? DAY ((, (and|or)? | JOINT | or) the? DAY){1,6} of? MONTH (,? of? year | TAIL)?", _days_apart),
    Rule("(relation|running)? feast TAIL?", _feast),
    Rule("WD? day MONTH (number|day)", _short_dated),
    Rule("WD? the? DAY of? MONTH TAIL?", _day),
    Rule("the? DAY of? weak_month ,? year", _day),
    Rule("MONTH the? DAY ((, DAY){0,6} ,? and | to | - | / | &) WD? the? DAY (?!of? month) TAIL?", _days, "range"),
    Rule("MONTH the? DAY (, DAY){0,6} ,? (and | &) the? DAY (?!of? month) TAIL?", _days_apart),
    Rule("WD? MONTH the? DAY TAIL?", _day),
    Rule("the? month -? quarter (,? of? year)?", _named_quarter),
    Rule("the? MONTH - MONTH quarter (,? of? year)?", _quarter_by_months),
    Rule("the? (ordinal|ordinal_day|relation) weekday (of|in) MONTH TAIL?", _weekday_of_month),
    Rule("WD? MONTH TAIL", _month_of_year),
    Rule("the? (relation relation? | running) month", _turned_month),
    Rule("month", _month),
    Rule("the? season ,? of? (year|short_year|fiscal_pair)", _season),
    Rule("the? (relation relation? | running) season", _season),
    Rule("(the|all) season", _season),
    Rule("season", _season),
)
