"""The colours of charts on a light and on a dark page."""

from __future__ import annotations

from functools import cache

from fastapi import APIRouter
from starlette.responses import Response

from dragoman.follow.charts.picture import DARK

router = APIRouter()


@router.get("/charts.css")
def chart_colours() -> Response:
    """Charts are drawn for a light page; this gives them other colours on a dark one."""
    return Response(_rules(), media_type="text/css", headers={"Cache-Control": "max-age=3600"})


@cache
def _rules() -> str:
    return "\n".join(
        f'.chart svg [{attribute}="{light}"] {{ {attribute}: light-dark({light}, {dark}); }}'
        for light, dark in DARK.items()
        for attribute in ("fill", "stroke")
    )
