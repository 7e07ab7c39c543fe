"""RSS and Atom feeds: each item is one document, with its title, its day of publication and its address as source.

The text is the title and, below it, the full content of the item or else its summary. Items without either are reported
as ``file, item 3`` and the others are read.
"""

from __future__ import annotations

import io
import re
import time
from collections.abc import Iterator, Mapping
from typing import Any

import feedparser  # type: ignore[import-untyped]

from dragoman.documents.encoding import declared_charset, decode
from dragoman.documents.html import text_of_part
from dragoman.documents.making import make_document
from dragoman.documents.published import as_edtf
from dragoman.documents.sources import Source
from dragoman.errors import DocumentError
from dragoman.models import Document
from dragoman.values import Edtf

_ROOT = re.compile(rb"<(?:rss|feed|(?:\w+:)?RDF)[\s>]", re.IGNORECASE)
_HEAD = 4096  # bytes in which a feed says that it is one
# What is handed on is decoded already, whatever its XML declaration says (RFC 7303 3: the header goes before it).
_HEADERS = {"content-type": "application/xml; charset=utf-8"}
_TAG = re.compile(r"<[a-zA-Z/!]|&#?\w+;")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?=-|_|$)", re.IGNORECASE)

type Item = Mapping[str, Any]


def is_feed(head: bytes) -> bool:
    """Whether a file of XML that begins so is a feed."""
    return bool(_ROOT.search(head[:_HEAD].replace(b"\0", b"")))


def read(file: io.BufferedReader, source: Source) -> Iterator[Document | DocumentError]:
    """Read the documents of all items; raises ``DocumentError`` if it is no feed, or one without items."""
    data = file.read()
    text = decode(data, source.name, declared=declared_charset(data))
    try:
        feed = feedparser.parse(io.BytesIO(text.encode()), response_headers=_HEADERS)
    except Exception as error:  # the parser of broken XML fails in many ways
        raise DocumentError(source.name, "it is a damaged feed") from error
    if not feed.get("version") and not feed.entries:
        raise DocumentError(source.name, "it is no RSS or Atom feed")
    if not feed.entries:
        raise DocumentError(source.name, "there is no item in the feed")
    language = _LANGUAGE.match(str(feed.feed.get("language") or ""))
    for number, item in enumerate(feed.entries, start=1):
        try:
            yield _document(item, source, number, language[0].lower() if language else None)
        except DocumentError as error:
            yield error


def _document(item: Item, source: Source, number: int, language: str | None) -> Document:
    name = f"{source.name}, item {number}"
    title = _words(item.get("title_detail") or {"value": item.get("title")})
    body = _body(item)
    link = str(item.get("link") or "").strip()
    text = body if title and body.startswith(title) else "\n\n".join(filter(None, (title, body)))
    return make_document(
        text,
        id=str(item.get("id") or link).strip() or f"{source.id}-{number}",
        title=title or None,
        date=_day(item),
        language=language,
        source=link if re.match(r"https?://", link) else source.name,
        name=name,
    )


def _body(item: Item) -> str:
    """The longest of the full contents, or else the summary."""
    full = max((_words(each) for each in item.get("content") or ()), key=len, default="")
    summary = _words(item.get("summary_detail") or {"value": item.get("summary")})
    return full or summary


def _words(part: Item) -> str:
    """The text of a part of an item, which may be HTML whatever its type says."""
    value = str(part.get("value") or "").strip()
    if value and ("html" in str(part.get("type")) or _TAG.search(value)) and _TAG.search(value):
        return text_of_part(value)
    return value


def _day(item: Item) -> Edtf | None:
    """The day of publication where the item was published, or else of its last change: Atom may give no other."""
    for which in ("published", "updated"):
        if which not in item:
            continue
        if found := as_edtf(str(item.get(which))):
            return Edtf(found[:10])
        if parsed := item.get(f"{which}_parsed"):
            return Edtf(time.strftime("%Y-%m-%d", parsed))
    return None
