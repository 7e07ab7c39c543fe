"""``dragoman decide``: what an analyst says of entries and findings, kept for ever."""

from __future__ import annotations

import getpass
import json
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.commands.options import DEFAULT_LEDGER, LedgerFile

if TYPE_CHECKING:
    from dragoman.follow.deciding import Analyst
    from dragoman.ledger import Ledger
    from dragoman.models import Decision

Formats = StrEnum("Formats", ["text", "jsonl"])
ANALYST_VARIABLE = "DRAGOMAN_ANALYST"

_IDS = "Ids of entries or records, or how they begin."
Ids = Annotated[list[str], typer.Argument(metavar="ID…", help=_IDS, show_default=False)]
Id = Annotated[str, typer.Argument(metavar="ID", help=_IDS, show_default=False)]
By = Annotated[
    str | None,
    typer.Option(envvar=ANALYST_VARIABLE, metavar="NAME", help="Who decides. Default: the name of the user."),
]
Whole = Annotated[bool, typer.Option("--record", "-R", help="All entries of the record that it belongs to.")]
Reason = Annotated[str | None, typer.Option(metavar="WORDS", help="Why.")]

decide = typer.Typer(no_args_is_help=True, context_settings={"help_option_names": ["-h", "--help"]})


@decide.callback()
def about() -> None:
    """Say what is the same, different or wrong, correct a field, dismiss a finding, or undo a decision.

    Decisions win over the machine and are never lost or changed: another decision undoes one. A better reader that
    reads all documents again finds them waiting.

    Examples:

    ```
    dragoman decide same 3f9a02c1 77d0e4b2 --reason "both are the visit of May"
    dragoman decide correct 3f9a02c1 amount.value 12500
    dragoman decide dismiss a08b77
    dragoman decide undo 3
    ```
    """


@decide.command()
def same(ids: Ids, by: By = None, reason: Reason = None, ledger: LedgerFile = DEFAULT_LEDGER) -> None:
    """These entries, and the records that they belong to, are one thing.

    Examples:

    ```
    dragoman decide same 3f9a02c1 77d0e4b2 --by h.sato
    ```
    """
    _several(ids)
    _decide(ledger, by, reason, lambda analyst: analyst.same(ids))


@decide.command()
def different(ids: Ids, by: By = None, reason: Reason = None, ledger: LedgerFile = DEFAULT_LEDGER) -> None:
    """No two of these entries are one thing, nor the records that they belong to.

    Examples:

    ```
    dragoman decide different 3f9a02c1 77d0e4b2 --reason "two grants of one size"
    ```
    """
    _several(ids)
    _decide(ledger, by, reason, lambda analyst: analyst.different(ids))


@decide.command()
def wrong(
    ids: Ids,
    whole: Whole = False,
    by: By = None,
    reason: Reason = None,
    ledger: LedgerFile = DEFAULT_LEDGER,
) -> None:
    """The documents do not say this: the entries are left out of every answer.

    Examples:

    ```
    dragoman decide wrong 3f9a02c1
    dragoman decide wrong 3f9a02c1 --record
    ```
    """
    _decide(ledger, by, reason, lambda analyst: analyst.wrong(ids, whole=whole))


@decide.command()
def correct(
    id: Id,
    field: Annotated[str, typer.Argument(metavar="FIELD", help="stage, date, amount.value, parties.0.code …")],
    value: Annotated[str, typer.Argument(metavar="VALUE", help="Words, a number or JSON; null for nothing.")],
    whole: Whole = False,
    by: By = None,
    reason: Reason = None,
    ledger: LedgerFile = DEFAULT_LEDGER,
) -> None:
    """Put another value in the place of a field.

    Examples:

    ```
    dragoman decide correct 3f9a02c1 stage done
    dragoman decide correct 3f9a02c1 amount.value 12500
    dragoman decide correct 3f9a02c1 place '{"name": "Hue", "country": "VNM"}'
    dragoman decide correct 3f9a02c1 due null
    ```
    """
    _decide(ledger, by, reason, lambda analyst: analyst.correct(id, field, value, whole=whole))


@decide.command()
def dismiss(
    findings: Annotated[list[str], typer.Argument(metavar="FINDING…", help="Ids of findings, or how they begin.")],
    by: By = None,
    reason: Reason = None,
    ledger: LedgerFile = DEFAULT_LEDGER,
) -> None:
    """Set findings of `dragoman check` aside.

    Examples:

    ```
    dragoman decide dismiss a08b77 --reason "the total is of another year"
    ```
    """
    _decide(ledger, by, reason, lambda analyst: analyst.dismiss(findings))


@decide.command()
def undo(
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="The number that `decide list` shows.")],
    by: By = None,
    reason: Reason = None,
    ledger: LedgerFile = DEFAULT_LEDGER,
) -> None:
    """Let a decision have no effect any more; that is a decision, too, and can be undone.

    Examples:

    ```
    dragoman decide undo 3
    ```
    """
    _decide(ledger, by, reason, lambda analyst: analyst.undo(number))


@decide.command("list")
def list_(
    subject: Annotated[str | None, typer.Option(metavar="ID", help="Those about this entry or finding alone.")] = None,
    format: Annotated[Formats, typer.Option("--format", "-f", help="How to print them.")] = Formats.text,
    ledger: LedgerFile = DEFAULT_LEDGER,
) -> None:
    """List all decisions with who made them, when and why, those that were undone too.

    Examples:

    ```
    dragoman decide list
    dragoman decide list --subject 3f9a02c1 --format jsonl
    ```
    """
    from dragoman.follow.deciding import undone
    from dragoman.ledger import Ledger

    with Ledger.open(ledger, create=False) as held:
        decisions = held.decisions()
        gone = undone(decisions)
        chosen = {
            number: each
            for number, each in decisions.items()
            if subject is None or any(key.startswith(subject) for key in each.subject)
        }
        _print(held, chosen, gone, format)


@decide.command()
def vanished(
    format: Annotated[Formats, typer.Option("--format", "-f", help="How to print them.")] = Formats.text,
    ledger: LedgerFile = DEFAULT_LEDGER,
) -> None:
    """List the decisions about entries that are no longer there.

    A newer reader did not find them again, or their document was forgotten. The decisions are kept, and take effect
    as soon as the entry is found again.

    Examples:

    ```
    dragoman decide vanished
    ```
    """
    from dragoman.follow import deciding
    from dragoman.ledger import Ledger

    with Ledger.open(ledger, create=False) as held:
        decisions = held.decisions()
        _print(held, {number: decisions[number] for number in deciding.vanished(held)}, {}, format)


def vanished_words(ledger: Ledger) -> str | None:
    """One line on decisions whose entries are gone, None if there are none."""
    from dragoman.follow import deciding

    number = len(deciding.vanished(ledger))
    if not number:
        return None
    are = "1 decision is" if number == 1 else f"{number:,} decisions are"
    return f"{are} about entries that are no longer there: dragoman decide vanished"


def _several(ids: Sequence[str]) -> None:
    if len(ids) < 2:
        raise typer.BadParameter("name two entries or more", param_hint="ID…")


def _decide(place: str, by: str | None, reason: str | None, say: Callable[[Analyst], list[int]]) -> None:
    from dragoman.follow.deciding import Analyst
    from dragoman.ledger import Ledger

    with Ledger.open(place, create=False) as held:
        numbers = say(Analyst(held, by or getpass.getuser(), reason))
        decisions = held.decisions()
        _print(held, {number: decisions[number] for number in numbers}, {}, Formats.text)
    typer.secho(f"To take it back: dragoman decide undo {numbers[-1]}", err=True, dim=True)


def _print(ledger: Ledger, decisions: Mapping[int, Decision], gone: Mapping[int, int], format: Formats) -> None:
    from rich.text import Text

    from dragoman.commands.screen import messages, output

    out = output()
    for number, decision in decisions.items():
        if format is Formats.jsonl:
            known = {"number": number} | decision.model_dump(mode="json", exclude_none=True)
            typer.echo(json.dumps(known | ({"undone_by": gone[number]} if number in gone else {}), ensure_ascii=False))
            continue
        said = Text.assemble((f"{number}", "bold"), "  ", _words(decision))
        said.append(f"  by {decision.by}, {decision.at:%Y-%m-%d %H:%M}", style="dim")
        if number in gone:
            said.append(f"  (undone by {gone[number]})", style="dim")
        out.print(said, soft_wrap=True)
        for key in decision.subject:
            out.print(Text.assemble("   ", (key, "dim"), "  ", _about(ledger, decision, key)), soft_wrap=True)
        if decision.reason:
            out.print(Text(f"   “{decision.reason}”", style="italic"), soft_wrap=True)
    if not decisions and format is Formats.text:
        messages().print("No such decisions in the ledger.")


def _words(decision: Decision) -> str:
    if decision.verdict == "corrected":
        return f"corrected: {decision.field} is {json.dumps(decision.value, ensure_ascii=False)}"
    if decision.verdict == "forgotten":
        return f"forgotten: {', '.join(map(str, decision.value or ()))}"
    return f"undone: decision {decision.value}" if decision.verdict == "undone" else decision.verdict


_SHA256 = 64  # signs of what names a document; keys of entries and findings are shorter


def _about(ledger: Ledger, decision: Decision, key: str) -> str:
    """What the key stands for, in the words of the entry."""
    from dragoman.errors import NotFoundError
    from dragoman.follow.wording import line_of

    try:
        entry = ledger.entry(key).entry
    except NotFoundError:
        if len(key) == _SHA256:
            return "a document"
        return "a finding" if decision.verdict in ("dismissed", "undone") else "no longer there"
    return line_of(entry)
