"""Fit the curves that make the scores of entries chances, and say how well they fit.

    python scripts/train_calibration.py              print the curves and how they do on what is kept aside
    python scripts/train_calibration.py --write      the same, and write src/dragoman/reading/trained/calibration.json

The scores are honest ones: every development document is read with models of frames and figures that were trained on
other documents (five folds); accounts of aid are those that are kept aside. An entry is right if it answers a gold
entry. Run it after the other training scripts; it needs the contexts of the folds that ``scripts/train_context.py``
leaves in ``build/context``.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from unittest.mock import patch

import numpy as np
from sklearn.linear_model import LogisticRegression

import train_figures
import train_frames
from bench.calibration import Judged, expected_error, lines
from bench.split import MODELS
from dragoman.models import Entry
from dragoman.reading.evaluation import match
from dragoman.reading.figures import figures
from dragoman.reading.judging import judge
from dragoman.reading.reader import read_page
from dragoman.reading.scoring import linear
from dragoman.reading.scoring.calibration import FILE, family, logit
from dragoman.reading.scoring.context import Context
from dragoman.reading.scoring.linear import LinearModel
from parting import FOLDS, aside, known, scored_in, trained_for
from train_frames import Annotated, fold_file

# A curve needs as many entries; a family with fewer goes by the curve of its kind.
FEWEST = 25
ACCOUNT = "main activity"

Curve = dict[str, float]


@dataclass(frozen=True)
class Scored:
    """An entry as it was read, and whether it is right."""

    entry: Entry
    right: bool


def read(document: Annotated, frames: train_frames.Models, figure: LinearModel, context: Context) -> Iterator[Scored]:
    """What is read in a document with these models in the place of the shipped ones."""
    with (
        patch.object(linear, "FOLDER", MODELS),  # for accounts of aid
        patch.object(judge, "model", lambda kind, question: frames[kind, question]),
        patch.object(judge, "context", lambda: context),
        patch.object(figures, "model", lambda: figure),
    ):
        entries = read_page(document.page, document.page.anchor)
    right = {j for _, j in match(document.gold, entries)}
    for j, entry in enumerate(entries):
        yield Scored(entry, j in right)


def fit(scored: Sequence[Scored]) -> dict[str, Curve]:
    """A curve for each family of entries."""
    groups: dict[str, list[Scored]] = defaultdict(list)
    for one in scored:
        groups[family(one.entry)].append(one)
    return {name: _curve(group) for name, group in sorted(groups.items()) if len(group) >= FEWEST}


def _curve(group: Sequence[Scored]) -> Curve:
    scores = np.array([[logit(one.entry.confidence)] for one in group])
    right = np.array([one.right for one in group])
    if len(set(right)) == 1 or np.ptp(scores) == 0:  # all alike: the share is all that can be told
        return {"slope": 0.0, "offset": round(logit((right.sum() + 1) / (len(right) + 2)), 4)}
    model = LogisticRegression().fit(scores, right)
    return {"slope": round(float(model.coef_[0, 0]), 4), "offset": round(float(model.intercept_[0]), 4)}


def chance(entry: Entry, curves: Mapping[str, Curve]) -> float:
    """The confidence of the entry under the curves."""
    curve = curves.get(family(entry)) or curves.get(entry.kind)
    if curve is None:
        return entry.confidence or 0.0
    return float(1 / (1 + np.exp(-(curve["slope"] * logit(entry.confidence) + curve["offset"]))))


def report(scored: Sequence[Scored], curves: Mapping[str, Curve], title: str) -> None:
    """Print how sure the entries of each family are and how many are right, before and after."""
    print(title)
    groups: dict[str, list[Scored]] = defaultdict(list)
    for one in scored:
        groups[family(one.entry)].append(one)
    for name, group in sorted(groups.items()):
        raw = [Judged(one.entry.confidence or 0.0, one.right) for one in group]
        made = [Judged(chance(one.entry, curves), one.right) for one in group]
        print(f"  {name:14} {len(group):5} entries, right {sum(j.right for j in made) / len(made):.3f}, expected error "
              f"{expected_error(raw):.3f} before, {expected_error(made):.3f} after")  # fmt: skip
    every = [Judged(chance(one.entry, curves), one.right) for one in scored]
    print("\n".join(f"  {line}" for line in lines(every)))


def main() -> None:
    """Read across folds, fit, score what is kept aside, and write the curves if asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write the curves")
    options = parser.parse_args()
    documents = list(train_frames.annotated())
    numbers = {document.id: train_figures.numbered(document) for document in documents}

    def trained_on(some: Sequence[Annotated]) -> tuple[train_frames.Models, LinearModel]:
        return train_frames.fit(some), train_figures.fit([numbers[d.id] for d in some])

    crossed: list[Scored] = []
    for n in range(FOLDS):
        models, context = trained_on(trained_for(n, documents)), Context.read(fold_file(n))
        crossed += [one for d in scored_in(n, documents) for one in read(d, *models, context)]
    models = trained_on(known(documents))
    context = Context.read(MODELS / "frames-context.npz")
    kept = [one for d in aside(documents) for one in read(d, *models, context)]
    # The models of accounts were trained on all narratives but those that are kept aside.
    curves = fit(
        [one for one in crossed if family(one.entry) != ACCOUNT] + [o for o in kept if family(o.entry) == ACCOUNT]
    )
    report(crossed, curves, "cross-validated:")
    report(kept, curves, "kept aside:")
    if options.write:
        FILE.write_text(json.dumps(curves, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
