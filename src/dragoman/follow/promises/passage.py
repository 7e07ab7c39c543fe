"""A sentence of a document with what it is compared by, worked out when it is first asked for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from dragoman.follow.promises.marks import begin, numbered, numbers_of, refers
from dragoman.follow.promises.openings import times_of
from dragoman.follow.promises.outcomes import says
from dragoman.follow.quoting import all_sentences
from dragoman.knowledge import read_tsv, word_set
from dragoman.ledger.identity.features import is_person
from dragoman.ledger.identity.words import Weights, post_words, rarity, split, weigh
from dragoman.ledger.states import actors_of, states_of
from dragoman.ledger.stored import StoredDocument, StoredEntry
from dragoman.models import TALKS, Event, Tenure
from dragoman.reading.states.gazetteer import find_names
from dragoman.values import CountryCode, Edtf

RARE = 0.5
"""From this weight on a word can lead from a promise to a sentence."""
NAME = 1.2
"""From this weight on a word is a name, or as telling as one."""
HONOURS = word_set("promises.toml", "honours")
"""What stands before names, by its beginning."""

_UNLISTED = 1.0
"""The weight of a word that no list of common words has: mostly a name."""
_TITLE = 20
"""Characters before a name in which a title may stand."""


@dataclass(frozen=True, eq=False)
class Passage:
    """A sentence, the sentence ``previous`` to it in its paragraph, and the ``entries`` that rest on it."""

    source: Source
    start: int
    end: int
    words: str
    entries: tuple[StoredEntry, ...]
    previous: Passage | None = None

    @cached_property
    def weights(self) -> Weights:
        """Its words with their weights."""
        return weigh(self.words)

    @cached_property
    def begun(self) -> frozenset[str]:
        """Its words by their beginnings."""
        return frozenset(map(begin, self.weights))

    @cached_property
    def has_name(self) -> bool:
        """Whether one of its words is a name, or as telling as one."""
        return any(weight >= NAME for weight in self.weights.values())

    @property
    def before(self) -> Weights:
        """The words of the sentence before it."""
        return self.previous.weights if self.previous else {}

    @property
    def before_words(self) -> str:
        """The sentence before it, as it is written."""
        return self.previous.words if self.previous else ""

    @cached_property
    def beside(self) -> frozenset[str]:
        """The words of the sentence before it and of the title, by their beginnings."""
        return (self.previous.begun if self.previous else frozenset()) | self.source.heading

    @cached_property
    def ordinals(self) -> frozenset[tuple[str, int]]:
        """What it counts."""
        return numbered(self.words, self.before_words)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Its numbers."""
        return frozenset(numbers_of(self.words))

    @cached_property
    def people(self) -> frozenset[str]:
        """The persons that it names, by the beginnings of the words of their names."""
        return people_in(self.words, self.source)

    @cached_property
    def times(self) -> Sequence[Edtf]:
        """The times that it names."""
        return times_of(self.words, self.source.document.date)

    @cached_property
    def actors(self) -> tuple[frozenset[CountryCode], ...]:
        """The states that take part in each of its entries."""
        return tuple(actors_of(each.entry) for each in self.entries)

    @cached_property
    def refers(self) -> bool:
        """Whether the sentence speaks of what the one before it names ("It is to open in May")."""
        return refers(self.words)

    @cached_property
    def recalls(self) -> bool:
        """Whether it looks back at what was said."""
        return says("recalls", self.words)

    @cached_property
    def is_next(self) -> bool:
        """Whether it speaks of the next of several."""
        return says("following", self.words)

    @cached_property
    def tells_of_meeting(self) -> bool:
        """Whether its words say that people met."""
        return says("met", self.words)

    @cached_property
    def named(self) -> frozenset[CountryCode]:
        """The states that it names, or places of which it names."""
        return frozenset(name.code for name in find_names(self.words) if name.code)

    @property
    def tells_talks(self) -> bool:
        """Whether a visit or a meeting rests on it."""
        return any(isinstance(each.entry, Event) and each.entry.type in TALKS for each in self.entries)


@dataclass(frozen=True, eq=False)
class Source:
    """A document with its text and the entries that rest on it."""

    document: StoredDocument
    text: str
    entries: Sequence[StoredEntry]

    @cached_property
    def day(self) -> int:
        """The day of its publication, 0 if that is not known."""
        published = self.document.date
        return published.last.toordinal() if published and published.last else 0

    @cached_property
    def states(self) -> frozenset[CountryCode]:
        """The states that its entries are about; if these are too few, those that its text names, too."""
        states = frozenset(code for each in self.entries for code in states_of(each.entry))
        return states if len(states) > 1 else states | {name.code for name in find_names(self.text) if name.code}

    @cached_property
    def heading(self) -> frozenset[str]:
        """The words of its title, by their beginnings."""
        return frozenset(map(begin, weigh(self.document.title or "")))

    @cached_property
    def numbered(self) -> frozenset[tuple[str, int]]:
        """What its title counts."""
        return numbered(self.document.title or "", "")

    @cached_property
    def people(self) -> frozenset[str]:
        """The words of the names of persons in it, by their beginnings."""
        named = {each.entry.person for each in self.entries if isinstance(each.entry, Tenure)}
        parties = {party.name for each in self.entries for party in each.entry.parties}
        named |= {name for name in parties if _names_a_person(name, self.text)}
        words = {word for name in named for word in split(name) if rarity(word) >= _UNLISTED}
        return frozenset(map(begin, words - _state_words())) - HONOURS

    @cached_property
    def passages(self) -> Sequence[Passage]:
        """Its sentences, in order."""
        spans = list(all_sentences(self.text))
        resting = _resting(self.entries, spans)
        found: list[Passage] = []
        for (start, end), entries in zip(spans, resting, strict=True):
            together = found and "\n\n" not in self.text[found[-1].end : start]
            previous = found[-1] if together else None
            found.append(Passage(self, start, end, self.text[start:end], tuple(entries), previous))
        return found

    @cached_property
    def by_word(self) -> Mapping[str, Sequence[Passage]]:
        """The sentences by the beginnings of their rare words."""
        return _by(self.passages, lambda each: {begin(word) for word, held in each.weights.items() if held >= RARE})

    @cached_property
    def by_person(self) -> Mapping[str, Sequence[Passage]]:
        """The sentences by the persons that they name."""
        return _by(self.passages, lambda each: each.people)

    @cached_property
    def talks(self) -> Sequence[Passage]:
        """The sentences that tell of visits and meetings."""
        return [each for each in self.passages if each.tells_talks]

    def at(self, start: int) -> Passage | None:
        """The sentence in which a character stands."""
        place = bisect_right(self.passages, start, key=lambda passage: passage.start) - 1
        return self.passages[place] if place >= 0 and start < self.passages[place].end else None

    def after(self, passage: Passage) -> Passage | None:
        """The sentence that follows in the same paragraph."""
        place = bisect_left(self.passages, passage.end, key=lambda each: each.start)
        following = self.passages[place] if place < len(self.passages) else None
        return following if following and following.previous is passage else None


def people_in(words: str, source: Source) -> frozenset[str]:
    """The persons of a document that a sentence names, by the beginnings of the words of their names."""
    return frozenset(map(begin, split(words))) & source.people if source.people else frozenset()


def _names_a_person(name: str, text: str) -> bool:
    """Whether a party is a person: a post with a name, a full name, or one word after a post ("President Vega")."""
    words = split(name)
    if any(word in post_words() for word in words):
        return True
    if not is_person(name) or len(words) > 1:
        return is_person(name)
    before = split(text[max(0, text.find(name) - _TITLE) : max(0, text.find(name))])
    return bool(before) and (before[-1] in post_words() or begin(before[-1]) in HONOURS)


@cache
def _state_words() -> frozenset[str]:
    """The words of the names of states, of their people and adjectives."""
    columns = ("names", "adjectives", "people")
    return frozenset(word for row in read_tsv("states.tsv") for column in columns for word in split(row[column]))


def _by(passages: Iterable[Passage], signs: Callable[[Passage], Iterable[str]]) -> Mapping[str, Sequence[Passage]]:
    found: dict[str, list[Passage]] = defaultdict(list)
    for passage in passages:
        for sign in signs(passage):
            found[sign].append(passage)
    return found


def _resting(entries: Iterable[StoredEntry], spans: Sequence[tuple[int, int]]) -> list[list[StoredEntry]]:
    """For each of these stretches of a text the entries with evidence in it."""
    found: list[list[StoredEntry]] = [[] for _ in spans]
    for stored in entries:
        touched: set[int] = set()
        for evidence in stored.entry.evidence:
            first = bisect_right(spans, evidence.start, key=lambda span: span[1])
            touched.update(range(first, bisect_left(spans, evidence.end, key=lambda span: span[0])))
        for place in touched:
            found[place].append(stored)
    return found
