"""``dragoman sources``: where the documents of a ledger come from, and how good that is."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.commands.options import DEFAULT_LEDGER, LedgerFile


def sources(
    ledger: LedgerFile = DEFAULT_LEDGER,
    rank: Annotated[
        tuple[str, int] | None,
        typer.Option(
            "--rank",
            metavar="SOURCE N",
            help="Give rank N to all sources that begin with SOURCE; 0 takes it away.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """List the sources of the ledger, or rank them.

    Where documents differ, the best value of a record's field is what a source of higher rank says; among equals it is
    what was published later. All sources have rank 0 at first. The others' values are kept beside it.

    Examples:

    ```
    dragoman sources
    dragoman sources --rank https://www.mofa.go.jp 2
    dragoman sources --rank blogs/ -1
    ```
    """
    from dragoman.ledger import Ledger

    with Ledger.open(ledger, create=False) as held:
        if rank is not None:
            held.rank_source(*rank)
            held.resolve()
        _print(held.sources(), held.source_ranks())


def _print(met: dict[str, int], ranks: dict[str, int]) -> None:
    from rich.text import Text

    from dragoman.commands.screen import Listing, output

    table = Listing()
    table.add_column("Rank", justify="right")
    table.add_column("Documents", justify="right")
    table.add_column("Source", overflow="fold")
    for source in sorted(ranks.keys() - met.keys()):
        number = sum(documents for name, documents in met.items() if name.startswith(source))
        table.add_row(str(ranks[source]), f"{number:,}", Text(f"{source}…"))
    for source, number in met.items():
        table.add_row(str(ranks[source]) if source in ranks else "", f"{number:,}", Text(source))
    output().print(table)
