"""``dragoman explain``: a text with its entries marked, and why each was read so."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.commands.group import FAILED, complain
from dragoman.commands.options import Published, edtf
from dragoman.reading.reasons import in_words

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from dragoman.models import Document, Entry, Reading

_RULE = 80  # signs of the line between text and entries, at most


def explain(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A document; - is standard input.", show_default=False)],
    html: Annotated[
        Path | None, typer.Option(metavar="OUT", help="Write a page for the browser to this file instead.")
    ] = None,
    date: Published = None,
) -> None:
    """Show a text with every entry marked in it, and for each entry why it was read so.

    Numbers in the text lead to the entries below it.

    Examples:

    ```
    dragoman explain report.txt
    dragoman explain report.txt --html report-explained.html
    dragoman explain - --date 2022-02-03 < copied.txt
    ```
    """
    published = edtf(date, "--date")
    from dragoman.documents import load
    from dragoman.errors import DocumentError, DragomanError
    from dragoman.models import Document
    from dragoman.scale.batch import dated
    from dragoman.scale.processes import read_all

    documents = [dated(each, published) if isinstance(each, Document) else each for each in load([file])]
    results = list(read_all(documents))
    read = [
        (document, result)
        for document, result in zip(documents, results, strict=True)
        if isinstance(document, Document) and not isinstance(result, DocumentError)
    ]
    if html and read:
        from dragoman.commands.html_page import page

        try:
            html.write_text(page(read), encoding="utf-8")
        except OSError as error:
            raise DragomanError(f"{html}: {(error.strerror or str(error)).lower()}") from None
        typer.echo(f"Wrote {html}", err=True)
    elif read:
        for document, reading in read:
            _print(document, reading)
    problems = [result for result in results if isinstance(result, DocumentError)]
    for problem in problems:
        complain(problem)
    if problems:
        raise typer.Exit(FAILED)


def _print(document: Document, reading: Reading) -> None:
    from dragoman.commands.screen import heading, output

    out = output()
    out.print(heading(document.title or document.id, document.date))
    out.print()
    out.print(_marked(document.text, reading))
    out.print()
    out.print("─" * min(out.width, _RULE), style="dim")
    out.print(_explained(reading.entries))


def _marked(text: str, reading: Reading) -> Text:
    from rich.text import Text

    from dragoman.commands.screen import STYLES
    from dragoman.follow.marking import stretches

    marked = Text()
    for stretch in stretches(text, reading.entries):
        kind = reading.entries[stretch.covered[0] - 1].kind if stretch.covered else None
        marked.append(stretch.words, style=f"{STYLES[kind]} underline" if kind else "")
        if stretch.ends:
            marked.append(f"[{','.join(map(str, stretch.ends))}]", style="bold")
    return marked


def _explained(entries: Iterable[Entry]) -> Table:
    from rich.table import Table
    from rich.text import Text

    from dragoman.commands.screen import what

    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(justify="right", style="bold", no_wrap=True)
    grid.add_column(overflow="fold")
    for number, entry in enumerate(entries, start=1):
        sure = "" if entry.confidence is None else f"{entry.confidence:.0%} sure"
        known = Text(", ".join(filter(None, (standing(entry), sure))), style="dim")
        reasons = [Text(f"– {in_words(reason)}", style="dim") for reason in entry.why]
        grid.add_row(f"{number}", Text("\n").join([what(entry), *([known] if known else []), *reasons]))
    return grid


def standing(entry: Entry) -> str:
    """Date, stage and parties of an entry in one line."""
    from dragoman.follow.wording import date_words, parties_words

    return ", ".join(filter(None, (date_words(entry.date), getattr(entry, "stage", None), parties_words(entry))))
