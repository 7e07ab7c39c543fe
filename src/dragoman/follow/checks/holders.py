"""Two holders of one post at a time, and who followed whom."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
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
            if finding := _together(scene, mine, theirs) or _between(scene, mine, theirs):
                doubled.add((one, other))
                yield finding
        for (one, mine), (other, theirs) in pairwise(enumerate(people)):
            if (one, other) not in doubled and mine[0].last < theirs[0].first:
                yield _succession(scene, mine, theirs)


def _around(scene: Scene, stored: StoredEntry) -> str:
    """The words of the sentence near the name."""
    tenure = stored.entry
    assert isinstance(tenure, Tenure)
    sentence = scene.sentence(stored)
    at = max(sentence.find(tenure.person), 0)
    return sentence[max(0, at - NEAR) : at + len(tenure.person) + NEAR]


def _people(sightings: Sequence[_Sighting]) -> list[list[_Sighting]]:
    """The sightings by person, in the order in which they are first seen."""
    people: list[tuple[set[str], list[_Sighting]]] = []
    for sighting in sightings:
        for names, known in people:
            if sighting.person in names or any(same_person(sighting.person, name) for name in names):
                names.add(sighting.person)
                known.append(sighting)
                break
        else:
            people.append(({sighting.person}, [sighting]))
    return [known for _, known in people]


def _together(scene: Scene, mine: Sequence[_Sighting], theirs: Sequence[_Sighting]) -> Finding | None:
    """Both are shown in the post on the same day."""
    begins = [each.first for each in theirs]
    for one in (each for each in mine if each.told and each.is_exact):
        for other in theirs[bisect_left(begins, one.first - EXACT) : bisect_right(begins, one.last)]:
            if other.told and other.is_exact and other.last >= one.first:
                own = one.stored.document.sha256 == other.stored.document.sha256
                words = (
                    f"{one.person} and {other.person} are both told as {_post(one)} on {_day(one)}"
                    f"{'' if _day(one) == _day(other) else f' and {_day(other)}'}."
                )
                return scene.finding("holders", words, [one.stored, other.stored], sure=0.3 if own else 0.6)
    return None


def _between(scene: Scene, mine: Sequence[_Sighting], theirs: Sequence[_Sighting]) -> Finding | None:
    """One is shown in the post between two times at which the other is."""
    for holder, other in ((mine, theirs), (theirs, mine)):
        ends, begins = sorted(holder, key=lambda each: each.last), [each.first for each in holder]
        for each in (each for each in other if each.told):
            earlier = bisect_left(ends, each.first, key=lambda sighting: sighting.last)
            later = bisect_right(begins, each.last)
            if earlier == 0 or later == len(begins):
                continue
            before, after = ends[earlier - 1], holder[later]
            if after.first - before.last <= AGAIN:
                words = (
                    f"{before.person} is told as {_post(before)} on {_day(before)} and on {_day(after)}, "
                    f"and {each.person} in between, on {_day(each)}."
                )
                return scene.finding("holders", words, [before.stored, each.stored, after.stored], sure=0.5)
    return None


def _succession(scene: Scene, mine: Sequence[_Sighting], theirs: Sequence[_Sighting]) -> Finding:
    last = max((each for each in mine if each.last < theirs[0].first), key=lambda each: each.last)
    words = (
        f"{last.person} was {_post(last)} on {_day(last)}, and {theirs[0].person} on {_day(theirs[0])}: "
        "one after the other."
    )
    return scene.finding("holders", words, [last.stored, theirs[0].stored], sure=0.7, confirmed=True)


def _post(sighting: _Sighting) -> str:
    tenure = sighting.stored.entry
    assert isinstance(tenure, Tenure)
    return post_words(tenure)


def _day(sighting: _Sighting) -> str:
    return str(sighting.stored.entry.date)
