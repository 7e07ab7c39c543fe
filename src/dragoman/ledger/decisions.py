"""What analysts decided: which decisions are in force, and what they make of an entry.

Decisions are numbered in the order in which they came and are never changed. ``undone`` takes the number of the
decision that it undoes as its ``value``; an undoing can be undone like any other decision.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import batched, combinations

from pydantic import ValidationError
from sqlalchemy import ColumnElement, Connection, insert, select, true

from dragoman.errors import LedgerError
from dragoman.ledger import schema
from dragoman.ledger.stored import correct
from dragoman.models import Decision, Entry


@dataclass(frozen=True)
class Judgement:
    """What stands of all decisions on one entry: ``wrong``, or else the ``corrected`` values by field."""

    wrong: bool
    corrected: Mapping[str, object]

    def of(self, entry: Entry) -> Entry:
        """The entry with its corrections; one that no longer fits the entry has no effect."""
        for field, value in self.corrected.items():
            try:
                entry = correct(entry, field, value)
            except ValueError:
                continue
        return entry


NO_JUDGEMENT = Judgement(wrong=False, corrected={})


def write(connection: Connection, decision: Decision) -> int:
    """Append the decision and give its number."""
    row = decision.model_dump(mode="json") | {"at": decision.at.isoformat()}
    number = int(connection.execute(insert(schema.decisions).returning(schema.decisions.c.number), row).scalar_one())
    note_subjects(connection, {number: decision})
    return number


def note_subjects(connection: Connection, decisions: Mapping[int, Decision]) -> None:
    """Write down what the decisions are about, so that ``read`` finds them by it."""
    rows = [
        {"subject": subject, "decision": number} for number, each in decisions.items() for subject in set(each.subject)
    ]
    if rows:
        connection.execute(insert(schema.decision_subjects), rows)


def read(connection: Connection, subjects: Iterable[str] | None = None) -> dict[int, Decision]:
    """All decisions by number, or those on any of these keys."""
    if subjects is None:
        return _read(connection, true())
    noted = schema.decision_subjects.c
    found: dict[int, Decision] = {}
    for some in batched(subjects, _AT_ONCE):
        about = select(noted.decision).where(noted.subject.in_(some))
        found |= _read(connection, schema.decisions.c.number.in_(about))
    return dict(sorted(found.items()))


def read_after(connection: Connection, number: int) -> dict[int, Decision]:
    """All decisions with a higher number."""
    return _read(connection, schema.decisions.c.number > number)


_AT_ONCE = 1000
"""Keys in one question; databases take some ten thousand."""


def _read(connection: Connection, where: ColumnElement[bool]) -> dict[int, Decision]:
    rows = connection.execute(select(schema.decisions).where(where).order_by(schema.decisions.c.number)).mappings()
    return {int(row["number"]): Decision.model_validate({k: row[k] for k in row if k != "number"}) for row in rows}


def in_force(decisions: Mapping[int, Decision]) -> list[Decision]:
    """The decisions that no later one has undone, in their order."""
    undone: set[object] = set()
    standing = []
    for number in sorted(decisions, reverse=True):
        if number in undone:
            continue
        if decisions[number].verdict == "undone":
            undone.add(decisions[number].value)
        else:
            standing.append(decisions[number])
    return standing[::-1]


def judgements(decisions: Mapping[int, Decision]) -> dict[str, Judgement]:
    """What stands on each entry that was found wrong or corrected; the later correction of a field wins."""
    wrong: set[str] = set()
    corrected: dict[str, dict[str, object]] = {}
    for decision in in_force(decisions):
        for key in decision.subject:
            if decision.verdict == "wrong":
                wrong.add(key)
            if decision.verdict == "corrected" and decision.field:
                corrected.setdefault(key, {})[decision.field] = decision.value
    return {key: Judgement(key in wrong, corrected.get(key, {})) for key in wrong | corrected.keys()}


def pairs(decisions: Mapping[int, Decision]) -> dict[tuple[str, str], bool]:
    """For pairs of entries (keys in order) whether they are the same thing; the later decision on a pair wins."""
    same: dict[tuple[str, str], bool] = {}
    for decision in in_force(decisions):
        if decision.verdict in ("same", "different"):
            for first, second in combinations(sorted(set(decision.subject)), 2):
                same[first, second] = decision.verdict == "same"
    return same


def forgotten(connection: Connection, sha256: str) -> int | None:
    """The number of the decision in force by which a document was forgotten."""
    known = read(connection, [sha256])
    standing = in_force(known)
    found = (number for number, each in known.items() if each.verdict == "forgotten" and each in standing)
    return max(found, default=None)


def check(decision: Decision, entries: Mapping[str, Entry], earlier: Mapping[int, Decision]) -> None:
    """Raise ``LedgerError`` if the decision says nothing that could take effect.

    ``entries`` are those of its subject that the ledger holds, ``earlier`` all decisions so far.
    """
    if decision.verdict == "undone":
        _check_undoing(decision, earlier)
    elif decision.verdict != "dismissed":  # what is dismissed is a finding, which is derived and not held
        _check_known(decision.subject, entries)
    if decision.verdict in ("same", "different") and len(set(decision.subject)) < 2:
        raise LedgerError(f"'{decision.verdict}' is about two entries or more")
    if decision.verdict == "corrected":
        _check_correction(decision, entries)


def _check_known(subject: Iterable[str], entries: Mapping[str, Entry]) -> None:
    for key in subject:
        if key not in entries:
            raise LedgerError(f"there is no entry {key}")


def _check_undoing(decision: Decision, earlier: Mapping[int, Decision]) -> None:
    undone = earlier.get(decision.value) if isinstance(decision.value, int) else None
    if undone is None:
        raise LedgerError(f"there is no decision {decision.value} to undo")
    if set(undone.subject) != set(decision.subject):
        raise LedgerError(f"decision {decision.value} is about {', '.join(undone.subject)}")


def _check_correction(decision: Decision, entries: Mapping[str, Entry]) -> None:
    if not decision.field:
        raise LedgerError("a correction names the field that it corrects")
    for key in decision.subject:
        try:
            correct(entries[key], decision.field, decision.value)
        except ValueError as error:
            reason = error.errors()[0]["msg"] if isinstance(error, ValidationError) else error
            raise LedgerError(f"entry {key}: {decision.field} cannot be {decision.value!r}: {reason}") from error
