"""The options that several commands share, and how their values are understood."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from dragoman.values import CountryCode, Edtf

DEFAULT_LEDGER = "dragoman.ledger"
LEDGER_VARIABLE = "DRAGOMAN_LEDGER"
MOST = 100
"""As much of a list as a terminal shows if nobody asks for more."""

LedgerFile = Annotated[
    str,
    typer.Option(
        "--ledger",
        "-l",
        envvar=LEDGER_VARIABLE,
        metavar="LEDGER",
        help="The ledger to ask: a file, or postgresql://user@host/database.",
    ),
]


Named = Annotated[
    list[str] | None,
    typer.Argument(metavar="STATE", help="As --state: a code or a name (JPN, Japan).", show_default=False),
]
States = Annotated[
    list[str] | None,
    typer.Option("--state", "-s", metavar="STATE", help="Code or name (JPN, Japan); of several all take part."),
]
AsOf = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="See it from this day: later documents are left out. Default: today."),
]
Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Day of publication (2022-02-03) of documents that do not tell theirs."),
]
Limit = Annotated[
    int | None,
    typer.Option(
        "--limit", "-n", min=1, metavar="N", help=f"How many to show. Default: all, but {MOST} on a terminal."
    ),
]


def _in_order(context: typer.Context, year: int | None) -> int | None:
    """The year that is given; wrong usage if those from and up to which it is asked exclude each other."""
    others = (context.params.get(name) for name in ("since", "until"))
    since, until = (year if known is None else known for known in others)
    if since is not None and until is not None and since > until:
        raise typer.BadParameter(f"no year is from {since} on and up to {until}")
    return year


def _year(text: str) -> int:
    """A year; wrong usage if it is none, a day of it for one."""
    if not re.fullmatch(r"\d{4}", text) or int(text) < 1:
        raise typer.BadParameter(f"{text!r} is not a year such as 2018")
    return int(text)


Since = Annotated[int | None, typer.Option(parser=_year, metavar="YEAR", callback=_in_order, help="From this year on.")]
Until = Annotated[int | None, typer.Option(parser=_year, metavar="YEAR", callback=_in_order, help="Up to this year.")]
Jobs = Annotated[int, typer.Option("--jobs", "-j", min=0, metavar="N", help="Read on N processes; 0: one a core.")]

# The values of ``dragoman.models.Kind`` and ``Stage`` again, so that --help need not wait for the models.
Kinds = StrEnum("Kinds", ["event", "instrument", "activity", "figure", "tenure"])
Stages = StrEnum("Stages", ["proposed", "planned", "agreed", "underway", "done", "suspended", "cancelled"])


def processes(jobs: int) -> int:
    """How many processes ``--jobs`` stands for."""
    import os

    return jobs or os.cpu_count() or 1


def edtf(text: str | None, option: str) -> Edtf | None:
    """A date given on the command line; wrong usage if it is none."""
    from dragoman.values import Edtf

    try:
        return Edtf(text) if text else None
    except ValueError:
        raise typer.BadParameter(f"{text!r} is not a date such as 2022-02-03 or 2022", param_hint=option) from None


def state(text: str) -> CountryCode:
    """The state that a code ("JPN", "jp") or a name ("Japan", "Japanese") stands for; wrong usage if it is none."""
    from dragoman.follow.calling import state_called

    try:
        return state_called(text)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None


def taking_part(*given: list[str] | None) -> list[CountryCode]:
    """The states that are named by position or by ``--state``; wrong usage if one is none."""
    return [state(each) for names in given for each in names or ()]
