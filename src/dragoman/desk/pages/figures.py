"""Figures over time."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from dragoman.desk.answers.figures import DRAWN, FIGURES, charts_of
from dragoman.desk.held import Desk
from dragoman.desk.list_files import answer
from dragoman.desk.pages.rendering import page

router = APIRouter()


@router.get("/figures")
def show_figures(request: Request, desk: Desk) -> Response:
    """Values by series and period, with their sources and the values that contradict them."""
    shown = FIGURES.show(desk, request.query_params)
    if response := answer(shown, "figures"):
        return response
    is_wide = shown.total > DRAWN
    charts = charts_of(desk, request.query_params)
    return page(request, "figures.html", shown=shown, charts=charts, is_wide=is_wide)
