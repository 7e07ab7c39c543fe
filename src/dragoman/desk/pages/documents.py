"""All documents, one of them, or two side by side."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from dragoman.desk.answers.document import beside, document
from dragoman.desk.answers.documents import DOCUMENTS
from dragoman.desk.held import Desk
from dragoman.desk.list_files import answer
from dragoman.desk.pages.rendering import page

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


@router.get("/documents/{name:path}")
def show_document(request: Request, desk: Desk, name: str) -> Response:
    """A document under its SHA-256; under its id or the beginning of its SHA-256, the way to it."""
    card = desk.ledger.document(name)
    if card.sha256 != name:
        return RedirectResponse(f"/documents/{card.sha256}", status_code=303)
    return page(request, "document.html", answer=document(desk.ledger, name))
