"""What a figure says: the measure, what is counted, whose it is, when it held, and the clause that states it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, get_args

from spacy.tokens import Token

from dragoman.models import Evidence, Figure, Measure
from dragoman.reading.drafting import trim
from dragoman.reading.figure_features import (
    Place,
    flow_before,
    has_cue,
    measures,
    nearest_measure_word,
    place_of,
    valued,
)
from dragoman.reading.figure_parties import parties_of
from dragoman.reading.flows import flow_noun, flow_of, meant
from dragoman.reading.frames import governing_verb, noun_phrase, verb_phrase
from dragoman.reading.numbers import Quantity
from dragoman.reading.page import Page
from dragoman.reading.slots import subject_of
from dragoman.reading.titles import as_headline, label
from dragoman.reading.units import measure_of, people
from dragoman.values import Edtf, Unit

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
    r"[^.,;]{0,20}\b(?:on|over|from)(?: the)? $"
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
_MORE_OR_LESS = frozenset(("up", "down", "more", "less", "fewer", "higher", "lower", "above", "below"))
_GIVING = frozenset(("give", "provide", "donate", "grant", "contribute", "disburse"))
_PARTED = 8  # words
_TRADED = frozenset(("exports", "imports", "trade"))
_ACTORS = frozenset(("state", "demonym", "person", "government"))
_LOOSE = frozenset(("ADP", "CCONJ", "PUNCT", "SCONJ", "DET"))
_LONGEST = 14
_TELLING = 3  # words that a phrase needs to tell what is counted
_LONGEST_EVIDENCE = 40


def draft_figure(page: Page, quantity: Quantity) -> Figure:
    """The figure that a quantity states."""
    place = place_of(page, quantity)
    measure = flow_of(page, quantity) or measure_of_figure(quantity, place)
    if (flow := flow_before(place, quantity)) is not None:
        measure = _as_measure(measures()[flow.lemma_.lower()])
    what = _what(page, quantity, place)
    return Figure(
        title=what[:1].upper() + what[1:],
        measure=measure,
        of=what,
        value=quantity.value,
        low=quantity.low,
        high=quantity.high,
        unit=Unit(quantity.unit) if quantity.unit else None,
        bound=quantity.bound,
        approx=quantity.approx,
        parties=parties_of(page, quantity, place, measure),
        date=_date(page, quantity, place, measure),
        evidence=(evidence_of(page, quantity, place),),
    )


def measure_of_figure(quantity: Quantity, place: Place) -> Measure:
    """What the figure measures: by its unit, and for money and percentages by the words around it."""
    near = _measured(place)
    if quantity.kind in ("count", "measure") and (traded := _traded(place)):
        return traded
    if quantity.kind == "count":
        return "people" if quantity.unit in people().values() else "count"
    if quantity.kind == "measure":
        own = measure_of(quantity.unit or "") or "other"
        return _as_measure(near if near in ("exports", "imports") and own == "weight" else own)
    if quantity.kind == "share":
        worded = not any(c.isdigit() for c in place.words.text)
        doc, begin, end = place.words.doc, place.words.start, place.words.end
        if end < len(doc) and doc[end].text == "of" and (near in _TRADED or worded):
            return "share"
        beside = {doc[begin - 1].lower_ if begin else "", doc[end].lower_ if end < len(doc) else ""}
        growing = has_cue(place, "growth") or bool(beside & _MORE_OR_LESS)
        growing = growing or worded
        return _as_measure(near if near and (growing or near == "other") else "share")
    verb = place.top if place.top.pos_ in ("VERB", "AUX") else governing_verb(place.top)
    given = near is None and verb is not None and verb.lemma_ in _GIVING
    if near == "people":  # "income a head is 4,900 dollars"
        near = None
    return _as_measure("aid" if given else near or "other")


def _traded(place: Place) -> Measure | None:
    """ "Exported 4 million bottles": what is bought and sold is no bare count."""
    verb = place.top if place.top.pos_ == "VERB" else governing_verb(place.top)
    above = [place.top, *([verb] if verb is not None else [])]
    named = next((measures()[t.lemma_.lower()] for t in above if t.lemma_.lower() in ("export", "import")), None)
    return _as_measure(named) if named else None


def _measured(place: Place) -> str | None:
    """What is measured by the word nearest to the number; one behind that a new part of the sentence tells is far."""
    words = [t for t in place.sentence if t not in place.words and str(t.lemma_).lower() in measures()]
    begin, end = place.words.start, place.words.end
    if begin and place.words.doc[begin - 1].text == "(":  # what follows the bracket tells of something else
        words = [t for t in words if t.i < begin] or words

    def distance(token: Token) -> float:
        if token.i < begin:
            return begin - token.i
        parted = any(t.pos_ == "CCONJ" or t.text in ",;" for t in token.doc[end : token.i])
        return 1.5 * (token.i - end + 1) + _PARTED * parted

    word = min(words, key=distance, default=None)
    if word is None:
        return None
    both = f"{word.lemma_} {word.nbor().lemma_}".lower() if word.i + 1 < len(word.doc) else ""
    return measures().get(both) or measures()[str(word.lemma_).lower()]


def _as_measure(name: str) -> Measure:
    return name if name in get_args(Measure) else "other"  # type: ignore[return-value]


def _what(page: Page, quantity: Quantity, place: Place) -> str:
    """What is counted or measured, in the words of the text, without the number and what ties it to the noun.

    A noun that alone says little ("people", "lives") is told with its clause: "fires claimed lives".
    """
    noun = _noun(page, quantity, place)
    counted = quantity.noun or (quantity.end, quantity.end)
    tie = {t.i for t in place.top.ancestors if noun.is_ancestor(t)}
    words = [
        t
        for t in noun_phrase(noun, _LONGEST)
        if t == noun
        or (t.i not in tie and t.tag_ != "PRP" and (t not in place.words or counted[0] <= t.idx < counted[1]))
    ]
    while len(words) > 1 and words[-1] != noun and words[-1].pos_ in _LOOSE:
        words.pop()
    while len(words) > 1 and words[0] != noun and words[0].pos_ in _LOOSE:
        words.pop(0)
    if noun == flow_before(place, quantity):
        words = [*(t for t in noun.lefts if t.dep_ in ("amod", "compound")), noun]
    bare = quantity.noun is not None and sum(t.pos_ not in _LOOSE for t in words) < _TELLING
    if bare or any(actor.start <= noun.idx < actor.end for actor in page.actors if actor.kind in _ACTORS):
        words = _clause(page, quantity, place, counted) or words
    return label(words or [noun], page) or noun.text


def _clause(page: Page, quantity: Quantity, place: Place, counted: tuple[int, int]) -> list[Token]:
    """The words of the clause without the number, none if it has no verb, another number, or hardly a word left."""
    verb = place.top if place.top.pos_ in ("VERB", "AUX") else governing_verb(place.top)
    if verb is None or verb.lemma_ == "be" or len(page.quantities_in(place.sentence)) > 1:
        return []
    words = as_headline(verb_phrase(verb, _LONGEST), page)
    gone = {t for t in words if quantity.start <= t.idx < quantity.end and not counted[0] <= t.idx < counted[1]}
    gone |= {t for t in words if t.tag_ == "PRP" and t.dep_ == "pobj"}  # "43 tonnes of it"
    gone |= {t for t in words if t.dep_ in ("prep", "dative") and (own := [*t.children]) and gone.issuperset(own)}
    left = [t for t in words if t not in gone]
    return left if len(left) >= _TELLING else []


def _noun(page: Page, quantity: Quantity, place: Place) -> Token:
    """The noun that the figure is of: the counted one, else what the sum hangs on or what its clause is about."""
    if quantity.noun is not None and (span := page.doc.char_span(*quantity.noun, alignment_mode="expand")):
        return span.root
    if (flow := flow_before(place, quantity)) is not None:
        return flow
    after = place.words.doc[place.words.end] if place.words.end < place.sentence.end else None
    if quantity.kind == "share" and after is not None and after.text == "of":
        inner = next((c for c in after.children if c.dep_ == "pobj"), None)
        if inner is not None:
            return inner
    for token in (place.top, *place.top.ancestors):
        if token.pos_ in ("NOUN", "PROPN") and not token.like_num and token not in place.words:
            return token
        if token.pos_ in ("VERB", "AUX"):
            if (priced := valued(token, place)) is not None:
                return priced
            told, measured = subject_of(token), nearest_measure_word(place, "NOUN")
            subject = told and meant(told)
            if subject is None or subject.pos_ not in ("NOUN", "PROPN"):
                return measured or place.top
            if measured is None or subject == measured or subject.is_ancestor(measured):
                return subject
            return subject if flow_noun(subject) and measured.i >= place.words.end else measured
    return place.top


def _date(page: Page, quantity: Quantity, place: Place, measure: Measure) -> Edtf | None:
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
        clause = evidence_of(page, quantity, place)
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
    before = text[max(0, date.start - _PHRASE) : date.start]
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


def evidence_of(page: Page, quantity: Quantity, place: Place) -> Evidence:
    """The clause that states the number."""
    verb = governing_verb(place.top) if place.top.pos_ not in ("VERB", "AUX") else place.top
    clause = verb_phrase(verb, longest=_LONGEST_EVIDENCE) if verb is not None else list(place.sentence)
    start, end = quantity.start, quantity.end
    if clause and clause[0].idx <= start and end <= clause[-1].idx + len(clause[-1]):
        start, end = clause[0].idx, clause[-1].idx + len(clause[-1])
    start += len(page.text[start:end]) - len(page.text[start:end].lstrip(" ,;:)-–—_"))
    return trim(page.text, start, end)
