"""One record."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from dragoman.desk.answers.deciding import alike
from dragoman.desk.answers.record import record
from dragoman.desk.answers.whole import promise_of
from dragoman.desk.held import Desk
from dragoman.desk.pages.rendering import page

router = APIRouter()


@router.get("/records/{name}")
def show_record(request: Request, desk: Desk, name: str) -> Response:
    """A record under its id; under the key of one of its entries, the way to it."""
    answer = record(desk.ledger, name)
    if answer.record.id != name:
        return RedirectResponse(f"/records/{answer.record.id}", status_code=303)
    likes = [] if answer.wrong else alike(desk.ledger, answer.record.id)
    promise = promise_of(desk, answer.record.id)
    return page(request, "record.html", answer=answer, promise=promise, likes=likes)


@router.get("/entries/{key}")
def show_entry(desk: Desk, key: str) -> Response:
    """The place in its document that an entry rests on."""
    stored = desk.ledger.entry(key)
    return RedirectResponse(f"/documents/{stored.document.sha256}#m-{stored.key}", status_code=303)
