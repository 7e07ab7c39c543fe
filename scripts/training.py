"""How the linear models of ``reading.scoring.linear`` are trained: multinomial logistic regression, deterministic.

For development only: needs scikit-learn. Used by the ``train_*.py`` scripts, run from the root of the repository
as ``make train`` does.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

from bench.split import MODELS
from dragoman.reading.scoring.linear import FOLDER, LinearModel

Row = Mapping[str, float]


def train(
    rows: Sequence[Row],
    labels: Sequence[str],
    *,
    groups: Sequence[str] | None = None,
    strength: float = 1.0,
    min_rows: int = 2,
    min_groups: int = 1,
    rare: bool = False,
    telling: bool = False,
    balanced: bool = False,
    keep: int = 60_000,
    weights: Sequence[float] | None = None,
) -> LinearModel:
    """Fit a model that tells ``labels`` from the features of ``rows``.

    ``strength`` is the inverse of the L2 penalty. A feature counts if at least ``min_rows`` rows of ``min_groups``
    different ``groups`` (say, states) have it. ``rare`` lets features that few rows have weigh more (inverse
    document frequency), ``telling`` those that are much more or less common with one label than with the others
    (after Wang and Manning 2012, "Baselines and Bigrams"). ``balanced`` gives each label the same say, ``weights``
    each row its own. Of the weights of the model the ``keep`` largest stay.
    """
    vocabulary = vocabulary_of(rows, groups or [""] * len(rows), min_rows, min_groups)
    cells = table(rows, vocabulary)
    found = np.asarray((cells != 0).sum(axis=0)).ravel()
    scale = np.log((1 + len(rows)) / (1 + found)) + 1 if rare else np.ones(len(vocabulary))
    scale = scale * np.sqrt(_telling(cells, np.asarray(labels))) if telling else scale
    model = LogisticRegression(C=strength, max_iter=400, class_weight="balanced" if balanced else None)
    model.fit(cells.multiply(scale).tocsr(), np.asarray(labels), sample_weight=weights)
    coefficients, bias = model.coef_.T * scale[:, None], model.intercept_
    if len(model.classes_) == 2:
        coefficients, bias = np.hstack([-coefficients, coefficients]) / 2, np.array([-bias[0], bias[0]]) / 2
    return _pruned(tuple(map(str, model.classes_)), vocabulary, coefficients, bias, keep)


def save(name: str, scored: LinearModel, shipped: LinearModel) -> None:
    """Write a model twice: ``scored`` knows nothing of what is kept aside and is what the bench measures there,
    ``shipped`` was trained in the same way on all documents and is what the program reads with.
    """
    for folder, model in ((MODELS, scored), (FOLDER, shipped)):
        folder.mkdir(exist_ok=True)
        model.save(folder / f"{name}.npz")


def folds(labels: Sequence[str], count: int = 5) -> Iterator[tuple[list[int], list[int]]]:
    """Pairs of row numbers (to train on, to test on); every row is tested on once."""
    split = StratifiedKFold(count, shuffle=True, random_state=0).split(np.zeros(len(labels)), np.asarray(labels))
    for fit, test in split:
        yield fit.tolist(), test.tolist()


def vocabulary_of(rows: Sequence[Row], groups: Sequence[str], min_rows: int, min_groups: int) -> tuple[str, ...]:
    """The features that enough rows of enough groups have, in order."""
    count: Counter[str] = Counter()
    where: dict[str, set[str]] = defaultdict(set)
    for row, group in zip(rows, groups, strict=True):
        for feature in row:
            count[feature] += 1
            where[feature].add(group)
    return tuple(sorted(f for f, n in count.items() if n >= min_rows and len(where[f]) >= min_groups and "\n" not in f))


def table(rows: Sequence[Row], vocabulary: tuple[str, ...]) -> csr_matrix:
    """The values of the features, a row for each of ``rows`` and a column for each feature of the vocabulary."""
    column = {feature: number for number, feature in enumerate(vocabulary)}
    cells = [(n, column[f], value) for n, row in enumerate(rows) for f, value in row.items() if f in column]
    at_row, at_column, values = zip(*cells, strict=True) if cells else ((), (), ())
    return csr_matrix((values, (at_row, at_column)), shape=(len(rows), len(vocabulary)), dtype=float)


def _telling(cells: csr_matrix, labels: np.ndarray) -> np.ndarray:
    """For each feature how far its share among the rows of a label is from that among the others, in the mean."""
    seen, telling = (cells != 0).astype(float), np.zeros(cells.shape[1])
    for label in np.unique(labels):
        inside, outside = (
            1 + np.asarray(seen[rows].sum(axis=0)).ravel() for rows in (labels == label, labels != label)
        )
        telling += np.mean(labels == label) * np.abs(np.log(inside / inside.sum() / (outside / outside.sum())))
    return telling


def _pruned(
    labels: tuple[str, ...], vocabulary: tuple[str, ...], weights: np.ndarray, bias: np.ndarray, keep: int
) -> LinearModel:
    """The model without the weights that are too small to matter."""
    if weights.size > keep:
        threshold = np.partition(np.abs(weights).ravel(), -keep)[-keep]
        weights = np.where(np.abs(weights) >= threshold, weights, 0)
    alive = np.abs(weights).sum(axis=1) > 0
    kept = tuple(f for f, lives in zip(vocabulary, alive, strict=True) if lives)
    return LinearModel(labels, kept, weights[alive], bias)
