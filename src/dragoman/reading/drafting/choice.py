"""Choice: of all states and dates that an account of aid names, those of the piece of aid that it is about.

Each candidate is seen with the words around it, the verb above it and its place in the text; a small linear model
says how likely it is the one. No candidate is known by its value: what is learned holds for any donor and recipient.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import pycountry
from babel.core import get_global
from spacy.tokens import Doc, Span, Token

from dragoman.knowledge import any_of, read_tsv
from dragoman.reading.page import Page
from dragoman.reading.states.gazetteer import FOR_A_STATE, Name, find_names
from dragoman.values import CountryCode

if TYPE_CHECKING:
    from dragoman.reading.people.actors import Actor

_ORDER = ("first", "second", "third")
_REACH = 3
_ENVOYS = 60  # characters before a state in which the envoy stands who was sent there
_ENVOY = re.compile(rf"\b{any_of('giving.toml', 'envoys')}\b[^.;]{{0,30}}?\b(?:to|in|of) (?:the )?$")


@dataclass(frozen=True)
class Candidate[T]:
    """Something that may be the one asked for, with what is seen of it and where it is named, in characters."""

    value: T
    features: Mapping[str, float]
    mentions: tuple[tuple[int, int], ...] = ()


class Surroundings:
    """What can be seen around a stretch of the page."""

    def __init__(self, page: Page) -> None:
        self._doc = page.doc
        self._sentence = {token.i: n for n, sent in enumerate(page.doc.sents) for token in sent}
        self._last = max(self._sentence.values(), default=0)
        self._masks = dict(_masks(page))

    def span(self, start: int, end: int) -> Span:
        """The tokens that characters ``start`` to ``end`` touch."""
        span = self._doc.char_span(start, end, alignment_mode="expand")
        return span if span is not None else self._doc[0:1]

    def sentence_of(self, span: Span) -> int:
        """The number of the sentence."""
        return self._sentence.get(span.start, 0)

    def around(self, span: Span) -> Iterator[str]:
        """The words before and after, the verb above, the sentence."""
        before = [self.word(t) for t in self._doc[max(0, span.start - _REACH) : span.start]]
        after = [self.word(t) for t in self._doc[span.end : span.end + _REACH]]
        yield from (f"… {w}" for w in before)
        yield from (f"{w} …" for w in after)
        for size in (1, 2, 3):
            yield f"{' '.join(before[-size:])} _"
        for size in (1, 2):
            yield f"_ {' '.join(after[:size])}"
        yield from self._above(span.root)
        number = self.sentence_of(span)
        yield f"sentence {min(number + 1, 4)}"
        if number == self._last:
            yield "last sentence"

    def _above(self, root: Token) -> Iterator[str]:
        top, way = root, root.dep_
        yield f"is {root.dep_}"
        yield f"under “{self.word(root.head)}”"
        for token in root.ancestors:
            if token.pos_ in ("VERB", "AUX") and token.lemma_ not in ("be", "have"):
                yield f"verb “{token.lemma_.lower()}”"
                yield f"{way} of “{token.lemma_.lower()}”"
                return
            if token.dep_ == "prep":
                way = token.lower_
            elif token.dep_ in ("nsubj", "nsubjpass", "dobj", "agent") and way in ("poss", "amod", "compound", "nmod"):
                way = f"{way} of {token.dep_}"
            top = token
        yield f"no verb, under “{self.word(top)}”"

    def word(self, token: Token) -> str:
        """The lemma, or what kind of name or number it is."""
        mask = self._masks.get(token.i)
        if mask:
            return mask
        return "NUMBER" if token.like_num else token.lemma_.lower()

    def word_before(self, start: int) -> str:
        """The word before a place in the text, in small letters."""
        first = self.span(start, start + 1).start
        return self._doc[first - 1].lower_ if first else ""

    def sentence_words(self, span: Span) -> Iterator[str]:
        """The content words of the sentence that a mention stands in."""
        for token in span.sent:
            if token.pos_ in ("VERB", "NOUN", "ADJ"):
                yield self.word(token)


def _masks(page: Page) -> Iterator[tuple[int, str]]:
    for actor in page.actors:
        yield from ((i, actor.kind.upper()) for i in _tokens(page.doc, actor.start, actor.end))
    for date in page.dates:
        yield from ((i, "DATE") for i in _tokens(page.doc, date.start, date.end))
    for quantity in page.quantities:
        yield from ((i, quantity.kind.upper()) for i in _tokens(page.doc, quantity.start, quantity.end))


def _tokens(doc: Doc, start: int, end: int) -> range:
    span = doc.char_span(start, end, alignment_mode="expand")
    return range(span.start, span.end) if span is not None else range(0)


def order_of(number: int, count: int) -> Iterator[str]:
    """Which of so many it is, counted from 0."""
    yield "the only one" if count == 1 else _ORDER[number] if number < len(_ORDER) else "a later one"
    if count > 1 and number == count - 1:
        yield "the last one"


def state_candidates(page: Page, giver: CountryCode | None = None) -> list[Candidate[CountryCode]]:
    """The states that may give, or if the ``giver`` is known receive: each with all that is seen at its mentions."""
    seen = Surroundings(page)
    counts: dict[CountryCode, Counter[str]] = defaultdict(Counter)
    places: dict[CountryCode, list[tuple[int, int]]] = defaultdict(list)
    order: dict[CountryCode, int] = {}
    for actor in page.actors:
        for code in _codes(actor):
            if code == giver:
                continue
            order.setdefault(code, len(order))
            counts[code].update(_at_mention(actor, seen))
            counts[code].update(["an envoy is there"] * _to_envoy(page.text, actor.start))
            places[code].append((actor.start, actor.end))
    for name in _inside(page):
        if name.code and name.code != giver:
            order.setdefault(name.code, len(order))
            counts[name.code].update((f"inside {name.kind}", f"inside, {seen.word_before(name.start)} _"))
            counts[name.code].update(["an envoy is there"] * _to_envoy(page.text, name.start))
            places[name.code].append((name.start, name.end))
    again = page.restated if any(q.kind == "money" for q in page.quantities) else []
    for unit in dict.fromkeys(q.unit for q in (*page.quantities, *again) if q.kind == "money" and q.unit):
        if (issuer := _issuers().get(unit)) and issuer != giver:
            order.setdefault(issuer, len(order))
            counts[issuer]["its currency"] += 1
    mentions = {code: sum(n for name, n in count.items() if name.startswith("kind")) for code, count in counts.items()}
    most = max(mentions.values(), default=0)
    found = []
    for code, count in counts.items():
        names = set(order_of(order[code], len(order)))
        if mentions[code] == most:
            names.add("most mentions")
        if not mentions[code] and count["an envoy is there"]:
            names.add("named only as where an envoy is")
        if code in _donors():
            size, largest = _donors()[code], max(_donors().get(other, 0) for other in counts)
            names |= {"gives as a rule", "no other does" if len(_donors().keys() & counts.keys()) == 1 else "others do"}
            names |= {"a larger giver is named" if size < largest else "no larger giver is named"}
        features = {name: 1 + math.log(n) for name, n in count.items()} | dict.fromkeys(names, 1.0)
        found.append(Candidate(code, features, tuple(places[code])))
    return found


def _inside(page: Page) -> Iterator[Name]:
    """The states that are named within another name and that it does not belong to: "Ambassador to Malta"."""
    for name in find_names(page.text):
        if name.kind in FOR_A_STATE and name.code:
            around = [actor for actor in page.actors if actor.start < name.end and name.start < actor.end]
            if all(name.code not in _codes(actor) for actor in around):
                yield name


@cache
def _issuers() -> dict[str, CountryCode]:
    """Currencies that are legal tender in one state only, and which that is."""
    users: dict[str, list[str]] = defaultdict(list)
    for territory, currencies in get_global("territory_currencies").items():
        if country := pycountry.countries.get(alpha_2=territory):
            for code in {code for code, _, until, tender in currencies if tender and until is None}:
                users[code].append(country.alpha_3)
    return {code: CountryCode(states[0]) for code, states in users.items() if len(states) == 1}


def _to_envoy(text: str, start: int) -> bool:
    """Whether the state named from ``start`` on is told to be where an envoy is: "the ambassador to Malta"."""
    return bool(_ENVOY.search(text, max(0, start - _ENVOYS), start))


def gives_as_a_rule(code: CountryCode | None, home: CountryCode | None = None) -> bool:
    """Whether a state is known to give aid, or is the one whose government tells of it (``knowledge/donors.tsv``)."""
    return code is not None and (code == home or code in _donors())


@cache
def _donors() -> dict[str, int]:
    """The states that give as a rule, each with how much it does: from 1 to 3."""
    return {row["code"]: int(row["size"]) for row in read_tsv("donors.tsv")}


def _codes(actor: Actor) -> Iterable[CountryCode]:
    return dict.fromkeys(code for code in (actor.code, *actor.states) if code)


def _at_mention(actor: Actor, seen: Surroundings) -> Iterator[str]:
    span = seen.span(actor.start, actor.end)
    number = seen.sentence_of(span)
    yield f"kind {actor.kind}"
    yield f"kind {actor.kind}, {'first' if number == 0 else 'later'} sentence"
    if actor.kind in ("state", "demonym", "place", "government"):
        yield from seen.around(span)
    else:
        for name in seen._above(span.root):
            yield f"{actor.kind} {name}"
