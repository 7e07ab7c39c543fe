"""Signing in and out, and one's own password."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, RedirectResponse, Response

from dragoman.desk.accounts import Accounts, AccountsError
from dragoman.desk.cookies import cookie_of, new_cookie, set_cookie
from dragoman.desk.held import Desk
from dragoman.desk.pages.rendering import page
from dragoman.desk.safety import own_address
from dragoman.desk.visitors import ROLES

router = APIRouter()

_LINES = 200  # of the log


@router.get("/login")
def show_entrance(request: Request, back: str = "/") -> HTMLResponse:
    """The form to sign in with."""
    accounts_of(request)
    return page(request, "login.html", back=own_address(back))


@router.post("/login")
def sign_in(
    request: Request,
    desk: Desk,
    name: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
    back: Annotated[str, Form()] = "/",
) -> Response:
    """Begin a session under a new cookie and go on to where one wanted to go."""
    cookie = new_cookie()
    back = own_address(back)
    try:
        right = accounts_of(request).sign_in(name.strip(), password, cookie, address=_address(request))
    except AccountsError as error:
        return page(request, "login.html", status=429, back=back, name=name, problem=str(error))
    if not right:
        problem = "There is no account with this name and password."
        return page(request, "login.html", status=401, back=back, name=name, problem=problem)
    response = RedirectResponse(back, status_code=303)
    set_cookie(response, request, cookie, secure=desk.settings.https or request.url.scheme == "https")
    return response


@router.post("/logout")
def sign_out(request: Request) -> Response:
    """End the session."""
    accounts_of(request).sign_out(cookie_of(request), address=_address(request))
    return RedirectResponse("/login", status_code=303)


@router.get("/account")
def show_account(request: Request) -> HTMLResponse:
    """One's own account, and what was done with it."""
    return _account(request)


@router.post("/account")
def change_password(
    request: Request,
    old: Annotated[str, Form()] = "",
    new: Annotated[str, Form()] = "",
    again: Annotated[str, Form()] = "",
) -> Response:
    """Change one's own password; one has to sign in again everywhere."""
    accounts, visitor = accounts_of(request), request.state.visitor
    try:
        if not accounts.is_password(visitor.name, old, address=_address(request)):
            raise AccountsError("the old password is wrong")
        if new != again:
            raise AccountsError("the new password is not the same both times")
        accounts.set_password(visitor.name, new, by=visitor.name)
    except AccountsError as error:
        return _account(request, status=422, problem=str(error))
    return RedirectResponse("/login", status_code=303)


def _account(request: Request, *, status: int = 200, problem: str = "") -> HTMLResponse:
    log = accounts_of(request).log(request.state.visitor.name)[:_LINES]
    return page(request, "account.html", status=status, problem=problem, roles=ROLES, log=log)


def accounts_of(request: Request) -> Accounts:
    """The accounts; nobody signs in where a proxy says who asks, or where all may do everything."""
    accounts: Accounts | None = request.app.state.accounts
    if accounts is None or request.app.state.held.settings.proxy_header:
        raise HTTPException(404, "Nobody has to sign in at this desk.")
    return accounts


def _address(request: Request) -> str:
    return request.client.host if request.client else ""
