"""Entries and records as rows of a table, for spreadsheets, R and pandas: one column a fact, one row a thing.

Dates stand as EDTF has them and once more as first and last day, which every program can read. Each row carries the
sentence that it rests on and where that stands, so that it can be found again.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, TextIO

from dragoman.follow.promises import Promise
from dragoman.follow.quoting import quotation
from dragoman.knowledge import read_tsv
from dragoman.ledger import Ledger, StoredEntry
from dragoman.ledger.states import actors_of
from dragoman.models import Entry, Record, Role

_WHAT = (
    "id", "kind", "type", "plover", "title", "date", "first_day", "last_day", "due", "stage", "states", "from", "to",
    "parties", "place", "place_country", "sector", "sector_name", "measure", "of", "value", "low", "high", "unit",
    "bound", "approx", "interest", "maturity", "grace", "name", "person", "post", "said_by", "confidence",
)  # fmt: skip
_WHERE = ("document", "document_title", "document_date", "source", "sha256", "evidence", "quote", "reader")
ENTRY_COLUMNS = (*_WHAT, *_WHERE)
RECORD_COLUMNS = (*_WHAT, "stages", "entries", "documents", "first_told", "last_told", "differing", *_WHERE)
PROMISE_COLUMNS = (
    "record", "kind", "type", "title", "states", "verdict", "due", "happened", "days_late", "said_by", "first_said",
    "first_words", "first_document", "last_said", "last_stage", "last_words", "last_document", "documents_since",
)  # fmt: skip
FROM: frozenset[Role] = frozenset({"source", "funder", "exporter"})
"""Who acts, gives or sells: the column ``from``."""
TO: frozenset[Role] = frozenset({"target", "recipient", "importer", "host"})
"""Whom it is done to, who receives or buys: the column ``to``."""

_QUANTITY = ("value", "low", "high", "unit", "bound", "approx")
_TERMS = ("interest", "maturity", "grace")
_SPREADSHEET_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def entry_rows(ledger: Ledger, entries: Iterable[StoredEntry]) -> Iterable[dict[str, Any]]:
    """The entries, each with the cells of ``ENTRY_COLUMNS``."""
    quote = quoting(ledger)
    return (_what(stored.key, stored.entry) | _where(stored, quote) for stored in entries)


def record_rows(ledger: Ledger, records: Iterable[Record]) -> Iterable[dict[str, Any]]:
    """The records by their best values, each with the cells of ``RECORD_COLUMNS``.

    The quotation is that of the entry that gave the evidence; ``differing`` names the fields of which other documents
    give other values.
    """
    quote = quoting(ledger)
    entries = {stored.key: stored for stored in ledger.entries()}  # all at once: one by one takes ten times as long
    for record in records:
        told = [entries[key] for key in record.entries if key in entries]
        chosen = next((stored for stored in told if stored.entry.evidence == record.best.evidence), told[0])
        days = sorted(stored.document.date for stored in told if stored.document.date)
        stages = [step.stage for step in record.history if step.stage]
        yield (
            _what(record.id, record.best)
            | {
                "stages": "; ".join(stage for n, stage in enumerate(stages) if not n or stages[n - 1] != stage),
                "entries": len(told),
                "documents": len({stored.document.sha256 for stored in told}),
                "first_told": days[0] if days else None,
                "last_told": days[-1] if days else None,
                "differing": "; ".join(sorted(record.others)),
            }
            | _where(chosen, quote)
        )


def promise_rows(promises: Iterable[Promise]) -> Iterator[dict[str, Any]]:
    """The promises, each with the cells of ``PROMISE_COLUMNS``: what was said first, and what was said last of it."""
    for promise in promises:
        first, last = promise.history[0], promise.history[-1]
        yield {name: getattr(promise, name, None) for name in PROMISE_COLUMNS} | {
            "states": "; ".join(promise.states),
            "first_said": first.published,
            "first_words": first.quote,
            "first_document": first.title or first.document,
            "last_said": last.published,
            "last_stage": last.stage,
            "last_words": last.quote,
            "last_document": last.title or last.document,
        }


def write_csv(columns: Sequence[str], rows: Iterable[Mapping[str, Any]], out: TextIO) -> None:
    """Write the rows below a line of headings; words that a spreadsheet would take for a formula get an apostrophe."""
    writer = csv.DictWriter(out, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: plain_cell(value) for name, value in row.items()} for row in rows)


def plain_cell(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_SPREADSHEET_FORMULA) else value


def _what(id: str, entry: Entry) -> dict[str, Any]:
    amount = getattr(entry, "amount", None) or entry
    terms = getattr(entry, "terms", None)
    cells = {name: getattr(entry, name, None) for name in _WHAT}
    cells |= {name: getattr(amount, name, None) for name in _QUANTITY}
    cells |= {name: getattr(terms, name, None) for name in _TERMS}
    when = entry.date
    return cells | {
        "id": id,
        "first_day": when.first if when else None,
        "last_day": when.last if when else None,
        "states": "; ".join(sorted(actors_of(entry))),
        "from": _codes(entry, FROM),
        "to": _codes(entry, TO),
        "parties": "; ".join(
            f"{p.name} ({p.code}) {p.role}" if p.code else f"{p.name} {p.role}" for p in entry.parties
        ),
        "place": entry.place and entry.place.name,
        "place_country": entry.place and entry.place.country,
        "sector_name": sector_name(getattr(entry, "sector", None)),
    }


def _codes(entry: Entry, roles: frozenset[Role]) -> str:
    return "; ".join(dict.fromkeys(party.code for party in entry.parties if party.code and party.role in roles))


def sector_name(code: str | None) -> str | None:
    """What an OECD DAC code stands for; None for none, and for one that is not known."""
    if code is None:
        return None
    return next((row["name"] for row in read_tsv("sectors.tsv") if row["code"] == code[:3]), None)


def _where(stored: StoredEntry, quote: Callable[[StoredEntry], str]) -> dict[str, Any]:
    known = stored.document
    return {
        "document": known.id,
        "document_title": known.title,
        "document_date": known.date,
        "source": known.sources[0] if known.sources else None,
        "sha256": known.sha256,
        "evidence": "; ".join(f"{each.start}-{each.end}" for each in stored.entry.evidence),
        "quote": quote(stored),
        "reader": known.reader,
    }


def quoting(ledger: Ledger) -> Callable[[StoredEntry], str]:
    """What gives the sentences of an entry."""
    text = lru_cache(maxsize=_TEXTS)(ledger.text)

    def quote(stored: StoredEntry) -> str:
        return quotation(text(stored.document.sha256), stored.entry.evidence)

    return quote


_TEXTS = 256  # documents whose text is kept at hand: records of one time and pair are told by the same ones
