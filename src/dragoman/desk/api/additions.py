"""Additions: documents that are sent or fetched to be read, as JSON, and how far their reading is."""

from __future__ import annotations

import io
from base64 import b64decode
from typing import Annotated

from fastapi import Path, Request
from pydantic import Field

from dragoman.desk.adding import MOST_ADDRESSES, Adding, Progress
from dragoman.desk.answers.added import Added, added
from dragoman.desk.api.frame import make_router
from dragoman.desk.held import Desk
from dragoman.models import Model
from dragoman.values import Edtf

router = make_router("additions")

Address = Annotated[str, Field(pattern=r"^https?://\S+$", max_length=2000)]
Id = Annotated[str, Path(pattern=r"^[A-Za-z0-9_-]{1,64}$", description="the id of an addition")]
_BASE64 = r"^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$"  # RFC 4648, 4


class SentFile(Model):
    """A file, or an archive of files; its name tells its format, ``content`` is in base64."""

    name: str = Field(min_length=1, max_length=200)
    content: str = Field(pattern=_BASE64)


class New(Model):
    """Files to be read, and addresses to be fetched. ``date`` is the day of documents that do not tell theirs."""

    files: tuple[SentFile, ...] = Field(default=(), max_length=1000)
    addresses: tuple[Address, ...] = Field(default=(), max_length=MOST_ADDRESSES)
    date: Edtf | None = None


@router.post("/additions", status_code=202, operation_id="add")
def add(request: Request, additions: Adding, new: New) -> Progress:
    """Take documents to be read, in the name of the visitor; the answer has the id under which it can be followed."""
    files = [(each.name, io.BytesIO(b64decode(each.content))) for each in new.files]
    return additions.add(request.state.visitor.name, files, new.addresses, new.date)


@router.get("/additions", operation_id="additions")
def give_all(additions: Adding) -> list[Progress]:
    """What was added since the desk was opened, the newest first."""
    return additions.latest()


@router.get("/additions/{id}", operation_id="addition")
def give_one(desk: Desk, additions: Adding, id: Id) -> Added:
    """How far an addition is, and what was read of it, each entry with its sentence."""
    return added(desk.ledger, additions.get(id))
