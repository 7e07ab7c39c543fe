"""Times that nobody fixes: "someday", "in the long run", "long ago", "moments ago", "in years to come"."""

from __future__ import annotations

import re

from dragoman.reading.dates.lengths import UNITS
from dragoman.reading.dates.meaning import Counted, Meaning, Part, Plain
from dragoman.reading.dates.phrases import Phrase, Rule
from dragoman.reading.dates.reckoning import duration
from dragoman.reading.dates.reference_rules import PAUSE

_TO_BE = re.compile(r",?\s+(?:\w+\s+){0,3}?(?:will|would|might|may|could|can|soon|hopes?|wants?)\b")
_MAY_BE = re.compile(r"\b(?:will|would|might|may|could|can|hopes? to|wants? to)\s[^.;:]*\Z")
_COUNTED = re.compile(r"\b(?:for|in|within|after|before|of|last|only|just|least|than|another|about)\s+\Z")
_CLAUSE = 60  # characters
_OWNING = re.compile(r"['’]s\s+(?!end|start|close|beginning)[a-z]")
_GONE_THROUGH = re.compile(r"\b(?:end|clos|finish|beg[aiu]n|start|spen[dt])[a-z]*\s+\Z", re.IGNORECASE)
_SPANNING = re.compile(r"\b(?:in|over|for|during|into)\s+(?:the\s+)?\Z", re.IGNORECASE)


def _term(phrase: Phrase) -> Meaning | None:
    """The long term, the short run; but "the long run of the play"."""
    if re.match(r"\s+of\b", phrase.after) or (phrase.get("term") != "term" and not _SPANNING.search(phrase.before)):
        return None
    return Plain("FUTURE_REF", "date")


def _some_day(phrase: Phrase) -> Meaning | None:
    """Some day peace will come; one day he hopes to return; it may come some day."""
    if phrase.get("unit") != "day":
        return None
    alone = PAUSE.match(phrase.after) and not _COUNTED.search(phrase.before)
    hoped = alone and _MAY_BE.search(phrase.text, max(0, phrase.start - _CLAUSE), phrase.start)
    if not (hoped or _TO_BE.match(phrase.text, phrase.end)):
        return None
    return Plain("FUTURE_REF", "date")


def _long_ago(phrase: Phrase) -> Meaning:
    """Long ago; moments ago."""
    return Plain("PAST_REF", "date")


def _to_come(phrase: Phrase) -> Meaning:
    """In the years to come; but "for years to come" is a length."""
    if re.search(r"\bfor\s+\Z", phrase.before, re.IGNORECASE):
        return Plain(duration(phrase.get("units"), None), "duration")
    return Plain("FUTURE_REF", "date")


def _years_before(phrase: Phrase) -> Meaning | None:
    """In previous years, in earlier decades."""
    return Plain("PAST_REF", "date") if phrase.get("running", "earlier") < 0 else None


def _this_time(phrase: Phrase) -> Meaning | None:
    """This time last year."""
    count = phrase.all("relation", "running")
    if len(count) != 2 or count[0] != 0:
        return None
    return Counted(phrase.get(*UNITS), count[1])


def _quarter_of_century(phrase: Phrase) -> Meaning | None:
    """A quarter of a century; a quarter-century ago."""
    if phrase.get("unit") != "century":
        return None
    return Counted("year", -25, about=True) if phrase.all("ago") else Plain("P25Y", "duration")


def _own_period(phrase: Phrase) -> Meaning | None:
    """The week's third strike; it ended the week higher."""
    unit = phrase.get("unit", "year_unit", "quarter")
    if unit not in ("day", "week", "month", "quarter", "year"):
        return None
    if _GONE_THROUGH.search(phrase.before) and not re.match(r"\s+(?:of|that|when|before|after)\b|-", phrase.after):
        return Counted(unit, 0, running=unit in ("day", "quarter"), about=unit == "quarter")
    if not _OWNING.match(phrase.after):
        return None
    return Counted(unit, 0, running=unit == "quarter", about=unit == "quarter")


def _other_day(phrase: Phrase) -> Meaning:
    """He said so the other day."""
    return Plain("PAST_REF", "date")


def _or_two_ago(phrase: Phrase) -> Meaning | None:
    """A year or two ago, a week or so ago."""
    unit = phrase.get("unit", "year_unit")
    return Counted(unit, -1, about=True) if unit in ("day", "week", "month", "year", "decade") else None


def _tonight_at(phrase: Phrase) -> Meaning | None:
    """At nine tonight."""
    hour, (days, code) = phrase.get("number", "day"), phrase.get("deictic")
    if code != "TNI" or not 5 <= hour <= 12 or not re.search(r"\bat\s+\Z", phrase.before, re.IGNORECASE):
        return None
    return Part(Counted("day", days), f"T{hour + 12}:00")


RULES = (
    Rule("the (long|short|remote) (term)", _term),
    Rule("(number|vague) unit", _some_day),
    Rule("long ago | moments ago | (vague | a (long|short)) time ago | a while ago", _long_ago),
    Rule("the? vague? units to come", _to_come),
    Rule("the? (running|earlier) (units)", _years_before),
    Rule("the? (relation|running) time (relation) (unit|year_unit)", _this_time),
    Rule("(number|day) deictic", _tonight_at),
    Rule("the other (unit|daypart) (?!unit|units|by|after)", _other_day),
    Rule("a (unit|year_unit) or (number|day) ago", _or_two_ago),
    Rule("a? quarter (-|of a)? unit ago?", _quarter_of_century),
    Rule("the (unit|year_unit|quarter) (?!parts|-)", _own_period),
)
