"""Belonging: of which state those are whom a sentence names without one, and what is only the place.

Rebels are of the state told of, victims of the place; what strikes or frees somebody of no named state is done at
home; a rights group or the leaders of West Africa are of none.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.tokens import Span, Token

from dragoman.reading.frames.predicate_rules import lists
from dragoman.reading.frames.predicates import coordinated, described
from dragoman.reading.news.nearness import CIRCUMSTANCE
from dragoman.reading.states.gazetteer import find_names

if TYPE_CHECKING:
    from dragoman.reading.people.actors import Actor
    from dragoman.values import CountryCode

# Acts that commonly strike the state's own people: nobody's state is the source's then.
AT_HOME = {"RETREAT", "COERCE", "ASSAULT", "CONCEDE", "PROTEST", "ACCUSE", "REQUEST", "THREATEN", "AGREE", "REJECT"}
# Those that always do where nobody abroad is named.
_INWARD = {"COERCE", "ASSAULT", "CONCEDE", "PROTEST"}
# Somebody is preferred to a nearer state that is only the place by this much.
_THERE = 1.5
_ATTITUDE = re.compile(r"\b(?:anti|pro|non|ethnic)[- ]", re.IGNORECASE)
_PLACING = {"in", "at", "inside", "across", "throughout", "near", "outside", "off", "around"}


def international(actor: Actor) -> bool:
    """Whether it is a body that no state is missing from, such as the United Nations."""
    if actor.code or actor.kind != "organisation":
        return False
    return any(name.kind == "organisation" for name in find_names(actor.name))


def animate(token: Token) -> bool:
    """Whether a noun means people, or a body of people."""
    return bool(described(token) & lists()["@people"]) or token.ent_type_ in ("PERSON", "NORP", "ORG")


def stateless(token: Token) -> bool:
    """Whether a phrase names people of no one state: "a rights group", "West African leaders"."""
    abroad = any(c.dep_ == "amod" and c.lower_ in lists()["@regional"] for c in token.children)
    return abroad or bool(described(token) & lists()["@stateless"])


def is_place(token: Token) -> bool:
    """ "in Dili", "in East Timor's capital"."""
    noun = token.head if token.dep_ in ("poss", "appos", "compound", "amod") else token
    if noun.lemma_.lower() in lists()["@extraterritorial"] or (
        noun != token and noun.lemma_.lower() not in lists()["@town"]
    ):
        return False
    near = noun.head.lower_ in _PLACING or (noun.head.lower_ == "of" and noun.head.head.lower_ in lists()["@side"])
    return bool(noun.dep_ == "pobj" and near)


def at_border(token: Token) -> bool:
    """ "on the Thai border" tells where, and not whom it struck."""
    return token.head.lemma_ in ("border", "frontier") and token.dep_ in ("amod", "poss", "compound")


def placed(at: dict[int, Actor], scope: list[Token]) -> list[Actor]:
    """The actors with a state that the sentence gives as the place of what it tells."""
    return [at[t.i] for t in scope if t.i in at and at[t.i].code and is_place(t)]


def not_mere_places(
    found: list[tuple[float, Token]], at: dict[int, Actor], own: set[CountryCode | None], act: str
) -> list[tuple[float, Token]]:
    """What is found without the places, where somebody else is told of too.

    Victims of whom nothing is told are of the place: "Chadian gunmen killed ten people in Sudan".
    """
    people = [(d, t) for d, t in found if not is_place(t)]
    if any(at[t.i].code not in own and d < max(CIRCUMSTANCE, found[0][0] + _THERE) for d, t in people):
        return people
    if act == "ASSAULT" and (abroad := [(d, t) for d, t in found if is_place(t) and at[t.i].code not in own]):
        return abroad
    return [(d, t) for d, t in found if not (at[t.i].kind == "place" and is_place(t))]


def as_actor(token: Token, like: Actor) -> Actor:
    """The phrase of ``token`` as an actor of the state of ``like``."""
    words = [t for t in token.subtree if t.i == token.i or (t.dep_ in ("compound", "amod", "det") and t.head == token)]
    phrase = token.doc[words[0].i : words[-1].i + 1]
    return replace(
        like, start=phrase.start_char, end=phrase.end_char, name=phrase.text, kind="group", post=None, head=token.i
    )


def with_state(
    sources: list[Actor], doers: list[Token], at: dict[int, Actor], scope: list[Token], taken: set[CountryCode | None]
) -> list[Actor]:
    """A person or group without a state takes that of the place told, else of the first actor who is not ``taken``."""
    if not doers or not (sources or animate(doers[0])) or stateless(doers[0]):
        return sources
    if any(t.i in at and international(at[t.i]) for t in doers[0].subtree):
        return sources  # "Kenzo Oshima, the United Nations coordinator"
    named = [a for t in scope if (a := at.get(t.i)) and a.code]
    others = [a for a in named if a.code not in taken]
    # Common nouns ("rebels") without a state are those of the state told of; a person by name need not be.
    own = named if all(t.pos_ != "PROPN" for t in doers[0].subtree) else []
    return [as_actor(doers[0], actor) for actor in (*placed(at, scope), *others, *own)[:1]] or sources


def at_home(doers: list[Token], sources: list[Actor], at: dict[int, Actor], scope: list[Token], act: str) -> bool:
    """Whether nobody abroad can be meant, and the act is one that strikes or frees, or its doers are no government."""
    if len({a.code for a in sources}) != 1 or not sources[0].code:
        return False
    within = act in _INWARD or (act in AT_HOME and inward(doers, scope))
    told = [a for i, a in at.items() if not at_border(scope[0].doc[i])]
    abroad = [a for a in told if a.code != sources[0].code and (a.code or (act != "RETREAT" and international(a)))]
    return within and not abroad  # peacekeepers to whom rebels give up their weapons are no other side


def inward(doers: list[Token], scope: list[Token]) -> bool:
    """Whether those who act are no government, or what is told is a matter within a state."""
    if any(described(doer) & lists()["@within"] for doer in doers):
        return True
    return any(t.lemma_.lower() in lists()["@domestic"] for t in scope)


def by_token(actors: Iterable[Actor], sent: Span) -> dict[int, Actor]:
    """The actors of ``sent`` by the index of each of their tokens; "anti-Syrian" and "ethnic Syrians" name no
    citizens of Syria."""
    found: dict[int, Actor] = {}
    text, offset = sent.text, sent.start_char
    tokens = list(sent)
    starts, ends = [t.idx for t in tokens], [t.idx + len(t) for t in tokens]
    for actor in actors:
        if _is_attitude(actor, text[max(0, actor.start - 7 - offset) : actor.end - offset]):
            continue
        within = tokens[bisect_right(ends, actor.start) : bisect_left(starts, actor.end)]
        found |= {t.i: actor for t in within}
    return {i: _citizen(sent.doc[i], actor, found) for i, actor in found.items()}


def _is_attitude(actor: Actor, words: str) -> bool:
    """Whether what gives the actor its state only tells whom it is for or against, or of what descent it is."""
    said = _ATTITUDE.search(words)
    meant = find_names(words[said.end() :])[:1] if said else []
    return bool(meant and meant[0].start == 0 and meant[0].code == actor.code)


def _citizen(token: Token, actor: Actor, at: dict[int, Actor]) -> Actor:
    """A people named with its state belongs to the state: "Bosnian Serbs", "Turkish Kurds"."""
    if actor.kind != "group" or token.i != actor.head:
        return actor
    own = (c for c in token.children if c.dep_ in ("amod", "compound") and c.i < token.i and len(coordinated(c)) == 1)
    before = [at[c.i] for c in own if c.i in at]
    state = next((a for a in before if a.kind == "demonym" and a.code != actor.code), None)
    return replace(actor, start=state.start, code=state.code, name=f"{state.name} {actor.name}") if state else actor
