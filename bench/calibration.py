"""How far confidence can be believed: of the entries given 0.8, are 80 % right?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.sets import DevelopmentSet
from bench.split import kept_aside

BINS = 5
BEGIN, END = "<!-- the curve, written by make floors -->\n", "<!-- end of the curve -->\n"


@dataclass(frozen=True)
class Judged:
    """The confidence of an entry, and whether it is right."""

    confidence: float
    right: bool


def judged(given: DevelopmentSet, home: Path, predictions: Path) -> Iterator[Judged]:
    """The entries read in the documents of the set that are kept aside."""
    from dragoman.models import Reading
    from dragoman.reading.evaluation import match

    gold, read = (
        {reading.document.id: reading for reading in map(Reading.from_json, path.read_text("utf-8").splitlines())}
        for path in (home / given.gold, predictions)
    )
    for id, truth in gold.items():
        if kept_aside(id) and id in read:
            right = {j for _, j in match(truth.entries, read[id].entries)}
            for j, entry in enumerate(read[id].entries):
                yield Judged(entry.confidence or 0.0, j in right)


def expected_error(entries: Sequence[Judged]) -> float:
    """How far confidence lies from the share that is right, in the mean over the entries (by bins of equal width)."""
    return sum(abs(sum(e.confidence - e.right for e in inside)) for _, inside in _bins(entries)) / max(1, len(entries))


def lines(entries: Sequence[Judged]) -> list[str]:
    """The curve as a table in Markdown, and the expected error."""
    rows = [
        f"| {low:.1f}–{low + 1 / BINS:.1f} | {len(inside)} | {_mean(e.confidence for e in inside):.2f} "
        f"| {_mean(e.right for e in inside):.2f} |"
        for low, inside in _bins(entries)
        if inside
    ]
    return [
        "| confidence | entries | mean confidence | share that is right |",
        "| --- | --- | --- | --- |",
        *rows,
        "",
        f"Expected calibration error: {expected_error(entries):.3f} ({len(entries)} entries).",
    ]


def write_curve(page: Path, curve: Sequence[str]) -> None:
    """Put the curve between the two marks of the page."""
    before, rest = page.read_text(encoding="utf-8").split(BEGIN)
    page.write_text(before + BEGIN + "\n".join([*curve, ""]) + END + rest.split(END)[1], encoding="utf-8")


def _bins(entries: Sequence[Judged]) -> list[tuple[float, list[Judged]]]:
    places = [min(BINS - 1, int(e.confidence * BINS + 1e-9)) for e in entries]
    return [(n / BINS, [e for e, place in zip(entries, places, strict=True) if place == n]) for n in range(BINS)]


def _mean(values: Iterator[float]) -> float:
    every = list(values)
    return sum(every) / len(every)
