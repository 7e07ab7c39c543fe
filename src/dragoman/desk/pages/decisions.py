"""Deciding: forms of any page lead here and back again; and the list of all that was decided."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from dragoman.desk.answers.deciding import DECISIONS
from dragoman.desk.answers.whole import all_findings
from dragoman.desk.cookies import set_notice
from dragoman.desk.errors import Refused
from dragoman.desk.held import Desk, Held
from dragoman.desk.list_files import answer
from dragoman.desk.pages.rendering import page
from dragoman.desk.safety import own_address
from dragoman.errors import LedgerError, NotFoundError
from dragoman.follow.deciding import Analyst

router = APIRouter()

Key = Annotated[str, Form(min_length=1, max_length=64, pattern="^[0-9a-f]+$")]
Document = Annotated[str, Form(pattern="^[0-9a-f]{64}$")]
Keys = Annotated[list[str], Form(min_length=2, max_length=100)]
Reason = Annotated[str, Form(max_length=2000)]
Back = Annotated[str, Form(max_length=4000)]
Whole = Annotated[bool, Form()]


@router.get("/decisions")
def show_decisions(request: Request, desk: Desk) -> Response:
    """All decisions: who, when, what and why."""
    shown = DECISIONS.show(desk, request.query_params)
    return answer(shown, "decisions") or page(request, "decisions.html", shown=shown)


@router.post("/decisions/correct")
def correct(
    request: Request,
    desk: Desk,
    key: Key,
    field: Annotated[str, Form(min_length=1, max_length=100)],
    value: Annotated[str, Form(max_length=4000)] = "",
    whole: Whole = False,
    reason: Reason = "",
    back: Back = "/",
) -> Response:
    """Put another value in the place of a field; none for an empty one."""
    meant = value.strip() or "null"
    return _decide(request, desk, reason, back, lambda analyst: analyst.correct(key, field, meant, whole=whole))


@router.post("/decisions/wrong")
def wrong(
    request: Request, desk: Desk, key: Key, whole: Whole = False, reason: Reason = "", back: Back = "/"
) -> Response:
    """The document does not say this."""
    return _decide(request, desk, reason, back, lambda analyst: analyst.wrong([key], whole=whole))


@router.post("/decisions/right")
def right(request: Request, desk: Desk, key: Key, reason: Reason = "", back: Back = "/") -> Response:
    """The document does say this, though the reader was not sure."""
    return _decide(request, desk, reason, back, lambda analyst: analyst.right([key]))


@router.post("/decisions/same")
def same(request: Request, desk: Desk, key: Keys, reason: Reason = "", back: Back = "/") -> Response:
    """These entries, and so their records, are one thing."""
    return _decide(request, desk, reason, back, lambda analyst: analyst.same([each.strip() for each in key]))


@router.post("/decisions/different")
def different(request: Request, desk: Desk, key: Keys, reason: Reason = "", back: Back = "/") -> Response:
    """No two of these entries are one thing."""
    return _decide(request, desk, reason, back, lambda analyst: analyst.different([each.strip() for each in key]))


@router.post("/decisions/dismiss")
def dismiss(request: Request, desk: Desk, finding: Key, reason: Reason = "", back: Back = "/") -> Response:
    """A finding of the checks is of no interest."""
    known = [each.id for each in all_findings(desk, patience=0)]
    return _decide(request, desk, reason, back, lambda analyst: analyst.dismiss([finding], known))


@router.post("/decisions/forget")
def forget(
    request: Request, desk: Desk, document: Document, reason: Reason = "", back: Back = "/documents"
) -> Response:
    """A document is to leave the ledger, with all that it alone tells."""
    return _decide(request, desk, reason, back, lambda analyst: analyst.forget([document]))


@router.post("/decisions/undo")
def undo(
    request: Request, desk: Desk, number: Annotated[int, Form(ge=1, lt=2**31)], reason: Reason = "", back: Back = "/"
) -> Response:
    """A decision is to have no effect any more."""
    return _decide(request, desk, reason, back, lambda analyst: analyst.undo(number))


def _decide(request: Request, desk: Held, reason: str, back: str, say: Callable[[Analyst], list[int]]) -> Response:
    """Decide in the name of the visitor, and go back to where it was asked."""
    analyst = Analyst(desk.ledger, by=request.state.visitor.name, reason=reason.strip() or None)
    try:
        numbers = say(analyst)
    except NotFoundError:
        raise
    except LedgerError as error:
        raise Refused("this cannot be decided", str(error)) from error
    response = RedirectResponse(own_address(back), status_code=303)
    set_notice(response, request, numbers[-1])
    return response
