"""Acts: the PLOVER type of an event by what its own words tell, and who acts and who is acted on.

The type of an event alone does not tell whether a statement accuses or asks, and whether force was threatened or used.
"""

from __future__ import annotations

from dragoman.models import Entry, Event, Party, PloverType
from dragoman.reading.news.plover import PloverEvent, find_plover
from dragoman.reading.page import Page

# What the events of a type may be, by their words.
_MAY_BE: dict[str, frozenset[PloverType]] = {
    "statement": frozenset(("SUPPORT", "AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONCEDE")),
    "force": frozenset(("ASSAULT", "COERCE", "MOBILIZE", "RETREAT")),
    "sanction": frozenset(("SANCTION", "THREATEN", "CONCEDE")),
    "protest": frozenset(("PROTEST",)),
    "other": frozenset(("RETREAT", "CONCEDE", "REJECT", "COOPERATE", "AGREE")),
}


def with_act(entry: Entry, page: Page) -> Entry:
    """The event with the PLOVER type and the sides of the act that its evidence tells; any other entry as it is."""
    told = _act(entry, page) if isinstance(entry, Event) and entry.type in _MAY_BE else None
    if told is None:
        return entry
    if isinstance(entry, Event) and entry.type == "force" and _is_unsigned(entry, told):
        return entry.model_copy(update={"plover": told.type})
    return entry.model_copy(update={"plover": told.type, "parties": tuple(_on_side(p, told) for p in entry.parties)})


def _is_unsigned(event: Event, act: PloverEvent) -> bool:
    """Whether nobody is told to have used the force, and the act has only where it was: "the bombings in Madrid"."""
    acting = {p.code for p in event.parties if p.role == "source"}
    struck = {p.code for p in event.parties if p.role == "target"}
    named = {a.code for a in act.sources if a.kind != "place"}
    return not named - (acting or struck)


def _act(event: Event, page: Page) -> PloverEvent | None:
    """The surest act that the event may be, told within its first evidence."""
    told = event.evidence[0]
    sentences = (s for s in page.sentences if s.start_char < told.end and told.start < s.end_char)
    acts = (act for sent in sentences for act in find_plover(page, sent))
    inside = [a for a in acts if told.start <= a.trigger[0] and a.trigger[1] <= told.end]
    fitting = [a for a in inside if a.type in _MAY_BE[event.type]]
    return max(fitting, key=lambda act: act.score, default=None)


def _on_side(party: Party, act: PloverEvent) -> Party:
    """The party with the side of its state; who strikes at home acts."""
    sources, targets = ({a.code for a in side} for side in (act.sources, act.targets))
    if party.code is None or party.code not in sources | targets:
        return party
    return party.model_copy(update={"role": "source" if party.code in sources else "target"})
