"""Events: what happens between actors at some time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.knowledge import any_of, word_set
from dragoman.models import Event, Party, Place, PloverType, Role, Stage
from dragoman.reading.drafting import stays
from dragoman.reading.drafting.attacks import is_only_told_of, not_acting, told_with
from dragoman.reading.drafting.drafting import accredited_to, both_sides, date_of, evidence_of, parties, the_usual_way
from dragoman.reading.drafting.event_stages import by_adjective, is_occasion, is_said_now, is_to_be, will_be
from dragoman.reading.drafting.put_off import called_off
from dragoman.reading.drafting.titles import title_of
from dragoman.reading.drafting.whereabouts import place_of_event
from dragoman.reading.frames.certain import was_glad_to
from dragoman.reading.frames.frames import Frame
from dragoman.reading.frames.going_on import goes_on
from dragoman.reading.frames.hosts import (
    from_abroad,
    hosted,
    invited,
    invited_by_noun,
    own_visit,
    owners,
    sent_abroad,
    speaks_of_itself,
    verbs,
    without_doers,
)  # fmt: skip
from dragoman.reading.frames.invitations import stage_of_visit, told_behind
from dragoman.reading.frames.pledges import is_agreed_on
from dragoman.reading.frames.slots import ACTED_ON
from dragoman.reading.frames.speech import shared_tense
from dragoman.reading.page import Page
from dragoman.reading.states.gazetteer import find_names
from dragoman.values import Edtf

if TYPE_CHECKING:
    from dragoman.reading.people.actors import Actor

# What an event type is in PLOVER when the sentence does not say otherwise (bench/FORMAT.md, "PLOVER for cooperation").
PLOVER: dict[str, PloverType] = {
    "meeting": "CONSULT", "visit": "CONSULT", "call": "CONSULT", "forum": "COOPERATE", "signing": "AGREE",
    "ceremony": "SUPPORT", "opening": "SUPPORT", "establishment": "SUPPORT", "appointment": "SUPPORT",
    "adoption": "AGREE", "delivery": "AID", "statement": "SUPPORT", "sanction": "SANCTION", "protest": "PROTEST",
    "force": "ASSAULT",
}  # fmt: skip

_GUEST = ("subject", "by", "of", "modifier", "agent", "self")


def draft_event(frame: Frame, page: Page, type_: str, stage: Stage) -> Event:
    """The frame as an event of ``type_`` at ``stage``, unless its verb alone tells how far it has come."""
    if type_ in ("meeting", "statement") and _BY_PHONE.search(page.text, frame.start, frame.end):
        type_ = "call"
    told = stage_of_visit(frame, page.anchor) if type_ == "visit" else None
    now = goes_on(frame, page)
    stage = called_off(frame) or ("underway" if now else told or by_adjective(frame, stage))
    stage = "planned" if stage == "done" and is_to_be(frame) else stage
    stage = "done" if stage == "planned" and (is_occasion(frame) or was_glad_to(frame)) else stage
    struck = type_ == "force" and is_only_told_of(frame)
    if struck and stage in ("planned", "proposed"):
        stage = "done"  # "in the light of the attack, the committee will meet tomorrow"
    who = _visit_parties(frame, page) if type_ == "visit" else _joint_parties(frame, page, type_)
    when = (
        _visit_date(told_behind(frame), stage, page.anchor) if type_ == "visit" else date_of(frame, stage, page.anchor)
    )
    when = now or (None if type_ == "statement" and is_said_now(frame) else when)
    if when is None and type_ == "establishment":
        when = _years_ago(frame, page)
    if stage == "done" and when and when.begins_after(page.anchor):
        # What "was opened" is no plan, and the time that its clause names is that of something else.
        happened = struck or (frame.head.pos_ == "VERB" and shared_tense(frame.head) not in ("future", "infinitive"))
        when, stage = (None, stage) if happened else (when, "planned")
    if when and when.ends_before(page.anchor) and will_be(frame, stage):
        when = None  # that of the talks of last year on the treaty that will be signed
    if when is None and type_ != "visit" and stage in ("planned", "done") and is_agreed_on(frame):
        stage = "agreed"
    place = place_of_event(frame, who, type_, page)
    if type_ == "visit":
        place = _at_host(place, who, frame)
    title = title_of(frame, page)
    if type_ == "visit":
        if _last_before(told_behind(frame), stage):  # who came then is not told
            who = tuple(p.model_copy(update={"name": p.code.country}) if p.code else p for p in who)
        guest, host = _first(who, "source"), _first(who, "host")
        if guest and host:
            title = f"Visit of {guest.name} to {host.code.country if host.code else host.name}"
    return Event(
        type=type_,
        title=title,
        parties=who,
        date=when,
        due=when if stage in ("planned", "proposed") else None,
        place=place,
        stage=stage,
        plover=PLOVER.get(type_),
        evidence=evidence_of(frame, page),
    )


_DAY = 10  # characters of an EDTF day


def _visit_date(frame: Frame, stage: Stage, published: Edtf | None) -> Edtf | None:
    """When a visit takes place, open to one side if only its arrival or its departure is told."""
    if last := _last_before(frame, stage):
        return last
    when = date_of(frame, stage, published)
    begins = frame.head.lemma_ in verbs("coming") or _is_from(frame, when)
    if when and len(when) == _DAY and begins:
        return stays.of_length(when, stays.length_told(frame))
    if when and len(when) == _DAY and frame.head.lemma_ in verbs("going"):
        return Edtf(f"../{when}")
    return when


def _last_before(frame: Frame, stage: Stage) -> Edtf | None:
    """When the visit was since which another is told to be the first."""
    if stage != "done" or not any(t.lower_ in ("first", "last") and t.ent_type_ != "DATE" for t in frame.sent):
        return None
    sent = frame.sent
    told = (d for d in frame.dates if d.kind == "since" or _SINCE_ONE.search(sent.text[: d.start - sent.start_char]))
    since = next((d.edtf for d in told if d.edtf), None)
    return Edtf(since.partition("/")[0]) if since else None


def _is_from(frame: Frame, when: Edtf | None) -> bool:
    """Whether the day is told as the one from which on somebody is there."""
    sent = frame.sent
    return any(d.edtf == when and _FROM.search(sent.text[: d.start - sent.start_char]) for d in frame.dates)


_SINCE_ONE = re.compile(r"\bsince (?:that of )?(?:[A-Z][\w.'’-]* ){1,6}(?:visited |came )?in \Z")
_FROM = re.compile(r"\b(?:from|beginning|starting|as of|since)(?: on)? \Z", re.IGNORECASE)
_YEARS = re.compile(r"P(\d+)Y")


def _years_ago(frame: Frame, page: Page) -> Edtf | None:
    """When ties began that have lasted so many years: "45 years of diplomatic relations"."""
    if page.anchor is None or page.anchor.first is None or frame.head.lemma_ not in ("relation", "tie"):
        return None
    if reckoned := next((d.edtf for d in frame.dates if d.kind == "anniversary" and d.edtf), None):
        return reckoned
    lengths = (_YEARS.fullmatch(d.timex or "") for d in frame.dates if d.kind == "duration")
    return next((Edtf(f"{page.anchor.first.year - int(length[1]):04}") for length in lengths if length), None)


def _at_host(place: Place | None, who: tuple[Party, ...], frame: Frame) -> Place | None:
    """Where a visit leads: the town that is told, if it lies in a state that is visited, else that state."""
    hosts = [p.code for p in who if p.role == "host" and p.code]
    towns = [a for a in frame.slots("object", "to", "in", "at") if a.kind == "place" and a.code in hosts]
    if towns:
        return Place(name=towns[0].name, country=towns[0].code)
    if not hosts or (place is not None and place.country in hosts):
        return place
    return Place(name=hosts[0].country, country=hosts[0])


def _first(who: tuple[Party, ...], role: Role) -> Party | None:
    return next((p for p in who if p.role == role), None)


def _visit_parties(frame: Frame, page: Page) -> tuple[Party, ...]:
    """Who comes is the source, who is visited the host."""
    guests, hosts = _guests_and_hosts(frame)
    guests = sorted((a for a in guests if a.kind != "place"), key=lambda a: a.kind != "person")
    if visited := _visited(frame, guests):
        guests, hosts = [a for a in guests if a.code not in {v.code for v in visited}], visited
    if frame.head.lemma_ == "invite":
        guests, hosts = from_abroad(guests, hosts, frame, page.pair)
    elif frame.head.lemma_ not in verbs("hosting") or (frame.head.lemma_ == "invitation" and not _gives(frame)):
        guests, hosts = sent_abroad(guests, hosts, frame, page.pair)
    named: list[tuple[Actor, Role]] = [(a, "source") for a in guests]
    codes = {a.code for a in guests}
    named += [(a, "host") for a in hosts if a.code not in codes or len(codes) > 1]
    if not guests and (comer := _who_comes(frame)):
        named.append((comer, "source"))
    if not named and not speaks_of_itself(frame):
        named += [(a, "source") for a in frame.slots("near", "with") if a.kind in ("person", "group")]
    if not named and page.home is None:
        return both_sides((), page, "participant", "participant")  # who speaks, and so who comes, is not known
    return both_sides(parties(named), page, "source", "host")


def _who_comes(frame: Frame) -> Actor | None:
    """Whom a clause tells to be on a visit: "the minister, who is on a visit to Lima"."""
    verb = frame.verb
    if verb is None or verb.dep_ != "relcl" or not any(c.lower_ == "who" for c in verb.children):
        return None
    before = [a for _, a in frame.actors if a.kind == "person" and a.end <= verb.idx]
    return max(before, key=lambda actor: actor.end, default=None)


_BY_PHONE = re.compile(rf"\b{any_of('encounters.toml', 'by_phone')}", re.IGNORECASE)


def _is_of_states(party: Party) -> bool:
    """Whether a party is a known body of many states: what it does to one state no other does."""
    return party.code is None and any(n.kind == "organisation" and n.code is None for n in find_names(party.name))


def _gives(frame: Frame) -> bool:
    """Whether the invitation is given, and not accepted or thanked for."""
    return frame.verb is not None and frame.verb.lemma_ in verbs("giving")


def _visited(frame: Frame, guests: list[Actor]) -> list[Actor]:
    """To where the noun of a visit leads, if guests of other states are named: "a visit of the Prince to Oslo"."""
    noun, codes = frame.head, {a.code for a in guests}
    if noun.pos_ == "VERB" or noun.lemma_ in ("invitation", *verbs("hosting")):
        return []
    behind = [(a, noun.doc[a.head]) for _, a in frame.actors if a.code]
    led = [a for a, t in behind if t.dep_ == "pobj" and t.head.lower_ == "to" and noun.is_ancestor(t)]
    return led if codes - {a.code for a in led} and any(a.code in codes for a in led) else []


def _guests_and_hosts(frame: Frame) -> tuple[list[Actor], list[Actor]]:
    """Who comes and who is visited: in "welcome X" the subject is visited, in "invite X to visit Y" X comes."""
    if frame.head.lemma_ == "invitation":
        return invited_by_noun(frame)
    if frame.head.lemma_ in verbs("hosting"):
        return hosted(frame)
    if frame.head.lemma_ in verbs("awaiting"):
        return frame.slots("object", "subject"), frame.slots("in")
    if found := invited(frame) or own_visit(frame):
        return found
    # "At the invitation of the French minister, I shall visit New Caledonia": it leads to where its noun or verb does.
    doers, hosts = without_doers(frame, [*frame.slots("object", "to"), *frame.slots("in", "at")])
    return [*(owners(frame) or frame.slots(*_GUEST)), *doers], hosts


_JOINT: tuple[Role, Role] = ("participant", "participant")
_ACTIVE: dict[str, Role] = {
    "statement": "target", "force": "target", "sanction": "target", "protest": "target", "delivery": "recipient",
    "appointment": "subject", "ceremony": "host",
}  # fmt: skip


_SAID = ("statement", "appointment")


def _without_where(named: list[tuple[Actor, Role]], frame: Frame) -> list[tuple[Actor, Role]]:
    """Those on a side without the towns where it is said, if it is said of others: "told President Silva in Lisbon"."""
    where = [a for a in frame.slots("in", "at") if a.kind == "place"]
    others = {role for actor, role in named if actor not in where}
    return [(actor, role) for actor, role in named if actor not in where or role not in others]


def _joint_parties(frame: Frame, page: Page, type_: str) -> tuple[Party, ...]:
    """Both sides take part, unless the type has one who acts and one who is acted upon."""
    near = [a for s, a in frame.actors if s != "near"] or [a for _, a in frame.actors]
    if frame.head.dep_ in ACTED_ON and frame.head.head.lemma_ in word_set("pledges.toml", "condemning"):
        judges = frame.slots("subject", "agent", "by")  # who condemns an attack has no part in it
        near = [a for a in near if a not in judges]
    acting = set(map(id, frame.slots("subject", "agent", "by", "of", "modifier", "self")))
    if type_ == "force" and is_only_told_of(frame):
        acting -= set(map(id, not_acting(frame)))
        near = told_with(frame) or near
    acting -= set(map(id, accredited_to(near, page.text)))
    if type_ == "delivery" and frame.head.pos_ == "VERB" and frame.head.lemma_ in word_set("giving.toml", "taking"):
        acting = set(map(id, near)) - acting  # who receives does not give
    named: list[tuple[Actor, Role]] = []
    for actor in near:
        if type_ in _ACTIVE:
            role: Role = "source" if id(actor) in acting else _ACTIVE[type_]
        else:
            role = "participant"
        if actor.kind == "place" and role == "participant":
            continue
        if type_ == "delivery" and actor.kind == "person" and not actor.code and actor in frame.slots("object"):
            continue  # the ship or plane that is delivered has the name of a person
        named.append((actor, role))
    found = parties(_without_where(named, frame) if type_ in _SAID else named)
    if type_ not in _ACTIVE:
        return both_sides(found, page, *_JOINT)
    if any(p.role == "source" and _is_of_states(p) for p in found) and any(
        p.role == "target" and p.code for p in found
    ):
        return found
    if type_ == "force" and found and not any(p.role == "source" for p in found) and frame.head.pos_ != "VERB":
        return found  # nobody is told to have made it
    found = both_sides(found, page, "source", _ACTIVE[type_])
    told = bool(named) if type_ == "ceremony" else type_ != "delivery" or any(role == "source" for _, role in named)
    return found if told else the_usual_way(found, page, "source", _ACTIVE[type_])
