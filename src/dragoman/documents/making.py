"""Make a document out of a text and what is known of it."""

from __future__ import annotations

import hashlib

from dragoman.documents.language import find_language
from dragoman.documents.published import find_date
from dragoman.documents.title import find_title
from dragoman.errors import DocumentError
from dragoman.models import Document
from dragoman.values import Edtf

_BLOCK = 1 << 20  # characters that are encoded at a time, so that a large text is never in memory twice


def make_document(
    text: str,
    *,
    id: str,
    title: str | None = None,
    date: Edtf | None = None,
    language: str | None = None,
    source: str | None = None,
    name: str | None = None,
) -> Document:
    """Make a document; title, date and language that are not given are looked for in the text.

    ``name`` names the input in errors where ``source`` would not (a line of a file).
    Raises ``DocumentError`` if there is nothing to read in the text or it cannot be stored.
    """
    if not text or text.isspace():
        raise DocumentError(name or source or id, "there is no text in it")
    if "\0" in text:
        raise DocumentError(name or source or id, "its text holds NUL characters")
    return Document(
        id=id,
        text=text,
        sha256=_sha256(text, name or source or id),
        title=(title or "").strip() or find_title(text),
        date=date or find_date(text),
        language=(language or "").strip() or find_language(text),
        sources=(source,) if source else (),
    )


def _sha256(text: str, name: str) -> str:
    digest = hashlib.sha256()
    try:
        for start in range(0, len(text), _BLOCK):
            digest.update(text[start : start + _BLOCK].encode())
    except UnicodeEncodeError:
        raise DocumentError(name, "its text holds half a character (a lone surrogate)") from None
    return digest.hexdigest()
