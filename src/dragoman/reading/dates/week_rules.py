"""Days of the week and weekends: "on Friday", "Tuesday next week", "two Fridays ago", "Thursday week"."""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.reading.dates.cues import PAPER, words
from dragoman.reading.dates.meaning import Counted, Meaning, Part, Turn, Weekday
from dragoman.reading.dates.phrases import Phrase, Rule
from dragoman.reading.dates.reference_rules import PAUSE
from dragoman.reading.dates.words import Token, symbols

_COMING = re.compile(r"(?:the |this )?(?:coming|upcoming|forthcoming)\s", re.IGNORECASE)
_BROADCAST = re.compile(r"day Night (?:Live|Football|Baseball|Fever)\b")
_SAID_THAT = re.compile(words("said_that") + r"\s+\Z", re.IGNORECASE)
_WHOLE_WEEK = re.compile(PAUSE.pattern + r"|\s+(?:at|in|with|when|after|before|to|from)\b")
_PLACED = re.compile(r"\b(?:on|by|until|till|from|for|before)\s+\Z", re.IGNORECASE)


def _weekday(phrase: Phrase) -> Meaning | list[tuple[Token, Meaning]]:
    """On Friday; last Monday; Tuesday next week; the following Sunday; Friday morning."""
    number = phrase.get("weekday")
    if len(phrase.tokens) == 1 and PAPER.match(phrase.after):  # the Sunday Times
        return []
    if phrase.words.startswith("that ") and _SAID_THAT.search(phrase.before):
        own = replace(phrase, tokens=phrase.tokens[1:])
        meaning = _weekday(own)
        return meaning if isinstance(meaning, list) else [(Token(symbols()["point"], own.start, own.end), meaning)]
    turn = None
    if counts := phrase.all("relation", "running"):
        count = sum(counts) if not _COMING.match(phrase.words) else 0
        turn = Turn(count, bool(phrase.all("running")))
    weeks = turn if phrase.all("unit") else None
    if phrase.all("daypart") and _BROADCAST.search(phrase.text, phrase.start, phrase.end + 12):
        return []
    meaning = Weekday(number, None if weeks else turn, weeks)
    return Part(meaning, phrase.get("daypart")) if phrase.all("daypart") else meaning


def _weekday_of_period(phrase: Phrase) -> Meaning | None:
    """The last Sunday of the month, the first Monday of next month."""
    first, *turns = [phrase.get("ordinal", "ordinal_day"), *phrase.all("relation")]
    which = turns.pop(0) if first is None else first
    if phrase.get("unit") != "month" or not -1 <= which <= 5 or not which:
        return None
    return Part(Counted("month", sum(turns)), f"K{which}:{phrase.get('weekday')}")


def _weekday_of_week(phrase: Phrase) -> Meaning | list[tuple[Token, Meaning]] | None:
    return _weekday(phrase) if phrase.get("unit") == "week" else None


def _weekday_week(phrase: Phrase) -> Meaning | None:
    """On Thursday week: the one after the next."""
    if phrase.get("unit") != "week" or not (_PLACED.search(phrase.before) and _WHOLE_WEEK.match(phrase.after)):
        return None
    return Weekday(phrase.get("weekday"), Turn(2))


def _weekdays_ago(phrase: Phrase) -> Meaning:
    """Two Fridays ago."""
    return Weekday(phrase.get("weekdays"), Turn(-phrase.get("number", "day")))


def _weekend(phrase: Phrase) -> Meaning | None:
    """The weekend; over the weekend."""
    if phrase.all("running"):
        return Counted("weekend", sum(phrase.all("running")), running=True)
    if counts := phrase.all("relation"):
        return Counted("weekend", sum(counts) if not _COMING.match(phrase.words) else 0)
    return Counted("weekend", None, about=bool(re.search(r"\bover\s+\Z", phrase.before, re.IGNORECASE)))


RULES = (
    Rule("the? (ordinal|ordinal_day|relation) weekday (of|in) (the|relation) unit", _weekday_of_period),
    Rule("(number|day) weekdays ago", _weekdays_ago),
    Rule("PART? weekday daypart? (relation|running) unit", _weekday_of_week),
    Rule("PART? weekday ,? of? the? (relation|running) unit", _weekday_of_week),
    Rule("weekday unit", _weekday_week),
    Rule("PART? the? (relation relation? | running) weekday daypart?", _weekday),
    Rule("PART? weekday daypart?", _weekday),
    Rule("(the? relation relation? | the? running) (weekend)", _weekend),
    Rule("the weekend (?!by relation|of)", _weekend),
)
