"""PDF: the paragraphs that a person reads, out of words and where they stand on the pages.

The title is that of the file's properties only if it stands at the head of the text too: it is often that of a draft or
of a template. The day of publication is what the text tells, or what is printed around it on several pages, never the
day on which the file was made: releases are made into files before and, by archives, years after they come out.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedReader
from threading import Lock

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]
from pypdfium2 import PdfDocument, PdfiumError

from dragoman.documents.making import make_document
from dragoman.documents.printed.areas import areas_of
from dragoman.documents.printed.margins import without_margins
from dragoman.documents.printed.paragraphs import text_of
from dragoman.documents.printed.words import Word, words_of
from dragoman.documents.published import find_date
from dragoman.documents.sources import Source
from dragoman.documents.title import standing_in
from dragoman.errors import DocumentError
from dragoman.models import Document

_ONE_AT_A_TIME = Lock()  # PDFium is not made for threads
_REASONS = {
    pdfium.FPDF_ERR_PASSWORD: "it is encrypted, and opens only with a password",
    pdfium.FPDF_ERR_SECURITY: "it is encrypted in a way that cannot be opened",
}
_DAMAGED = "it is no PDF, or a damaged one"
_NO_TEXT = "there is no text in it, only {pages}: a scan has to be recognised (OCR) before it can be read"


def read(file: BufferedReader, source: Source) -> Iterator[Document]:
    """Read one document; raises ``DocumentError`` if it is damaged or encrypted, or has no text."""
    yield make(file.read(), source.name, id=source.id, source=source.name)


def make(data: bytes, name: str, *, id: str, source: str) -> Document:
    """The document of a PDF file's bytes; ``name`` names it in errors. Raises as ``read`` does."""
    with _ONE_AT_A_TIME:
        pages, title = _opened(data, name)
    pages, around = without_margins(pages)
    text = text_of([area for page in pages for area in areas_of(page)])
    return make_document(
        text,
        id=id,
        title=standing_in(text, title),
        date=find_date(text) or find_date("\n".join(around)),
        source=source,
        name=name,
    )


def _opened(data: bytes, name: str) -> tuple[list[list[Word]], str]:
    """The words of the pages and the title of the properties."""
    try:
        pdf = PdfDocument(data)
    except PdfiumError as error:
        raise DocumentError(name, _REASONS.get(getattr(error, "err_code", None), _DAMAGED)) from None
    try:
        pages = [_words(pdf, number) for number in range(len(pdf))]
        if not any(pages):
            raise DocumentError(name, _NO_TEXT.format(pages="an image" if len(pdf) == 1 else "images"))
        return pages, str(pdf.get_metadata_value("Title"))
    finally:
        pdf.close()


def _words(pdf: PdfDocument, number: int) -> list[Word]:
    """The words of a page; none where the page itself is damaged."""
    try:
        page = pdf[number]
    except PdfiumError:
        return []
    try:
        return words_of(page)
    except PdfiumError:
        return []
    finally:
        page.close()
