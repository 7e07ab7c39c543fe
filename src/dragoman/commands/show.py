"""``dragoman show``: one entry with all that is known of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.commands.options import DEFAULT_LEDGER, LedgerFile

if TYPE_CHECKING:
    from rich.table import Table

    from dragoman.ledger import StoredEntry
    from dragoman.models import Entry

# Shown in their own places, or put together to one field.
_APART = {"kind", "type", "title", "parties", "evidence", "why", "confidence", "salience"}
_NUMBERS = {"value", "low", "high", "unit", "bound", "approx"}


def show(
    id: Annotated[str, typer.Argument(metavar="ID", help="The id of an entry, or how it begins.", show_default=False)],
    ledger: LedgerFile = DEFAULT_LEDGER,
) -> None:
    """Show one entry: its fields, the sentences that it rests on, its document, and why it was read so.

    Examples:

    ```
    dragoman show 3f9a02c1
    dragoman show 3f9a02c1 --ledger news.ledger
    ```
    """
    from dragoman.ledger import Ledger

    with Ledger.open(ledger, create=False) as held:
        stored = held.entry(id)
        _print(stored, held.text(stored.document.sha256))


def _print(stored: StoredEntry, text: str) -> None:
    from rich.padding import Padding
    from rich.text import Text

    from dragoman.follow.quoting import sentences_of
    from dragoman.commands.screen import heading, output, what

    out, entry = output(), stored.entry
    out.print(Text.assemble(what(entry), f"  {stored.key}"))
    out.print()
    out.print(_grid(fields_of(entry)))
    for sentence in sentences_of(text, entry.evidence):
        out.print()
        quote = Text(sentence.words)
        for start, end in sentence.marks:
            quote.stylize("bold underline", start, end)
        out.print(Padding(quote, (0, 2)))
    out.print()
    out.print(heading(stored.document.title or stored.document.id, stored.document.date))
    for source in stored.document.sources:
        out.print(Text(source, style="dim"))
    out.print(_grid([("read by", stored.document.reader), *_reasons(entry)]))


def fields_of(entry: Entry) -> Iterator[tuple[str, str]]:
    """All that is known of an entry, as names and values."""
    from dragoman.follow.wording import amount_words
    from dragoman.models import Figure

    yield "kind", f"{entry.kind}, {entry.type}" if hasattr(entry, "type") else entry.kind
    if isinstance(entry, Figure):
        yield "amount", amount_words(entry)
    for party in entry.parties:
        yield party.role, f"{party.name} ({party.code})" if party.code else party.name
    for name in type(entry).model_fields:
        if name not in _APART | _NUMBERS and (value := getattr(entry, name)) is not None:
            yield name.replace("_", " "), _words(value)


def _words(value: object) -> str:
    from dragoman.follow.wording import amount_words, date_words
    from dragoman.models import Amount, Place, Terms
    from dragoman.values import Edtf

    match value:
        case Amount():
            return amount_words(value)
        case Place():
            return f"{value.name} ({value.country})" if value.country else value.name
        case Terms():
            known = value.model_dump(exclude_none=True)
            units = {"interest": "%", "maturity": " years", "grace": " years"}
            return ", ".join(f"{name} {number:g}{units[name]}" for name, number in known.items())
        case Edtf():
            return str(value) if date_words(value) == value else f"{date_words(value)} ({value})"
        case _:
            return str(value)


def _reasons(entry: Entry) -> Iterator[tuple[str, str]]:
    if entry.confidence is not None:
        yield "confidence", f"{entry.confidence:.2f}"
    for number, reason in enumerate(entry.why):
        yield "" if number else "why", reason


def _grid(rows: Iterator[tuple[str, str]] | list[tuple[str, str]]) -> Table:
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for name, value in rows:
        grid.add_row(name, Text(value))
    return grid
