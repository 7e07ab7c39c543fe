"""Measure how long following and checking take: ``python -m bench.follow [--sizes 25000,50000,100000]``.

For each size the promises of a made-up ledger, in which some pairs of states have far more documents than others, are
followed and all findings of the checks are made; then the promises of one pair with some hundred entries. The floors:
100,000 entries in a minute of computing for promises and half a minute for findings, twice as many in at most 2.2
times the time, one pair in a second.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import log2
from pathlib import Path

from bench.synthetic import PAIRS, readings
from dragoman.follow.checks import findings
from dragoman.follow.promises import promises
from dragoman.ledger import Ledger
from dragoman.values import CountryCode

AS_OF = date(2024, 6, 1)
"""Towards the end of what is made up, so that promises of all verdicts stand."""
MOST_FOR_PROMISES = 60.0
"""Seconds of computing for the promises of 100,000 entries."""
MOST_FOR_FINDINGS = 30.0
"""Seconds of computing for the findings of 100,000 entries."""
MOST_GROWTH = 2.2
"""Times as long for twice as many."""
MOST_FOR_A_PAIR = 1.0
"""Seconds of computing for the promises of an ordinary pair, whatever the size of the ledger."""
ORDINARY = 200
"""Entries of such a pair, as nearly as there is one."""


@dataclass(frozen=True)
class Measured:
    """Seconds of computing for a ledger of so many entries: what else runs on the machine does not count."""

    entries: int
    promises: float
    findings: float
    pair: float
    found: tuple[int, int]

    def line(self) -> str:
        """The figures in one line."""
        return (
            f"{self.entries:>9,} entries: {self.promises:6.1f} s for {self.found[0]:,} promises, "
            f"{self.findings:6.1f} s for {self.found[1]:,} findings, {self.pair:.2f} s for the promises of a pair"
        )


def measure(entries: int, folder: Path) -> Measured:
    """Make up a ledger of so many entries, then follow and check it."""
    with Ledger.open(folder / f"{entries}.ledger") as ledger:
        for document, reading in readings(entries, paired=True):
            ledger.add(reading, document, "made up")
        ledger.resolve()
        followed, for_promises = _timed(lambda: len(promises(ledger, as_of=AS_OF)))
        checked, for_findings = _timed(lambda: sum(1 for _ in findings(ledger, AS_OF)))
        pair = ordinary_pair(ledger)
        _, for_pair = _timed(lambda: len(promises(ledger, states=pair, as_of=AS_OF)))
    return Measured(entries, for_promises, for_findings, for_pair, (followed, checked))


def ordinary_pair(ledger: Ledger) -> tuple[CountryCode, ...]:
    """The pair of states that comes nearest to ``ORDINARY`` entries."""
    pairs = [(CountryCode(one), CountryCode(other)) for one, other in PAIRS]
    return min(pairs, key=lambda pair: abs(sum(1 for _ in ledger.entries(states=pair)) - ORDINARY))


def _timed(make: Callable[[], int]) -> tuple[int, float]:
    begin = time.process_time()
    made = make()
    return made, time.process_time() - begin


def failures(measured: list[Measured]) -> list[str]:
    """What is slower than the floors."""
    found = []
    for each in measured:
        share = max(1.0, each.entries / 100_000)
        for name, seconds, most in (
            ("promises", each.promises, MOST_FOR_PROMISES * share),
            ("findings", each.findings, MOST_FOR_FINDINGS * share),
            ("promises of a pair", each.pair, MOST_FOR_A_PAIR),
        ):
            if seconds > most:
                found.append(f"the {name} of {each.entries:,} entries took {seconds:.1f} s")
    for small, large in pairwise(measured):
        for name in ("promises", "findings"):
            growth = (getattr(large, name) / getattr(small, name)) ** (1 / log2(large.entries / small.entries))
            if growth > MOST_GROWTH:
                found.append(f"the {name} of twice {small.entries:,} entries take {growth:.2f} times as long")
    return found


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--sizes", default="25000,50000,100000", help="numbers of entries, with commas between")
    sizes = [int(size) for size in options.parse_args().sizes.split(",")]
    measured = []
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            measured.append(measure(size, Path(folder)))
            print(measured[-1].line(), flush=True)
    print(f"memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20:.1f} GiB")
    if problems := failures(measured):
        sys.exit("\n".join(problems))


if __name__ == "__main__":
    main()
