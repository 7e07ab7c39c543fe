"""What looks at the whole ledger and serves several pages: made once, kept until the ledger changes."""

from __future__ import annotations

from dragoman.desk.held import Held
from dragoman.follow.checks import Finding, findings
from dragoman.follow.promises import Promise, promises
from dragoman.ledger.actors.directory import Directory
from dragoman.ledger.counting import Counts


def all_promises(desk: Held) -> tuple[Promise, ...]:
    """All promises as of the desk's day, in the order of ``promises``."""
    day = desk.today
    return desk.cache.get(("promises", day), lambda: tuple(promises(desk.ledger, as_of=day)))


def promise_of(desk: Held, record: str) -> Promise | None:
    """The promise that a record makes or answers; None, too, while promises are still being worked out."""
    if promises_at_hand(desk) is None:
        return None
    return desk.cache.get(("promises by record", desk.today), lambda: _by_record(all_promises(desk))).get(record)


def counts_of(desk: Held) -> Counts:
    """How much the ledger holds."""
    return desk.cache.get("counts", desk.ledger.counts)


def directory_of(desk: Held) -> Directory:
    """All actors."""
    return desk.cache.get("directory", desk.ledger.directory)


def all_findings(desk: Held, patience: float | None = None) -> tuple[Finding, ...]:
    """All that the checks find as of the desk's day, dismissed and confirmed findings included.

    ``patience`` is as in ``Cache.get``.
    """
    day = desk.today
    return desk.cache.get(("findings", day), lambda: tuple(findings(desk.ledger, day)), patience)


def promises_at_hand(desk: Held) -> tuple[Promise, ...] | None:
    """All promises; None while those of a large ledger are still being worked out."""
    day = desk.today
    return desk.cache.soon(("promises", day), lambda: tuple(promises(desk.ledger, as_of=day)))


def findings_at_hand(desk: Held) -> tuple[Finding, ...] | None:
    """All findings; None while those of a large ledger are still being worked out."""
    day = desk.today
    return desk.cache.soon(("findings", day), lambda: tuple(findings(desk.ledger, day)))


def _by_record(found: tuple[Promise, ...]) -> dict[str, Promise]:
    by_record = {record: promise for promise in found for record in promise.met_by}
    return by_record | {promise.record: promise for promise in found}
