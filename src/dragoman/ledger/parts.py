"""What is a part of what: grants of a programme, works of a plan, by what the documents say.

"As part of the programme a grant was signed with the hospital": the activities that follow in the paragraph are parts
of the programme, plan or the like that the document has named last before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from sqlalchemy import Connection

from dragoman.knowledge import read_toml
from dragoman.ledger import derived, rows, schema
from dragoman.ledger.stored import StoredEntry
from dragoman.models import Activity, Instrument, Record

_PARAGRAPH = re.compile(r"\n\s*\n")
_REACH = 300
"""Characters before an activity in which it may be said what it is a part of."""


def parts_of(connection: Connection, whole: Record) -> list[Record]:
    """The activities that documents tell as parts of this instrument, by date."""
    keys = {key for document in _documents(whole) for key in _parts_in(connection, document, set(whole.entries))}
    ids = derived.records_with(connection, sorted(keys)) - {whole.id}
    where = schema.records.c.id.in_(sorted(ids)), schema.records.c.kind == "activity"
    return list(derived.find_records(connection, *where)) if ids else []


def _documents(whole: Record) -> list[str]:
    return list(dict.fromkeys(step.document for step in whole.history)) if isinstance(whole.best, Instrument) else []


def _parts_in(connection: Connection, document: str, whole: set[str]) -> Iterator[str]:
    """The keys of the activities that one document tells as parts of what the entries ``whole`` name."""
    told = list(rows.find_entries(connection, schema.entries.c.document == document, ~schema.entries.c.wrong))
    text = rows.text_of(connection, document) or ""
    for stored in told:
        if isinstance(stored.entry, Activity) and not _is_total(stored, text):
            start = _start(stored)
            paragraph = max((match.end() for match in _PARAGRAPH.finditer(text, 0, start)), default=0)
            paragraph = max(paragraph, start - _REACH)
            if (said := _said_part(text[paragraph : stored.entry.evidence[0].end])) is not None:
                named = _named_before(told, paragraph + said)
                if named and named.key in whole:
                    yield stored.key


def _said_part(words: str) -> int | None:
    """Where words say that what follows is part of something named before."""
    match = _phrase().search(words)
    return match.end() if match else None


def _named_before(told: Sequence[StoredEntry], place: int) -> StoredEntry | None:
    """The instrument that was named last before a place in the text."""
    named = [each for each in told if isinstance(each.entry, Instrument) and _start(each) < place]
    return max(named, key=_start, default=None)


def _is_total(stored: StoredEntry, text: str) -> bool:
    said = " ".join(evidence.quote(text) for evidence in stored.entry.evidence).casefold()
    return any(word in said.split() for word in read_toml("identity.toml")["parts"]["totals"])


def _start(stored: StoredEntry) -> int:
    return stored.entry.evidence[0].start


@cache
def _phrase() -> re.Pattern[str]:
    known = read_toml("identity.toml")["parts"]
    names = ("joints", "determiners", "wholes")
    joints, determiners, wholes = (f"(?:{'|'.join(map(re.escape, known[name]))})" for name in names)
    return re.compile(rf"\b{joints}\s+{determiners}\s+(?:[\w’'-]+\s+){{0,2}}{wholes}\b", re.IGNORECASE)
