"""Sides: who acts and on whom, from the parse below a predicate.

Sources stand in the subject (or after "by" in the passive), targets below the predicate; the nearest wins, where
near is counted in steps of the parse, a possessive or an adjective being a shorter step than a clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.tokens import Span, Token

from dragoman.reading.belonging import (
    AT_HOME,
    animate,
    as_actor,
    at_border,
    at_home,
    international,
    inward,
    is_place,
    not_mere_places,
    placed,
    stateless,
    with_state,
)
from dragoman.reading.gazetteer import find_names
from dragoman.reading.nearness import reach
from dragoman.reading.predicate_rules import lists
from dragoman.reading.predicates import SUBJECTS, Predicate

if TYPE_CHECKING:
    from dragoman.reading.actors import Actor

# Actors within this distance of the nearest one stand beside it ("to Iran, Libya and Sudan").
_BESIDE = 0.15
# A named state is preferred to a nearer person or body without one by this much.
_WORTH = 4.5
# Acts whose target is never the state itself.
_ONE_SIDED = {"MOBILIZE"}
# Those whose target is abroad, and no place at home.
_ABROAD_ONLY = {"COOPERATE", "SUPPORT", "AGREE", "AID"}
# Those that a government commonly does towards the world at large.
_BY_STATES = {"AGREE", "REJECT", "REQUEST"}
# Acts that are often told without those who do them, who are of the place then.
_UNSIGNED = {"ASSAULT", "COERCE", "PROTEST"}
# Acts of speech: where the clause names no doer, the speaker does it ("lifting it is out of the question, X said").
_SPOKEN = {"REJECT", "ACCUSE", "REQUEST", "AGREE", "THREATEN"}
# Acts of speech about what the speaker's own side will do.
_VOWED = {"THREATEN", "AGREE", "REJECT"}
_ATTITUDE = re.compile(r"\b(?:anti|pro|non|ethnic)[- ]", re.IGNORECASE)
# Acts that two sides do to each other, if the verb is one of those done together.
_MUTUAL = {"AGREE", "SUPPORT", "COOPERATE", "CONSULT"}
# Another state is preferred to a nearer mention of the source's own by this much.
_ABROAD = 1.5
_NOMINAL = ("NOUN", "PROPN", "PRON")


def sides(
    at: dict[int, Actor], sent: Span, head: Token, act: str, told: str | None = None
) -> tuple[list[Actor], list[Actor]]:
    """Sources and targets of the act that ``head`` tells of; ``act`` is its PLOVER type, ``told`` the type under
    future, negation and duty if that is another, ``at`` the actors of the sentence (``by_token``).

    Those who meet with each other, and the visitor and the visited, are all sources.
    """
    predicate = Predicate(head)
    doers = _doers(predicate)
    scope = list(_clause(head).subtree)
    if {act, told} & _SPOKEN and not any(d.pos_ in _NOMINAL for d in doers) and head.dep_ == "ccomp":
        doers = Predicate(head.head).subjects
    if act == "MOBILIZE" and not doers:  # "troops were sent to the border": their state sends them
        doers = predicate.subjects
    doers = _whom_they_speak_for(head, doers, at, act)
    sources = [a for doer in doers for a in _in_phrase(doer, at)]
    acted_on = _passive(predicate) and act != "MOBILIZE"
    barred = set() if acted_on else {t.i for s in _own_subjects(head) for t in s.subtree if s in doers}
    barred |= {t.i for doer in doers if doer.i != head.i and doer in head.subtree for t in doer.subtree}
    targets = _targets(predicate, at, barred, sources, act)
    if not sources:
        sources = _between(head, at)
        targets = [t for t in targets if t not in sources]
    if not any(a.code or international(a) for a in sources):
        if act != "PROTEST" or not targets:  # who protests at nobody else's place does so at home
            sources = with_state(sources, doers, at, scope, {a.code for a in targets})
        targets = _targets(predicate, at, barred, sources, act)
    if not sources and act in _UNSIGNED | ({"ACCUSE"} if acted_on else set()):
        unnamed = act == "PROTEST" or not any(animate(doer) for doer in doers)
        sources = (placed(at, scope) or (targets if unnamed else []))[:1]
    own = {a.code for a in sources}
    if act in _ABROAD_ONLY:
        targets = [t for t in targets if t.code not in own or t.kind != "place"]
    if act in _ONE_SIDED or len(own) > 1:
        targets = [t for t in targets if t.code not in own]
    if act == "CONSULT" and sources and _together(predicate):
        if "with" in predicate.preps and predicate.objects:  # "discussed the Iranian offer with the cabinet"
            targets = [a for guest in predicate.preps["with"] for a in _in_phrase(guest, at)]
        guests = [t for t in targets if t.kind != "place"] if len(own) > 1 else targets
        return _distinct([*sources, *guests]), []
    if len(own) > 1 and act in _MUTUAL and predicate.token.lemma_ in lists()["@mutual"]:
        targets = []
    if not targets and at_home(doers, sources, at, scope, act):
        targets = sources
    return _distinct(sources), _distinct(targets)


def _clause(head: Token) -> Token:
    """The verb that an event noun stands with: "riots broke out in Kano"."""
    return head.head if head.pos_ == "NOUN" and head.dep_ in (*SUBJECTS, "dobj") else head


def _whom_they_speak_for(head: Token, doers: list[Token], at: dict[int, Actor], act: str) -> list[Token]:
    """The subject of what is said, if the speaker is of no state: "Chad will strike back, a general warned".

    Who says that another one did wrong accuses him: "Chad said that the vote was rigged".
    """
    wrong = head.lemma_ in lists()["@misdeed"] or (head.lemma_ == "be" and "behind" in Predicate(head).preps)
    if act == "ACCUSE" and head.dep_ == "ccomp" and wrong:
        return Predicate(head.head).subjects
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
    """The actors of ``sent`` by the index of each of their tokens; "anti-Syrian" and "ethnic Syrians" name no
    citizens of Syria."""
    found: dict[int, Actor] = {}
    text, offset = sent.text, sent.start_char
    for actor in actors:
        if _is_attitude(actor, text[max(0, actor.start - 7 - offset) : actor.end - offset]):
            continue
        found |= {t.i: actor for t in sent if actor.start < t.idx + len(t) and t.idx < actor.end}
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
    own = (c for c in token.children if c.dep_ in ("amod", "compound") and c.i < token.i and not c.conjuncts)
    before = [at[c.i] for c in own if c.i in at]
    state = next((a for a in before if a.kind == "demonym" and a.code != actor.code), None)
    return replace(actor, start=state.start, code=state.code, name=f"{state.name} {actor.name}") if state else actor


def _together(predicate: Predicate) -> bool:
    """Whether those who meet do so as equals, or one visits the other; "hosted the minister" has a target."""
    if any(t.lemma_ in ("mediate", "mediation") for t in predicate.token.subtree):
        return False
    return "with" in predicate.preps or predicate.token.lemma_ not in lists()["@hosting"]


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


def _in_phrase(head: Token, at: dict[int, Actor]) -> list[Actor]:
    """The nearest actors of a noun phrase, those with a state first."""
    near: list[tuple[float, Actor]] = [(d, at[t.i]) for d, t in reach(head, set()) if t.i in at]
    coded = [(d, a) for d, a in near if a.code]
    named = [(d, a) for d, a in near if not a.code and d < 1.0]
    if named and international(named[0][1]):
        return [named[0][1]]
    if coded:
        return _with_coordinated([a for d, a in coded if d <= coded[0][0] + _BESIDE], at, head)
    return [named[0][1]] if named else []


def _with_coordinated(actors: list[Actor], at: dict[int, Actor], token: Token) -> list[Actor]:
    """The actors and those coordinated with a word of theirs: "US and British forces"."""
    inside = [token.doc[i] for i, actor in at.items() if actor in actors]
    joined = [at[c.i] for t in inside if t.pos_ in ("ADJ", "PROPN") for c in t.conjuncts if c.i in at and at[c.i].code]
    return _distinct([*actors, *joined])


def _targets(
    predicate: Predicate, at: dict[int, Actor], barred: set[int], sources: list[Actor], act: str
) -> list[Actor]:
    """The nearest actors below the predicate; ``barred`` are the tokens of the subject."""
    if act == "ACCUSE":  # whom one complains to is not whom one complains of, if that is told too
        told = [c for c in predicate.token.children if c.lower_ == "to" and c.dep_ in ("prep", "dative")]
        heard = {t.i for c in told for t in c.subtree}
        if any(t.i in at and at[t.i].code and not is_place(t) for _, t in reach(predicate.token, barred | heard, act)):
            barred = barred | heard
    own = {a.code for a in sources}
    found: list[tuple[float, Token]] = []
    nobody: tuple[float, Token] | None = None
    for distance, token in reach(predicate.token, barred, act):
        if token.pos_ == "PRON" and token.i in at and at[token.i].code in own:
            continue  # "pulled its troops out"
        if act in _UNSIGNED and at_border(token):
            continue
        if token.i in at and (at[token.i].code or international(at[token.i])):
            found.append((distance, token))
        elif nobody is None and token.i != predicate.token.i and token.pos_ in ("NOUN", "PROPN") and animate(token):
            nobody = (distance, token)
    elsewhere = not_mere_places(found, at, own, act)
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
    home = next((a for a in sources if a.code), None) if act in AT_HOME else None
    if nobody is not None and stateless(nobody[1]):
        nobody = None
    struck = act == "ASSAULT" and bool(elsewhere) and is_place(elsewhere[0][1])  # the victims are of that place
    if coded and (nobody is None or home is None or struck or coded[0][0] <= nobody[0] + _WORTH):
        return _with_coordinated([a for d, a in coded if d <= coded[0][0] + _BESIDE], at, predicate.token)
    if nobody and home and (act not in _BY_STATES or inward(_doers(predicate), list(predicate.token.subtree))):
        return [as_actor(nobody[1], home)]
    return []


def _distinct(actors: Iterable[Actor]) -> list[Actor]:
    return list({(a.name, a.code): a for a in actors}.values())
