"""What an analyst decides, and what becomes of it: the same functions for the command line and the desk.

    analyst = Analyst(ledger, by="h.sato", reason="the second page says so")
    analyst.correct("3f9a02c1", "amount.value", "12.5")
    analyst.same(["3f9a02c1", "77d0e4b2"])

Entries are named by their keys or by how these begin. The id of a record is the key of one of its entries; with
``whole`` an entry stands for all entries of the record that it belongs to.
"""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from dragoman.errors import LedgerError, NotFoundError
from dragoman.follow.checks import findings
from dragoman.ledger import Ledger
from dragoman.ledger.stored import correct
from dragoman.models import Decision, Entry

_KEY = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True)
class Analyst:
    """Somebody who decides on the entries of a ledger; ``at`` is now if it is not given.

    Every method gives the numbers of the decisions that it made, and raises ``LedgerError`` if it could make none.
    """

    ledger: Ledger
    by: str
    reason: str | None = None
    at: datetime | None = None

    def same(self, names: Sequence[str]) -> list[int]:
        """All these entries, and so the records that they belong to, are one thing."""
        return [self._decide("same", self._keys(names))]

    def different(self, names: Sequence[str]) -> list[int]:
        """No two of these entries are one thing, nor are the records that they belong to."""
        return [self._decide("different", self._keys(names))]

    def wrong(self, names: Sequence[str], *, whole: bool = False) -> list[int]:
        """The documents do not say this."""
        return [self._decide("wrong", self._keys(names, whole=whole))]

    def correct(self, name: str, field: str, value: str, *, whole: bool = False) -> list[int]:
        """``field`` of the entry is ``value``: JSON or plain words, ``null`` for nothing.

        ``amount.value`` names a part of a field, ``parties.0.code`` one of the first of several.
        """
        numbers = []
        for key in self._keys([name], whole=whole):
            top, meant = _corrected(self.ledger.entry(key).entry, field, value)
            numbers.append(self._decide("corrected", (key,), field=top, value=meant))
        return numbers

    def right(self, names: Sequence[str]) -> list[int]:
        """The documents do say this: what the reader was not sure of is no question any more."""
        return [self._decide("dismissed", self._keys(names), field="confidence")]

    def dismiss(self, ids: Sequence[str], known: Collection[str] | None = None) -> list[int]:
        """These findings of the checks are of no interest; ids may be given by how they begin.

        ``known`` are the ids of all findings; the ledger is checked for them if they are not given.
        """
        held = sorted({finding.id for finding in findings(self.ledger)} if known is None else known)
        return [self._decide("dismissed", tuple(_finding(name, held) for name in ids))]

    def forget(self, names: Sequence[str]) -> list[int]:
        """These documents, by id or SHA-256, and all that they say are taken out of the ledger; their ids are kept."""
        ids = {document.sha256: document.id for document in map(self.ledger.document, names)}
        return [self._decide("forgotten", tuple(ids), value=list(ids.values()))]

    def undo(self, number: int) -> list[int]:
        """A decision is to have no effect any more; an undoing can be undone, too."""
        decisions = self.ledger.decisions()
        if number not in decisions:
            raise LedgerError(f"there is no decision {number}")
        if later := undone(decisions).get(number):
            raise LedgerError(f"decision {number} is undone already, by decision {later}")
        return [self._decide("undone", decisions[number].subject, value=number)]

    def _decide(
        self,
        verdict: Literal["same", "different", "wrong", "corrected", "dismissed", "forgotten", "undone"],
        subject: tuple[str, ...],
        *,
        field: str | None = None,
        value: object = None,
    ) -> int:
        at = self.at or datetime.now(UTC).replace(microsecond=0)
        return self.ledger.decide(
            Decision(verdict=verdict, subject=subject, field=field, value=value, by=self.by, at=at, reason=self.reason)
        )

    def _keys(self, names: Sequence[str], *, whole: bool = False) -> tuple[str, ...]:
        """The keys that the names stand for, each once."""
        keys = [self.ledger.entry(name).key for name in names]
        if whole:
            keys = [key for each in keys for key in self.ledger.record_of(each).entries]
        return tuple(dict.fromkeys(keys))


def undone(decisions: Mapping[int, Decision]) -> dict[int, int]:
    """The decisions that have no effect any more, each with the one in force that undid it."""
    found: dict[int, int] = {}
    for number in sorted(decisions, reverse=True):
        decision = decisions[number]
        if decision.verdict == "undone" and number not in found and isinstance(decision.value, int):
            found[decision.value] = number
    return found


def vanished(ledger: Ledger) -> dict[int, tuple[str, ...]]:
    """The decisions in force about entries that are no longer there, with the keys of these.

    They are kept: a later reader may find the entry again, or their document may be read again.
    """
    decisions = ledger.decisions()
    gone = undone(decisions)
    found = {}
    for number, decision in decisions.items():
        if number in gone or decision.verdict in ("dismissed", "forgotten", "undone"):
            continue
        missing = tuple(key for key in decision.subject if _KEY.fullmatch(key) and not _is_held(ledger, key))
        if missing:
            found[number] = missing
    return found


def _is_held(ledger: Ledger, key: str) -> bool:
    try:
        ledger.entry(key)
    except NotFoundError:
        return False
    return True


def _finding(name: str, known: Sequence[str]) -> str:
    found = [id for id in known if name and id.startswith(name)]
    if not found:
        raise LedgerError(f"there is no finding {name!r}: dragoman check --all lists them")
    if len(found) > 1:
        raise LedgerError(f"{name!r} may be any finding of {', '.join(found[:5])}")
    return found[0]


def _corrected(entry: Entry, field: str, value: str) -> tuple[str, object]:
    """The whole field that is corrected, and its value with the part that was given in its place."""
    whole, *path = field.split(".")
    known = [name for name in type(entry).model_fields if name not in ("kind", "why", "confidence")]
    if whole not in known:
        near = difflib.get_close_matches(whole, known, n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"it has {', '.join(known)}"
        raise LedgerError(f"{entry.kind} entries have no field {whole!r} to be corrected: {hint}")
    body = entry.model_dump(mode="json", exclude_none=True).get(whole)
    ways = [_placed(body, path, meant, field) for meant in _meant(value)]
    for way in ways:
        try:
            correct(entry, whole, way)
        except ValueError:
            continue
        return whole, way
    return whole, ways[-1]  # the ledger refuses it and says why


def _meant(value: str) -> list[Any]:
    """What the words of a value may stand for: JSON if they are, else the words themselves."""
    try:
        return [json.loads(value), value]
    except ValueError:
        return [value]


def _placed(body: Any, path: Sequence[str], value: object, field: str) -> Any:
    """``body`` with ``value`` at the end of the path within it; what is not there yet is made."""
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(body, list):
        if not step.isdecimal() or int(step) >= len(body):
            raise LedgerError(f"{field}: there are {len(body)}, counted from 0")
        at = int(step)
        return [*body[:at], _placed(body[at], rest, value, field), *body[at + 1 :]]
    if not isinstance(body, dict | None):
        raise LedgerError(f"{field}: {body!r} has no parts")
    return {**(body or {}), step: _placed((body or {}).get(step), rest, value, field)}
