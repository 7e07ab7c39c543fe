"""Serving a desk: until somebody ends the program, and then not a moment longer than what is under way needs."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from socket import socket
from types import FrameType
from typing import NoReturn

import uvicorn
from fastapi import FastAPI

SECONDS_TO_END = 3
"""What is still asked for then is not answered any more."""
SWITCH_SECONDS = 0.001
"""After so long a thread that makes answers behind the back of readers lets one go on that serves a reader."""


def serve(app: FastAPI, host: str, port: int, tell: Callable[[str], None]) -> None:
    """Answer at this address until SIGINT or SIGTERM; ``tell`` is given the address once there is an answer.

    Port 0 is any that is free.
    """
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        log_level="warning",
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=SECONDS_TO_END,
    )
    sys.setswitchinterval(SWITCH_SECONDS)
    with suppress(KeyboardInterrupt):
        _Server(config, app, tell).run()


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
            self._tell(f"http://{f'[{host}]' if ':' in host else host}:{port}/")

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """End, by this signal."""
        self._desk.state.held.cache.close()
        super().handle_exit(sig, frame)
