"""Sides: who acts and on whom, from the parse below a predicate.

Sources stand in the subject (or after "by" in the passive), targets below the predicate; the nearest wins, where
near is counted in steps of the parse, a possessive or an adjective being a shorter step than a clause.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from spacy.tokens import Token

from dragoman.reading.frames.predicate_rules import lists
from dragoman.reading.frames.predicates import SUBJECTS, Predicate, coordinated
from dragoman.reading.news.belonging import (
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
from dragoman.reading.news.doers import NOMINAL, clause_of, dead, deadly, doers_of, is_passive, is_together, words_of
from dragoman.reading.news.nearness import reach

if TYPE_CHECKING:
    from dragoman.reading.people.actors import Actor
    from dragoman.values import CountryCode

# Actors within this distance of the nearest one stand beside it ("to Iran, Libya and Sudan").
_BESIDE = 0.15
# Somebody without a state counts within this distance.
_NAMED = 1.0
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
# Acts that two sides do to each other, if the verb is one of those done together.
_MUTUAL = {"AGREE", "SUPPORT", "COOPERATE", "CONSULT"}
# Acts that send somebody out of a state: "was extradited from", "was ordered out of".
_SENT_OFF = {"COOPERATE", "SANCTION", "COERCE"}
# Those whose passive names who yields: "the withdrawal of Indian troops was completed", "was lifted in Chad".
_YIELDED = {"RETREAT", "CONCEDE"}
# Another state is preferred to a nearer mention of the source's own by this much.
_ABROAD = 1.5


def sides(at: dict[int, Actor], head: Token, act: str, told: str | None = None) -> tuple[list[Actor], list[Actor]]:
    """Sources and targets of the act that ``head`` tells of; ``act`` is its PLOVER type, ``told`` the type under
    future, negation and duty if that is another, ``at`` the actors of the sentence (``by_token``).

    Those who meet with each other, and the visitor and the visited, are all sources.
    """
    return _Telling(at, head, act, told).sides()


class _Telling:
    """One act as its sentence tells it: its predicate, the heads of those who do it, and the words of their phrases."""

    def __init__(self, at: dict[int, Actor], head: Token, act: str, told: str | None) -> None:
        if head.lemma_ == "blame" and head.dep_ == "xcomp" and head.head.lemma_ == "be":
            head = head.head
        self.at, self.act = at, act
        self.head = deadly(head) if act == "ASSAULT" else head
        self.predicate = Predicate(self.head)
        self.scope = list(clause_of(self.head).subtree)
        self.acted_on = is_passive(self.predicate) and act != "MOBILIZE"
        self.doers = self._doers(told)
        self.barred = words_of(self.doers, self.head, self.acted_on)

    def sides(self) -> tuple[list[Actor], list[Actor]]:
        """Sources and targets, each once."""
        sources, targets = self._named()
        sources, targets = self._with_states(sources, targets)
        sources = sources or self._untold(targets)
        targets = self._others(sources, targets)
        own = {a.code for a in sources}
        if self.act == "CONSULT" and sources and is_together(self.predicate):
            return _distinct([*sources, *self._guests(targets, own)]), []
        if len(own) > 1 and self.act in _MUTUAL and self.head.lemma_ in lists()["@mutual"]:
            targets = []
        seen = [t for t in targets if t.code or self.act != "RETREAT"]  # who is given the weapons is no other side
        if not seen and at_home(self.doers, sources, self.at, self.scope, self.act):
            targets = sources
        return _distinct(sources), _distinct(targets)

    def _doers(self, told: str | None) -> list[Token]:
        """The heads of the phrases that name who acts, or who has it done or said."""
        head, found = self.head, doers_of(self.predicate)
        if {self.act, told} & _SPOKEN and not any(d.pos_ in NOMINAL for d in found) and head.dep_ == "ccomp":
            found = Predicate(head.head).subjects
        if self.act == "MOBILIZE" and not found:  # "troops were sent to the border": their state sends them
            found = self.predicate.subjects
        return self._whom_they_speak_for(found)

    def _whom_they_speak_for(self, doers: list[Token]) -> list[Token]:
        """The subject of what is said, if the speaker is of no state: "Chad will strike back, a general warned".

        Who says that another one did wrong accuses him: "Chad said that the vote was rigged".
        """
        head = self.head
        blamed = "behind" in self.predicate.preps or any(c.lemma_ == "blame" for c in head.children)
        wrong = head.lemma_ in lists()["@misdeed"] or (head.lemma_ == "be" and blamed)
        if self.act == "ACCUSE" and head.dep_ == "ccomp" and wrong:
            return Predicate(head.head).subjects
        if self.act not in _VOWED or any(_in_phrase(doer, self.at) for doer in doers):
            return doers
        said = [s for c in head.children if c.dep_ == "ccomp" for s in Predicate(c).subjects if s.head == c]
        return [s for s in said if any(a.code for a in _in_phrase(s, self.at))] or doers

    def _named(self) -> tuple[list[Actor], list[Actor]]:
        """Those whom the phrases of the doers name, and the nearest others; those between whom it happens."""
        sources = [a for doer in self.doers for a in _in_phrase(doer, self.at)]
        targets = self._nearest(sources)
        if self.act == "CONSULT" and self.acted_on and not self.doers:  # "was received in Lisbon"
            sources = placed(self.at, self.scope)[:1] if targets else []
        if self.act == "ASSAULT" and (killed := [a for d in dead(self.head) for a in _in_phrase(d, self.at)]):
            targets = killed
        if not sources:
            sources = _between(self.head, self.at)
            targets = [t for t in targets if t not in sources]
        return sources, targets

    def _with_states(self, sources: list[Actor], targets: list[Actor]) -> tuple[list[Actor], list[Actor]]:
        """The same, where the text tells of which state those are that act, or where it happens."""
        act, at, scope = self.act, self.at, self.scope
        if not any(a.code or international(a) for a in sources):
            if act != "PROTEST" or not targets:  # who protests at nobody else's place does so at home
                sources = with_state(sources, self.doers, at, scope, {a.code for a in targets})
            targets = self._nearest(sources)
        if not sources and act in _UNSIGNED | ({"ACCUSE"} if self.acted_on else set()):
            unnamed = act == "PROTEST" or not any(animate(doer) for doer in self.doers)
            sources = (placed(at, scope) or (targets if unnamed else []))[:1]
        return sources, targets

    def _untold(self, targets: list[Actor]) -> list[Actor]:
        """Who does what is told without them: tanks stand in their state, and a diplomat is expelled from it."""
        there = placed(self.at, self.scope)
        if self.act == "MOBILIZE":
            return (there or targets)[:1]
        if not is_passive(self.predicate):
            return []
        if self.act in _SENT_OFF:
            left = (o for prep in ("from", "out_of") for o in self.predicate.preps.get(prep, ()))
            return [a for o in left for a in _in_phrase(o, self.at)]
        if self.act in _YIELDED:
            return (there or targets)[:1]
        return there[:1] if self.act == "AID" else []

    def _others(self, sources: list[Actor], targets: list[Actor]) -> list[Actor]:
        """The targets without those that are the sources themselves, where the act is none towards oneself."""
        own = {a.code for a in sources}
        if self.act in _YIELDED and not self.doers:
            targets = [t for t in self._nearest(sources) if t.code not in own]
        if self.act in _ABROAD_ONLY:
            targets = [t for t in targets if t.code not in own or t.kind != "place"]
        if self.act in _ONE_SIDED or len(own) > 1:
            targets = [t for t in targets if t.code not in own]
        return targets

    def _guests(self, targets: list[Actor], own: set[CountryCode | None]) -> list[Actor]:
        """Those whom the sources meet; of a place where several of them meet nobody else need come."""
        preps = self.predicate.preps
        if "with" in preps and self.predicate.objects and not self.acted_on:  # "discussed the offer with the cabinet"
            targets = [a for guest in preps["with"] for a in _in_phrase(guest, self.at)]
        several = len(own) > 1 or len(self.doers) > 1
        return [t for t in targets if t.kind != "place"] if several else targets

    def _nearest(
        self, sources: list[Actor], predicate: Predicate | None = None, above: Iterable[int] = ()
    ) -> list[Actor]:
        """The nearest actors below the predicate, or below one further up, whose tokens ``above`` are left out too."""
        predicate, barred = predicate or self.predicate, self.barred | set(above)
        at, act, token = self.at, self.act, predicate.token
        own = {a.code for a in sources}
        if act == "ACCUSE":
            barred |= self._hearers(token, barred, own)
        found, nobody = self._below(token, barred, own)
        elsewhere = not_mere_places(found, at, own, act)
        coded = [(d, at[t.i]) for d, t in (elsewhere or found) if at[t.i].code]
        others = [(d, a) for d, a in coded if a.code not in own]
        if coded and others and others[0][0] <= coded[0][0] + _ABROAD:
            coded = others
        plain = [(d, at[t.i]) for d, t in found if not at[t.i].code]
        if plain and (not coded or plain[0][0] < coded[0][0] - 1):
            return [plain[0][1]]
        if not found and token.pos_ == "NOUN" and token.dep_ == "nsubj":
            return self._nearest(sources, Predicate(token.head), barred | {t.i for t in token.subtree})
        home = next((a for a in sources if a.code), None) if act in AT_HOME else None
        if nobody is not None and stateless(nobody[1]):
            nobody = None
        struck = act == "ASSAULT" and bool(elsewhere) and is_place(elsewhere[0][1])  # the victims are of that place
        if coded and (nobody is None or home is None or struck or coded[0][0] <= nobody[0] + _WORTH):
            return _with_coordinated([a for d, a in coded if d <= coded[0][0] + _BESIDE], at, token)
        if nobody and home and (act not in _BY_STATES or inward(doers_of(predicate), list(token.subtree))):
            return [as_actor(nobody[1], home)]
        return []

    def _below(
        self, token: Token, barred: set[int], own: set[CountryCode | None]
    ) -> tuple[list[tuple[float, Token]], tuple[float, Token] | None]:
        """Those below a word who have a state or are international, and the nearest one of whom no state is told,
        each with its distance."""
        found: list[tuple[float, Token]] = []
        nobody: tuple[float, Token] | None = None
        for distance, word in reach(token, barred, self.act):
            actor = self.at.get(word.i)
            if word.pos_ == "PRON" and actor is not None and actor.code in own:
                continue  # "pulled its troops out"
            if self.act in _UNSIGNED and at_border(word):
                continue
            if actor is not None and (actor.code or international(actor)):
                found.append((distance, word))
            elif nobody is None and word.i != token.i and word.pos_ in ("NOUN", "PROPN") and animate(word):
                nobody = (distance, word)
        return found, nobody

    def _hearers(self, token: Token, barred: set[int], own: set[CountryCode | None]) -> set[int]:
        """The words for whom one complains to, who is not whom one complains of, if that is told too."""
        told = [c for c in token.children if c.lower_ == "to" and c.dep_ in ("prep", "dative")]
        heard = {t.i for c in told for t in c.subtree}
        rest = (self.at[t.i] for _, t in reach(token, barred | heard, self.act) if t.i in self.at and not is_place(t))
        return heard if any(actor.code and actor.code not in own for actor in rest) else set()


def _between(head: Token, at: dict[int, Actor]) -> list[Actor]:
    """Those between whom it happens, where nobody else does it: "fighting broke out between Chad and Sudan"."""
    around = [head, *head.children, *([head.head] if head.dep_ in SUBJECTS else [])]
    preps = [c for token in around for c in token.children if c.lower_ == "between" and c.dep_ == "prep"]
    noun = next((o for prep in preps for o in prep.children if o.dep_ == "pobj"), None)
    return _in_phrase(noun, at) if noun is not None else []


def _in_phrase(head: Token, at: dict[int, Actor]) -> list[Actor]:
    """The nearest actors of a noun phrase, those with a state first; "leaders of the region in Dakar" are of none."""
    if stateless(head):
        at = {i: actor for i, actor in at.items() if not is_place(head.doc[i])}
    coded: list[tuple[float, Actor]] = []
    named: list[Actor] = []
    for distance, token in reach(head, set()):
        if coded and distance > max(_NAMED, coded[0][0] + _BESIDE):
            break
        if token.i in at and at[token.i].code:
            coded.append((distance, at[token.i]))
        elif token.i in at and distance < _NAMED:
            named.append(at[token.i])
    if named and international(named[0]):
        return [named[0]]
    if coded:
        return _with_coordinated([a for d, a in coded if d <= coded[0][0] + _BESIDE], at, head)
    return named[:1]


def _with_coordinated(actors: list[Actor], at: dict[int, Actor], token: Token) -> list[Actor]:
    """The actors and those coordinated with a word of theirs: "US and British forces"."""
    meant = set(actors)
    inside = [token.doc[i] for i, actor in at.items() if actor in meant]
    lists = dict.fromkeys(coordinated(t) for t in inside if t.pos_ in ("ADJ", "PROPN"))
    joined = [at[c.i] for words in lists for c in words if c.i in at and at[c.i].code]
    return _distinct([*actors, *joined])


def _distinct(actors: Iterable[Actor]) -> list[Actor]:
    return list({(a.name, a.code): a for a in actors}.values())
