"""Times that are counted from the day of writing or from the date told before."""

from __future__ import annotations

import re

from dragoman.reading.dates import lengths
from dragoman.reading.dates.cues import words
from dragoman.reading.dates.lengths import HOURS, UNITS, amount_of
from dragoman.reading.dates.meaning import (
    Counted,
    Meaning,
    Named,
    Part,
    Plain,
    Stretch,
    Turn,
    Weekday,
    YearOn,
    YearsBack,
)
from dragoman.reading.dates.phrases import Phrase, Rule
from dragoman.reading.dates.reckoning import duration
from dragoman.reading.dates.reference_rules import PAUSE
from dragoman.reading.dates.words import Token, symbols

SHORTHAND = {
    "AMOUNT": "a? half (-|a|of the|of a)? (ONE|clock_unit) | a? vague? COUNT FRACTION? -? of? fiscal? filler? ANY"
    " | a? vague{1,3} filler? ANY | a filler? (ONE|clock_unit) (and a half)? | vague ANY",
    "FRACTION": "-? and -? a -? half | (number|day) / (number|day)",
    "COUNT": "number|day|year|mixed",
    "ANY": "units|unit|year_unit|quarter|clock_unit",
    "ONE": "unit|year_unit|quarter",
    "PART": "part|earlier|later",
}
_HEDGE = re.compile(words("hedges") + r"\s+(?:an?\s+)?\Z", re.IGNORECASE)
_SPANNING = re.compile(r"\b(?:over|during|in|within|for|throughout|of|across)\s+\Z", re.I)
_LASTS = re.compile(r"\b(?:will|would|can|could|may|might|shall|should|must|to|not|cannot|n['’]t|also|that|which)\s+\Z")
_HAS_BEEN = re.compile(r"\s+(?:has|have|had|was)\b")  # "the last week has been"
_COMPARED = re.compile(r"\b(?:from|than|over|against|with|to)\s+(?:that of\s+)?\Z")
_AGAINST = re.compile(r"\b(?:against|versus|compared (?:with|to)|(?:up|down) from)\b[^;]{0,60},\s+\Z")
_THAN = re.compile(r"\b(?:from|than|over|against)\s+\S{1,8}\s+(?:\S{1,12}\s+)?\Z")  # "against $3 million a year before"
_RESULT = re.compile(r"[^.]{0,50}\b(?:earned|lost|net|profit|loss|earnings|income|revenues?|a share)\b")


def _ago(phrase: Phrase) -> Meaning | None:
    """Three years ago, two weeks from now, in five years' time."""
    back = bool(phrase.all("ago"))
    if phrase.all("time") and not re.search(r"['’s]\s+time\Z", phrase.words):
        return None
    amount = amount_of(phrase) if len(phrase.tokens) > 2 or phrase.all("a") else None
    hedged = bool(_HEDGE.search(phrase.before)) or bool(phrase.all("vague"))
    unit, side = phrase.get(*UNITS), -1 if back else 1
    if unit == "week" and amount and phrase.all("deictic"):  # "a week from today"
        return Counted("day", phrase.get("deictic")[0] + 7 * amount * side)
    if unit in HOURS:
        return Counted("day", None if amount is None else float(round(amount * side / HOURS[unit])))
    if unit == "year" and amount == 1 and not hedged and not phrase.all("time"):
        results = bool(_RESULT.match(phrase.text, phrase.end))
        return YearOn(side, compared=bool(_COMPARED.search(phrase.before)), quarter=results)
    if amount is None and not back:
        return Plain("FUTURE_REF", "date")
    if amount is not None and unit in ("decade", "century"):
        return Counted("year", amount * side * (10 if unit == "decade" else 100), about=True)
    return Counted(unit, None if amount is None else amount * side, about=hedged)


def _later(phrase: Phrase) -> Meaning | None:
    """Two days later, a year earlier, weeks later; but "two days later than planned"."""
    if re.match(r"\s+than\b", phrase.after):
        return None
    amount = amount_of(phrase) if len(phrase.tokens) > 2 else None
    sign = phrase.get("later", "earlier")
    if (unit := phrase.get("clock_unit")) is not None:
        return Counted("day", float(round((amount or 0) * sign / HOURS[unit])), running=True)
    if phrase.get("year_unit", "units") in ("year",) and amount == 1:
        results = bool(_RESULT.match(phrase.text, phrase.end))
        against = _AGAINST.search(phrase.text, max(0, phrase.start - 90), phrase.start)
        compared = bool(against or _COMPARED.search(phrase.before))
        return YearOn(sign, running=True, compared=compared, quarter=results)
    return Counted(phrase.get(*UNITS), None if amount is None else amount * sign, running=True)


def _before_that(phrase: Phrase) -> Meaning | None:
    """A year before, two days before: where nothing follows that they are before."""
    if not phrase.words.endswith("before") or not PAUSE.match(phrase.after) or phrase.get(*UNITS) in HOURS:
        return None
    amount = amount_of(phrase)
    if phrase.get("year_unit", "units") == "year" and amount == 1:
        return YearOn(
            -1, running=True, compared=bool(_COMPARED.search(phrase.before)), quarter=bool(_THAN.search(phrase.before))
        )
    return Counted(phrase.get(*UNITS), None if amount is None else -amount, running=True)


def _night_before(phrase: Phrase) -> Meaning | None:
    """The night before, the morning after: where nothing follows that they are before or after of."""
    if not PAUSE.match(phrase.after) or phrase.words.endswith("by"):
        return None
    return Part(Counted("day", 1 if phrase.all("after") else -1, running=True), phrase.get("daypart"))


def _night_before_last(phrase: Phrase) -> Meaning | None:
    """The night before last."""
    before = phrase.words.endswith("before last")
    return Part(Counted("day", -2), phrase.get("daypart")) if before else None


def _week_ago_weekday(phrase: Phrase) -> Meaning | None:
    """A week ago Monday, two weeks ago Friday, a week ago tonight; a week from Friday."""
    amount = amount_of(phrase)
    if phrase.get(*UNITS) != "week" or amount is None or amount != int(amount):
        return None
    if (deictic := phrase.get("deictic")) is not None:
        day = Counted("day", deictic[0] - 7 * amount)
        return Part(day, deictic[1]) if deictic[1] else day
    if phrase.all("from"):
        return Weekday(phrase.get("weekday"), Turn(int(amount) + 1))
    return Weekday(phrase.get("weekday"), weeks=Turn(-int(amount)))


def _years_ago_today(phrase: Phrase) -> Meaning | None:
    """Ten years ago today, a year ago this week."""
    amount, deictic = amount_of(phrase), phrase.get("deictic")
    if (
        phrase.get("year_unit", "units") != "year"
        or amount is None
        or amount != int(amount)
        or (deictic and deictic[0])
    ):
        return None
    if weekday := phrase.get("weekday"):
        return YearsBack(int(amount), "day", weekday)
    return YearsBack(int(amount), "day" if deictic else phrase.all("unit")[-1], turn=sum(phrase.all("relation")))


def _nights_ago(phrase: Phrase) -> Meaning:
    """Two nights ago, three mornings ago."""
    return Part(Counted("day", -float(phrase.get("number", "day"))), phrase.get("dayparts"))


def _summers_ago(phrase: Phrase) -> Meaning:
    """Three summers ago."""
    return Named("season", phrase.get("seasons"), Turn(-phrase.get("number", "day")))


def _day(phrase: Phrase) -> Meaning | None:
    """Today, yesterday, tomorrow morning, tonight; the day after tomorrow."""
    days, code = phrase.get("deictic")
    if phrase.all("unit"):
        if phrase.get("unit") != "day" or not days:
            return None
        days *= 2
    meaning = Counted("day", days)
    code = phrase.get("daypart") or code
    return Part(meaning, code) if code else meaning


def _day_of_month(phrase: Phrase) -> Meaning | None:
    """On the 15th, of the month of writing."""
    day = phrase.get("ordinal_day")
    return Part(Counted("month", 0), f"D{day - 1}:{day}") if PAUSE.match(phrase.after) else None


def _part_of_today(phrase: Phrase) -> Meaning | None:
    """This morning; last night; the following evening."""
    running, count, code = phrase.all("running"), sum(phrase.all("relation", "running")), phrase.get("daypart")
    if count > 0 and not running and not phrase.words.lower().startswith("the "):
        return None
    return Part(Counted("day", count, bool(running) or count > 0), code)


def _turned(phrase: Phrase) -> Meaning | None:
    """Last month; next year; this week; earlier this year; the following day; the past year; that decade."""
    unit, running = phrase.get(*UNITS), phrase.all("running")
    count = sum(phrase.all("relation", "running"))
    if running:
        return Counted(unit, count, running=True)
    words = phrase.words.lower()
    # "Last year" is the calendar's; "the last year", and "in the past year", the twelve months up to now.
    if words.startswith("the "):
        if unit in ("day", "week", "month") and count == 1 and re.match(r"\s+or\b", phrase.after):
            return Plain(duration(unit, 1), "duration")
        if unit == "day":
            return Counted("day", count, running=True) if "next" in words else None
        if "past" in words or "coming" in words or (count and _SPANNING.search(phrase.before) and "last" in words):
            return Stretch(unit, 1, count)
        if "next" in words and count == 1 and unit in ("week", "month", "year", "decade"):
            return Stretch(unit, 1, 1) if _SPANNING.search(phrase.before) else Counted(unit, 1, running=True)
        if "last" in words:
            return Stretch(unit, 1, -1) if _HAS_BEEN.match(phrase.after) else None
    if unit == "day" and count == -1:
        return None
    return Counted(unit, count)


def _new_year(phrase: Phrase) -> Meaning | None:
    """In the new year: the one to come; but the New Year of some calendar is a feast."""
    return Counted("year", 1) if phrase.words.endswith("new year") else None


def _unit_itself(phrase: Phrase) -> Meaning | None:
    """Later in the year; earlier in the week: the one that the text is in."""
    return Counted(phrase.get(*UNITS), 0)


def _neighbour(phrase: Phrase) -> Meaning | None:
    """The year before, the day after: where nothing follows that they are before or after of."""
    if not PAUSE.match(phrase.after):
        return None
    count = 1 if phrase.all("after") else -1
    if re.search(r"by\Z", phrase.words):
        return None
    return Counted(phrase.get(*UNITS), count, running=True)


def _month_beside(phrase: Phrase) -> Meaning | None:
    """The December before, the May after: where nothing follows that they are before or after of."""
    if not PAUSE.match(phrase.after) or phrase.words.endswith("by"):
        return None
    return Named("month", phrase.get("month"), Turn(1 if phrase.all("after") else -1, running=True))


def _before_last(phrase: Phrase) -> Meaning | None:
    """The week before last."""
    return Counted(phrase.get(*UNITS), -2) if phrase.words.endswith("before last") else None


def _many(phrase: Phrase) -> Meaning | list[tuple[Token, Meaning]] | None:
    """The past five years; the next three months; the coming years."""
    unit, side = phrase.get(*UNITS), sum(phrase.all("relation", "running"))
    counted = phrase.all("number", "day", "half", "mixed")
    if phrase.words.startswith("last ") and _LASTS.search(phrase.before):  # "it will last six months"
        lasts = Plain(duration(unit, amount_of(phrase) if counted or phrase.all("a") else None), "duration")
        return [(Token(symbols()["done"], phrase.tokens[1].start, phrase.end), lasts)]
    if phrase.all("running") and (side == 0 or phrase.words.lower().startswith("that")):
        return None
    if not side:
        return None
    if not counted:
        vague = "PAST_REF" if side < 0 else "FUTURE_REF"
        return Plain(duration(unit, None), "duration") if phrase.all("vague") else Plain(vague, "date")
    amount = amount_of(phrase)
    if phrase.all("running"):
        return Plain(duration(unit, amount), "duration")
    return Stretch(unit, amount or 1, 1 if side > 0 else -1)


RULES = (
    Rule("the? unit (by|after) deictic", _day),
    Rule("PART? deictic daypart?", _day),
    Rule("PART? the? (relation|running{1,2}) daypart", _part_of_today),
    Rule("(AMOUNT) ago (deictic | weekday | (?<=ago) relation unit)", _years_ago_today),
    Rule("(number|day) dayparts ago", _nights_ago),
    Rule("(number|day) seasons ago", _summers_ago),
    Rule("(AMOUNT) ago (weekday|deictic) | (AMOUNT) from weekday", _week_ago_weekday),
    Rule("(AMOUNT | units) (ago | hence | from reference | time | from deictic)", _ago),
    Rule("(AMOUNT | units | clock_unit) (later|earlier)", _later),
    Rule("(AMOUNT) by", _before_that),
    Rule("the daypart by relation", _night_before_last),
    Rule("the daypart (by|after)", _night_before),
    Rule("(the|these)? (relation relation? | running) (AMOUNT) (?!of)", _many),
    Rule("the? (relation|running) (vague|COUNT) of? (units|clock_unit) (?!of)", _many),
    Rule("the? relation (units|clock_unit) (?!of the? (unit|year_unit|year|month|relation))", _many),
    Rule("(earlier|later) (relation|running) (ONE)", _turned),
    Rule("the? (relation relation? | running) (ONE) (?!of)", _turned),
    Rule("the new year_unit", _new_year),
    Rule("(earlier|later) in the (ONE)", _unit_itself),
    Rule("the (ONE|weekend) by relation", _before_last),
    Rule("the (ONE) (by|after)", _neighbour),
    Rule("the month (by|after)", _month_beside),
    Rule("(?<!number|day|year|vague|part|relation|ordinal|latter) (units|clock_unit)", lengths.lengths, "done"),
    Rule("(?<=in) the ordinal_day", _day_of_month),
    Rule("all -? (unit|year_unit)", lengths.whole, "done"),
    Rule("a? (unit|year_unit|units) - old", lengths.old, "done"),
    Rule("a? (unit|year_unit) - long | lasting", lengths.long, "done"),
    Rule("(COUNT|a) (ANY) ,? and? (number|day) (units|clock_unit)", lengths.compound, "done"),
    Rule("(COUNT) - (ONE|clock_unit)", lengths.length, "done"),
    Rule("(?<!ordinal|relation|running|latter) (AMOUNT)", lengths.length, "done"),
)

# Read when it is known that they are no parts of a period ("the first six months of 2010").
LEFT_OVER = (
    Rule("the? relation (number|day) (units|clock_unit)", _many),
    Rule("the (ordinal|latter) (number|day) (units|clock_unit)", lengths.length, "done"),
    Rule("(ordinal|latter)? (number|day) (units|clock_unit)", lengths.length, "done"),
    Rule("the filler (unit|year_unit)", lengths.entire, "done"),
    Rule("(the|a)? (ordinal|ordinal_day) filler? (unit|year_unit|quarter)", lengths.in_a_row, "done"),
)
