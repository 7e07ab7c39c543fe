"""``dragoman search``: the documents and entries that hold certain words."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.commands.options import DEFAULT_LEDGER, LedgerFile, States, taking_part

if TYPE_CHECKING:
    from rich.text import Text

    from dragoman.ledger import Hit

Formats = StrEnum("Formats", ["text", "jsonl"])
Sorts = StrEnum("Sorts", ["document", "event", "instrument", "activity", "figure", "tenure"])


def search(
    words: Annotated[
        list[str],
        typer.Argument(metavar="WORDS", help='Words, "phrases in quotes", and -words that must not be there.'),
    ],
    ledger: LedgerFile = DEFAULT_LEDGER,
    kind: Annotated[
        list[Sorts] | None, typer.Option("--kind", "-k", metavar="KIND", help=f"One of {', '.join(Sorts)}.")
    ] = None,
    state_: States = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, metavar="N", help="How many to show.")] = 20,
    format: Annotated[Formats, typer.Option("--format", "-f", help="How to print them.")] = Formats.text,
) -> None:
    """Search documents (title and text) and entries (title, names and quotes), the best first.

    Case, accents and endings do not count: "export" finds "exports" and "exported". Kinds and states may be given
    several times. A question with phrases or -words stands in single quotes, so that the shell leaves it alone.

    Examples:

    ```
    dragoman search "honey export"
    dragoman search '"grant aid" hospital -loan' --state Japan --kind activity
    dragoman search ambassador --format jsonl --limit 100 > hits.jsonl
    ```
    """
    states = taking_part(state_)
    from dragoman.commands.screen import messages
    from dragoman.ledger import Ledger
    from dragoman.ledger.question import Question

    if not Question.of(" ".join(words)).wanted:
        raise typer.BadParameter("there is no word in it to look for", param_hint="WORDS")
    with Ledger.open(ledger, create=False) as held:
        kinds = [each.value for each in kind or ()]
        hits = held.search(" ".join(words), kinds=kinds, states=states, limit=limit)  # type: ignore[arg-type]
    for hit in hits:
        if format is Formats.jsonl:
            typer.echo(json.dumps(as_line(hit), ensure_ascii=False))
        else:
            _print(hit)
    if not hits and format is Formats.text:
        messages().print("Nothing in the ledger holds all of these words.")


def as_line(hit: Hit) -> dict[str, Any]:
    """The hit as one JSON object; ``id`` is what `dragoman show` takes, or the SHA-256 of a document."""
    document = hit.document.model_dump(mode="json", exclude={"reader"})
    body = hit.model_dump(mode="json", include={"title", "snippet", "marks", "score"})
    return {"kind": hit.what, "id": hit.key, **body, "document": document}


def _print(hit: Hit) -> None:
    from rich.text import Text

    from dragoman.commands.screen import KEY, STYLES, indented, output

    out, document = output(), hit.document
    style = "bold" if hit.what == "document" else STYLES[hit.what]
    out.print(Text.assemble((hit.key[:KEY], "dim"), "  ", (hit.what, style), ": ", hit.title), soft_wrap=True)
    out.print(indented(_marked(hit), KEY + 2))
    if hit.what == "document":
        told = document.date or "no date"
    else:
        told = f"{document.title or document.id}, {document.date or 'no date'}"
    source = "\n".join([told, *document.sources[:1]])
    out.print(indented(Text(source, style="dim"), KEY + 2))
    out.print()


def _marked(hit: Hit) -> Text:
    from rich.text import Text

    snippet = Text(hit.snippet)
    for start, end in hit.marks:
        snippet.stylize("bold underline", start, end)
    return snippet
