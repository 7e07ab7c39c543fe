"""Instruments and how they stand."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from dragoman.desk.answers.instruments import INSTRUMENTS
from dragoman.desk.held import Desk
from dragoman.desk.list_files import answer
from dragoman.desk.pages.rendering import page

router = APIRouter()


@router.get("/instruments")
def show_instruments(request: Request, desk: Desk) -> Response:
    """Agreements, programmes, bodies and the like: those in force first."""
    shown = INSTRUMENTS.show(desk, request.query_params)
    return answer(shown, "instruments") or page(request, "instruments.html", shown=shown)
