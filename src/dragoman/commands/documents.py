"""``dragoman documents``: list what was read into a ledger."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.commands.options import DEFAULT_LEDGER, LedgerFile, Limit, Named, Since, States, Until, taking_part

if TYPE_CHECKING:
    from dragoman.ledger import StoredDocument

Formats = StrEnum("Formats", ["table", "jsonl", "csv"])
_LONGEST = 32  # signs of a source in the table: of a longer one its end, which tells more
_COLUMNS = ("id", "sha256", "date", "title", "language", "entries", "sources", "reader")


def documents(
    named: Named = None,
    ledger: LedgerFile = DEFAULT_LEDGER,
    state_: States = None,
    source: Annotated[
        str | None, typer.Option(metavar="SOURCE", help="Only those met at a place that begins so.")
    ] = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = None,
    format: Annotated[Formats, typer.Option("--format", "-f", help="How to print them.")] = Formats.table,
) -> None:
    """List the documents of the ledger by their day of publication, with how many entries each has.

    A state has to take part in some entry of the document. `dragoman forget ID` takes a document out.

    Examples:

    ```
    dragoman documents
    dragoman documents --state Japan --since 2020
    dragoman documents --source https://www.mofa.go.jp --format csv > documents.csv
    ```
    """
    states = taking_part(named, state_)
    from dragoman.ledger import Ledger

    with Ledger.open(ledger, create=False) as held:
        told = held.told()
        about = {stored.document.sha256 for stored in held.entries(states=states)} if states else None
        found = [
            each
            for each in held.documents()
            if (about is None or each.sha256 in about)
            and (source is None or any(met.startswith(source) for met in each.sources))
            and _was_published(each, since, until)
        ]
    match format:
        case Formats.csv:
            from dragoman.exchange.tables import write_csv

            rows = (_row(each, told) | {"sources": "; ".join(each.sources)} for each in found[:limit])
            write_csv(_COLUMNS, rows, sys.stdout)
        case Formats.jsonl:
            for each in found[:limit]:
                typer.echo(json.dumps(_row(each, told), ensure_ascii=False))
        case _:
            _print_table(found, told, limit)


def _was_published(document: StoredDocument, since: int | None, until: int | None) -> bool:
    if since is None and until is None:
        return True
    when = document.date
    if when is None or when.first is None or when.last is None:
        return False
    return (since is None or when.last.year >= since) and (until is None or when.first.year <= until)


def _row(document: StoredDocument, told: dict[str, int]) -> dict[str, Any]:
    known = document.model_dump(mode="json") | {"entries": told.get(document.sha256, 0)}
    return {name: known[name] for name in _COLUMNS}


def _print_table(found: Sequence[StoredDocument], told: dict[str, int], limit: int | None) -> None:
    from rich.text import Text

    from dragoman.commands.screen import KEY, Listing, first, messages, output, tell_number

    if not found:
        messages().print("No such documents in the ledger.")
        return
    out = output()
    table = Listing()
    table.add_column("ID", no_wrap=True, width=KEY)
    table.add_column("Published", no_wrap=True)
    table.add_column("Entries", justify="right")
    table.add_column("Title", ratio=1, overflow="fold")
    table.add_column("Source", no_wrap=True, style="dim")
    shown, number = first(found, limit)
    for each in shown:
        met = each.sources[0] if each.sources else each.id
        met = f"…{met[1 - _LONGEST :]}" if out.is_bound and len(met) > _LONGEST else met
        more = f" and {len(each.sources) - 1} more" if len(each.sources) > 1 else ""
        entries = f"{told.get(each.sha256, 0):,}"
        title = Text(each.title or each.id)
        table.add_row(each.sha256[:KEY], each.date or "no date", entries, title, Text(f"{met}{more}"))
    out.print(table)
    tell_number(len(shown), number)
