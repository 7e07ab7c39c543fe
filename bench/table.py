"""The table of the bench, on the terminal and as a page of the docs."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench.figures import Figures
from bench.floors import Floors
from bench.followups import Followed
from bench.sets import DevelopmentSet

_PAGE_HEAD = """\
# Figures

<!-- Written by make floors; not by hand. -->

F1 for `all` and the kinds; precision and recall over all kinds; for fields and evidence the share that is right
among the matched entries; accuracy for `tuff` and `plover`. `value` is taken over a whole set, and the trained
models have seen most of it. `kept aside` is the fifth of each set that no training script sees (none of the five
seeds is in it), though rules that people wrote may know it. Expect of a new document what stands there, or less.
For `followups` and `corpus`: `linked` is the share of promises whose two documents stand in one history, `verdict` the
share whose verdict is right; `precision` and `recall` are those of pairs of mentions that make one record, among the
mentions that some entry tells (`met`).
"""

_CURVE_HEAD = """\
## Confidence

Of the entries that are given a confidence, how many are right: they answer an entry of the annotators (all kinds, the
whole documents that are kept aside).
"""

HEADER = ("set", "figure", "value", "floor", "target", "kept aside")


@dataclass(frozen=True)
class Row:
    """One figure of one set."""

    set: str
    figure: str
    value: float | None
    floor: float | None
    target: float | None
    kept_aside: float | None

    def cells(self) -> tuple[str, ...]:
        """The row as it is printed; a target that is not met is marked."""
        missed = self.target is not None and (self.value is None or self.value < self.target)
        target = "" if self.target is None else f"{self.target:.2f}" + (" missed" if missed else " met")
        return self.set, self.figure, _number(self.value), _number(self.floor), target, _number(self.kept_aside)


def rows(
    sets: Iterable[DevelopmentSet | Followed],
    measured: Mapping[str, Figures],
    aside: Mapping[str, Figures],
    floors: Floors,
) -> list[Row]:
    """A row for each figure that was measured."""
    return [
        Row(
            given.name,
            figure,
            value,
            floors.get(given.name, {}).get(figure),
            given.targets.get(figure),
            aside.get(given.name, {}).get(figure),
        )
        for given in sets
        for figure, value in measured.get(given.name, {}).items()
    ]


def show(rows: list[Row], seconds: Mapping[str, float]) -> None:
    """Print the table."""
    shown = Table(*HEADER, title="What the reading does on the development sets")
    last = None
    for row in rows:
        if last not in (None, row.set):
            shown.add_section()
        shown.add_row(*row.cells())
        last = row.set
    console = Console(width=100)
    console.print(shown)
    console.print(f"Read in {_seconds(seconds)} on {machine()}.", highlight=False)


def write_page(path: Path, rows: list[Row], seconds: Mapping[str, float], curve: list[str]) -> None:
    """Write the table as Markdown, and under it the ``curve`` of confidence."""
    lines = ["| " + " | ".join(cells) + " |" for cells in (HEADER, ("---",) * len(HEADER), *(r.cells() for r in rows))]
    path.write_text(
        f"{_PAGE_HEAD}\nRead in {_seconds(seconds)} on {machine()}.\n\n"
        + "\n".join([*lines, "", _CURVE_HEAD, *curve])
        + "\n",
        encoding="utf-8",
    )


def machine() -> str:
    """The class of this machine: cores, processor, memory, Python."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{os.cpu_count()} cores ({_processor()}), {memory:.0f} GiB, Python {platform.python_version()}"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def _seconds(seconds: Mapping[str, float]) -> str:
    return f"{sum(seconds.values()):.0f} s (" + ", ".join(f"{name} {s:.0f} s" for name, s in seconds.items()) + ")"


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"
