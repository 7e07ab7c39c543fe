"""JSON lines: each line is one document, ``{"id", "text", "title"?, "date"?, "language"?, "source"?}``.

Other keys are passed over. A line that is wrong is reported as ``file:line`` and the others are read.
"""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from typing import Annotated

from pydantic import BaseModel, Field, ValidationError

from dragoman.documents.encoding import decode, refuse_binary
from dragoman.documents.making import make_document
from dragoman.documents.published import as_edtf
from dragoman.documents.sources import Source
from dragoman.errors import DocumentError
from dragoman.models import Document

_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)


class _Line(BaseModel):
    id: Annotated[str, Field(coerce_numbers_to_str=True)]
    text: str
    title: str | None = None
    date: str | None = None
    language: str | None = None
    source: str | None = None


def read(file: io.BufferedReader, source: Source) -> Iterator[Document | DocumentError]:
    """Read the documents of all lines; raises ``DocumentError`` if the file is not text at all."""
    for number, line in enumerate(_lines(file, source.name), start=1):
        if line.strip():
            try:
                yield _document(line, f"{source.name}:{number}", source.name)
            except DocumentError as error:
                yield error


def _lines(file: io.BufferedReader, name: str) -> Iterator[bytes]:
    """The lines one by one, so that a file larger than the memory can be read; only UTF-16 is taken whole."""
    head = file.peek(4096)
    if head.startswith(_WIDE):
        return iter(io.BytesIO(decode(file.read(), name).encode()))
    refuse_binary(head, name)
    return iter(file)


def _document(line: bytes, name: str, path: str) -> Document:
    try:
        found = _Line.model_validate_json(decode(line, name))
    except ValidationError as error:
        raise DocumentError(name, _reason(error)) from None
    date = as_edtf(found.date)
    if found.date and date is None:
        raise DocumentError(name, f"its date {found.date!r} is not a date")
    return make_document(
        found.text,
        id=found.id,
        title=found.title,
        date=date,
        language=found.language,
        source=found.source or path,
        name=name,
    )


def _reason(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_context=False)[0]
    match first["type"], first["loc"]:
        case "json_invalid", _:
            said = first["msg"].removeprefix("Invalid JSON: ").replace(" at line 1 column ", " at column ")
            return f"it is not JSON ({said})"  # the line is in the name, counted in the file
        case "missing", (field, *_):
            return f'it has no "{field}"'
        case _, (field, *_):
            return f'its "{field}" is wrong ({first["msg"]})'
        case _:
            return "it is not a JSON object"
