"""``dragoman check``: what adds up in the ledger, and what does not."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.commands.options import DEFAULT_LEDGER, AsOf, LedgerFile, Limit, Named, States, edtf, taking_part

if TYPE_CHECKING:
    from dragoman.follow.checks import Finding

Formats = StrEnum("Formats", ["text", "jsonl"])

# The values of ``dragoman.follow.checks.Rule`` again, so that --help need not wait for the models.
Rules = StrEnum(
    "Rules",
    ["parts", "counts", "yearly", "growth", "shares", "values", "holders", "sessions", "delivery", "future", "dates"],
)


def check(
    named: Named = None,
    ledger: LedgerFile = DEFAULT_LEDGER,
    state_: States = None,
    rule: Annotated[
        list[Rules] | None, typer.Option("--rule", "-r", metavar="RULE", help=f"One of {', '.join(Rules)}.")
    ] = None,
    all: Annotated[
        bool, typer.Option("--all", "-a", help="Also what was confirmed, and what was dismissed by a decision.")
    ] = False,
    sure: Annotated[
        float, typer.Option(min=0, max=1, metavar="X", help="Leave out findings that are less sure than X (0 to 1).")
    ] = 0.0,
    as_of: AsOf = None,
    limit: Limit = None,
    format: Annotated[Formats, typer.Option("--format", "-f", help="How to print them.")] = Formats.text,
) -> None:
    """Test the ledger: sums, counts, rates, shares, values, posts, sessions, and the order in time.

    Each finding states the sum, quotes the sentences that it rests on, and says how sure it is. With --all, what
    agrees is shown too. `dragoman decide dismiss` sets a finding aside for good.

    | Rule | What it tests |
    | --- | --- |
    | parts | parts against totals and umbrella amounts |
    | counts | counts against what is told one by one |
    | yearly | yearly sums against the sum of the years |
    | growth | growth rates against the values of two years |
    | shares | shares against wholes and parts |
    | values | two values of one figure for one period |
    | holders | two holders of one post at a time |
    | sessions | sessions of a series out of order, or missing |
    | delivery | a delivery before its agreement |
    | future | dates in the future that are told as done |
    | dates | an end before its beginning |

    Examples:

    ```
    dragoman check
    dragoman check --state JPN --state BLR --all
    dragoman check --rule holders --rule sessions --format jsonl > findings.jsonl
    ```
    """
    states = taking_part(named, state_)
    day = edtf(as_of, "--as-of")
    from dragoman.commands.screen import first, messages, tell_number
    from dragoman.follow.checks import findings
    from dragoman.ledger import Ledger

    with Ledger.open(ledger, create=False) as held, messages().status("Checking the ledger"):
        found = [
            finding
            for finding in findings(
                held,
                day.last if day else None,
                states=states,
                rules=[each.value for each in rule or ()],  # type: ignore[misc]
            )
            if finding.sure >= sure
        ]
    shown = [finding for finding in found if all or not (finding.confirmed or finding.dismissed)]
    if format is Formats.jsonl:
        for finding in shown[:limit]:
            typer.echo(finding.model_dump_json(exclude_none=True))
    else:
        listed, number = first(shown, limit)
        _print(listed)
        tell_number(len(listed), number)
        _print_summary(found, all=all)


def _print(shown: Iterable[Finding]) -> None:
    from rich.text import Text

    from dragoman.commands.screen import KEY, indented, output

    out = output()
    for finding in shown:
        colour = "green" if finding.confirmed else "red"
        head = Text.assemble(
            (finding.rule, "bold"), "  ", (finding.id[:KEY], "dim"), "  ", (_standing(finding), colour)
        )
        out.print(head)
        out.print(indented(Text(finding.statement), 2))
        for quote in finding.quotes:
            source = ", ".join(filter(None, (quote.title or quote.document, quote.published, quote.entry[:KEY])))
            out.print(indented(Text.assemble(f"“{quote.words}” ", (f"— {source}", "dim")), 4))
        out.print()


def _standing(finding: Finding) -> str:
    standing = "confirmed" if finding.confirmed else "to be looked at"
    return f"{standing}, {finding.sure:.0%} sure{', dismissed' if finding.dismissed else ''}"


def _print_summary(found: Iterable[Finding], *, all: bool) -> None:
    from dragoman.commands.screen import messages

    listed = list(found)
    dismissed = sum(finding.dismissed for finding in listed)
    confirmed = sum(finding.confirmed and not finding.dismissed for finding in listed)
    said = f"{len(listed) - confirmed - dismissed} to be looked at, {confirmed} confirmed, {dismissed} dismissed."
    hidden = "" if all or not (confirmed or dismissed) else " See them with --all."
    messages().print(said + hidden, style="dim")
