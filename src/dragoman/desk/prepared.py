"""Rows made ready for filters: which has which value is kept in arrays, so that thousands are counted in no time."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import overload

import numpy as np
from numpy.typing import NDArray

type Mask = NDArray[np.bool_]
"""For each row whether it passes."""
type Values[Row] = Callable[[Row], Collection[str]]


@dataclass(frozen=True)
class _Held:
    """The values that rows have, each once (``known``), and which row has which: pairs of places in both."""

    known: dict[str, int]
    rows: NDArray[np.intp]
    values: NDArray[np.intp]


class Prepared[Row](Sequence[Row]):
    """Rows of one list that is asked for again and again. The functions that give values are known by their names."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._rows = tuple(rows)
        self._held: dict[str, _Held] = {}

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Row, ...]: ...
    def __getitem__(self, place: int | slice) -> Row | tuple[Row, ...]:
        return self._rows[place]

    def meeting(self, test: Callable[[Row], bool]) -> Mask:
        """The rows that meet a test."""
        return np.fromiter(map(test, self._rows), dtype=np.bool_, count=len(self._rows))

    def having(self, name: str, values: Values[Row], wanted: Collection[str], *, every: bool) -> Mask:
        """The rows that have one of the values, or every one."""
        held = self._of(name, values)
        masks = []
        for value in wanted:
            mask = np.zeros(len(self._rows), dtype=np.bool_)
            if (number := held.known.get(value)) is not None:
                mask[held.rows[held.values == number]] = True
            masks.append(mask)
        joined: Mask = (np.logical_and if every else np.logical_or).reduce(masks)
        return joined

    def numbers(self, name: str, values: Values[Row], mask: Mask | None) -> dict[str, int]:
        """How many of the rows that pass have which value; values that none has are left out."""
        held = self._of(name, values)
        found = held.values if mask is None else held.values[mask[held.rows]]
        counted = np.bincount(found, minlength=len(held.known))
        return {value: int(counted[place]) for value, place in held.known.items() if counted[place]}

    def passing(self, mask: Mask | None) -> list[Row]:
        """The rows that pass, all without a mask, in their order."""
        return list(self._rows) if mask is None else [self._rows[place] for place in np.flatnonzero(mask)]

    def _of(self, name: str, values: Values[Row]) -> _Held:
        if name not in self._held:
            known: dict[str, int] = {}
            pairs = [
                (place, known.setdefault(value, len(known)))
                for place, row in enumerate(self._rows)
                for value in set(values(row))
            ]
            places, numbers = np.array(pairs, dtype=np.intp).reshape(-1, 2).T
            self._held[name] = _Held(known, places, numbers)
        return self._held[name]


def all_of(masks: Iterable[Mask]) -> Mask | None:
    """What passes all of these; None if there are none."""
    held = list(masks)
    joined: Mask | None = np.logical_and.reduce(held) if held else None
    return joined
