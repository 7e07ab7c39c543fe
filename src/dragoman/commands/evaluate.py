"""``dragoman evaluate``: compare the reading with documents that a person has annotated."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.commands.group import FAILED, complain
from dragoman.commands.options import Jobs, processes

if TYPE_CHECKING:
    from rich.table import Table

    from dragoman.commands import gold as gold_
    from dragoman.errors import DocumentError
    from dragoman.models import Entry, Reading
    from dragoman.reading.evaluation import Report, Share

_TOLD = 10  # problems that are told one by one: a file of another format has one in each line


def evaluate(
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD", help="Annotated documents, lines of the entry format.", show_default=False)
    ],
    texts: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER",
            help='Folder of the texts, named after the ids (.txt, .md, .html). Without it each line has a "text".',
        ),
    ] = None,
    errors: Annotated[bool, typer.Option("--errors", help="List what was missed and what was invented.")] = False,
    split: Annotated[bool, typer.Option("--split", help="Figures of each document, too.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
    jobs: Jobs = 1,
) -> None:
    """Measure the reading on your own annotated documents: precision, recall and F1 by kind and field.

    An entry counts as found if one of the same kind answers it well enough; fields are compared between the two.

    Examples:

    ```
    dragoman evaluate gold.jsonl --texts texts/
    dragoman evaluate gold.jsonl --errors --split
    dragoman evaluate gold.jsonl --json > figures.json
    ```
    """
    from dragoman.commands.gold import load_gold
    from dragoman.errors import DocumentError

    loaded = list(load_gold(gold, texts))
    problems = [each for each in loaded if isinstance(each, DocumentError)]
    annotated = [each for each in loaded if not isinstance(each, DocumentError)]
    if annotated:
        read, failures = _read(annotated, processes(jobs))
        problems += failures
        _report({each.document.id: each.gold for each in annotated}, read, errors=errors, split=split, as_json=as_json)
    for problem in problems[:_TOLD]:
        complain(problem)
    if len(problems) > _TOLD:
        complain(f"{gold}: {len(problems) - _TOLD:,} more are like these")
    if problems or not annotated:
        if not problems:
            complain(f"{gold}: there is no annotated document in it")
        raise typer.Exit(FAILED)


def _read(annotated: Sequence[gold_.Annotated], jobs: int) -> tuple[dict[str, Reading], list[DocumentError]]:
    from dragoman.errors import DocumentError
    from dragoman.models import Reading
    from dragoman.scale.processes import read_all

    results = list(read_all((each.document for each in annotated), jobs))
    read = {
        each.document.id: result for each, result in zip(annotated, results, strict=True) if isinstance(result, Reading)
    }
    return read, [result for result in results if isinstance(result, DocumentError)]


def _report(gold: dict[str, Reading], read: dict[str, Reading], *, errors: bool, split: bool, as_json: bool) -> None:
    from dragoman.commands.screen import output
    from dragoman.reading import evaluation

    report = evaluation.evaluate(gold, read)
    each = {id: evaluation.evaluate({id: gold[id]}, read) for id in gold} if split else {}
    if as_json:
        body = figures_of(report) | ({"documents": {id: figures_of(one) for id, one in each.items()}} if split else {})
        if errors:
            body |= {"missed": _as_json(report.missed), "invented": _as_json(report.invented)}
        typer.echo(json.dumps(body, ensure_ascii=False, indent=2))
        return
    out = output()
    out.print(_shares({**report.kinds, "all": report.all}, "kind"))
    out.print()
    out.print(_fields(report))
    if split:
        out.print()
        out.print(_shares({id: one.all for id, one in each.items()}, "document"))
    if errors:
        for heading, found in (("Missed", report.missed), ("Invented", report.invented)):
            _print_errors(heading, found)


def figures_of(report: Report) -> dict[str, Any]:
    """The figures of a report as a JSON object: by kind, over all kinds, and by field of the matched entries."""
    return {
        "kinds": {kind: _figures(share) for kind, share in report.kinds.items()},
        "all": _figures(report.all),
        "fields": {name: {"right": _mean(checks), "of": len(checks)} for name, checks in report.fields.items()},
    }


def _figures(share: Share) -> dict[str, float | int | None]:
    figures = {"precision": share.precision, "recall": share.recall, "f1": share.f1}
    rounded = {name: None if value is None else round(value, 4) for name, value in figures.items()}
    return rounded | {"right": share.right, "gold": share.gold, "read": share.read}


def _mean(checks: Sequence[bool]) -> float | None:
    return round(sum(checks) / len(checks), 4) if checks else None


def _as_json(found: Iterable[tuple[str, Entry]]) -> list[dict[str, Any]]:
    return [{"document": id, **entry.model_dump(mode="json", exclude_none=True)} for id, entry in found]


def _shares(shares: dict[str, Share], name: str) -> Table:
    table = _table(name, "precision", "recall", "F1", "right", "in gold", "read")
    for label, share in shares.items():
        figures = (share.precision, share.recall, share.f1)
        if label == "all":
            table.add_section()
        table.add_row(label, *map(_number, figures), str(share.right), str(share.gold), str(share.read))
    return table


def _fields(report: Report) -> Table:
    from dragoman.reading.evaluation import FIELDS

    table = _table("field of found entries", "right", "of")
    for name in FIELDS:
        if checks := report.fields.get(name):
            table.add_row(name, _number(_mean(checks)), str(len(checks)))
    return table


def _table(first: str, *others: str) -> Table:
    from rich.box import SIMPLE
    from rich.table import Table

    table = Table(box=SIMPLE, pad_edge=False, show_edge=False)
    table.add_column(first, overflow="fold")
    for name in others:
        table.add_column(name, justify="right", no_wrap=True)
    return table


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _print_errors(heading: str, found: Sequence[tuple[str, Entry]]) -> None:
    from itertools import groupby

    from rich.text import Text

    from dragoman.commands.screen import entry_table, output

    out = output()
    for id, entries in groupby(found, key=lambda each: each[0]):
        out.print()
        out.print(Text.assemble((heading, "bold"), f" in {id}"))
        out.print(entry_table((None, entry) for _, entry in entries))
