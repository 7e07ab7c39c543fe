"""``dragoman show``: one record with its history, or one entry, with all that is known of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.commands.options import DEFAULT_LEDGER, LedgerFile
from dragoman.reading.reasons import in_words

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from dragoman.ledger import Ledger, StoredEntry
    from dragoman.models import Entry, Record

# Shown in their own places.
_APART = {"kind", "type", "title", "parties", "evidence", "why", "confidence", "salience"}


def show(
    id: Annotated[
        str, typer.Argument(metavar="ID", help="The id of a record or an entry, or how it begins.", show_default=False)
    ],
    ledger: LedgerFile = DEFAULT_LEDGER,
    entry: Annotated[
        bool, typer.Option("--entry", help="Show the entry alone, and why it was read so, not what it is part of.")
    ] = False,
) -> None:
    """Show what the documents say of one thing: its fields, its history, the sentences, and what joined them.

    The best value of each field stands first, other values below it with who says so. What one entry alone says is
    shown with `--entry`.

    Examples:

    ```
    dragoman show 3f9a02c1
    dragoman show 3f9a02c1 --entry
    ```
    """
    from dragoman.commands.screen import output
    from dragoman.errors import NotFoundError
    from dragoman.ledger import Ledger

    with Ledger.open(ledger, create=False) as held:
        record = None
        if not entry:
            try:
                record = held.record(id)
            except NotFoundError:
                # What nobody counts on any more (it was found wrong) is still an entry.
                held.entry(id)
        if record and len(record.entries) > 1:
            _print_record(output(), held, record)
        else:
            stored = held.entry(record.entries[0] if record else id)
            _print(output(), stored, held.text(stored.document.sha256))
            if record:
                _print_parts(output(), held, record)


def _print(out: Console, stored: StoredEntry, text: str) -> None:
    from rich.text import Text

    from dragoman.commands.screen import heading, what

    entry = stored.entry
    out.print(Text.assemble(what(entry), f"  {stored.key}"))
    out.print()
    out.print(_grid(fields_of(entry)))
    _print_sentences(out, entry, text)
    out.print()
    out.print(heading(stored.document.title or stored.document.id, stored.document.date))
    for source in stored.document.sources:
        out.print(Text(source, style="dim"))
    out.print(_grid([("read by", stored.document.reader), *_reasons(entry)]))


def _print_record(out: Console, held: Ledger, record: Record) -> None:
    from rich.text import Text

    from dragoman.commands.screen import KEY, what

    told = {key: held.entry(key) for key in record.entries}
    out.print(Text.assemble(what(record.best), f"  {record.id}"))
    out.print()
    out.print(_grid(_fields_and_others(record, told)))
    _print_parts(out, held, record)
    out.print(Text("\nHistory", style="bold"))
    for key in record.entries:
        _print_step(out, told[key], held.text(told[key].document.sha256))
    out.print(Text("\nOne thing because", style="bold"))
    for joint in held.why(record.id):
        pair = " and ".join(key[:KEY] for key in joint.entries)
        out.print(Text.assemble((f"{pair}  ", "dim"), f"{'; '.join(joint.reasons)} ({joint.score:.0%} sure)"))


def _print_step(out: Console, stored: StoredEntry, text: str) -> None:
    from rich.text import Text

    from dragoman.commands.screen import KEY
    from dragoman.follow.wording import date_words

    entry, known = stored.entry, stored.document
    when = ", ".join(filter(None, (getattr(entry, "stage", None), date_words(entry.date))))
    source = f"{known.title or known.id}, {known.date or 'no date'}"
    out.print(Text.assemble("\n", (when or "told", "bold"), f"  {source}  ", (stored.key[:KEY], "dim")))
    _print_sentences(out, entry, text, gap=False)


def _print_sentences(out: Console, entry: Entry, text: str, gap: bool = True) -> None:
    from rich.text import Text

    from dragoman.commands.screen import indented
    from dragoman.follow.quoting import sentences_of

    for sentence in sentences_of(text, entry.evidence):
        if gap:
            out.print()
        quote = Text(sentence.words)
        for start, end in sentence.marks:
            quote.stylize("bold underline", start, end)
        out.print(indented(quote, 2))


def _print_parts(out: Console, held: Ledger, record: Record) -> None:
    from rich.text import Text

    from dragoman.commands.screen import entry_table

    if parts := held.parts(record.id):
        out.print(Text("\nParts", style="bold"))
        out.print(entry_table((part.id, part.best) for part in parts))


def _fields_and_others(record: Record, told: dict[str, StoredEntry]) -> Iterator[tuple[str, str]]:
    """The fields of the best values, each followed by the other values with who gives them."""
    others = dict(record.others)
    for name, value in fields_of(record.best):
        yield name, value
        for other in others.pop(name.replace(" ", "_"), ()):
            yield "", f"other: {_other(record, name.replace(' ', '_'), other.value)} ({_tellers(other.entries, told)})"
    for name in ("title", "value"):
        for other in others.pop(name, ()):
            yield f"other {name}", f"{_other(record, name, other.value)} ({_tellers(other.entries, told)})"


def _other(record: Record, field: str, value: object) -> str:
    """Another value in the words in which the best one is shown."""
    from dragoman.follow.wording import amount_words
    from dragoman.models import Amount
    from dragoman.values import Edtf

    if field == "value" and isinstance(value, dict):
        return amount_words(Amount.model_validate(value))
    if isinstance(value, dict):
        return _words(getattr(type(record.best).model_validate(record.best.model_dump() | {field: value}), field))
    return _words(Edtf(str(value))) if field in ("date", "due") else str(value)


def _tellers(keys: Iterable[str], told: dict[str, StoredEntry]) -> str:
    known = (told[key].document for key in keys)
    return "; ".join(
        dict.fromkeys(f"{document.title or document.id}, {document.date or 'no date'}" for document in known)
    )


def fields_of(entry: Entry) -> Iterator[tuple[str, str]]:
    """All that is known of an entry, as names and values."""
    from dragoman.follow.wording import amount_words
    from dragoman.models import Amount, Figure

    apart = _APART | Amount.model_fields.keys()  # the numbers of a figure are shown as one
    yield "kind", f"{entry.kind}, {entry.type}" if hasattr(entry, "type") else entry.kind
    if isinstance(entry, Figure):
        yield "amount", amount_words(entry)
    for party in entry.parties:
        yield party.role, f"{party.name} ({party.code})" if party.code else party.name
    for name in type(entry).model_fields:
        if name not in apart and (value := getattr(entry, name)) is not None:
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
        yield "" if number else "why", in_words(reason)


def _grid(rows: Iterator[tuple[str, str]] | list[tuple[str, str]]) -> Table:
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for name, value in rows:
        grid.add_row(name, Text(value))
    return grid
