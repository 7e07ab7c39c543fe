"""Things out of their order in time: delivered before agreed, told as done before they could be, ended before begun."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from dragoman.follow.checks.finding import Finding
from dragoman.follow.checks.items import SURE, amount_of
from dragoman.follow.checks.scene import Scene
from dragoman.follow.checks.words import cue, known, topic
from dragoman.follow.wording import date_words, words_of
from dragoman.ledger import StoredEntry
from dragoman.ledger.states import actors_of
from dragoman.models import Activity, Event, Instrument
from dragoman.values import CountryCode, Edtf

SHARED = 0.6
"""The share of the words of the shorter title that a delivery and its agreement have in common, at least."""

LATEST = timedelta(days=3 * 365)
"""An agreement that follows later than this is about another delivery."""

NEXT = 40
"""Agreements with a word of the delivery that are looked at, of all that came after it."""

FEWEST = 2
"""Words that they share, at least."""


def check_future(scene: Scene) -> Iterator[Finding]:
    """What a document tells as done, on a date that lies after its publication."""
    for stored in scene.of_kind("event", "activity"):
        published, when = stored.document.date, stored.entry.date
        if getattr(stored.entry, "stage", None) != "done" or not published or not when:
            continue
        if not (published.last and when.begins_after(published)):
            continue
        sentence = scene.sentence(stored)
        if _is_dated(sentence, when, published.last.year) and not cue(known("coming")).search(sentence):
            words = f"Told as done on {date_words(when)}, in a document of {published}: {words_of(stored.entry)}."
            yield scene.finding("future", words, [stored], sure=0.6 if when.first == when.last else 0.3)


def _is_dated(sentence: str, when: Edtf, published: int) -> bool:
    """Whether the sentence gives the date itself, not only its year; else the reader took it from elsewhere."""
    assert when.first is not None
    month = re.search(rf"\b{when.first:%b}", sentence, re.IGNORECASE) is not None
    if len(when) > len("2021-11") and "/" not in when:
        return month and re.search(rf"\b{when.first.day}(?:st|nd|rd|th)?\b", sentence) is not None
    return month or (when.first.year != published and str(when.first.year) in sentence)


def check_delivery(scene: Scene) -> Iterator[Finding]:
    """What was delivered before the agreement on it was made."""
    agreements = _Agreements(scene)
    for stored in scene.of_kind("event", "activity"):
        if not _is_delivery(stored) or not stored.entry.date or not stored.entry.date.last:
            continue
        if cue(known("coming")).search(scene.sentence(stored)):
            continue
        for other in agreements.near(stored):
            if _shortly_before(stored.entry.date, other.entry.date) and _is_of(scene, stored, other):
                words = (
                    f"Delivered on {date_words(stored.entry.date)}, agreed on {date_words(other.entry.date)}: "
                    f"{words_of(stored.entry)} / {words_of(other.entry)}."
                )
                yield scene.finding("delivery", words, [stored, other], sure=0.5)
                break


class _Agreements:
    """What was agreed, by the states and the words of its title, in order of time."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._all: dict[str, tuple[int, StoredEntry]] = {}
        self._by_word: dict[tuple[frozenset[CountryCode], str], list[tuple[date, int, StoredEntry]]] = defaultdict(list)
        for place, stored in enumerate(scene.of_kind("event", "instrument", "activity")):
            if _is_agreement(stored) and (when := stored.entry.date) and when.first:
                self._all[stored.key] = place, stored
                for word in topic(words_of(stored.entry)):
                    self._by_word[actors_of(stored.entry), word].append((when.first, place, stored))
        for told in self._by_word.values():
            told.sort(key=lambda each: each[:2])

    def near(self, delivery: StoredEntry) -> list[StoredEntry]:
        """Those of the record of a delivery, and the next ones after it that share words with it, in their order."""
        states, when = actors_of(delivery.entry), delivery.entry.date
        assert when and when.last
        same = (self._all[key] for key in self._scene.record_of[delivery.key].entries if key in self._all)
        found = {place: stored for place, stored in same if actors_of(stored.entry) == states}
        for word in topic(words_of(delivery.entry)):
            told = self._by_word.get((states, word), [])
            first = bisect_right(told, when.last, key=lambda each: each[0])
            found |= {place: stored for _, place, stored in told[first : first + NEXT]}
        return [found[place] for place in sorted(found)]


def _shortly_before(one: Edtf | None, other: Edtf | None) -> bool:
    if one is None or other is None or not one.ends_before(other):
        return False
    return bool(one.last and other.first and other.first - one.last < LATEST)


def _is_agreement(stored: StoredEntry) -> bool:
    entry = stored.entry
    if isinstance(entry, Event):
        return entry.type == "signing" and entry.stage == "done"
    if isinstance(entry, Instrument):
        return entry.type in ("contract", "agreement", "memorandum") and entry.stage == "agreed"
    return isinstance(entry, Activity) and entry.stage == "agreed"


def _is_delivery(stored: StoredEntry) -> bool:
    entry = stored.entry
    if isinstance(entry, Event):
        return entry.type == "delivery" and entry.stage == "done"
    is_gift = isinstance(entry, Activity) and entry.type in ("in_kind", "grant") and entry.stage == "done"
    return is_gift and (entry.confidence is None or entry.confidence >= SURE)


def _is_of(scene: Scene, delivery: StoredEntry, agreement: StoredEntry) -> bool:
    """Whether both are about one thing: one record, or titles of the same words."""
    if scene.record_of[delivery.key].id == scene.record_of[agreement.key].id:
        return True
    given, promised = amount_of(delivery), amount_of(agreement)
    if given and promised and (given.unit, given.value) != (promised.unit, promised.value):
        return False
    one, other = topic(words_of(delivery.entry)), topic(words_of(agreement.entry))
    shared = len(one & other)
    return shared >= FEWEST and shared >= SHARED * min(len(one), len(other))


def check_dates(scene: Scene) -> Iterator[Finding]:
    """What is due before it begins, and what one document tells as done before another lets it begin."""
    for stored in scene.of_kind("event", "instrument", "activity"):
        due = getattr(stored.entry, "due", None)
        if due and due.ends_before(stored.entry.date):
            words = f"Due {date_words(due)}, but dated {date_words(stored.entry.date)}: {words_of(stored.entry)}."
            yield scene.finding("dates", words, [stored], sure=0.6)
    for record in scene.records:
        if len(record.entries) < 2 or record.kind not in ("event", "activity", "instrument"):
            continue
        entries = [stored for stored in scene.of_record(record) if stored.entry.date]
        done = [stored for stored in entries if getattr(stored.entry, "stage", None) == "done"]
        begun = [stored for stored in entries if getattr(stored.entry, "stage", None) == "underway"]
        for end in done:
            for begin in begun:
                if end.entry.date and end.entry.date.ends_before(begin.entry.date):
                    words = (
                        f"Done on {date_words(end.entry.date)}, but begun on {date_words(begin.entry.date)}: "
                        f"{record.best.title}."
                    )
                    yield scene.finding("dates", words, [end, begin], sure=0.5)
