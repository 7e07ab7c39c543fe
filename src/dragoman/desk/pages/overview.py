"""The first page."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from dragoman.desk.answers.overview import overview
from dragoman.desk.held import Desk
from dragoman.desk.pages.rendering import page

router = APIRouter()


@router.get("/")
def show_overview(request: Request, desk: Desk) -> HTMLResponse:
    """Pairs of states by what is between them, what is new, what is due, and what the checks find."""
    answer = desk.cache.get(("overview", desk.today), lambda: overview(desk.ledger, desk.today))
    return page(request, "overview.html", answer=answer)
