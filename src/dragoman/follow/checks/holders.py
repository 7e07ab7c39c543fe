"""Two holders of one post at a time, and who followed whom."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import combinations, pairwise

from dragoman.follow.checks.finding import Finding
from dragoman.follow.checks.people import Post, is_shared, names_owner, post_of, same_person
from dragoman.follow.checks.scene import Scene
from dragoman.follow.wording import post_words
from dragoman.ledger import StoredEntry
from dragoman.models import Tenure

EXACT = timedelta(days=7)
"""A post shown on dates that are not known better than this may have changed hands meanwhile."""

AGAIN = timedelta(days=730)
"""Who is seen in a post before and after somebody else within this time was hardly out of it in between."""


NEAR = 50
"""Characters before and after a name in which a word such as "deputy" belongs to it."""


@dataclass(frozen=True)
class _Sighting:
    """A person shown in a post, some time between two days; ``told`` if the words name whose post it is."""

    stored: StoredEntry
    person: str
    first: date
    last: date
    told: bool

    @property
    def is_exact(self) -> bool:
        """Whether the day is known well enough for two of them to be the same."""
        return self.last - self.first <= EXACT


@dataclass(frozen=True)
class _Person:
    """Where somebody is shown in a post: ``seen`` from the first time on."""

    seen: Sequence[_Sighting]

    @cached_property
    def by_end(self) -> Sequence[_Sighting]:
        return sorted(self.seen, key=lambda each: each.last)

    @cached_property
    def begins(self) -> Sequence[date]:
        return [each.first for each in self.seen]

    @cached_property
    def ends(self) -> Sequence[date]:
        return [each.last for each in self.by_end]

    @property
    def first(self) -> date:
        """The first day on which it may have been."""
        return self.begins[0]

    @property
    def last(self) -> date:
        """The last day on which it may have been."""
        return self.ends[-1]


def check_holders(scene: Scene) -> Iterator[Finding]:
    """For each post that one person holds at a time: those who are told to hold it together, and successions."""
    posts: dict[Post, list[_Sighting]] = defaultdict(list)
    for stored in scene.of_kind("tenure"):
        tenure = stored.entry
        assert isinstance(tenure, Tenure)
        when = tenure.date
        if not (when and when.first and when.last and (post := post_of(tenure))):
            continue
        around = _around(scene, stored)
        if not is_shared(around):
            told = names_owner(around, tenure)
            posts[post].append(_Sighting(stored, tenure.person, when.first, when.last, told))
    for sightings in posts.values():
        people = _people(sorted(sightings, key=lambda each: (each.first, each.last)))
        doubled: set[tuple[int, int]] = set()
        for (one, mine), (other, theirs) in combinations(enumerate(people), 2):
            if mine.last < theirs.first or theirs.last < mine.first:
                continue
            if finding := _together(scene, mine, theirs) or _between(scene, mine, theirs):
                doubled.add((one, other))
                yield finding
        for (one, mine), (other, theirs) in pairwise(enumerate(people)):
            if (one, other) not in doubled and mine.seen[0].last < theirs.first:
                yield _succession(scene, mine, theirs)


def _around(scene: Scene, stored: StoredEntry) -> str:
    """The words of the sentence near the name."""
    tenure = stored.entry
    assert isinstance(tenure, Tenure)
    sentence = scene.sentence(stored)
    at = max(sentence.find(tenure.person), 0)
    return sentence[max(0, at - NEAR) : at + len(tenure.person) + NEAR]


def _people(sightings: Sequence[_Sighting]) -> list[_Person]:
    """The sightings by person, in the order in which they are first seen; one name is one person's throughout."""
    whose: dict[str, int] = {}
    names: list[list[str]] = []
    seen: list[list[_Sighting]] = []
    for sighting in sightings:
        name = sighting.person
        if name not in whose:
            known = (place for place, told in enumerate(names) if any(same_person(name, each) for each in told))
            whose[name] = next(known, len(names))
            if whose[name] == len(names):
                names.append([])
                seen.append([])
            names[whose[name]].append(name)
        seen[whose[name]].append(sighting)
    return [_Person(each) for each in seen]


def _together(scene: Scene, mine: _Person, theirs: _Person) -> Finding | None:
    """Both are shown in the post on the same day."""
    for one in (each for each in mine.seen if each.told and each.is_exact):
        near = slice(bisect_left(theirs.begins, one.first - EXACT), bisect_right(theirs.begins, one.last))
        for other in theirs.seen[near]:
            if other.told and other.is_exact and other.last >= one.first:
                own = one.stored.document.sha256 == other.stored.document.sha256
                words = (
                    f"{one.person} and {other.person} are both told as {_post(one)} on {_day(one)}"
                    f"{'' if _day(one) == _day(other) else f' and {_day(other)}'}."
                )
                return scene.finding("holders", words, [one.stored, other.stored], sure=0.3 if own else 0.6)
    return None


def _between(scene: Scene, mine: _Person, theirs: _Person) -> Finding | None:
    """One is shown in the post between two times at which the other is."""
    for holder, other in ((mine, theirs), (theirs, mine)):
        for each in (each for each in other.seen if each.told):
            earlier, later = bisect_left(holder.ends, each.first), bisect_right(holder.begins, each.last)
            if earlier == 0 or later == len(holder.begins):
                continue
            before, after = holder.by_end[earlier - 1], holder.seen[later]
            if after.first - before.last <= AGAIN:
                words = (
                    f"{before.person} is told as {_post(before)} on {_day(before)} and on {_day(after)}, "
                    f"and {each.person} in between, on {_day(each)}."
                )
                return scene.finding("holders", words, [before.stored, each.stored, after.stored], sure=0.5)
    return None


def _succession(scene: Scene, mine: _Person, theirs: _Person) -> Finding:
    follower = theirs.seen[0]
    last = max((each for each in mine.seen if each.last < follower.first), key=lambda each: each.last)
    words = (
        f"{last.person} was {_post(last)} on {_day(last)}, and {follower.person} on {_day(follower)}: "
        "one after the other."
    )
    return scene.finding("holders", words, [last.stored, follower.stored], sure=0.7, confirmed=True)


def _post(sighting: _Sighting) -> str:
    tenure = sighting.stored.entry
    assert isinstance(tenure, Tenure)
    return post_words(tenure)


def _day(sighting: _Sighting) -> str:
    return str(sighting.stored.entry.date)
