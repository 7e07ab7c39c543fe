"""Hosts: who is visited and who comes; a visit to several states is one visit to each of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.knowledge import word_set
from dragoman.reading.frames.slots import acted_on

if TYPE_CHECKING:
    from dragoman.reading.dates import DateMention
    from dragoman.reading.frames.frames import Frame
    from dragoman.reading.people.actors import Actor
    from dragoman.values import CountryCode

_FIRST_PERSON = frozenset({"i", "we"})


def verbs(of: str) -> frozenset[str]:
    """One list of ``knowledge/visits.toml``: what a host does ("hosting"), how a guest comes ("coming")."""
    return word_set("visits.toml", of)


def hosted(frame: Frame) -> tuple[list[Actor], list[Actor]]:
    """Guests and hosts of "Oman received the minister": who comes, and who stands in the subject.

    "His counterpart" is not also the one whose counterpart comes; to where somebody is invited, is the host.
    """
    hosts, near = frame.slots("subject", "agent", "from"), frame.slots("near")
    guests = _others([a for a in frame.slots("object", "of", "to") if a.kind != "place"], hosts)
    if not guests:
        return [a for a in near if a.kind != "place"], hosts
    coming = {a.code for a in guests}
    guests += [a for a in near if a.kind == "person" and a.code in coming]  # named elsewhere in the sentence
    return guests, hosts or [a for a in (*frame.slots("to", "in"), *near) if a.code not in coming]


def from_abroad(
    guests: list[Actor], hosts: list[Actor], frame: Frame, pair: tuple[CountryCode, ...]
) -> tuple[list[Actor], list[Actor]]:
    """The guests as those of the other state of the ``pair``, if they seem to be of that to which they are invited."""
    places = [a for a in frame.slots("to", "in") if a.kind in ("place", "state") and a.code in pair]
    if hosts or not places or any(a.code != places[0].code for a in guests) or len(pair) != _TWO:
        return guests, hosts
    other = next(code for code in pair if code != places[0].code)
    return [replace(a, code=other) for a in guests if a not in places], places


_TWO = 2  # states


def sent_abroad(
    guests: list[Actor], hosts: list[Actor], frame: Frame, pair: tuple[CountryCode, ...]
) -> tuple[list[Actor], list[Actor]]:
    """The same for guests who all seem to be of the state to which they go: "the minister travels to Lima".

    A post alone is that of the other state; somebody of another name is not the one who goes.
    """
    codes = {a.code for a in hosts if a.code}
    if len(codes) != 1 or not guests or {a.code for a in guests} != codes or not codes < set(pair):
        return guests, hosts
    other = next(code for code in pair if code not in codes)
    return [replace(a, code=other) for a in guests if a.kind == "person" and a.name == a.post], hosts


def _others(guests: list[Actor], hosts: list[Actor]) -> list[Actor]:
    """The guests who are of no host's state, if there are such."""
    codes = {a.code for a in hosts}
    return [a for a in guests if a.code not in codes] or guests


def invited_by_noun(frame: Frame) -> tuple[list[Actor], list[Actor]]:
    """Guests and hosts of an invitation: "extended an invitation to X", "accepted the invitation of Y"."""
    if frame.verb is not None and frame.verb.lemma_ in verbs("giving"):
        return frame.slots("to"), frame.slots("subject", "agent", "of", "from")
    return frame.slots("subject"), frame.slots("of", "from", "object", "to", "in", "at", "near")


def invited(frame: Frame) -> tuple[list[Actor], list[Actor]] | None:
    """Guests and hosts of the visit that somebody is invited to make: "Oman invited the minister to visit Muscat".

    None if the visit does not hang on an invitation of somebody; of "her counterpart" no name may be known.
    """
    verb = frame.verb
    while verb is not None and verb.dep_ == "xcomp" and verb.head.lemma_ not in verbs("inviting"):
        verb = verb.head
    if verb is None or verb.dep_ not in ("xcomp", "advcl", "ccomp") or verb.head.lemma_ not in verbs("inviting"):
        return None
    named = acted_on(verb.head)
    own = {token.i for token in verb.subtree}
    inside = {token.i for child in named for token in child.subtree} - own
    hosts = [a for slot, a in frame.actors if a.head not in inside and (a.head in own or slot == "subject")]
    guests = _others([a for _, a in frame.actors if a.head in inside], hosts)
    return (guests, hosts) if guests or (hosts and any(t.lemma_ in _COUNTERPARTS for t in named)) else None


def own_visit(frame: Frame) -> tuple[list[Actor], list[Actor]] | None:
    """Guests and hosts of "their visit to Oman", if those whose it is were named before: "met A and B during their".

    None for a visit that is nobody's, or of one whom its pronoun is known to mean.
    """
    noun = frame.head
    theirs = any(child.dep_ == "poss" and child.lower_ == "their" for child in noun.children)
    if noun.pos_ == "VERB" or not theirs or frame.slots("of"):
        return None
    hosts = frame.slots("to", "in", "at")
    codes = {a.code for a in hosts}
    guests = [a for _, a in frame.actors if a.kind == "person" and a.end <= noun.idx and a.code and a.code not in codes]
    return (guests, hosts) if guests and hosts else None


def owners(frame: Frame) -> list[Actor]:
    """Whose visit its noun tells: "following my visit to Oman, talks with Chad began" is no visit of Chad's."""
    noun, doc = frame.head, frame.head.doc
    if noun.pos_ == "VERB":
        return []
    mine = {child.i for child in noun.children if child.dep_ == "poss"}
    return [a for a in frame.slots("of") if a.head in mine or any(t.i in mine for t in doc[a.head].ancestors)]


def without_doers(frame: Frame, hosts: list[Actor]) -> tuple[list[Actor], list[Actor]]:
    """Those by whom a visit is told to be made, and the hosts.

    "His visit is the first by an Omani minister since President Silva in 1968."
    """
    doc = frame.head.doc
    made_by = [a for a in hosts if doc[a.head].dep_ == "pobj" and doc[a.head].head.lower_ == "by"]
    since = [a for a in hosts if doc[a.head].dep_ == "pobj" and doc[a.head].head.lower_ == "since"]
    return made_by, [a for a in hosts if a not in (*made_by, *since)]


_COUNTERPARTS = frozenset({"counterpart", "colleague", "homologue", "opposite"})


def speaks_of_itself(frame: Frame) -> bool:
    """Whether the one who comes is the speaker: "I have told the minister that I will come"."""
    subject = next((c for c in frame.verb.children if c.dep_ == "nsubj"), None) if frame.verb is not None else None
    return subject is not None and subject.lower_ in _FIRST_PERSON


def one_a_host(frame: Frame, dates: Sequence[DateMention]) -> Iterator[Frame]:
    """The frame of a visit once for each of the states visited: "visited Oman, Yemen and Egypt" tells three visits.

    Each has those of the sentence's ``dates`` that stand behind its host: "visited Oman from 3 to 6 May and Egypt from
    7 to 9 May".
    """
    for slot in () if frame.head.lemma_ in verbs("hosting") else ("object", "to", "in"):
        named = [a for a in frame.slots(slot) if _is_host(a)]
        named += [a for _, a in frame.actors if named and a not in named and _is_host(a) and _goes_on(frame, a, dates)]
        named = named or list(_listed(frame, slot))
        hosts = {a.code: a for a in sorted(named, key=lambda a: -a.start)}
        if len(hosts) > 1:
            starts = sorted(a.start for a in hosts.values())
            for code, host in sorted(hosts.items(), key=lambda each: each[1].start):
                others = {a.start for a in named if a.code != code}
                own = [
                    (slot if a is host else s, a) for s, a in frame.actors if a.start not in others and not _of_many(a)
                ]
                end = next((start for start in starts if start > host.start), frame.sent.end_char)
                behind = [d for d in dates if host.start < d.start < end]
                yield replace(frame, actors=own, dates=behind or frame.dates)
            return
    yield frame


def _listed(frame: Frame, slot: str) -> Iterator[Actor]:
    """The states listed behind the word for all of them: "a visit to three countries: Oman, Yemen and Kuwait"."""
    doc, text = frame.head.doc, frame.sent.text
    led = (t for t in frame.sent if t.lower_ in word_set("visits.toml", "several") and t.dep_ in _LED[slot])
    all_of_them = next((t for t in led if frame.head.is_ancestor(t)), None)
    states = sorted((a for _, a in frame.actors if a.kind == "state" and a.code), key=lambda actor: actor.start)
    if all_of_them is None or len(doc) <= all_of_them.i + 1:
        return
    end, behind = all_of_them.idx + len(all_of_them), _LEADS
    for state in states:
        if state.start < end:
            continue
        if not behind.fullmatch(text[end - frame.sent.start_char : state.start - frame.sent.start_char]):
            return
        yield state
        end, behind = state.end, _JOINS


# How the word for many states hangs on a visit, and what stands between it, its list and the members of that.
_LED = {"object": ("dobj",), "to": ("pobj",), "in": ("pobj",)}
_LEADS = re.compile(r"(?: [\w-]+){0,5}\s*(?:[:,(–—-]+\s*)(?:namely,? |the )?|(?: [\w-]+){0,5} such as (?:the )?")
_JOINS = re.compile(r"\s*[,;]?\s*(?:(?:and|&) )?(?:the |to )?")


def _of_many(actor: Actor) -> bool:
    """Whether somebody named stands for many states: "countries of South-East Asia"."""
    return actor.code is None and actor.name.split(" ", 1)[0].casefold() in word_set("visits.toml", "several")


def _is_host(actor: Actor) -> bool:
    return actor.kind in ("state", "place") and actor.code is not None


_DATE_BEHIND = 12  # characters: " from ", " between the "


def _goes_on(frame: Frame, actor: Actor, dates: Sequence[DateMention]) -> bool:
    """Whether a list of dated visits goes on with a state: "and (to) Egypt from 7 to 9 May"."""
    doc = frame.head.doc
    before = doc[actor.head].left_edge.i - 1
    if before > 0 and doc[before].lower_ == "to":
        before -= 1
    joined = before >= 0 and doc[before].lower_ in ("and", ",")
    verb = next((token for token in doc[actor.head].ancestors if token.pos_ in ("VERB", "AUX")), None)
    return joined and verb == frame.verb and any(0 <= d.start - actor.end <= _DATE_BEHIND for d in dates)
