"""``dragoman promises``: what was held out, and what became of it."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.commands.options import DEFAULT_LEDGER, AsOf, LedgerFile, Limit, Named, States, edtf, taking_part

if TYPE_CHECKING:
    from rich.text import Text

    from dragoman.follow.promises import Promise, Told

Formats = StrEnum("Formats", ["text", "jsonl", "csv"])

# The values of ``dragoman.follow.promises.Verdict`` again, so that --help need not wait for the models.
Verdicts = StrEnum(
    "Verdicts",
    ["overdue", "due", "under way", "no news", "kept", "kept late", "dropped", "superseded"],
)


def promises(
    named: Named = None,
    ledger: LedgerFile = DEFAULT_LEDGER,
    state_: States = None,
    as_of: AsOf = None,
    verdict: Annotated[
        list[Verdicts] | None,
        typer.Option("--verdict", "-v", metavar="VERDICT", help=f"One of {', '.join(Verdicts)}."),
    ] = None,
    limit: Limit = None,
    format: Annotated[Formats, typer.Option("--format", "-f", help="How to print them.")] = Formats.text,
) -> None:
    """Tell what was proposed, planned or agreed, by when, and what became of it.

    Each promise is shown under its verdict with the time that was set for it, and with every sentence that speaks of
    it. A sentence outside of the promise's own record shows why it is taken to be about it.

    | Verdict | What it means |
    | --- | --- |
    | overdue | the last day of the time that was set is over, and nothing says that it was kept |
    | due | the time that was set is not over |
    | under way | work on it has begun, and no time that was set is over |
    | no news | no time was set, and nothing more is told |
    | kept | it came about, in time if a time was set |
    | kept late | it came about after the last day of the time that was set first |
    | dropped | it was cancelled, refused or given up |
    | superseded | something else took its place |

    Examples:

    ```
    dragoman promises --state Japan --verdict overdue
    dragoman promises NOR TZA --as-of 2014-12-31
    dragoman promises --verdict overdue --format csv > overdue.csv
    dragoman promises --format jsonl > promises.jsonl
    ```
    """
    states = taking_part(named, state_)
    day = edtf(as_of, "--as-of")
    from dragoman.commands.screen import messages
    from dragoman.follow import promises as following
    from dragoman.ledger import Ledger

    with Ledger.open(ledger, create=False) as held, messages().status("Following the promises"):
        found = following.promises(held, states=states, as_of=day.last if day else None)
    wanted = {each.value for each in verdict or Verdicts}
    shown = [promise for promise in found if promise.verdict in wanted]
    if format is Formats.jsonl:
        for promise in shown[:limit]:
            typer.echo(json.dumps(promise.to_line(), ensure_ascii=False))
    elif format is Formats.csv:
        from dragoman.exchange.tables import PROMISE_COLUMNS, promise_rows, write_csv

        write_csv(PROMISE_COLUMNS, promise_rows(shown[:limit]), sys.stdout)
    else:
        _print(shown, limit)


def _print(found: Sequence[Promise], limit: int | None) -> None:
    from rich.text import Text

    from dragoman.commands.screen import first, indented, messages, output, tell_number

    out, order = output(), [each.value for each in Verdicts]
    number = Counter(promise.verdict for promise in found)
    ordered = sorted(found, key=lambda promise: (order.index(promise.verdict), promise.due or "9999"))
    shown, all = first(ordered, limit)
    for verdict, group in groupby(shown, key=lambda promise: promise.verdict):
        out.print(Text(f"{verdict.capitalize()} ({number[verdict]:,})", "bold underline"))
        for promise in group:
            out.print(indented(_head(promise), 2))
            for told in promise.history:
                out.print(indented(_told(told), 4))
            out.print()
    tell_number(len(shown), all)
    if not found:
        messages().print("No such promises in the ledger.")


def _head(promise: Promise) -> Text:
    """What was held out, between whom, by when, and when it came about."""
    from rich.text import Text

    from dragoman.commands.screen import KEY
    from dragoman.follow.wording import date_words, number_of

    said = [" ".join(promise.states)]
    if promise.due:
        said.append(f"due {date_words(promise.due)}")
    if promise.happened:
        late = f", {promise.days_late} days late" if promise.days_late else ""
        said.append(f"came about {date_words(promise.happened)}{late}")
    elif promise.last_mention:
        number = promise.documents_since
        since = f", {number_of(number, 'document')} on these states since" if number else ""
        said.append(f"last mentioned {promise.last_mention}{since}")
    key = f"  {promise.record[:KEY]}" if promise.record else ""
    return Text.assemble((promise.title, "bold"), (key, "dim"), "\n", "; ".join(filter(None, said)))


def _told(told: Told) -> Text:
    from rich.text import Text

    from dragoman.follow.wording import shorten

    source = ", ".join(filter(None, (told.title or told.document, told.published)))
    reasons = f" ({'; '.join(told.because[:3])})" if told.because else ""
    stage = told.stage or "mentioned"
    return Text.assemble((stage, "green"), f" “{shorten(told.quote, 240)}” ", (f"— {source}{reasons}", "dim"))
