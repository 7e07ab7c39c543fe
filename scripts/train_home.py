"""Train the signs that tell whose government speaks in a release, and say how often the state is right.

    PYTHONPATH=. python scripts/train_home.py              cross-validate
    PYTHONPATH=. python scripts/train_home.py --write      the same, and write the model

It learns from the releases and speeches of ../shared/corpus, which are all of one government: of all the states that a
text names that one is right. No sign says which state it is seen at, and signs that fewer than ``STATES`` states have
are left out, so what is learned holds for others too. A conditional logit: the scores of the states of one text
compete.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from bench.split import kept_aside
from dragoman import make_document
from dragoman.reading.scoring.linear import LinearModel
from dragoman.reading.states.home import chances_of, spoken_in
from dragoman.reading.states.home_signs import signs_of
from dragoman.values import CountryCode
from training import save, table, vocabulary_of

SPEAKS = CountryCode("AUS")  # in every text of the corpus
STATES = 4
PENALTY = 3.0
FOLDS = 3


@dataclass
class Release:
    """The signs of a text at each of the states that it names."""

    id: str
    signs: dict[CountryCode, dict[str, float]]


def releases(corpus: Path) -> Iterator[Release]:
    """The texts that name the state that speaks and another."""
    with gzip.open(corpus, "rt", encoding="utf-8") as file:
        for row in map(json.loads, file):
            text = make_document(row["text"], id=row["id"]).text
            signs = signs_of(text, spoken_in(text), int(row["date"][:4]))
            if SPEAKS in signs and len(signs) > 1:
                yield Release(row["id"], signs)


def fit(held: Sequence[Release]) -> LinearModel:
    """The weights under which the state that speaks is the likeliest of those of its text."""
    rows = [(at, code, seen) for at, one in enumerate(held) for code, seen in one.signs.items()]
    seen = [row for _, _, row in rows]
    vocabulary = vocabulary_of(seen, [code for _, code, _ in rows], min_rows=2, min_groups=STATES)
    signs = table(seen, vocabulary)
    text, right = np.array([at for at, _, _ in rows]), np.array([code == SPEAKS for _, code, _ in rows])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = signs @ weights
        highest = np.full(len(held), -np.inf)
        np.maximum.at(highest, text, scores)
        grown = np.exp(scores - highest[text])
        total = np.bincount(text, grown, len(held))
        lost = np.sum(np.log(total)) - np.sum((scores - highest[text])[right])
        slope = signs.T @ (grown / total[text] - right)
        return lost + PENALTY / 2 * weights @ weights, slope + PENALTY * weights

    weights = minimize(loss, np.zeros(len(vocabulary)), jac=True, method="L-BFGS-B").x
    return LinearModel(("yes",), vocabulary, weights[:, None], np.zeros(1))


def right(held: Sequence[Release], model: LinearModel) -> list[tuple[float, bool]]:
    """For each text how likely the likeliest state is, and whether it is the one that speaks."""
    chances = [chances_of(one.signs, model) for one in held]
    return [(max(each.values()), max(each, key=each.__getitem__) == SPEAKS) for each in chances]


def main() -> int:
    """Cross-validate, print how often the state is right by how likely it is held to be, and write if asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    corpus = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "releases.jsonl.gz"
    parser.add_argument("--corpus", type=Path, default=corpus, help="gzipped JSON lines with id, date and text")
    parser.add_argument("--write", action="store_true", help="write the model")
    options = parser.parse_args()
    held = list(releases(options.corpus))
    found = []
    for fold in range(FOLDS):
        model = fit([one for at, one in enumerate(held) if at % FOLDS != fold])
        found += right(held[fold::FOLDS], model)
    print(f"{len(held)} texts that name several states, {FOLDS} folds")
    for low, high in pairwise((0, 0.3, 0.5, 0.7, 0.9, 1.01)):
        share = [is_right for chance, is_right in found if low <= chance < high]
        print(f"held to be {low:.1f} to {min(high, 1):.1f} likely: {len(share):5} texts, {np.mean(share):.3f} right")
    print(f"all: {np.mean([is_right for _, is_right in found]):.3f} right")
    if options.write:
        save("home", fit([one for one in held if not kept_aside(one.id)]), fit(held))
    return 0


if __name__ == "__main__":
    sys.exit(main())
