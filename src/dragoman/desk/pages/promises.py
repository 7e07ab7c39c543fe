"""The board of promises."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from dragoman.desk.answers.choosing import sector_words
from dragoman.desk.answers.promises import PROMISES, by_verdict
from dragoman.desk.held import Desk
from dragoman.desk.list_files import answer
from dragoman.desk.pages.rendering import page

router = APIRouter()

_MEANINGS = {
    "overdue": "The time that was set is over, and nothing says that it came about.",
    "due": "The time that was set is not over.",
    "under way": "It has begun, and no time that was set is over.",
    "no news": "No time was set, and nothing more is told.",
    "kept": "It came about, in time if one was set.",
    "kept late": "It came about after the time that was set first.",
    "dropped": "It was cancelled, refused or given up.",
    "superseded": "Something else took its place.",
}


@router.get("/promises")
def show_promises(request: Request, desk: Desk) -> Response:
    """Promises by verdict, each with what was held out first and the last word on it."""
    shown = PROMISES.show(desk, request.query_params)
    return answer(shown, "promises") or page(
        request,
        "promises.html",
        shown=shown,
        groups=by_verdict(shown.rows),
        counts={option.value: option.count for option in shown.options["verdict"]},
        meanings=_MEANINGS,
        sector=sector_words,
    )
