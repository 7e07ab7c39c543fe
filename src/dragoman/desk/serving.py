"""Serving a desk: until somebody ends the program, and then not a moment longer than what is under way needs."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from socket import AF_INET, AF_INET6, SO_REUSEADDR, SOL_SOCKET, socket
from types import FrameType
from typing import NoReturn

import uvicorn
from fastapi import FastAPI

from dragoman.desk.errors import Refused

SECONDS_TO_END = 3
"""What is still asked for then is not answered any more."""
SWITCH_SECONDS = 0.001
"""After so long a thread that makes answers behind the back of readers lets one go on that serves a reader."""


def taking(host: str, port: int) -> socket:
    """A socket at this address, not yet open to anybody; ``Refused`` if it cannot be had. Port 0 is any free one."""
    taken = socket(AF_INET6 if ":" in host else AF_INET)
    taken.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
    try:
        taken.bind((host, port))
    except OSError as error:
        taken.close()
        raise Refused(f"{host}, port {port}", f"the desk cannot be there ({error.strerror or error})") from error
    return taken


def serve(app: FastAPI, at: socket, tell: Callable[[str], None]) -> None:
    """Answer at a socket until SIGINT or SIGTERM; ``tell`` is given the address once there is an answer."""
    config = uvicorn.Config(
        app, log_level="warning", server_header=False, proxy_headers=False, timeout_graceful_shutdown=SECONDS_TO_END
    )
    sys.setswitchinterval(SWITCH_SECONDS)
    with suppress(KeyboardInterrupt):
        _Server(config, app, tell).run([at])


def leave() -> NoReturn:
    """End the program, whatever answers are still being made: nobody waits for them, and nothing of them is kept."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)


class _Server(uvicorn.Server):
    """A server that lets go of those who wait for long answers as soon as it is to end."""

    def __init__(self, config: uvicorn.Config, app: FastAPI, tell: Callable[[str], None]) -> None:
        super().__init__(config)
        self._desk = app
        self._tell = tell

    async def startup(self, sockets: list[socket] | None = None) -> None:
        """Begin, and tell where."""
        await super().startup(sockets)
        if self.started:
            host, port = self.servers[0].sockets[0].getsockname()[:2]
            root = self._desk.state.held.settings.root
            self._tell(f"http://{f'[{host}]' if ':' in host else host}:{port}{root}/")

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """End, by this signal."""
        self._desk.state.held.cache.close()
        super().handle_exit(sig, frame)
