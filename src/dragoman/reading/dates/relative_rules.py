"""Times that are counted from the day of writing or from the date told before, lengths of time, and habits."""

from __future__ import annotations

import re

from dragoman.reading.dates.cues import words
from dragoman.reading.dates.meaning import Anniversary, Counted, Meaning, Part, Plain, Stretch, Term, Turn, Weekday
from dragoman.reading.dates.phrases import Phrase, Rule
from dragoman.reading.dates.reckoning import duration

SHORTHAND = {
    "AMOUNT": "a? half (a|of the|of a)? (ONE|clock_unit) | a? vague? COUNT (and a half)? -? of? ANY | a? vague{1,3} ANY"
    " | a (ONE|clock_unit) (and a half)? | vague ANY",
    "COUNT": "number|day|year",
    "ANY": "units|unit|year_unit|quarter|clock_unit",
    "ONE": "unit|year_unit|quarter",
}
_UNITS = ("units", "unit", "year_unit", "quarter", "weekend", "clock_unit")
_HOURS = {"hour": 24, "minute": 24 * 60}
_HEDGE = re.compile(words("hedges") + r"\s+(?:an?\s+)?\Z", re.IGNORECASE)
_SPANNING = re.compile(r"\b(?:over|during|in|within|for|throughout|of|across)\s+\Z", re.I)
_LEFT = re.compile(words("time_left") + r"\s+(?:the\s+)?\Z", re.IGNORECASE)
_CLAUSE = re.compile(r"\s+(?:he|she|it|they|we|I|you|there|the|this|these|both|has|have|had|was|were|as)\b")
_PAUSE = re.compile(r"\s*(?:[.,;:)]|and\b|\Z)")


def _amount(phrase: Phrase) -> float | None:
    """How many units: halves and dozens included, None if nobody counted."""
    halves = 0.5 * len(phrase.all("half"))
    numbers = phrase.all("number", "day", "year")
    if numbers:
        return float(numbers[0]) + halves
    if phrase.all("vague"):
        return None
    return halves if re.match(r"(?:an?\s+)?half\b", phrase.words, re.I) else 1 + halves


def _length(phrase: Phrase) -> Meaning | None:
    """Five years; a three-day visit; several months; half a century."""
    unit, amount = phrase.get(*_UNITS), _amount(phrase)
    if phrase.words.lower() == "one day" or (phrase.all("vague", "half") == [0] and not phrase.all("units")):
        return None
    if phrase.all("year") and phrase.all("year")[0] > 1000 and not phrase.words.lower().endswith("years"):
        return None
    if unit == "quarter" and not phrase.all("number", "day"):
        return None
    if phrase.words.lower().startswith("recent"):
        return Plain("PAST_REF", "date")
    if amount is not None and unit not in _HOURS and _LEFT.search(phrase.before):
        return Term(unit, amount)
    return Plain(duration(unit, amount), "duration")


def _whole(phrase: Phrase) -> Meaning:
    """All day, all week long."""
    return Plain(duration(phrase.get("unit", "year_unit"), 1), "duration")


def _rest(phrase: Phrase) -> Meaning | None:
    """Within the year: until it ends."""
    return Counted(phrase.get("unit", "year_unit"), 0) if _LEFT.search(phrase.before) else None


def _lengths(phrase: Phrase) -> Meaning | None:
    """For decades; after years."""
    if not re.search(r"\b(?:for|after|within|over)\s+\Z", phrase.before, re.IGNORECASE):
        return None
    return Plain(duration(phrase.get("units"), None), "duration")


def _ago(phrase: Phrase) -> Meaning | None:
    """Three years ago, two weeks from now, in five years' time."""
    back = bool(phrase.all("ago"))
    if phrase.all("time") and not re.search(r"['’s]\s+time\Z", phrase.words):
        return None
    amount = _amount(phrase) if len(phrase.tokens) > 2 or phrase.all("a") else None
    hedged = bool(_HEDGE.search(phrase.before)) or bool(phrase.all("vague"))
    unit, side = phrase.get(*_UNITS), -1 if back else 1
    if unit in _HOURS:
        return Counted("day", None if amount is None else float(round(amount * side / _HOURS[unit])))
    if amount is not None and unit in ("decade", "century"):
        return Counted("year", amount * side * (10 if unit == "decade" else 100), about=True)
    return Counted(unit, None if amount is None else amount * side, about=hedged)


def _later(phrase: Phrase) -> Meaning:
    """Two days later, a year earlier."""
    amount = _amount(phrase)
    sign = phrase.get("later", "earlier")
    if (unit := phrase.get("clock_unit")) is not None:
        return Counted("day", float(round((amount or 0) * sign / _HOURS[unit])), running=True)
    return Counted(phrase.get(*_UNITS), None if amount is None else amount * sign, running=True)


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
    return Part(Counted("month", 0), f"D{day - 1}:{day}") if _PAUSE.match(phrase.after) else None


def _part_of_today(phrase: Phrase) -> Meaning | None:
    """This morning; last night; the following evening."""
    running, count, code = phrase.all("running"), sum(phrase.all("relation", "running")), phrase.get("daypart")
    if count > 0 and not running:
        return None
    return Part(Counted("day", count, bool(running)), code)


def _turned(phrase: Phrase) -> Meaning | None:
    """Last month; next year; this week; earlier this year; the following day; the past year; that decade."""
    unit, running = phrase.get(*_UNITS), phrase.all("running")
    count = sum(phrase.all("relation", "running"))
    if running:
        return Counted(unit, count, running=True)
    words = phrase.words.lower()
    # "Last year" is the calendar's; "the last year", and "in the past year", the twelve months up to now.
    if words.startswith("the "):
        if unit == "day":
            return Counted("day", count, running=True) if "next" in words else None
        if "past" in words or "coming" in words or (count and _SPANNING.search(phrase.before) and "last" in words):
            return Stretch(unit, 1, count)
        if "next" in words and count == 1 and unit in ("week", "month", "year"):
            return Stretch(unit, 1, 1) if _SPANNING.search(phrase.before) else Counted(unit, 1, running=True)
        if "last" in words:
            return None
    if unit == "day" and count == -1:
        return None
    return Counted(unit, count)


def _unit_itself(phrase: Phrase) -> Meaning | None:
    """Later in the year; earlier in the week: the one that the text is in."""
    return Counted(phrase.get(*_UNITS), 0)


def _weekend(phrase: Phrase) -> Meaning | None:
    """The weekend; over the weekend."""
    if phrase.all("running"):
        return Counted("weekend", sum(phrase.all("running")), running=True)
    if counts := phrase.all("relation"):
        return Counted("weekend", sum(counts))
    return Counted("weekend", -1 if re.search(r"\bover\s+\Z", phrase.before) else 0)


def _neighbour(phrase: Phrase) -> Meaning | None:
    """The year before, the day after: where nothing follows that they are before or after of."""
    if not _PAUSE.match(phrase.after):
        return None
    count = 1 if phrase.all("after") else -1
    if re.search(r"by\Z", phrase.words):
        return None
    return Counted(phrase.get(*_UNITS), count, running=True)


def _many(phrase: Phrase) -> Meaning | None:
    """The past five years; the next three months; the coming years."""
    unit, side = phrase.get(*_UNITS), sum(phrase.all("relation", "running"))
    if phrase.all("running") and (side <= 0 or phrase.words.lower().startswith("that")):
        return None
    if not side:
        return None
    counted = phrase.all("number", "day", "half")
    if not counted:
        vague = "PAST_REF" if side < 0 else "FUTURE_REF"
        return Plain(duration(unit, None), "duration") if phrase.all("vague") else Plain(vague, "date")
    amount = _amount(phrase)
    if phrase.all("running"):
        return Plain(duration(unit, amount), "duration")
    return Stretch(unit, amount or 1, 1 if side > 0 else -1)


def _weekday(phrase: Phrase) -> Meaning:
    """On Friday; last Monday; Tuesday next week; the following Sunday; Friday morning."""
    number = phrase.get("weekday")
    turn = None
    if counts := phrase.all("relation", "running"):
        turn = Turn(sum(counts), bool(phrase.all("running")))
    weeks = turn if phrase.all("unit") else None
    meaning = Weekday(number, None if weeks else turn, weeks)
    return Part(meaning, phrase.get("daypart")) if phrase.all("daypart") else meaning


def _weekday_of_week(phrase: Phrase) -> Meaning | None:
    return _weekday(phrase) if phrase.get("unit") == "week" else None


def _habit(phrase: Phrase) -> Meaning | None:
    """Every year, each month, every two weeks, every Friday, per year, annually."""
    if (often := phrase.get("often")) is not None:
        return Plain(often, "set")
    if weekday := phrase.get("weekday", "weekdays"):
        return Plain(f"XXXX-WXX-{weekday}", "set")
    if month := phrase.get("month"):
        return Plain(f"XXXX-{month:02}", "set")
    count = phrase.get("number", "day", "ordinal", "ordinal_day") or 1
    return Plain(duration(phrase.get(*_UNITS), max(1, count)), "set")


def _anniversary(phrase: Phrase) -> Meaning | None:
    """The 30th anniversary, the half-century anniversary, the centenary."""
    if years := phrase.get("anniversary"):
        return Anniversary(years)
    number = phrase.get("ordinal", "ordinal_day", "number", "day")
    unit = phrase.get(*_UNITS) or "year"
    if phrase.all("half", "quarter") and unit == "century":
        return Anniversary(50 if phrase.all("half") else 25)
    if number is None or unit not in ("year", "century", "decade") or number < 1:
        return None
    return Anniversary(number * {"year": 1, "decade": 10, "century": 100}[unit])


def _reference(phrase: Phrase) -> Meaning | None:
    """Now, recently, soon, the future, in the past."""
    words = phrase.words.lower()
    if "past" in words:
        return Plain("PAST_REF", "date") if _PAUSE.match(phrase.after) or _CLAUSE.match(phrase.after) else None
    if not phrase.all("reference"):
        return None
    if words == "future" or (words == "the future" and re.match(r"\s+of\b", phrase.after)):
        return None
    return Plain(phrase.get("reference"), "date")


RULES = (
    Rule(
        "the? (day|ordinal|ordinal_day|number|(half|quarter)) -? (units|unit|year_unit)? -? anniversary",
        _anniversary,
        "done",
    ),
    Rule("anniversary", _anniversary, "done"),
    Rule(
        "every (ordinal|ordinal_day|number|day)? (units|unit|year_unit|quarter|weekday|month|weekend)", _habit, "done"
    ),
    Rule("often", _habit, "done"),
    Rule("weekdays", _habit, "done"),
    Rule("weekday daypart? (relation|running) unit", _weekday_of_week),
    Rule("weekday ,? of? the? (relation|running) unit", _weekday_of_week),
    Rule("the? (relation relation? | running) weekday daypart?", _weekday),
    Rule("weekday daypart?", _weekday),
    Rule("the? unit (by|after) deictic", _day),
    Rule("(earlier|later)? deictic daypart?", _day),
    Rule("(earlier|later)? (relation|running) daypart", _part_of_today),
    Rule("(AMOUNT | units) (ago | hence | from reference | time | from deictic)", _ago),
    Rule("AMOUNT (later|earlier)", _later),
    Rule("the? (relation relation? | running) (AMOUNT) (?!of)", _many),
    Rule("the? (relation|running) (vague|COUNT) of? (units|clock_unit) (?!of)", _many),
    Rule("the? relation units", _many),
    Rule("(the? relation relation? | the? running) (weekend)", _weekend),
    Rule("(?<=in) the weekend", _weekend),
    Rule("(earlier|later) (relation|running) (ONE)", _turned),
    Rule("the? (relation relation? | running) (ONE) (?!of)", _turned),
    Rule("(earlier|later) in the (ONE)", _unit_itself),
    Rule("the (ONE) (by|after)", _neighbour),
    Rule("(?<=in) the (unit|year_unit)", _rest),
    Rule("units", _lengths, "done"),
    Rule("(?<=in) the ordinal_day", _day_of_month),
    Rule("all (unit|year_unit)", _whole, "done"),
    Rule("the? reference", _reference),
    Rule("(?<=in) the relation", _reference),
    Rule("(COUNT) - (ONE|clock_unit)", _length, "done"),
    Rule("(?<!ordinal|relation|running|latter) (AMOUNT)", _length, "done"),
)

# Read when it is known that they are no parts of a period ("the first six months of 2010").
LEFT_OVER = (
    Rule("the? relation (number|day) (units|clock_unit)", _many),
    Rule("(ordinal|latter)? (number|day) (units|clock_unit)", _length, "done"),
)
