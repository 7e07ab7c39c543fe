"""The first page."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from dragoman.desk.answers.overview import overview, pairs
from dragoman.desk.answers.whole import counts_of
from dragoman.desk.held import Desk
from dragoman.desk.list_files import answer
from dragoman.desk.pages.rendering import page

router = APIRouter()


@router.get("/")
def show_overview(request: Request, desk: Desk) -> Response:
    """Pairs of states by what is between them, what is new, what is due, and what the checks find."""
    if not counts_of(desk).documents:
        return page(request, "start.html")
    index = pairs(desk)
    shown = index.show(desk, request.query_params)
    most = max((row.records for row in index.rows(desk)), default=1)
    return answer(shown, "pairs") or page(request, "overview.html", answer=overview(desk), shown=shown, most=most)
