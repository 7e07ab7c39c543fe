"""``dragoman records``: list the things that the ledger holds, each once."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.commands.options import DEFAULT_LEDGER, Kinds, LedgerFile, Limit, Named, Since, States, Until, taking_part

if TYPE_CHECKING:
    from dragoman.ledger import Ledger
    from dragoman.models import Record

Formats = StrEnum("Formats", ["table", "jsonl", "csv", "iati"])


def records(
    named: Named = None,
    ledger: LedgerFile = DEFAULT_LEDGER,
    state_: States = None,
    kind: Annotated[
        list[Kinds] | None, typer.Option("--kind", "-k", metavar="KIND", help=f"One of {', '.join(Kinds)}.")
    ] = None,
    since: Since = None,
    until: Until = None,
    several: Annotated[bool, typer.Option("--several", help="Only what several entries tell.")] = False,
    limit: Limit = None,
    format: Annotated[Formats, typer.Option("--format", "-f", help="How to print them.")] = Formats.table,
) -> None:
    """List the records of the ledger: what entries of one or many documents say of one thing is one line.

    `dragoman show ID` shows a record with its history. As CSV each is a row with its best values, how often it is told,
    what documents differ in, and the sentence. As IATI (2.03) come activities of one giver and one taker whose day is
    known. A state that is named, by place or as an option, takes part in what is shown; of several all do.

    Examples:

    ```
    dragoman records Japan Belarus
    dragoman records --kind activity --since 2016 --several
    dragoman records --kind activity --format csv > aid.csv
    dragoman records --state JPN --format iati > aid.xml
    dragoman records --format jsonl > records.jsonl
    ```
    """
    states = taking_part(named, state_)
    from dragoman.ledger import Ledger

    with Ledger.open(ledger, create=False) as held:
        found = held.records(
            states=states,
            kinds=[each.value for each in kind or ()],  # type: ignore[misc]
            since=since,
            until=until,
        )
        told = (record for record in found if not several or len(record.entries) > 1)
        if format is Formats.table:
            _print_table(told, limit)
            return
        wanted = islice(told, limit)
        match format:
            case Formats.jsonl:
                for record in wanted:
                    typer.echo(json.dumps(record.model_dump(mode="json", exclude_none=True), ensure_ascii=False))
            case Formats.csv:
                from dragoman.exchange.tables import RECORD_COLUMNS, record_rows, write_csv

                write_csv(RECORD_COLUMNS, record_rows(held, wanted), sys.stdout)
            case _:
                _print_iati(held, wanted)


def _print_iati(held: Ledger, wanted: Iterable[Record]) -> None:
    from datetime import UTC, datetime

    from dragoman.exchange.iati import to_iati
    from dragoman.follow.wording import number_of

    made = to_iati(held, wanted, datetime.now(UTC))
    typer.echo(made.xml, nl=False)
    number = number_of(made.activities, "activity")
    typer.secho(f"{number}; {made.left} left out, of which giver, taker or day is not one.", err=True, dim=True)


def _print_table(found: Iterable[Record], limit: int | None) -> None:
    from dragoman.commands.screen import entry_table, first, messages, output, tell_number

    rows, number = first(found, limit)
    if rows:
        told = [len(record.entries) for record in rows]
        output().print(entry_table(((record.id, record.best) for record in rows), told))
        tell_number(len(rows), number)
    else:
        messages().print("No such records in the ledger.")
