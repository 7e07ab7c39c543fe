"""The terminal: where things are printed, and the tables of entries."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, NoReturn

from rich.console import Console, ConsoleOptions, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dragoman.commands.options import MOST
from dragoman.follow.wording import date_words, parted, shorten
from dragoman.models import Entry, Kind

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.progress import Progress

    from dragoman.ledger import Ledger

KEY = 8
"""As many characters of a key as are shown; ``dragoman show`` takes the beginning of a key."""

STYLES: dict[Kind, str] = {
    "event": "blue",
    "instrument": "magenta",
    "activity": "green",
    "figure": "yellow",
    "tenure": "cyan",
}


UNBOUND = 100_000
"""The width, in signs, of what is no terminal: a file or another program reads whole lines."""

_FILLED = re.compile(r"[ \t]+$", re.MULTILINE)


class Screen(Console):
    """A console that breaks lines for a terminal alone (or for the variable COLUMNS).

    It lets the commands know when nobody reads any more.
    """

    def __init__(self, **known: Any) -> None:
        """Take what ``Console`` takes."""
        super().__init__(highlight=False, **known)
        if not self.is_terminal and not os.environ.get("COLUMNS"):
            self.width = UNBOUND

    @property
    def is_bound(self) -> bool:
        """Whether lines end at some width."""
        return self.width < UNBOUND

    def print(self, *told: Any, **known: Any) -> None:
        """Print as ``Console`` does, but without the blanks that fill lines up where no line has an end."""
        if self.is_bound:
            super().print(*told, **known)
            return
        with self.capture() as printed:
            super().print(*told, **known)
        self.file.write(_FILLED.sub("", printed.get()))

    def on_broken_pipe(self) -> NoReturn:
        """Pass the error on to ``Commands``, which ends quietly."""
        raise BrokenPipeError


def output() -> Screen:
    """Standard output."""
    return Screen()


def messages() -> Screen:
    """Standard error, for all that is not the answer itself."""
    return Screen(stderr=True)


def first[Found](found: Iterable[Found], limit: int | None) -> tuple[list[Found], int]:
    """As many as are asked for, or ``MOST`` on a terminal, and how many there are in all."""
    rest = iter(found)
    shown = list(islice(rest, limit or (MOST if output().is_terminal else None)))
    return shown, len(shown) + sum(1 for _ in rest)


def tell_number(shown: int, all: int) -> None:
    """Say on standard error that there is more than was shown, if there is."""
    if shown < all:
        messages().print(f"Shown: {shown:,} of {all:,}. Ask for less (a state, a kind …) or give --limit N.")


class Listing(Table):
    """A table without lines around it; where no terminal bounds it, each row is one line."""

    def __init__(self) -> None:
        """Begin with no columns."""
        super().__init__(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim", show_edge=False)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The lines of the table."""
        if options.max_width >= UNBOUND:
            for column in self.columns:
                column.max_width = None
        return super().__rich_console__(console, options)


def indented(told: RenderableType, by: int) -> Padding:
    """What is told, so many signs from the left."""
    return Padding(told, (0, 0, 0, by), expand=False)


def entry_table(entries: Iterable[tuple[str | None, Entry]], told: Sequence[int] = ()) -> Listing:
    """A table of entries with their keys (None where they have none yet): when, whose states, what, and how far.

    ``told`` says of each how many entries tell it, if it is a record's.
    """
    rows = list(entries)
    table = Listing()
    keyed = any(key for key, _ in rows)
    if keyed:
        table.add_column("ID", no_wrap=True, width=KEY)
    table.add_column("When", max_width=13)
    table.add_column("States", max_width=7)
    table.add_column("What", ratio=1, overflow="fold")
    table.add_column("Stage", max_width=9)
    if told:
        table.add_column("Told", justify="right", no_wrap=True)
    for place, (key, entry) in enumerate(rows):
        cells = [date_words(entry.date), codes_of(entry), what(entry), getattr(entry, "stage", None) or ""]
        times = [f"{told[place]}×" if told[place] > 1 else ""] if told else []
        table.add_row(*([(key or "")[:KEY]] if keyed else []), *cells, *times)
    return table


def what(entry: Entry) -> Text:
    """What the entry says, its label in the colour of its kind."""
    label, rest = parted(entry)
    return Text.assemble((label, STYLES[entry.kind]), rest)


def codes_of(entry: Entry) -> str:
    """The codes of the parties' states, in their order."""
    return " ".join(dict.fromkeys(party.code for party in entry.parties if party.code))


def bar(what: str) -> Progress:
    """A bar of work on standard error, if that is a terminal."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    console = messages()
    columns = TextColumn(what), BarColumn(bar_width=30), MofNCompleteColumn(), TimeElapsedColumn()
    return Progress(*columns, console=console, transient=True, disable=not console.is_terminal, redirect_stdout=False)


def resolve(held: Ledger) -> None:
    """Bring the records of a ledger up to date, with a bar of its own."""
    with bar("Joining") as progress:
        task = progress.add_task("", total=None)
        held.resolve(lambda done, total: progress.update(task, completed=done, total=total))


def heading(title: str, date: str | None) -> Text:
    """A document's title and day, above its entries."""
    return Text.assemble((shorten(title, 100), "bold"), (f"  {date or 'no date'}", "dim"))
