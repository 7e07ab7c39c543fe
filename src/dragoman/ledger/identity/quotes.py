"""What a document says around an entry: its sentences, its heading, the lines before, and what "the centre" stood for.

A later mention is short: "Norway paid 85 million kroner for the centre". Which centre, an earlier sentence tells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, lru_cache

from dragoman.knowledge import read_toml
from dragoman.ledger.identity.words import stem, weigh
from dragoman.ledger.stored import StoredEntry
from dragoman.models import Activity, Entry, Evidence

_QUOTES, _QUOTED, _BEFORE, _EARLIER, _FAR = 3, 400, 250, 300, 3000
"""So many pieces of evidence are quoted, so many characters of them, so many before them, of earlier sentences, and of
the text in which these are looked for."""
_SUM = re.compile(r"(\d[\d.,]*)[ -]?(thousand|million|billion|trillion|bn\b|mn\b|m\b)?", re.IGNORECASE)
_SCALES = {"th": 1e3, "mi": 1e6, "mn": 1e6, "m": 1e6, "bi": 1e9, "bn": 1e9, "tr": 1e12}
_THE_SUM = re.compile(
    r"\b(?i:the|this|that|its|their)\s+(?!(?:other|first|second|third|next|rest)\b)"
    r"(?:[A-Z][\w'’-]*\s+|(?:[^\W\d][\w'’-]*\s+){0,2}[^\W\d][\w'’-]*(?:,|\s+of|\s+worth)\s+)?"
    r"(?:[A-Z]{2,3}\s?)?[^\w\s,.;]{0,2}(?=\d)(?!.*\b(?:for|towards|into)\b)"
)
"""What stands before a sum that was told before: "the Finnish loan of 4 million", without what it is for."""
_NOUNS = 3
"""So many nouns are looked for in earlier sentences."""
_TELLING = 0.3
"""From this weight on a noun is worth looking for."""
_SENTENCE = re.compile(r"(?<=[.!?;])[\"”’)]*\s+(?=[\"“‘(]*[A-ZÀ-Ž0-9])|\n\s*\n|\s{3,}|\n\s*[-–—•*]\s+")

_LINES = re.compile(r"\n\s*\n|\s{3,}|\n\s*[-–—•*]\s+")


@dataclass(frozen=True, slots=True)
class Quote:
    """The ``words`` that an entry rests on, ``more`` of them, and the ``rest`` of the sentence; the ``heading`` of the
    document and what stands ``before`` the words.

    ``earlier`` are the sentences that named what the words only point to: "the centre", "it". ``start`` and ``end`` are
    those of the words in the text; ``heads`` tells that they are its heading, and ``twice`` are the sums that the
    document tells of several things.
    """

    words: str = ""
    more: str = ""
    rest: str = ""
    before: str = ""
    heading: str = ""
    earlier: str = ""
    start: int = 0
    end: int = 0
    heads: bool = False
    twice: frozenset[float] = frozenset()

    @property
    def around(self) -> str:
        """The words with all that stands by them."""
        return f"{self.heading}. {self.before} {self.words} {self.more} {self.rest}"

    @property
    def leans_on(self) -> str | None:
        """The noun, by stem, if the words begin with "the" and a noun that may have been named before."""
        match = _pointing().match(self.words)
        return stem(match[1].lower()) if match else None

    @property
    def leans(self) -> bool:
        """Whether the words begin with a pronoun, or with so many tonnes of what the sentence before has named."""
        return _leaning().match(self.words) is not None or _measured().match(self.words) is not None


NOTHING = Quote()


def quote_of(stored: StoredEntry, text: str) -> Quote:
    """What the document, whose text is given, says around an entry."""
    heading = stored.document.title or ""
    end = _heading_end(text, heading)
    evidence = stored.entry.evidence
    body = [each for each in evidence if each.start >= end] or list(evidence)
    core = _core(stored.entry, body, text)
    words = _beside().sub("", core.quote(text)[:_QUOTED])
    more = " ".join(each.quote(text) for each in body[:_QUOTES] if each != core)[:_QUOTED]
    start = core.start
    ending = _SENTENCE.search(text, core.end, core.end + _QUOTED)
    rest = text[core.end : ending.start() if ending else core.end + _QUOTED]
    before = _LINES.split(text[max(0, start - _BEFORE) : start])[-1]
    earlier = _earlier(words, text[max(end, start - _FAR) : start])
    return Quote(words, more, rest, before, heading, earlier, start, core.end, core.end <= end, _told_twice(text))


def _core(entry: Entry, evidence: Sequence[Evidence], text: str) -> Evidence:
    """The piece of evidence that tells the thing itself: the one with its sum, or else the first."""
    if len(evidence) > 1 and isinstance(entry, Activity) and entry.amount:
        values = {entry.amount.value, entry.amount.low, entry.amount.high} - {None}
        return next((each for each in evidence if values & sums_in(each.quote(text))), evidence[0])
    return evidence[0]


def _heading_end(text: str, heading: str) -> int:
    """Where the heading ends with which the text begins, 0 if it does not."""
    found = text.find(heading, 0, 2 * len(heading) + 100) if heading else -1
    return found + len(heading) if found >= 0 else 0


def _earlier(words: str, text: str) -> str:
    """The last sentences of the text that speak of what the words point to."""
    sentences = [each for each in _SENTENCE.split(text) if each.strip()]
    if not sentences:
        return ""
    words = _part_of().sub(" ", words)
    found: list[str] = []
    for noun in () if _leaning().match(words) else _pointed_to(words):
        if naming := next((each for each in reversed(sentences) if noun in weigh(each)), None):
            found.append(naming)
    if _pronoun().search(words):
        found.append(sentences[-1])
    return " ".join(dict.fromkeys(found))[-_EARLIER:]


def _pointed_to(words: str) -> list[str]:
    """The nouns, by stem, that come with "the", "this" or "its", and so were named before: in "the new centre" both."""
    weights = weigh(words)
    found = [stem(noun.lower()) for match in _pointing().finditer(words) for noun in match.groups() if noun]
    return [noun for noun in dict.fromkeys(found) if weights.get(noun, 0.0) >= _TELLING][:_NOUNS]


@lru_cache(maxsize=8)
def _told_twice(text: str) -> frozenset[float]:
    """The sums that stand in the text twice, at least once in a sentence with "another" or the like."""
    if not said("another").search(text):
        return frozenset()
    once: set[float] = set()
    found: set[float] = set()
    for sentence in _SENTENCE.split(text):
        sums = _sums(sentence)
        if said("another").search(sentence):
            found |= {value for value in sums if value in once or sums.count(value) > 1}
        once.update(sums)
    return frozenset(found)


def sums_in(quote: str) -> frozenset[float]:
    """The numbers that stand in a quote, with their scale: 1500000.0 in "raised to 1.5 million"."""
    return frozenset(_sums(quote))


def sums_again(quote: str) -> frozenset[float]:
    """The sums of a quote that point to what was told before: 4000000.0 in "the loan of 4 million was repaid"."""
    return frozenset(value for match in _THE_SUM.finditer(quote) for value in _sums(quote[match.end() :])[:1])


def _sums(quote: str) -> list[float]:
    found = []
    for digits, scale in _SUM.findall(quote):
        with suppress(ValueError):
            found.append(float(digits.rstrip(".,").replace(",", "")) * _SCALES.get(scale[:2].lower(), 1.0))
    return found


@cache
def said(what: str) -> re.Pattern[str]:
    """The words that say that a thing is ``shifted``, ``another`` one, or the ``only`` one."""
    # But for its first letter in small letters: "a New Zealand grant" is no new one.
    words = [rf"(?i:{re.escape(each[0])}){re.escape(each[1:])}" for each in read_toml("identity.toml")[what]["words"]]
    return re.compile(rf"\b(?:{'|'.join(words)})\b")


@cache
def _pointing() -> re.Pattern[str]:
    words = "|".join(read_toml("identity.toml")["pointing"]["determiners"])
    return re.compile(rf"\b(?:{words})\s+([a-z]+)(?:\s+([a-z]+))?", re.IGNORECASE)


@cache
def _part_of() -> re.Pattern[str]:
    """What the words are about is a part of that, not it: "as part of the programme"."""
    known = read_toml("identity.toml")["parts"]
    joints, determiners = ("|".join(map(re.escape, known[name])) for name in ("joints", "determiners"))
    return re.compile(rf"\b(?:{joints})\s+(?:{determiners})\s+\w+(?:\s+\w+)?", re.IGNORECASE)


@cache
def _beside() -> re.Pattern[str]:
    """What a sentence sets beside what it is about: "Besides the wells in Kara, …"."""
    words = "|".join(map(re.escape, read_toml("identity.toml")["another"]["beside"]))
    return re.compile(rf"\b(?:{words})\s(?:[^,.;]|[.,]\d)*(?:,\s*|(?=[.;])|\Z)", re.IGNORECASE)


@cache
def _pronoun() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(read_toml('identity.toml')['pointing']['pronouns'])})\b", re.IGNORECASE)


@cache
def _measured() -> re.Pattern[str]:
    known = read_toml("identity.toml")["pointing"]
    measures, verbs = "|".join(known["measures"]), "|".join(known["verbs"])
    return re.compile(rf"(?:[a-z]+\s+){{0,3}}\d[\d.,]*\s+(?:{measures})\s+(?:{verbs})\b", re.IGNORECASE)


@cache
def _leaning() -> re.Pattern[str]:
    words = "|".join(read_toml("identity.toml")["pointing"]["leaning"])
    return re.compile(rf"(?:{words})\s", re.IGNORECASE)
