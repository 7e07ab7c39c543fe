"""Answers that look at the whole ledger, kept in memory until the ledger changes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as Late
from threading import Lock
from typing import Any

from dragoman.ledger import Ledger

MOST = 256
"""Answers that are kept at most; the one that was not asked for longest goes first."""
PATIENCE = 3.0
"""Seconds that a reader waits for a new answer where there is an older one."""


class Cache:
    """Answers by name, each under the state of the ledger that it was made from.

    An answer is made once, whoever asks for it meanwhile. When the ledger has changed it is made anew; where that
    takes long, those who ask are given the older answer until the new one is there. What fails is not kept.
    """

    def __init__(self, ledger: Ledger, patience: float = PATIENCE) -> None:
        self._ledger = ledger
        self._patience = patience
        self._answers: OrderedDict[Hashable, _Answer] = OrderedDict()
        self._lock = Lock()
        self._makers = ThreadPoolExecutor(max_workers=8, thread_name_prefix="desk-answer")

    def get[T](self, name: Hashable, make: Callable[[], T], patience: float | None = None) -> T:
        """The answer of this name, which ``make`` gives if there is none of the ledger as it stands.

        All that the answer depends on besides the ledger (states, a day) belongs into the name. ``make`` may ask for
        other answers. ``patience`` is how many seconds are waited for a new answer where there is an older one.
        """
        stamp = self._ledger.stamp()
        with self._lock:
            answer = self._answers.setdefault(name, _Answer())
            self._answers.move_to_end(name)
            while len(self._answers) > MOST:
                self._answers.popitem(last=False)
        found: T = answer.get(stamp, make, self._makers, self._patience if patience is None else patience)
        return found

    def close(self) -> None:
        """Let what is being made come to its end."""
        self._makers.shutdown(cancel_futures=True)


class _Answer:
    """One answer: the last one that was made, and the next one while it is."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._made: tuple[str, Any] | None = None
        self._coming: Future[Any] | None = None

    def get(self, stamp: str, make: Callable[[], Any], makers: ThreadPoolExecutor, patience: float) -> Any:
        with self._lock:
            made = self._made
            if made is not None and made[0] == stamp:
                return made[1]
            mine = self._coming is None
            coming = self._coming = self._coming or Future()
        if mine:
            # Without an older answer whoever asks makes it: waiting for another thread would gain nothing.
            if made is None:
                self._make(coming, stamp, make)
            else:
                makers.submit(self._make, coming, stamp, make)
        try:
            return coming.result(timeout=patience if made is not None else None)
        except Late:
            return made[1] if made is not None else coming.result()

    def _make(self, coming: Future[Any], stamp: str, make: Callable[[], Any]) -> None:
        try:
            value = make()
        except BaseException as error:
            with self._lock:
                self._coming = None
            coming.set_exception(error)
            return
        with self._lock:
            self._made, self._coming = (stamp, value), None
        coming.set_result(value)
