"""The application: pages, API and files under one roof, and errors in the same style."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files
from pathlib import Path

from fastapi import Depends, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response
from starlette.staticfiles import StaticFiles

from dragoman.desk import api
from dragoman.desk.adding import Additions
from dragoman.desk.answers.warming import warm
from dragoman.desk.below import Below
from dragoman.desk.cache import Cache
from dragoman.desk.errors import Closing, Refused
from dragoman.desk.held import Held
from dragoman.desk.pages import ROUTERS
from dragoman.desk.pages.rendering import page
from dragoman.desk.safety import check_token, protect
from dragoman.desk.settings import Settings
from dragoman.errors import DragomanError, NotFoundError
from dragoman.ledger import Ledger

_SAID = {
    401: ("You are not signed in", ""),
    403: ("You may not do this", ""),
    404: ("There is no such page", "The address may be mistyped, or what it showed is no longer in the ledger."),
    413: ("This is too large", ""),
    422: ("This question cannot be answered", "Something in the address or the form is not understood."),
    503: ("The desk is being closed", "Open it again, and load this page anew."),
    500: ("Something went wrong here", "The fault is the program's. What you did last may not have been kept."),
}
_STATUSES = ((Refused, 422), (NotFoundError, 404), (Closing, 503))


def make_desk(ledger: Path | str | Ledger, settings: Settings | None = None) -> FastAPI:
    """The desk of a ledger: a path, a ``postgresql://`` address, or one that is open already.

    ``LedgerError`` if it cannot be opened. A ledger that is opened here is closed when the application ends.
    """
    held = ledger if isinstance(ledger, Ledger) else Ledger.open(ledger)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        warm(app.state.held)
        yield
        app.state.held.cache.close()
        app.state.additions.close()
        if held is not ledger:
            held.close()

    settings = settings or Settings()
    app = FastAPI(
        title="Dragoman",
        docs_url=None,
        redoc_url=None,
        servers=[{"url": settings.root}] if settings.root else None,
        lifespan=lifespan,
        dependencies=[Depends(check_token)],
    )
    app.state.held = Held(held, settings, Cache(held, settings.patience))
    app.state.additions = Additions(held, settings)
    app.mount("/static", StaticFiles(directory=str(files("dragoman.desk") / "static")), name="static")
    for router in (*api.ROUTERS, *ROUTERS):
        app.include_router(router, include_in_schema=router.prefix.startswith("/api"))
    app.add_exception_handler(HTTPException, _on_http)
    app.add_exception_handler(RequestValidationError, _on_invalid)
    app.add_exception_handler(DragomanError, _on_ours)
    app.add_exception_handler(Exception, _on_fault)
    protect(app, settings)
    if settings.root:
        app.add_middleware(Below, root=settings.root)
    return app


def _on_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    reason = error.detail if error.status_code not in (404, 405) or error.detail not in ("Not Found",) else ""
    return _refusal(request, error.status_code, reason, dict(error.headers or {}))


def _on_invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    reasons = [f"{'.'.join(str(part) for part in each['loc'][1:])}: {each['msg']}" for each in error.errors()]
    return _refusal(request, 422, "; ".join(reasons))


def _on_ours(request: Request, error: Exception) -> Response:
    status = next((status for kind, status in _STATUSES if isinstance(error, kind)), 500)
    return _refusal(request, status, str(error))


def _on_fault(request: Request, error: Exception) -> Response:
    return _refusal(request, 500, "")


def _refusal(request: Request, status: int, reason: str, headers: dict[str, str] | None = None) -> Response:
    """Why there is no answer: in JSON for the API, else as a page."""
    if request.url.path.startswith("/api/"):
        return JSONResponse({"detail": reason or _said(status)[0]}, status, headers)
    title, advice = _said(status)
    shown = page(request, "error.html", status=status, title=title, advice=advice, reason=reason)
    shown.headers.update(headers or {})
    return shown


def _said(status: int) -> tuple[str, str]:
    return _SAID.get(status, ("This is not possible", ""))
