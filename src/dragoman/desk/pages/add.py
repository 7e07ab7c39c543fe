"""Adding documents: files or addresses in, how far the reading is, and what was read, ready to be corrected."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, File, Form, Request, UploadFile
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from dragoman.desk.adding import Adding
from dragoman.desk.answers.added import added
from dragoman.desk.errors import Refused
from dragoman.desk.held import Desk
from dragoman.desk.pages.rendering import page
from dragoman.documents.loading import FORMATS
from dragoman.values import Edtf

router = APIRouter()

_AGAIN = 2  # seconds until a page whose addition is not over is loaded again
_ENDINGS = (*FORMATS, ".zip", ".gz")


@router.get("/add")
def show_form(request: Request, desk: Desk, additions: Adding) -> HTMLResponse:
    """The form, and what was added before."""
    return page(request, "add.html", latest=additions.latest(), endings=_ENDINGS, settings=desk.settings)


@router.post("/add")
def add(
    request: Request,
    additions: Adding,
    files: Annotated[list[UploadFile] | None, File()] = None,
    addresses: Annotated[str, Form(max_length=20_000)] = "",
    date: Annotated[str, Form(max_length=40)] = "",
) -> Response:
    """Take what is given, and go on to the page that tells how far it is."""
    sent = [(each.filename, each.file) for each in files or [] if each.filename]
    progress = additions.add(request.state.visitor.name, sent, addresses.split(), _date(date.strip()))
    return RedirectResponse(f"/add/{progress.id}", status_code=303)


@router.get("/add/{id}")
def show_addition(request: Request, desk: Desk, additions: Adding, id: str) -> Response:
    """How far an addition has come, and what was read so far; ``?format=json`` gives the progress alone."""
    progress = additions.get(id)
    if request.query_params.get("format") == "json":
        return JSONResponse(progress.model_dump(mode="json"))
    shown = page(request, "added.html", answer=added(desk.ledger, progress))
    if not progress.is_over:
        shown.headers["Refresh"] = str(_AGAIN)
    return shown


def _date(text: str) -> Edtf | None:
    try:
        return Edtf(text) if text else None
    except ValueError:
        raise Refused("date", f"{text!r} is not a day such as 2022-02-03") from None
