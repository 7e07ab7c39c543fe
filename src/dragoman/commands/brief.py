"""``dragoman brief``: what stands between two states."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from dragoman.commands.group import FAILED, complain
from dragoman.commands.options import DEFAULT_LEDGER, LedgerFile, Named, Since, States, edtf, taking_part

if TYPE_CHECKING:
    from dragoman.follow.brief import Brief, Format
    from dragoman.ledger import Ledger

Formats = StrEnum("Formats", ["md", "html", "docx", "pdf", "terminal"])
_BINARY = (Formats.docx, Formats.pdf)
_PAIR = 2  # states that a brief is on
_WIDTH = 80  # of what is laid out for a terminal but goes elsewhere, in signs


def brief(
    named: Named = None,
    ledger: LedgerFile = DEFAULT_LEDGER,
    state_: States = None,
    since: Since = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help="See it from this day: later documents are left out, and what is past due is overdue. Default: today.",
        ),
    ] = None,
    new_since: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Begin with what documents published after this day brought."),
    ] = None,
    format: Annotated[
        Formats | None,
        typer.Option(
            "--format", "-f", help="Default: what the name of the output ends in, or laid out for the terminal, or md."
        ),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write into this file.", dir_okay=False)
    ] = None,
) -> None:
    """Tell what stands between two states: posts, instruments, money, trade, meetings, and what became of promises.

    Each line has the numbers of its sources: document, date and sentence. What several documents tell of one thing is
    one line. Charts come with html, docx and pdf, and with their tables in every format. `--since` bounds what
    happened; posts, instruments and open promises stand whatever their age.

    Examples:

    ```
    dragoman brief JPN KGZ
    dragoman brief Japan Belarus --since 2018 --output brief.pdf
    dragoman brief JPN BLR --as-of 2020-01-01 --format html > brief.html
    dragoman brief JPN BLR --new-since 2026-01-01 --output news.docx
    ```
    """
    states = taking_part(named, state_)
    if len(states) != _PAIR:
        raise typer.BadParameter(f"a brief is on two states (dragoman brief JPN KGZ), not on {len(states)}")
    one, other = states
    if one == other:
        raise typer.BadParameter(f"both states are the same: {one}")
    day, news = edtf(as_of, "--as-of"), edtf(new_since, "--new-since")
    chosen = _format(format, output)
    from dragoman.follow.brief import make_brief
    from dragoman.ledger import Ledger

    with Ledger.open(ledger, create=False) as held:
        made = make_brief(
            held, one, other, since=since, as_of=day.last if day else None, new_since=news.last if news else None
        )
        if not made.sections:
            complain(f"The ledger {ledger} has nothing on {made.title}. {_advice(held)}")
            raise typer.Exit(FAILED)
    if chosen is Formats.terminal:
        _print(made)
    else:
        _write(made, chosen, output)


def _format(format: Formats | None, output: Path | None) -> Formats:
    """The format that is asked for, by name or by the end of the output's name."""
    from dragoman.commands import screen

    ending = output.suffix.lstrip(".").casefold() if output else ""
    if output and format is Formats.terminal:
        raise typer.BadParameter("a file cannot be laid out for the terminal", param_hint="--format")
    if format is None and output:
        ending = {"markdown": "md", "htm": "html"}.get(ending, ending)
        if ending not in set(Formats) - {Formats.terminal}:
            raise typer.BadParameter(f"{output} does not end in .md, .html, .docx or .pdf; name the --format")
        return Formats(ending)
    if format in _BINARY and not output and sys.stdout.isatty():
        raise typer.BadParameter(f"a terminal cannot show {format}; name a file with --output", param_hint="--format")
    return format or (Formats.terminal if screen.output().is_terminal else Formats.md)


def _print(made: Brief) -> None:
    from rich.markdown import Markdown

    from dragoman.commands.screen import output
    from dragoman.follow.brief import markdown

    out = output()
    out.print(Markdown(markdown.write(made, footnotes=False)), width=None if out.is_bound else _WIDTH)


def _write(made: Brief, format: Formats, output: Path | None) -> None:
    from dragoman.follow.brief import write

    written = write(made, cast("Format", format.value))
    if output is None:
        typer.echo(written, nl=False)
        return
    try:
        output.write_bytes(written)
    except OSError as error:
        complain(f"{output}: cannot be written: {error.strerror}")
        raise typer.Exit(FAILED) from None


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
