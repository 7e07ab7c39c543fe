"""``dragoman spans``: the dates, quantities and actors that entries are built from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.commands.group import FAILED, complain
from dragoman.commands.options import Published, edtf

if TYPE_CHECKING:
    from dragoman.commands.screen import Listing
    from dragoman.models import Document

Formats = StrEnum("Formats", ["table", "jsonl"])


def spans(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A document; - is standard input.", show_default=False)],
    dates: Annotated[bool, typer.Option("--dates", help="Dates.")] = False,
    quantities: Annotated[bool, typer.Option("--quantities", help="Sums, shares, measures and counts.")] = False,
    actors: Annotated[bool, typer.Option("--actors", help="States, bodies, persons and places.")] = False,
    format: Annotated[Formats, typer.Option("--format", "-f", help="How to print them.")] = Formats.table,
    date: Published = None,
) -> None:
    """Show the dates, quantities and actors of a document, with their places in the text and their values.

    These are the building blocks of entries. Without --dates, --quantities or --actors all three are shown. "Next
    month" has a value only if the day of publication is known, from the document or by --date.

    Examples:

    ```
    dragoman spans report.txt
    dragoman spans report.txt --dates --format jsonl
    dragoman spans - --date 2022-02-03 < copied.txt
    ```
    """
    published = edtf(date, "--date")
    wanted = [name for name, on in (("date", dates), ("quantity", quantities), ("actor", actors)) if on]
    from dragoman.documents import load
    from dragoman.errors import DocumentError
    from dragoman.scale.batch import dated

    failed = False
    for document in load([file]):
        if isinstance(document, DocumentError):
            complain(document)
            failed = True
        else:
            _print(document, spans_of(dated(document, published), *wanted), format)
    if failed:
        raise typer.Exit(FAILED)


def spans_of(document: Document, *wanted: str) -> list[dict[str, Any]]:
    """What a document tells, in the order of the text, each as a JSON object: all of it, or of ``wanted`` ``date``,
    ``quantity`` and ``actor``."""
    found: list[dict[str, Any]] = []
    if not wanted or "date" in wanted:
        from dragoman.reading.dating import times_of

        times = times_of(document.text, document.date)
        found += [{"span": "date", **_known(each, "edtf", "timex", "kind")} for each in times]
    if wanted != ("date",):
        found += [each for each in _parsed(document) if not wanted or each["span"] in wanted]
    for each in found:
        each["text"] = document.text[each["start"] : each["end"]]
    return sorted(found, key=lambda each: (each["start"], each["end"]))


def _parsed(document: Document) -> Iterator[dict[str, Any]]:
    """The quantities and actors, which hang on the parse of the sentences; of a long text piece by piece."""
    from dragoman.reading.dating import day_of_writing
    from dragoman.reading.paging import page_of
    from dragoman.reading.stretches import pieces

    day = document.date or day_of_writing(document.text)
    for start, words in pieces(document.text):
        page = page_of(document.model_copy(update={"text": words, "date": day}), as_prose=True)
        told = [*_all("quantity", (*page.quantities, *page.restated), *_NUMBER), *_all("actor", page.actors, *_NAME)]
        for each in told:
            yield {**each, "start": each["start"] + start, "end": each["end"] + start}


_NUMBER = ("value", "low", "high", "unit", "bound", "approx", "kind")
_NAME = ("name", "code", "kind", "post")


def _all(span: str, mentions: Iterable[object], *names: str) -> Iterator[dict[str, Any]]:
    return ({"span": span, **_known(each, *names)} for each in mentions)


def _known(mention: object, *names: str) -> dict[str, Any]:
    values = {name: getattr(mention, name) for name in ("start", "end", *names)}
    return {name: value for name, value in values.items() if value is not None and value is not False}


def _print(document: Document, found: list[dict[str, Any]], format: Formats) -> None:
    if format is Formats.jsonl:
        for each in found:
            typer.echo(json.dumps({"document": document.id, **each}, ensure_ascii=False))
        return
    from dragoman.commands.screen import heading, output

    out = output()
    out.print(heading(document.title or document.id, document.date))
    out.print(_table(found))
    out.print()


def _table(found: Iterator[dict[str, Any]] | list[dict[str, Any]]) -> Listing:
    from rich.text import Text

    from dragoman.commands.screen import Listing

    table = Listing()
    for name in ("Start", "End"):
        table.add_column(name, justify="right", no_wrap=True)
    table.add_column("Span", no_wrap=True)
    table.add_column("Text", ratio=2, overflow="fold")
    table.add_column("Value", ratio=2, overflow="fold")
    for each in found:
        value = {name: v for name, v in each.items() if name not in ("start", "end", "span", "text")}
        words = ", ".join(f"{name} {v:,.10g}" if isinstance(v, float) else f"{name} {v}" for name, v in value.items())
        table.add_row(
            str(each["start"]), str(each["end"]), each["span"], Text(" ".join(each["text"].split())), Text(words)
        )
    return table
