"""The figures of a set: what the given scorer says of the predictions, one number a name."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from bench.sets import KINDS, DevelopmentSet
from bench.split import kept_aside

Figures = dict[str, float | None]


def score(given: DevelopmentSet, home: Path, predictions: Path) -> Figures:
    """The figures of all documents of the set."""
    return _flat(given.task, _run_scorer(home, given.task, home / given.gold, predictions))


def score_kept_aside(given: DevelopmentSet, home: Path, predictions: Path) -> Figures:
    """The figures of the documents that are kept aside; empty if none is."""
    rows = [row for id, row in given.rows(home).items() if kept_aside(id)]
    if not rows:
        return {}
    gold = predictions.with_suffix(".gold.jsonl")
    gold.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return _flat(given.task, _run_scorer(home, given.task, gold, predictions))


def _run_scorer(home: Path, task: str, gold: Path, predictions: Path) -> dict[str, Any]:
    command = [sys.executable, str(home / "score.py"), task, str(gold), str(predictions), "--json"]
    result: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return result


def _flat(task: str, result: dict[str, Any]) -> Figures:
    if task == "entries":
        fields = result["fields"]
        return (
            {name: result[name]["f1"] for name in ("all", *KINDS)}
            | {name: result["all"][name] for name in ("precision", "recall")}
            | {name: fields[name]["right"] for name in sorted(fields)}
        )
    if task == "tuff":
        return {"mean": result["mean"]} | {
            name: value["accuracy"] for name, value in result.items() if isinstance(value, dict) and "accuracy" in value
        }
    return {name: result[name] for name in ("accuracy", "macro_f1", "anywhere")} | {
        side: result[side]["f1"] for side in ("source", "target")
    }
