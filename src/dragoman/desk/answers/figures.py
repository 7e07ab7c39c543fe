"""Figures: what documents count and measure, as series over time, with those who disagree."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from starlette.datastructures import QueryParams

from dragoman.desk.answers.charts import Chart, draw
from dragoman.desk.answers.choosing import Day, of_states
from dragoman.desk.answers.quotations import Quotation, quotations_of
from dragoman.desk.filters import Choice, Words
from dragoman.desk.held import Held
from dragoman.desk.index import Index
from dragoman.desk.listing import Column, Listing
from dragoman.follow.brief.pictures import series_words
from dragoman.follow.charts import Point, series_chart
from dragoman.follow.wording import amount_words, plural
from dragoman.ledger import Ledger
from dragoman.ledger.states import actors_of
from dragoman.models import Amount, Figure, Measure, Model, Record
from dragoman.values import CountryCode, Edtf, Unit

_CHARTS = 4
"""Charts of one page at most, those of the units with most values."""
DRAWN = 300
"""Values that are drawn at most: more of them nobody could read."""


class OtherValue(Model):
    """Another value that documents give for the same thing and period."""

    amount: Amount
    words: str
    entries: tuple[str, ...] = ()
    record: str = ""
    source: Quotation | None = None


class FigureRow(Model):
    """One value: of which series, for which period, who says so, and who says otherwise.

    ``id`` is the record, ``words`` the value with its unit, ``entries`` the keys of the entries of this value, ``told``
    how many values the series has between these states.
    """

    id: str
    series: str
    measure: Measure
    of: str
    states: tuple[CountryCode, ...]
    period: Edtf | None = None
    amount: Amount
    words: str
    entries: tuple[str, ...]
    told: int = 1
    others: tuple[OtherValue, ...] = ()
    source: Quotation | None = None


def figure_rows(desk: Held) -> list[FigureRow]:
    """All figures by series and period."""
    rows = [_row(record, record.best) for record in desk.ledger.records(kinds=["figure"]) if _is_figure(record)]
    rows.sort(key=lambda row: (row.series.casefold(), row.amount.unit or "", row.period is None, row.period or ""))
    return _confronted(rows)


def _is_figure(record: Record) -> bool:
    return isinstance(record.best, Figure)


def _row(record: Record, figure: object) -> FigureRow:
    assert isinstance(figure, Figure)
    others = [
        OtherValue(amount=told, words=amount_words(told), entries=value.entries, record=record.id)
        for value in record.others.get("value", ())
        if (told := Amount.model_validate(value.value))
    ]
    elsewhere = {key for other in others for key in other.entries}
    return FigureRow(
        id=record.id,
        series=series_words(figure),
        measure=figure.measure,
        of=figure.of,
        states=tuple(sorted(actors_of(figure))),
        period=figure.date,
        amount=Amount(**figure.model_dump(include=set(Amount.model_fields))),
        words=amount_words(figure),
        entries=tuple(key for key in record.entries if key not in elsewhere) or record.entries,
        others=tuple(others),
    )


def _confronted(rows: Sequence[FigureRow]) -> list[FigureRow]:
    """The rows, each with the values that other records of the same series and period give."""
    told: dict[tuple[object, ...], list[FigureRow]] = defaultdict(list)
    for row in rows:
        if row.period and row.amount.value is not None:
            told[row.series, row.amount.unit, row.period, row.states].append(row)
    more: dict[str, tuple[OtherValue, ...]] = {}
    for alike in told.values():
        for row in alike:
            others = [
                OtherValue(amount=other.amount, words=other.words, entries=other.entries, record=other.id)
                for other in alike
                if other.amount.value != row.amount.value
            ]
            if others:
                more[row.id] = tuple(others)
    numbers = Counter((row.series, row.states) for row in rows)
    return [
        row.model_copy(update={"others": row.others + more.get(row.id, ()), "told": numbers[row.series, row.states]})
        for row in rows
    ]


def dressed(ledger: Ledger, rows: Sequence[FigureRow]) -> list[FigureRow]:
    """The rows with the sentences that they rest on."""
    keys = {row.entries[0] for row in rows} | {o.entries[0] for row in rows for o in row.others if o.entries}
    held = quotations_of(ledger, keys)
    return [
        row.model_copy(
            update={
                "source": held.get(row.entries[0]),
                "others": tuple(
                    other.model_copy(update={"source": held.get(other.entries[0]) if other.entries else None})
                    for other in row.others
                ),
            }
        )
        for row in rows
    ]


def figure_charts(rows: Sequence[FigureRow]) -> list[Chart]:
    """One chart a unit of what is told for several periods, or by documents that disagree."""
    points: dict[Unit | None, list[Point]] = defaultdict(list)
    seen: set[tuple[str, Edtf, Unit | None]] = set()
    one_pair = len({row.states for row in rows}) == 1
    for row in rows:
        if row.period is None or row.amount.value is None:
            continue
        series = row.series if one_pair else f"{row.series} ({', '.join(row.states) or 'no state'})"
        best = (series, row.period, row.amount.unit) not in seen
        seen.add((series, row.period, row.amount.unit))
        cited = row.source.cited if row.source else ""
        points[row.amount.unit].append(Point(series, row.period, row.amount.value, best, cited))
        for other in row.others:
            if other.record == row.id and other.amount.value is not None and other.amount.unit == row.amount.unit:
                cited = other.source.cited if other.source else ""
                points[row.amount.unit].append(Point(series, row.period, other.amount.value, False, cited))
    most = sorted(points.items(), key=lambda each: (-len(each[1]), each[0] or ""))
    pictures = (series_chart(_title(unit), held, unit) for unit, held in most)
    return [draw(picture) for picture in pictures if picture][:_CHARTS]


def _title(unit: Unit | None) -> str:
    if unit is None:
        return "Without a unit"
    return f"In {unit if unit.is_money else plural(unit)}"


def _states(row: FigureRow) -> tuple[CountryCode, ...]:
    return row.states


def _series(row: FigureRow) -> str:
    return row.series


def _period(row: FigureRow) -> Edtf | None:
    return row.period


LISTING: Listing[FigureRow] = Listing(
    columns=(
        Column("series", "Figure", _series),
        Column("period", "Period", _period),
        Column("value", "Value", lambda row: row.words, key=lambda row: row.amount.value),
        Column("number", "Number", lambda row: row.amount.value, sortable=False),
        Column("unit", "Unit", lambda row: row.amount.unit),
        Column("others", "Other values", lambda row: tuple(o.words for o in row.others), key=lambda r: len(r.others)),
        Column("measure", "Measure", lambda row: row.measure),
        Column("states", "States", _states),
        Column("source", "Source", lambda row: row.source.cited if row.source else None, sortable=False),
        Column("words", "Words", lambda row: row.source.words if row.source else None, sortable=False),
        Column("record", "Record", lambda row: row.id, sortable=False),
    ),
    filters=(
        *of_states(_states),
        Choice("measure", "Measure", lambda row: (row.measure,)),
        Choice("disputed", "Disputed", lambda row: ("yes",) if row.others else ("no",)),
        Day("from", "From", _period, since=True),
        Day("to", "To", _period, since=False),
        Words("q", "What is counted", _series),
    ),
)

FIGURES = Index("figures", FigureRow, LISTING, figure_rows, dressed)


def charts_of(desk: Held, query: QueryParams) -> list[Chart]:
    """The charts of the figures that the filters let pass, none if these are too many.

    They are kept: drawing takes longer than all else.
    """
    rows = FIGURES.passing(desk, query)
    if len(rows) > DRAWN:
        return []
    name = ("figure charts", tuple(row.id for row in rows))
    return desk.cache.get(name, lambda: figure_charts(dressed(desk.ledger, rows)))
