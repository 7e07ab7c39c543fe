"""``dragoman actors``: who and what the entries name, under one identity each."""

from __future__ import annotations

import json
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.commands.options import DEFAULT_LEDGER, LedgerFile, Limit, Named, taking_part

if TYPE_CHECKING:
    from dragoman.ledger import Ledger
    from dragoman.ledger.actors.actor import Actor, Holding

Formats = StrEnum("Formats", ["text", "jsonl"])
ActorKinds = StrEnum("ActorKinds", ["state", "organisation", "person", "place", "post"])


def actors(
    named: Named = None,
    ledger: LedgerFile = DEFAULT_LEDGER,
    kind: Annotated[
        list[ActorKinds] | None, typer.Option("--kind", "-k", metavar="KIND", help=f"One of {', '.join(ActorKinds)}.")
    ] = None,
    state_: Annotated[
        list[str] | None,
        typer.Option("--state", "-s", metavar="STATE", help="Code or name (JPN, Japan) that they are or belong to."),
    ] = None,
    search: Annotated[
        str | None, typer.Option("--search", metavar="NAME", help="Only those with such a name or post.")
    ] = None,
    ids: Annotated[
        Path | None,
        typer.Option(
            "--ids",
            metavar="FILE",
            help="Attach Wikidata and GeoNames ids from a table (TSV or CSV: kind, name, state, wikidata, geonames).",
            show_default=False,
        ),
    ] = None,
    limit: Limit = None,
    format: Annotated[Formats, typer.Option("--format", "-f", help="How to print them.")] = Formats.text,
) -> None:
    """List the states, organisations, persons and places that entries name, each under all its names.

    A post is listed by itself only where nobody is known to have held it at the date; else it is its holder. Kinds
    and states may be given several times. With --ids the table is kept in the ledger, and the actors are listed only
    if something else is asked for.

    Examples:

    ```
    dragoman actors --state Japan --kind person
    dragoman actors --search "economy minister"
    dragoman actors --ids wikidata.tsv
    dragoman actors --format jsonl > actors.jsonl
    ```
    """
    states = taking_part(named, state_)
    from dragoman.commands.screen import first, messages, tell_number
    from dragoman.ledger import Ledger

    with Ledger.open(ledger, create=False) as held:
        if ids is not None:
            _attach(held, ids)
            if not (kind or states or search):
                return
        listed = [
            each
            for each in held.actors()
            if (not kind or each.kind in kind) and (not states or each.code in states) and _is_called(each, search)
        ]
    if format is Formats.jsonl:
        for each in listed[:limit]:
            typer.echo(json.dumps(each.model_dump(mode="json"), ensure_ascii=False))
    else:
        shown, number = first(listed, limit)
        _print(shown)
        tell_number(len(shown), number)
    if not listed and format is Formats.text:
        messages().print("No such actors in the ledger.")


def _attach(held: Ledger, path: Path) -> None:
    from dragoman.commands.screen import messages
    from dragoman.ledger.actors.identifiers import read_identifiers

    given = read_identifiers(path)
    new = held.identify(given)
    unknown = held.directory().unknown(given)
    messages().print(f"{path}: {len(given)} rows, {new} new; {len(unknown)} name nobody in the ledger so far")


def _is_called(actor: Actor, name: str | None) -> bool:
    """Whether one of the actor's names or posts holds all of these words or begins with them, accents aside."""
    if not name:
        return True
    from dragoman.reading.states.gazetteer import key_of

    wanted = key_of(name).split(" ")
    called = (actor.name, *actor.names, *(holding.post for holding in actor.posts))
    return any(all(any(w.startswith(part) for w in key_of(each).split(" ")) for part in wanted) for each in called)


def _print(actors: Iterable[Actor]) -> None:
    from itertools import groupby

    from rich.text import Text

    from dragoman.commands.screen import KEY, Listing, output

    out = output()
    for kind, group in groupby(actors, key=lambda each: each.kind):
        table = Listing()
        table.add_column("ID", no_wrap=True, width=KEY)
        table.add_column("State", width=5)
        table.add_column(kind.capitalize(), ratio=1, overflow="fold")
        table.add_column("Entries", justify="right", no_wrap=True)
        for each in group:
            others = [name for name in each.names if name != each.name]
            told = Text.assemble((each.name, "bold"), *([f"  also {', '.join(others)}"] if others else []))
            for line in (*map(_post, each.posts), *_identifiers(each)):
                told.append(f"\n  {line}", style="dim")
            table.add_row(each.id[:KEY], each.code or "", told, str(each.count))
        out.print(table)
        out.print()


def _post(holding: Holding) -> str:
    to = f" to {holding.to}" if holding.to and holding.to.country not in holding.post else ""
    days = " to ".join(dict.fromkeys(str(day) for day in (holding.first, holding.last) if day))
    return f"{holding.post}{to}{f', {days}' if days else ''}"


def _identifiers(actor: Actor) -> Iterable[str]:
    if actor.wikidata:
        yield f"Wikidata {actor.wikidata}"
    if actor.geonames:
        yield f"GeoNames {actor.geonames}"
