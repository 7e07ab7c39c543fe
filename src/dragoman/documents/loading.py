"""Choose the format of each input and read it."""

from __future__ import annotations

import io
import mimetypes
import re
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import Any, BinaryIO

from dragoman.documents import docx, feed, html, jsonl, mail, markdown, pdf, plain, warc
from dragoman.documents.sources import Source, sources, unreadable
from dragoman.documents.words import words
from dragoman.errors import DocumentError
from dragoman.models import Document

# What a format module offers: the documents of one open file; it raises ``DocumentError`` if there is none.
Reader = Callable[[io.BufferedReader, Source], Iterator[Document | DocumentError]]

_HEAD = 4096  # bytes that tell what a file is where its ending does not


def _xml(file: io.BufferedReader, source: Source) -> Iterator[Document | DocumentError]:
    reader: Reader = feed.read if feed.is_feed(file.peek(_HEAD)) else plain.read
    return reader(file, source)


FORMATS: dict[str, Reader] = {
    ".txt": plain.read,
    ".text": plain.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
    ".html": html.read,
    ".htm": html.read,
    ".xhtml": html.read,
    ".jsonl": jsonl.read,
    ".ndjson": jsonl.read,
    ".pdf": pdf.read,
    ".docx": docx.read,
    ".eml": mail.read,
    ".rss": feed.read,
    ".atom": feed.read,
    ".rdf": feed.read,
    ".xml": _xml,
    ".warc": warc.read,
    ".warc.gz": warc.read,
}
# What the others begin with, where no ending tells what they are.
_BEGINNINGS: dict[bytes, Reader] = {
    b"%PDF-": pdf.read,
    b"PK\x03\x04": docx.read,
    b"WARC/": warc.read,
    b"\x1f\x8b": warc.read,
}
# Only what comes with Python, not the machine's own table: the same file is read the same way everywhere.
_TYPES = mimetypes.MimeTypes()


def load(paths: Iterable[str | Path], *, stdin: BinaryIO | None = None) -> Iterator[Document | DocumentError]:
    """Read all documents of ``paths`` (files, folders, "-" for standard input), in the order of ``sources``.

    What cannot be read comes as a ``DocumentError``, which is not raised; everything else is still read.
    ``stdin`` takes the place of the program's own standard input.
    """
    for source in sources(paths):
        if isinstance(source, DocumentError):
            yield source
        else:
            yield from load_one(source, stdin=stdin)


def load_one(source: Source, *, stdin: BinaryIO | None = None) -> Iterator[Document | DocumentError]:
    """Read the documents of one input; see ``load``."""
    found = False
    try:
        with _open(source, stdin) as file:
            if not file.peek(1):
                raise DocumentError(source.name, "it is empty")
            for document in _reader(file, source)(file, source):
                found = True
                yield document
    except DocumentError as error:
        yield error
    except (OSError, ValueError) as error:
        yield unreadable(source.name, error)
    else:
        if not found:
            yield DocumentError(source.name, "there is no document in it")


@contextmanager
def _open(source: Source, stdin: BinaryIO | None) -> Iterator[io.BufferedReader]:
    if source.path:
        if stat.S_ISCHR(source.path.stat().st_mode):
            raise DocumentError(source.name, "it is a device, not a file")
        with source.path.open("rb") as file:
            yield file
        return
    raw: Any = stdin or sys.stdin.buffer
    stream = io.BufferedReader(raw)
    try:
        yield stream
    finally:
        stream.detach()  # or it would close what its owner may still need


def _reader(file: io.BufferedReader, source: Source) -> Reader:
    """The reader for the file's ending; where it tells nothing, or there is none, what the text begins with decides."""
    ending = ending_of(source.path) if source.path else ""
    if source.path and _is_code(source.path, ending, file.peek(_HEAD)):
        raise DocumentError(source.name, "it is program code, settings or data for programs, not a document")
    if not ending:
        return _guess(file.peek(_HEAD))
    if ending in FORMATS:
        return FORMATS[ending]
    if ending in words("unread", "code.toml"):
        raise DocumentError(source.name, f'files that end in "{ending}" are not read: save it as .docx or PDF')
    if ending in words("packed", "code.toml"):
        raise DocumentError(source.name, f'files that end in "{ending}" are not read: unpack it')
    type_, packing = _TYPES.guess_type(f"x{ending}")
    if packing or (type_ and not type_.startswith("text/")):
        raise DocumentError(source.name, f'files that end in "{ending}" are not read')
    return plain.read if type_ else _guess(file.peek(_HEAD))


def _is_code(path: Path, ending: str, head: bytes) -> bool:
    """Whether a file is made for machines: by its name, or because it begins with the program that runs it ("#!")."""
    if ending in words("endings", "code.toml") or path.name.lower() in words("names", "code.toml"):
        return True
    return ending not in FORMATS and head.startswith((b"#!/", b"#! /", b"<?php"))


def ending_of(path: PurePath) -> str:
    """The ending of a file's name that tells its format, in small letters: ".html", ".warc.gz"."""
    double = "".join(path.suffixes[-2:]).lower()
    return double if double in FORMATS else path.suffix.lower()


def _guess(head: bytes) -> Reader:
    for begins, reader in _BEGINNINGS.items():
        if head.startswith(begins):
            return reader
    head = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if re.match(rb'\{\s*"', head):
        return jsonl.read
    if head.startswith((b"<!doctype html", b"<html")):
        return html.read
    if head.startswith((b"<?xml", b"<rss", b"<feed")):
        return html.read if b"<html" in head else _xml
    return plain.read
