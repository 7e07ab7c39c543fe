"""A desk that is served to be measured or looked at, the pages that it has, and the browser to look with."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from dragoman.ledger import Ledger

_PATIENCE = 60.0
"""Seconds in which a desk must begin to answer."""


def chromium() -> str | None:
    """The path of the system's browser."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def addresses(ledger: Ledger) -> dict[str, str]:
    """The address of one page of each sort: of the busiest pair, its record that is told most, and their documents."""
    found = _of_pair(ledger) if ledger.pairs() else {}
    actor = next(iter(sorted(ledger.actors(kind="person"), key=lambda each: (-each.count, each.id))), None)
    if actor:
        found["actor"] = f"/actors/{actor.id}"
    return {
        "overview": "/",
        **found,
        "documents": "/documents",
        "promises": "/promises",
        "figures": "/figures",
        "money": "/money",
        "instruments": "/instruments",
        "people": "/people",
        "posts": "/posts",
        "organisations": "/organisations",
        "map": "/map",
        "search": "/search?q=agreement",
        "review": "/review",
        "question": "/review/next",
        "decisions": "/decisions",
        "add": "/add",
        "not-found": "/no-such-page",
    }


def _of_pair(ledger: Ledger) -> dict[str, str]:
    states = ledger.pairs()[0].states
    most = max(islice(ledger.records(states=states), 2000), key=lambda record: (len(record.entries), record.id))
    documents = list(dict.fromkeys(step.document for step in most.history))
    found = {
        "pair": "/{}/{}".format(*states),
        "pair-records": "/{}/{}/records".format(*states),
        "record": f"/records/{most.id}",
        "document": f"/documents/{documents[0]}",
        "forget": f"/documents/{documents[0]}/forget",
    }
    if len(documents) > 1:
        found["beside"] = f"/documents/{documents[0]}/beside/{documents[1]}"
    return found


@contextmanager
def serving(ledger: Path, *options: str) -> Iterator[str]:
    """The address of a desk of this ledger, in a process of its own that ends with the block."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "dragoman", "desk", "--ledger", str(ledger), "--port", str(port), *options]
    running = subprocess.Popen(command)
    try:
        _await(f"http://127.0.0.1:{port}", running)
        yield f"http://127.0.0.1:{port}"
    finally:
        running.terminate()
        running.wait(timeout=20)


def _await(address: str, running: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end and running.poll() is None:
        try:
            urllib.request.urlopen(f"{address}/charts.css", timeout=2).close()
        except (urllib.error.URLError, TimeoutError):
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"the desk does not answer at {address}")
