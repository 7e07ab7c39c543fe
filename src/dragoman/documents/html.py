"""HTML pages: trafilatura finds the main text and leaves the page around it out.

Paragraphs, list items ("- item") and rows of tables ("| 2017 | 400 |") are lines of the text.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from io import BufferedReader

import trafilatura
import trafilatura.settings

from dragoman.documents.encoding import decode
from dragoman.documents.making import make_document
from dragoman.documents.published import as_edtf
from dragoman.documents.sources import Source
from dragoman.errors import DocumentError
from dragoman.models import Document

# What they warn of on standard error (a page without text) is told by the ``DocumentError``.
for _library in ("trafilatura", "htmldate"):
    logging.getLogger(_library).addHandler(logging.NullHandler())

# HTML Living Standard 13.2.3.2: the declaration stands within the first 1024 bytes.
_DECLARED = re.compile(rb"""(?:charset|<\?xml[^>]*\bencoding)\s*=\s*["']?([\w:.-]+)""", re.IGNORECASE)
_LANGUAGE = re.compile(r"""<html\b[^>]*?\blang\s*=\s*["']?([a-z]{2,3})\b""", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_TABLE_RULE = re.compile(r"^\|(?:-+\|)+\n", re.MULTILINE)
# A wide search takes any date of the running text for the day of publication.
_DATES = {"extensive_search": False, "original_date": True}


def read(file: BufferedReader, source: Source) -> Iterator[Document]:
    """Read one document; raises ``DocumentError`` if the page has no text of its own."""
    data = file.read()
    declared = _DECLARED.search(data[:1024])
    page = decode(data, source.name, declared=declared[1].decode() if declared else None)
    found = _extract(_XML_DECLARATION.sub("", page, count=1))
    text = _TABLE_RULE.sub("", found.text or "").strip() if found else ""
    if not found or not text:
        raise DocumentError(source.name, "no readable text in the HTML")
    language = _LANGUAGE.search(page[:4000])
    yield make_document(
        text,
        id=source.id,
        title=found.title,
        date=as_edtf(found.date),
        language=language[1].lower() if language else None,
        source=source.name,
    )


def _extract(page: str) -> trafilatura.settings.Document | None:
    found = trafilatura.bare_extraction(page, with_metadata=True, include_comments=False, date_extraction_params=_DATES)
    return found if isinstance(found, trafilatura.settings.Document) else None
