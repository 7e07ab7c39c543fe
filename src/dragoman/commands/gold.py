"""Annotated documents: lines of the entry format, each with the text that it is about."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from dragoman.documents import load, make_document
from dragoman.errors import DocumentError
from dragoman.models import Document, Reading

ENDINGS = (".txt", ".md", ".html")


@dataclass(frozen=True)
class Annotated:
    """A document and what a person found in it."""

    document: Document
    gold: Reading


def load_gold(path: Path, texts: Path | None) -> Iterator[Annotated | DocumentError]:
    """The annotated documents of ``path``; lines that are wrong or have no text come as a ``DocumentError``.

    The text of a document is the file of the folder ``texts`` that is named after its id, or stands in the line
    itself as "text" (of the line or of its "document").
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror.lower() if isinstance(error, OSError) and error.strerror else "it is not UTF-8 text"
        yield DocumentError(str(path), reason)
        return
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                yield _annotated(line, f"{path}:{number}", texts)
            except DocumentError as error:
                yield error


def _annotated(line: str, name: str, texts: Path | None) -> Annotated:
    try:
        body = json.loads(line)
        heading = body["document"]
        text = heading.pop("text", None) or body.pop("text", None)
        gold = Reading.from_json(json.dumps({"document": heading, "entries": body.get("entries")}))
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise DocumentError(name, f"{where}: {first['msg']}") from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise DocumentError(name, 'it is not a line of the entry format ({"document": …, "entries": […]})') from None
    if text is not None:
        known = gold.document
        document = make_document(text, id=known.id, title=known.title, date=known.date, name=name)
    else:
        document = _from_folder(gold.document.id, texts, name)
    last = max((evidence.end for entry in gold.entries for evidence in entry.evidence), default=0)
    if last > len(document.text):
        raise DocumentError(name, f"evidence ends at character {last}, but the text has only {len(document.text)}")
    return Annotated(document, gold)


def _from_folder(id: str, texts: Path | None, name: str) -> Document:
    if texts is None:
        raise DocumentError(name, 'it has no "text"; name the folder of the texts with --texts')
    path = next((path for ending in ENDINGS if (path := texts / f"{id}{ending}").is_file()), None)
    if path is None:
        raise DocumentError(name, f"there is no {id}{ENDINGS[0]}, {ENDINGS[1]} or {ENDINGS[2]} in {texts}")
    document = next(load([path]))
    if isinstance(document, DocumentError):
        raise document
    return document
