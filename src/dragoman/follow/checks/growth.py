"""Growth rates against the values of the two years that they lie between."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from dragoman.follow.checks.finding import Finding
from dragoman.follow.checks.items import is_yearly
from dragoman.follow.checks.ranges import Range, range_of
from dragoman.follow.checks.scene import Scene
from dragoman.follow.checks.values import side_of, year_of
from dragoman.follow.checks.words import topic
from dragoman.follow.wording import amount_words
from dragoman.ledger import StoredEntry
from dragoman.models import Figure

SLACK = 1.0
"""Percentage points that a rate may be off beyond the rounding of the values."""

LOOSE = 0.1
"""As a share of the rate, how far it may be off."""

MEASURES = ("trade", "exports", "imports", "investment", "aid", "grants", "loans", "people", "count")


def check_growth(scene: Scene) -> Iterator[Finding]:
    """Each rate of growth with the values of the years that it begins and ends in, where the ledger holds both."""
    values: dict[object, dict[object, dict[int, StoredEntry]]] = defaultdict(lambda: defaultdict(dict))
    rates: list[StoredEntry] = []
    for stored in scene.of_kind("figure"):
        figure = stored.entry
        assert isinstance(figure, Figure)
        if figure.measure not in MEASURES or figure.date is None:
            continue
        if figure.unit == "%":
            rates.append(stored)
        elif (year := year_of(figure.date)) and figure.value:
            values[_of(figure)][figure.unit][year] = stored
    for rate in rates:
        figure = rate.entry
        assert isinstance(figure, Figure)
        if not (years := _years(figure)):
            continue
        for by_year in values.get(_of(figure), {}).values():
            begin, end = (by_year.get(year) for year in years)
            if begin and end:
                yield _compare(scene, rate, begin, end, years)


def _of(figure: Figure) -> tuple[object, ...]:
    """What grows: the measure, between whom, and of what."""
    return figure.measure, side_of(figure), topic(figure.of) - {"growth", "increase"}


def _years(rate: Figure) -> tuple[int, int] | None:
    """The years that the rate lies between: "in 2012" is from 2011 to 2012."""
    when = rate.date
    if when is None or when.first is None or when.last is None:
        return None
    first, last = when.first.year, when.last.year
    return (first, last) if first != last else (first - 1, first)


def _compare(scene: Scene, rate: StoredEntry, begin: StoredEntry, end: StoredEntry, years: tuple[int, int]) -> Finding:
    told, before, after = rate.entry, begin.entry, end.entry
    assert isinstance(told, Figure) and isinstance(before, Figure) and isinstance(after, Figure)
    number = years[1] - years[0]
    compound = is_yearly(scene, rate) and number > 1
    growth = _growth(before, after, number if compound else 1)
    reach = range_of(told)
    assert reach is not None and before.value and after.value
    slack = max(SLACK, LOOSE * abs(reach.low))
    fits = growth.meets(Range(reach.low - slack, reach.high + slack))
    reckoned = 100 * ((after.value / before.value) ** (1 / (number if compound else 1)) - 1)
    words = (
        f"From {amount_words(before)} ({years[0]}) to {amount_words(after)} ({years[1]}) is {reckoned:+.3g}%"
        f"{' a year' if compound else ''}; the rate told is {amount_words(told)}: "
        f"{'consistent' if fits else 'it does not fit'}."
    )
    own = len({each.document.sha256 for each in (rate, begin, end)}) == 1
    return scene.finding("growth", words, [rate, begin, end], sure=0.7 if own else 0.5, confirmed=fits)


def _growth(before: Figure, after: Figure, years: int) -> Range:
    """The yearly growth in per cent that the two values allow."""
    low, high = range_of(before), range_of(after)
    assert low is not None and high is not None
    least = (max(high.low, 0.0) / low.high) ** (1 / years) if low.high else 0.0
    most = (high.high / low.low) ** (1 / years) if low.low > 0 else float("inf")
    return Range(100 * (least - 1), 100 * (most - 1))
