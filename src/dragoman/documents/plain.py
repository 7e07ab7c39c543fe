"""Plain text: the whole file is one document."""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedReader

from dragoman.documents.encoding import decode
from dragoman.documents.making import make_document
from dragoman.documents.sources import Source
from dragoman.models import Document


def read(file: BufferedReader, source: Source) -> Iterator[Document]:
    """Read one document; raises ``DocumentError`` if the file is not text."""
    yield make_document(decode(file.read(), source.name), id=source.id, source=source.name)
