"""Hosts: a visit to several states is one visit to each of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.reading.actors import Actor
    from dragoman.reading.frames import Frame

# What a host does: who stands in the object comes, who stands in the subject is visited.
HOSTING = frozenset({"welcome", "host", "receive", "invite", "invitation"})


def one_a_host(frame: Frame) -> Iterator[Frame]:
    """The frame of a visit once for each of the states visited: "visited Oman, Yemen and Egypt" tells three visits.

    Each has the dates that stand behind its host: "visited Oman from 3 to 6 May and Egypt from 7 to 9 May".
    """
    for slot in () if frame.head.lemma_ in HOSTING else ("object", "to", "in"):
        named = [a for a in frame.slots(slot) if _is_host(a)]
        named += [a for _, a in frame.actors if named and a not in named and _is_host(a) and _goes_on(frame, a)]
        hosts = {a.code: a for a in sorted(named, key=lambda a: -a.start)}
        if len(hosts) > 1:
            starts = sorted(a.start for a in hosts.values())
            for code, host in sorted(hosts.items(), key=lambda each: each[1].start):
                others = {a.start for a in named if a.code != code}
                own = [(slot if a is host else s, a) for s, a in frame.actors if a.start not in others]
                end = next((start for start in starts if start > host.start), frame.sent.end_char)
                behind = [d for d in frame.dates if host.start < d.start < end]
                yield replace(frame, actors=own, dates=behind or frame.dates)
            return
    yield frame


def _is_host(actor: Actor) -> bool:
    return actor.kind in ("state", "place") and actor.code is not None


_DATE_BEHIND = 12  # characters: " from ", " between the "


def _goes_on(frame: Frame, actor: Actor) -> bool:
    """Whether a list of dated visits goes on with a state: "and (to) Egypt from 7 to 9 May"."""
    doc = frame.head.doc
    before = doc[actor.head].left_edge.i - 1
    if before > 0 and doc[before].lower_ == "to":
        before -= 1
    joined = before >= 0 and doc[before].lower_ in ("and", ",")
    verb = next((token for token in doc[actor.head].ancestors if token.pos_ in ("VERB", "AUX")), None)
    return joined and verb == frame.verb and any(0 <= d.start - actor.end <= _DATE_BEHIND for d in frame.dates)
