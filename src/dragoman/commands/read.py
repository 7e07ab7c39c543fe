"""``dragoman read``: documents in, entries out, or into a ledger."""

from __future__ import annotations

from contextlib import closing, nullcontext
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.commands.decide import vanished_words
from dragoman.commands.group import FAILED, complain
from dragoman.commands.options import LEDGER_VARIABLE, Jobs, Published, edtf, processes

if TYPE_CHECKING:
    from rich.progress import Progress

    from dragoman.ledger import Ledger
    from dragoman.models import Document
    from dragoman.scale.batch import Batch, Done

Formats = StrEnum("Formats", ["jsonl", "table"])


def read(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH…", help="Files and folders; - is standard input.", show_default=False)
    ],
    ledger: Annotated[
        str | None,
        typer.Option(
            "--ledger",
            "-l",
            envvar=LEDGER_VARIABLE,
            metavar="LEDGER",
            help="Keep the entries in this ledger: a file, or postgresql://user@host/database.",
        ),
    ] = None,
    format: Annotated[
        Formats | None,
        typer.Option(
            "--format", "-f", help="Print lines of the entry format, or a table (the default without a ledger)."
        ),
    ] = None,
    jobs: Jobs = 1,
    min_confidence: Annotated[
        float | None,
        typer.Option(min=0, max=1, metavar="X", help="Leave out entries that are less sure than X (0 to 1)."),
    ] = None,
    date: Published = None,
) -> None:
    """Read documents: PDF, Word (.docx), HTML, plain text, Markdown, mail, JSON lines, feeds, web archives.

    With a ledger, each document is written to it as soon as it is read, so an interrupted run can be started again
    and goes on where it was. Documents that the ledger has already are not read again. What cannot be read is
    reported on standard error in one line each, everything else is read, and the exit code is 1.

    Examples:

    ```
    dragoman read report.txt
    dragoman read news/ speech.html --ledger dragoman.ledger
    dragoman read archive.jsonl --jobs 4 --format jsonl > entries.jsonl
    curl -s https://example.org/release.html | dragoman read -
    curl -s https://example.org/news.rss | dragoman read - --ledger dragoman.ledger
    ```
    """
    published = edtf(date, "--date")
    from dragoman.commands.screen import resolve
    from dragoman.ledger import Ledger
    from dragoman.reading.reader import READER
    from dragoman.scale.batch import Batch

    if ledger is None and format is None:
        format = Formats.table
    with Ledger.open(ledger) if ledger else nullcontext() as held:
        batch = Batch(paths, READER, held, processes(jobs), published, min_confidence)
        try:
            _run(batch, format)
        except KeyboardInterrupt:
            typer.secho(f"Interrupted. {_summary(batch)}", err=True, dim=True)
            raise
        gone = None
        if held:
            resolve(held)
            gone = vanished_words(held)
    if ledger or batch.foreign or batch.documents + batch.failed != 1:
        typer.secho(_summary(batch), err=True, dim=True)
    if gone:
        typer.secho(gone, err=True, dim=True)
    if batch.failed:
        raise typer.Exit(FAILED)


def _run(batch: Batch, format: Formats | None) -> None:
    from dragoman.errors import DocumentError
    from dragoman.scale.batch import Done

    with _progress(batch) as progress, closing(batch.run()) as outcomes:
        task = progress.task_ids[0]
        for outcome in outcomes:
            if isinstance(outcome, DocumentError):
                complain(outcome)
            elif isinstance(outcome, Done):
                _print(outcome, format)
                if (language := outcome.document.language) not in (None, "en"):
                    complain(f"{_whence(outcome.document)}: it is in another language than English ({language})")
            progress.update(task, completed=batch.inputs, documents=batch.documents, entries=batch.entries)


def _whence(document: Document) -> str:
    return document.sources[0] if document.sources else document.id


def _print(done: Done, format: Formats | None) -> None:
    if format is Formats.jsonl:
        typer.echo(done.reading.to_json())
    elif format is Formats.table:
        from dragoman.commands.screen import entry_table, heading, output

        out = output()
        out.print(heading(done.document.title or done.document.id, done.reading.document.date))
        out.print(
            entry_table((None, entry) for entry in done.reading.entries) if done.reading.entries else "No entries."
        )
        out.print()


def _progress(batch: Batch) -> Progress:
    """A bar on standard error, if that is a terminal."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    from dragoman.commands.screen import messages
    from dragoman.documents import count

    console = messages()
    progress = Progress(
        TextColumn("Reading"),
        BarColumn(bar_width=30),
        MofNCompleteColumn(),
        TextColumn("{task.fields[documents]} documents, {task.fields[entries]} entries"),
        TimeElapsedColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
        redirect_stdout=False,
    )
    progress.add_task("", total=count(batch.paths) if console.is_terminal else None, documents=0, entries=0)
    return progress


def _summary(batch: Batch) -> str:
    from dragoman.follow.wording import number_of

    read = f"Read {number_of(batch.documents, 'document')} with {number_of(batch.entries, 'entry')}"
    said = [read + _into(batch.ledger)]
    if batch.known:
        said.append(f"{number_of(batch.known, 'document')} had been read before.")
    if batch.forgotten:
        said.append(f"{number_of(batch.forgotten, 'document')} stayed out, as decided: see dragoman decide list.")
    if batch.foreign:
        said.append(f"{number_of(batch.foreign, 'document')} not in English, of which no entry is to be trusted.")
    if batch.failed:
        said.append(f"{number_of(batch.failed, 'input')} could not be read.")
    return " ".join(said)


def _into(ledger: Ledger | None) -> str:
    return f" into {ledger.name}." if ledger else "."
