"""The command line: one module a command, each a thin skin over a plain function.

What a command needs is imported when it runs, so that ``dragoman --help`` comes at once.
"""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.commands.accounts import accounts
from dragoman.commands.actors import actors
from dragoman.commands.brief import brief
from dragoman.commands.check import check
from dragoman.commands.decide import decide
from dragoman.commands.desk import desk
from dragoman.commands.documents import documents
from dragoman.commands.entries import entries
from dragoman.commands.evaluate import evaluate
from dragoman.commands.explain import explain
from dragoman.commands.forget import forget
from dragoman.commands.group import Commands
from dragoman.commands.money import money
from dragoman.commands.promises import promises
from dragoman.commands.read import read
from dragoman.commands.records import records
from dragoman.commands.search import search
from dragoman.commands.show import show
from dragoman.commands.sources import sources
from dragoman.commands.spans import spans

app = typer.Typer(
    cls=Commands,
    rich_markup_mode="markdown",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"dragoman {version('dragoman')}")
        raise typer.Exit


@app.callback()
def dragoman(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """Read documents about relations between states, and keep a ledger of what they say.

    Three steps to begin with:

    ```
    dragoman read news/ --ledger dragoman.ledger
    dragoman entries --state Japan --kind event
    dragoman brief JPN BLR
    ```

    Exit codes: 0 all went well; 1 an input or the ledger could not be read; 2 wrong usage; 130 interrupted.
    """


for _command in (
    read,
    records,
    entries,
    search,
    show,
    documents,
    forget,
    sources,
    actors,
    brief,
    promises,
    money,
    check,
    desk,
    explain,
    spans,
    evaluate,
):
    app.command()(_command)
app.add_typer(decide, name="decide")
app.add_typer(accounts, name="accounts")


def main() -> None:
    """Run the command line."""
    app(prog_name="dragoman")
