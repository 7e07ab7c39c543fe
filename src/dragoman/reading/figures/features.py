"""What is seen of a quantity before it is decided whether it is a figure: features that a person can read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from spacy.tokens import Span, Token

from dragoman.knowledge import read_tsv
from dragoman.reading.page import Page
from dragoman.reading.quantities.numbers import Quantity
from dragoman.reading.quantities.units import measure_of, people

# How many words before and behind a quantity are looked at.
_WINDOW = 5
_WORDS = frozenset(("NOUN", "PROPN", "VERB", "ADJ", "ADV", "ADP", "SCONJ", "AUX", "PRON", "DET", "NUM"))
_MODALS = frozenset(("will", "shall", "'ll", "’ll", "would", "should", "could", "may", "might", "can"))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a quantity stands: its tokens, its sentence, the token that it hangs on."""

    words: Span
    sentence: Span
    top: Token


@dataclass(frozen=True, slots=True)
class _Told:
    """What all quantities of a sentence ask of it: its words of ``measures.tsv``, how many of its numbers stand in
    lists, and the lemmas that tell what it is about."""

    measures: tuple[Token, ...]
    listed: int
    words: frozenset[str]


@lru_cache(maxsize=8)  # the quantities of a sentence are asked for one after the other
def _told_in(sentence: Span) -> _Told:
    numbers = (t for t in sentence if t.tag_ == "CD" and t.dep_ == "nummod")
    return _Told(
        tuple(t for t in sentence if str(t.lemma_).lower() in measures()),
        sum(t.head.dep_ in ("conj", "dobj", "pobj") for t in numbers),
        frozenset(_lemma(t) for t in sentence if t.pos_ in ("NOUN", "VERB", "ADJ") and not t.is_stop),
    )


def place_of(page: Page, quantity: Quantity) -> Place:
    """The place of a quantity in the parse."""
    first = bisect_right(page.token_starts, quantity.start) - 1
    last = max(first, bisect_right(page.token_starts, quantity.end - 1) - 1)
    words = page.doc[first : last + 1]
    return Place(words, words[0].sent, words.root)


def candidates(page: Page) -> list[Quantity]:
    """The quantities of a page that can be figures: those with a unit, but for the conditions of a loan."""
    return [q for q in page.quantities if q.unit is not None and not _is_condition(page, q)]


def _is_condition(page: Page, quantity: Quantity) -> bool:
    """Whether the number is a condition of a loan: interest, grace, maturity."""
    loan = quantity.kind == "share" or quantity.unit in ("year", "month")
    return loan and has_cue(place_of(page, quantity), "terms")


def figure_features(page: Page, quantity: Quantity) -> dict[str, float]:
    """The features of a quantity by readable names, each 1: what it counts, what it hangs on, what stands around."""
    place = place_of(page, quantity)
    found = {*_own(quantity), *_around(place), *_hangs_on(place), *_setting(page, quantity, place)}
    found |= set(_cues(quantity, place))
    return dict.fromkeys(sorted(found), 1.0)


def _own(quantity: Quantity) -> Iterator[str]:
    kind = quantity.kind
    yield f"a {kind}"
    measure = measure_of(quantity.unit) if quantity.unit and kind in ("measure", "share") else None
    if measure:
        yield f"measures {measure}"
    elif kind == "count" and quantity.unit:
        yield f"counts {quantity.unit.rsplit(' ', 1)[-1]}"
        if quantity.unit in people().values():
            yield "counts people"
    yield f"{kind} {quantity.bound or 'as it stands'}"
    if quantity.approx:
        yield f"{kind} approximate"
    high = quantity.high or quantity.value or 0
    size = next((name for limit, name in ((1, "one"), (2, "two"), (9, "few"), (99, "tens"), (9999, "thousands"),
                 (999_999, "many"), (99_999_999, "millions")) if high <= limit), "billions")  # fmt: skip
    yield f"{kind} of size {size}"
    if quantity.value is None:
        yield f"{kind} range"


def _around(place: Place) -> Iterator[str]:
    doc, kind = place.words.doc, "near"
    begin, end = place.words.start, place.words.end
    before = [t for t in doc[max(place.sentence.start, begin - _WINDOW) : begin] if t.pos_ in _WORDS]
    after = [t for t in doc[end : min(place.sentence.end, end + _WINDOW)] if t.pos_ in _WORDS or t.text in "(),;:"]
    for token in before:
        yield f"{kind} before: {_lemma(token)}"
    for token in after:
        yield f"{kind} behind: {_lemma(token)}"
    yield f"right before: {_lemma(doc[begin - 1]) if begin > place.sentence.start else 'start'}"
    yield f"right behind: {_lemma(doc[end]) if end < place.sentence.end else 'end'}"


def _cues(quantity: Quantity, place: Place) -> Iterator[str]:
    """The meanings of the words near by, beside the words themselves."""
    kind = quantity.kind
    for cue in _near_cues(place):
        yield f"{kind} cue: {cue}"
    if measure := nearest_measure(place):
        yield f"{kind} speaks of {measure}"
    yield f"{kind} in a list of {min(4, _told_in(place.sentence).listed)}"


def has_cue(place: Place, cue: str) -> bool:
    """Whether a word of ``figure_cues.tsv`` that means ``cue`` stands near."""
    return cue in _near_cues(place)


def _near_cues(place: Place) -> set[str]:
    doc = place.words.doc
    near = doc[max(place.sentence.start, place.words.start - 6) : min(place.sentence.end, place.words.end + 6)]
    found = {cues()[lemma] for lemma in (str(token.lemma_).lower() for token in near) if lemma in cues()}
    if any(t.lower_ in ("a", "per") and doc[t.i + 1].lower_ in ("year", "month", "day") for t in near[:-1]):
        found.add("periodic")
    return found


def nearest_measure(place: Place) -> str | None:
    """What the nearest word of ``measures.tsv`` in the sentence measures."""
    word = nearest_measure_word(place)
    return measures()[str(word.lemma_).lower()] if word is not None else None


def nearest_measure_word(place: Place, pos: str | None = None) -> Token | None:
    """The nearest word of ``measures.tsv`` in the sentence (of one part of speech); those behind count as farther."""
    begin, end = place.words.start, place.words.end
    around = _told_in(place.sentence).measures
    found = (token for token in around if not begin <= token.i < end and pos in (None, token.pos_))
    return min(found, key=lambda t: begin - t.i if t.i < begin else 1.5 * (t.i - end + 1), default=None)


@cache
def cues() -> dict[str, str]:
    """Words that speak for or against a figure, with what they say."""
    return {row["lemma"]: row["cue"] for row in read_tsv("figure_cues.tsv")}


@cache
def measures() -> dict[str, str]:
    """Words that tell what a sum or a percentage is a measure of."""
    return {row["lemma"]: row["measure"] for row in read_tsv("measures.tsv")}


def flow_before(place: Place, quantity: Quantity) -> Token | None:
    """The flow of trade that a sum is told of right before it: "exports of 4 million and imports 3 million"."""
    doc, begin = place.words.doc, place.words.start
    if quantity.kind != "money" or begin < _LEAST:
        return None
    noun = doc[begin - 2] if doc[begin - 1].lower_ in ("of", "worth") else doc[begin - 1]
    return noun if noun.pos_ == "NOUN" and measures().get(noun.lemma_.lower()) in _TRADED else None


_LEAST = 2  # words before a sum that is told to be of something
_TRADED = ("exports", "imports", "trade")


def _hangs_on(place: Place) -> Iterator[str]:
    token = place.top
    yield f"is {token.dep_}"
    chain = []
    for ancestor in token.ancestors:
        chain.append(_lemma(ancestor))
        if ancestor.pos_ in ("VERB", "AUX") or len(chain) > 5:
            yield f"verb: {_lemma(ancestor)}"
            yield f"verb form: {ancestor.tag_}"
            if any(c.lower_ in _MODALS for c in ancestor.children if c.dep_ == "aux"):
                yield "modal"
            for child in ancestor.children:
                if child.dep_ in ("nsubj", "nsubjpass"):
                    yield f"subject: {_lemma(child)}"
            break
        if ancestor.pos_ in ("NOUN", "PROPN"):
            yield f"under noun: {_lemma(ancestor)}"
    if chain:
        yield f"hangs on: {chain[0]}"
    for child in token.children:
        if child.dep_ in ("prep", "relcl", "acl", "appos", "det", "poss", "amod"):
            yield f"has {child.dep_}: {_lemma(child)}"


def _setting(page: Page, quantity: Quantity, place: Place) -> Iterator[str]:
    inside = page.quantities_in(place.sentence)
    kinds = [q.kind for q in inside if q is not quantity]
    kind = quantity.kind
    yield f"{kind} beside {'money' if 'money' in kinds else 'no money'}"
    yield f"{kind} among {min(3, kinds.count(kind))} of its kind"
    for word in _told_in(place.sentence).words:
        yield f"{kind} in sentence with: {word}"
    first = next((q for q in page.quantities if q.kind == kind), None)
    yield f"{kind}: {'first' if first is quantity else 'later'} in the text"
    if not any(q.kind == "money" for q in page.quantities):
        yield f"{kind} in a text without money"
    yield f"{kind} in a {'release' if page.home else 'report'}"
    yield "dated" if page.dates_in(place.sentence) else "undated"


def _lemma(token: Token) -> str:
    if token.like_num or token.ent_type_ in ("MONEY", "CARDINAL"):
        return "#"
    return str(token.lemma_ if token.pos_ != "PROPN" else token.pos_).lower()


def valued(verb: Token, place: Place) -> Token | None:
    """What is put at a sum: "put the value of the project at 3 million"."""
    at = next((c for c in verb.children if c.lower_ == "at" and (c in place.top.ancestors or c == place.top)), None)
    return next((c for c in verb.children if c.dep_ == "dobj" and at is not None and c.i < at.i), None)
