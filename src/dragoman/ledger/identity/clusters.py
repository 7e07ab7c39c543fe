"""Groups of entries out of pairs: the surest pairs are joined first, and nothing is joined that cannot be one.

A chain of likenesses must not lead from the eighth meeting to the ninth. Before two groups become one, each entry of
the one is held against each of the other: what an analyst parted, two things that one document tells apart, and facts
that exclude each other stay in two groups. The outcome follows from the entries, links and decisions alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dragoman.ledger.actors.names import PERHAPS, same_person
from dragoman.ledger.identity.compare import compare
from dragoman.ledger.identity.evidence import BARE, DOUBT, JOIN
from dragoman.ledger.identity.features import Days, Features
from dragoman.ledger.identity.timing import gap_of
from dragoman.models import BEGUN, Tenure

_LATER = 10**7
"""A day after all others, for documents without one."""
_LOOSE = frozenset({"construction", "cooperation"})
"""Works, or cooperation at large, and the money for them stand in one document and may yet be told as one thing."""
_AGAINST = 4.0
"""Points against two entries that keep their groups apart, whatever else links these."""
_HELD_AGAINST = 8
"""So many entries of each group are held against each other, so that large groups cost no more."""
_SAME_DAYS = 3
"""Days between two dates of one event that is over: time zones, and the day of the report."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two entries (keys in order) that are alike, how much, and why."""

    first: str
    second: str
    points: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Stamp:
    """The facts of an entry that may exclude another's. Many entries of one thing share a stamp."""

    ordinals: frozenset[tuple[str, int]]
    over: Days | None
    period: Days | None
    person: str | None
    amount: float | None
    names: tuple[str, ...]
    words: frozenset[str]


@dataclass(slots=True)
class _Group:
    keys: list[str]
    stamps: set[_Stamp]
    documents: dict[str, list[str]] = field(default_factory=dict)


def cluster(
    entries: Mapping[str, Features], links: Iterable[Link], decided: Mapping[tuple[str, str], bool]
) -> list[list[str]]:
    """The groups that these entries make up, each in order of its keys, all in order of their first keys.

    ``decided`` says of pairs of keys, each in order, whether they are one; a decision wins over all else, and where
    decisions exclude each other, the parting one wins. What is decided to be one comes last, so that it joins all that
    the two were joined with.
    """
    groups = _Groups(entries, links, decided)
    for link in sorted(groups.links.values(), key=lambda link: _turn(link, entries)):
        groups.join(link.first, link.second)
    for (first, second), same in sorted(decided.items()):
        if same and first in entries and second in entries:
            groups.join(first, second, sure=True)
    return groups.all()


def _turn(link: Link, entries: Mapping[str, Features]) -> tuple[float, int, int, int, str, str]:
    """The surest pair comes first, of equally sure ones that which was published first, then the first in its text."""
    ends = entries[link.first], entries[link.second]
    one, other = (each.published or _LATER for each in ends)
    place = sum(each.span[0] for each in ends)
    return -link.points, max(one, other), min(one, other), place, link.first, link.second


class _Groups:
    def __init__(
        self, entries: Mapping[str, Features], links: Iterable[Link], decided: Mapping[tuple[str, str], bool]
    ) -> None:
        self._entries = entries
        self.links = {
            (link.first, link.second): link
            for link in links
            if link.points >= JOIN and link.first in entries and link.second in entries
        }
        self._group = {
            key: _Group([key], {_stamp(features)}, {features.document: [key]}) for key, features in entries.items()
        }
        self._apart: dict[str, set[str]] = {}
        for (first, second), same in decided.items():
            if not same:
                self._apart.setdefault(first, set()).add(second)
                self._apart.setdefault(second, set()).add(first)

    def join(self, first: str, second: str, sure: bool = False) -> None:
        """Make one group of those of two entries, if nothing excludes it; ``sure`` minds only decisions."""
        large, small = self._group[first], self._group[second]
        if large is small:
            return
        if len(large.keys) < len(small.keys):
            large, small = small, large
        if self._parted(large, small) or (not sure and self._excluded(large, small)):
            return
        large.keys.extend(small.keys)
        large.stamps |= small.stamps
        for document, keys in small.documents.items():
            large.documents.setdefault(document, []).extend(keys)
        for key in small.keys:
            self._group[key] = large

    def all(self) -> list[list[str]]:
        """The groups, each once."""
        once = {id(group): group for group in self._group.values()}
        return sorted(sorted(group.keys) for group in once.values())

    def _parted(self, large: _Group, small: _Group) -> bool:
        if not self._apart:
            return False
        return any(self._group.get(other) is large for key in small.keys for other in self._apart.get(key, ()))

    def _excluded(self, large: _Group, small: _Group) -> bool:
        return self._told_apart(large, small) or _clash(large, small) or self._contradicted(large, small)

    def _contradicted(self, large: _Group, small: _Group) -> bool:
        """Whether too much speaks against two of them, however alike two others are."""
        ones, others = (
            [each for key in group.keys[:_HELD_AGAINST] if (each := self._entries[key]).kind == "activity"]
            for group in (small, large)
        )
        twice = frozenset[float]().union(*(each.twice for each in (*ones, *others)))
        return any(_speaks_against(one, other, twice) for one in ones for other in others)

    def _told_apart(self, large: _Group, small: _Group) -> bool:
        """Whether one document tells of both, and not so alike that, but for that, they would be joined."""
        return any(
            self._unlike(one, other)
            for document, keys in small.documents.items()
            for one in keys
            for other in large.documents.get(document, ())
        )

    def _unlike(self, one: str, other: str) -> bool:
        a, b = self._entries[one], self._entries[other]
        if a.type == b.type and a.kind == "instrument" and min(a.weight, b.weight) < BARE:
            return False
        found = compare(a, b)
        if a.type != b.type and _LOOSE & {a.type, b.type} and found.apart is None:
            return False
        forgiven = 0.0 if _in_course(a, b) else found.together
        return found.apart is not None or found.points + forgiven < JOIN


def _in_course(one: Features, other: Features) -> bool:
    """Whether the text tells of a visit and of talks, which are two even if whoever came is the same."""
    return "visit" in (one.type, other.type) and one.type != other.type and not one.heads and not other.heads


def _speaks_against(one: Features, other: Features, twice: frozenset[float]) -> bool:
    """Whether two activities contradict each other; a sum that a document tells ``twice`` does not speak for them."""
    if one.document == other.document:
        return False
    found = compare(one, other)
    told = one.amount is not None and one.amount.value in twice
    if found.apart is not None or (told and found.points - found.sum < DOUBT):
        return True
    return found.points < JOIN and found.against >= _AGAINST


def _clash(large: _Group, small: _Group) -> bool:
    return any(_exclude(one, other) for one in small.stamps for other in large.stamps if one != other)


def _stamp(features: Features) -> _Stamp:
    entry, amount = features.entry, features.amount
    over = features.days if features.exact and features.stage in BEGUN and features.kind == "event" else None
    activity = features.kind == "activity"
    return _Stamp(
        ordinals=features.ordinals,
        over=over,
        period=features.days if features.kind == "figure" else None,
        person=entry.person if isinstance(entry, Tenure) else None,
        amount=amount.value if activity and amount else None,
        names=features.names if activity else (),
        words=frozenset(features.context) if activity else frozenset(),
    )


def _exclude(one: _Stamp, other: _Stamp) -> bool:
    """Whether two facts cannot be of one thing."""
    if one.ordinals and other.ordinals and not one.ordinals & other.ordinals:
        return bool({series for series, _ in one.ordinals} & {series for series, _ in other.ordinals})
    if one.over and other.over and gap_of(one.over, other.over) > _SAME_DAYS:
        return True
    if one.period and other.period and one.period != other.period:
        return True
    if one.person and other.person and same_person(one.person, other.person).score < PERHAPS:
        return True
    if one.amount and other.amount and one.amount != other.amount:
        return any(name not in other.words for name in one.names) and any(name not in one.words for name in other.names)
    return False
