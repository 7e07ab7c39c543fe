"""Bodies, governments and groups of people: phrases around a noun of ``knowledge/bodies.toml``."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, partial
from typing import Literal

from spacy.tokens import Doc, Token

from dragoman.knowledge import word_set
from dragoman.reading.language import starts_of, text_of
from dragoman.reading.states.gazetteer import OF_A_STATE, Name, find_names

BodyKind = Literal["government", "organisation", "group"]
_NOMINAL = frozenset(("PROPN", "NOUN", "ADJ", "NUM"))
_JOINERS = frozenset(("and", "&"))
_HYPHENS = frozenset(("-", "–", "/"))
_NATIONAL = OF_A_STATE | {"capital", "city", "region"}


@dataclass(frozen=True, slots=True)
class Body:
    """A phrase from token ``first`` to ``last`` (exclusive) around the noun ``head``, with the names within it."""

    first: int
    last: int
    head: int
    kind: BodyKind
    names: tuple[Name, ...]
    bare: bool
    """Whether its state is told by context only: "the Ministry of Health"."""


# How far, in tokens, a sentence is looked at from a word in it: longer ones are tables or noise.
_REACH = 100
# The longest phrase, in tokens, on either side of its head noun.
LONGEST = 40


class Layout:
    """Where sentences and the gazetteer's names lie among the tokens of a document."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = text_of(doc)
        self.names = names = find_names(self.text)
        starts = starts_of(doc)
        self.spans = [(bisect_right(starts, n.start) - 1, bisect_right(starts, n.end - 1)) for n in names]
        self.at = {i: k for k, (first, last) in enumerate(self.spans) for i in range(first, last)}
        self._sentences = [token.i for token in doc if token.is_sent_start] or [0]

    def sentence(self, i: int) -> tuple[int, int]:
        """First token and end of the sentence of token ``i``, as far as it is worth looking at."""
        place = bisect_right(self._sentences, i)
        end = self._sentences[place] if place < len(self._sentences) else len(self.doc)
        return max(self._sentences[place - 1], i - _REACH), min(end, i + _REACH)

    def name_at(self, i: int) -> Name | None:
        """The name that token ``i`` belongs to."""
        k = self.at.get(i)
        return None if k is None else self.names[k]

    def within(self, first: int, last: int) -> tuple[Name, ...]:
        """The names that lie in the tokens ``first`` to ``last``."""
        return tuple(self.names[k] for k in dict.fromkeys(self.at[i] for i in range(first, last) if i in self.at))


_words = partial(word_set, "bodies.toml")


def fields() -> frozenset[str]:
    """Lower-case words that fields of ministries and posts are named with."""
    return word_set("posts.toml", "fields")


def body_words() -> frozenset[str]:
    """Head nouns of organisations, in lower case."""
    return _words("body")


@cache
def _heads() -> dict[str, BodyKind]:
    """Every form of a head noun; a plural of a body is a group of bodies, one minister is no group."""
    found: dict[str, BodyKind] = {}
    posts = word_set("posts.toml", "heads")
    for word in _words("group"):
        for form in (word, _plural(word)):
            if form not in posts:
                found[form] = "group"
    for word in _words("body"):
        found.setdefault(_plural(word), "group")
        found[word] = "organisation"
    for word in _words("government"):
        found.setdefault(_plural(word), "government")
        found[word] = "government"
    return found


def _plural(word: str) -> str:
    return word[:-1] + "ies" if word.endswith("y") and word[-2:-1] not in "aeo" else word + "s"


def find_bodies(layout: Layout) -> Iterator[Body]:
    """The phrases in text order; they may overlap."""
    heads = _heads()
    for token in layout.doc:
        kind = heads.get(token.lower_)
        if kind == "group" and token.pos_ not in ("NOUN", "PROPN"):
            continue
        if kind and (token.i not in layout.at or layout.names[layout.at[token.i]].kind == "organisation"):
            body = _phrase(layout, token, kind)
            if body:
                yield body


def _phrase(layout: Layout, head: Token, kind: BodyKind) -> Body | None:
    doc = layout.doc
    first = _left(layout, head)
    if head.lower_ == "group" and first == head.i and head.is_lower:
        return None  # "a group of Kenyan farmers": the farmers are the group
    last = _right(layout, head, kind)
    while first < head.i and doc[first].is_lower and doc[first].pos_ not in _NOMINAL:
        first += 1
    while first < head.i and (doc[first].is_space or (kind == "organisation" and _introduces(doc[first], head))):
        first += 1
    names = layout.within(first, last)
    national = any(n.kind in _NATIONAL or n.code for n in names)
    proper = is_capitalised(head) and not head.is_sent_start
    if kind == "group":
        return Body(first, last, head.i, kind, names, False) if national and first + 1 < last else None
    if kind == "government":
        bare = not national and proper and head.lower_ == "government"
        return Body(first, last, head.i, kind, names, bare) if national or bare else None
    capitals = sum(is_capitalised(doc[i]) for i in range(first, last))
    bare = not national and head.lower_ in _words("ministry") and is_capitalised(head)
    if national or bare or (is_capitalised(head) and capitals > 1 and last - first > 1):
        return Body(first, last, head.i, kind, names, bare)
    return None


def _introduces(token: Token, head: Token) -> bool:
    """Whether a lower-case word only describes a body that is named in capitals: "the new Trade Council"."""
    return token.is_lower and is_capitalised(head)


def is_capitalised(token: Token) -> bool:
    """Whether the token is written as part of a name."""
    return token.text[0].isupper()


def _left(layout: Layout, head: Token) -> int:
    """The first token of the phrase that ends with ``head``."""
    doc, i = layout.doc, head.i
    edge = max(layout.sentence(i)[0], i - LONGEST)
    proper = is_capitalised(head)
    while i > edge:
        before = doc[i - 1]
        k = layout.at.get(i - 1)
        if k is not None:
            i = layout.spans[k][0]
            if (
                i > edge
                and doc[i - 1].text not in _HYPHENS
                and not is_capitalised(doc[i - 1])
                and not _adjective(doc[i - 1])
            ):
                break
        elif before.is_space and i - 2 >= edge and (i - 2 in layout.at or is_capitalised(doc[i - 2])):
            i -= 1
        elif before.text in ("'s", "’s", "'", "’"):
            if i - 2 not in layout.at:
                break
            i -= 1
        elif (before.text in _HYPHENS and i - 2 >= edge and (doc[i - 2].is_alpha or i - 2 in layout.at)) or (
            is_capitalised(before) and before.pos_ in _NOMINAL and not (before.is_sent_start and before.is_stop)
        ):
            i -= 1
        elif (
            before.lower_ in _JOINERS
            and proper
            and i - 2 >= edge
            and is_capitalised(doc[i - 2])
            and i - 2 not in layout.at
        ):
            i -= 2
        elif _adjective(before):
            i -= 1
        else:
            break
    return i


def _adjective(token: Token) -> bool:
    return token.is_lower and token.is_alpha and token.dep_ in ("amod", "compound", "nmod") and token.pos_ in _NOMINAL


def _right(layout: Layout, head: Token, kind: BodyKind) -> int:
    """The end of the phrase that begins with ``head``: "Ministry of Foreign Affairs", "Embassy of Belarus in Japan"."""
    doc, end = layout.doc, head.i + 1
    edge = min(layout.sentence(head.i)[1], head.i + LONGEST)
    while end < edge and doc[end].lower_.rstrip(".") in ("ltd", "co", "inc", "corporation", "limited", "group"):
        end += 1
        if end + 1 < edge and doc[end].text == "," and doc[end + 1].lower_.rstrip(".") in ("ltd", "inc"):
            end += 1
    links: tuple[str, ...] = ("of", "from", "in") if kind == "group" else ("of", "for", "on")
    if kind == "group" and (head.i - 1 in layout.at or head.lower_ in _words("abroad")):
        links = ("of",)  # "Kenyan farmers in Uganda" are told of beside Uganda, and embassies in Lima are not of Peru
    if (named := layout.name_at(head.i)) is not None and named.kind == "organisation":
        links = ("of",)  # "thanked the World Bank for Peru's loan"
    while end + 1 < edge and doc[end].lower_ in links:
        begin = end + 1
        while begin < edge and doc[begin].lower_ in ("the", "city", "province", "republic", "people", "of", "town"):
            begin += 1
        stop = _run(layout, begin, edge, narrow=kind != "organisation")
        name = layout.name_at(stop - 1)
        if kind != "organisation" and name is not None and name.kind == "adjective":
            noun = doc[stop - 1].head
            stop = noun.i + 1 if stop <= noun.i < stop + 6 else stop
        if stop == begin:
            break
        end = stop
    return end


def _run(layout: Layout, i: int, edge: int, narrow: bool) -> int:
    """The end of a run of names (``narrow``: of the gazetteer only), or of capitalised and field words, from ``i``."""
    doc, begin, end = layout.doc, i, i
    while i < edge:
        token = doc[i]
        k = layout.at.get(i)
        if token.ent_type_ == "PERSON" and k is None and token.lower_ not in fields():
            break
        if i > begin and rank_ahead(doc, i, edge):
            break
        if k is not None:
            end = i = layout.spans[k][1]
            if narrow:
                break
        elif not narrow and (
            (is_capitalised(token) and token.is_alpha) or (token.lower_ in fields() and token.pos_ != "VERB")
        ):
            end = i = i + 1
        elif not narrow and end == i and token.lower_ in ("and", "&", ",", "-", "'s", "’s", "the", "of", "for"):
            i = _joined(layout, i, edge)
            if i == end:
                break
            end = i - 1 if i - 1 > end else end
        else:
            break
    return end


def rank_ahead(doc: Doc, i: int, edge: int) -> bool:
    """Whether a rank and the name of its holder begin at ``i``: "Air Marshal Peter Kamau"."""
    start = i
    while i < edge and is_capitalised(doc[i]) and doc[i].lower_ in word_set("posts.toml", "ranks"):
        i += 1
    return start < i < edge and doc[i].ent_type_ == "PERSON"


def _joined(layout: Layout, i: int, edge: int) -> int:
    """The place after a joining word if another field or capitalised word follows it, else ``i``."""
    doc = layout.doc
    after = i + 1
    if doc[i].text == "," and not _list_ahead(doc, after, edge):
        return i
    if after < edge and doc[after].lower_ in ("and", "the", "&"):
        after += 1
    if after >= edge or after in layout.at:
        return i
    follows = doc[after].lower_ in fields() or (
        doc[i].lower_ in ("of", "for", "-", "'s", "’s") and is_capitalised(doc[after])
    )
    return after if follows else i


def _list_ahead(doc: Doc, i: int, edge: int) -> bool:
    """Whether field words joined by commas and a last "and" begin at ``i``: "Economy, Trade and Industry"."""
    for k in range(i, min(i + 7, edge)):
        word = doc[k].lower_
        if word in _JOINERS:
            return k + 1 < edge and doc[k + 1].lower_ in fields()
        if word != "," and word not in fields():
            return False
    return False


ACRONYM = re.compile(r"\s*\((?:the\s+)?[\"“']?([A-Z][A-Za-z]*[A-Z][A-Za-z]*)[\"”']?\)")
