"""``dragoman money``: what states give each other, summed."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.commands.options import DEFAULT_LEDGER, AsOf, LedgerFile, Named, Since, States, Until, edtf, taking_part

if TYPE_CHECKING:
    from dragoman.follow.giving import Given

Formats = StrEnum("Formats", ["table", "jsonl", "csv"])
# The values of ``dragoman.follow.giving.By`` again, so that --help need not wait for the models.
Parts = StrEnum("Parts", ["giver", "taker", "form", "sector", "year"])
_SUM = ("standing", "currency", "sum", "approx", "counted", "not_counted", "why_not", "records")


def money(
    named: Named = None,
    ledger: LedgerFile = DEFAULT_LEDGER,
    by: Annotated[
        list[Parts] | None,
        typer.Option("--by", metavar="WHAT", help=f"Sum by {', '.join(Parts)}. Default: giver, taker, form."),
    ] = None,
    state_: States = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    format: Annotated[Formats, typer.Option("--format", "-f", help="How to print them.")] = Formats.table,
) -> None:
    """Sum what states gave or agreed to give each other, by giver, taker, form, sector or year.

    What is agreed and what is given stand apart, and so do currencies. Not counted are ranges, bounds, what the reader
    was not sure of, money of several years, and what may stand in another sum already; as CSV or JSON lines each row
    says how many and why, and names its records. Money that is only planned is in no sum.

    Examples:

    ```
    dragoman money
    dragoman money --by giver --by sector --by year --format csv > money.csv
    dragoman money --state JPN --by taker --since 2016
    ```
    """
    states = taking_part(named, state_)
    day = edtf(as_of, "--as-of")
    parts = [each.value for each in by or (Parts.giver, Parts.taker, Parts.form)]
    from dragoman.exchange.tables import write_csv
    from dragoman.follow.giving import given_by
    from dragoman.ledger import Ledger

    with Ledger.open(ledger, create=False) as held:
        found = given_by(held, parts, states=states, since=since, until=until, as_of=day.last if day else None)  # type: ignore[arg-type]
    match format:
        case Formats.csv:
            write_csv((*parts, *_SUM), (_row(given, parts) for given in found), sys.stdout)
        case Formats.jsonl:
            for given in found:
                typer.echo(json.dumps(_row(given, parts), ensure_ascii=False))
        case _:
            _print(found, parts)


def _row(given: Given, parts: Sequence[str]) -> dict[str, Any]:
    group = given.group
    why = Counter(reason for _, reason in given.left)
    return {part: getattr(group, part) for part in parts} | {
        "standing": _standing(given),
        "currency": group.unit,
        "sum": given.value if given.counted else None,
        "approx": any(matter.amount.approx for matter in given.counted if matter.amount),
        "counted": len(given.counted),
        "not_counted": len(given.left),
        "why_not": "; ".join(f"{number} {reason}" for reason, number in why.most_common()),
        "records": " ".join(matter.record.id for matter in given.counted),
    }


def _standing(given: Given) -> str:
    return "agreed" if given.group.agreed else "given"


def _print(found: Sequence[Given], parts: Sequence[str]) -> None:

    from dragoman.commands.screen import Listing, messages, output
    from dragoman.follow.wording import amount_words
    from dragoman.models import Amount

    if not found:
        messages().print("No such money in the ledger.")
        return
    table = Listing()
    for part in parts:
        table.add_column(part.title())
    table.add_column("")
    table.add_column("Sum", justify="right", no_wrap=True)
    table.add_column("Of", justify="right")
    table.add_column("Not counted")
    for given in found:
        row = _row(given, parts)
        total = Amount(value=given.value, unit=given.group.unit, approx=row["approx"])
        cells = [_cell(part, row[part]) for part in parts]
        sum_ = amount_words(total) if given.counted else ""
        table.add_row(*cells, row["standing"], sum_, str(row["counted"] or ""), row["why_not"])
    output().print(table)


def _cell(part: str, value: Any) -> str:
    from dragoman.exchange.tables import sector_name

    known = "" if value is None else str(value)
    return f"{known} {sector_name(known) or ''}".strip() if part == "sector" else known
