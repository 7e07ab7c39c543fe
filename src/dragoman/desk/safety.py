"""What keeps a desk and its visitors safe: who may come in, from where, and how much they may bring.

Everything passes ``Guard``, so that a new page is safe without a word of its own: names of the machine, who asks, what
they may do, where a change comes from, how large it is, and the headers of the answer. What a form brings along is
looked at by ``check_token``, before its page is.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from urllib.parse import quote, urlsplit

from fastapi import FastAPI, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dragoman.desk.accounts import Accounts
from dragoman.desk.cookies import cookie_of, forget_notice, is_token, new_cookie, notice_of, set_cookie, token_of
from dragoman.desk.identity import Unknown, identify
from dragoman.desk.settings import Settings

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
"""What every answer says of itself."""

READING = frozenset({"GET", "HEAD", "OPTIONS"})
"""The methods that change nothing."""
UPLOADS = {"/add": 1.0, "/api/v1/additions": 4 / 3}
"""The addresses that take uploads, and how many times their size these have on the way; all others take forms only."""
_OLD = "The form is too old, or it is none of ours. Go back, load the page again, and repeat."
_HOST = re.compile(r"([a-z0-9._-]+|\[[0-9a-f:.]+\])(?::(\d{1,5}))?")
_FORM_BYTES = 256 * 1024
_OWN_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})
_OPEN = ("/static/", "/login", "/theme")
"""The beginnings of addresses that anybody may ask for."""
_OWN = ("/login", "/logout", "/account")
"""Changes that are about nobody but the visitor."""
_ADMINISTRATORS = "/accounts"
"""The beginning of addresses that are for administrators alone."""


def protect(app: FastAPI, settings: Settings) -> None:
    """Put the guard before the application, and open the accounts if there are any."""
    app.state.accounts = Accounts(settings.accounts) if settings.accounts else None
    app.add_middleware(Guard, settings=settings, accounts=app.state.accounts)


async def check_token(request: Request) -> None:
    """Refuse a form that does not bring the token of its visitor; ``HTTPException`` (403).

    JSON needs none: no page of another site can send it, for its browser would have to ask the desk before.
    """
    if request.method in READING or _is_json(request):
        return
    given = request.headers.get("x-csrf-token")
    if given is None:
        given = (await request.form()).get("csrf")  # type: ignore[assignment]
    if not is_token(given, cookie_of(request)):
        raise HTTPException(403, _OLD)


class Guard:
    """The door: what passes it has a visitor who may do what they ask, and comes from a page of the desk."""

    def __init__(self, app: ASGIApp, settings: Settings, accounts: Accounts | None) -> None:
        self._app = app
        self._settings = settings
        self._identify = functools.partial(identify, settings=settings, accounts=accounts)
        self._secret = accounts is not None or settings.proxy_header is not None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request through, or answer it here."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            raise RuntimeError(f"the desk does not speak {scope['type']}")
        request = Request(scope, receive)
        if _called(request) is None:
            await Response("Bad request", HTTPStatus.BAD_REQUEST)(scope, receive, send)
            return
        cookie = cookie_of(request)
        fresh = cookie or new_cookie()
        request.state.token, request.state.visitor, request.state.notice = token_of(fresh), None, notice_of(request)
        request.state.begun = False
        send = self._finish(request, fresh if cookie is None else None, send)
        try:
            answer = await self._look(request)
        except HTTPException as refused:
            answer = await _shown(request, refused, HTTPException)
        if answer is not None:
            await answer(scope, receive, send)
            return
        try:
            await self._app(scope, _bounded(receive, self._most(request)), send)
        except Exception as fault:
            # Here and not by the server, which knows nothing of the headers; it writes the fault down.
            if not request.state.begun:
                await (await _shown(request, fault, Exception))(scope, receive, send)
            raise

    async def _look(self, request: Request) -> Response | None:
        """Nothing if all is well, else the answer; ``HTTPException`` if it is no."""
        self._check_host(request)
        if request.method not in READING:
            _check_origin(request)
            _check_length(request, self._most(request))
        try:
            request.state.visitor = await run_in_threadpool(self._identify, request)
        except Unknown as unknown:
            raise HTTPException(HTTPStatus.UNAUTHORIZED, str(unknown)) from unknown
        path = request.url.path
        if request.state.visitor is None and not path.startswith(_OPEN):
            if request.method in READING and not path.startswith("/api/"):
                asked = path + (f"?{request.url.query}" if request.url.query else "")
                return RedirectResponse(f"/login?back={quote(asked, safe='')}", HTTPStatus.SEE_OTHER)
            raise HTTPException(HTTPStatus.UNAUTHORIZED, "Sign in before.")
        if path.startswith(_ADMINISTRATORS) and not (
            request.state.visitor and request.state.visitor.may("administrator")
        ):
            raise HTTPException(HTTPStatus.FORBIDDEN, "This is for administrators.")
        changes = request.method not in READING and path not in _OWN
        if changes and not (request.state.visitor and request.state.visitor.may("analyst")):
            raise HTTPException(HTTPStatus.FORBIDDEN, "You may read here, but not decide or add.")
        return None

    def _check_host(self, request: Request) -> None:
        """Only names that are ours: with another name, a page elsewhere could pass for the desk (DNS rebinding).

        Where visitors say who they are, their cookies and their proxy keep to the right name.
        """
        if self._secret and not self._settings.hosts:
            return
        called = _called(request) or ""
        if called not in _OWN_NAMES and called not in map(str.lower, self._settings.hosts):
            raise HTTPException(HTTPStatus.BAD_REQUEST, f"This desk does not go by the name {called!r}.")

    def _most(self, request: Request) -> int:
        """Bytes that the request may bring; a form around an upload takes some itself."""
        return _FORM_BYTES + int(self._settings.upload_bytes * UPLOADS.get(request.url.path, 0))

    def _finish(self, request: Request, fresh: str | None, send: Send) -> Send:
        """Add headers to the answer, and the cookie to a page that goes to somebody who has none."""

        async def finished(message: Message) -> None:
            if message["type"] == "http.response.start":
                request.state.begun = True
                headers = MutableHeaders(scope=message)
                headers.update(HEADERS)
                if self._is_secure(request):
                    headers["Strict-Transport-Security"] = "max-age=31536000"
                headers.setdefault("Cache-Control", "no-store" if self._secret else "private, no-cache")
                if headers.get("content-type", "").startswith("text/html"):
                    own = Response()
                    if fresh and "set-cookie" not in headers:
                        set_cookie(own, request, fresh, secure=self._is_secure(request))
                    if request.state.notice is not None and message["status"] == HTTPStatus.OK:
                        forget_notice(own, request)
                    for value in own.headers.getlist("set-cookie"):
                        headers.append("set-cookie", value)
            await send(message)

        return finished

    def _is_secure(self, request: Request) -> bool:
        return self._settings.https or request.url.scheme == "https"


def own_address(back: str | None) -> str:
    """The address of a page of the desk to go on to, ``/`` for anything else: nobody is to be sent elsewhere."""
    given = back or "/"
    is_own = given.startswith("/") and not given.startswith(("//", "/\\")) and given.isprintable() and "\\" not in given
    return given if is_own else "/"


def _called(request: HTTPConnection) -> str | None:
    """The name by which the desk is called, None if that is no name (RFC 9110, 7.2)."""
    given = request.headers.getlist("host")
    found = _HOST.fullmatch(given[0].lower()) if len(given) == 1 else None
    return found[1].strip("[]") if found and int(found[2] or 80) < 65536 else None


def _check_origin(request: HTTPConnection) -> None:
    """A change comes from a page of the desk itself, as far as the browser says where it comes from."""
    site = request.headers.get("sec-fetch-site")
    if site is not None and site not in ("same-origin", "none"):
        raise HTTPException(HTTPStatus.FORBIDDEN, "This change was asked for by a page of another site.")
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != request.headers.get("host"):
        raise HTTPException(HTTPStatus.FORBIDDEN, "This change was asked for by a page of another site.")


def _check_length(request: HTTPConnection, most: int) -> None:
    length = request.headers.get("content-length", "0")
    if not length.isdecimal() or int(length) > most:
        raise _too_large(most)


def _bounded(receive: Receive, most: int) -> Receive:
    """The same body, but no more of it: what has no length beforehand is counted as it comes."""
    taken = 0

    async def bounded() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > most:
            raise _too_large(most)
        return message

    return bounded


def _too_large(most: int) -> HTTPException:
    return HTTPException(413, f"This is too large: at most {most / 1024 / 1024:.3g} MiB are taken.")


def _is_json(request: Request) -> bool:
    return request.headers.get("content-type", "").partition(";")[0].strip().lower() == "application/json"


async def _shown(request: Request, error: Exception, kind: type[Exception]) -> Response:
    """The answer that the application gives to errors of a kind."""
    handler: Callable[[Request, Exception], Response | Awaitable[Response]] = request.app.exception_handlers[kind]
    shown = await run_in_threadpool(handler, request, error)
    assert isinstance(shown, Response)
    return shown
