"""Answers that look at the whole ledger, kept in memory until the ledger changes.

When it has changed, who asks is given the older answer where a new one takes long, and is told so; the new ones are
made one after the other behind their back, when the ledger rests.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from concurrent.futures import Future
from concurrent.futures import TimeoutError as Late
from contextvars import ContextVar, copy_context
from dataclasses import dataclass
from itertools import count
from queue import PriorityQueue
from threading import RLock, Thread
from types import MappingProxyType
from typing import Any

from dragoman.desk.errors import Closing
from dragoman.ledger import Ledger

MOST = 512
"""Answers that are kept at most; the one that was not asked for longest goes first."""
PATIENCE = 1.0
"""Seconds that a reader waits for a new answer where there is an older one, if that did not take longer to make."""
REST, LONGEST_REST = 1.5, 15.0
"""Seconds in which nothing must be written before an answer that takes long is made anew; seconds waited for it."""

_OLDER: ContextVar[Mapping[Hashable, str]] = ContextVar("older", default=MappingProxyType({}))
"""Which answers that are not those of the ledger as it stands went into the work of this thread, by their states."""
_BEHIND: ContextVar[bool] = ContextVar("behind", default=False)
"""Whether this thread makes answers for which nobody waits."""


class Cache:
    """Answers by name, each under the state of the ledger that it was made from.

    An answer is made once, whoever asks for it meanwhile; what fails is not kept. ``patience`` is that of readers.
    """

    def __init__(self, ledger: Ledger, patience: float = PATIENCE) -> None:
        self._ledger = ledger
        self._patience = patience
        self._answers: OrderedDict[Hashable, _Answer] = OrderedDict()
        self._lock = RLock()
        self._waiting: PriorityQueue[tuple[bool, int, _Task]] = PriorityQueue()
        self._number = count()
        self._worker: Thread | None = None
        self._closed = False

    def get[T](self, name: Hashable, make: Callable[[], T], patience: float | None = None) -> T:
        """The answer of this name, which ``make`` gives if there is none of the ledger as it stands.

        All that the answer depends on besides the ledger (states, a day) belongs into the name. ``make`` may ask for
        other answers. ``patience`` is how many seconds are waited for a new answer where there is an older one.
        """
        found: T = self._get(name, make, self._patience if patience is None else patience, must=True)
        return found

    def soon[T](self, name: Hashable, make: Callable[[], T], patience: float | None = None) -> T | None:
        """The same, but None where there is none yet and it is not made within some seconds."""
        found: T | None = self._get(name, make, self._patience if patience is None else patience, must=False)
        return found

    def ahead(self, work: Callable[[], object]) -> None:
        """Do something behind the back of readers, such as asking for answers that they will want."""
        self._put(_Task(_Answer(), work), is_slow=False)

    @staticmethod
    def is_behind() -> bool:
        """Whether some answer that was given for this request is older than the ledger."""
        return bool(_OLDER.get())

    def close(self) -> None:
        """Give up all that is being made: who waits for it gets ``Closing``."""
        self._closed = True
        for answer in list(self._answers.values()):
            answer.give_up()

    def _get(self, name: Hashable, make: Callable[[], Any], patience: float, *, must: bool) -> Any:
        answer, stamp = self._answer(name), self._ledger.stamp()
        with answer.lock:
            made = answer.made
            if made is not None and made.stamp == stamp and not self._is_outdated(made):
                _note(made.older)
                return made.value
            task = answer.coming
            if is_new := task is None:
                task = answer.coming = _Task(answer, make)
        is_slow = made is not None and made.took > patience
        if _BEHIND.get() and not is_slow:
            if task.claim():
                self._make(task)
            return self._given(name, stamp, task.result())
        if must and made is None:
            if task.claim():  # by another thread, so that who waits for it can leave when the desk closes
                self._start(self._make, task)
            return self._given(name, stamp, task.result())
        if is_new:
            self._put(task, is_slow)
        try:
            return self._given(name, stamp, task.result(0.0 if is_slow else self._left(answer, patience)))
        except Late:
            return None if made is None else self._given(name, stamp, made)

    @staticmethod
    def _given(name: Hashable, stamp: str, made: _Made) -> Any:
        """What was made, with a note if it is not that of the ledger as it stands."""
        _note(made.older if made.stamp == stamp else {**made.older, name: made.stamp})
        return made.value

    def _left(self, answer: _Answer, patience: float) -> float:
        """Seconds that are waited: for a first answer no more than our patience by all who ask for it together."""
        return patience if answer.made else max(0.0, answer.asked + max(patience, self._patience) - time.monotonic())

    def _answer(self, name: Hashable) -> _Answer:
        with self._lock:
            if self._closed:
                raise Closing
            answer = self._answers.setdefault(name, _Answer())
            self._answers.move_to_end(name)
            while len(self._answers) > MOST:
                self._answers.popitem(last=False)
        return answer

    def _is_outdated(self, made: _Made) -> bool:
        """Whether an older answer that it was made from has been made anew since."""
        with self._lock:
            known = {name: self._answers[name].made for name in made.older if name in self._answers}
        return any((last := known.get(name)) is None or last.stamp != stamp for name, stamp in made.older.items())

    # Making

    def _put(self, task: _Task, is_slow: bool) -> None:
        """Leave it to a thread that makes what waits, one after the other: readers are to have most of the machine."""
        self._waiting.put((is_slow, next(self._number), task))
        with self._lock:
            if self._worker is None:
                self._worker = self._start(self._make_all)

    def _make_all(self) -> None:
        _BEHIND.set(True)
        while not self._closed:
            is_slow, _, task = self._waiting.get()
            if is_slow:
                self._await_rest()
            if task.claim():
                self._make(task)

    def _await_rest(self) -> None:
        end, stamp = time.monotonic() + LONGEST_REST, ""
        while stamp != (stamp := self._ledger.stamp()) and time.monotonic() < end:
            time.sleep(REST)

    def _make(self, task: _Task) -> None:
        copy_context().run(self._make_within, task)

    def _make_within(self, task: _Task) -> None:
        _OLDER.set({})
        begin = time.monotonic()
        try:
            stamp = self._ledger.stamp()
            value = task.make()
        except BaseException as error:
            task.fail(error)
        else:
            task.keep(_Made(stamp, value, time.monotonic() - begin, _OLDER.get()))

    @staticmethod
    def _start(work: Callable[..., None], *given: Any) -> Thread:
        # A thread that does not hold up the end of the program.
        thread = Thread(target=work, args=given, name="desk-answer", daemon=True)
        thread.start()
        return thread


@dataclass(frozen=True)
class _Made:
    """An answer, the state of the ledger before it was made, the seconds that took, and older answers that went in."""

    stamp: str
    value: Any
    took: float
    older: Mapping[Hashable, str]


class _Answer:
    """One answer: the last one that was made, and the next one while it is."""

    def __init__(self) -> None:
        self.lock = RLock()
        self.made: _Made | None = None
        self.coming: _Task | None = None
        self.asked = time.monotonic()

    def give_up(self) -> None:
        """Let go of all who wait."""
        with self.lock:
            if self.coming is not None:
                self.coming.fail(Closing())


class _Task:
    """An answer to be made."""

    def __init__(self, answer: _Answer, make: Callable[[], Any]) -> None:
        self.make = make
        self._answer = answer
        self._future: Future[_Made] = Future()

    def claim(self) -> bool:
        """Whether it is the caller who has to make it: nobody else does, or did."""
        with self._answer.lock:
            is_free = not self._future.running() and not self._future.done()
            return is_free and self._future.set_running_or_notify_cancel()

    def result(self, timeout: float | None = None) -> _Made:
        """What was made, once it is; ``TimeoutError`` after so many seconds, or whatever it failed with."""
        return self._future.result(timeout)

    def keep(self, made: _Made) -> None:
        """It is made."""
        with self._answer.lock:
            if not self._future.done():
                self._answer.made, self._answer.coming = made, None
                self._future.set_result(made)

    def fail(self, error: BaseException) -> None:
        """It cannot be made."""
        with self._answer.lock:
            if not self._future.done():
                self._answer.coming = None
                self._future.set_exception(error)


def _note(older: Mapping[Hashable, str]) -> None:
    if older:
        _OLDER.set({**_OLDER.get(), **older})
