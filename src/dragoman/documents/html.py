"""HTML pages: trafilatura finds the main text and leaves the page around it out.

Paragraphs are parted by blank lines, list items ("- item") and rows of tables ("| 2017 | 400 |") are lines of the text;
tables that only hold the page together are none.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from configparser import ConfigParser
from copy import deepcopy
from datetime import date
from functools import cache
from io import BufferedReader
from itertools import groupby

import trafilatura
import trafilatura.settings

from dragoman.documents.encoding import declared_charset, decode
from dragoman.documents.layout_tables import without_layout_tables
from dragoman.documents.making import make_document
from dragoman.documents.published import as_edtf
from dragoman.documents.sources import Source
from dragoman.errors import DocumentError
from dragoman.models import Document

# What they warn of on standard error (a page without text) is told by the ``DocumentError``.
for _library in ("trafilatura", "htmldate"):
    logging.getLogger(_library).addHandler(logging.NullHandler())

_LANGUAGE = re.compile(r"""<html\b[^>]*?\blang\s*=\s*["']?([a-z]{2,3})\b""", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://")
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_JOINED = ("| ", "- ")  # rows of one table, items of one list
_TABLE_RULE = re.compile(r"^\|(?:-+\|)+\n", re.MULTILINE)
# A wide search takes any date of the running text for the day of publication.
_DATES = {"extensive_search": False, "original_date": True}


# Parts of a page without the page: what stands between two line breaks is a paragraph.
_BREAKS = re.compile(r"(?:<br\s*/?>\s*){2,}", re.IGNORECASE)


def read(file: BufferedReader, source: Source) -> Iterator[Document]:
    """Read one document; raises ``DocumentError`` if the page has no text of its own."""
    address = source.name if _ADDRESS.match(source.name) else None
    yield make(file.read(), source.name, id=source.id, source=source.name, address=address)


def make(
    data: bytes,
    name: str,
    *,
    id: str,
    source: str,
    charset: str | None = None,
    address: str | None = None,
    latest: date | None = None,
) -> Document:
    """The document of a page's bytes; ``name`` names it in errors. Raises as ``read`` does.

    ``charset`` is what the server said of it. ``address`` may tell the date of the page ("/2019/04/05/"), which is none
    after ``latest``, the day on which it was fetched.
    """
    page = _XML_DECLARATION.sub("", decode(data, name, declared=charset or declared_charset(data)), count=1)
    found = _extract(page, address, latest)
    text = _in_blocks(found.text or "") if found else ""
    if not found or not text:
        raise DocumentError(name, "no readable text in the HTML")
    language = _LANGUAGE.search(page[:4000])
    return make_document(
        text,
        id=id,
        title=found.title,
        date=as_edtf(found.date),
        language=language[1].lower() if language else None,
        source=source,
        name=name,
    )


def text_of_part(part: str) -> str:
    """The text of a part of a page, all of which is text: there is nothing around it that is to be left out."""
    page = f"<html><body><article><p>{_BREAKS.sub('</p><p>', part)}</p></article></body></html>"
    found = trafilatura.bare_extraction(
        page, with_metadata=False, include_comments=False, fast=True, config=_for_parts()
    )
    text = found.text if isinstance(found, trafilatura.settings.Document) else None
    return _in_blocks(text or "")


def _in_blocks(text: str) -> str:
    """The text with blank lines between paragraphs, headings, lists and tables; trafilatura gives each a line."""
    lines = _TABLE_RULE.sub("", text).strip().splitlines()
    blocks = groupby(lines, key=lambda line: line[:2] if line.startswith(_JOINED) else line)
    return "\n\n".join("\n".join(block) for _, block in blocks)


@cache
def _for_parts() -> ConfigParser:
    """Settings under which a text of a few words is a text, too."""
    config = deepcopy(trafilatura.settings.DEFAULT_CONFIG)
    config["DEFAULT"].update({"MIN_EXTRACTED_SIZE": "1", "MIN_OUTPUT_SIZE": "1"})
    return config


def _extract(page: str, address: str | None, latest: date | None) -> trafilatura.settings.Document | None:
    dates = _DATES | ({"max_date": latest.isoformat()} if latest else {})
    found = trafilatura.bare_extraction(
        without_layout_tables(page),
        url=address,
        with_metadata=True,
        include_comments=False,
        date_extraction_params=dates,
    )
    return found if isinstance(found, trafilatura.settings.Document) else None
