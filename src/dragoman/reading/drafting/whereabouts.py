"""Whereabouts: where an event takes place, by the name of a gathering, by its host, or by what its clause names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from spacy.tokens import Token

from dragoman.knowledge import any_of, word_set
from dragoman.models import Party, Place, Role
from dragoman.reading.drafting.drafting import place_of
from dragoman.reading.frames.slots import ACTED_ON, acted_on, is_topic, subject_of
from dragoman.reading.page import Page
from dragoman.reading.states.gazetteer import find_names

if TYPE_CHECKING:
    from dragoman.reading.frames.frames import Frame
    from dragoman.reading.people.actors import Actor

# Whose country an event happens in if no place is named.
_WHERE: dict[str, tuple[Role, ...]] = {
    "visit": ("host",), "ceremony": ("host",), "forum": ("host",), "delivery": ("recipient",), "opening": ("host",),
    "force": ("target",),
}  # fmt: skip
_GATHERINGS = frozenset({"meeting", "forum", "ceremony", "signing"})
_TALKS = frozenset({"meeting", "forum"})
_TOWNS = ("city", "capital", "region")
# A gathering called after what stands before: "the Boao Forum", "the Tokyo Economic Summit".
_GATHERING = re.compile(rf"(?:\s[A-Z0-9][\w’'-]*){{0,2}}\s(?P<noun>{any_of('place_names.toml', 'gatherings')})\b")
_HOSTS = ("state", "government", "person")
_OWNERS = ("state", "demonym", "place")


def place_of_event(frame: Frame, who: tuple[Party, ...], type_: str, page: Page) -> Place | None:
    """Where the event of a frame takes place, as far as its own clause tells.

    "The Hannover Trade Fair" is held in Hannover and "the talks that Oman will host" in Oman; what is discussed, "the
    situation in Yemen", is elsewhere.
    """
    if type_ in _GATHERINGS and (town := _in_the_name(frame, page)):
        return town
    if type_ in _GATHERINGS and not _says_where(frame) and (host := _hosted_by(frame)) and host.code:
        return Place(name=host.code.country, country=host.code)
    topics = (
        [a for _, a in frame.actors if a.kind != "person" and is_topic(frame.head.doc[a.head])]
        if type_ in _TALKS
        else []
    )
    return place_of(frame, who, _WHERE.get(type_, ()), topics) or (_in_its_own(frame) if type_ == "other" else None)


def _in_its_own(frame: Frame) -> Place | None:
    """The state that the noun is told to be of: "Peru's elections", "the Chilean drought"."""
    doc, noun = frame.head.doc, frame.head
    of = (a.code for _, a in frame.actors if a.kind in _OWNERS and doc[a.head].head == noun and noun.pos_ != "VERB")
    code = next((code for code in of if code), None)
    return Place(name=code.country, country=code) if code else None


def _says_where(frame: Frame) -> bool:
    return any(a.kind == "place" for a in frame.slots("in", "at"))


def _in_the_name(frame: Frame, page: Page) -> Place | None:
    """The town that the name of a gathering begins with, if the frame is of the gathering or of what happens at it."""
    for name in find_names(page.text):
        if name.kind not in _TOWNS or name.code is None or not frame.start <= name.start < frame.end:
            continue
        called = _GATHERING.match(page.text, name.end)
        noun = next((t for t in frame.sent if called and t.idx == called.start("noun")), None)
        if noun is None:
            continue
        if noun == frame.head or (noun.dep_ == "pobj" and noun.head.lower_ == "at") or frame.head in noun.ancestors:
            return Place(name=page.text[name.start : name.end], country=name.code)
    return None


def _hosted_by(frame: Frame) -> Actor | None:
    """Who is told to host what the frame tells of: "which Oman will host", "that Oman host the forum"."""
    doc, noun = frame.head.doc, frame.head
    verbs = [noun] if noun.lemma_ == "host" else [noun.head] if noun.dep_ in ACTED_ON else []
    verbs += [child for child in noun.children if child.dep_ in ("relcl", "acl")]
    for verb in verbs:
        if verb.lemma_ != "host" or verb.pos_ not in ("VERB", "AUX"):
            continue
        if found := next((a for _, a in frame.actors if _is_host(a) and _hosts(doc[a.head], verb)), None):
            return found
    return None


def _is_host(actor: Actor) -> bool:
    abroad = word_set("visits.toml", "posted")
    return actor.kind in _HOSTS and not any(post in (actor.post or "").casefold() for post in abroad)


def _hosts(name: Token, verb: Token) -> bool:
    """Whether somebody named does what ``verb`` tells, as its subject or as the agent of its passive."""
    agents = (t for child in verb.children if child.dep_ == "agent" for t in child.children)
    subject = subject_of(verb) if not any(t.dep_ == "nsubjpass" for t in acted_on(verb)) else None
    return name in agents or (verb.tag_ != "VBN" and subject == name)
