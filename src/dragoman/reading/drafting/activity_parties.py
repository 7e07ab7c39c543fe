"""Whose an activity is: who gives, sends or sells, and who gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.knowledge import word_set
from dragoman.models import Party, Role
from dragoman.reading.drafting.choice import gives_as_a_rule
from dragoman.reading.drafting.drafting import accredited_to, both_sides, parties, the_usual_way
from dragoman.reading.frames.frames import Frame
from dragoman.reading.frames.slots import subject_of
from dragoman.reading.page import Page
from dragoman.values import CountryCode

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.reading.people.actors import Actor

AID = ("grant", "loan", "technical_assistance", "in_kind", "debt_relief", "construction")
# In these places of a clause stands who acts; in those it is not said.
_ACTING = ("subject", "agent", "by")
_TELLING_NOTHING = ("modifier", "of", "self")


def parties_of(frame: Frame, page: Page, type_: str) -> tuple[Party, ...]:
    """The parties of the frame as work of ``type_``: who gives, carries it through and gets it, or both sides."""
    giver, taker = _roles(type_)
    verb = frame.head if frame.head.pos_ == "VERB" else frame.verb
    swapped = verb is not None and type_ != "investment" and (_takes(verb) or (type_ in AID and _is_asked_for(verb)))
    hosts = verb is not None and verb.lemma_ in word_set("giving.toml", "hosting")
    swapped = swapped or (type_ == "exchange" and hosts)
    near = [(s, a) for s, a in frame.actors if s != "near"] or frame.actors
    there = accredited_to((actor for _, actor in near), page.text)
    named: list[tuple[Actor, Role]] = []
    for slot, actor in near:
        gives = slot in _ACTING and actor not in there
        if slot in _TELLING_NOTHING:
            gives = type_ not in AID or gives_as_a_rule(actor.code, page.home)
        if type_ in AID and slot == "through":
            named.append((actor, "implementer"))
        elif type_ in AID and slot == "in" and any(s == "object" and a.code != actor.code for s, a in near):
            named.append((actor, giver))  # "interns from Fiji were trained in Norway"
        else:
            named.append((actor, giver if gives != swapped else taker))
    if type_ in AID and verb is not None and _is_each_side(verb) and not any(actor.code for _, actor in near):
        return both_sides((), page, giver, giver)
    found = both_sides(parties(named), page, giver, taker)
    if type_ not in AID:
        return found
    if len({p.role for p in found if p.code}) == 1:
        found = _by_custom(found, page)
    found = _with_the_only_taker(found, page, {actor.code for _, actor in near})
    spends = verb is not None and verb.lemma_ in word_set("giving.toml", "spending")
    acts = any(slot in _ACTING for slot, _ in near) and not spends
    return found if acts else the_usual_way(found, page, giver, taker)


def _with_the_only_taker(found: tuple[Party, ...], page: Page, named: set[CountryCode | None]) -> tuple[Party, ...]:
    """What several give goes, if nobody is said to get it, to the one state of the text that gives none as a rule."""
    told = tuple(p for p in found if p.role != "recipient" or p.code in named or not gives_as_a_rule(p.code, page.home))
    roles = {party.role for party in told}
    takers = {code for _, code in page.states() if not gives_as_a_rule(code, page.home)}
    if "recipient" in roles or "funder" not in roles or len(takers) != 1:
        return found
    (code,) = takers
    known = any(party.code == code for party in told)
    return found if known else (*told, Party(name=code.country, code=code, role="recipient"))


def _is_each_side(verb: Token) -> bool:
    """Whether both of two sides are said to act: "each side will pay 5 million"."""
    subject = subject_of(verb)
    if subject is None or subject.lemma_.lower() not in word_set("giving.toml", "sides"):
        return False
    return any(child.lower_ in ("each", "both", "two") for child in subject.children)


def _takes(verb: Token) -> bool:
    """Whether the subject gets something: "received ten buses", "took delivery of ten buses"."""
    of = {child.lemma_.lower() for child in verb.children if child.dep_ == "dobj"}
    taken = verb.lemma_ == "take" and not of.isdisjoint(word_set("giving.toml", "taken"))
    return taken or verb.lemma_ in word_set("giving.toml", "taking") or _refuses(verb, of)


def _refuses(verb: Token, of: set[str]) -> bool:
    """Whether the subject does not want what it is offered: "turned down ten buses"; a giver refuses a request."""
    particle = next((child.lower_ for child in verb.children if child.dep_ == "prt"), "")
    refused = f"{verb.lemma_} {particle}".strip() in word_set("giving.toml", "refusing")
    to_others = any(child.dep_ == "dative" for child in verb.children)
    return refused and bool(of) and not to_others and of.isdisjoint(word_set("giving.toml", "asked_of_givers"))


def _is_asked_for(verb: Token) -> bool:
    """Whether the subject asks for help: "requested a loan", "asked the bank to consider a loan"."""
    above = verb.head if verb.dep_ in ("xcomp", "ccomp") else verb
    asking = word_set("giving.toml", "asking")
    return verb.lemma_ in asking or (above.lemma_ in asking and subject_of(verb) == subject_of(above))


def _by_custom(found: tuple[Party, ...], page: Page) -> tuple[Party, ...]:
    """Where all stand on one side ("both governments signed the grant"): who gives as a rule gives to who does not."""
    gives = {p.code: gives_as_a_rule(p.code, page.home) for p in found if p.code}
    if len(set(gives.values())) < _SIDES:
        return found
    roles: dict[bool, Role] = {True: "funder", False: "recipient"}
    return tuple(p.model_copy(update={"role": roles[gives[p.code]]}) if p.code else p for p in found)


_SIDES = 2


def _roles(type_: str) -> tuple[Role, Role]:
    if type_ in AID:
        return "funder", "recipient"
    if type_ == "trade":
        return "exporter", "importer"
    if type_ == "investment":
        return "source", "recipient"
    if type_ == "exchange":
        return "source", "host"
    return "participant", "participant"
