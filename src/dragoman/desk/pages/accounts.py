"""Who may sign in, for administrators: adding, disabling and changing accounts, and what was done with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from dragoman.desk.accounts import AccountsError
from dragoman.desk.answers.deciding import DECISIONS
from dragoman.desk.errors import Refused
from dragoman.desk.held import Desk, Held
from dragoman.desk.pages.entrance import accounts_of
from dragoman.desk.pages.rendering import page
from dragoman.desk.visitors import ROLES

router = APIRouter()

Name = Annotated[str, Form(min_length=1, max_length=100)]
_LINES = 200  # of the log


@router.get("/accounts")
def show_accounts(request: Request, desk: Desk) -> HTMLResponse:
    """All accounts with how much each decided, and the log."""
    return _shown(request, desk)


@router.post("/accounts")
def add_account(
    request: Request,
    desk: Desk,
    name: Name,
    role: Annotated[str, Form()] = "reader",
    password: Annotated[str, Form(max_length=1000)] = "",
) -> Response:
    """Make an account."""
    return _change(request, desk, lambda by: accounts_of(request).add(name.strip(), password, role, by=by))


@router.post("/accounts/{name}/role")
def change_role(request: Request, desk: Desk, name: str, role: Annotated[str, Form()]) -> Response:
    """Give an account another role; nobody takes their own away."""
    _refuse_own(request, name)
    return _change(request, desk, lambda by: accounts_of(request).set_role(name, role, by=by))


@router.post("/accounts/{name}/disable")
def disable_account(request: Request, desk: Desk, name: str) -> Response:
    """Let nobody sign in with an account; nobody disables their own."""
    _refuse_own(request, name)
    return _change(request, desk, lambda by: accounts_of(request).disable(name, by=by))


@router.post("/accounts/{name}/enable")
def enable_account(request: Request, desk: Desk, name: str) -> Response:
    """Let an account be used again."""
    return _change(request, desk, lambda by: accounts_of(request).enable(name, by=by))


def _change(request: Request, desk: Held, make: Callable[[str], None]) -> Response:
    try:
        make(request.state.visitor.name)
    except AccountsError as error:
        return _shown(request, desk, status=422, problem=str(error))
    return RedirectResponse("/accounts", status_code=303)


def _refuse_own(request: Request, name: str) -> None:
    if name == request.state.visitor.name:
        raise Refused(name, "is your own account; let another administrator change it")


def _shown(request: Request, desk: Held, *, status: int = 200, problem: str = "") -> HTMLResponse:
    accounts = accounts_of(request)
    decisions = Counter(row.by for row in DECISIONS.rows(desk))
    return page(
        request,
        "accounts.html",
        status=status,
        problem=problem,
        roles=ROLES,
        accounts=accounts.accounts(),
        decisions=decisions,
        log=accounts.log()[:_LINES],
    )
