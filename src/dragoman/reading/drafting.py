"""What the kinds share when a frame becomes an entry: title, parties, date, place and evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from dragoman.models import Evidence, Party, Place, Role, Stage
from dragoman.reading.frames import Frame, noun_phrase
from dragoman.reading.page import Page
from dragoman.values import Edtf

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.reading.actors import Actor

_FIRST_PERSON = {"i", "we", "us", "me", "our", "my", "ours"}


def title_of(frame: Frame, page: Page) -> str:
    """A short label: the words of the phrase, with the actors' names for the pronouns."""
    return label(frame.core, page)


def label(words: list[Token], page: Page) -> str:
    """The words, joined as they stand, pronouns replaced by the names of those that they stand for."""
    stand_ins = {a.start: a for a in page.actors}
    parts: list[str] = []
    last: Token | None = None
    for token in _without_fringe(words):
        if last is not None and last.i + 1 != token.i:
            parts.append(" ")
        last = token
        if token.tag_ in ("WDT", "WP") and token.dep_ in ("nsubj", "nsubjpass", "dobj"):
            parts.append(_antecedent(token))
            continue
        actor = stand_ins.get(token.idx) if token.pos_ == "PRON" else None
        if token.dep_ == "det" and token.lower_ in ("the", "a", "an", "this", "these", "that") and not parts:
            continue
        if actor is not None:
            parts.append(actor.name + ("’s " if token.dep_ == "poss" else " "))
        elif token.pos_ == "PRON" and token.lower_ in _FIRST_PERSON and page.home:
            parts.append(page.home.country + ("’s " if token.dep_ == "poss" else " "))
        else:
            parts.append(token.text + (" " if token.whitespace_ else ""))
    text = re.sub(r"\s*\([^()]*$", "", re.sub(r"\s+", " ", "".join(parts)))
    text = re.sub(r"\s+(?=[,.;:)])", "", text).strip(" ,.;:–-*|")
    return text[:1].upper() + text[1:] if text else " ".join(t.text for t in words)


_FRINGE = {"ADP", "CCONJ", "SCONJ", "PUNCT", "PART", "SPACE", "ADV"}
_SETTING = {"prep", "npadvmod", "advmod", "mark"}  # what tells when and where, at the head of a clause


def _without_fringe(words: list[Token]) -> list[Token]:
    """The words without what leads up to them: "In 2023, ", "a week earlier, ", "after which"."""
    while words and (words[0].pos_ in _FRINGE or _leads_up(words[0])):
        top = words[0]
        while top.dep_ not in _SETTING and top.head != top and top.head in words:
            top = top.head
        aside = {t.i for t in top.subtree} if top.dep_ in _SETTING else {words[0].i}
        rest = [t for t in words if t.i not in aside]
        words = rest if len(rest) > 1 else words[1:]
    return words


def _leads_up(token: Token) -> bool:
    """Whether the token opens a phrase of time before the clause, or a relative clause that it is no part of."""
    if token.tag_ in ("WDT", "WP", "WRB"):
        return token.dep_ not in ("nsubj", "nsubjpass", "dobj")
    return any(t.dep_ == "npadvmod" and t.i >= token.i for t in (token, token.head))


def _antecedent(pronoun: Token) -> str:
    """The noun that a relative pronoun stands for, with its modifiers."""
    for token in pronoun.ancestors:
        if token.dep_ == "relcl":
            return " ".join(t.text for t in noun_phrase(token.head, 10)) + " "
    return ""


def evidence_of(frame: Frame, page: Page) -> tuple[Evidence, ...]:
    """The clause that the frame stands in, without white space at its ends."""
    return (trim(page.text, frame.start, frame.end),)


def trim(text: str, start: int, end: int) -> Evidence:
    """The stretch from ``start`` to ``end`` of ``text`` without the white space around it."""
    quote = text[start:end]
    return Evidence(start=start + len(quote) - len(quote.lstrip()), end=start + len(quote.rstrip()))


def parties(named: Iterable[tuple[Actor, Role]], *, keep_all: bool = False) -> tuple[Party, ...]:
    """Each actor once, in its first role; a bare demonym gives way to a fuller name of the same state and role.

    A place takes part only where one is visited, helped or acted upon, unless ``keep_all`` says otherwise.
    """
    found: dict[tuple[str, str | None], Party] = {}
    for actor, role in named:
        if actor.kind == "place" and role not in ("host", "recipient", "target") and not keep_all:
            continue
        name = actor.code.country if actor.kind == "demonym" and actor.code else actor.name
        key = (name.casefold(), role if keep_all else actor.code)
        if key not in found:
            found[key] = Party(name=name, code=actor.code, role=role)
    return tuple(found.values() if keep_all else _without_doubles(list(found.values())))


def _without_doubles(found: list[Party]) -> Iterator[Party]:
    for party in found:
        plain = party.code is not None and party.name == party.code.country
        if plain and any(other is not party and other.code == party.code for other in found):
            continue
        yield party


def both_sides(found: tuple[Party, ...], page: Page, first: Role, second: Role) -> tuple[Party, ...]:
    """The parties, and where they name fewer than two states, those of the pair that the text is about.

    What a release of one government tells of "us" and "both countries" is between it and its partner.
    """
    codes = {p.code for p in found if p.code}
    if len(codes) >= 2:
        return found
    sides = page.pair or ((page.home,) if page.home else ())
    missing = [code for code in sides if code not in codes]
    if page.home and len(codes) + len(missing) > 2:
        missing = [code for code in missing if code == page.home]
    roles = [p.role for p in found]
    extra = []
    for code in missing[: 2 - len(codes)]:
        role = first if first not in roles or code == page.home else second
        extra.append(Party(name=code.country, code=code, role=role))
        roles.append(role)
    return (
        *(e for e in extra if e.role == first != second),
        *found,
        *(e for e in extra if not e.role == first != second),
    )


_TIMES = ("date", "range")


def date_of(frame: Frame, stage: Stage) -> Edtf | None:
    """The date that the frame's clause gives, the one nearest to its head.

    "By the end of the year" is a date for what is still to come alone, "since 2004" for what goes on.
    """
    kinds = {"planned": (*_TIMES, "until"), "proposed": (*_TIMES, "until"), "underway": (*_TIMES, "since")}
    usable = [d for d in frame.dates if d.edtf and d.kind in kinds.get(stage, _TIMES)]
    return min(usable, key=lambda d: abs(d.start - frame.head.idx)).edtf if usable else None


def place_of(frame: Frame, who: tuple[Party, ...] = (), where: tuple[Role, ...] = ()) -> Place | None:
    """Where it happens: a place behind "in", "at" or "to", else the state of a party in one of the roles ``where``."""
    for slots in (("in", "at"), ("to", "for"), ("near",)):
        for actor in frame.slots(*slots):
            if actor.kind == "place":
                return Place(name=actor.name, country=actor.code)
    for actor in frame.slots("in"):
        if actor.kind == "state":
            return Place(name=actor.name, country=actor.code)
    host = next((p for role in where for p in who if p.role == role and p.code), None)
    return Place(name=host.code.country, country=host.code) if host and host.code else None
