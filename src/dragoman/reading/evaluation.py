"""How well entries answer a gold standard: which of them match, and which of their fields are right.

The rules are those of the benchmark's scorer (bench/FORMAT.md names the fields), so that a user's own annotated
documents are measured as the project measures itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from dragoman.models import Activity, Amount, Entry, Event, Figure, Instrument, Reading, Tenure
from dragoman.values import Edtf

MATCH = 0.6
KINDS = ("event", "instrument", "activity", "figure", "tenure")
FIELDS = ("type", "date", "due", "stage", "parties", "place", "amount", "evidence")

# Types that two careful annotators mix up: half right.
_NEAR_TYPES = (
    {"meeting", "visit", "call"}, {"signing", "establishment", "adoption"}, {"forum", "ceremony", "opening"},
    {"agreement", "memorandum", "contract", "declaration"}, {"plan", "programme", "dialogue"}, {"dialogue", "body"},
    {"grant", "in_kind", "technical_assistance"}, {"cooperation", "exchange", "technical_assistance"},
    {"cooperation", "investment", "construction", "trade"},
)  # fmt: skip
_FUNCTION_WORDS = frozenset(
    ["the", "a", "an", "of", "and", "for", "in", "on", "to", "with", "between", "at", "by", "from", "its", "their"]
)


@dataclass
class Share:
    """How many of the entries of one kind were found, and how many of those given are right."""

    right: int = 0
    gold: int = 0
    read: int = 0

    @property
    def precision(self) -> float | None:
        """Right among those read, None if nothing was read."""
        return self.right / self.read if self.read else None

    @property
    def recall(self) -> float | None:
        """Right among the gold entries, None if there are none."""
        return self.right / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / (self.read + self.gold) if self.read + self.gold else None


@dataclass
class Report:
    """The figures of an evaluation: by kind, over all kinds, and by field of the matched entries."""

    kinds: dict[str, Share] = field(default_factory=lambda: {kind: Share() for kind in KINDS})
    fields: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))
    missed: list[tuple[str, Entry]] = field(default_factory=list)
    invented: list[tuple[str, Entry]] = field(default_factory=list)

    @property
    def all(self) -> Share:
        """All kinds together."""
        shares = self.kinds.values()
        return Share(sum(s.right for s in shares), sum(s.gold for s in shares), sum(s.read for s in shares))


def evaluate(gold: Mapping[str, Reading], read: Mapping[str, Reading]) -> Report:
    """Compare what was ``read`` with the ``gold`` of the same document ids."""
    report = Report()
    for key, truth in gold.items():
        given = read[key].entries if key in read else ()
        pairs = match(truth.entries, given)
        for entry in truth.entries:
            report.kinds[entry.kind].gold += 1
        for entry in given:
            report.kinds[entry.kind].read += 1
        for i, j in pairs:
            report.kinds[truth.entries[i].kind].right += 1
            for name, right in field_checks(truth.entries[i], given[j]).items():
                report.fields[name].append(right)
        found, answered = {i for i, _ in pairs}, {j for _, j in pairs}
        report.missed += [(key, e) for i, e in enumerate(truth.entries) if i not in found]
        report.invented += [(key, e) for j, e in enumerate(given) if j not in answered]
    return report


def match(gold: Sequence[Entry], read: Sequence[Entry]) -> list[tuple[int, int]]:
    """Pairs of indices of entries that answer each other, each entry once, the best pairs first."""
    scores = [
        (likeness(g, r), i, j) for i, g in enumerate(gold) for j, r in enumerate(read) if g.kind == r.kind
    ]  # fmt: skip
    taken_gold, taken_read, pairs = set(), set(), []
    for score, i, j in sorted(scores, reverse=True):
        if score >= MATCH - 1e-9 and i not in taken_gold and j not in taken_read:
            taken_gold.add(i)
            taken_read.add(j)
            pairs.append((i, j))
    return pairs


def likeness(gold: Entry, read: Entry) -> float:
    """How well ``read`` answers ``gold``, 0 to 1; from ``MATCH`` on it counts as found."""
    if isinstance(gold, Figure) and isinstance(read, Figure):
        return 0.6 + 0.2 * _when(gold, read) + 0.2 * (gold.measure == read.measure) if same_amount(gold, read) else 0.0
    if isinstance(gold, Tenure) and isinstance(read, Tenure):
        return _tenure_likeness(gold, read)
    if isinstance(gold, Instrument) and isinstance(read, Instrument):
        label = _label(gold, read, 1.3)
        return 0.75 * label + 0.15 * _types(gold.type, read.type) + 0.1 * party_overlap(gold, read)
    if isinstance(gold, Activity) and isinstance(read, Activity):
        return _activity_likeness(gold, read)
    if isinstance(gold, Event) and isinstance(read, Event):
        types, who = _types(gold.type, read.type), party_overlap(gold, read)
        if not types or not who:
            return 0.0
        return 0.3 * types + 0.25 * _when(gold, read) + 0.25 * who + 0.2 * _label(gold, read, 1.4)
    return 0.0


def _tenure_likeness(gold: Tenure, read: Tenure) -> float:
    if not set(_words(gold.person)[-1:]) & set(_words(read.person)):
        return 0.0
    return 0.5 + 0.3 * min(1, 1.5 * word_overlap(gold.post, read.post)) + 0.2 * (word_overlap(gold.of, read.of) >= 0.5)


def _activity_likeness(gold: Activity, read: Activity) -> float:
    label, types, who = _label(gold, read, 1.4), _types(gold.type, read.type), party_overlap(gold, read)
    if gold.amount and (gold.amount.value is not None or gold.amount.low is not None):
        if same_amount(gold.amount, read.amount):
            return 0.5 + 0.25 * label + 0.15 * types + 0.1 * who
        return 0.45 * label + 0.1 * types
    return 0.6 * label + 0.2 * types + 0.2 * who


def field_checks(gold: Entry, read: Entry) -> dict[str, bool]:
    """Which fields of a matched entry are right, of those that the gold entry has."""
    checks: dict[str, bool] = {"evidence": _touch(gold, read)}
    if getattr(gold, "type", None):
        checks["type"] = gold.type == getattr(read, "type", None)  # type: ignore[union-attr]
    for name in ("date", "due"):
        if getattr(gold, name, None):
            checks[name] = dates_agree(getattr(gold, name), getattr(read, name, None))
    if getattr(gold, "stage", None):
        checks["stage"] = gold.stage == getattr(read, "stage", None)  # type: ignore[union-attr]
    if gold.parties:
        checks["parties"] = party_overlap(gold, read) >= 0.99
    if gold.place:
        checks["place"] = gold.place.country == (read.place.country if read.place else None)
    if isinstance(gold, Activity) and gold.amount:
        checks["amount"] = isinstance(read, Activity) and same_amount(gold.amount, read.amount)
    return checks


def dates_agree(gold: Edtf | None, read: Edtf | None) -> bool:
    """The read date lies in the gold one, or covers it and is not much longer."""
    g, r = _days(gold), _days(read)
    if g is None or r is None:
        return g == r
    if g[0] <= r[0] and r[1] <= g[1]:
        return True
    return r[0] <= g[0] and g[1] <= r[1] and (r[1] - r[0]) <= max(31, 2 * (g[1] - g[0]))


def _days(value: Edtf | None) -> tuple[int, int] | None:
    """First and last day, counted in months of 31 days; an open end counts as the other end."""
    ends = [Edtf(end) for end in (value or "").split("/") if end not in ("", "..")]
    days = [day for end in ends for day in (_day(end.first), _day(end.last, whole_month=end.first != end.last))]
    return (min(days), max(days)) if days else None


def _day(day: date | None, *, whole_month: bool = False) -> int:
    day = day or date.min
    return 372 * day.year + 31 * day.month + (31 if whole_month else day.day)


def same_amount(gold: Amount, read: Amount | None) -> bool:
    """Same unit, and the same value or the same range."""
    if read is None or not _same_unit(gold.unit, read.unit):
        return False
    if gold.value is not None:
        return _close(gold.value, read.value)
    return _close(gold.low, read.low) and _close(gold.high, read.high)


def _same_unit(a: str | None, b: str | None) -> bool:
    return (a or "").lower() == (b or "").lower() or word_overlap(a, b) >= 0.5


def _close(a: float | None, b: float | None) -> bool:
    return a is not None and b is not None and abs(a - b) <= 0.001 * max(abs(a), 1e-9)


def party_overlap(gold: Entry, read: Entry) -> float:
    """Share of the gold parties that are met by one of the same state or by enough of the same words."""
    if not gold.parties:
        return 1.0
    given = [(p.code, set(_words(p.name))) for p in read.parties]
    met = 0
    for party in gold.parties:
        words = set(_words(party.name))
        met += any(
            (party.code and party.code == code)
            or (words and other and len(words & other) >= 0.5 * min(len(words), len(other)))
            for code, other in given
        )
    return met / len(gold.parties)


def _types(a: str, b: str) -> float:
    if a == b:
        return 1.0
    return 0.5 if any(a in near and b in near for near in _NEAR_TYPES) else 0.0


def _when(gold: Entry, read: Entry) -> float:
    if not gold.date:
        return 0.7 if read.date else 1.0
    return float(dates_agree(gold.date, read.date))


def _label(gold: Entry, read: Entry, weight: float) -> float:
    """The labels agree in words, or else the two rest on the same words of the text."""
    names = [
        word_overlap(a, b)
        for a in (gold.title, getattr(gold, "name", None))
        for b in (read.title, getattr(read, "name", None))
    ]
    return max(min(1.0, weight * max(names)), 0.7 * _shared_evidence(gold, read))


def _shared_evidence(a: Entry, b: Entry) -> float:
    """Characters of evidence that both have, over those that either has."""
    both = sum(max(0, min(x.end, y.end) - max(x.start, y.start)) for x in a.evidence for y in b.evidence)
    either = sum(x.end - x.start for x in (*a.evidence, *b.evidence)) - both
    return both / either if either else 0.0


def _touch(a: Entry, b: Entry) -> bool:
    return any(x.start < y.end and y.start < x.end for x in a.evidence for y in b.evidence)


def word_overlap(a: str | None, b: str | None) -> float:
    """F1 of the words of two phrases, without function words, accents and plural endings."""
    one, two = Counter(_words(a or "")), Counter(_words(b or ""))
    same = sum((one & two).values())
    return 2 * same / (one.total() + two.total()) if same else 0.0


@lru_cache(maxsize=100_000)
def _words(text: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    found = (w for w in re.findall(r"[a-z0-9]+", plain) if w not in _FUNCTION_WORDS)
    return tuple(w[:-1] if len(w) > 3 and w.endswith("s") else w for w in found)
