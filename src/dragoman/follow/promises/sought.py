"""A promise as it is looked for in later documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from dragoman.follow.promises.marks import begin
from dragoman.follow.promises.passage import NAME, Source
from dragoman.ledger.identity.words import Weights, weigh
from dragoman.ledger.states import actors_of
from dragoman.models import TALKS, Activity, Entry, Event
from dragoman.reading.states.gazetteer import find_names
from dragoman.values import CountryCode, Edtf

AID = frozenset({"grant", "technical_assistance", "in_kind", "cooperation", "loan", "debt_relief"})


@dataclass(frozen=True, eq=False)
class Sought:
    """A promise as it is looked for in later documents; ``words`` are weighed among the documents of its states.

    ``near`` are those around it, in its sentence and the one before, with half their weight. ``said`` are the words
    that it rests on; ``papers`` are the keys of what all documents tell of the one paper that it is to sign.
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
    papers: frozenset[str] = frozenset()
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
        return isinstance(self.entry, Activity) and self.entry.type in AID and not self.numbers and self.is_further

    @cached_property
    def is_encounter(self) -> bool:
        """Whether it is a visit or a meeting, which words alone tell badly from other ones."""
        return isinstance(self.entry, Event) and self.entry.type in TALKS and self.is_talks


def _begun(words: Weights) -> Sequence[tuple[str, str, float]]:
    return [(word, begin(word), weight) for word, weight in words.items() if weight]
