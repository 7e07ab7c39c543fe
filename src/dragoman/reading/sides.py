"""Sides: who acts and on whom, from the parse below a predicate.

Sources stand in the subject (or after "by" in the passive), targets below the predicate; the nearest wins, where
near is counted in steps of the parse, a possessive or an adjective being a shorter step than a clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from heapq import heappop, heappush
from typing import TYPE_CHECKING

from spacy.tokens import Span, Token

from dragoman.reading.gazetteer import find_names
from dragoman.reading.predicate_rules import lists
from dragoman.reading.predicates import SUBJECTS, Predicate, described

if TYPE_CHECKING:
    from dragoman.reading.actors import Actor
    from dragoman.values import CountryCode

# How far one step down the parse is, by the label of the dependency and for prepositions by the word.
_STEPS = {
    "dobj": 1.0, "dative": 0.5, "nsubjpass": 0.3, "nsubj": 0.3, "xcomp": 1.0, "ccomp": 1.0, "pcomp": 0.5, "pobj": 0.0,
    "poss": 0.6, "amod": 0.6, "compound": 0.6, "nmod": 0.6, "npadvmod": 2.5, "conj": 0.05, "appos": 1.0, "acl": 2.0,
    "relcl": 3.0, "advcl": 4.5, "agent": 1.0, "attr": 1.0, "acomp": 1.0, "oprd": 1.0, "prt": 0.5, "advmod": 1.0,
}  # fmt: skip
_PREPOSITIONS = {
    "against": 0.3, "to": 0.8, "with": 0.8, "on": 0.8, "upon": 0.8, "at": 1.0, "from": 1.2, "of": 0.8, "for": 1.2,
    "between": 0.6, "toward": 0.8, "towards": 0.8, "by": 1.5, "into": 1.2, "in": 1.8, "over": 1.8,
}  # fmt: skip
_CIRCUMSTANCE = 6.0
_FAR = 8.0
# Actors within this distance of the nearest one stand beside it ("to Iran, Libya and Sudan").
_BESIDE = 0.3
# A named state is preferred to a nearer person or body without one by this much.
_WORTH = 4.5
# Acts whose target is never the state itself.
_ONE_SIDED = {"MOBILIZE"}
# Acts that commonly strike the state's own people: nobody's state is the source's then.
_AT_HOME = {"RETREAT", "COERCE", "ASSAULT", "CONCEDE", "PROTEST", "ACCUSE", "REQUEST", "THREATEN"}
# Acts of speech: where the clause names no doer, the speaker does it ("lifting it is out of the question, X said").
_SPOKEN = {"REJECT", "ACCUSE", "REQUEST", "AGREE", "THREATEN"}
# Acts of speech about what the speaker's own side will do.
_VOWED = {"THREATEN", "AGREE", "REJECT"}
_ATTITUDE = re.compile(r"\b(?:anti|pro|non)[- ]", re.IGNORECASE)
# Another state is preferred to a nearer mention of the source's own by this much.
_ABROAD = 1.5
_NOMINAL = ("NOUN", "PROPN", "PRON")
_FOREIGN = {"embassy", "consulate", "mission", "legation"}  # stand in one state and are of another
_PLACING = {"in", "at", "inside", "across", "throughout", "near", "outside"}


def sides(
    at: dict[int, Actor], sent: Span, head: Token, act: str, told: str | None = None
) -> tuple[list[Actor], list[Actor]]:
    """Sources and targets of the act that ``head`` tells of; ``act`` is its PLOVER type, ``told`` the type under
    future, negation and duty if that is another, ``at`` the actors of the sentence (``by_token``).

    Those who meet with each other, and the visitor and the visited, are all sources.
    """
    predicate = Predicate(head)
    doers = _doers(predicate)
    scope = list(head.subtree)
    if {act, told} & _SPOKEN and not any(d.pos_ in _NOMINAL for d in doers) and head.dep_ == "ccomp":
        doers = Predicate(head.head).subjects
    doers = _whom_they_speak_for(head, doers, at, act)
    sources = [a for doer in doers for a in _in_phrase(doer, at)]
    barred = set() if _passive(predicate) else {t.i for s in _own_subjects(head) for t in s.subtree}
    barred |= {t.i for doer in doers if doer.i != head.i and doer in head.subtree for t in doer.subtree}
    targets = _targets(predicate, at, barred, sources, act)
    if not doers and act in ("ASSAULT", "COERCE"):
        sources = _placed(at, scope)[:1]
    if not sources:
        sources = _between(head, at)
        targets = [t for t in targets if t not in sources]
    if not any(a.code or _international(a) for a in sources):
        sources = _with_state(sources, doers, at, scope, {a.code for a in targets})
        targets = _targets(predicate, at, barred, sources, act)
    own = {a.code for a in sources}
    if act in _ONE_SIDED or len(own) > 1:
        targets = [t for t in targets if t.code not in own]
    if act == "CONSULT" and sources and _together(predicate):
        return _distinct([*sources, *targets]), []
    return _distinct(sources), _distinct(targets)


def _whom_they_speak_for(head: Token, doers: list[Token], at: dict[int, Actor], act: str) -> list[Token]:
    """The subject of what is said, if the speaker is of no state: "Chad will strike back, a general warned"."""
    if act not in _VOWED or any(_in_phrase(doer, at) for doer in doers):
        return doers
    said = [s for c in head.children if c.dep_ == "ccomp" for s in Predicate(c).subjects if s.head == c]
    return [s for s in said if any(a.code for a in _in_phrase(s, at))] or doers


def _between(head: Token, at: dict[int, Actor]) -> list[Actor]:
    """Those between whom it happens, where nobody else does it: "fighting broke out between Chad and Sudan"."""
    around = [head, *head.children, *([head.head] if head.dep_ in SUBJECTS else [])]
    preps = [c for token in around for c in token.children if c.lower_ == "between" and c.dep_ == "prep"]
    noun = next((o for prep in preps for o in prep.children if o.dep_ == "pobj"), None)
    return _in_phrase(noun, at) if noun is not None else []


def by_token(actors: Iterable[Actor], sent: Span) -> dict[int, Actor]:
    """The actors of ``sent`` by the index of each of their tokens; "anti-Syrian" names no Syrian."""
    found: dict[int, Actor] = {}
    text, offset = sent.text, sent.start_char
    for actor in actors:
        if _ATTITUDE.search(text[max(0, actor.start - 5 - offset) : actor.end - offset]):
            continue
        found |= {t.i: actor for t in sent if actor.start < t.idx + len(t) and t.idx < actor.end}
    return {i: _citizen(sent.doc[i], actor, found) for i, actor in found.items()}


def _citizen(token: Token, actor: Actor, at: dict[int, Actor]) -> Actor:
    """A people named with its state belongs to the state: "Bosnian Serbs", "Turkish Kurds"."""
    if actor.kind != "group" or token.i != actor.head:
        return actor
    own = (c for c in token.children if c.dep_ in ("amod", "compound") and c.i < token.i and not c.conjuncts)
    before = [at[c.i] for c in own if c.i in at]
    state = next((a for a in before if a.kind == "demonym" and a.code != actor.code), None)
    return replace(actor, start=state.start, code=state.code, name=f"{state.name} {actor.name}") if state else actor


def _together(predicate: Predicate) -> bool:
    """Whether those who meet do so as equals, or one visits the other; "hosted the minister" has a target."""
    if "with" in predicate.preps or predicate.token.lemma_ == "visit":
        return True
    return not any(o.dep_ == "dobj" for o in predicate.objects)


def _international(actor: Actor) -> bool:
    """Whether it is a body that no state is missing from, such as the United Nations."""
    if actor.code or actor.kind != "organisation":
        return False
    return any(name.kind == "organisation" for name in find_names(actor.name))


def _passive(predicate: Predicate) -> bool:
    """Whether the subject is acted on; "is committed to", "was prepared" only describe it."""
    return predicate.passive and predicate.token.lemma_ not in lists()["@stative"]


def _own_subjects(head: Token) -> list[Token]:
    return [c for c in head.children if c.dep_ in SUBJECTS and c.pos_ in _NOMINAL]


def _doers(predicate: Predicate) -> list[Token]:
    """Heads of the phrases that name who acts."""
    token = predicate.token
    if token.pos_ == "NOUN" and token.dep_ not in ("ROOT", "attr"):
        near = [c for c in token.children if c.dep_ in ("poss", "amod", "compound", "nmod")]
        return [*predicate.preps.get("by", []), *near] or predicate.subjects
    if _passive(predicate):
        return predicate.preps.get("by", [])
    return predicate.subjects


def _reach(start: Token, barred: set[int], act: str = "") -> Iterable[tuple[float, Token]]:
    """The tokens below ``start`` in order of their distance."""
    queue = [(0.0, start.i)]
    seen = {start.i}
    while queue:
        distance, i = heappop(queue)
        token = start.doc[i]
        yield distance, token
        for child in token.children:
            if child.i in seen or child.i in barred or child.is_punct:
                continue
            seen.add(child.i)
            step = _step(child, act) if token is not start or child.dep_ != "nsubj" else 1.0
            if distance + step <= _FAR:
                heappush(queue, (distance + step, child.i))


def _step(child: Token, act: str) -> float:
    if child.lower_ == "according":
        return _FAR
    if act == "THREATEN" and child.dep_ == "advcl" and any(c.lower_ in ("if", "unless") for c in child.children):
        return 1.0
    if child.dep_ in ("prep", "agent", "dative") and child.pos_ in ("ADP", "SCONJ", "PART"):
        return (
            _PREPOSITIONS.get(child.lower_, 2.5)
            if child.lower_ not in ("after", "since", "because", "before", "during", "despite")
            else _CIRCUMSTANCE
        )
    return _STEPS.get(child.dep_, 2.0)


def _in_phrase(head: Token, at: dict[int, Actor]) -> list[Actor]:
    """The nearest actors of a noun phrase, those with a state first."""
    near: list[tuple[float, Actor]] = [(d, at[t.i]) for d, t in _reach(head, set()) if t.i in at]
    coded = [(d, a) for d, a in near if a.code]
    named = [(d, a) for d, a in near if not a.code and d < 1.0]
    if named and _international(named[0][1]):
        return [named[0][1]]
    if coded:
        return _with_coordinated([a for d, a in coded if d <= coded[0][0] + _BESIDE], at, head)
    return [named[0][1]] if named else []


def _with_coordinated(actors: list[Actor], at: dict[int, Actor], token: Token) -> list[Actor]:
    """The actors and those coordinated with a word of theirs: "US and British forces"."""
    inside = [token.doc[i] for i, actor in at.items() if actor in actors]
    joined = [at[c.i] for t in inside if t.pos_ in ("ADJ", "PROPN") for c in t.conjuncts if c.i in at and at[c.i].code]
    return _distinct([*actors, *joined])


def _with_state(
    sources: list[Actor], doers: list[Token], at: dict[int, Actor], scope: list[Token], taken: set[CountryCode | None]
) -> list[Actor]:
    """A person or group without a state takes that of the place told, else of the first actor who is not ``taken``."""
    if not doers or not (sources or _animate(doers[0])):
        return sources
    named = [a for t in scope if (a := at.get(t.i)) and a.code]
    others = [a for a in named if a.code not in taken]
    # Common nouns ("rebels") without a state are those of the state told of; a person by name need not be.
    own = named if all(t.pos_ != "PROPN" for t in doers[0].subtree) else []
    return [_named(doers[0], actor) for actor in (*_placed(at, scope), *others, *own)[:1]] or sources


def _placed(at: dict[int, Actor], scope: list[Token]) -> list[Actor]:
    """The actors with a state that the sentence gives as the place of what it tells."""
    return [at[t.i] for t in scope if t.i in at and at[t.i].code and _is_place(t)]


def _is_place(token: Token) -> bool:
    """ "in Dili", "in East Timor's capital"."""
    noun = token.head if token.dep_ in ("poss", "appos", "compound", "amod") else token
    if noun.lemma_.lower() in _FOREIGN:
        return False
    return bool(noun.dep_ == "pobj" and noun.head.lower_ in _PLACING)


def _named(token: Token, like: Actor) -> Actor:
    """The phrase of ``token`` as an actor of the state of ``like``."""
    words = [t for t in token.subtree if t.i == token.i or (t.dep_ in ("compound", "amod", "det") and t.head == token)]
    phrase = token.doc[words[0].i : words[-1].i + 1]
    return replace(
        like, start=phrase.start_char, end=phrase.end_char, name=phrase.text, kind="group", post=None, head=token.i
    )


def _animate(token: Token) -> bool:
    return bool(described(token) & lists()["@people"]) or token.ent_type_ in ("PERSON", "NORP", "ORG")


def _targets(
    predicate: Predicate, at: dict[int, Actor], barred: set[int], sources: list[Actor], act: str
) -> list[Actor]:
    """The nearest actors below the predicate; ``barred`` are the tokens of the subject."""
    if act == "ACCUSE":  # whom one complains to is not whom one complains of
        told = [c for c in predicate.token.children if c.lower_ == "to" and c.dep_ in ("prep", "dative")]
        barred = barred | {t.i for c in told for t in c.subtree}
    own = {a.code for a in sources}
    found: list[tuple[float, Token]] = []
    nobody: tuple[float, Token] | None = None
    for distance, token in _reach(predicate.token, barred, act):
        if token.i in at and (at[token.i].code or _international(at[token.i])):
            found.append((distance, token))
        elif nobody is None and token.i != predicate.token.i and token.pos_ in ("NOUN", "PROPN") and _animate(token):
            nobody = (distance, token)
    elsewhere = [(d, t) for d, t in found if not (at[t.i].kind == "place" and _is_place(t))]
    coded = [(d, at[t.i]) for d, t in (elsewhere or found) if at[t.i].code]
    others = [(d, a) for d, a in coded if a.code not in own]
    if coded and others and others[0][0] <= coded[0][0] + _ABROAD:
        coded = others
    plain = [(d, at[t.i]) for d, t in found if not at[t.i].code]
    if plain and (not coded or plain[0][0] < coded[0][0] - 1):
        return [plain[0][1]]
    if not found and predicate.token.pos_ == "NOUN" and predicate.token.dep_ == "nsubj":
        return _targets(
            Predicate(predicate.token.head), at, barred | {t.i for t in predicate.token.subtree}, sources, act
        )
    home = next((a for a in sources if a.code), None) if act in _AT_HOME else None
    if coded and (nobody is None or home is None or coded[0][0] <= nobody[0] + _WORTH):
        return _with_coordinated([a for d, a in coded if d <= coded[0][0] + _BESIDE], at, predicate.token)
    return [_named(nobody[1], home)] if nobody and home else []


def _distinct(actors: Iterable[Actor]) -> list[Actor]:
    return list({(a.name, a.code): a for a in actors}.values())
