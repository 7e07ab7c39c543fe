"""Adding documents while the desk goes on: one after the other, read by processes of their own.

An ``Addition`` is what somebody gave at one time. It is known as long as the desk runs; what was read is in the ledger.
"""

from __future__ import annotations

import secrets
import shutil
import tempfile
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from threading import Event, Lock
from typing import IO, Annotated, Literal, cast

from fastapi import Depends, Request

from dragoman.desk.errors import Refused
from dragoman.desk.fetching import fetch
from dragoman.desk.settings import Settings
from dragoman.desk.uploads import Room, put, safe_name
from dragoman.documents.sources import Source
from dragoman.errors import DocumentError, DragomanError, NotFoundError
from dragoman.ledger import Ledger
from dragoman.models import Model
from dragoman.scale.batch import Batch, Done, Known, Outcome
from dragoman.scale.processes import Reads, default_reader
from dragoman.values import Edtf

type State = Literal["waiting", "fetching", "reading", "joining", "done", "broken"]
KEPT, WAITING = 50, 10
"""Additions that are remembered, and that may wait for their turn."""
MOST_ADDRESSES = 20
"""Addresses that are taken at a time."""


class Read(Model):
    """A document of an addition: ``known`` if the ledger had it already."""

    sha256: str
    title: str
    entries: int = 0
    known: bool = False


class Failed(Model):
    """What could not be read, and why."""

    name: str
    reason: str


class Progress(Model):
    """How far an addition has come."""

    id: str
    by: str
    at: datetime
    state: State
    inputs: int
    done: int
    read: tuple[Read, ...] = ()
    failed: tuple[Failed, ...] = ()

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come."""
        return self.state in ("done", "broken")


@dataclass
class _Addition:
    id: str
    by: str
    at: datetime
    folder: Path
    addresses: Sequence[str]
    date: Edtf | None
    sources: list[Source]
    read: list[Read] = field(default_factory=list)
    failed: list[Failed] = field(default_factory=list)
    state: State = "waiting"
    done: int = 0

    def progress(self) -> Progress:
        inputs = len(self.sources) + (len(self.addresses) if self.state in ("waiting", "fetching") else 0)
        return Progress(
            id=self.id,
            by=self.by,
            at=self.at,
            state=self.state,
            inputs=inputs,
            done=min(self.done, inputs),
            read=tuple(self.read),
            failed=tuple(self.failed),
        )


class Additions:
    """All additions of a desk, and the one thread that works on them. Many threads may ask for them at once."""

    def __init__(self, ledger: Ledger, settings: Settings, make_reader: Callable[[], Reads] = default_reader) -> None:
        self._ledger = ledger
        self._settings = settings
        self._make_reader = make_reader
        self._held: OrderedDict[str, _Addition] = OrderedDict()
        self._changing = Lock()
        self._stopping = Event()
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk-adding")

    def add(
        self,
        by: str,
        files: Iterable[tuple[str, IO[bytes]]] = (),
        addresses: Sequence[str] = (),
        date: Edtf | None = None,
    ) -> Progress:
        """Take files (name and bytes) and addresses to be read; ``Refused`` if there are none, or too many.

        ``date`` is the day of publication of documents that do not tell theirs.
        """
        if len(addresses) > MOST_ADDRESSES:
            raise Refused("addresses", f"at most {MOST_ADDRESSES} are taken at a time")
        with self._changing:
            self._check_turns()
        room = Room(self._settings.upload_files, self._settings.unpacked_bytes)
        folder = Path(tempfile.mkdtemp(prefix="dragoman-desk-"))
        addition = _Addition(secrets.token_urlsafe(12), by, datetime.now(UTC), folder, addresses, date, [])
        try:
            for name, file in files:
                for found in put(name, file, folder, room):
                    self._sort(addition, found)
            if not (addition.sources or addition.addresses or addition.failed):
                raise Refused("Add", "choose a file, or give an address")
            self._hold(addition)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        return addition.progress()

    def get(self, id: str) -> Progress:
        """How far an addition has come; ``NotFoundError`` if there is none of this id."""
        with self._changing:
            found = self._held.get(id)
        if found:
            return found.progress()
        raise NotFoundError("This addition is not known any more; what was read is in the ledger.")

    def latest(self) -> list[Progress]:
        """All that are remembered, the newest first."""
        with self._changing:
            held = list(self._held.values())
        return [each.progress() for each in reversed(held)]

    def close(self) -> None:
        """Leave what waits; the document that is being read is brought to its end."""
        self._stopping.set()
        self._worker.shutdown(wait=True, cancel_futures=True)

    def _hold(self, addition: _Addition) -> None:
        """Remember an addition and have it read when it is its turn; ``Refused`` if others took the last turns."""
        with self._changing:
            self._check_turns()
            self._held[addition.id] = addition
            while len(self._held) > KEPT:
                self._held.popitem(last=False)
            self._worker.submit(self._work, addition)

    def _check_turns(self) -> None:
        if sum(not each.progress().is_over for each in self._held.values()) >= WAITING:
            raise Refused("Add", "too many others are being read; try again in a minute")

    def _work(self, addition: _Addition) -> None:
        try:
            addition.state = "fetching"
            for found in self._fetched(addition):
                self._sort(addition, found)
            addition.state = "reading"
            self._read(addition)
            addition.state = "joining"
            self._ledger.resolve()
            addition.state = "done"
        except DragomanError as error:
            addition.failed.append(Failed(name="the ledger", reason=str(error)))
            addition.state = "broken"
        except BaseException as error:
            addition.failed.append(Failed(name="the desk", reason=f"{type(error).__name__}: {error}"))
            addition.state = "broken"
            raise
        finally:
            shutil.rmtree(addition.folder, ignore_errors=True)

    def _fetched(self, addition: _Addition) -> Iterator[Source | DocumentError]:
        settings = self._settings
        for number, address in enumerate(addition.addresses):
            try:
                found = fetch(
                    address,
                    most=settings.upload_bytes,
                    seconds=settings.fetch_seconds,
                    private=settings.private_addresses,
                )
            except DocumentError as error:
                yield error
                continue
            path = addition.folder / f"address-{number}" / safe_name(found.name)
            path.parent.mkdir()
            path.write_bytes(found.body)
            yield Source(found.address, path)

    def _read(self, addition: _Addition) -> None:
        if not addition.sources:
            return
        from dragoman.reading.reader import READER

        batch = Batch(
            addition.sources,
            READER,
            self._ledger,
            self._settings.jobs,
            addition.date,
            make_reader=self._make_reader,
        )
        with closing(batch.run()) as outcomes:
            for outcome in outcomes:
                self._note(addition, outcome)
                addition.done = batch.inputs + 1
                if self._stopping.is_set():
                    break

    @staticmethod
    def _note(addition: _Addition, outcome: Outcome) -> None:
        if isinstance(outcome, DocumentError):
            addition.failed.append(Failed(name=outcome.name, reason=outcome.reason))
            return
        document = outcome.document
        if isinstance(outcome, Known) and outcome.forgotten:
            reason = f"it was taken out of the ledger by decision {outcome.forgotten}; undo that to have it read"
            addition.failed.append(Failed(name=document.title or document.id, reason=reason))
            return
        told = len(outcome.reading.entries) if isinstance(outcome, Done) else 0
        addition.read.append(
            Read(
                sha256=document.sha256,
                title=document.title or document.id,
                entries=told,
                known=isinstance(outcome, Known),
            )
        )

    @staticmethod
    def _sort(addition: _Addition, found: Source | DocumentError) -> None:
        if isinstance(found, Source):
            addition.sources.append(found)
        else:
            addition.failed.append(Failed(name=found.name, reason=found.reason))


def _additions(request: Request) -> Additions:
    return cast(Additions, request.app.state.additions)


Adding = Annotated[Additions, Depends(_additions)]
"""The type of the parameter by which a route asks for the additions of the desk."""
