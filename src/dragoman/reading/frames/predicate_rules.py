"""What predicates mean: the rules of ``predicates.tsv``.

A rule is a line of that table: the words it fits, the conditions under which it does, and what it means. The
conditions are put to a ``Predicate``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import get_args

from dragoman.errors import KnowledgeError
from dragoman.knowledge import read_tsv
from dragoman.models import PloverType

_TABLE = "predicates.tsv"
PLOVER_TYPES = frozenset(get_args(PloverType))
_SPECIAL = {"=", "none"}


@dataclass(frozen=True)
class Rule:
    """One line of the table for one predicate; ``meaning`` is a PLOVER type, "=" or "none"."""

    predicate: str
    meaning: str
    conditions: tuple[str, ...]
    weak: bool
    order: int

    @property
    def special(self) -> int:
        """How narrow the conditions are; those that name words count most."""
        return sum(1 + 2 * ("=" in c) for c in self.conditions)

    @property
    def looks_inside(self) -> bool:
        """Whether the meaning of what hangs on the word is a condition."""
        return any(c.startswith("does") for c in self.conditions)

    def __str__(self) -> str:
        conditions = "; ".join(_short(c) for c in self.conditions)
        meaning = "the meaning of what hangs on it" if self.meaning == "=" else self.meaning
        return f"{self.predicate}{f' [{conditions}]' if conditions else ''}: {meaning}{'?' * self.weak}"


@cache
def lists() -> dict[str, frozenset[str]]:
    """The lists of words of the table, by their names with the "@"."""
    rows = (row for row in read_tsv(_TABLE) if row["plover"].startswith("@"))
    return {row["plover"]: frozenset(_words(row["predicates"])) for row in rows}


@cache
def rules() -> dict[str, tuple[Rule, ...]]:
    """The rules of every predicate, the most special ones first.

    Raises ``KnowledgeError`` for a meaning that is no PLOVER type and for a list that is not there.
    """
    found: dict[str, list[Rule]] = defaultdict(list)
    for order, row in enumerate(read_tsv(_TABLE)):
        meaning, conditions = row["plover"].removesuffix("?"), _conditions(row["when"])
        if meaning.startswith("@"):
            continue
        if meaning not in PLOVER_TYPES | _SPECIAL:
            raise KnowledgeError(f"{_TABLE}: {row['plover']!r} is not a PLOVER type")
        for name in (n for c in conditions for n in c.partition("=")[2].split("|") if n.startswith("@")):
            if name not in lists():
                raise KnowledgeError(f"{_TABLE}: there is no list {name}")
        for predicate in _words(row["predicates"]):
            found[predicate].append(Rule(predicate, meaning, conditions, row["plover"].endswith("?"), order))
    return {word: tuple(sorted(some, key=lambda r: (-r.special, r.weak, r.order))) for word, some in found.items()}


def _short(condition: str) -> str:
    """The condition with the first few of its words."""
    name, equals, words = condition.partition("=")
    some = words.split("|")
    return f"{name}{equals}{'|'.join(some[:4])}{'|…' if len(some) > 4 else ''}"


def _conditions(cell: str) -> tuple[str, ...]:
    return () if cell == "-" else tuple(part.strip() for part in cell.split(";"))


def _words(cell: str) -> Iterator[str]:
    return (word.strip() for word in cell.split(",") if word.strip())


@cache
def choices(words: str) -> frozenset[str]:
    """The words of "a|b|@list", lists written out."""
    return frozenset(w for word in words.split("|") for w in (lists()[word] if word.startswith("@") else (word,)))
