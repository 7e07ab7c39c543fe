"""What comes again: habits ("every two weeks", "annually", "on Fridays") and anniversaries."""

from __future__ import annotations

from dragoman.reading.dates.cues import PAPER
from dragoman.reading.dates.lengths import UNITS
from dragoman.reading.dates.meaning import Anniversary, Meaning, Plain
from dragoman.reading.dates.phrases import Phrase, Rule
from dragoman.reading.dates.reckoning import SEASONS, duration
from dragoman.reading.dates.words import Token, symbols


def _habit(phrase: Phrase) -> Meaning | list[tuple[Token, Meaning]] | None:
    """Every year, each month, every two weeks, every Friday, per year, annually."""
    if (often := phrase.get("often")) is not None:
        if phrase.words[0].isupper() and PAPER.match(phrase.after):
            return []
        return Plain(often, "set")
    if weekday := phrase.get("weekday", "weekdays"):
        return Plain(f"XXXX-WXX-{weekday}{phrase.get('daypart') or ''}", "set")
    if season := phrase.get("season"):
        return Plain(f"XXXX-{SEASONS[season]}", "set")
    if month := phrase.get("month"):
        return Plain(f"XXXX-{month:02}", "set")
    if daypart := phrase.get("daypart"):
        return Plain(f"XXXX-XX-XX{daypart}", "set")
    if phrase.all("vague"):
        return Plain(duration(phrase.get(*UNITS), None), "set")
    count = phrase.get("number", "day", "ordinal", "ordinal_day", "other") or 1
    return Plain(duration(phrase.get(*UNITS), max(1, count)), "set")


def _half_yearly(phrase: Phrase) -> Meaning | None:
    """A half-yearly report."""
    return Plain("P6M", "set") if phrase.get("often") == "P1Y" else None


def _habits(phrase: Phrase) -> list[tuple[Token, Meaning]] | None:
    """Each spring and autumn, every Monday and Thursday."""
    kinds, sign = ("weekday", "season", "month"), symbols()
    first, last = (token for token in phrase.tokens if token.symbol in [sign[kind] for kind in kinds])
    if first.symbol != last.symbol:
        return None
    code = {sign["weekday"]: "XXXX-WXX-{}", sign["month"]: "XXXX-{:02}"}.get(first.symbol, "XXXX-{}")
    said = [SEASONS[each.value] if first.symbol == sign["season"] else each.value for each in (first, last)]
    places = ((phrase.start, first.end), (last.start, last.end))
    done = sign["done"]
    return [(Token(done, *at), Plain(code.format(each), "set")) for at, each in zip(places, said, strict=True)]


def _habit_of(phrase: Phrase) -> Meaning:
    """The first Monday of every month."""
    return Plain(duration(phrase.all("unit", "year_unit")[-1], 1), "set")


def _habit_between(phrase: Phrase) -> Meaning:
    """Every two to three years: the longer."""
    return Plain(duration(phrase.get("units"), max(1, *phrase.all("number", "day"))), "set")


def _anniversary(phrase: Phrase) -> Meaning | None:
    """The 30th anniversary, the half-century anniversary, the centenary."""
    if years := phrase.get("anniversary"):
        return Anniversary(years)
    number = phrase.get("ordinal", "ordinal_day", "number", "day")
    unit = phrase.get(*UNITS) or "year"
    if phrase.all("half", "quarter") and unit == "century":
        return Anniversary(50 if phrase.all("half") else 25)
    if number is None or unit not in ("year", "century", "decade") or number < 1:
        return None
    return Anniversary(number * {"year": 1, "decade": 10, "century": 100}[unit])


RULES = (
    Rule(
        "the? (day|ordinal|ordinal_day|number|(half|quarter)) -? (units|unit|year_unit)? -? anniversary",
        _anniversary,
        "done",
    ),
    Rule("anniversary", _anniversary, "done"),
    Rule("every (weekday|season|month) (and|or|&) (weekday|season|month)", _habits, "done"),
    Rule(
        "every (ordinal|ordinal_day|number|day|vague|other)?"
        " (units|unit|year_unit|quarter|weekday daypart|weekday|month|weekend|season|clock_unit|daypart)",
        _habit,
        "done",
    ),
    Rule("the (ordinal|ordinal_day|relation) (weekday|unit) (of|in) every (unit|year_unit)", _habit_of, "done"),
    Rule("every (number|day) (to|-|or) (number|day) units", _habit_between, "done"),
    Rule("half - often", _half_yearly, "done"),
    Rule("often", _habit, "done"),
    Rule("weekdays", _habit, "done"),
)
