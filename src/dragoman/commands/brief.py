"""``dragoman brief``: what stands between two states."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.commands.group import FAILED, complain
from dragoman.commands.options import DEFAULT_LEDGER, LedgerFile, Since, edtf, state

if TYPE_CHECKING:
    from dragoman.follow.brief import Brief
    from dragoman.ledger import Ledger

Formats = StrEnum("Formats", ["md", "terminal"])
_STATE = "A code (JPN) or a name (Japan)."


def brief(
    one: Annotated[str, typer.Argument(metavar="STATE", help=_STATE, show_default=False)],
    other: Annotated[str, typer.Argument(metavar="STATE", help=_STATE, show_default=False)],
    ledger: LedgerFile = DEFAULT_LEDGER,
    since: Since = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help="See it from this day: later documents are left out, and what is past due is overdue. Default: today.",
        ),
    ] = None,
    format: Annotated[
        Formats | None,
        typer.Option("--format", "-f", help="Markdown, or laid out for the terminal (the default on one)."),
    ] = None,
) -> None:
    """Tell what stands between two states: posts, instruments, money, trade, meetings, and what is promised.

    Each line names its source: title and date of the document, and the id of the entry for `dragoman show`.

    Examples:

    ```
    dragoman brief JPN BLR
    dragoman brief Japan Belarus --since 2018
    dragoman brief JPN BLR --as-of 2020-01-01 > brief.md
    ```
    """
    states = state(one), state(other)
    if states[0] == states[1]:
        raise typer.BadParameter(f"{one} and {other} are the same state")
    day = edtf(as_of, "--as-of")
    from dragoman.follow.brief import make_brief
    from dragoman.ledger import Ledger

    with Ledger.open(ledger, create=False) as held:
        made = make_brief(held, *states, since=since, as_of=day.last if day else None)
        if not made.sections:
            complain(f"The ledger {ledger} has nothing on {made.title}. {_advice(held)}")
            raise typer.Exit(FAILED)
    _print(made, format)


def _print(made: Brief, format: Formats | None) -> None:
    from dragoman.commands.screen import output
    from dragoman.follow.markdown import to_markdown

    out, page = output(), to_markdown(made)
    if format is Formats.terminal or (format is None and out.is_terminal):
        from rich.markdown import Markdown

        out.print(Markdown(page))
    else:
        typer.echo(page, nl=False)


def _advice(ledger: Ledger) -> str:
    """What to do where the ledger has no answer: read something, or ask about a pair that it knows."""
    from collections import Counter
    from itertools import combinations

    from dragoman.ledger import states_of

    met = Counter(pair for each in ledger.entries() for pair in combinations(sorted(states_of(each.entry)), 2))
    if not met:
        return "Read documents into it: dragoman read PATH --ledger FILE"
    known = ", ".join(f"{one} {other}" for (one, other), _ in met.most_common(5))
    return f"It has most on: {known}"
