"""Who a text names: states, governments, bodies, groups of people, persons and places, with the state of each.

Names come from the gazetteer, phrases around them from ``bodies``, persons with their posts from ``people``.
What the phrase itself does not tell, the state of "the Ministry of Health" or of "Mr Aleinik", comes from the
other mentions in the document.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from spacy.tokens import Doc

from dragoman.knowledge import word_set
from dragoman.reading.people.accredited import each_accredited
from dragoman.reading.people.names import Mention
from dragoman.reading.people.offices import Office, Offices
from dragoman.reading.people.people import find_people
from dragoman.reading.people.posts import Post
from dragoman.reading.states.bodies import ACRONYM, Body, Layout, find_bodies
from dragoman.reading.states.datelines import dateline_state
from dragoman.reading.states.gazetteer import Name
from dragoman.reading.states.leaders import famous_leader, known_leader, leader_named
from dragoman.values import CountryCode

__all__ = ["Actor", "ActorKind", "find_actors", "read_offices"]

_PLACES = ("capital", "city", "region")
ActorKind = Literal["state", "demonym", "government", "organisation", "person", "place", "group"]
# A city smaller than this is believed only where a preposition or another place leads to it.
_WELL_KNOWN = 250_000
_PLACING = frozenset(("in", "at", "from", "to", "near", "of", "for", "between", "outside", "around", "via", "into"))
_DATELINE = re.compile(r"[^.]{0,60}?(?:\([^)]{2,30}\)\s*)?[-–—]{1,2}\s|\s*\([A-Z][\w/ ]{2,20}\)\s")


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or some place named at characters ``start`` to ``end``; ``head`` is its syntactic head token.

    ``name`` is as printed, without honorific; ``code`` the state that it is or belongs to, None for an
    international body or where the text does not tell; ``post`` a person's post as written beside the name;
    ``states`` every state that the phrase names ("the China-Uganda Friendship Hospital").
    """

    start: int
    end: int
    name: str
    code: CountryCode | None
    kind: ActorKind
    post: str | None = None
    head: int = -1
    states: tuple[CountryCode, ...] = ()


def find_actors(doc: Doc, home: CountryCode | None = None) -> list[Actor]:
    """The actors of ``doc`` in text order, without overlaps, the longest phrase of each place.

    ``home`` is the state whose government speaks; a ministry or government without a state is its own.
    """
    layout, bodies, mentions, vacant = _named(doc)
    offices = Offices(layout, home)
    found = [*_persons(layout, mentions, vacant, offices), *_from_bodies(layout, bodies, home), *_from_names(layout)]
    return _outermost([*found, *_of_leaders(layout)])


@lru_cache(maxsize=1)  # asked for by the actors and by the tenures of a page in turn
def _named(doc: Doc) -> tuple[Layout, list[Body], list[Mention], list[Post]]:
    """Where names lie, the bodies, the persons, and the posts of which no holder is named."""
    layout = Layout(doc)
    bodies = list(find_bodies(layout))
    return layout, bodies, *find_people(layout, bodies)


def _outermost(actors: list[Actor]) -> list[Actor]:
    """Of overlapping actors the longest; of two readings of the same words the person whose state is known."""
    kept: list[Actor] = []
    taken: set[int] = set()
    for actor in sorted(actors, key=lambda a: (a.start - a.end, _doubt(a), a.start)):
        if taken.isdisjoint(range(actor.start, actor.end)):
            taken.update(range(actor.start, actor.end))
            kept.append(actor)
    return sorted(kept, key=lambda a: a.start)


def _doubt(actor: Actor) -> int:
    """A person of a known state is surer than anything else of the same words, one of none less sure."""
    return 1 if actor.kind != "person" else 0 if actor.code else 2


def read_offices(
    doc: Doc, home: CountryCode | None = None, year: int | None = None
) -> list[tuple[Mention, list[Office]]]:
    """The persons named in ``doc`` with the offices that each mention gives them.

    ``home`` is the state whose government speaks, ``year`` the year of publication.
    """
    layout, _, mentions, _ = _named(doc)
    offices = Offices(layout, home, year)
    read = ((mention, offices.read(mention)) for mention in mentions)
    return [(mention, [one for office in held for one in each_accredited(layout, office)]) for mention, held in read]


def _persons(layout: Layout, mentions: list[Mention], vacant: list[Post], offices: Offices) -> Iterator[Actor]:
    """Persons with the state of their post, or the one that another mention tells; holders named by post only."""
    for mention, held in [(mention, offices.read(mention)) for mention in mentions]:
        span = layout.doc.char_span(mention.start, mention.end, alignment_mode="expand")
        code = held[0].code if held else offices.code_of(mention)
        post = held[0].post.text if held else None
        states = (code,) if code else ()
        yield Actor(mention.start, mention.end, mention.name, code, "person", post, span.root.i if span else -1, states)
    places = [(name.start, name.end) for name in layout.names if name.kind in _PLACES]
    for seat in vacant:
        span = layout.doc[seat.first : seat.last]
        if any(start <= span.start_char and span.end_char <= end for start, end in places):  # "Port-au-Prince"
            continue
        if code := offices.of_post(seat):
            yield Actor(span.start_char, span.end_char, seat.text, code, "person", seat.text, seat.head, (code,))


def _from_bodies(layout: Layout, bodies: list[Body], home: CountryCode | None) -> Iterator[Actor]:
    doc = layout.doc
    around = Surroundings(layout, home)
    acronyms: dict[str, CountryCode | None] = {}
    for body in bodies:
        span = doc[body.first : body.last]
        own = any(name.kind == "organisation" for name in body.names)  # "the European Parliament" is nobody's
        code = around.nearest(body.head) if body.bare and not own else code_of(body.names, body.head, layout)
        states = tuple(dict.fromkeys(n.code for n in body.names if n.code))
        yield Actor(span.start_char, span.end_char, _flat(span.text), code, body.kind, None, body.head, states)
        if short := ACRONYM.match(layout.text, span.end_char):
            acronyms[short.group(1)] = code
    for token in doc:
        if token.text in acronyms and token.i not in layout.at:
            yield Actor(
                token.idx, token.idx + len(token), token.text, acronyms[token.text], "organisation", None, token.i
            )


def _of_leaders(layout: Layout) -> Iterator[Actor]:
    """Governments called by who leads them: "the Thatcher government", "the Clinton administration"."""
    doc, states = layout.doc, {name.code for name in layout.names if name.code}
    for token in doc[1:]:
        leader = doc[token.i - 1]
        if token.lower_ not in word_set("bodies.toml", "led") or not leader.text[:1].isupper() or leader.i in layout.at:
            continue
        if code := known_leader(leader.text, None, states) or famous_leader(leader.text):
            name = doc[leader.i : token.i + 1]
            yield Actor(name.start_char, name.end_char, name.text, code, "government", None, token.i, (code,))


def _flat(text: str) -> str:
    return " ".join(text.split())


def code_of(names: tuple[Name, ...], head: int, layout: Layout) -> CountryCode | None:
    """The state of a phrase from the names in it; None for a body of two states ("the Belarusian-Japanese club")."""
    codes = [(name, name.code) for name in names if name.code or name.kind == "organisation"]
    if not codes:
        return None
    if len(codes) > 1 and codes[0][1] != codes[1][1]:
        between = layout.text[codes[0][0].end : codes[1][0].start].strip()
        if between in ("-", "–", "/", "and", "&"):
            return None
    return codes[0][1]


class Surroundings:
    """Tells which state a mention without one belongs to."""

    def __init__(self, layout: Layout, home: CountryCode | None) -> None:
        self.layout = layout
        self.home = home
        self.dateline = dateline_state(layout)
        self.counts = Counter(n.code for n in layout.names if n.code and n.kind in ("state", "adjective", "people"))

    def nearest(self, i: int) -> CountryCode | None:
        """The speaking state, else the last state named before token ``i`` in its sentence, else that of the dateline.

        A text without a dateline means the state that it names most.
        """
        if self.home:
            return self.home
        before = [n for n in self.layout.within(self.layout.sentence(i)[0], i) if n.code]
        if before:
            return before[-1].code
        if self.dateline:
            return self.dateline
        return self.counts.most_common(1)[0][0] if self.counts else None


def _from_names(layout: Layout) -> Iterator[Actor]:
    doc = layout.doc
    for name, (first, last) in zip(layout.names, layout.spans, strict=True):
        span = doc[first:last]
        called = doc[max(first - 1, 0) : last]  # "Ricardo Lagos"
        if leader := leader_named(called.text):
            yield Actor(called.start_char, name.end, called.text, leader, "person", None, span.root.i, (leader,))
            continue
        kind = _kind_of(layout, name, first, last)
        if kind is None:
            continue
        states = (name.code,) if name.code else ()
        yield Actor(
            name.start, name.end, _flat(layout.text[name.start : name.end]), name.code, kind, None, span.root.i, states
        )


def _kind_of(layout: Layout, name: Name, first: int, last: int) -> ActorKind | None:
    """What a name stands for here; None if it is no actor (a dateline, a small town's name used as another word)."""
    doc = layout.doc
    before = doc[first - 1] if first else None
    if name.kind in _PLACES and last < len(doc) and doc[last].text in word_set("place_names.toml", "called_after"):
        return None  # the treaty of a place is not about it
    match name.kind:
        case "state":
            return "state"
        case "organisation":
            return "organisation"
        case "nickname":
            return "government"
        case "people":
            return "group"
        case "adjective":
            root = doc[last - 1]
            nominal = root.dep_ in ("nsubj", "nsubjpass", "pobj", "dobj", "conj", "agent") and root.pos_ in (
                "PROPN",
                "NOUN",
                "ADJ",
            )
            follows = last < len(doc) and doc[last].pos_ in ("NOUN", "PROPN", "ADJ")
            return (
                "group"
                if nominal and not follows and before is not None and before.lower_ in ("the", "many")
                else "demonym"
            )
        case "capital":
            if _dateline(layout, name, first):
                return None
            acting = doc[last - 1].dep_ in ("nsubj", "agent") and (before is None or before.lower_ not in _PLACING)
            return "government" if acting else "place"
        case _:
            if _dateline(layout, name, first):
                return None
            return "place" if _is_place(layout, name, first, last) else None


def _dateline(layout: Layout, name: Name, first: int) -> bool:
    token = layout.doc[first]
    return bool(token.is_sent_start) and bool(_DATELINE.match(layout.text, name.end))


def _is_place(layout: Layout, name: Name, first: int, last: int) -> bool:
    doc = layout.doc
    before = doc[first - 1] if first else None
    after = doc[last] if last < len(doc) else None
    placed = before is not None and before.lower_ in _PLACING
    if after is not None and after.text == "," and last + 1 in layout.at:
        placed = True
    joined = any(
        t is not None and t.text[0].isupper() and t.is_alpha and not t.is_sent_start and t.i not in layout.at
        for t in (before, after)
    )
    if joined:
        return False
    return placed or name.known.people >= _WELL_KNOWN or (name.kind == "region" and not name.known.people)
