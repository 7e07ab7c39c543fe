"""Confidence: the share of such entries that are right, made of the score that the reading gave the entry.

The scores of the models rank entries well but are too high or too low as chances, each kind in its own way. A curve
for each kind, ``1 / (1 + exp(-(slope * logit(score) + offset)))`` (Platt's scaling), sets them right. The curves are
made by ``scripts/train_calibration.py`` and stand in ``trained/calibration.json``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from math import exp, log

from dragoman.errors import KnowledgeError
from dragoman.models import Entry
from dragoman.reading.scoring.linear import FOLDER

FILE = FOLDER / "calibration.json"
_EDGE = 0.001  # scores are rounded to this: 0 and 1 are not meant


def calibrated(entry: Entry) -> Entry:
    """The entry with its confidence as a chance; a family without a curve goes by its kind, else keeps its score."""
    curve = curves().get(family(entry)) or curves().get(entry.kind)
    if curve is None:
        return entry
    slope, offset = curve
    chance = 1 / (1 + exp(-(slope * logit(entry.confidence) + offset)))
    return entry.model_copy(update={"confidence": round(chance, 3)})


def family(entry: Entry) -> str:
    """Entries with a curve of their own: each kind, and apart from it what a text is on the whole about."""
    return f"main {entry.kind}" if entry.salience else entry.kind


def logit(score: float | None) -> float:
    """The log odds of a score, 0 for none."""
    if score is None:
        return 0.0
    inside = min(1 - _EDGE, max(_EDGE, score))
    return log(inside / (1 - inside))


@cache
def curves() -> Mapping[str, tuple[float, float]]:
    """Slope and offset of each family; raises ``KnowledgeError`` if the file cannot be read."""
    try:
        rows = json.loads(FILE.read_text(encoding="utf-8"))
        return {name: (float(row["slope"]), float(row["offset"])) for name, row in rows.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise KnowledgeError(f"{FILE.name}: {error}") from error
