"""Two holders of one post at a time, and who followed whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, pairwise

from dragoman.follow.checks.finding import Finding
from dragoman.follow.checks.people import Post, is_shared, post_of, same_person
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
    """A person shown in a post, some time between two days."""

    stored: StoredEntry
    person: str
    first: date
    last: date


def check_holders(scene: Scene) -> Iterator[Finding]:
    """For each post that one person holds at a time: those who are told to hold it together, and successions."""
    posts: dict[Post, list[_Sighting]] = defaultdict(list)
    for stored in scene.of_kind("tenure"):
        tenure = stored.entry
        assert isinstance(tenure, Tenure)
        when = tenure.date
        if when and when.first and when.last and (post := post_of(tenure)) and not is_shared(_around(scene, stored)):
            posts[post].append(_Sighting(stored, tenure.person, when.first, when.last))
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
    people: list[list[_Sighting]] = []
    for sighting in sightings:
        for known in people:
            if any(same_person(sighting.person, each.person) for each in known):
                known.append(sighting)
                break
        else:
            people.append([sighting])
    return people


def _together(scene: Scene, mine: Sequence[_Sighting], theirs: Sequence[_Sighting]) -> Finding | None:
    """Both are shown in the post on the same day."""
    for one in mine:
        for other in theirs:
            exact = one.last - one.first <= EXACT and other.last - other.first <= EXACT
            if exact and one.first <= other.last and other.first <= one.last:
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
        for before, after in pairwise(holder):
            for each in other:
                if before.last < each.first and each.last < after.first and after.first - before.last <= AGAIN:
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
