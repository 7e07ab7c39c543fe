"""All documents, one of them, or two side by side."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from dragoman.desk.answers.document import beside, document
from dragoman.desk.answers.documents import DOCUMENTS
from dragoman.desk.held import Desk, Held
from dragoman.desk.list_files import answer
from dragoman.desk.pages.rendering import page
from dragoman.errors import NotFoundError
from dragoman.follow.forgetting import loss_of

router = APIRouter()


@router.get("/documents")
def list_documents(request: Request, desk: Desk) -> Response:
    """All that was read."""
    shown = DOCUMENTS.show(desk, request.query_params)
    return answer(shown, "documents") or page(request, "documents.html", shown=shown)


@router.get("/documents/{one}/beside/{other}")
def show_beside(request: Request, desk: Desk, one: str, other: str) -> Response:
    """Two documents, marked where they speak of the same records."""
    return page(request, "beside.html", answer=beside(desk.ledger, one, other))


@router.get("/documents/{sha256}/forget")
def ask_to_forget(request: Request, desk: Desk, sha256: str) -> Response:
    """What would go with a document, and the button by which it goes."""
    card = desk.ledger.document(sha256)
    return page(request, "forget.html", document=card, loss=loss_of(desk.ledger, [card.sha256]))


@router.get("/documents/{name:path}")
def show_document(request: Request, desk: Desk, name: str) -> Response:
    """A document under its SHA-256; under its id or the beginning of its SHA-256, the way to it."""
    try:
        card = desk.ledger.document(name)
    except NotFoundError as missing:
        raise _forgotten(desk, name) or missing from None
    if card.sha256 != name:
        return RedirectResponse(f"/documents/{card.sha256}", status_code=303)
    return page(request, "document.html", answer=document(desk.ledger, name))


def _forgotten(desk: Held, sha256: str) -> NotFoundError | None:
    """That a document is not there because somebody decided so, if that is why."""
    number = desk.ledger.forgotten(sha256)
    if number is None:
        return None
    return NotFoundError(f"this document was forgotten by decision {number}; undo that to let it be read again")
