"""What the text of one document counts or sums up, as items that can be added."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce

from dragoman.follow.checks.ranges import Range, range_of
from dragoman.follow.checks.scene import Scene
from dragoman.follow.checks.words import cue, known
from dragoman.follow.checks.written import period_in
from dragoman.follow.wording import amount_words, number_words
from dragoman.ledger import StoredEntry
from dragoman.models import Activity, Amount, Figure
from dragoman.values import Edtf

NEAR = 60
"""Characters around a number in which words belong to it."""

SURE = 0.5
"""Activities that the reader was less sure of are not added up."""


@dataclass(frozen=True)
class Item:
    """An amount of an entry; ``at`` is where its number stands in the text."""

    stored: StoredEntry
    amount: Amount
    value: float
    range: Range
    at: int

    @property
    def words(self) -> str:
        """The amount as it is shown."""
        return amount_words(self.amount)

    @property
    def measure(self) -> str:
        """What a figure measures, or the type of an activity."""
        entry = self.stored.entry
        return entry.measure if isinstance(entry, Figure) else getattr(entry, "type", "")

    @property
    def is_money(self) -> bool:
        """Whether it is a sum of money."""
        return self.amount.unit is not None and self.amount.unit.is_money


def items_of(scene: Scene, entries: Iterable[StoredEntry]) -> list[Item]:
    """The amounts of these entries of one document in the order of the text; one that is read twice comes once."""
    found: list[Item] = []
    alike: dict[tuple[float, object], list[int]] = defaultdict(list)
    for stored in entries:
        amount = amount_of(stored)
        if amount is None or amount.value is None or (range_ := range_of(amount)) is None:
            continue
        item = Item(stored, amount, amount.value, range_, scene.place_of(stored))
        same = alike[item.value, amount.unit]
        twin = next((place for place in same if _is_twin(scene, found[place], item)), None)
        if twin is None:
            same.append(len(found))
            found.append(item)
        elif isinstance(stored.entry, Figure) and not isinstance(found[twin].stored.entry, Figure):
            found[twin] = item
    return sorted(found, key=lambda item: item.at)


def amount_of(stored: StoredEntry) -> Amount | None:
    """The amount of an activity that the reader was sure of, or of a figure."""
    entry = stored.entry
    if isinstance(entry, Activity):
        return entry.amount if entry.confidence is None or entry.confidence >= SURE else None
    return entry if isinstance(entry, Figure) else None


def known_amount(stored: StoredEntry) -> Amount:
    """The same of an entry that is known to have one."""
    amount = amount_of(stored)
    assert amount is not None
    return amount


def _is_twin(scene: Scene, one: Item, other: Item) -> bool:
    """Whether two equal amounts are one of the text, read twice; "50,000 to each of two" are two if written twice."""
    first, second = ([(each.start, each.end) for each in item.stored.entry.evidence] for item in (one, other))
    if not any(a < d and c < b for a, b in first for c, d in second):
        return False
    kinds = {one.stored.entry.kind, other.stored.entry.kind}
    return kinds == {"activity", "figure"} or scene.times(one.stored) <= 1


def is_yearly(scene: Scene, stored: StoredEntry) -> bool:
    """Whether the number is one for every year: "a year", "annual" stand in what it is of, or in its evidence."""
    told = " ".join((getattr(stored.entry, "of", ""), stored.entry.title, scene.quote(stored), _clause(scene, stored)))
    return cue(known("yearly")).search(told) is not None


def _clause(scene: Scene, stored: StoredEntry) -> str:
    """The words right around the number: "5 million a year"."""
    start, end = scene.span(stored)
    at = scene.place_of(stored)
    return scene.slice(stored, max(start, at - NEAR), min(end, at + NEAR))


def period_of(scene: Scene, stored: StoredEntry) -> Edtf | None:
    """The period that a sum is told of: that of the entry if it is one of years, else what its sentence says."""
    when = stored.entry.date
    if when and when.first and (when.last is None or when.last.year > when.first.year):
        return when
    return period_in(scene.sentence(stored)) or when


def is_paid(scene: Scene, stored: StoredEntry) -> bool:
    """Whether a sum of which the reader does not know what it measures may be the sum of what was paid.

    It is one of several years or told as a whole, and nothing is said of trade.
    """
    when, sentence = stored.entry.date, scene.sentence(stored)
    if stored.entry.kind == "activity" or when is None:  # what is promised for years is no sum of what was paid in them
        when = period_in(sentence)
    long = bool(when and when.first and (when.last is None or when.last.year > when.first.year))
    whole = long or cue(known("parts", "whole")).search(sentence) is not None
    return whole and cue(known("trading")).search(sentence) is None


def total(items: Sequence[Item]) -> Range:
    """The values that the sum of these items may have."""
    return reduce(Range.__add__, (item.range for item in items), Range(0.0, 0.0))


def sum_words(items: Sequence[Item]) -> str:
    """The sum written out: "USD 72,000 + 123,700 + 65,700 = USD 261,400"."""
    unit = items[0].amount.unit
    alike = all(item.amount.unit == unit for item in items)
    parts = " + ".join(number_words(item.value) for item in items)
    whole = Amount(value=round(sum(item.value for item in items), 6), unit=unit if alike else None)
    if len(items) == 1:
        return amount_words(whole)
    prefix = f"{unit} " if alike and unit is not None and unit.is_money else ""
    return f"{prefix}{parts} = {amount_words(whole)}"
