"""Small linear models over features that a person can read.

A model gives each label a score: the sum of the weights of the features that are seen, times their values. The
softmax of the scores is the probability. There is nothing else to it, so every prediction can say which features
made it. Models are trained by the scripts in ``scripts/`` and live in ``trained/``, see the card there.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Self
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from dragoman.errors import KnowledgeError

FOLDER = Path(__file__).parents[1] / "trained"
_SAID = 4  # as many reasons as a reader takes in
_BITS = 8  # weights are kept to 1/256, which packs well and changes no label


@dataclass(frozen=True)
class Prediction:
    """The likeliest label, its probability, and the features that weighed most for it."""

    label: str
    probability: float
    because: tuple[str, ...]


class LinearModel:
    """A linear classifier: ``weights`` has a row for each feature and a column for each label."""

    def __init__(
        self, labels: tuple[str, ...], vocabulary: tuple[str, ...], weights: NDArray[Any], bias: NDArray[Any]
    ) -> None:
        self.labels = labels
        self.vocabulary = vocabulary
        self.weights = np.asarray(weights, dtype=np.float32).reshape(len(vocabulary), len(labels))
        self.bias = np.asarray(bias, dtype=np.float32)
        # A feature speaks for a label by how much more it says for it than for the labels on the whole.
        self._pull = self.weights - self.weights.mean(axis=1, keepdims=True)
        self._row = {feature: row for row, feature in enumerate(vocabulary)}

    @classmethod
    def load(cls, name: str) -> LinearModel:
        """The model ``trained/<name>.npz``; raises ``KnowledgeError`` if there is none or it cannot be read."""
        return _load(FOLDER, name)

    @classmethod
    def read(cls, path: Path) -> Self:
        """The model in the file ``path``, as written by ``save``; raises ``KnowledgeError`` if it is not one."""
        try:
            with np.load(path, allow_pickle=False) as file:
                labels, vocabulary = (bytes(file[key]).decode().split("\n") for key in ("labels", "vocabulary"))
                weights = np.zeros((len(vocabulary), len(labels)), dtype=np.float32)
                rows = np.repeat(np.arange(len(vocabulary)), file["filled"])
                weights[rows, file["columns"]] = file["values"]
                return cls(tuple(labels), tuple(vocabulary), weights, file["bias"])
        except (OSError, ValueError, KeyError, IndexError, EOFError, BadZipFile, zlib.error) as error:
            raise KnowledgeError(f"{path.name} is not a trained model: {error}") from error

    def save(self, path: Path) -> None:
        """Write the weights that are not zero, as 16-bit floats; the same model gives the same bytes."""
        filled = self.weights != 0
        values = np.round(self.weights[filled] * 2**_BITS) / 2**_BITS
        np.savez_compressed(
            path,
            labels=np.frombuffer("\n".join(self.labels).encode(), dtype=np.uint8),
            vocabulary=np.frombuffer("\n".join(self.vocabulary).encode(), dtype=np.uint8),
            filled=filled.sum(axis=1).astype(np.uint8),
            columns=np.nonzero(filled)[1].astype(np.uint8),
            values=values.astype(np.float16),
            bias=self.bias,
        )

    def probabilities(self, features: Mapping[str, float]) -> dict[str, float]:
        """Each label with its probability."""
        return dict(zip(self.labels, shares(self._scores(features)), strict=True))

    def score(self, features: Mapping[str, float], label: str) -> float:
        """The score of one label, to be compared with its score for others that are to be told apart."""
        return self._scores(features)[self.labels.index(label)]

    def predict(self, features: Mapping[str, float]) -> Prediction:
        """The likeliest label (of equally likely ones the first) and why."""
        chances = self.probabilities(features)
        label = max(self.labels, key=chances.__getitem__)
        return Prediction(label, chances[label], self.reasons(features, label))

    def chance(self, features: Mapping[str, float], label: str) -> tuple[float, tuple[str, ...]]:
        """The probability of one label, and what weighed most for it."""
        return self.probabilities(features)[label], self.reasons(features, label)

    def reasons(self, features: Mapping[str, float], label: str, most: int = _SAID) -> tuple[str, ...]:
        """The features that spoke most for ``label`` as against the mean of all labels, strongest first."""
        rows, values = self._seen(features)
        pulls = self._pull[rows, self.labels.index(label)] * values
        spoke = [(-pull, self.vocabulary[row]) for pull, row in zip(pulls.tolist(), rows, strict=True) if pull > 0]
        return tuple(feature for _, feature in sorted(spoke)[:most])

    def _scores(self, features: Mapping[str, float]) -> list[float]:
        rows, values = self._seen(features)
        scores: list[float] = (self.bias + values @ self.weights.take(rows, 0)).tolist()
        return scores

    def _seen(self, features: Mapping[str, float]) -> tuple[NDArray[Any], NDArray[Any]]:
        """The rows of the features that it knows, and their values."""
        known = {self._row[feature]: value for feature, value in features.items() if feature in self._row}
        return np.fromiter(known, np.intp, len(known)), np.fromiter(known.values(), np.float32, len(known))


def shares(scores: Sequence[float]) -> list[float]:
    """The softmax of the scores, which gives each its probability."""
    highest = max(scores)
    grown = [math.exp(score - highest) for score in scores]
    total = sum(grown)
    return [each / total for each in grown]


@cache
def _load(folder: Path, name: str) -> LinearModel:
    return LinearModel.read(folder / f"{name}.npz")
