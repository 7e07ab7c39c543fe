"""Which later sentences speak of a promise, scored by what they share with it.

Points are as in ``ledger/identity``: 1 is a hint, 2 a fact that many things share, 4 one that few share. A sentence
answers a promise from ``ENOUGH`` points on, unless something sets the two apart. A promise may so be met by another
record: a visit by the meeting told at the place, "further assistance" by a grant, negotiations by a treaty.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from dragoman.follow.promises.marks import begin
from dragoman.follow.promises.outcomes import says
from dragoman.follow.promises.passage import NAME, Passage, Source
from dragoman.ledger.identity.evidence import Evidence
from dragoman.ledger.identity.words import Weights, weigh
from dragoman.ledger.states import actors_of
from dragoman.models import INTENDED, TALKS, Activity, Entry, Event
from dragoman.reading.gazetteer import find_names
from dragoman.values import CountryCode, Edtf

ENOUGH = 3.25
FURTHER = "further help, as was held out"
_ENCOUNTERS = frozenset({"meeting", "visit", "call", "forum", "signing", "ceremony", "opening"})
_AID = frozenset({"grant", "technical_assistance", "in_kind", "cooperation", "loan", "debt_relief"})
_LONG = 6 * 366
"""Days after its announcement (or the time that was set) in which a promise is looked for."""
_DAYS = 3
_MONTH = 31
_EACH = 2.4
"""Points for a word of weight 1 that both have."""
_WAIT = 550
"""Days after the time that was set in which a visit is taken to be the one that was promised."""


@dataclass(frozen=True, eq=False)
class Sought:
    """A promise as it is looked for in later documents; ``words`` are weighed among the documents of its states.

    ``near`` are those around it, in its sentence and the one before, with half their weight. ``said`` are the words
    that it rests on.
    """

    entry: Entry
    source: Source
    said: str
    states: frozenset[CountryCode]
    words: Weights
    near: Weights
    ordinals: frozenset[tuple[str, int]]
    numbers: frozenset[str]
    name: frozenset[str]
    people: frozenset[str]
    due: Edtf | None
    is_further: bool = False
    is_talks: bool = False

    @cached_property
    def places(self) -> frozenset[str]:
        """The names of places in its words, by the beginnings of their words."""
        named = (self.said[name.start : name.end] for name in find_names(self.said))
        return frozenset(begin(part) for name in named for part in weigh(name))

    @cached_property
    def names(self) -> frozenset[str]:
        """Its words that are names, or as telling as one."""
        return frozenset(word for word, weight in self.words.items() if weight >= NAME)

    @cached_property
    def own(self) -> Sequence[tuple[str, str, float]]:
        """Its words with their beginnings and weights, without those that tell nothing."""
        return _begun(self.words)

    @cached_property
    def around(self) -> Sequence[tuple[str, str, float]]:
        """The words around it likewise."""
        return _begun(self.near)

    @cached_property
    def until(self) -> int:
        """The last day of the time that was set, else the day of the announcement."""
        return self.due.last.toordinal() if self.due and self.due.last else self.source.day

    @cached_property
    def weight(self) -> float:
        """How much all its words tell."""
        return sum(self.words.values())

    @cached_property
    def actors(self) -> frozenset[CountryCode]:
        """The states that take part in it."""
        return actors_of(self.entry)

    @cached_property
    def is_open(self) -> bool:
        """Whether further help is held out without a word of how much."""
        return isinstance(self.entry, Activity) and self.entry.type in _AID and not self.numbers and self.is_further

    @cached_property
    def is_encounter(self) -> bool:
        """Whether it is a visit or a meeting, which words alone tell badly from other ones."""
        return isinstance(self.entry, Event) and self.entry.type in TALKS and self.is_talks


def _begun(words: Weights) -> Sequence[tuple[str, str, float]]:
    return [(word, begin(word), weight) for word, weight in words.items() if weight]


def answer(sought: Sought, passage: Passage) -> Evidence:
    """What speaks for and against a sentence of a later document being about the promise."""
    found = Evidence()
    for rule in (_numbered, _in_time, _encounter, _persons, _further):
        rule(sought, passage, found)
        if found.apart:
            return found
    _wording(sought, passage, found)
    _numbers(sought, passage, found)
    _kind(sought, passage, found)
    if passage.recalls:
        found.add(1.0, "it looks back")
    return found


def _numbered(sought: Sought, passage: Passage, found: Evidence) -> None:
    told = passage.ordinals or (passage.source.numbered if sought.is_encounter else frozenset())
    if sought.is_encounter and not passage.ordinals and passage.is_next:
        found.add(-2.0, "the meeting after it")
    if not (sought.ordinals and told):
        if sought.is_encounter and (sought.ordinals or told):
            found.add(-1.5, "only one has a number")
    elif same := sought.ordinals & told:
        found.add(3.0, f"the same number: {min(f'{series} {number}' for series, number in same)}")
    elif {series for series, _ in sought.ordinals} & {series for series, _ in told}:
        found.apart = "different numbers of a series"


def _persons(sought: Sought, passage: Passage, found: Evidence) -> None:
    """Persons tell one visit from another; of other promises they tell little, since they speak of many things."""
    if not sought.people or not passage.people:
        return
    if shared := sought.people & passage.people:
        found.add(2.0 if sought.is_encounter else 1.5, f"the same person: {', '.join(sorted(shared)[:2])}")
    elif sought.is_encounter:
        found.add(-2.0, "other persons")


def _further(sought: Sought, passage: Passage, found: Evidence) -> None:
    """Help of an amount that was left open is met by help that is called further too."""
    if not sought.is_open or not says("further", passage.words):
        return
    for stored, actors in zip(passage.entries, passage.actors, strict=True):
        told = stored.entry
        if isinstance(told, Activity) and told.type in _AID and told.amount and actors & sought.states:
            found.add(3.0, FURTHER)
            return


def _in_time(sought: Sought, passage: Passage, found: Evidence) -> None:
    gap = passage.source.day - max(sought.until, sought.source.day)
    if gap > _LONG:
        found.add(-1.0 * (gap // _LONG) - 1.0, f"{gap // 365} years later")
    if sought.due and (met := [when for when in passage.times if _meet(when, sought.due)]):
        exact = _is_exact(sought.due) and any(map(_is_exact, met))
        found.add(3.0 if exact else 1.5, "on the very day" if exact else "at the time that was set")


def _encounter(sought: Sought, passage: Passage, found: Evidence) -> None:
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
        if late <= 0 and told.date and _meet(told.date, sought.due):
            found.add(2.0, "at the time that was set")
        elif late > 2 * _WAIT:
            found.apart = "years after the time that was set"
        elif late > _WAIT:
            found.add(-2.5, "long after the time that was set")
        elif late > 0:
            found.add(0.5, f"{late} days after the time that was set")
        elif _is_exact(sought.due):
            found.add(-1.0, "before the time that was set")
    elif day - sought.source.day <= _WAIT:
        found.add(1.0, "in the months after the announcement")
    elif day - sought.source.day > 2 * _WAIT:
        found.apart = "years after the announcement"
    return found


def _visited(event: Entry) -> frozenset[CountryCode]:
    hosts = {party.code for party in event.parties if party.role == "host" and party.code}
    return frozenset(hosts or ({event.place.country} if event.place and event.place.country else set()))


def _wording(sought: Sought, passage: Passage, found: Evidence) -> None:
    """Words that both have; those that stand only in the sentence before, or in the title, count half.

    Words around the promise tell nothing where none of its own is said.
    """
    here = passage.begun | passage.previous.begun if passage.refers and passage.previous else passage.begun
    own = {word: weight for word, start, weight in sought.own if start in here}
    beside = {word: weight / 2 for word, start, weight in sought.own if start in passage.beside and word not in own}
    around = {word: weight for word, start, weight in sought.around if start in here} if own or beside else {}
    both = own | beside | around
    if both:
        found.add(min(6.0, _EACH * sum(both.values())), both)
        if sought.name and sought.name <= here:
            found.add(2.5, "by its name")
        if all(begin(word) in sought.places for word in both):
            found.add(-2.0, "only the place in common")
    share = (sum(own.values()) + sum(beside.values())) / sought.weight if sought.weight else 0.0
    if share >= 0.5:
        found.add(1.0, "most of what was promised")
    elif share < 0.3 and not sought.is_encounter:
        found.add(-1.0 if share >= 0.2 else -2.0, "little of what was promised")
    if sought.names and passage.has_name and sought.names.isdisjoint(both):
        found.add(-1.0, "other names")


def _numbers(sought: Sought, passage: Passage, found: Evidence) -> None:
    if same := sought.numbers & passage.numbers:
        found.add(1.5, f"the same number: {', '.join(sorted(same)[:2])}")


def _kind(sought: Sought, passage: Passage, found: Evidence) -> None:
    """An entry of the same kind and type in the sentence; aid is met by aid to the same state."""
    promised = sought.entry
    for stored, actors in zip(passage.entries, passage.actors, strict=True):
        told = stored.entry
        if told.kind != promised.kind or not actors & sought.states:
            continue
        if isinstance(promised, Activity) and isinstance(told, Activity) and {promised.type, told.type} <= _AID:
            found.add(1.0, "aid too")
            return
        if getattr(told, "type", None) == getattr(promised, "type", None):
            found.add(1.0, f"of the same type: {getattr(told, 'type', told.kind)}")
            return


def _is_exact(when: Edtf) -> bool:
    first, last = when.first, when.last
    return first is not None and last is not None and (last - first).days <= _DAYS


def _meet(told: Edtf, due: Edtf) -> bool:
    """Whether what is told lies in the time that was set, and is not told so roughly that much else would, too."""
    if not (told.first and told.last and due.first and due.last):
        return False
    rough = (told.last - told.first).days > max(_MONTH, 2 * (due.last - due.first).days)
    return told.first <= due.last and due.first <= told.last and not rough
