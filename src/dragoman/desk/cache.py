"""Answers that look at the whole ledger, kept in memory until the ledger changes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any

from dragoman.ledger import Ledger

MOST = 256
"""Answers that are kept at most; the one that was not asked for longest goes first."""


class Cache:
    """Answers by name, each under the state of the ledger that it was made from.

    An answer is made by one thread; others that ask for it meanwhile wait for it. What fails is not kept.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._answers: OrderedDict[Hashable, _Answer] = OrderedDict()
        self._lock = Lock()

    def get[T](self, name: Hashable, make: Callable[[], T]) -> T:
        """The answer of this name, which ``make`` gives if there is none of the ledger as it stands.

        All that the answer depends on besides the ledger (states, a day) belongs into the name.
        """
        stamp = self._ledger.stamp()
        with self._lock:
            answer = self._answers.setdefault(name, _Answer())
            self._answers.move_to_end(name)
            while len(self._answers) > MOST:
                self._answers.popitem(last=False)
        found: T = answer.get(stamp, make)
        return found


class _Answer:
    def __init__(self) -> None:
        self._lock = Lock()
        self._stamp: str | None = None
        self._value: Any = None

    def get(self, stamp: str, make: Callable[[], Any]) -> Any:
        with self._lock:
            if self._stamp != stamp:
                self._value = make()
                self._stamp = stamp
            return self._value
