"""Meetings that are counted, such as "the ninth session": out of order, told on two dates, or missing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

from dragoman.follow.checks.finding import Finding
from dragoman.follow.checks.scene import Scene
from dragoman.follow.checks.words import is_state_word, known, singular
from dragoman.follow.wording import date_words, words_of
from dragoman.knowledge import read_tsv
from dragoman.ledger import StoredEntry
from dragoman.ledger.states import actors_of
from dragoman.models import Entry, Event, Instrument
from dragoman.values import Edtf

GAP = 5
"""Sessions between two that are known, at most, that are reported missing: beyond it the ledger just began later."""

APART = timedelta(days=60)
"""One session is not told on two dates that lie further apart."""


@dataclass(frozen=True)
class _Session:
    """One numbered session of a series."""

    number: int
    stored: StoredEntry

    @property
    def when(self) -> Edtf | None:
        return self.stored.entry.date

    @property
    def held(self) -> bool:
        return getattr(self.stored.entry, "stage", None) == "done"


def check_sessions(scene: Scene) -> Iterator[Finding]:
    """Each series of numbered sessions, in the order of its numbers."""
    series: dict[object, list[_Session]] = defaultdict(list)
    for stored in scene.of_kind("event", "instrument"):
        if found := _numbered(stored.entry):
            number, phrase = found
            series[_series(scene, stored, phrase)].append(_Session(number, stored))
    for sessions in series.values():
        dated = [session for session in sessions if session.when and session.when.first and session.when.last]
        yield from _twice(scene, dated)
        # Of several entries on one session the one that says that it was held tells its date best.
        one_each = {session.number: session for session in sorted(dated, key=lambda session: session.held)}
        for earlier, later in pairwise(sorted(one_each.values(), key=lambda session: session.number)):
            yield from _follow(scene, earlier, later)


def _numbered(entry: Entry) -> tuple[int, str] | None:
    """The number of a session and the phrase that names it: 9, "meeting of the Central Asia dialogue"."""
    if isinstance(entry, Event) and entry.type not in ("meeting", "forum"):
        return None
    if isinstance(entry, Instrument) and entry.type not in ("dialogue", "body"):
        return None
    told = words_of(entry)
    for match in _ordinal().finditer(told):
        phrase = _end().split(told[match.end() :], maxsplit=1)[0].strip()
        parts = [singular(word) for word in re.findall(r"[^\W_]+", phrase.casefold())]
        if any(part in known("sessions", "nouns") for part in parts[:8]) and not set(parts[:3]) & set(
            known("sessions", "others")
        ):
            return _number(match[0].casefold()), phrase
    return None


@cache
def _end() -> re.Pattern[str]:
    """Where the phrase that names a session ends: "third meeting of the commission | in Lima"."""
    return re.compile(rf"[,.;:()]|\b(?:{'|'.join(known('sessions', 'ends'))})\b", re.IGNORECASE)


@cache
def _ordinal() -> re.Pattern[str]:
    tens = "|".join(row["word"] for row in read_tsv("numerals.tsv") if row["role"] == "ten")
    words = "|".join(known("sessions", "ordinals"))
    return re.compile(rf"(?<![\w-])(?:\d{{1,3}}(?:st|nd|rd|th)|(?:(?:{tens})[- ])?(?:{words}))(?![\w-])", re.IGNORECASE)


def _number(ordinal: str) -> int:
    if ordinal[0].isdigit():
        return int(re.sub(r"\D", "", ordinal))
    *tens, last = re.split(r"[- ]", ordinal)
    values = {row["word"]: int(float(row["value"])) for row in read_tsv("numerals.tsv") if row["role"] == "ten"}
    ordinals: list[str] = known("sessions", "ordinals")
    return sum(values[word] for word in tens) + ordinals.index(last) + 1


def _series(scene: Scene, stored: StoredEntry, phrase: str) -> object:
    """What series a session belongs to: by its name, or else by the dialogue that its document speaks of."""
    name = _name(phrase)
    if any(word[:1].isupper() for word in re.findall(r"[^\W_]+", phrase)) and name:
        return name
    states = actors_of(stored.entry)
    at = stored.entry.evidence[0].start
    framing = [
        each
        for each in scene.documents[stored.document.sha256]
        if isinstance(each.entry, Instrument)
        and each.entry.type in ("dialogue", "body")
        and actors_of(each.entry) & states
        if each.entry.evidence[0].start < at and not _numbered(each.entry)
    ]
    if framing:
        return _name(words_of(framing[-1].entry))
    return name, states, stored.document.sha256


def _name(phrase: str) -> frozenset[str]:
    found = (singular(word) for word in re.findall(r"[^\W_]+", phrase.casefold()))
    return frozenset(_state_or_word(word) for word in found if word not in known("sessions", "plain"))


def _state_or_word(word: str) -> str:
    """States by their first letters: "Australia" and "Australian" name one series."""
    return word[:5] if is_state_word(word) else word


def _twice(scene: Scene, sessions: Sequence[_Session]) -> Iterator[Finding]:
    by_number: dict[int, list[_Session]] = defaultdict(list)
    for session in sessions:
        if session.held:
            by_number[session.number].append(session)
    for same in by_number.values():
        first = min(same, key=lambda session: _bounds(session)[1])
        last = max(same, key=lambda session: _bounds(session)[0])
        if _bounds(last)[0] - _bounds(first)[1] > APART:
            words = f"{_words(first)} is told on two dates: {_when(first)} and {_when(last)}."
            yield scene.finding("sessions", words, [first.stored, last.stored], sure=0.5)


def _follow(scene: Scene, earlier: _Session, later: _Session) -> Iterator[Finding]:
    about = [earlier.stored, later.stored]
    if _bounds(earlier)[0] > _bounds(later)[1]:
        words = (
            f"Number {later.number} ({_when(later)}) comes before number {earlier.number} ({_when(earlier)}): "
            f"{_words(later)}."
        )
        yield scene.finding("sessions", words, about, sure=0.7)
    elif later.number == earlier.number + 1:
        words = (
            f"Number {earlier.number} ({_when(earlier)}), then number {later.number} ({_when(later)}): {_words(later)}."
        )
        yield scene.finding("sessions", words, about, sure=0.8, confirmed=True)
    elif later.number - earlier.number <= GAP:
        missing = ", ".join(str(number) for number in range(earlier.number + 1, later.number))
        words = (
            f"Of number {missing} there is nothing between number {earlier.number} ({_when(earlier)}) and number "
            f"{later.number} ({_when(later)}): {_words(later)}."
        )
        yield scene.finding("sessions", words, about, sure=0.3)


def _bounds(session: _Session) -> tuple[date, date]:
    assert session.when and session.when.first and session.when.last
    return session.when.first, session.when.last


def _words(session: _Session) -> str:
    return words_of(session.stored.entry)


def _when(session: _Session) -> str:
    planned = "" if session.held else f", {getattr(session.stored.entry, 'stage', None) or 'no stage'}"
    return f"{date_words(session.when)}{planned}"
