"""Light or dark, as the reader wants it: kept in a cookie, so that it works without a script."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

router = APIRouter()
_YEAR = 365 * 24 * 3600  # seconds


@router.get("/theme")
def choose_theme(request: Request, to: Literal["", "light", "dark"] = "", back: str = "/") -> Response:
    """Keep the choice, and go back to where it was made."""
    ours = back.startswith("/") and not back.startswith(("//", "/\\"))
    response = RedirectResponse(back if ours else "/", status_code=303)
    if to:
        response.set_cookie("theme", to, max_age=_YEAR, httponly=True, samesite="lax")
    else:
        response.delete_cookie("theme")
    return response
