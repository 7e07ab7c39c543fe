"""Visits and meetings: whether a later one is the one that was promised, which words alone tell badly."""

from __future__ import annotations

from dragoman.follow.promises.outcomes import says
from dragoman.follow.promises.passage import Passage
from dragoman.follow.promises.sought import Sought
from dragoman.ledger.identity.evidence import Evidence
from dragoman.models import INTENDED, Entry, Event
from dragoman.values import CountryCode, Edtf

_ENCOUNTERS = frozenset({"meeting", "visit", "call", "forum", "signing", "ceremony", "opening"})
_DAYS = 3
_MONTH = 31
_WAIT = 550
"""Days after the time that was set in which a visit is taken to be the one that was promised."""


def encounter(sought: Sought, passage: Passage, found: Evidence) -> None:
    """A visit or meeting is answered by one of the same states, in the same direction, at the same place."""
    if not sought.is_encounter:
        return
    best: Evidence | None = None
    for stored, actors in zip(passage.entries, passage.actors, strict=True):
        if isinstance(stored.entry, Event) and stored.entry.type in _ENCOUNTERS:
            likeness = _like(sought, stored.entry, actors, passage)
            if best is None or likeness.points > best.points:
                best = likeness
    if best is None:
        if passage.tells_of_meeting:
            found.add(0.5, "a meeting in words")
            if there := _visited(sought.entry) & passage.named:
                found.add(1.5, f"in {min(there)}")
        else:
            found.add(-2.0, "no meeting is told")
    elif best.apart:
        found.apart = best.apart
    else:
        for points, reason in best.reasons:
            found.add(points, reason)


def _like(sought: Sought, told: Event, actors: frozenset[CountryCode], passage: Passage) -> Evidence:
    promised, found = sought.entry, Evidence()
    assert isinstance(promised, Event)
    if (when := told.date) and when.last and when.last.toordinal() < sought.source.day - 1:
        found.apart = "over before it was promised"
        return found
    if len(sought.actors & actors) < min(2, len(sought.actors)):
        found.add(-2.0, "other states")
    if promised.type == told.type == "visit":
        if _visited(promised) and _visited(promised) & _visited(told):
            found.add(2.0, f"a visit to {', '.join(sorted(_visited(promised) & _visited(told)))}")
        elif _visited(promised) and _visited(told):
            found.add(-2.5, "a visit to another state")
    elif promised.type == told.type:
        found.add(1.0, f"a {told.type} too")
    if promised.place and told.place:
        if promised.place.name == told.place.name:
            found.add(1.5, f"in {told.place.name}")
        elif promised.place.country and promised.place.country == told.place.country:
            found.add(0.5, f"in {told.place.country.country}")
        elif promised.place.country and told.place.country:
            found.add(-2.0, "in another state")
    day = told.date.first.toordinal() if told.date and told.date.first else passage.source.day
    if sought.due and sought.due.last and sought.due.first:
        late = day - sought.due.last.toordinal()
        if told.stage in INTENDED and late > 0 and not says("waiting", passage.words):
            found.add(-2.0, "planned for another time")
        if late <= 0 and told.date and meet(told.date, sought.due):
            found.add(2.0, "at the time that was set")
        elif late > 2 * _WAIT:
            found.apart = "years after the time that was set"
        elif late > _WAIT:
            found.add(-2.5, "long after the time that was set")
        elif late > 0:
            found.add(0.5, f"{late} days after the time that was set")
        elif is_exact(sought.due):
            found.add(-1.0, "before the time that was set")
    elif day - sought.source.day <= _WAIT:
        found.add(1.0, "in the months after the announcement")
    elif day - sought.source.day > 2 * _WAIT:
        found.apart = "years after the announcement"
    return found


def _visited(event: Entry) -> frozenset[CountryCode]:
    hosts = {party.code for party in event.parties if party.role == "host" and party.code}
    return frozenset(hosts or ({event.place.country} if event.place and event.place.country else set()))


def is_exact(when: Edtf) -> bool:
    """Whether a time is told to the day, or almost."""
    first, last = when.first, when.last
    return first is not None and last is not None and (last - first).days <= _DAYS


def meet(told: Edtf, due: Edtf) -> bool:
    """Whether what is told lies in the time that was set, and is not told so roughly that much else would, too."""
    if not (told.first and told.last and due.first and due.last):
        return False
    rough = (told.last - told.first).days > max(_MONTH, 2 * (due.last - due.first).days)
    return told.first <= due.last and due.first <= told.last and not rough
