"""Values of one measure over time, with the documents that disagree."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.follow.charts.picture import AMOUNT_LABELS, COLOURS, SHAPES, WIDTH, Picture, leading, year_axis, year_of
from dragoman.follow.wording import amount_words, date_words, number_words, plural
from dragoman.models import Amount
from dragoman.values import Edtf, Unit


@dataclass(frozen=True)
class Point:
    """What a series comes to in a period; not ``best`` are values of other documents for the same period.

    ``source`` names the document or documents that say so.
    """

    series: str
    period: Edtf
    value: float
    best: bool = True
    source: str = ""


def series_chart(title: str, points: Iterable[Point], unit: Unit | None) -> Picture | None:
    """Lines over time, one a series, all of one ``unit``; None if no series has two periods or two values.

    Of more series than there are colours those with most points are drawn; the table has all.
    """
    held = sorted(
        (p for p in points if p.period.first or p.period.last), key=lambda p: (p.series, p.period, not p.best)
    )
    many = {series for series in {p.series for p in held} if len([p for p in held if p.series == series]) > 1}
    held = [point for point in held if point.series in many]
    if not held:
        return None
    counts = Counter(point.series for point in held)
    shown = leading(sorted(counts), {name: float(n) for name, n in counts.items()}, len(COLOURS))
    return Picture(
        title=title,
        sentence=_sentence(held, unit),
        header=("Series", "Period", _unit(unit) or "Value", "Source"),
        rows=tuple((p.series, date_words(p.period), _value(p), p.source) for p in held),
        spec=_draw([point for point in held if point.series in shown], shown, unit),
    )


def _value(point: Point) -> str:
    return number_words(point.value) + ("" if point.best else " (other source)")


def _sentence(points: Sequence[Point], unit: Unit | None) -> str:
    said = []
    for series in dict.fromkeys(point.series for point in points):
        best = [point for point in points if point.series == series and point.best]
        first, last = best[0], best[-1]
        words = f"{series}: {_amount(first, unit)} in {date_words(first.period)}"
        if last is not first:
            words += f", {_amount(last, unit)} in {date_words(last.period)}"
        said.append(words)
    periods = _disputed(points)
    dispute = f" Documents disagree on {', '.join(periods)} (hollow: the other values)." if periods else ""
    return f"{'; '.join(said)}.{dispute}"


def _amount(point: Point, unit: Unit | None) -> str:
    return amount_words(Amount(value=point.value, unit=unit))


def _unit(unit: Unit | None) -> str | None:
    return None if unit is None else str(unit) if unit.is_money else plural(unit)


def _disputed(points: Sequence[Point]) -> list[str]:
    values: dict[tuple[str, str], set[float]] = defaultdict(set)
    for point in points:
        values[point.series, point.period].add(point.value)
    return list(dict.fromkeys(date_words(Edtf(period)) for (_, period), told in values.items() if len(told) > 1))


def _draw(points: Sequence[Point], series: Sequence[str], unit: Unit | None) -> dict[str, Any]:
    import altair as alt

    values = [{"series": p.series, "year": year_of(p.period), "value": p.value, "best": p.best} for p in points]
    data = alt.InlineData(values=values)
    x = year_axis([year_of(point.period) for point in points])
    y = alt.Y("value:Q", title=_unit(unit), axis=alt.Axis(labelExpr=AMOUNT_LABELS, tickCount=5))
    colour = alt.Color("series:N", scale=alt.Scale(domain=list(series), range=list(COLOURS)), sort=list(series))
    shape = alt.Shape("series:N", scale=alt.Scale(domain=list(series), range=list(SHAPES)), sort=list(series))
    base = alt.Chart(data).encode(x=x, y=y, color=colour)
    chosen, others = alt.datum.best, ~alt.datum.best
    line = base.transform_filter(chosen).mark_line(strokeWidth=2)
    gap = (
        base.mark_rule(strokeDash=[2, 2], strokeWidth=1.5)
        .transform_aggregate(low="min(value)", high="max(value)", groupby=["series", "year"])
        .transform_filter(alt.datum.low != alt.datum.high)
        .encode(y=alt.Y("low:Q"), y2=alt.Y2("high:Q"))
    )
    dots = base.transform_filter(chosen).mark_point(filled=True, size=55, opacity=1).encode(shape=shape)
    rings = base.transform_filter(others).mark_point(filled=False, size=75, strokeWidth=1.8).encode(shape=shape)
    return dict(alt.layer(line, gap, dots, rings).properties(width=WIDTH, height=220).to_dict())
