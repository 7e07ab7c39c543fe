"""The development sets: where the gold lies, how a set is read and scored, and what is aimed at."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

KINDS = ("event", "instrument", "activity", "figure", "tenure")


@dataclass(frozen=True)
class Item:
    """One document to be read: a file, or a text that stands in the gold itself."""

    id: str
    path: Path | None = None
    text: str | None = None


@dataclass(frozen=True, eq=False)
class DevelopmentSet:
    """A gold file, the task of the scorer that fits it, and the texts (in a folder, or in the gold)."""

    name: str
    task: str
    gold: str
    texts: str | None = None
    targets: Mapping[str, float] = field(default_factory=dict)

    def rows(self, home: Path) -> dict[str, dict[str, Any]]:
        """The gold lines by document id; ``home`` is the folder that holds ``score.py``."""
        lines = (home / self.gold).read_text(encoding="utf-8").splitlines()
        rows = (json.loads(line) for line in lines if line.strip())
        return {(row.get("document") or row)["id"]: row for row in rows}

    def items(self, home: Path) -> list[Item]:
        """The documents of the set, as the program gets them."""
        rows = self.rows(home)
        if self.texts is None:
            return [Item(id, text=row["text"]) for id, row in rows.items()]
        return [Item(id, path=home / self.texts / f"{id}.txt") for id in rows]


SETS = (
    DevelopmentSet(
        "seeds",
        "entries",
        "seeds.jsonl",
        "../seeds",
        {"all": 0.55, "evidence": 0.97} | dict.fromkeys(KINDS, 0.35),
    ),
    DevelopmentSet("releases", "entries", "releases.jsonl", "releases", {"all": 0.45, "evidence": 0.97}),
    DevelopmentSet("narratives", "entries", "narratives.jsonl", "narratives", {"evidence": 0.97}),
    DevelopmentSet("tuff", "tuff", "tuff/dev.jsonl", targets={"mean": 0.60}),
    DevelopmentSet("plover", "plover", "plover/dev.jsonl", targets={"accuracy": 0.35}),
)
