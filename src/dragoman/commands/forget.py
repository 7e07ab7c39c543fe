"""``dragoman forget``: take documents out of a ledger."""

from __future__ import annotations

import getpass
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.commands.decide import By, Reason
from dragoman.commands.options import DEFAULT_LEDGER, LedgerFile

if TYPE_CHECKING:
    from dragoman.ledger import Ledger, StoredDocument


def forget(
    names: Annotated[
        list[str],
        typer.Argument(
            metavar="DOCUMENT…", help="Ids of documents, as `dragoman documents` lists them.", show_default=False
        ),
    ],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    by: By = None,
    reason: Reason = None,
    ledger: LedgerFile = DEFAULT_LEDGER,
) -> None:
    """Take documents out of the ledger, with their texts and all that they alone tell.

    What other documents tell as well stays, without their sentences. Decisions are kept, and this is one of them: the
    ids of the documents stay in it, and `dragoman read` leaves them out until it is undone (`dragoman decide undo`);
    read again, they come back with what was decided on their entries. The bytes of a text may stand in the file until
    they are written over; a copy (`VACUUM INTO`) is without them.

    Examples:

    ```
    dragoman forget 3f9a02c1
    dragoman forget draft-speech 77d0e4b2 --yes --reason "withdrawn by the ministry"
    ```
    """
    from dragoman.commands.screen import messages, resolve
    from dragoman.follow.deciding import Analyst
    from dragoman.ledger import Ledger

    with Ledger.open(ledger, create=False) as held:
        found = list({each.sha256: each for each in map(held.document, names)}.values())
        _tell(held, found)
        if not yes:
            typer.confirm("Take this out of the ledger?", abort=True, err=True)
        numbers = Analyst(held, by or getpass.getuser(), reason).forget([each.sha256 for each in found])
        resolve(held)
    what = "it" if len(found) == 1 else "them"
    messages().print(f"Done. To let {what} be read again: dragoman decide undo {numbers[-1]}", style="dim")


def _tell(held: Ledger, found: Sequence[StoredDocument]) -> None:
    """What would go, on standard error."""
    from rich.text import Text

    from dragoman.commands.screen import KEY, messages
    from dragoman.follow.forgetting import loss_of
    from dragoman.follow.wording import number_of

    out = messages()
    held.resolve()
    loss = loss_of(held, [each.sha256 for each in found])
    for each in found:
        told = loss.entries.get(each.sha256, 0)
        said = f"  {each.title or each.id}, {each.date or 'no date'}, {number_of(told, 'entry')}"
        out.print(Text.assemble((each.sha256[:KEY], "bold"), said), soft_wrap=True)
    out.print(
        f"{number_of(loss.records, 'record')} would go; {number_of(loss.kept, 'record')} that other "
        "documents tell as well would stay."
    )
