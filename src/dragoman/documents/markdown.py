"""Markdown: the text as it is, with its marks; the title from its first heading.

A block of ``key: value`` lines between two lines ``---`` at the very top ("front matter") is not part of the text;
``title``, ``date``, ``language`` (or ``lang``) and ``source`` are read from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BufferedReader

from dragoman.documents.encoding import decode
from dragoman.documents.making import make_document
from dragoman.documents.published import as_edtf
from dragoman.documents.sources import Source
from dragoman.models import Document

_HEAD = 4000  # characters in which front matter has to end and the first heading to stand
_FRONT = re.compile(r"---[ \t]*\n((?:.*\n)*?)---[ \t]*(?:\n|\Z)")
_PAIR = re.compile(r"^(\w+):[ \t]+(.+?)[ \t]*$", re.MULTILINE)
_ATX = re.compile(r"^ {0,3}#{1,6}[ \t]+(.+?)(?:[ \t]+#+)?[ \t]*$", re.MULTILINE)
_SETEXT = re.compile(r"^ {0,3}(\S.*?)[ \t]*\n {0,3}(?:={2,}|-{2,})[ \t]*$", re.MULTILINE)
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")


def read(file: BufferedReader, source: Source) -> Iterator[Document]:
    """Read one document; raises ``DocumentError`` if the file is not text."""
    fields, text = _split(decode(file.read(), source.name))
    yield make_document(
        text,
        id=source.id,
        title=fields.get("title") or _heading(text),
        date=as_edtf(fields.get("date")),
        language=fields.get("language") or fields.get("lang"),
        source=fields.get("source") or source.name,
    )


def _split(text: str) -> tuple[dict[str, str], str]:
    """Front matter and the rest; without any ``key: value`` line the marks are a rule, not front matter."""
    front = _FRONT.match(text[:_HEAD])
    fields = {key.lower(): value.strip("\"'") for key, value in _PAIR.findall(front[1])} if front else {}
    return (fields, text[front.end() :]) if front and fields else ({}, text)


def _heading(text: str) -> str | None:
    head = text[:_HEAD]
    found = [match for pattern in (_ATX, _SETEXT) if (match := pattern.search(head))]
    if not found:
        return None
    first = min(found, key=lambda match: match.start())
    return re.sub(r"[*_`]+", "", _LINK.sub(r"\1", first[1])).strip() or None
