"""When a figure held: the time in its clause, or that of which the text has been telling."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from spacy.tokens import Token

from dragoman.models import Evidence, Measure
from dragoman.reading.figures.features import Place
from dragoman.reading.frames.frames import governing_verb
from dragoman.reading.page import Page
from dragoman.reading.quantities.numbers import Quantity
from dragoman.values import Edtf

if TYPE_CHECKING:
    from dragoman.reading.dates import DateMention

_STATISTICS = frozenset(("exports", "imports", "trade", "investment", "aid", "share", "people"))
_YEARS = re.compile(r"\d{4}(?:-[34]\d)?(?:/\d{4}|/\.\.)?|\d{4}-\d\d(?:-\d\d)?/\d{4}-\d\d(?:-\d\d)?")
# What a figure is held against: "than in 2016", "compared with a year ago", "up 12 per cent on the previous year".
_THAN = re.compile(
    r"\b(?:than|compared|comparison|against|versus)(?: (?:to|with))?(?: (?:that|those))?(?: (?:in|of|for|from))?"
    r"(?: the)? $"
)
_HELD = re.compile(r"\b(?:compared|against|versus|(?:up|down) from)\b[^,.;]*$")  # "compared with 40 million in 2011"
_AGAINST = re.compile(r"\b(?:compared|against|versus|(?:up|down) from)\b")  # and what follows is of another number
_CLAUSE = 60  # characters
# "A drop from 2013", "up 3 per cent on 2013".
_CHANGED = re.compile(
    r"\b(?:drop|rise|increase|decrease|decline|fall|growth|gain|jump|up|down)\b"
    r"(?:[^.,;]|(?<=\d)[.,](?=\d)){0,20}\b(?:on|over|from)(?: the)? $"
)
# "Than in the same period of 2013": the year is that of the comparison.
_SAME = re.compile(
    r"(?:\bthe )?\b(?:same|corresponding|equivalent|comparable) (?:period|time|months?|quarter|half)(?: (?:of|in))? $"
)
_ON = re.compile(r"\b(?:on|over|from)(?: the)? $")
_EARLIER = re.compile(r"\b(?:previous|preceding|earlier|before|ago)\b")
_NOW = re.compile(r"\b(?:now|today|currently|presently)\b", re.IGNORECASE)
_PART = re.compile(r"[,;]| and ")
_PHRASE = 30  # characters before a date in which "compared to those in the" stands
_BEFORE, _BEYOND = 1.5, 30  # how much farther a date before the number is, and one beyond a comma, in characters
_STATED = 2  # sentences back in which the period of statistics may be told
_LASTING = frozenset(("distance", "duration"))
_FUTURE = frozenset(("will", "shall", "'ll", "’ll", "would"))


def date_of_figure(page: Page, quantity: Quantity, place: Place, measure: Measure, clause: Evidence) -> Edtf | None:
    """The time in the clause or the sentence nearest to the number, else that of which the text has been telling.

    What is yet to come and what always is so, such as a length, has no time but the one that its own sentence gives.
    """
    told = [d for d in page.dates_in(place.sentence) if _is_time(d)]
    if beside := [d for d in told if page.text[d.end : quantity.start] == " ("]:  # "than in 2014 (3 million euros)"
        return beside[0].edtf
    given = [d for d in told if not _compared(page.text, d)]
    given = [d for d in given if not _AGAINST.search(page.text, quantity.end, d.start)]
    apart = [d for d in given if not (d.start < quantity.end and quantity.start < d.end)]
    if apart:
        apart = [d for d in apart if clause.start <= d.start < clause.end] or apart
        best = min(apart, key=lambda date: _distance(page.text, quantity, date))
        if best.kind == "since" and _is_of_now(page.text, place.sentence.start_char, quantity, best):
            return page.anchor
        return Edtf(f"{best.edtf}/..") if best.kind == "since" and "/" not in (best.edtf or "") else best.edtf
    if measure in _LASTING or _yet_to_come(place):
        return None
    if page.anchor is not None:
        return _told_before(page, place, measure) or page.anchor
    told = [d for d in page.dates if d.end <= quantity.start and _is_time(d)]
    return told[-1].edtf if told else None


def _past(verb: Token) -> bool:
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and any(c.tag_ == "VBD" for c in verb.children if "aux" in c.dep_))


def _is_of_now(text: str, start: int, quantity: Quantity, since: DateMention) -> bool:
    """Whether a number is told of now, the time since when being that of a change: "now has 38, twice that since"."""
    if since.start < quantity.end:
        return _NOW.search(text, since.end, quantity.start) is not None
    apart = _PART.search(text, quantity.end, since.start)
    return apart is not None and _NOW.search(text, start, quantity.start) is not None


def _compared(text: str, date: DateMention) -> bool:
    """Whether a date is that of the figure which this one is compared with."""
    same = _SAME.search(text, max(0, date.start - _PHRASE), date.start)
    end = same.start() if same else date.start
    before = text[max(0, end - _PHRASE) : end]
    return bool(
        _THAN.search(before)
        or _CHANGED.search(before)
        or (_ON.search(before) and _EARLIER.search(text, date.start, date.end))
    )


def _distance(text: str, quantity: Quantity, date: DateMention) -> float:
    """How far a date is in characters: one behind the number is nearer than one before it, beyond a comma it is far."""
    behind = date.start >= quantity.end
    between = text[quantity.end : date.start] if behind else text[date.end : quantity.start]
    return len(between) * (1.0 if behind else _BEFORE) + _BEYOND * bool(_PART.search(between))


def _told_before(page: Page, place: Place, measure: Measure) -> Edtf | None:
    """The period of the statistics in the sentences before, when this one goes on telling them in the past tense."""
    verb = place.top if place.top.pos_ in ("VERB", "AUX") else governing_verb(place.top)
    if measure not in _STATISTICS or verb is None or not _past(verb) or not place.sentence.start:
        return None
    before = place.sentence
    for _ in range(_STATED):
        before = before.doc[before.start - 1].sent if before.start else before
        if "\n" in before.text.rstrip("\n") or not page.quantities_in(before):
            return None
        times = [d for d in page.dates_in(before) if _is_time(d) and not _compared(page.text, d)]
        times = [d for d in times if not (d.edtf and page.anchor and page.anchor.ends_before(d.edtf))]
        times = [d for d in times if not _HELD.search(page.text, max(before.start_char, d.start - _CLAUSE), d.start)]
        if times:
            years = [d.edtf for d in times if d.edtf and _YEARS.fullmatch(d.edtf)]
            return years[-1] if years else None
    return None


def _is_time(date: DateMention) -> bool:
    return date.edtf is not None and date.kind not in ("duration", "set", "anniversary")


def _yet_to_come(place: Place) -> bool:
    verb = place.top if place.top.pos_ in ("VERB", "AUX") else governing_verb(place.top)
    return verb is not None and any(c.lower_ in _FUTURE for c in verb.children if c.dep_ == "aux")
