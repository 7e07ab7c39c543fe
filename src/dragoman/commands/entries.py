"""``dragoman entries``: list what the ledger holds."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from enum import StrEnum
from itertools import groupby, islice
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.commands.options import (
    DEFAULT_LEDGER,
    Kinds,
    LedgerFile,
    Limit,
    Named,
    Since,
    Stages,
    States,
    Until,
    taking_part,
)

if TYPE_CHECKING:
    from dragoman.ledger import StoredEntry

Formats = StrEnum("Formats", ["table", "jsonl", "csv"])


def entries(
    named: Named = None,
    ledger: LedgerFile = DEFAULT_LEDGER,
    state_: States = None,
    kind: Annotated[
        list[Kinds] | None, typer.Option("--kind", "-k", metavar="KIND", help=f"One of {', '.join(Kinds)}.")
    ] = None,
    stage: Annotated[list[Stages] | None, typer.Option(metavar="STAGE", help=f"One of {', '.join(Stages)}.")] = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = None,
    format: Annotated[Formats, typer.Option("--format", "-f", help="How to print them.")] = Formats.table,
) -> None:
    """List entries of the ledger by state, kind, stage and years.

    States, kinds and stages may be given several times. As CSV each entry is a row with its PLOVER type, sector, first
    and last day, sides, source and sentence, for a spreadsheet, R or pandas.

    Examples:

    ```
    dragoman entries --state Japan --state Belarus
    dragoman entries -s JPN --kind activity --stage planned --stage agreed
    dragoman entries --since 2016 --until 2018 --format csv > entries.csv
    ```
    """
    states = taking_part(named, state_)
    from dragoman.ledger import Ledger

    with Ledger.open(ledger, create=False) as held:
        found = held.entries(
            states=states,
            kinds=[each.value for each in kind or ()],  # type: ignore[misc]
            stages=[each.value for each in stage or ()],  # type: ignore[misc]
            since=since,
            until=until,
        )
        match format:
            case Formats.jsonl:
                for each in islice(found, limit):
                    typer.echo(json.dumps(as_line(each), ensure_ascii=False))
            case Formats.csv:
                from dragoman.exchange.tables import ENTRY_COLUMNS, entry_rows, write_csv

                write_csv(ENTRY_COLUMNS, entry_rows(held, islice(found, limit)), sys.stdout)
            case _:
                _print_table(found, limit)


def as_line(stored: StoredEntry) -> dict[str, Any]:
    """The entry with its id and its document, as one JSON object."""
    document = stored.document.model_dump(mode="json", include={"id", "title", "date", "language", "sha256", "sources"})
    return {"id": stored.key, **stored.entry.model_dump(mode="json", exclude_none=True), "document": document}


def _print_table(found: Iterable[StoredEntry], limit: int | None) -> None:
    from dragoman.commands.screen import entry_table, first, heading, messages, output, tell_number

    out = output()
    shown, number = first(found, limit)
    for document, entries in groupby(shown, key=lambda each: each.document):
        rows = [(each.key, each.entry) for each in entries]
        out.print(heading(document.title or document.id, document.date))
        out.print(entry_table(rows))
        out.print()
    tell_number(len(shown), number)
    if not shown:
        messages().print("No such entries in the ledger.")
