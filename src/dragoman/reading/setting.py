"""The setting: when and where that happens which the text tells in passing, without a date or place of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.models import Activity, Entry, Event, Instrument, Place, Staged
from dragoman.values import Edtf

_ON_VISITS = {"meeting", "ceremony", "signing", "opening", "visit", "call", "forum", "delivery"}
# What happens at some place, so that the place told last is where it does.
_PLACED = {"meeting", "opening", "forum", "ceremony", "signing", "visit"}
# What releases tell as history when they give it no date: states long independent, wars long over; what was launched is
# news.
_HISTORY = {"establishment", "force"}
_NEWS = re.compile(r"\b(?:launched|unveiled|inaugurated)\b")
# What an anniversary may be of, and how many characters behind the word for it that is named.
_FOUNDINGS = {"establishment", "force", "opening", "signing", "visit"}
_OF, _OF_VISIT = 45, 12
# Characters that a visit told after an event counts as farther away than one told before it.
_AFTERWARDS = 200
_YEAR = 366  # days
# Where things are agreed on, and how many days before publication that was of which the text then goes on to tell.
_AGREEING, _LATELY = {"meeting", "forum", "visit"}, 7
_NEXT_SENTENCES, _TO_THE_END = 300, 10**9  # characters
_NEXT = 100  # characters behind a visit in which the next words tell when it is to be
_WHICH_WAS = 3  # characters between a treaty and the words that tell of its signing: ", "
# A visit that ended longer ago than this, in days, is history; what is told so many characters behind it is part of it.
_RECENT, _RIGHT_BEHIND = 300, 250


def settle(
    entries: Sequence[Entry],
    published: Edtf | None = None,
    times: Sequence[tuple[int, Edtf]] = (),
    places: Sequence[tuple[int, Place]] = (),
    founded: Sequence[tuple[int, Edtf]] = (),
) -> list[Entry]:
    """Give entries without a date or place of their own the one that the text gives them elsewhere.

    What happens on a visit has the date and place of the visit; what is agreed, signed or stated in a dated text, and
    what has happened by then, has the date of the text; in an undated one it has the date told last before it.
    ``times`` and ``places`` are those of the text, with their offsets; ``founded`` are the times that anniversaries
    reckon back to, with the offsets at which the words for them end.
    """
    entries = [_not_past_due(_to_come(_over(_founded(e, founded), published), published), published) for e in entries]
    made = [e for e in entries if isinstance(e, Event) and e.type == "visit" and not _founding(e, founded)]
    visits = [e for e in made if e.date and _within_a_year(e.date)]
    told = _days_told(entries, published)
    dated = [
        _dated(e, visits, published, times, told) if isinstance(e, Event) and e.date is None else e for e in entries
    ]
    dated = [_signed(e, dated) if isinstance(e, Instrument) and e.date is None else e for e in dated]
    dated = [
        _dated(e, visits, published, times, told) if isinstance(e, Staged) and e.date is None else e for e in dated
    ]
    events = sorted((e for e in dated if isinstance(e, Event)), key=lambda e: e.evidence[0].start)
    return [_placed(e, places, events) if isinstance(e, Event) and e.place is None else e for e in dated]


def _founded(entry: Entry, founded: Sequence[tuple[int, Edtf]]) -> Entry:
    """What an anniversary is of, with the date of its founding: "the 50th anniversary of the opening of the school"."""
    when = _founding(entry, founded)
    return entry.model_copy(update={"date": when}) if when else entry


def _founding(entry: Entry, founded: Sequence[tuple[int, Edtf]]) -> Edtf | None:
    """The time to which the anniversary of what the entry tells reckons back, None if no anniversary is of it."""
    if not (isinstance(entry, Instrument) or (isinstance(entry, Event) and entry.type in _FOUNDINGS)):
        return None
    at, near = entry.evidence[0].start, _OF_VISIT if entry.type == "visit" else _OF
    return next((when for end, when in founded if 0 <= at - end <= near), None)


def _over(entry: Entry, published: Edtf | None) -> Entry:
    """An event of a day before publication has taken place, though it is told of as planned."""
    if not isinstance(entry, Event) or entry.stage != "planned" or entry.date is None or published is None:
        return entry
    past = entry.date.last and published.first and entry.date.last < published.first
    return entry.model_copy(update={"stage": "done", "due": None}) if past else entry


def _to_come(entry: Entry, published: Edtf | None) -> Entry:
    """An event that is agreed on for a day to come is due then, like one that is planned.

    What an instrument that is in force is to bring on such a day does not date it, nor does what is to follow date
    an event that has taken place.
    """
    if not (entry.date and published and entry.date != published and _ahead(entry.date, published)):
        return entry
    if isinstance(entry, Instrument) and entry.stage == "underway":
        return entry.model_copy(update={"date": None})
    if isinstance(entry, Event) and entry.stage == "done" and not _may_be(entry.date, published):
        return entry.model_copy(update={"date": None})
    agreed = isinstance(entry, Event) and entry.stage == "agreed" and entry.due is None
    return entry.model_copy(update={"due": entry.date}) if agreed else entry


def _not_past_due(entry: Entry, published: Edtf | None) -> Entry:
    """An activity yet to come is not due by the time at which it was told of."""
    if not isinstance(entry, Activity) or entry.due is None or published is None:
        return entry
    past = entry.due.last and published.last and entry.due.last <= published.last
    return entry.model_copy(update={"due": None}) if past else entry


def _signed(instrument: Instrument, entries: Sequence[Entry]) -> Instrument:
    """An instrument with the time at which the same words say that it is to be signed, or that it was."""
    ahead = instrument.stage in ("planned", "proposed")
    stage, near = (instrument.stage, 0) if ahead else ("done", _WHICH_WAS)
    signings = (e for e in entries if isinstance(e, Event) and e.type == "signing" and e.stage == stage)
    when = next((e for e in signings if e.date and _touch(instrument, e, near)), None)
    return instrument.model_copy(update={"date": when.date, "due": when.due}) if when else instrument


def _touch(one: Entry, other: Entry, near: int = 0) -> bool:
    """Whether two entries rest on the same words, or the other on words that begin so ``near`` behind."""
    return any(a.start < b.end and b.start < a.end + near for a in one.evidence for b in other.evidence)


def _placed(event: Event, told: Sequence[tuple[int, Place]], events: Sequence[Event]) -> Event:
    """The event at the place that its own words tell, else where the last event like it was, else the one told last."""
    if event.type not in _PLACED:
        return event
    start, end = event.evidence[0].start, event.evidence[0].end
    own = [place for at, place in told if start <= at < end]
    around = [e.place for e in events if e.place and e.evidence[0].start <= start and _goes_with(e, event)]
    before = [place for at, place in told if at < start]
    found = own[:1] or around[-1:] or (before[-1:] if event.type != "visit" else [])
    return event.model_copy(update={"place": found[0]}) if found else event


def _goes_with(one: Event, other: Event) -> bool:
    """Whether two events may be of one journey: the same stage, no different times, a state in common."""
    if one.stage != other.stage or (one.date and other.date and one.date != other.date):
        return False
    return bool({p.code for p in one.parties if p.code} & {p.code for p in other.parties if p.code})


def _dated(
    entry: Event | Instrument | Activity,
    visits: list[Event],
    published: Edtf | None,
    times: Sequence[tuple[int, Edtf]],
    told: Sequence[tuple[range, Edtf]],
) -> Entry:
    if isinstance(entry, Event) and entry.type in _ON_VISITS and (visit := _visit_of(entry, visits, published)):
        when: Edtf | None = visit.date
        entry = entry.model_copy(update={"place": entry.place or visit.place})
    else:
        when = _time_of_telling(entry, published, times, told)
    if when is None:
        return entry
    # What is promised on the day of publication is not due on that day; what is to take place then is.
    ahead = entry.stage in ("planned", "proposed") and (isinstance(entry, Event) or when != published)
    return entry.model_copy(update={"date": when, "due": when if ahead else entry.due})


def _days_told(entries: Sequence[Entry], published: Edtf | None) -> list[tuple[range, Edtf]]:
    """The days, shortly before that of publication, on which the text says that something was done, with the offsets
    for which they hold: a meeting to the end of the text, anything else for the next sentences."""
    days = []
    for entry in sorted(entries, key=lambda e: e.evidence[0].start):
        if isinstance(entry, Event | Activity) and entry.stage == "done" and entry.date and published:
            start, reach = entry.evidence[0].start, _TO_THE_END if entry.type in _AGREEING else _NEXT_SENTENCES
            days += [(range(start, start + reach), entry.date)] if _is_lately(entry.date, published) else []
    return days


def _is_lately(when: Edtf, published: Edtf) -> bool:
    """Whether a time is a day of the week before that of publication."""
    if when.first is None or when.first != when.last or published.first is None or published.first != published.last:
        return False
    return 0 < (published.first - when.first).days <= _LATELY


def _time_of_telling(
    entry: Event | Instrument | Activity,
    published: Edtf | None,
    times: Sequence[tuple[int, Edtf]],
    told: Sequence[tuple[range, Edtf]],
) -> Edtf | None:
    news = isinstance(entry, Event) and (entry.type not in _HISTORY or bool(_NEWS.search(entry.title)))
    happened = news and entry.stage in ("done", "underway")
    invited = isinstance(entry, Event) and entry.type == "visit"
    told_now = (entry.stage == "agreed" and not invited) or happened
    before = [when for at, when in times if at <= entry.evidence[0].end]
    if published is not None:
        if isinstance(entry, Event) and entry.stage == "planned":
            ahead = [when for when in reversed(before) if _ahead(when, published)]
            if entry.type == "visit" and (not ahead or ahead[0] == published):
                ahead = [*_told_next(entry, times, published), *ahead]
            return next(iter(ahead), None)
        if told_now:
            return next((when for where, when in reversed(told) if entry.evidence[0].start in where), published)
        promised = isinstance(entry, Activity) and entry.amount is not None and entry.stage == "planned"
        return published if promised else None
    if told_now or entry.stage == "done":
        return before[-1] if before else (times[0][1] if times else None)
    return None


def _told_next(entry: Entry, times: Sequence[tuple[int, Edtf]], published: Edtf) -> list[Edtf]:
    """The times to come that are told in the next words: "will visit Lima. He will be there from 3 to 5 May"."""
    end = entry.evidence[0].end
    return [when for at, when in times if 0 <= at - end <= _NEXT and when != published and _ahead(when, published)]


def _within_a_year(when: Edtf) -> bool:
    """Whether a time tells a year or less: of a visit "in the 1970s" nothing else in the text need be a part."""
    return bool(when.first and when.last and (when.last - when.first).days <= _YEAR)


def _ahead(when: Edtf, published: Edtf) -> bool:
    """Whether a time lies on the day of publication or after it."""
    return bool(when.first and published.first and when.first >= published.first)


def _may_be(when: Edtf, published: Edtf) -> bool:
    """Whether a time and the publication may fall on one day."""
    return bool(when.first and published.last and when.first <= published.last)


def _visit_of(event: Event, visits: list[Event], published: Edtf | None) -> Event | None:
    """The visit on which the event happens: of the same stage, in the same country, the one told nearest.

    A visit of years ago is history: only what is told right behind it happened on it.
    """
    near = [v for v in visits if not _long_ago(v, published) or _away(v, event) <= _RIGHT_BEHIND]
    fitting = [v for v in near if v.stage == event.stage or v.stage == "underway"]
    where = {p.code for p in event.parties} | ({event.place.country} if event.place else set())
    hosts = {v: {p.code for p in v.parties if p.role == "host"} for v in fitting}
    if len({v.date for v in fitting}) > 1:
        fitting = [v for v in fitting if hosts[v] & where]
    return min(fitting, key=lambda v: _away(v, event), default=None)


def _long_ago(visit: Event, published: Edtf | None) -> bool:
    over = visit.date.last if visit.date else None
    return bool(over and published and published.first and (published.first - over).days > _RECENT)


def _away(visit: Event, event: Event) -> int:
    """How far from the event the visit is told, in characters."""
    at = event.evidence[0].start
    return min(at - e.start if e.start <= at else e.start - at + _AFTERWARDS for e in visit.evidence)
