"""The documents of our own that the reading is trained on besides the development sets: see ``training/README.md``.

A file is the day of publication, the text, a line ``===``, and an entry a line:

    kind:type/stage | title | parties | fields | "quote" "quote"

with parties as ``Name=CODE:role; …`` (``-`` for no code) and fields as ``name=value; …``. A figure has its measure as
type, and its title is also what it is of. A tenure is ``tenure | person | post | of=…; code=… | "quote"``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from dragoman import Document, make_document
from dragoman.models import Reading
from dragoman.values import Edtf

FOLDER = Path(__file__).resolve().parents[1] / "training" / "documents"
COUNTERPARTS = FOLDER.parent / "counterparts.tsv"
_END_OF_TEXT = "\n===\n"
_QUOTE = re.compile(r'"([^"]+)"')
_PLAIN = ("date", "due", "said_by", "name", "plover", "sector", "of", "to", "post")


def own_documents(folder: Path = FOLDER) -> Iterator[tuple[Document, Reading]]:
    """Each document with what is annotated in it; ``ValueError`` names the file and the line that is wrong."""
    for path in sorted(folder.glob("*.txt")):
        yield read(path)


@cache
def counterparts() -> dict[str, str]:
    """For each document that was written after one of a development set: that one."""
    _, *rows = COUNTERPARTS.read_text(encoding="utf-8").splitlines()
    return dict(row.split("\t") for row in rows)


def read(path: Path) -> tuple[Document, Reading]:
    """One document; ``ValueError`` if a line is not an entry or a quote does not stand in the text."""
    head, _, rest = path.read_text(encoding="utf-8").partition("\n")
    text, _, lines = rest.partition(_END_OF_TEXT)
    document = make_document(text.strip(), id=path.stem, date=Edtf(head.strip()) if head.strip() != "-" else None)
    entries = []
    for number, line in enumerate(lines.splitlines(), 1):
        if line.strip():
            try:
                entries.append(_entry(line, document))
            except (ValueError, KeyError, IndexError) as error:
                raise ValueError(f"{path.name}, entry {number}: {error}: {line}") from error
    body = {"document": {"id": document.id, "date": document.date}, "entries": entries}
    try:
        return document, Reading.model_validate(body)
    except ValueError as error:
        raise ValueError(f"{path.name}: {error}") from error


def _entry(line: str, document: Document) -> dict[str, Any]:
    before, _, quoted = line.partition(' | "')  # a quote may hold the bars of a table
    what, title, *parts = (part.strip(" |") for part in before.split(" | "))
    quotes = _QUOTE.findall(f'"{quoted}'.replace("\\n", "\n"))
    if not quotes:
        raise ValueError("no quote")
    kind, _, rest = what.partition(":")
    type_, _, stage = rest.partition("/")
    entry: dict[str, Any] = {"kind": kind, "title": title, "evidence": [_span(q, document.text) for q in quotes]}
    if kind == "tenure":
        return entry | _tenure(title, parts[0], _fields(parts[1]), document)
    fields = _fields(parts[1]) if len(parts) > 1 else {}
    entry["parties"] = [_party(one) for one in parts[0].split(";") if one.strip()]
    if kind == "figure":
        return entry | {"measure": type_, "of": title} | _plain(fields) | _amount(fields)
    entry |= {"type": type_, "stage": stage or None} | _plain(fields)
    if "amount" in fields or "low" in fields:
        entry["amount"] = _amount(fields)
    if kind == "event" and stage == "planned" and "date" in entry:
        entry.setdefault("due", entry["date"])
    return {name: value for name, value in entry.items() if value is not None}


def _tenure(person: str, post: str, fields: dict[str, str], document: Document) -> dict[str, Any]:
    holder = {"name": person, "code": fields.get("code"), "role": "holder"}
    found = {"title": f"{person}, {post}", "person": person, "post": post, "parties": [holder]}
    dated = {"date": str(document.date)} if document.date else {}
    return found | dated | _plain(fields)


def _fields(said: str) -> dict[str, str]:
    pairs = (one.partition("=") for one in said.split(";") if one.strip())
    return {name.strip(): value.strip() for name, _, value in pairs}


def _plain(fields: dict[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = {name: fields[name] for name in _PLAIN if name in fields}
    if "place" in fields:
        name, _, country = fields["place"].partition("/")
        found["place"] = {"name": name, "country": country or None}
    return found


def _amount(fields: dict[str, str]) -> dict[str, Any]:
    """``amount=3000000 USD``, or ``low=2; high=4; unit=EUR``, with ``bound`` and ``approx=yes``."""
    found: dict[str, Any] = {name: float(fields[name]) for name in ("low", "high") if name in fields}
    if "amount" in fields:
        value, _, unit = fields["amount"].partition(" ")
        found |= {"value": float(value)} | ({"unit": unit} if unit else {})
    if "unit" in fields:
        found["unit"] = fields["unit"]
    if "bound" in fields:
        found["bound"] = fields["bound"]
    return found | {"approx": fields.get("approx") == "yes"}


def _party(said: str) -> dict[str, Any]:
    name, _, rest = said.strip().rpartition("=")
    code, _, role = rest.partition(":")
    return {"name": name, "code": None if code == "-" else code, "role": role}


def _span(quote: str, text: str) -> dict[str, int]:
    start = text.find(quote)
    if start < 0:
        raise ValueError(f"{quote!r} does not stand in the text")
    return {"start": start, "end": start + len(quote)}
