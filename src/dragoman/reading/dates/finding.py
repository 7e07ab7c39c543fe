"""Finding: the dates of a text in order, each read against the day of writing and the dates before it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from dragoman.reading.dates import (
    calendar_rules,
    habit_rules,
    part_rules,
    reference_rules,
    relative_rules,
    vague_rules,
    week_rules,
    year_rules,
)
from dragoman.reading.dates.anniversaries import kept_with, reckon_anniversaries
from dragoman.reading.dates.bearing import counts_from_writing, unplaced, year_in
from dragoman.reading.dates.context import Context
from dragoman.reading.dates.cues import (
    is_attribute,
    is_compared,
    is_habitual,
    is_past,
    is_promised,
    sentence_ends,
    tense,
    turns_to_now,
)
from dragoman.reading.dates.found import DateKind, Found
from dragoman.reading.dates.meaning import (
    Anniversary,
    Calendar,
    Counted,
    Meaning,
    Plain,
    Span,
    Stretch,
    Term,
    Weekday,
    YearOn,
    Years,
)
from dragoman.reading.dates.phrases import Round
from dragoman.reading.dates.reckoning import Stamp, Value, opening
from dragoman.reading.dates.resolving import resolve
from dragoman.reading.dates.words import Token, symbols, tokens, unwrapped
from dragoman.values import Edtf

_ROUNDS = (
    Round(
        (
            *calendar_rules.RULES,
            *year_rules.RULES,
            *habit_rules.RULES,
            *vague_rules.RULES,
            *reference_rules.RULES,
            *week_rules.RULES,
            *relative_rules.RULES,
            year_rules.SHORT_YEAR,
            year_rules.BARE_YEAR,
        ),
        calendar_rules.SHORTHAND | relative_rules.SHORTHAND,
    ),
    Round((*part_rules.PARTS, *reference_rules.LEFT_OVER, *relative_rules.LEFT_OVER), part_rules.SHORTHAND),
    Round(part_rules.RANGES),
)
_LISTED = re.compile(r"\s*(?:,|,?\s(?:and|or)(?: (?:in|on|from))?|&|/)\s*(?:the\s)?")
_NO_LATER = re.compile(r"\bnot? later than\s+(?:the\s+)?\Z", re.IGNORECASE)
_WITHIN = re.compile(r"\bwithin\s+(?:the\s+)?\Z", re.IGNORECASE)
_TO_THE_PRESENT = re.compile(r"(?:\s+(?:to|until|till|through)\s+(?:the\s+)?|\s?[-–]\s?)(?:present|date)\b")
_MORE_EXACTLY = re.compile(r",?\s+(?:on|in)\s+(?:the\s+)?")
_HISTORY = 3  # years that a text of history names at least
_ONWARDS = re.compile(r",?\s+(?:onwards?|on(?=\s*[.,;])|forward)\b")


@dataclass(frozen=True, slots=True)
class DateMention:
    """Words of a text that speak of a time.

    ``start`` and ``end`` are characters. ``edtf`` is the time itself, None if it hangs on a day of writing that is not
    known or is no place in the calendar (a length, a habit, "now"); ``timex`` the TIMEX3 value where it can be said,
    of a range those of both ends.
    ``kind``: ``since`` is open to the future, ``until`` a time by which or up to which; ``anniversary`` gives the time
    of the founding. ``explicit_year``: the words themselves give the year; a time that is reckoned from the day of
    writing or from the dates told before has none.
    """

    start: int
    end: int
    text: str
    edtf: Edtf | None
    timex: str | None
    kind: DateKind
    explicit_year: bool


def find_dates(text: str, anchor: Edtf | None = None) -> list[DateMention]:
    """The dates of ``text``, in order and without overlap; ``anchor`` is the day (month, year) of its publication."""
    written, text = text, unwrapped(text)
    found = list(_phrases(text))
    if not found:
        return []
    context = Context(anchor=_stamp(anchor))
    context.month_first = any(getattr(f.token.value, "order", "") == "month" for f in found)
    context.history = _is_history(found, context)
    if context.anchor is None or context.history:
        context.year = next((year_in(f.token.value) for f in found if f.explicit and f.kind != "since"), None)
    here: tuple[int, int | None] = (-1, None)
    before: Found | None = None
    for phrase, following in zip_longest(found, found[1:]):
        meaning = _with_year_of(following, phrase, text)
        if isinstance(meaning, Anniversary):
            continue
        context.year_here = here[1] if here[0] == phrase.sentence else None
        context.tense = tense(text, phrase.token.start, phrase.token.end) if _is_open(meaning) else 0
        if context.is_over(context.year_here) and before:
            now = turns_to_now(text, before.token.end, phrase.token.start)
            context.tense = 1 if now and context.tense else context.tense
            context.year_here = None if now or is_promised(text, phrase.token.start) else context.year_here
        if context.tense < 0 and context.is_ahead(context.year_here):
            context.year_here = None
        context.deadline = phrase.kind == "until"
        context.tense = -1 if phrase.kind == "since" else context.tense
        context.sentence = phrase.sentence
        over = phrase.kind == "until" and is_past(text, phrase.token.start)
        # What is done by a time is as often to be done ("signed by March"): the tense says little of when.
        if context.deadline and not isinstance(meaning, Term):
            context.tense = -1 if over else max(context.tense, 0)
        day_before = _weekday_before(before, phrase, text)
        if unplaced(meaning) and is_habitual(text, phrase.token.start):
            continue
        phrase.value = resolve(meaning, replace(context, anchor=day_before, tense=1) if day_before else context)
        before = phrase
        if phrase.value and phrase.value.stamp and phrase.kind != "since":
            years = isinstance(meaning, Span) and isinstance(meaning.first, Calendar) and meaning.first.month is None
            results = meaning.quarter or "Q" in (phrase.value.timex or "") if isinstance(meaning, YearOn) else False
            compared = (
                meaning.compared or results
                if isinstance(meaning, YearOn)
                else isinstance(meaning, Counted) and meaning.running and is_compared(text, phrase.token.start)
            )
            decade = isinstance(meaning, Years) and meaning.length > 2  # what is of a decade does not go on from it
            if not (compared or decade):
                context.tell(phrase.value, newly=not isinstance(meaning, YearOn))
            named = phrase.explicit and not (years or is_attribute(text, phrase.token.start, phrase.token.end))
            if named or (isinstance(meaning, YearOn | Counted) and _goes_on(phrase, following, text)):
                here = (phrase.sentence, context.year)
            elif _is_of_now(meaning):
                here = (-1, None)
    reckon_anniversaries(found, context, text)
    return [_mention(written, phrase) for phrase in found]


def _phrases(text: str) -> Iterator[Found]:
    """What the rules read in the text."""
    row = tokens(text)
    for rules in _ROUNDS:
        row = rules.reduce(row, text)
    sign = symbols()
    results = {sign["point"], sign["range"], sign["done"]}
    ends = sentence_ends(text)
    for before, token in zip([None, *row], row, strict=False):
        if token.symbol in results:
            token = token._replace(value=kept_with(token.value, text, token.end))
            explicit = year_in(token.value) is not None
            yield Found(token, _kind(token, before, text), explicit, bisect_right(ends, token.start))


def _kind(token: Token, before: Token | None, text: str) -> DateKind:
    """What sort of time it is, by its meaning and by the word before it."""
    meaning, sign = token.value, symbols()
    if isinstance(meaning, Plain):
        return meaning.kind
    if isinstance(meaning, Anniversary):
        return "anniversary"
    if isinstance(meaning, Span | Stretch):
        return "range"
    if isinstance(meaning, Term):
        return "until"
    if before and before.symbol == sign["since"]:
        return "since"
    if _TO_THE_PRESENT.match(text, token.end):
        return "since"
    if before and before.symbol == sign["from"] and _ONWARDS.match(text, token.end):
        return "since"
    if before and before.symbol in (sign["by"], sign["to"]) and before.value == "until":
        return "until"
    lead = text[max(0, token.start - 24) : token.start]
    left = isinstance(meaning, Counted) and meaning.count == 0 and _WITHIN.search(lead)
    return "until" if left or _NO_LATER.search(lead) else "date"


def _is_history(found: list[Found], context: Context) -> bool:
    """Whether the text tells of years long before that of writing only, and nothing counts from the day of writing."""
    years = [year for phrase in found if (year := year_in(phrase.token.value))]
    if context.anchor is None or len(years) < _HISTORY or max(years) >= context.anchor.year - 1:
        return False
    return not any(counts_from_writing(phrase.token.value) for phrase in found)


def _is_open(meaning: Meaning) -> bool:
    """Whether the tense of the sentence helps to tell which time is meant."""
    if isinstance(meaning, Counted):
        return meaning.unit == "weekend" and meaning.count is None
    return not isinstance(meaning, Plain | YearOn | Stretch) and year_in(meaning) is None


def _with_year_of(following: Found | None, phrase: Found, text: str) -> Meaning:
    """The meaning of the phrase; the year of "in June and September 2023" belongs to both."""
    said: Meaning = phrase.token.value
    if not (isinstance(said, Calendar) and following and said.year is None and said.turn is None):
        return said
    other = following.token.value
    if not isinstance(other, Calendar) or (other.year is None and other.turn is None):
        return said
    if not _LISTED.fullmatch(text, phrase.token.end, following.token.start):
        return said
    if other.year and other.month and said.month and said.month > other.month:
        return replace(said, year=other.year - 1) if said.month - other.month > 6 else replace(said, year=other.year)
    return replace(said, year=other.year, turn=other.turn)


def _goes_on(phrase: Found, following: Found | None, text: str) -> bool:
    """Whether the next date tells it more exactly: "a year ago, on 28 August"."""
    return following is not None and bool(_MORE_EXACTLY.fullmatch(text, phrase.token.end, following.token.start))


def _weekday_before(before: Found | None, phrase: Found, text: str) -> Stamp | None:
    """The first day of "on Monday and Tuesday", from which the second is counted."""
    days = (before and before.token.value, phrase.token.value)
    if before is None or not all(isinstance(day, Weekday) and day.turn is day.weeks is None for day in days):
        return None
    if days[0] == days[1] or not _LISTED.fullmatch(text, before.token.end, phrase.token.start):
        return None
    return before.value.stamp if before.value else None


def _is_of_now(meaning: Meaning) -> bool:
    """Whether it lies near the day of writing, so that what the sentence goes on to tell is no more of another year."""
    return isinstance(meaning, Counted | Weekday) and not getattr(meaning, "running", False)


def _mention(text: str, phrase: Found) -> DateMention:
    """The mention that a phrase with its value makes."""
    start, end = phrase.token.start, phrase.token.end
    value = phrase.value or Value(None, unplaced(phrase.token.value))
    edtf = value.edtf if value.edtf and not _BEYOND.search(value.edtf) else None
    if edtf and phrase.kind == "since":
        edtf = opening(value) + "/.."
    timex = None if phrase.kind == "anniversary" else value.timex
    return DateMention(start, end, text[start:end], _trusted(edtf) if edtf else None, timex, phrase.kind,
                       phrase.explicit)  # fmt: skip


# Round about the ends of the calendar "next year" has no date that EDTF could write.
_FIRST_YEAR, _LAST_YEAR = 1000, 9000
_BEYOND = re.compile(r"\d{5}")


def _stamp(anchor: Edtf | None) -> Stamp | None:
    """The day of publication at the precision that is known; of a span its last day."""
    if anchor is None:
        return None
    digits = re.match(r"(\d{4})(?:-(0\d|1[0-2]))?(?:-(\d\d))?", anchor.split("/")[-1])
    if not digits:
        return None
    year, month, day = (int(part) if part else None for part in digits.groups())
    return Stamp(year, month, day) if year and _FIRST_YEAR <= year <= _LAST_YEAR else None


def _trusted(edtf: str) -> Edtf:
    """The EDTF value without the check of its form, which would cost more than the reading (the tests check it)."""
    return str.__new__(Edtf, edtf)
