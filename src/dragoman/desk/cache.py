"""Answers that look at the whole ledger, kept in memory until the ledger changes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as Late
from threading import Lock, Thread
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

    def get[T](self, name: Hashable, make: Callable[[], T], patience: float | None = None) -> T:
        """The answer of this name, which ``make`` gives if there is none of the ledger as it stands.

        All that the answer depends on besides the ledger (states, a day) belongs into the name. ``make`` may ask for
        other answers. ``patience`` is how many seconds are waited for a new answer where there is an older one.
        """
        answer = self._answer(name)
        found: T = answer.get(self._ledger.stamp(), make, self._patience if patience is None else patience)
        return found

    def soon[T](self, name: Hashable, make: Callable[[], T], patience: float | None = None) -> T | None:
        """The same, but None where there is none yet and it is not made within ``patience`` seconds."""
        answer = self._answer(name)
        patience = self._patience if patience is None else patience
        found: T | None = answer.get(self._ledger.stamp(), make, patience, wait=False)
        return found

    def _answer(self, name: Hashable) -> _Answer:
        with self._lock:
            answer = self._answers.setdefault(name, _Answer())
            self._answers.move_to_end(name)
            while len(self._answers) > MOST:
                self._answers.popitem(last=False)
        return answer


class _Answer:
    """One answer: the last one that was made, and the next one while it is."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._made: tuple[str, Any] | None = None
        self._coming: Future[Any] | None = None

    def get(self, stamp: str, make: Callable[[], Any], patience: float, wait: bool = True) -> Any:
        """The answer of this stamp; after ``patience`` the older one. Without one it is waited for, or None."""
        with self._lock:
            made = self._made
            if made is not None and made[0] == stamp:
                return made[1]
            mine = self._coming is None
            coming = self._coming = self._coming or Future()
        must_wait = made is None and wait
        if mine and must_wait:  # who has to wait anyway makes it
            self._make(coming, stamp, make)
        elif mine:
            # A thread that does not hold up the end of the program.
            Thread(target=self._make, args=(coming, stamp, make), name="desk-answer", daemon=True).start()
        try:
            return coming.result(timeout=None if must_wait else patience)
        except Late:
            return made[1] if made is not None else None

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
