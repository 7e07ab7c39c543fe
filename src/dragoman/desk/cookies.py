"""The one cookie of the desk, and the token that every form must bring along.

The cookie is a random value that scripts cannot read. The token is derived from it, so that only a page of the desk
knows it (https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html).
Where there are accounts, the same value names the session.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets

from starlette.requests import HTTPConnection
from starlette.responses import Response

_FORM = re.compile(r"[A-Za-z0-9_-]{43}")


def cookie_name(request: HTTPConnection) -> str:
    """Another name for every port: cookies do not tell ports apart, and a machine may serve several desks."""
    return f"desk-{request.url.port or 0}"


def cookie_of(request: HTTPConnection) -> str | None:
    """The value that the browser sent, None if there is none or it cannot be ours."""
    value = request.cookies.get(cookie_name(request), "")
    return value if _FORM.fullmatch(value) else None


def new_cookie() -> str:
    """A value that nobody can guess: 256 random bits."""
    return secrets.token_urlsafe(32)


def set_cookie(response: Response, request: HTTPConnection, value: str, *, secure: bool) -> None:
    """Give the browser the value until it is closed; it comes back from pages of the desk and links to it alone."""
    response.set_cookie(cookie_name(request), value, httponly=True, samesite="lax", secure=secure)


def set_notice(response: Response, request: HTTPConnection, number: int) -> None:
    """Let the next page tell of a decision that was just made, for a minute."""
    response.set_cookie(_notice_name(request), str(number), max_age=60, httponly=True, samesite="lax")


def notice_of(request: HTTPConnection) -> int | None:
    """The number of the decision that this page is to tell of."""
    value = request.cookies.get(_notice_name(request), "")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 12 else None


def forget_notice(response: Response, request: HTTPConnection) -> None:
    """It was told."""
    response.delete_cookie(_notice_name(request), httponly=True, samesite="lax")


def _notice_name(request: HTTPConnection) -> str:
    return f"{cookie_name(request)}-notice"


def token_of(cookie: str) -> str:
    """The token that goes with a cookie."""
    return hashlib.sha256(f"form {cookie}".encode()).hexdigest()[:40]


def is_token(given: object, cookie: str | None) -> bool:
    """Whether a form brought the token that goes with the cookie."""
    if cookie is None or not isinstance(given, str):
        return False
    return hmac.compare_digest(given.encode(), token_of(cookie).encode())
