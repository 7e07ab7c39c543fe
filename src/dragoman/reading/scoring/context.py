"""Context: what the words around something say of it, beside the features that can be named.

The encoder reads the sentences; the vectors of the words themselves and of those around them answer the questions
put to them. What was trained (``scripts/train_context.py``) are small changes to the encoder and one matrix for each
question, together a file of some hundred kilobytes: ``frames-context`` answers the questions of ``judge`` to frames,
``aid-context`` those of ``aid`` to an account and to the years, sums and states in it.
"""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from dragoman.errors import KnowledgeError
from dragoman.reading.scoring import linear
from dragoman.reading.scoring.encoder import MATRICES, WIDTH, Encoder, Weights, Window, adapted, pretrained

Chances = Mapping[str, float]
View = Mapping[str, Chances]  # for each question, such as "entry", "type" and "stage", its answers
Spans = Sequence[tuple[int, int]]  # characters of the text


@dataclass(frozen=True)
class Asked:
    """What is asked about: of which kind it is, where its own words stand, and which are around them."""

    kind: str
    own: Spans
    around: Spans


@dataclass(frozen=True)
class Question:
    """One question to things of one kind: its answers, and a row of weights for each."""

    labels: tuple[str, ...]
    matrix: NDArray[Any]
    bias: NDArray[Any]

    def chances(self, vectors: NDArray[Any]) -> list[Chances]:
        """For each vector every answer with its probability."""
        scores = vectors @ self.matrix + self.bias
        return [dict(zip(self.labels, linear.shares(row), strict=True)) for row in scores.tolist()]


class Context:
    """An adapted encoder with its questions: ``questions["event", "stage"]``."""

    def __init__(self, weights: Weights, questions: Mapping[tuple[str, str], Question]) -> None:
        self._encoder = Encoder(weights)
        self._questions = questions

    @classmethod
    def load(cls, name: str) -> Context:
        """The context ``trained/<name>.npz``; raises ``KnowledgeError`` if there is none or it cannot be read."""
        return cls.read(linear.FOLDER / f"{name}.npz")

    @classmethod
    def read(cls, path: Path) -> Context:
        """The context in the file ``path``, as written by ``save``; raises ``KnowledgeError`` if it is not one."""
        return _read(path)

    def over(self, held: Iterable[Window]) -> Understood:
        """What it understands of some windows of a text."""
        return Understood(self, list(held))

    def beneath(self, window: Window) -> NDArray[Any]:
        """The vectors of a window beneath the last layer."""
        return self._encoder.beneath(window)

    def states(self, below: NDArray[Any], wanted: Collection[int]) -> NDArray[Any]:
        """The vectors of the ``wanted`` pieces of a window, each in the row of its number; other rows are empty."""
        rows = sorted(wanted)
        states = np.zeros((len(below), WIDTH), np.float32)
        states[rows] = self._encoder.above(below, rows)
        return states

    def views(self, kinds: Sequence[str], vectors: NDArray[Any]) -> list[View]:
        """The answers to all questions to things, given their kinds; raises ``KnowledgeError`` if it knows none."""
        views: list[dict[str, Chances]] = [{} for _ in kinds]
        for (kind, name), question in self._questions.items():
            numbers = [number for number, of in enumerate(kinds) if of == kind]
            for number, chances in zip(numbers, question.chances(vectors[numbers]), strict=True):
                views[number][name] = chances
        for kind, view in zip(kinds, views, strict=True):
            if not view:
                raise KnowledgeError(f"the context knows no questions to a thing of the kind {kind}")
        return list(views)


class Understood:
    """Windows of a text as a context reads them, each only if it is asked about something in it.

    What stands in several windows is seen in the first of them. What is beneath the last layer is reckoned once,
    however often it is asked.
    """

    def __init__(self, context: Context, held: Sequence[Window]) -> None:
        self._context = context
        self._held = held
        self._below: dict[int, NDArray[Any]] = {}

    def views(self, asked: Sequence[Asked]) -> list[View]:
        """What the context says of each thing; nothing of those that stand in the depth of endless sentences."""
        views: dict[int, View] = {}
        for number, window in enumerate(self._held):
            found = {n: at for n, at in pieces_of(asked, window).items() if n not in views}
            if found:
                wanted = {piece for parts in found.values() for part in parts for piece in part}
                held = vectors(self._context.states(self._beneath(number), wanted), list(found.values()))
                views |= zip(found, self._context.views([asked[n].kind for n in found], held), strict=True)
        return [views.get(n, {}) for n in range(len(asked))]

    def _beneath(self, number: int) -> NDArray[Any]:
        if number not in self._below:
            self._below[number] = self._context.beneath(self._held[number])
        return self._below[number]


def pieces_of(asked: Sequence[Asked], window: Window) -> dict[int, tuple[list[int], list[int]]]:
    """For each thing in the window, by its number, the pieces of its own words and of those around them."""
    found = {}
    for number, each in enumerate(asked):
        own = [piece for span in each.own for piece in window.within(*span)]
        if own:
            found[number] = own, [piece for span in each.around for piece in window.within(*span)] or own
    return found


def vectors(states: NDArray[Any], found: Sequence[tuple[list[int], list[int]]]) -> NDArray[Any]:
    """For each thing the mean of its own pieces' vectors and that of those around them, one behind the other."""
    shares = np.array([[np.bincount(part, minlength=len(states)) / len(part) for part in parts] for parts in found])
    means: NDArray[Any] = shares.astype(np.float32) @ states
    return means.reshape(len(found), -1)


def together(named: Chances, seen: Chances | None) -> Chances:
    """Two opinions as one: the geometric mean of their chances, which is the mean of their log odds."""
    if not seen:
        return named
    product = {label: (chance * seen.get(label, 0.0)) ** 0.5 for label, chance in named.items()}
    total = sum(product.values())
    return {label: chance / total for label, chance in product.items()} if total else named


def save(
    path: Path, adapters: Sequence[Mapping[str, tuple[Any, Any]]], questions: Mapping[tuple[str, str], Question]
) -> None:
    """Write what was trained as 16-bit floats; the same gives the same bytes."""
    arrays: dict[str, NDArray[Any]] = {}
    for number, adapter in enumerate(adapters):
        for name, (down, up) in adapter.items():
            arrays[f"{number}.{name}.down"] = np.asarray(down, np.float16)
            arrays[f"{number}.{name}.up"] = np.asarray(up, np.float16)
    for (kind, name), question in questions.items():
        arrays[f"{kind}.{name}.labels"] = np.frombuffer("\n".join(question.labels).encode(), dtype=np.uint8)
        arrays[f"{kind}.{name}.matrix"] = question.matrix.astype(np.float16)
        arrays[f"{kind}.{name}.bias"] = question.bias.astype(np.float16)
    np.savez_compressed(path, **arrays)  # type: ignore[arg-type]


@cache
def _read(path: Path) -> Context:
    published = pretrained()
    try:
        with np.load(path, allow_pickle=False) as file:
            arrays = {name: file[name] for name in file.files}
        adapters = [
            {name: (_float(arrays[f"{n}.{name}.down"]), _float(arrays[f"{n}.{name}.up"])) for name in MATRICES}
            for n in range(sum(name.endswith(f".{MATRICES[0]}.down") for name in arrays))
        ]
        named = [name.removesuffix(".labels") for name in arrays if name.endswith(".labels")]
        questions = {
            (kind, name): Question(
                tuple(bytes(arrays[f"{kind}.{name}.labels"]).decode().split("\n")),
                _float(arrays[f"{kind}.{name}.matrix"]),
                _float(arrays[f"{kind}.{name}.bias"]),
            )
            for kind, name in (each.split(".") for each in named)
        }
        return Context(adapted(published, adapters), questions)
    except (OSError, ValueError, KeyError, EOFError, BadZipFile, zlib.error) as error:
        raise KnowledgeError(f"{path.name} is not a trained context: {error}") from error


def _float(array: NDArray[Any]) -> NDArray[Any]:
    return array.astype(np.float32)
