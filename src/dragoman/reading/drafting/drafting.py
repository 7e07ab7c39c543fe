"""What the kinds share when a frame becomes an entry: title, parties, date, place and evidence."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.models import Evidence, Party, Place, Role, Stage
from dragoman.reading.drafting.choice import gives_as_a_rule
from dragoman.reading.drafting.clause_dates import date_nearest
from dragoman.reading.drafting.old_plans import times_once_set
from dragoman.reading.frames.frames import Frame
from dragoman.reading.page import Page
from dragoman.reading.states.gazetteer import find_names
from dragoman.values import CountryCode, Edtf

if TYPE_CHECKING:
    from dragoman.reading.dates import DateMention
    from dragoman.reading.people.actors import Actor


def evidence_of(frame: Frame, page: Page) -> tuple[Evidence, ...]:
    """The clause that the frame stands in, without a dateline before it and white space at its ends."""
    start = page.behind_dateline(frame.start)
    return (trim(page.text, start if start < frame.end else frame.start, frame.end),)


def trim(text: str, start: int, end: int) -> Evidence:
    """The stretch from ``start`` to ``end`` of ``text`` without the white space around it."""
    quote = text[start:end]
    return Evidence(start=start + len(quote) - len(quote.lstrip()), end=start + len(quote.rstrip()))


def parties(named: Iterable[tuple[Actor, Role]], *, keep_all: bool = False) -> tuple[Party, ...]:
    """Each actor once, in its first role; a bare demonym gives way to a fuller name of the same state and role.

    A place takes part only where one is visited, helped or acted upon, unless ``keep_all`` says otherwise, and none of
    a state that acts itself: "Norway handed over a ferry in Bergen". Who visits a town is the guest of its state.
    """
    found: dict[tuple[str, str | None], Party] = {}
    named = list(named) if keep_all else _without_parts(list(named))
    acting = {actor.code: role for actor, role in reversed(named) if actor.kind != "place"}
    for actor, role in named:
        passive = role in ("host", "recipient", "target") and acting.get(actor.code, role) == role
        if actor.kind == "place" and not passive and not keep_all:
            continue
        by_state = actor.kind == "demonym" or (actor.kind == "place" and role == "host")
        name = actor.code.country if by_state and actor.code else actor.name
        key = (name.casefold(), role if keep_all else actor.code)
        if key not in found:
            found[key] = Party(name=name, code=actor.code, role=role)
    return tuple(found.values() if keep_all else _without_doubles(list(found.values())))


def _without_parts(named: list[tuple[Actor, Role]]) -> list[tuple[Actor, Role]]:
    """The actors without several parts of one state on one side, which are that state: "in Missouri and Kansas"."""
    sides: dict[tuple[CountryCode | None, Role], list[Actor]] = {}
    for actor, role in named:
        sides.setdefault((actor.code, role), []).append(actor)
    kept = []
    for actor, role in named:
        side = sides[actor.code, role]
        parts = [other for other in side if other.kind == "place"]
        if actor.kind != "place" or actor.code is None or len({part.name for part in parts}) == 1 == len(side):
            kept.append((actor, role))
        elif len(parts) == len(side) and actor is parts[0]:
            kept.append((replace(actor, name=actor.code.country), role))
    return kept


def _without_doubles(found: list[Party]) -> Iterator[Party]:
    for party in found:
        plain = party.code is not None and party.name == party.code.country
        if plain and any(other is not party and other.code == party.code for other in found):
            continue
        yield party


def accredited_to(actors: Iterable[Actor], text: str) -> list[Actor]:
    """Those of the actors that are named in the post of another one as where it is: "Ambassador of Japan to Peru".

    What the envoy does is done there and not by it.
    """
    named = list(actors)
    posts = [
        (text.rfind(person.post, max(0, person.start - len(person.post) - _GAP), person.start), person)
        for person in named
        if person.kind == "person" and person.post and person.code
    ]
    return [
        actor
        for actor in named
        if any(0 <= start <= actor.start < person.start and actor.code != person.code for start, person in posts)
    ]


_GAP = 3  # characters between a post and its holder


def both_sides(found: tuple[Party, ...], page: Page, first: Role, second: Role) -> tuple[Party, ...]:
    """The parties, and where they name fewer than two states, those of the pair that the text is about.

    What a release of one government tells of "us" and "both countries" is between it and its partner. Where the text
    is about one state and an international body, that is the other side.
    """
    codes = {p.code for p in found if p.code}
    if len(codes) >= _TWO:
        return found
    if page.body is not None and not _named_in_bodies(found, codes):
        return _beside_body(found, page, first, second)
    sides = _named_in_bodies(found, codes) or page.pair or ((page.home,) if page.home else ())
    missing = [code for code in sides if code not in codes]
    if not codes and page.home is None and first == "funder" and any(p.role == first for p in found):
        missing = missing[:1]  # what a bank or a union gives goes to one state
    if page.home and len(codes) + len(missing) > 2:
        missing = [code for code in missing if code == page.home]
    roles = [p.role for p in found]
    extra = []
    for code in missing[: 2 - len(codes)]:
        free = [role for role in (first, second) if role not in roles]
        role = free[0] if free else first if code == page.home else second
        extra.append(Party(name=code.country, code=code, role=role))
        roles.append(role)
    return (
        *(e for e in extra if e.role == first != second),
        *found,
        *(e for e in extra if not e.role == first != second),
    )


def _beside_body(found: tuple[Party, ...], page: Page, first: Role, second: Role) -> tuple[Party, ...]:
    """The parties with the state and the body that the text is about: of funds the body is the ``first``."""
    others = [p for p in found if p.code is None and _is_international(p.name)]
    added = () if others or page.body is None else (page.body,)
    state = () if any(p.code for p in found) else page.pair
    taken = {p.role for p in found}
    giver: Role = first if first not in taken else second
    taker: Role = second if second not in taken or first in (second, giver) else first
    return (
        *(Party(name=name, code=None, role=giver) for name in added),
        *found,
        *(Party(name=code.country, code=code, role=taker) for code in state),
    )


def _is_international(name: str) -> bool:
    """Whether it names an international body."""
    return any(n.kind == "organisation" and n.code is None for n in find_names(name))


def the_usual_way(found: tuple[Party, ...], page: Page, giver: Role, taker: Role) -> tuple[Party, ...]:
    """Where nobody is said to give: what would go from a state that seldom does to one that does goes the other way."""
    gives = [gives_as_a_rule(p.code, page.home) for p in found if p.role == giver and p.code]
    takes = [gives_as_a_rule(p.code, page.home) for p in found if p.role == taker and p.code]
    if not takes or any(gives) or not all(takes):
        return found
    other: dict[Role, Role] = {giver: taker, taker: giver}
    return tuple(p.model_copy(update={"role": other.get(p.role, p.role)}) if p.code else p for p in found)


def _named_in_bodies(found: tuple[Party, ...], told: set[CountryCode]) -> tuple[CountryCode, ...]:
    """The two states that a body of theirs is called after: "the Chilean-Tongan committee", "the Chile–Tonga fund".

    It is none of theirs if others than these two are ``told``.
    """
    for party in (party for party in found if party.code is None):
        joined = re.search(r"\w[-–/]\w", party.name)
        kinds = ("adjective", "state") if joined else ("adjective",)
        codes = dict.fromkeys(name.code for name in find_names(party.name) if name.code and name.kind in kinds)
        if len(codes) == _TWO and told <= codes.keys():
            return tuple(codes)
    return ()


_TWO = 2  # states
_TIMES = ("date", "range")


def date_of(frame: Frame, stage: Stage, published: Edtf | None = None) -> Edtf | None:
    """The date that the frame's clause gives, the one nearest to its head.

    "By the end of the year" is a date for what is still to come alone, "since 2004" for what goes on. The day of
    publication that stands as a dateline before the sentence does not date what is planned.
    """
    told = _without_old_plans(frame) if stage in ("done", "underway") else frame.dates
    if stage in ("planned", "proposed"):
        told = [d for d in told if not (d.explicit_year and d.edtf == published and d.start == frame.sent.start_char)]
    kinds = {"planned": (*_TIMES, "until"), "proposed": (*_TIMES, "until"), "underway": (*_TIMES, "since")}
    usable = [d for d in _without_others(told, frame) if d.edtf and d.kind in kinds.get(stage, _TIMES)]
    if frame.kind == "event" and stage == "done" and "force" not in frame.types:
        usable = [d for d in usable if d.edtf and not d.edtf.takes_years]  # those of what it is to bring
    if stage == "done" and not usable:  # "received them by the end of May", "have trained thirty since 2019"
        open_ended = ("until", "since") if frame.kind == "activity" else ("until",)
        usable = [d for d in told if d.edtf and d.kind in open_ended and frame.start <= d.start < frame.end]
    return date_nearest(usable, frame)


def _without_others(told: list[DateMention], frame: Frame) -> list[DateMention]:
    """The dates but for those in brackets behind something named before: "a trade treaty (1968) and a loan (1972)"."""
    first = frame.core[0].idx
    closed = [d for d in told if d.end < first]
    if not closed or not any(t.text == "(" for t in frame.sent):
        return told
    sent = frame.sent
    behind = {d.start for d in closed if sent.text[: d.start - sent.start_char].endswith("(")}
    return [d for d in told if d.start not in behind]


def _without_old_plans(frame: Frame) -> list[DateMention]:
    """The dates of a clause but for those that had been set for what it tells."""
    if not frame.dates:
        return []
    sent = frame.sent
    within = [replace(d, start=d.start - sent.start_char, end=d.end - sent.start_char) for d in frame.dates]
    old = {d.start + sent.start_char for d in times_once_set(sent.text, within)}
    return [d for d in frame.dates if d.start not in old]


_WHERE = ("place", "state", "government")  # a capital may be named as a government: "talks in Canberra"


def place_of(
    frame: Frame, who: tuple[Party, ...] = (), where: tuple[Role, ...] = (), elsewhere: Collection[Actor] = ()
) -> Place | None:
    """Where it happens: a place behind "in", "at" or "to", else the state of a party in one of the roles ``where``.

    A part of the world, or a place of which the state is not known, is told only for want of a state. What is
    ``elsewhere`` does not count.
    """
    inside = (a for _, a in frame.actors if a.kind in _WHERE and frame.start <= a.start < frame.end)
    found = [
        *(a for a in frame.slots("in", "at") if a.kind == "place"),
        *(a for a in frame.slots("in") if a.kind in _WHERE),
        *(a for a in inside if _is_within(a, frame)),
        *(a for a in frame.slots("to", "for") if a.kind == "place"),
        *(a for a in frame.slots("near") if a.kind == "place"),
    ]
    found = [a for a in found if a not in elsewhere and not _is_part_of_a_word(a, frame)]
    if named := next((a for a in found if a.code), None):
        return Place(name=named.name, country=named.code)
    if host := country_of(who, where):
        return host
    return Place(name=found[0].name, country=None) if found else None


def country_of(who: Iterable[Party], where: Iterable[Role]) -> Place | None:
    """The country of the first party, in the order of the roles ``where``, that has one of them and a state."""
    known = tuple(who)
    code = next((p.code for role in where for p in known if p.role == role and p.code), None)
    return Place(name=code.country, country=code) if code else None


def _is_part_of_a_word(actor: Actor, frame: Frame) -> bool:
    """Whether a name only tells of something else, "the Chernobyl-affected regions", "a Lima-based firm"."""
    behind = [token for token in frame.sent if token.idx >= actor.end][:2]
    return len(behind) > 1 and behind[0].text == "-" and behind[0].idx == actor.end and behind[1].tag_ in _PARTICIPLES


_PARTICIPLES = ("VBN", "VBD", "VBG")


def _is_within(actor: Actor, frame: Frame) -> bool:
    """Whether "in" or "at" stands right before the actor."""
    first = next((t for t in frame.sent if t.idx >= actor.start), None)
    return first is not None and first.i > frame.sent.start and first.nbor(-1).lower_ in ("in", "at")
