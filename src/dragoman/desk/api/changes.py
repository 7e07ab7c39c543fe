"""Decisions: what an analyst says of entries, as JSON. Roles and origins are looked at by the guard of the desk."""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

from fastapi import Body, Request
from pydantic import Field

from dragoman.desk.answers.whole import all_findings
from dragoman.desk.api.frame import make_router
from dragoman.desk.errors import Refused
from dragoman.desk.held import Desk
from dragoman.errors import LedgerError, NotFoundError
from dragoman.follow.deciding import Analyst
from dragoman.models import Model

router = make_router("changes")

Key = Annotated[str, Field(pattern=r"^[0-9a-f]{1,16}$")]
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Keys = Annotated[tuple[Key, ...], Field(min_length=1, max_length=100)]
Reason = Annotated[str | None, Field(max_length=2000)]
_LARGEST = 2**31 - 1  # of an INTEGER in PostgreSQL


class Correct(Model):
    """``field`` of an entry is ``value``, null for nothing; ``amount.value`` names a part of a field."""

    verdict: Literal["corrected"]
    entry: Key
    field: str = Field(min_length=1, max_length=100)
    value: Any = None
    whole: bool = Field(default=False, description="for all entries of the record")
    reason: Reason = None


class Wrong(Model):
    """The documents do not say this."""

    verdict: Literal["wrong"]
    entries: Keys
    whole: bool = Field(default=False, description="for all entries of the records")
    reason: Reason = None


class Right(Model):
    """The documents do say this, though the reader was not sure."""

    verdict: Literal["right"]
    entries: Keys
    reason: Reason = None


class Pairing(Model):
    """These entries, and so their records, are one thing, or no two of them are."""

    verdict: Literal["same", "different"]
    entries: Annotated[tuple[Key, ...], Field(min_length=2, max_length=100)]
    reason: Reason = None


class Dismiss(Model):
    """These findings of the checks are of no interest."""

    verdict: Literal["dismissed"]
    findings: Keys
    reason: Reason = None


class Forget(Model):
    """These documents, by their SHA-256, are to leave the ledger, with all that they alone tell."""

    verdict: Literal["forgotten"]
    documents: Annotated[tuple[Sha256, ...], Field(min_length=1, max_length=100)]
    reason: Reason = None


class Undo(Model):
    """A decision is to have no effect any more."""

    verdict: Literal["undone"]
    decision: int = Field(ge=1, le=_LARGEST)
    reason: Reason = None


class Numbers(Model):
    """The numbers of the decisions that were made, by which they can be undone."""

    numbers: tuple[int, ...]


Said = Annotated[Correct | Wrong | Right | Pairing | Dismiss | Forget | Undo, Body(discriminator="verdict")]


@router.post("/decisions", status_code=201, operation_id="decide")
def decide(request: Request, desk: Desk, said: Said) -> Numbers:
    """Decide, in the name of the visitor."""
    analyst = Analyst(desk.ledger, by=request.state.visitor.name, reason=said.reason)
    try:
        return Numbers(numbers=tuple(_decide(desk, analyst, said)))
    except NotFoundError:
        raise
    except LedgerError as error:
        raise Refused("this cannot be decided", str(error)) from error


def _decide(
    desk: Desk, analyst: Analyst, said: Correct | Wrong | Right | Pairing | Dismiss | Forget | Undo
) -> list[int]:
    match said:
        case Correct():
            return analyst.correct(said.entry, said.field, json.dumps(said.value), whole=said.whole)
        case Wrong():
            return analyst.wrong(said.entries, whole=said.whole)
        case Right():
            return analyst.right(said.entries)
        case Pairing(verdict="same"):
            return analyst.same(said.entries)
        case Pairing():
            return analyst.different(said.entries)
        case Dismiss():
            return analyst.dismiss(said.findings, [each.id for each in all_findings(desk)])
        case Forget():
            return analyst.forget(said.documents)
        case Undo():
            return analyst.undo(said.decision)
