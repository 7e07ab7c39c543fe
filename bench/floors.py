"""The floors: figures that may fall only by an explicit command (``make floors``)."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from pathlib import Path

from bench.figures import Figures
from bench.sets import KINDS

Floors = dict[str, dict[str, float]]

FILE = Path(__file__).with_name("floors.json")

# Fields of matched entries (dates, stages, …) are shown but not pinned: they fall when harder entries are matched.
PINNED = {
    "entries": ("all", *KINDS, "evidence"),
    "tuff": ("mean", "recipient", "flow", "stage", "sector", "amount", "year"),
    "plover": ("accuracy", "macro_f1", "anywhere", "source", "target"),
    "followups": ("linked", "verdict"),
    "corpus": ("linked", "verdict", "precision", "recall", "met"),
}

# A floor lies this far below what was measured: another processor rounds the parser's sums differently, and a
# word that stands on the edge then falls the other way. In a small set one entry is much: of the seeds' fourteen
# instruments 0.07, of the nine followed promises 0.12.
SLACK = 0.005
SLACK_OF_SMALL = {"seeds": 0.08, "plover": 0.02, "followups": 0.12, "corpus": 0.03}


def load() -> Floors:
    """The pinned floors: by set, then by figure."""
    floors: Floors = json.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else {}
    return floors


def pin(tasks: Mapping[str, str], measured: Mapping[str, Figures]) -> Floors:
    """Write floors for what was ``measured`` (by set), up or down; other sets keep theirs. ``tasks``: set to task."""
    floors = load()
    for name, figures in measured.items():
        values = {figure: figures.get(figure) for figure in PINNED[tasks[name]]}
        slack = SLACK_OF_SMALL.get(name, SLACK)
        floors[name] = {figure: _below(value, slack) for figure, value in values.items() if value is not None}
    FILE.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")
    return floors


def broken(floors: Floors, measured: Mapping[str, Figures]) -> list[str]:
    """One line for each figure below its floor."""
    lines = []
    for name, figures in measured.items():
        for figure, floor in floors.get(name, {}).items():
            value = figures.get(figure)
            if value is None or value < floor:
                lines.append(f"{name} {figure}: {value} is below its floor {floor}")
    return lines


def _below(value: float, slack: float) -> float:
    return max(0.0, math.floor((value - slack) * 1000) / 1000)
