"""Run the bench: read every development set, print one table, and fail if a figure is below its floor.

    python -m bench.run                 compare with the floors
    python -m bench.run --set-floors    pin the floors at what is measured now

The sets and their scorer are not part of the repository; they are looked for in ../shared/bench.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from bench import calibration, followups, table
from bench import floors as pinned
from bench.figures import Figures, score, score_kept_aside
from bench.followups import FOLLOWED
from bench.sets import SETS, DevelopmentSet

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build" / "bench"


def main(arguments: list[str] | None = None) -> int:
    """Run the bench with command-line ``arguments``; 0 if no figure is below its floor."""
    options = _parse(arguments)
    if not (options.sets / "score.py").exists():
        print(f"The bench did not run: there is no scorer {options.sets / 'score.py'}", file=sys.stderr)
        return 1 if os.environ.get("CI") == "true" else 0
    chosen = [given for given in SETS if given.name in (options.only or [given.name])]
    followed = [given for given in FOLLOWED if given.name in (options.only or [given.name])]
    measured, aside, seconds = _measure(chosen, options.sets, options.jobs)
    told, took = followups.measure(followed, options.sets, BUILD, options.jobs)
    measured, seconds = measured | told, seconds | took
    floors, curve = pinned.load(), _calibration(chosen, options.sets)
    if options.set_floors:
        tasks = {given.name: given.task for given in chosen} | {given.name: given.task for given in followed}
        floors = pinned.pin(tasks, measured)
    rows = table.rows([*SETS, *FOLLOWED], measured, aside, floors)
    if options.set_floors:
        table.write_page(ROOT / "docs" / "figures.md", rows, seconds, curve)
        if len(chosen) == len(SETS):
            calibration.write_curve(ROOT / "README.md", curve)
    table.show(rows, seconds)
    print("\nHow far confidence can be believed, on the whole documents that are kept aside:\n", *curve, sep="\n")
    failures = pinned.broken(floors, measured)
    for line in failures:
        print(f"FAILED {line}", file=sys.stderr)
    return 1 if failures else 0


def _parse(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="bench.run", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    names = [given.name for given in (*SETS, *FOLLOWED)]
    parser.add_argument("--sets", type=Path, default=ROOT.parent / "shared" / "bench", help="folder of the sets")
    parser.add_argument("--only", action="append", choices=names, help="one set (repeatable)")
    parser.add_argument("--set-floors", action="store_true", help="pin the floors at what is measured now, up or down")
    parser.add_argument(
        "--jobs", type=int, default=os.cpu_count(), help="how many processes read (default: one a core)"
    )
    return parser.parse_args(arguments)


def _calibration(chosen: list[DevelopmentSet], home: Path) -> list[str]:
    """The curve of confidence on the whole documents that are kept aside."""
    sets = [given for given in chosen if given.task == "entries"]
    return calibration.lines(
        [one for given in sets for one in calibration.judged(given, home, BUILD / f"{given.name}.kept-aside.jsonl")]
    )


def _measure(
    chosen: list[DevelopmentSet], home: Path, jobs: int
) -> tuple[dict[str, Figures], dict[str, Figures], dict[str, float]]:
    """Figures of all documents, figures of those kept aside, and seconds of reading, each by set."""
    # Imported late: without the sets, the message that says so should not wait for the program.
    from bench.predict import predict, predict_kept_aside

    seconds = predict(chosen, home, BUILD, jobs)
    kept_aside = predict_kept_aside(chosen, home, BUILD, jobs)
    files = {given: BUILD / f"{given.name}.jsonl" for given in chosen}
    measured = {given.name: score(given, home, file) for given, file in files.items()}
    aside = {given.name: score_kept_aside(given, home, kept_aside[given]) for given in chosen}
    return measured, aside, seconds


if __name__ == "__main__":
    sys.exit(main())
