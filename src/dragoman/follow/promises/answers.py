"""Which later sentences speak of a promise, scored by what they share with it.

Points are as in ``ledger/identity``: 1 is a hint, 2 a fact that many things share, 4 one that few share. A sentence
answers a promise from ``ENOUGH`` points on, unless something sets the two apart. A promise may so be met by another
record: a visit by the meeting told at the place, "further assistance" by a grant, negotiations by a treaty.
"""

from __future__ import annotations

from dragoman.follow.promises.encounters import encounter, is_exact, meet
from dragoman.follow.promises.marks import begin
from dragoman.follow.promises.outcomes import says
from dragoman.follow.promises.passage import Passage
from dragoman.follow.promises.sought import AID, Sought
from dragoman.ledger.identity.evidence import Evidence
from dragoman.models import Activity, Event

ENOUGH = 3.25
SIGNED = "the signing of the paper that was spoken of"
FURTHER = "further help, as was held out"
_LONG = 6 * 366
"""Days after its announcement (or the time that was set) in which a promise is looked for."""
_EACH = 2.4
"""Points for a word of weight 1 that both have."""
_ROUGHLY = 0.05
"""Sums that differ by so small a share may be one, rounded."""


def answer(sought: Sought, passage: Passage) -> Evidence:
    """What speaks for and against a sentence of a later document being about the promise."""
    found = Evidence()
    for rule in (_numbered, _in_time, encounter, _persons, _further, _signed):
        rule(sought, passage, found)
        if found.apart:
            return found
    _wording(sought, passage, found)
    _numbers(sought, passage, found)
    _kind(sought, passage, found)
    _forms(sought, passage, found)
    _sums(sought, passage, found)
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
        if isinstance(told, Activity) and told.type in AID and told.amount and actors & sought.states:
            found.add(3.0, FURTHER)
            return


def _signed(sought: Sought, passage: Passage, found: Evidence) -> None:
    """ "The agreement is to be signed" is answered by the signing of just that agreement, by whatever name."""
    signing = any(isinstance(each.entry, Event) and each.entry.type == "signing" for each in passage.entries)
    if signing and any(each.key in sought.papers for each in passage.entries):
        found.add(6.0, SIGNED)


def _in_time(sought: Sought, passage: Passage, found: Evidence) -> None:
    gap = passage.source.day - max(sought.until, sought.source.day)
    if gap > _LONG:
        found.add(-1.0 * (gap // _LONG) - 1.0, f"{gap // 365} years later")
    if sought.due and (met := [when for when in passage.times if meet(when, sought.due)]):
        exact = is_exact(sought.due) and any(map(is_exact, met))
        found.add(3.0 if exact else 1.5, "on the very day" if exact else "at the time that was set")


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
        if isinstance(promised, Activity) and isinstance(told, Activity) and {promised.type, told.type} <= AID:
            found.add(1.0, "aid too")
            return
        if getattr(told, "type", None) == getattr(promised, "type", None):
            found.add(1.0, f"of the same type: {getattr(told, 'type', told.kind)}")
            return


def _forms(sought: Sought, passage: Passage, found: Evidence) -> None:
    """A loan is no grant, where both words are said."""
    lent, given = (says("credit", sought.said), says("gift", sought.said))
    if lent != given and (says("credit", passage.words), says("gift", passage.words)) == (given, lent):
        found.add(-1.5, "a grant and no loan" if lent else "a loan and no grant")


def _sums(sought: Sought, passage: Passage, found: Evidence) -> None:
    """A greater sum is that of something else; a smaller one may be a part of what was promised."""
    promised = sought.entry.amount if isinstance(sought.entry, Activity) else None
    if promised is None or promised.value is None:
        return
    amounts = (each.entry.amount for each in passage.entries if isinstance(each.entry, Activity))
    told = [each.value for each in amounts if each and each.value and each.unit == promised.unit]
    if told and max(told) > (1 + _ROUGHLY) * promised.value and not any(_near(one, promised.value) for one in told):
        found.add(-2.5, "another sum")


def _near(one: float, other: float) -> bool:
    return abs(one - other) <= _ROUGHLY * max(one, other)
