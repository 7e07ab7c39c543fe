"""The setting: when and where that happens which the text tells in passing, without a date or place of its own."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from dragoman.models import Activity, Entry, Event, Evidence, Figure, Instrument, Place, Staged
from dragoman.reading.whole.contents import dated_by_plan
from dragoman.reading.whole.deadlines import with_deadlines
from dragoman.reading.whole.journeys import on_errand, visit_of, within_a_year
from dragoman.reading.whole.told import Told
from dragoman.values import Edtf

_ON_VISITS = {"meeting", "ceremony", "signing", "opening", "visit", "call", "forum", "delivery"}
# What begins with which event.
_BEGUN_BY = {"establishment": ("body", "mission", "twinning", "programme", "dialogue"), "opening": ("mission",)}
# What happens at some place, so that the place told last is where it does.
_PLACED = {"meeting", "opening", "forum", "ceremony", "signing", "visit"}
# What releases tell as history when they give it no date: states long independent, wars long over; what was launched is
# news.
_HISTORY = {"establishment", "force"}
_NEWS = re.compile(r"\b(?:launched|unveiled|inaugurated)\b")
# What is planned for a time of its own, whatever the time of what was told before.
_ON_ITS_OWN = {"establishment", "opening", "adoption", "statement", "sanction"}
# What an anniversary may be of, and how many characters behind the word for it that is named.
_FOUNDINGS = {"establishment", "force", "opening", "signing", "visit"}
_OF, _OF_VISIT = 45, 12
# Where things are agreed on, and how many days before publication that was of which the text then goes on to tell.
_AGREEING, _LATELY = {"meeting", "forum", "visit"}, 7
_YEAR = 4  # characters of an EDTF year
_NEXT_SENTENCES, _TO_THE_END = 300, 10**9  # characters
_NEXT = 100  # characters behind a visit in which the next words tell when it is to be
_WHICH_WAS = 3  # characters between a treaty and the words that tell of its signing: ", "
_NOTHING = Told()


def settle(
    entries: Sequence[Entry],
    published: Edtf | None = None,
    told: Told = _NOTHING,
    arrivals: Collection[tuple[Evidence, ...]] = (),
) -> list[Entry]:
    """Give entries without a date or place of their own the one that the text gives them elsewhere.

    What happens on a visit has the date and place of the visit; what is agreed, signed or stated in a dated text, and
    what has happened by then, has the date of the text; in an undated one it has the date told last before it.
    """
    entries = [_founded(entry, told) for entry in entries]
    entries = [_not_past_due(_to_come(_over(entry, published), published), published) for entry in entries]
    made = [e for e in entries if isinstance(e, Event) and e.type == "visit" and not _founding(e, told)]
    visits = [e for e in made if e.date and within_a_year(e.date)]
    begun = [e for e in visits if published and e.evidence in arrivals]
    lately = _days_told([e for e in entries if e not in begun], published)
    dated = [
        _dated(e, visits, begun, published, told, lately) if isinstance(e, Event) and e.date is None else e
        for e in entries
    ]
    dated = [_expected(e, dated) if isinstance(e, Figure) and e.date is None else e for e in dated]
    dated = [on_errand(e, dated, told, published) for e in dated]
    dated = [_begun(e, dated) if isinstance(e, Instrument) and e.date is None else e for e in dated]
    dated = dated_by_plan(dated, told.contents, published)
    dated = [
        _dated(e, visits, begun, published, told, lately) if isinstance(e, Staged) and e.date is None else e
        for e in dated
    ]
    dated = with_deadlines(dated, told.deadlines)
    events = sorted((e for e in dated if isinstance(e, Event)), key=lambda e: e.evidence[0].start)
    return [_placed(e, told.places, events) if isinstance(e, Event) and e.place is None else e for e in dated]


def _founded(entry: Entry, told: Told) -> Entry:
    """What an anniversary is of, with the date of its founding: "the 50th anniversary of the opening of the school"."""
    when = _founding(entry, told)
    return entry.model_copy(update={"date": when}) if when else entry


def _founding(entry: Entry, told: Told) -> Edtf | None:
    """The time to which the anniversary of what the entry tells reckons back, None if no anniversary is of it."""
    if not (isinstance(entry, Instrument) or (isinstance(entry, Event) and entry.type in _FOUNDINGS)):
        return None
    at, near = entry.evidence[0].start, _OF_VISIT if entry.type == "visit" else _OF
    parted = [start for start in told.starts if start <= at]
    return next((w for end, w in told.founded if 0 <= at - end <= near and not (parted and end < parted[-1])), None)


def _over(entry: Entry, published: Edtf | None) -> Entry:
    """An event of a day before publication has taken place, though it is told of as planned."""
    if not isinstance(entry, Event) or entry.stage != "planned" or entry.date is None or published is None:
        return entry
    return entry.model_copy(update={"stage": "done", "due": None}) if entry.date.ends_before(published) else entry


def _to_come(entry: Entry, published: Edtf | None) -> Entry:
    """An event that is agreed on for a day to come is due then, like one that is planned.

    What an instrument that is in force is to bring on such a day does not date it, nor does what is to follow date
    an event that has taken place.
    """
    if not (entry.date and published and entry.date != published):
        return entry
    if isinstance(entry, Event) and entry.stage == "agreed" and entry.due is None and _lasts(entry.date, published):
        return entry.model_copy(update={"due": entry.date})
    if not _ahead(entry.date, published):
        return entry
    if isinstance(entry, Instrument) and entry.stage == "underway":
        return entry.model_copy(update={"date": None})
    if isinstance(entry, Instrument) and entry.stage == "agreed":
        return entry.model_copy(update={"date": None, "due": entry.due or entry.date})
    if isinstance(entry, Event) and entry.stage == "done" and not entry.date.begins_by(published):
        return entry.model_copy(update={"date": None})
    return entry


def _not_past_due(entry: Entry, published: Edtf | None) -> Entry:
    """An activity yet to come is not due by the time at which it was told of."""
    if not isinstance(entry, Activity) or entry.due is None or published is None:
        return entry
    past = entry.due.last and published.last and entry.due.last <= published.last
    return entry.model_copy(update={"due": None}) if past else entry


def _begun(instrument: Instrument, entries: Sequence[Entry]) -> Instrument:
    """An instrument with the time at which the same words say that it was signed, founded or opened, or is to be
    signed."""
    ahead = instrument.stage in ("planned", "proposed")
    stage, near = (instrument.stage, 0) if ahead else ("done", _WHICH_WAS)
    for event in entries:
        if not (isinstance(event, Event) and event.date and event.stage == stage):
            continue
        signed = event.type == "signing" and _touch(instrument, event, near)
        begun = not ahead and instrument.type in _BEGUN_BY.get(event.type, ()) and _touch(instrument, event)
        if signed or begun:
            return instrument.model_copy(update={"date": event.date, "due": event.due})
    return instrument


def _expected(figure: Figure, entries: Sequence[Entry]) -> Figure:
    """Those who are to come to something, with its time: "fifty firms will be represented at the fair"."""
    if figure.measure not in ("people", "count"):
        return figure
    ahead = (e for e in entries if isinstance(e, Event) and e.stage == "planned" and e.date and _touch(figure, e))
    event = next(ahead, None)
    return figure.model_copy(update={"date": event.date}) if event else figure


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
    begun: list[Event],
    published: Edtf | None,
    told: Told,
    lately: Sequence[tuple[range, Edtf]],
) -> Entry:
    on_visit = isinstance(entry, Event) and entry.type in _ON_VISITS
    if isinstance(entry, Event) and on_visit and (visit := visit_of(entry, visits, published, told.states)):
        since = entry.stage == "done" and visit in begun
        when = _time_of_telling(entry, published, told.times, lately) if since else visit.date
        entry = entry.model_copy(update={"place": entry.place or visit.place})
    else:
        when = _time_of_telling(entry, published, told.times, lately)
    if when is None:
        return entry
    # What is to take place then is due then; what is promised then is not.
    ahead = entry.stage in ("planned", "proposed") and isinstance(entry, Event)
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
    lately: Sequence[tuple[range, Edtf]],
) -> Edtf | None:
    news = isinstance(entry, Event) and (entry.type not in _HISTORY or bool(_NEWS.search(entry.title)))
    happened = news and entry.stage in ("done", "underway")
    invited = isinstance(entry, Event) and entry.type == "visit"
    told_now = (entry.stage == "agreed" and not invited) or happened
    before = [when for at, when in times if at <= entry.evidence[0].end]
    if published is not None:
        if isinstance(entry, Event) and entry.stage == "planned":
            told = [] if entry.type in _ON_ITS_OWN else reversed(before)
            ahead = [when for when in told if _is_close(when) and _ahead(when, published)]
            if entry.type == "visit" and (not ahead or ahead[0] == published):
                ahead = [*_told_next(entry, times, published), *ahead]
            return next(iter(ahead), None)
        if told_now:
            return next((when for where, when in reversed(lately) if entry.evidence[0].start in where), published)
        promised = isinstance(entry, Activity) and entry.amount is not None and entry.stage == "planned"
        return published if promised else None
    if told_now or entry.stage == "done" or (isinstance(entry, Activity) and entry.stage != "underway"):
        return before[-1] if before else (times[0][1] if times else None)
    return None


def _told_next(entry: Entry, times: Sequence[tuple[int, Edtf]], published: Edtf) -> list[Edtf]:
    """The times to come that are told in the next words: "will visit Lima. He will be there from 3 to 5 May"."""
    end = entry.evidence[0].end
    return [when for at, when in times if 0 <= at - end <= _NEXT and when != published and _ahead(when, published)]


def _ahead(when: Edtf, published: Edtf) -> bool:
    """Whether a time lies on the day of publication or after it."""
    return bool(when.first and published.first and when.first >= published.first)


def _is_close(when: Edtf) -> bool:
    """Whether a time is told by its month or day: years are those of a plan, or of anything."""
    return all(len(end) > _YEAR for end in when.split("/"))


def _lasts(when: Edtf, published: Edtf) -> bool:
    """Whether a time ends after the day of publication."""
    return bool(when.last and published.last and when.last > published.last)
