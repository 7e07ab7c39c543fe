"""A desk below a path of another site: inside, its addresses begin with ``/``; here they get the path, or lose it.

A proxy may hand the path on or take it away. Either is right, and no page need know of it.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

ROOT = r"(?:/[A-Za-z0-9._~-]+)*"
"""What may be the path of a desk: none, or parts that each begin with a slash."""
_OWN = re.compile(r'(?<=\s)(href|action|src)="/(?!/)')
"""An attribute with an address of the desk; quotes that documents bring are escaped, so it is one of ours."""
_PATH = re.compile(r"(?i)(?<=; path=)/(?=;|$)")


def outward(html: str, root: str) -> str:
    """A page with its addresses as visitors see them, below ``root``."""
    return _OWN.sub(rf'\1="{root}/', html) if root else html


class Below:
    """Takes the path off what is asked for, and puts it before what the answer's headers lead to."""

    def __init__(self, app: ASGIApp, root: str) -> None:
        self._app = app
        self._root = root

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as if there were no path."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        host = Headers(scope=scope).get("host", "")

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._lead(MutableHeaders(scope=message), host)
            await send(message)

        await self._app({**scope, "path": self._inside(scope["path"])}, receive, sent)

    def _inside(self, path: str) -> str:
        below = path == self._root or path.startswith(f"{self._root}/")
        return (path[len(self._root) :] or "/") if below else path

    def _lead(self, headers: MutableHeaders, host: str) -> None:
        """Redirections go below the path, and so do cookies, which are nobody else's on the site."""
        place = urlsplit(headers.get("location", ""))
        if place.path.startswith("/") and place.netloc in ("", host):
            headers["location"] = place._replace(path=self._root + place.path).geturl()
        cookies = headers.getlist("set-cookie")
        if cookies:
            del headers["set-cookie"]
        for cookie in cookies:
            headers.append("set-cookie", _PATH.sub(self._root, cookie))
