"""Measure how long records take: ``python -m bench.resolve [--sizes 50000,100000,200000]``.

For each size a made-up ledger is resolved from nothing; then one document is added and resolved, and one decision.
The floors are those of the design: 100,000 entries in ten minutes, twice as many in at most 2.3 times the time, one
document more in less than a second.
"""

from __future__ import annotations

import argparse
import math
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

from bench.synthetic import readings
from dragoman.ledger import Ledger
from dragoman.models import Decision, Document, Reading

MOST_SECONDS = 600.0
"""For 100,000 entries."""
MOST_GROWTH = 2.3
"""Times as long for twice as many."""
MOST_FOR_ONE = 1.0
"""Seconds for one document more."""


@dataclass(frozen=True)
class Measured:
    """Seconds for a ledger of so many entries: all records, one document more (the median of five), one decision more.

    ``cpu`` are the seconds of computing for all records: what else runs on the machine does not count.
    """

    entries: int
    all: float
    cpu: float
    one: float
    decision: float
    records: int

    def line(self) -> str:
        """The figures in one line."""
        return (
            f"{self.entries:>9,} entries: {self.all:7.1f} s ({self.cpu:.1f} s of computing) "
            f"for {self.records:,} records, {self.one:.2f} s for one document more, "
            f"{self.decision:.2f} s for a decision"
        )


def measure(entries: int, folder: Path) -> Measured:
    """Make up a ledger of so many entries and resolve it."""
    *made, a, b, c, d, more = readings(entries + 48)
    with Ledger.open(folder / f"{entries}.ledger") as ledger:
        _write(ledger, made)
        begin, computed = time.perf_counter(), time.process_time()
        records = ledger.resolve()
        whole, computed = time.perf_counter() - begin, time.process_time() - computed
        one = statistics.median(_one_more(ledger, each) for each in (a, b, c, d, more))
        keys = [stored.key for stored in ledger.entries(document=more[0].id)] + [next(ledger.records()).id]
        begin = time.perf_counter()
        ledger.decide(Decision(verdict="same", subject=(keys[0], keys[-1]), by="bench", at=datetime.now(UTC)))
        ledger.resolve()
        return Measured(entries, whole, computed, one, time.perf_counter() - begin, records)


def _one_more(ledger: Ledger, more: tuple[Document, Reading]) -> float:
    """Seconds until a document more is in the records."""
    begin = time.perf_counter()
    _write(ledger, [more])
    ledger.resolve()
    return time.perf_counter() - begin


def _write(ledger: Ledger, made: Iterable[tuple[Document, Reading]]) -> None:
    for document, reading in made:
        ledger.add(reading, document, "made up")


def failures(measured: list[Measured]) -> list[str]:
    """What is slower than the floors."""
    found = []
    for each in measured:
        if each.all > MOST_SECONDS * max(1.0, each.entries / 100_000):
            found.append(f"{each.entries:,} entries took {each.all:.0f} s")
        if each.one > MOST_FOR_ONE:
            found.append(f"one document more on {each.entries:,} entries took {each.one:.2f} s")
    for small, large in pairwise(measured):
        growth = (large.cpu / small.cpu) ** (1 / _doublings(small.entries, large.entries))
        if growth > MOST_GROWTH:
            found.append(f"twice {small.entries:,} entries take {growth:.2f} times as long")
    return found


def _doublings(small: int, large: int) -> float:
    return math.log2(large / small)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--sizes", default="50000,100000,200000", help="numbers of entries, with commas between")
    sizes = [int(size) for size in options.parse_args().sizes.split(",")]
    measured = []
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            measured.append(measure(size, Path(folder)))
            print(measured[-1].line(), flush=True)
    for small, large in pairwise(measured):
        more, longer = large.entries / small.entries, large.cpu / small.cpu
        print(f"{more:.2f} times the entries take {longer:.2f} times the computing")
    print(f"memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20:.1f} GiB")
    if problems := failures(measured):
        sys.exit("\n".join(problems))


if __name__ == "__main__":
    main()
