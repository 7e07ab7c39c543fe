"""The sentences of the ledger's documents, found by what they share with a promise.

What may answer a promise stands in documents about its states, which came out after it. Where a word (a person, a
visit) stands in very many of them, those count that came out soonest after the promise was made, and soonest after the
time that was set: so the work grows with the number of documents and not with its square.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from heapq import nlargest
from itertools import combinations

from dragoman.follow.promises.marks import begin
from dragoman.follow.promises.passage import RARE, Passage, Source
from dragoman.ledger.identity.words import Weights
from dragoman.ledger.stored import StoredDocument, StoredEntry
from dragoman.values import CountryCode

WINDOW = 24
"""Documents with a word that are looked into, from each of the days on from which something is looked for."""
MOST = 60
"""Sentences that are compared with one promise: those that share most of its words."""
_TALKS = 1.0
"""What it counts, as a word would, that a sentence tells of a visit, or names a person."""
_FEWEST = 6
"""Documents from which on it tells something in how many of them a word stands."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: ``words``, in documents about ``states``, from each of the ``days`` on, the first one first.

    With ``talks`` sentences count too that tell of visits and meetings, or name one of the ``people``.
    """

    states: frozenset[CountryCode]
    words: Weights
    people: frozenset[str]
    days: tuple[int, ...]
    talks: bool


class Passages:
    """All sentences of some documents."""

    def __init__(self, documents: Iterable[tuple[StoredDocument, str]], entries: Iterable[StoredEntry]) -> None:
        resting: dict[str, list[StoredEntry]] = defaultdict(list)
        for stored in entries:
            resting[stored.document.sha256].append(stored)
        held = [Source(document, text, resting[document.sha256]) for document, text in documents]
        self.sources = {source.document.sha256: source for source in held}
        self._in_order = sorted(held, key=lambda source: source.day)
        self._days = [source.day for source in self._in_order]
        self._pairs: Counter[tuple[CountryCode, CountryCode]] = Counter()
        self._speaking: dict[CountryCode, set[int]] = defaultdict(set)
        self._containing: dict[str, set[int]] = defaultdict(set)
        self._naming: dict[str, set[int]] = defaultdict(set)
        self._talking: set[int] = set()
        for number, source in enumerate(self._in_order):
            self._add(number, source)
        self._about: dict[frozenset[CountryCode], Set[int]] = {}
        self._found: dict[tuple[frozenset[CountryCode], str], Sequence[int]] = {}

    def of(self, sha256: str) -> Sequence[Passage]:
        """The sentences of a document, in order."""
        return self.sources[sha256].passages if sha256 in self.sources else ()

    def at(self, sha256: str, start: int) -> Passage | None:
        """The sentence in which a character of a document stands."""
        return self.sources[sha256].at(start) if sha256 in self.sources else None

    def main_states(self, sha256: str, named: Sequence[CountryCode] = ()) -> tuple[CountryCode, ...]:
        """Two states that a document is about: those ``named``, else the pair in it that most documents speak of."""
        source = self.sources[sha256]
        pairs = [
            pair for pair in combinations(sorted(source.states), 2) if len(set(pair) & set(named)) == min(1, len(named))
        ]
        best = max(pairs, key=lambda pair: self._pairs[pair], default=tuple(sorted(source.states))[:2])
        return (*named, *(code for code in best if code not in named))[:2] if len(named) < 2 else tuple(named)

    def since(self, states: frozenset[CountryCode], day: int) -> int:
        """How many documents about these states came out after a day."""
        near = self._near(states)
        return len(near) - bisect_left(near, bisect_right(self._days, day))

    def look_for(self, wanted: Wanted) -> list[Passage]:
        """The sentences that share most with what is ``wanted``, ``MOST`` at most, in documents of its days."""
        found: dict[Passage, float] = defaultdict(float)
        for word, weight in wanted.words.items():
            if weight >= RARE:
                start = begin(word)
                for source in self._soonest(self._with(wanted.states, start), wanted.days):
                    for passage in source.by_word.get(start, ()):
                        found[passage] += weight
        if wanted.talks:
            for passage in self._talks(wanted):
                found[passage] += _TALKS
        if len(found) <= MOST:
            return list(found)
        best = set(nlargest(MOST, found, key=found.__getitem__))
        return [passage for passage in found if passage in best]

    def locally(self, words: Weights, states: frozenset[CountryCode]) -> Weights:
        """The words weighed by how few of the documents about these states have them, too."""
        whole = len(self._near(states))
        return {word: weight * _rarity(len(self._with(states, begin(word))), whole) for word, weight in words.items()}

    def _talks(self, wanted: Wanted) -> Iterator[Passage]:
        """Sentences that tell of visits or meetings, and those that name somebody who is wanted."""
        for source in self._soonest(self._held(wanted.states, "talks", self._talking), wanted.days):
            yield from source.talks
        for person in wanted.people:
            naming = self._held(wanted.states, f"person {person}", self._naming.get(person, set()))
            for source in self._soonest(naming, wanted.days):
                yield from source.by_person.get(person, ())

    def _soonest(self, numbers: Sequence[int], days: Iterable[int]) -> Iterator[Source]:
        """Of these documents the first ones from each of the days on."""
        chosen: set[int] = set()
        for day in days:
            first = bisect_left(numbers, bisect_left(self._days, day))
            chosen.update(numbers[first : first + WINDOW])
        for number in sorted(chosen):
            yield self._in_order[number]

    def _with(self, states: frozenset[CountryCode], start: str) -> Sequence[int]:
        """The documents about these states with a word that begins so, by number."""
        return self._held(states, f"word {start}", self._containing.get(start, set()))

    def _near(self, states: frozenset[CountryCode]) -> Sequence[int]:
        """The documents about these states, by number."""
        return self._held(states, "all", self._concerning(states))

    def _held(self, states: frozenset[CountryCode], sign: str, numbers: Set[int]) -> Sequence[int]:
        """Of these documents, which all have a sign, those about the states, worked out once."""
        if (states, sign) not in self._found:
            self._found[states, sign] = sorted(self._concerning(states) & numbers)
        return self._found[states, sign]

    def _concerning(self, states: frozenset[CountryCode]) -> Set[int]:
        """The documents that speak of two of these states, or of the only one; all of them if it is none."""
        if states not in self._about and not states:
            self._about[states] = frozenset(range(len(self._days)))
        elif states not in self._about:
            spoken = Counter(number for code in states for number in self._speaking.get(code, ()))
            least = min(2, len(states))
            self._about[states] = {number for number, times in spoken.items() if times >= least}
        return self._about[states]

    def _add(self, number: int, source: Source) -> None:
        self._pairs.update(combinations(sorted(source.states), 2))
        for code in source.states:
            self._speaking[code].add(number)
        for person in source.people:
            self._naming[person].add(number)
        for word in {word for passage in source.passages for word in passage.begun}:
            self._containing[word].add(number)
        if source.talks:
            self._talking.add(number)


def _rarity(holding: int, documents: int) -> float:
    """From 0.5 for a word that all documents have to 1.5 for one that hardly any has; 1 where there are few."""
    if documents < _FEWEST:
        return 1.0
    return 0.5 + math.log((documents + 1) / max(1, holding)) / math.log(documents + 1)
