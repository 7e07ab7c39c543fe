"""Totals of grants, loans, aid or investment against the gifts that the ledger holds one by one.

A gift counts if it is of the total's kind, currency and states, falls into its period, and was told by the time of
the total. An umbrella amount and its parts count once, and a restated sum counts as it stands now. The statement says
what was counted, what was replaced, and what was left out and why.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.follow.checks.finding import Finding
from dragoman.follow.checks.items import Item, is_paid, is_yearly, items_of, period_of, sum_words, total
from dragoman.follow.checks.ranges import range_of
from dragoman.follow.checks.scene import Scene
from dragoman.follow.checks.words import known, topic
from dragoman.follow.wording import amount_words, date_words
from dragoman.ledger.states import actors_of
from dragoman.models import FIRM, Activity, Amount, Figure
from dragoman.values import CountryCode, Edtf, Unit

NOUNS = {"grants": "grant", "loans": "loan"}
SHOWN = 4
"""As many gifts that were left out are named."""


@dataclass(frozen=True)
class _Tally:
    """The gifts under a total."""

    counted: tuple[Item, ...]
    replaced: tuple[str, ...]
    left_out: tuple[str, ...]


class _Gifts:
    """Gifts of the same states and currency, by the year in which they begin and by their document."""

    def __init__(self) -> None:
        self._by_year: dict[int, dict[int, Item]] = defaultdict(dict)
        self._by_document: dict[str, dict[int, Item]] = defaultdict(dict)

    def add(self, place: int, item: Item) -> None:
        """Note a gift, which comes at this place of all."""
        self._by_document[item.stored.document.sha256][place] = item
        if (when := item.stored.entry.date) and when.first:
            self._by_year[when.first.year][place] = item

    def within(self, whole: Item, period: Edtf | None) -> list[Item]:
        """The gifts of the document of a total and those that begin within its period, in their order."""
        found = dict(self._by_document[whole.stored.document.sha256])
        if period:
            first = period.first.year if period.first else date.min.year
            last = period.last.year if period.last else date.max.year
            for year, gifts in self._by_year.items():
                if first <= year <= last:
                    found |= gifts
        return [found[place] for place in sorted(found)]


def check_totals(scene: Scene, umbrellas: Collection[str]) -> Iterator[Finding]:
    """Every total with what the ledger holds of its parts; ``umbrellas`` are amounts that other entries make up."""
    items = {
        item.stored.key: item
        for entries in scene.documents.values()
        for item in items_of(scene, entries)
        if item.is_money
    }
    gifts: dict[tuple[frozenset[CountryCode], Unit | None], _Gifts] = defaultdict(_Gifts)
    for place, item in enumerate(items.values()):
        if isinstance(item.stored.entry, Activity) and len(actors_of(item.stored.entry)) > 1:
            gifts[actors_of(item.stored.entry), item.amount.unit].add(place, item)
    totals = [item for item in items.values() if _is_total(scene, item) and item.stored.key not in umbrellas]
    by_document: dict[str, list[Item]] = defaultdict(list)
    for item in totals:
        by_document[item.stored.document.sha256].append(item)
    for item in totals:
        near = by_document[item.stored.document.sha256]
        alike = gifts[actors_of(item.stored.entry), item.amount.unit].within(item, period_of(scene, item.stored))
        tally = _tally(scene, item, alike, near, umbrellas)
        if tally.counted:
            yield _finding(scene, item, tally)


def _is_total(scene: Scene, item: Item) -> bool:
    """A figure of money that is paid, or a gift that its sentence tells as the sum of several or of years."""
    if item.measure not in known("flows") or is_yearly(scene, item.stored):
        return False
    vague = item.measure == "other" or item.stored.entry.kind == "activity"
    return not vague or is_paid(scene, item.stored)


def _tally(
    scene: Scene, whole: Item, gifts: Sequence[Item], near: Sequence[Item], umbrellas: Collection[str]
) -> _Tally:
    counted: list[Item] = []
    replaced: list[str] = []
    left_out: list[str] = []
    taken: set[str] = set()
    for gift in gifts:
        if not _is_part(scene, whole, gift, near):
            continue
        record = scene.record_of[gift.stored.key]
        if record.id in taken:
            continue
        taken.add(record.id)
        if reason := _objection(scene, whole, gift, near, umbrellas):
            left_out.append(f"{gift.words} ({reason})")
            continue
        best = record.best.amount if isinstance(record.best, Activity) else None
        if best and best.value is not None and best.unit == gift.amount.unit and best.value != gift.value:
            replaced.append(f"{gift.words} by {amount_words(best)}")
            gift = Item(gift.stored, best, best.value, range_of(best) or gift.range, gift.at)
        counted.append(gift)
    return _Tally(tuple(counted), tuple(replaced), tuple(left_out))


def _is_part(scene: Scene, whole: Item, gift: Item, near: Sequence[Item]) -> bool:
    """Whether the total may hold this gift: in its own document the nearest total does, elsewhere a general one."""
    if gift is whole or gift.measure not in _flows(whole):
        return False
    if gift.stored.document.sha256 == whole.stored.document.sha256:
        able = (each for each in near if each.amount.unit == gift.amount.unit and gift.measure in _flows(each))
        return min(able, key=lambda each: abs(each.at - gift.at)) is whole
    told, published = gift.stored.document.date, whole.stored.document.date
    if not (told and told.last and published and published.last and told.last <= published.last):
        return False
    entry = whole.stored.entry
    about = topic(entry.of if isinstance(entry, Figure) else entry.title)
    return _within(gift.stored.entry.date, period_of(scene, whole.stored)) and (
        not about or bool(about & topic(gift.stored.entry.title))
    )


def _flows(whole: Item) -> Collection[str]:
    """The types of activities that a total may hold."""
    flows: Collection[str] = known("flows", whole.measure)
    return flows


def _objection(scene: Scene, whole: Item, gift: Item, near: Sequence[Item], umbrellas: Collection[str]) -> str | None:
    """Why a gift of the right kind does not count."""
    entry = gift.stored.entry
    stage = getattr(entry, "stage", None)
    if gift.stored.key in umbrellas:
        return "an umbrella amount, of which the parts count"
    if stage not in FIRM:
        return f"only {stage}" if stage else "no stage"
    if is_yearly(scene, gift.stored):
        return "a sum for every year"
    if gift.range.low > whole.range.high:
        return "more than the total by itself"
    if gift in near:
        return "a total itself"
    period = period_of(scene, whole.stored)
    if period and entry.date and not _within(entry.date, period):
        return f"{date_words(entry.date)}, out of the period"
    return None


def _within(when: Edtf | None, period: Edtf | None) -> bool:
    """Whether the whole of ``when`` lies in the years of ``period``."""
    if when is None or period is None or when.first is None or when.last is None:
        return False
    early = period.first is not None and when.first.year < period.first.year
    late = period.last is not None and when.last.year > period.last.year
    return not early and not late


def _finding(scene: Scene, whole: Item, tally: _Tally) -> Finding:
    added = total(tally.counted)
    period = period_of(scene, whole.stored)
    when = f" {date_words(period)}" if period else ""
    many = len(tally.counted) > 1
    noun = f"{NOUNS.get(whole.measure, 'sum')}{'s' if many else ''}"
    said = [f"{len(tally.counted)} {noun} told one by one: {sum_words(tally.counted)}"]
    said.append(f"the total told{when} is {whole.words}")
    about = [whole.stored, *(gift.stored for gift in tally.counted)]
    over = added.low > whole.range.high
    if over:
        said.append(f"that is {_difference(whole, tally)} more than the total")
    elif (rest := whole.value - sum(gift.value for gift in tally.counted)) > 0:
        said.append(f"{amount_words(_amount(whole, rest))} of it is not told one by one")
    if tally.replaced:
        said.append(f"replaced: {', '.join(tally.replaced)}")
    if tally.left_out:
        more = f" and {len(tally.left_out) - SHOWN} more" if len(tally.left_out) > SHOWN else ""
        said.append(f"left out: {', '.join(tally.left_out[:SHOWN])}{more}")
    words = "; ".join(said) + "."
    alone = all(gift.stored.document.sha256 == whole.stored.document.sha256 for gift in tally.counted)
    sure = 0.5 if alone else 0.4
    return scene.finding("parts", words, about, sure=sure if over else 0.8, confirmed=not over)


def _difference(whole: Item, tally: _Tally) -> str:
    return amount_words(_amount(whole, sum(gift.value for gift in tally.counted) - whole.value))


def _amount(whole: Item, value: float) -> Amount:
    return Amount(value=round(value, 2), unit=whole.amount.unit, approx=whole.amount.approx)
