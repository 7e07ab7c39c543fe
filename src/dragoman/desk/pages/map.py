"""Records on a map of the world."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from dragoman.desk.answers.places import PLACED_RECORDS, places_shown
from dragoman.desk.held import Desk
from dragoman.desk.list_files import answer
from dragoman.desk.pages.rendering import page

router = APIRouter()


@router.get("/map")
def show_map(request: Request, desk: Desk) -> Response:
    """The places of all records that the filters let pass, and the records."""
    shown = PLACED_RECORDS.show(desk, request.query_params)
    if response := answer(shown, "map"):
        return response
    return page(request, "map.html", shown=shown, places=places_shown(desk, request.query_params))
