"""WARC, archives of web pages (ISO 28500): each page of HTML or PDF that a server gave is one document.

The address of the page is the document's id and source. The day on which it was archived is not its day of publication,
but no page was published later. Requests, pictures, error pages and repeated captures are passed over. The archive is
read record by record, packed (``.warc.gz``) or not, so that it may be larger than the memory.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped]
from warcio.exceptions import ArchiveLoadFailed  # type: ignore[import-untyped]
from warcio.recordloader import ArcWarcRecord  # type: ignore[import-untyped]

from dragoman.documents import html, pdf
from dragoman.documents.sources import Source
from dragoman.errors import DocumentError
from dragoman.models import Document

_MOST = 64 << 20  # bytes of one page, unpacked
_PIECE = 1 << 16
_KINDS = frozenset({"text/html", "application/xhtml+xml", "application/pdf"})
_GZIP = b"\x1f\x8b"
_CUT_OFF = "it is cut off: its last record is not whole"
_DAMAGED = "it is no archive of web pages, or a damaged one"


@dataclass(frozen=True)
class _Page:
    """What a server gave at an address."""

    address: str
    kind: str
    charset: str | None
    body: bytes
    archived: date | None


def read(file: io.BufferedReader, source: Source) -> Iterator[Document | DocumentError]:
    """Read the documents of all pages; raises ``DocumentError`` where the archive is damaged or cut off."""
    records = _Unpacked(file, source.name) if file.peek(2).startswith(_GZIP) else _Plain(file)
    for page in _pages(records, source.name):
        if isinstance(page, DocumentError):
            yield page
            continue
        try:
            yield _document(page, f"{source.name}, {page.address}")
        except DocumentError as error:
            yield error


class _Plain(io.RawIOBase):
    """The bytes of a file that is neither closed nor asked where it stands: it may be a pipe."""

    def __init__(self, file: io.BufferedReader) -> None:
        self._file = file
        self._last = b""

    @property
    def ends_well(self) -> bool:
        """Whether what was read so far ends as a record does, with two line breaks."""
        return self._last.replace(b"\r", b"").endswith(b"\n\n")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        piece = self._piece(len(buffer))
        buffer[: len(piece)] = piece
        self._last = (self._last + piece[-4:])[-4:]
        return len(piece)

    def _piece(self, most: int) -> bytes:
        """The next bytes, none at the end."""
        return self._file.read1(most)


class _Unpacked(_Plain):
    """The bytes that are packed in a file, by one run of gzip or by one for each record.

    Python's own reader of gzip files loses what it has unpacked already where a file is cut off.
    """

    def __init__(self, file: io.BufferedReader, name: str) -> None:
        super().__init__(file)
        self._name = name
        self._packed = b""
        self._unpacking: zlib._Decompress | None = None

    def _piece(self, most: int) -> bytes:
        while True:
            self._packed = self._packed or self._file.read1(_PIECE)
            if self._unpacking is None:
                self._packed = self._packed.lstrip(b"\0")  # with which some fill the last block
            if not self._packed:
                if self._unpacking is not None:
                    raise DocumentError(self._name, _CUT_OFF)
                return b""
            self._unpacking = self._unpacking or zlib.decompressobj(wbits=31)
            piece = self._unpacking.decompress(self._packed, most)
            self._packed = self._unpacking.unconsumed_tail
            if self._unpacking.eof:
                self._packed, self._unpacking = self._unpacking.unused_data, None
            if piece:
                return piece


def _pages(records: _Plain, name: str) -> Iterator[_Page | DocumentError]:
    try:
        for record in ArchiveIterator(records):
            found = _page(record, name)
            while record.raw_stream.read(_PIECE):
                pass
            if record.raw_stream.limit > 0:
                raise DocumentError(name, _CUT_OFF)
            if found is not None:
                yield found
        if not records.ends_well:
            raise DocumentError(name, _CUT_OFF)
    except (ArchiveLoadFailed, zlib.error, ValueError, KeyError, AttributeError, EOFError) as error:
        raise DocumentError(name, _DAMAGED) from error


def _page(record: ArcWarcRecord, name: str) -> _Page | DocumentError | None:
    """What a record tells, None if it is not a page that came well and whole."""
    if record.rec_type != "response" or record.http_headers is None or record.http_headers.get_statuscode() != "200":
        return None
    kind, _, parameters = (record.http_headers.get_header("Content-Type") or "").lower().partition(";")
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    if kind.strip() not in _KINDS or not address:
        return None
    stream, body = record.content_stream(), bytearray()
    while piece := stream.read(_PIECE):
        body += piece
        if len(body) > _MOST:
            return DocumentError(f"{name}, {address}", f"it is larger than {_MOST >> 20} MiB")
    charset = parameters.partition("charset=")[2].partition(";")[0].strip(" \"'") or None
    return _Page(address, kind.strip(), charset, bytes(body), _day(record.rec_headers.get_header("WARC-Date")))


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat((written or "")[:10])
    except ValueError:
        return None


def _document(page: _Page, name: str) -> Document:
    if not page.body.strip():
        raise DocumentError(name, "it is empty")
    if page.kind == "application/pdf":
        return pdf.make(page.body, name, id=page.address, source=page.address)
    return html.make(
        page.body,
        name,
        id=page.address,
        source=page.address,
        charset=page.charset,
        address=page.address,
        latest=page.archived,
    )
