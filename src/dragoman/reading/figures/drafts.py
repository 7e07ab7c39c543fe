"""What a figure says: the measure, what is counted, whose it is, and the clause that states it."""

from __future__ import annotations

from typing import get_args

from spacy.tokens import Token

from dragoman.knowledge import read_toml
from dragoman.models import Evidence, Figure, Measure
from dragoman.reading.drafting.drafting import trim
from dragoman.reading.drafting.titles import as_headline, label
from dragoman.reading.figures.dates import date_of_figure
from dragoman.reading.figures.features import (
    Place,
    flow_before,
    has_cue,
    measures,
    nearest_measure_word,
    place_of,
    valued,
)
from dragoman.reading.figures.flows import flow_noun, flow_of, meant
from dragoman.reading.figures.parties import parties_of, trading_verb
from dragoman.reading.frames.frames import governing_verb, noun_phrase, verb_phrase
from dragoman.reading.frames.slots import acted_on, subject_of
from dragoman.reading.page import Page
from dragoman.reading.quantities.numbers import Quantity
from dragoman.reading.quantities.units import measure_of, people
from dragoman.values import Unit

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
    what, clause = _what(page, quantity, place), evidence_of(page, quantity, place)
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
        date=date_of_figure(page, quantity, place, measure, clause),
        evidence=(clause,),
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
    if quantity.noun is None and (verb := trading_verb(place)) is not None:
        return _dealt_in(verb, place)
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


def _dealt_in(verb: Token, place: Place) -> str:
    """What is bought or sold for a sum: "exports of wool" of "sold wool worth 3 million dollars"."""
    known = read_toml("flows.toml")
    flow, empty = str(known["dealing"][verb.lemma_.lower()]), known["sums"]["nouns"]
    objects = acted_on(verb)
    within = [t for o in objects for c in o.children if c.lower_ == "of" for t in c.children]
    goods = (t for t in (*objects, *within) if t not in place.words and t.lemma_.lower() not in empty)
    noun = next((t for t in goods if t.pos_ in ("NOUN", "PROPN")), None)
    if noun is None:
        return flow
    words = [t for t in noun_phrase(noun, _LONGEST) if t == noun or (t.head == noun and t.dep_ in ("amod", "compound"))]
    return f"{flow} of {' '.join(t.text for t in words)}"


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


def evidence_of(page: Page, quantity: Quantity, place: Place) -> Evidence:
    """The clause that states the number."""
    verb = governing_verb(place.top) if place.top.pos_ not in ("VERB", "AUX") else place.top
    clause = verb_phrase(verb, longest=_LONGEST_EVIDENCE) if verb is not None else list(place.sentence)
    start, end = quantity.start, quantity.end
    if clause and clause[0].idx <= start and end <= clause[-1].idx + len(clause[-1]):
        start, end = clause[0].idx, clause[-1].idx + len(clause[-1])
    start += len(page.text[start:end]) - len(page.text[start:end].lstrip(" ,;:)-–—_"))
    return trim(page.text, start, end)
