"""Journeys: on which of the visits that a text tells of something happened or is to happen."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.models import Activity, Entry, Event, Figure, Instrument
from dragoman.reading.whole.told import Told
from dragoman.values import CountryCode, Edtf

_YEAR = 366  # days
_DAY = 10  # characters of an EDTF day
_TALKS = ("meeting", "forum", "visit")
# Characters that a visit told after an event counts as farther away than one told before it.
_AFTERWARDS = 200
# A visit that ended longer ago than this, in days, is history; what is told so many characters behind it is part of it.
_RECENT, _RIGHT_BEHIND = 300, 250


def on_errand(entry: Entry, entries: Sequence[Entry], told: Told, published: Edtf | None) -> Entry:
    """What somebody is to see to on a journey that the text tells of, or is to happen at talks, with the time of these.

    Work, treaties and those who are to come have it if they have no time of their own.
    """
    errand = next((e for e in told.errands if e.start <= entry.evidence[0].start < e.end), None)
    if errand is None or published is None or not _may_be_seen_to(entry):
        return entry
    ahead = [e for e in entries if isinstance(e, Event) and e.type in _TALKS and _is_ahead(e, published)]
    visits = [e for e in ahead if e.type == "visit" and not errand.gathering] or [
        e for e in ahead if e.stage == "planned" and (e.type != "visit" or not errand.gathering)
    ]
    if not visits:
        return entry
    exact = [e for e in visits if e.date and len(e.date) >= _DAY] or visits
    leg = _leg(entry, exact, told.states) or min(exact, key=lambda v: _away(v, entry))
    return entry.model_copy(
        update={"date": leg.date} if isinstance(entry, Figure) else {"date": leg.date, "due": leg.date}
    )


def _may_be_seen_to(entry: Entry) -> bool:
    if isinstance(entry, Figure):
        return entry.date is None and entry.measure in ("people", "count")
    return isinstance(entry, Activity | Instrument) and entry.date is None and entry.stage in ("planned", "proposed")


def _is_ahead(event: Event, published: Edtf) -> bool:
    """Whether an event of a known time is to come, or still goes on."""
    when = event.date
    return bool(when and event.stage in ("planned", "underway") and within_a_year(when) and published.begins_by(when))


def _leg(entry: Entry, visits: Sequence[Event], states: Sequence[tuple[int, CountryCode]]) -> Event | None:
    """Of visits to several states the one to that which the text has named last."""
    hosts = {p.code: visit for visit in visits for p in visit.parties if p.role == "host" and p.code}
    end = entry.evidence[0].end
    return next((hosts[code] for at, code in reversed(states) if at < end and code in hosts), None)


def visit_of(
    event: Event, visits: list[Event], published: Edtf | None, states: Sequence[tuple[int, CountryCode]] = ()
) -> Event | None:
    """The visit on which the event happens: of the same stage, in the same country, the one told nearest.

    A visit of years ago is history: only what is told right behind it happened on it.
    """
    near = [v for v in visits if not _long_ago(v, published) or _away(v, event) <= _RIGHT_BEHIND]
    fitting = [v for v in near if v.stage == event.stage or v.stage == "underway"]
    where = {p.code for p in event.parties} | ({event.place.country} if event.place else set())
    hosts = {v: {p.code for p in v.parties if p.role == "host"} for v in fitting}
    ahead = [v for v in fitting if v.stage == "planned"]
    if len({v.date for v in ahead}) > 1 and event.stage == "planned" and (leg := _leg(event, ahead, states)):
        return leg
    if len({v.date for v in fitting}) > 1:
        fitting = [v for v in fitting if hosts[v] & where]
    return min(fitting, key=lambda v: _away(v, event), default=None)


def within_a_year(when: Edtf) -> bool:
    """Whether a time tells a year or less: of a visit "in the 1970s" nothing else in the text need be a part."""
    return bool(when.first and when.last and (when.last - when.first).days <= _YEAR)


def _long_ago(visit: Event, published: Edtf | None) -> bool:
    over = visit.date.last if visit.date else None
    return bool(over and published and published.first and (published.first - over).days > _RECENT)


def _away(visit: Event, event: Entry) -> int:
    """How far from the event the visit is told, in characters."""
    at = event.evidence[0].start
    return min(at - e.start if e.start <= at else e.start - at + _AFTERWARDS for e in visit.evidence)
