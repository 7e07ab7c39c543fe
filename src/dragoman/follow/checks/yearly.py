"""Yearly sums against the sum of the years: "5 to 6 million a year" against "70 million since 2010"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from dragoman.follow.checks.finding import Finding
from dragoman.follow.checks.items import amount_of, is_yearly, known_amount, period_of
from dragoman.follow.checks.ranges import Range, range_of
from dragoman.follow.checks.scene import Scene
from dragoman.follow.checks.words import cue, known, topic
from dragoman.follow.wording import amount_words, date_words
from dragoman.ledger import StoredEntry
from dragoman.ledger.states import actors_of
from dragoman.models import Activity, Amount, Figure
from dragoman.values import CountryCode, Edtf, Unit

_FLOWS = {"grants": "aid", "loans": "loans", "aid": "aid", "investment": "investment", "cost": "aid", "other": "aid"}
_OF_TYPE = {
    "grant": "aid",
    "technical_assistance": "aid",
    "in_kind": "aid",
    "loan": "loans",
    "investment": "investment",
}
_SHORTEST = 2  # years: a sum of one year is a yearly sum


def check_yearly(scene: Scene) -> Iterator[Finding]:
    """Each yearly sum against the totals of the same document, and of others that speak of the same."""
    alike: dict[tuple[frozenset[CountryCode], str, Unit], list[StoredEntry]] = defaultdict(list)
    for stored in scene.of_kind("figure", "activity"):
        if (key := _key(stored)) and _is_paid(scene, stored):
            alike[key].append(stored)
    for group in alike.values():
        yearly = [stored for stored in group if is_yearly(scene, stored)]
        others = (stored for stored in group if not is_yearly(scene, stored)) if yearly else ()
        totals = [stored for stored in others if _spans_years(scene, stored)]
        for each in yearly:
            if nearest := _nearest(each, [whole for whole in totals if not _ends_before(scene, whole, each)]):
                yield _compare(scene, each, nearest)


def _is_paid(scene: Scene, stored: StoredEntry) -> bool:
    """Whether the sentence speaks of money that is paid, not of trade nor of what something may be worth some day."""
    sentence = scene.sentence(stored)
    vague = isinstance(stored.entry, Figure) and stored.entry.measure == "other"
    hoped = vague and cue(known("coming")).search(sentence) is not None
    return not hoped and cue(known("trading")).search(sentence) is None


def _key(stored: StoredEntry) -> tuple[frozenset[CountryCode], str, Unit] | None:
    entry, amount = stored.entry, amount_of(stored)
    if amount is None or amount.unit is None or not amount.unit.is_money or range_of(amount) is None:
        return None
    flow = _FLOWS.get(entry.measure) if isinstance(entry, Figure) else None
    flow = _OF_TYPE.get(entry.type) if isinstance(entry, Activity) else flow
    return (actors_of(entry), flow, amount.unit) if flow else None


def _spans_years(scene: Scene, stored: StoredEntry) -> bool:
    when = period_of(scene, stored)
    return bool(when and when.first and (when.last is None or when.last.year - when.first.year >= _SHORTEST))


def _ends_before(scene: Scene, whole: StoredEntry, yearly: StoredEntry) -> bool:
    """Whether the yearly sum is paid in years that the total does not tell of."""
    told, paid = period_of(scene, whole), yearly.entry.date
    return bool(told and told.last and paid and (paid.last is None or paid.last > told.last))


def _nearest(yearly: StoredEntry, totals: Sequence[StoredEntry]) -> StoredEntry | None:
    """The total that stands nearest in the same document, else one of another that speaks of the same."""
    at = yearly.entry.evidence[0].start
    own = [each for each in totals if each.document.sha256 == yearly.document.sha256]
    if own:
        return min(own, key=lambda each: abs(each.entry.evidence[0].start - at))
    about = _topic(yearly)
    return next((each for each in totals if about and about <= _topic(each)), None)


def _topic(stored: StoredEntry) -> frozenset[str]:
    return topic(f"{getattr(stored.entry, 'of', '')} {stored.entry.title}")


def _compare(scene: Scene, yearly: StoredEntry, whole: StoredEntry) -> Finding:
    each, told = known_amount(yearly), known_amount(whole)
    period = period_of(scene, whole)
    begin, end = _years(period, yearly, whole, scene.as_of)
    years = max(1, end - begin)
    # The year that a period ends in may be counted or not.
    reach = Range(_range(each).low * years, _range(each).high * (years + 1))
    fits = reach.meets(_range(told))
    low, high = (
        each.low if each.low is not None else each.value,
        each.high if each.high is not None else each.value,
    )
    summed = Amount(
        value=low * years if low is not None and low == high else None,
        low=low * years if low is not None and low != high else None,
        high=high * years if high is not None and low != high else None,
        unit=each.unit, approx=each.approx, bound=each.bound,
    )  # fmt: skip
    said = date_words(period)
    words = (
        f"{amount_words(each)} a year over {years} years ({begin} to {end}) is {amount_words(summed)}; "
        f"the total told ({said}) is {amount_words(told)}: {'consistent' if fits else 'it does not fit'}."
    )
    own = yearly.document.sha256 == whole.document.sha256
    return scene.finding("yearly", words, [yearly, whole], sure=0.8 if own else 0.5, confirmed=fits)


def _years(period: Edtf | None, yearly: StoredEntry, whole: StoredEntry, as_of: date) -> tuple[int, int]:
    """The years that the total begins and ends in; an open one ends with the yearly sum or the document."""
    assert period is not None and period.first is not None
    ends = (period, yearly.entry.date, whole.document.date)
    end = next((each.last.year for each in ends if each and each.last), as_of.year)
    return period.first.year, max(end, period.first.year)


def _range(amount: Amount) -> Range:
    found = range_of(amount)
    assert found is not None
    return found
