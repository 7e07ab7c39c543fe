"""Mail (``.eml``): the message, and what is attached to it, each a document of its own.

The title is the subject, without "Fwd:" and "Re:". The day of publication is what the text tells, else the day on which
the message was sent. The libraries of Python take messages apart.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from email import message_from_binary_file, policy
from email.message import EmailMessage
from pathlib import Path
from typing import cast

from dragoman.documents import docx, html, pdf, plain
from dragoman.documents.encoding import decode
from dragoman.documents.making import make_document
from dragoman.documents.published import find_date
from dragoman.documents.sources import Source
from dragoman.errors import DocumentError
from dragoman.models import Document
from dragoman.values import Edtf

_ATTACHED = {".pdf": pdf.read, ".docx": docx.read, ".html": html.read, ".htm": html.read, ".txt": plain.read}
_FORWARDED = re.compile(r"(?:\s*(?:fwd?|re|aw|wg|tr)\s*:|\s*\[[^\]]{1,40}\])+\s*", re.IGNORECASE)
_DEEPEST = 3  # messages within messages
# What the library raises besides ``ValueError`` where headers make no sense, or messages hold messages without end.
_LOST = (LookupError, AttributeError, TypeError, RecursionError)
_NO_TEXT = "there is no text in the message, and nothing that can be read is attached"


def read(file: io.BufferedReader, source: Source) -> Iterator[Document | DocumentError]:
    """Read the message and its attachments; raises ``DocumentError`` if there is nothing in it to read."""
    found = False
    try:
        for document in _documents(message_from_binary_file(file, policy=policy.default), source, _DEEPEST):
            found = True
            yield document
    except _LOST as error:
        raise DocumentError(source.name, "it is no mail, or a damaged one") from error
    if not found:
        raise DocumentError(source.name, _NO_TEXT)


def _documents(message: EmailMessage, source: Source, depth: int) -> Iterator[Document | DocumentError]:
    sent = _sent(message)
    if text := _text(message, source.name):
        title = _FORWARDED.sub("", str(message.get("Subject") or ""), count=1)
        date = find_date(text) or sent
        yield make_document(text, id=source.id, title=title, date=date, source=source.name)
    for part in message.iter_attachments():
        if part.get_content_type() == "message/rfc822":
            if depth and isinstance(within := part.get_content(), EmailMessage):
                yield from _documents(within, source, depth - 1)
        elif reader := _ATTACHED.get(Path(part.get_filename() or "").suffix.lower()):
            name = Path(str(part.get_filename())).name
            attached = Source(f"{source.name}, {name}", Path(name))
            try:
                for document in reader(io.BufferedReader(io.BytesIO(_bytes(part))), attached):
                    yield document if document.date else document.model_copy(update={"date": sent})
            except DocumentError as error:
                yield error


def _text(message: EmailMessage, name: str) -> str:
    """The words of the message, from its plain form if it has one; empty if it has none."""
    body = message.get_body(("plain", "html"))
    if body is None or not (data := _bytes(cast(EmailMessage, body))).strip():
        return ""
    text = decode(data, name, declared=body.get_content_charset())
    return html.text_of_part(text) if body.get_content_subtype() == "html" else text.replace("\r\n", "\n")


def _bytes(part: EmailMessage) -> bytes:
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""


def _sent(message: EmailMessage) -> Edtf | None:
    """The day on which the message was sent, where its sender was."""
    try:
        return Edtf(message["Date"].datetime.date().isoformat())
    except (AttributeError, TypeError, ValueError):
        return None
