"""Times that no calendar knows ("now", "at the moment", "once"), and those that the text tells: "in the quarter"."""

from __future__ import annotations

import re

from dragoman.reading.dates.cues import AT_AN_HOUR, TIME_LEFT, words
from dragoman.reading.dates.meaning import Clock, Counted, Meaning, Part, Plain, Stretch, YearOn
from dragoman.reading.dates.phrases import Phrase, Rule
from dragoman.reading.dates.reckoning import duration
from dragoman.reading.dates.words import Token, symbols

PAUSE = re.compile(r"\s*(?:[.,;:)]|and\b|\Z)")
_CLAUSE = re.compile(r"\s+(?:he|she|it|they|we|I|you|there|the|this|these|both|has|have|had|was|were|as)\b")
_SOON = re.compile(r"\s+(?:after|before|thereafter|afterwards?)\b")
_ONCE_BEFORE = re.compile(r"\b(?:was|were|is|are|had|has|have|been|who|which|that)\s+\Z")
_ONCE_TOLD = re.compile(r"\b(?:he|she|they|it|I|we)\s+\Z", re.IGNORECASE)
_AGAIN = re.compile(
    r"\s+(?:again|more|and for all|every|each|per|in an?|an? (?:day|week|month|year|decade|generation))\b"
)
_PAST = re.compile(r"\s+" + words("past"))
_ENDED = re.compile(r"\s+(?:that\s+)?(?:end(?:ed|ing|s)|to (?:the end|[A-Z]|\d))")
_GOES_ON = re.compile(
    r"\s+(?:of|in which|when|that|before|after|between|since|for|and a half|\d)|[-–]"
    r"|\s+(?:beginning|starting|commencing|ending|leading)\b"
)
_DURING = re.compile(
    r"(?:\b(?:in|during|on|for|throughout|over)|" + words("of_the_period") + r" of)\s+\Z",
    re.IGNORECASE,
)
_OF_IT = re.compile(words("of_the_period") + r" of\s+\Z", re.IGNORECASE)
_PERIOD = re.compile(r"\s+period\b")
_SMALL_HOURS, _NOON = 4, 12
_MATCH = re.compile(words("match"))
_IN_IT = re.compile(r"\b(?:in|during|for|by|throughout|over|from|to|until)\s+\Z", re.IGNORECASE)
_IT_IS = re.compile(r"\s+(?:is|was|will|would|should|may|could|looks|looked|seems|shows|showed)\b")
_AROUND = 120  # characters either side in which a match would be told of
_AT_NIGHT = re.compile(r"\s+(?:of|shift|clubs?|sky)\b")


def _reference(phrase: Phrase) -> Meaning | None:
    """Now, recently, soon, the future, in the past; but "shortly after"."""
    said = phrase.words.lower()
    if "past" in said:
        return Plain("PAST_REF", "date") if PAUSE.match(phrase.after) or _CLAUSE.match(phrase.after) else None
    as_far = re.search(r"\bas\s+\Z", phrase.before, re.IGNORECASE) and re.match(
        r"\s+as\b", phrase.after
    )  # "as recently as May"
    if not phrase.all("reference") or _SOON.match(phrase.after) or as_far:
        return None
    if said == "now" and re.match(r"\s+and (?:then|again)\b", phrase.after):
        return None
    if said == "future" or (said == "the future" and re.match(r"\s+of\b", phrase.after)):
        return None
    return Plain(phrase.get("reference"), "date")


def _far(phrase: Phrase) -> Meaning | None:
    """The near future, the foreseeable future, the recent past, the distant past."""
    if phrase.words.endswith("past"):
        return Plain("PAST_REF", "date")
    return Plain("FUTURE_REF", "date") if phrase.all("remote") and phrase.words.endswith("future") else None


def _moment(phrase: Phrase) -> Meaning | None:
    """At the moment, at this time, at present, at that time; but not "at the same time", nor "at the time"."""
    if re.search(r"\bfor\s+\Z", phrase.before, re.IGNORECASE) and re.fullmatch("the (?:moment|present)", phrase.words):
        return Plain("PRESENT_REF", "date")
    if not re.search(r"\bat\s+\Z", phrase.before, re.IGNORECASE) or re.match(r"\s+(?:of|when|where)\b", phrase.after):
        return None
    if phrase.all("running"):
        return Plain("PAST_REF", "date") if phrase.words.lower().startswith("that") else None
    if not phrase.all("relation", "moment", "present") or any(phrase.all("relation")):
        return None
    if phrase.all("moment") and not phrase.all("relation") and not phrase.words.lower().endswith("moment"):
        return None
    return Plain("PRESENT_REF", "date")


def _these(phrase: Phrase) -> Meaning | None:
    """These days; in those years."""
    now = phrase.get("these") == "PRESENT_REF"
    return Plain(phrase.get("these"), "date") if not now or phrase.get("units") == "day" else None


def _ahead(phrase: Phrase) -> Meaning:
    """In the months ahead; in the year ahead."""
    if unit := phrase.get("unit", "year_unit"):
        return Stretch(unit, 1, 1)
    return Plain("FUTURE_REF", "date")


def _once(phrase: Phrase) -> Meaning | None:
    """It was once rich, he once said so; but once more, once a year, once it is done."""
    told = _ONCE_TOLD.search(phrase.before) and _PAST.match(phrase.after)
    if _AGAIN.match(phrase.after) or not (told or _ONCE_BEFORE.search(phrase.before)):
        return None
    return Plain(phrase.get("once"), "date")


def _overnight(phrase: Phrase) -> Meaning | None:
    """Shots were heard overnight; but an overnight train."""
    before = re.search(r"\b(?:an?|the|its|their|his|her)\s+\Z", phrase.before)
    return None if before else Clock(phrase.get("overnight"), of_news=True)


def _daypart(phrase: Phrase) -> Meaning | None:
    """In the evening, at night, by dawn, mid-morning: of the day that the text is at."""
    if _AT_NIGHT.match(phrase.after) or re.search(r"\bto\s+\Z", phrase.before):
        return None
    return Clock(phrase.get("daypart"))


def _hour_of_half_day(phrase: Phrase) -> Meaning | None:
    """At 3 in the afternoon, at 2:30 in the morning."""
    hour, time, daypart = phrase.get("day", "number"), phrase.get("clock"), phrase.get("daypart")
    if hour is not None and (not 0 < hour <= _NOON or not AT_AN_HOUR.search(phrase.before)):
        return None
    time = time or f"T{hour:02}:00"
    late = daypart in ("TAF", "TEV") or (daypart == "TNI" and int(time[1:3]) > _SMALL_HOURS)
    return Clock(f"T{int(time[1:3]) + 12}{time[3:]}" if late and int(time[1:3]) < _NOON else time)


def _running_period(phrase: Phrase) -> Meaning | None:
    """In the quarter, for the year: the one that the text is about; the year ended March 31: its length."""
    unit = phrase.get("unit", "year_unit", "quarter")
    if _ENDED.match(phrase.after):
        return Plain(duration(unit, 1), "duration")
    if TIME_LEFT.search(phrase.before):
        return Counted(unit, 0)
    one_of_it = _OF_IT.search(phrase.before) and not phrase.text.startswith("-", phrase.end)
    if unit not in ("week", "month", "quarter", "year") + ("day",) * bool(one_of_it) or (
        _GOES_ON.match(phrase.after) and not one_of_it
    ):
        return None
    if not _DURING.search(phrase.before):
        return None
    whole = unit == "year" and bool(phrase.all("filler") or re.search(r"\bfor\s+\Z", phrase.before, re.IGNORECASE))
    return Counted(unit, 0, running=unit == "quarter", about=whole or unit == "month")


def _latest_period(phrase: Phrase) -> Meaning:
    """The latest quarter, week, month or year."""
    unit = phrase.get("unit", "year_unit", "quarter")
    return Counted("quarter", 0, running=True, about=True) if unit == "quarter" else Counted(unit, -1)


def _year_earlier(phrase: Phrase) -> Meaning | list[tuple[Token, Meaning]]:
    """The year-earlier quarter, the year-ago period."""
    named = bool(phrase.all("quarter"))
    meaning = YearOn(-1, running=bool(phrase.all("earlier")), compared=True, quarter=named, named=named)
    if period := _PERIOD.match(phrase.after):
        return [(Token(symbols()["point"], phrase.start, phrase.end + period.end()), meaning)]
    return meaning


def _quarter_of_last_year(phrase: Phrase) -> Meaning | None:
    """The same quarter last year, the same quarter a year ago."""
    same_of_last = phrase.all("running") == [0] and phrase.get("relation") in (None, -1)
    return YearOn(-1, running=True, quarter=True, named=True) if same_of_last else None


def _year_end(phrase: Phrase) -> list[tuple[Token, Meaning]] | None:
    """A year-end dividend."""
    if phrase.get("parts") != "end":
        return None
    start = phrase.tokens[-3].start
    return [(Token(symbols()["point"], start, phrase.end), Part(Counted("year", 0), "end"))]


def _quarter_of_year(phrase: Phrase) -> Meaning | None:
    """Third-quarter profit, the fourth quarter: of the year that the tense tells."""
    number = phrase.get("ordinal", "ordinal_day", "relation")
    number = 4 if number == -1 else number
    if (
        not 1 <= number <= 4
        or _is_of_match(phrase)
        or re.match(r"\s+(?:of|century|in a row|running|in succession)\b", phrase.after)
    ):
        return None
    return Part(Counted("year", None), f"Q{number}")


def _is_of_match(phrase: Phrase) -> bool:
    """Whether the words around tell of a match, which has halves and quarters too."""
    return bool(_MATCH.search(phrase.text, max(0, phrase.start - _AROUND), phrase.end + _AROUND))


def _half_of_year(phrase: Phrase) -> Meaning | None:
    """First-half profit; in the second half."""
    number = {1: 1, 2: 2, -1: 2}.get(phrase.get("ordinal", "ordinal_day", "relation", "latter"))
    if number is None or _is_of_match(phrase) or re.match(r"-|\s+(?:of|an?)\b", phrase.after):
        return None
    if "-" not in phrase.words and not (_IN_IT.search(phrase.before) or _IT_IS.match(phrase.after)):
        return None
    return Part(Counted("year", None), f"H{number}")


RULES = (
    Rule("(the|a)? year_unit - (earlier|ago) quarter?", _year_earlier),
    Rule("the? running quarter ,? (relation year_unit | a year_unit (ago|earlier))", _quarter_of_last_year),
    Rule("a? year_unit - parts", _year_end),
    Rule("the latest (unit|year_unit|quarter)", _latest_period),
    Rule("(?<=in|of) the filler? (unit|year_unit|quarter) (?!ahead)", _running_period),
    Rule("these units", _these),
    Rule("the (units|unit|year_unit) ahead", _ahead),
    Rule("(?<=in) ((the|relation|running) (moment|time) | the relation (moment|time) | present)", _moment),
    Rule("once", _once),
    Rule("overnight", _overnight, "done"),
    Rule("(day|number|clock) in the daypart", _hour_of_half_day, "done"),
    Rule(
        "(?<=in|by|to) the? (part -?)? daypart (?!(in|of) the? (weekday|month|day|ordinal_day)|weekday)",
        _daypart,
        "done",
    ),
    Rule("part - daypart", _daypart, "done"),
    Rule("the (remote|vague) (reference|relation)", _far),
    Rule("the? reference", _reference),
    Rule("(?<=in) the relation", _reference),
)

# Read when it is known that they are no quarters and halves of a period that is told.
LEFT_OVER = (
    Rule("the? fiscal? (ordinal|ordinal_day|relation) -? quarter", _quarter_of_year),
    Rule("the (ordinal|ordinal_day|latter) half", _half_of_year),
    Rule("the? (ordinal|ordinal_day) - half", _half_of_year),
)
