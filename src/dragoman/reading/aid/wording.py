"""Wording: what a short text is about, as features that a person can read, for the classifiers of aid.

Words, pairs of words and beginnings of words say what was seen in training; cues from the tables in ``knowledge/``
carry further, since whoever knows the field can add to them. States, capitals and numbers are masked, so that what
is learned of one donor and one recipient holds for others.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import combinations, pairwise

from dragoman.knowledge import any_of, read_tsv

_TOKEN = re.compile(r"[^\W\d_]+(?:['’]s\b)?|\d[\d,.]*|[$%#]")
_YEAR = re.compile(r"((?:19|20)\d\d)[.,]?")
_SENTENCE_END = re.compile(r"[.!?;][\"'”’)]*\s+(?=[A-Z\"'“(\d])")
_FIRM = re.compile(rf"(?:[A-Z][\w’'-]*[,.]?\s(?:(?:and|&|of|for)\s)?){{1,8}}{any_of('giving.toml', 'firms')}\b")
_ENDINGS = re.compile(r"(?<=\w{4})(?:ations?|ings?|ments?|ions?|ies|ers?|ors?|ed|es|al|s)$")
_SHARE = {
    "words": 1.0,
    "triples": 0.7,
    "beginnings": 0.7,
    "cues": 0.8,
}  # tuned by scripts/train_aid.py, like the window below
_WINDOW = 5
# Words behind a cue in which the record is named that it is of: far behind a sum, but near to what was done.
_AHEAD = {"flow": 25}
_NEAR_AHEAD = 8
_RECORDS = ("#", "ID", "IDs")  # what stands before the number of another record


@dataclass(frozen=True)
class Word:
    """One word: as written, in which sentence; ``mask`` is STATE in names of states and capitals, FIRM of companies.

    ``start`` is where in the text it begins.
    """

    text: str
    sentence: int
    mask: str = ""
    start: int = 0

    @cached_property
    def lower(self) -> str:
        """In small letters, without the possessive ending."""
        return re.sub(r"['’]s$", "", self.text.lower())


_Phrase = tuple[int, tuple[str, ...], str]  # its number, its words, what it stands for


class Lexicon:
    """Phrases with what they stand for. "build*" stands for all words that begin so; capitals want capitals."""

    def __init__(self, entries: Iterable[tuple[str, str]], *, exact: bool = False) -> None:
        self._exact = exact
        self._by_start: dict[str, list[_Phrase]] = defaultdict(list)
        self._by_beginning: dict[str, list[_Phrase]] = defaultdict(list)
        for number, (value, phrase) in enumerate(entries):
            parts = tuple(re.sub(r"[-–.&]|['’]s\b", " ", phrase).split())
            first = parts[0].lower()
            found = self._by_beginning[first[:-1]] if first.endswith("*") else self._by_start[first]
            found.append((number, parts, value))
        self._lengths = sorted({len(beginning) for beginning in self._by_beginning})

    def find(self, words: Sequence[Word]) -> Iterator[tuple[int, str, str]]:
        """Every phrase in the text: number of its first word, what it stands for, the words found."""
        for at, word in enumerate(words):
            for _, parts, value in sorted(self._starting_with(word.lower)):
                if self._matches(parts, words, at):
                    yield at, value, " ".join(w.lower for w in words[at : at + len(parts)])

    def _starting_with(self, lower: str) -> Iterator[_Phrase]:
        yield from self._by_start.get(lower, ())
        for length in self._lengths:
            if length > len(lower):
                return
            yield from self._by_beginning.get(lower[:length], ())

    def _matches(self, parts: tuple[str, ...], words: Sequence[Word], at: int) -> bool:
        if at + len(parts) > len(words):
            return False
        return all(self._same(part, word) for part, word in zip(parts, words[at : at + len(parts)], strict=True))

    def _same(self, part: str, word: Word) -> bool:
        if word.mask or part == "STATE":
            return word.mask == part
        if self._exact or (part.isupper() and len(part) > 1):
            return re.sub(r"['’]s$", "", word.text) == part
        return word.lower.startswith(part[:-1].lower()) if part.endswith("*") else word.lower == part.lower()


@cache
def lexicon(table: str, value: str, group: str | None = None) -> Lexicon:
    """The phrases of the column ``words`` of a table, for the values of its column ``value``."""
    rows = [row for row in read_tsv(table) if group is None or row["group"] == group]
    return Lexicon((row[value], phrase) for row in rows for phrase in row["words"].split(", "))


@cache
def _states() -> Lexicon:
    columns = ("names", "adjectives", "people", "capitals", "nicknames")
    names = {name for row in read_tsv("states.tsv") for column in columns for name in row[column].split("|") if name}
    return Lexicon(((name, form) for name in sorted(names) for form in (name, f"{name}s")), exact=True)


def words_of(text: str) -> list[Word]:
    """The words of the text with their sentences, states masked."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    words, sentence = [], 0
    firms = {at for match in _FIRM.finditer(text) for at in range(*match.span())}
    for match in _TOKEN.finditer(text):
        while sentence < len(ends) and match.start() >= ends[sentence]:
            sentence += 1
        words.append(Word(match.group(), sentence, "FIRM" if match.start() in firms else "", match.start()))
    for at, _, phrase in _states().find(words):
        for number in range(at, at + len(phrase.split())):
            words[number] = replace(words[number], mask=words[number].mask or "STATE")
    return words


def features_of(words: Sequence[Word], cues: Mapping[str, Lexicon]) -> dict[str, float]:
    """The features of a text; ``cues`` maps a name for a group of cues to their phrases."""
    stems = [_stem(word) for word in words]
    found = _share(Counter([*stems, *map(" ".join, pairwise(stems))]), "words")
    if "stage" in cues:  # how far a thing has come is told by turns of phrase: "has yet to", "is expected to be"
        found |= _share(Counter(map(" ".join, zip(stems, stems[1:], stems[2:], strict=False))), "triples")
    found |= _share(_beginnings(words), "beginnings")
    for name, phrases in cues.items():
        found |= _share(Counter(_cues(words, name, phrases)), "cues")
    return found


def _share(counts: Counter[str], part: str) -> dict[str, float]:
    """Damped counts, scaled so that texts of all lengths weigh alike."""
    damped = {name: 1 + math.log(count) for name, count in counts.items()}
    length = math.sqrt(sum(value * value for value in damped.values())) or 1.0
    return {name: _SHARE[part] * value / length for name, value in damped.items()}


def _stem(word: Word) -> str:
    if word.mask:
        return word.mask
    if word.text[0].isdigit():
        return "YEAR" if _YEAR.fullmatch(word.text) else "NUMBER"
    return _ENDINGS.sub("", word.lower)


def _beginnings(words: Sequence[Word]) -> Counter[str]:
    plain = [word.lower for word in words if not word.mask and word.text[0].isalpha()]
    return Counter(f"{lower[:size]}…" for lower in plain for size in (4, 5, 6) if len(lower) > size)


def _cues(words: Sequence[Word], name: str, phrases: Lexicon) -> Iterator[str]:
    last = words[-1].sentence if words else 0
    plain: list[str] = []
    found = list(phrases.find(words))
    for number, (at, value, phrase) in enumerate(found):
        following = next((begins for begins, other, _ in found[number + 1 :] if other != value), len(words))
        manner = (manner_of(words, at) or _elsewhere(words, at, following, name)) if name != "sector" else ""
        yield f"{name}: {manner}{value}"
        yield f"{name}: {manner}“{phrase}”"
        if words[at].sentence == 0:
            yield f"{name} at first: {manner}{value}"
        if words[at].sentence == last:
            yield f"{name} at last: {manner}{value}"
        if not manner:
            plain.append(value)
    if plain:
        yield f"{name} first: {plain[0]}"
        yield f"{name} last: {plain[-1]}"
        yield f"{name} most: {Counter(plain).most_common(1)[0][0]}"
        yield f"{name} all: {' + '.join(sorted(set(plain)))}"
        yield from (f"{name} both: {a} + {b}" for a, b in combinations(sorted(set(plain)), 2))


def _elsewhere(words: Sequence[Word], at: int, following: int, group: str) -> str:
    """Whether an account sends the reader to another record for what begins at word ``at``: "a loan (see #12)".

    The number may not stand behind the ``following`` cue, which it would belong to.
    """
    ahead = words[at : min(at + _AHEAD.get(group, _NEAR_AHEAD), following)]
    return "elsewhere " if any(w.text in _RECORDS and w.sentence == words[at].sentence for w in ahead) else ""


def manner_of(words: Sequence[Word], at: int) -> str:
    """Whether what begins at word ``at`` is denied, open or still to come, by the words before it."""
    before = [w.lower for w in words[max(0, at - _WINDOW) : at] if w.sentence == words[at].sentence]
    for row in read_tsv("manners.tsv"):
        near = before[-int(row["reach"]) :]
        if any(word in row["words"].split(", ") for word in near):
            return f"{row['manner']} "
    return ""
