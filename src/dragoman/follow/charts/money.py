"""Money by year and sector."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.follow.charts.picture import AMOUNT_LABELS, COLOURS, GREY, WIDTH, Picture, leading
from dragoman.follow.wording import amount_words, number_words
from dragoman.models import Amount
from dragoman.values import Unit

NO_YEAR = "no year"
OTHER = "Other sectors"
_GIVEN, _AGREED = "given", "agreed"
_GAP = 30  # years between first and last of which those without money are drawn too


@dataclass(frozen=True)
class Bar:
    """Money of one year (None if it is not known) for one sector; ``agreed`` if it was not given yet."""

    year: int | None
    sector: str
    value: float
    agreed: bool = False


def money_chart(title: str, bars: Iterable[Bar], unit: Unit) -> Picture | None:
    """Bars of money by year, parted by sector, all of one ``unit``; None where there is nothing to compare."""
    held = list(bars)
    if len({(bar.year, bar.sector, bar.agreed) for bar in held}) < 2:
        return None
    weights: dict[str, float] = defaultdict(float)
    for bar in held:
        weights[bar.sector] += bar.value
    sectors = leading(list(weights), weights, len(COLOURS))
    shown = [*sectors, OTHER] if len(sectors) < len(weights) else sectors
    cells: dict[tuple[str, str, bool], float] = defaultdict(float)
    for bar in held:
        sector = bar.sector if bar.sector in sectors else OTHER
        cells[_year(bar.year), sector, bar.agreed] += bar.value
    years = _years(held)
    return Picture(
        title=title,
        sentence=_sentence(held, unit, weights),
        header=("Year", *shown, "Total"),
        rows=_rows(cells, years, shown),
        spec=_draw(cells, years, shown, unit),
    )


def _year(year: int | None) -> str:
    return NO_YEAR if year is None else str(year)


def _years(bars: Sequence[Bar]) -> list[str]:
    """The years in their order, those between without money too unless they are many; what has no year comes last."""
    known = sorted({bar.year for bar in bars if bar.year is not None})
    if known and known[-1] - known[0] <= _GAP:
        known = list(range(known[0], known[-1] + 1))
    return [*map(str, known), *([NO_YEAR] if any(bar.year is None for bar in bars) else [])]


def _rows(
    cells: dict[tuple[str, str, bool], float], years: Sequence[str], sectors: Sequence[str]
) -> tuple[tuple[str, ...], ...]:
    rows = []
    for year in years:
        sums = [sum(cells.get((year, sector, agreed), 0) for agreed in (False, True)) for sector in sectors]
        if any(sums):
            rows.append((year, *(number_words(value) if value else "" for value in sums), number_words(sum(sums))))
    return tuple(rows)


def _sentence(bars: Sequence[Bar], unit: Unit, weights: dict[str, float]) -> str:
    by_year: dict[str, float] = defaultdict(float)
    for bar in bars:
        by_year[_year(bar.year)] += bar.value
    total, agreed = sum(weights.values()), sum(bar.value for bar in bars if bar.agreed)
    said = [f"{_money(total, unit)} in all"]
    if agreed:
        part = "all of it" if agreed == total else f"{_money(agreed, unit)} of it"
        said.append(f"{part} only agreed so far (pale)")
    top_year = max(by_year, key=lambda year: by_year[year])
    if len(by_year) > 1 and top_year != NO_YEAR:
        said.append(f"the most in {top_year} ({number_words(by_year[top_year])})")
    top = max(weights, key=lambda sector: weights[sector])
    if len(weights) > 1:
        said.append(f"the most for {top.lower()} ({number_words(weights[top])})")
    return f"{', '.join(said)}."


def _money(value: float, unit: Unit) -> str:
    return amount_words(Amount(value=value, unit=unit))


def _draw(
    cells: dict[tuple[str, str, bool], float], years: Sequence[str], sectors: Sequence[str], unit: Unit
) -> dict[str, Any]:
    import altair as alt

    values = [
        {"year": year, "sector": sector, "standing": _AGREED if promised else _GIVEN, "value": value,
         "place": sectors.index(sector) * 2 + promised}
        for (year, sector, promised), value in cells.items()
    ]  # fmt: skip
    agreed = any(agreed for _, _, agreed in cells)
    colours = [GREY if sector == OTHER else colour for sector, colour in zip(sectors, (*COLOURS, GREY), strict=False)]
    x = alt.X("year:O", sort=list(years), scale=alt.Scale(domain=list(years)), title=None, axis=alt.Axis(labelAngle=0))
    y = alt.Y("value:Q", title=str(unit), axis=alt.Axis(labelExpr=AMOUNT_LABELS, tickCount=5))
    bars = (
        alt.Chart()
        .mark_bar(size=max(6, min(46, round(0.6 * WIDTH / len(years)))), strokeWidth=1)
        .encode(
            x=x,
            y=y,
            color=alt.Color("sector:N", sort=list(sectors), scale=alt.Scale(domain=list(sectors), range=colours)),
            order=alt.Order("place:Q"),
        )
    )
    if agreed:
        bars = bars.encode(
            fillOpacity=alt.FillOpacity(
                "standing:N",
                scale=alt.Scale(domain=[_GIVEN, _AGREED], range=[1, 0.35]),
                sort=[_GIVEN, _AGREED],
                legend=None,
            ),
            stroke=alt.Stroke("sector:N", sort=list(sectors), scale=alt.Scale(domain=list(sectors), range=colours)),
        )
    totals = (
        alt.Chart()
        .mark_text(dy=-6, baseline="bottom")
        .transform_aggregate(total="sum(value)", groupby=["year"])
        .transform_calculate(words=AMOUNT_LABELS.replace("datum.value", "datum.total"))
        .encode(x=x, y=alt.Y("total:Q"), text="words:N")
    )
    layers = [bars, totals] if len(years) <= 10 else [bars]
    drawn = alt.layer(*layers, data=alt.InlineData(values=values)).properties(width=WIDTH, height=200)
    return dict(drawn.to_dict())
