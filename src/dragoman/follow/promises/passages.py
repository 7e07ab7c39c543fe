"""The sentences of the ledger's documents, found by the words that they share with a promise."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from dragoman.follow.quoting import all_sentences
from dragoman.knowledge import read_toml, read_tsv
from dragoman.ledger.identity.features import is_person
from dragoman.ledger.identity.words import Weights, ordinals, post_words, rarity, split, weigh
from dragoman.ledger.states import states_of
from dragoman.ledger.stored import StoredDocument, StoredEntry
from dragoman.models import Event, Tenure
from dragoman.reading.gazetteer import find_names
from dragoman.values import CountryCode

TALKS = frozenset({"meeting", "visit", "call", "forum"})
"""Events that words alone tell badly from other ones: the same states meet again and again."""

_RARE = 0.5
"""From this weight on a word can lead from a promise to a sentence."""
_FEWEST = 6
"""Documents from which on it tells something in how many of them a word stands."""
_UNLISTED = 1.0
"""The weight of a word that no list of common words has: mostly a name."""
_TITLE = 20
"""Characters before a name in which a title may stand."""
HONOURS = frozenset({"mr", "mrs", "ms", "dr", "prof", "hon", "honour", "mp", "he", "excell", "mister", "sir"})
"""What stands before names, by its beginning."""
_TIMES = re.compile(r"\bfor the (\w+) time\b")
_SHORT = re.compile(r"\bthe (\w+)(?= (?:will|is|shall|should|would|falls|takes|was|to)\b)")
_REFERS = re.compile(r"(?:It|This|That|They|These|A further|The first|The last|The next|The rest)\b")
_NUMBER = re.compile(r"(\d[\d.,]*\d|\d)( (?:thousand|million|billion|trillion))?")


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """A sentence with what it is compared by, the sentence before it, and the ``entries`` that rest on it."""

    source: Source
    start: int
    end: int
    words: str
    weights: Weights
    ordinals: frozenset[tuple[str, int]]
    numbers: frozenset[str]
    people: frozenset[str]
    before: Weights
    before_words: str
    entries: tuple[StoredEntry, ...]

    @property
    def refers(self) -> bool:
        """Whether the sentence speaks of what the one before it names ("It is to open in May")."""
        return refers(self.words)


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """A document with its text, the states in it, and the day of its publication (0 if that is not known).

    ``people`` are the beginnings of the words of persons' names; ``heading`` and ``numbered`` are those of the title.
    """

    document: StoredDocument
    text: str
    day: int
    states: frozenset[CountryCode]
    heading: Weights
    numbered: frozenset[tuple[str, int]]
    people: frozenset[str]


class Passages:
    """All sentences of some documents, by their words."""

    def __init__(self, documents: Iterable[tuple[StoredDocument, str]], entries: Iterable[StoredEntry]) -> None:
        resting: dict[str, list[StoredEntry]] = defaultdict(list)
        for stored in entries:
            resting[stored.document.sha256].append(stored)
        self.sources: dict[str, Source] = {}
        self._by_word: dict[str, list[Passage]] = defaultdict(list)
        self._by_document: dict[str, list[Passage]] = {}
        self._containing: dict[str, set[str]] = defaultdict(set)
        self._by_person: dict[str, list[Passage]] = defaultdict(list)
        self._talks: list[Passage] = []
        self._near: dict[frozenset[CountryCode], set[str]] = {}
        self._pairs: Counter[tuple[CountryCode, CountryCode]] = Counter()
        for document, text in documents:
            self._add(_source(document, text, resting[document.sha256]), resting[document.sha256])

    def of(self, sha256: str) -> Sequence[Passage]:
        """The sentences of a document, in order."""
        return self._by_document.get(sha256, ())

    def at(self, sha256: str, start: int) -> Passage | None:
        """The sentence in which a character of a document stands."""
        return next((passage for passage in self.of(sha256) if passage.start <= start < passage.end), None)

    def after(self, passage: Passage) -> Passage | None:
        """The sentence that follows in the same paragraph."""
        held = self.of(passage.source.document.sha256)
        following = next((each for each in held if each.start >= passage.end), None)
        return following if following and "\n\n" not in passage.source.text[passage.end : following.start] else None

    def main_states(self, sha256: str, named: Sequence[CountryCode] = ()) -> tuple[CountryCode, ...]:
        """Two states that a document is about: those ``named``, else the pair in it that most documents speak of."""
        source = self.sources[sha256]
        pairs = [
            pair for pair in combinations(sorted(source.states), 2) if len(set(pair) & set(named)) == min(1, len(named))
        ]
        best = max(pairs, key=lambda pair: self._pairs[pair], default=tuple(sorted(source.states))[:2])
        return (*named, *(code for code in best if code not in named))[:2] if len(named) < 2 else tuple(named)

    def about(self, words: Weights, states: frozenset[CountryCode], after: int) -> Iterator[Passage]:
        """Sentences with a rare one of ``words``, in documents about ``states`` published on day ``after`` or later."""
        met: set[int] = set()
        near = self._about(states)
        for word, weight in words.items():
            for passage in self._by_word.get(begin(word), ()) if weight >= _RARE else ():
                if passage.source.day >= after and id(passage) not in met and passage.source.document.sha256 in near:
                    met.add(id(passage))
                    yield passage

    def telling_talks(self, states: frozenset[CountryCode], people: frozenset[str], after: int) -> Iterator[Passage]:
        """Sentences that tell of visits or meetings, or of these ``people``, in documents about ``states``."""
        near = self._about(states)
        named = [passage for person in people for passage in self._by_person.get(person, ())]
        for passage in {id(each): each for each in (*self._talks, *named)}.values():
            if passage.source.day >= after and passage.source.document.sha256 in near:
                yield passage

    def locally(self, words: Weights, states: frozenset[CountryCode]) -> Weights:
        """The words weighed by how few of the documents about these states have them, too."""
        near = self._about(states)
        return {
            word: weight * _rarity(len(self._containing[begin(word)] & near), len(near))
            for word, weight in words.items()
        }

    def _about(self, states: frozenset[CountryCode]) -> set[str]:
        """The documents that speak of these states."""
        if states not in self._near:
            self._near[states] = {sha256 for sha256, source in self.sources.items() if concerns(source, states)}
        return self._near[states]

    def _add(self, source: Source, entries: Sequence[StoredEntry]) -> None:
        text, sha256 = source.text, source.document.sha256
        self.sources[sha256] = source
        self._pairs.update(combinations(sorted(source.states), 2))
        found: list[Passage] = []
        for start, end in all_sentences(text):
            words = text[start:end]
            last = found[-1] if found and "\n\n" not in text[found[-1].end : start] else None
            passage = Passage(
                source, start, end, words, weigh(words), numbered(words, last.words if last else ""),
                frozenset(numbers_of(words)), people_in(words, source),
                last.weights if last else {}, last.words if last else "",
                tuple(each for each in entries if _rests_on(each, start, end)),
            )  # fmt: skip
            found.append(passage)
            for person in passage.people:
                self._by_person[person].append(passage)
            if any(isinstance(each.entry, Event) and each.entry.type in TALKS for each in passage.entries):
                self._talks.append(passage)
            for word, weight in passage.weights.items():
                self._containing[begin(word)].add(sha256)
                if weight >= _RARE:
                    self._by_word[begin(word)].append(passage)
        self._by_document[sha256] = found


def concerns(source: Source, states: frozenset[CountryCode]) -> bool:
    """Whether a document speaks of two of these states, or of the only one."""
    return len(source.states & states) >= min(2, len(states))


def _rarity(holding: int, documents: int) -> float:
    """From 0.5 for a word that all documents have to 1.5 for one that hardly any has; 1 where there are few."""
    if documents < _FEWEST:
        return 1.0
    return 0.5 + math.log((documents + 1) / max(1, holding)) / math.log(documents + 1)


def begin(word: str) -> str:
    """The beginning of a word, which "diplomat" and "diplomatic", "ratify" and "ratification" share."""
    return word[:6]


def refers(words: str) -> bool:
    """Whether a sentence speaks of what the sentence before it names."""
    return bool(_REFERS.match(words.strip()))


def people_in(words: str, source: Source) -> frozenset[str]:
    """The persons of a document that a sentence names, by the beginnings of the words of their names."""
    return frozenset(map(begin, split(words))) & source.people


def numbered(words: str, before: str) -> frozenset[tuple[str, int]]:
    """The ordinals of a sentence; "the ninth will be held in Rome" counts what the sentence before it counts."""
    told = ordinals(words)
    if again := _TIMES.search(words.lower()):
        return told | {("session", _ordinal_words()[again[1]])} if again[1] in _ordinal_words() else told
    series = {name for name, _ in ordinals(before) or told}
    if len(series) != 1:
        return told
    short = _SHORT.findall(words.lower())
    elliptic = {(min(series), _ordinal_words()[word]) for word in short if word in _ordinal_words()}
    if not told and not elliptic and refers(words):
        return ordinals(before)
    return frozenset(elliptic) or told


@cache
def _ordinal_words() -> dict[str, int]:
    return {word: number for word, number in read_toml("dates.toml")["ordinal"].items() if number > 0}


def numbers_of(words: str) -> Iterator[str]:
    """The numbers of a sentence that may tell one thing from another: years and single digits do not."""
    for digits, multiple in _NUMBER.findall(words):
        bare = digits.replace(",", "")
        if multiple or (len(bare) > 1 and not re.fullmatch(r"(?:19|20)\d\d", bare)):
            yield bare + multiple


def _source(document: StoredDocument, text: str, entries: Sequence[StoredEntry]) -> Source:
    states = Counter(code for each in entries for code in states_of(each.entry))
    if len(states) < 2:
        states.update(name.code for name in find_names(text) if name.code)
    day = document.date.last.toordinal() if document.date and document.date.last else 0
    title = document.title or ""
    return Source(document, text, day, frozenset(states), weigh(title), numbered(title, ""), _people(entries, text))


def _people(entries: Iterable[StoredEntry], text: str) -> frozenset[str]:
    """The words of the names of persons in a document, by their beginnings."""
    named = {each.entry.person for each in entries if isinstance(each.entry, Tenure)}
    named |= {party.name for each in entries for party in each.entry.parties if _names_a_person(party.name, text)}
    words = {word for name in named for word in split(name) if rarity(word) >= _UNLISTED}
    return frozenset(map(begin, words - _state_words())) - HONOURS


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


def _rests_on(stored: StoredEntry, start: int, end: int) -> bool:
    return any(each.start < end and start < each.end for each in stored.entry.evidence)
