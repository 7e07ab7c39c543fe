"""Figures over time."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import APIRouter, Request
from starlette.responses import Response

from dragoman.desk.answers.charts import Chart
from dragoman.desk.answers.figures import FIGURES, FigureRow, dressed, figure_charts
from dragoman.desk.held import Desk, Held
from dragoman.desk.listing import answer
from dragoman.desk.pages.rendering import page

router = APIRouter()

_DRAWN = 300
"""Values from which on there is no chart: nobody could read it."""


@router.get("/figures")
def show_figures(request: Request, desk: Desk) -> Response:
    """Values by series and period, with their sources and the values that contradict them."""
    shown = FIGURES.show(desk, request.query_params)
    if response := answer(shown, "figures"):
        return response
    is_wide = shown.total > _DRAWN
    charts = [] if is_wide else _charts(desk, FIGURES.passing(desk, request.query_params))
    return page(request, "figures.html", shown=shown, charts=charts, is_wide=is_wide)


def _charts(desk: Held, rows: Sequence[FigureRow]) -> list[Chart]:
    """The charts of these rows, which are kept: drawing takes longer than all else."""
    name = ("figure charts", tuple(row.id for row in rows))
    return desk.cache.get(name, lambda: figure_charts(dressed(desk.ledger, rows)))
