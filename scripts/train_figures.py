"""Train the judge of figures on whole annotated documents, and say how well it does.

    python scripts/train_figures.py              cross-validate on the part that is not kept aside, then score what is
    python scripts/train_figures.py --write      the same, and write the model

A quantity is a figure if a gold figure of the same value and unit rests on the words where it stands. The contexts of
the folds must have been made before (``scripts/train_context.py``): a quantity is judged by both.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bench.split import MODELS
from dragoman.models import Figure
from dragoman.reading.evaluation import match
from dragoman.reading.figures.drafts import draft_figure
from dragoman.reading.figures.features import candidates, figure_features
from dragoman.reading.figures.figures import HOPELESS, THRESHOLD, asked_of, chance_of, once
from dragoman.reading.judging import judge
from dragoman.reading.page import Page
from dragoman.reading.scoring.context import Asked, Context
from dragoman.reading.scoring.linear import LinearModel
from parting import FOLDS, aside, known, scored_in, trained_for
from train_frames import SETS, Annotated, annotated, fold_file
from training import save, train


@dataclass
class Row:
    """A quantity as a draft, how the context is asked about it, what is seen of it, and whether it is a figure.

    The answer is "double" if it tells again what another tells.
    """

    draft: Figure
    asked: Asked
    seen: dict[str, float]
    answer: str


@dataclass
class Numbered:
    """An annotated document with its gold figures and its quantities."""

    document: Annotated
    gold: list[Figure]
    rows: list[Row]

    @property
    def set(self) -> str:
        """The set that it belongs to."""
        return self.document.set

    @property
    def id(self) -> str:
        """Its id in the set."""
        return self.document.id


def numbered(document: Annotated) -> Numbered:
    """A document with the answer of its gold figures to each of its quantities."""
    figures = [entry for entry in document.gold if isinstance(entry, Figure)]
    return Numbered(document, figures, rows(document.page, figures))


def rows(page: Page, gold: Sequence[Figure]) -> list[Row]:
    """Every quantity that can be a figure, with the answer of the gold."""
    found, used = [], set()
    for quantity in candidates(page):
        draft, answer = draft_figure(page, quantity), "no"
        for n, figure in enumerate(gold):
            here = any(e.start - 3 <= quantity.start < e.end + 3 for e in figure.evidence)
            if here and match([figure], [draft]):
                answer = "double" if n in used else "yes"
                used.add(n)
                break
        found.append(Row(draft, asked_of(page, quantity), figure_features(page, quantity), answer))
    return found


def fit(documents: Iterable[Numbered]) -> LinearModel:
    """The model of figures and amounts."""
    every = [row for document in documents for row in document.rows if row.answer != "double"]
    return train([row.seen for row in every], [row.answer for row in every], strength=0.3)


def chances(one: Numbered, model: LinearModel, context: Context | None) -> list[float]:
    """The chance of each row of a document; with no context by the linear model alone."""
    windows = judge.windows_of((row.frame for row in one.document.rows), one.document.page)
    alone = [model.probabilities(row.seen)["yes"] for row in one.rows]
    held = [row for row, chance in zip(one.rows, alone, strict=True) if chance >= HOPELESS]
    views = iter(context.over(windows).views([row.asked for row in held]) if context else [{} for _ in held])
    return [
        chance if chance < HOPELESS else chance_of(model, row.seen, next(views))
        for row, chance in zip(one.rows, alone, strict=True)
    ]


def report(scored: Sequence[tuple[Numbered, list[float]]], title: str) -> None:
    """Print precision, recall and F1 by set at several thresholds."""
    print(title)
    for factor in (0.8, 0.9, 1.0, 1.1, 1.25):
        right, gold, given = Counter[str](), Counter[str](), Counter[str]()
        for document, chance in scored:
            pairs = zip(document.rows, chance, strict=True)
            kept = [row.draft.model_copy(update={"confidence": c}) for row, c in pairs if c >= factor * THRESHOLD]
            figures = list(once(kept))
            for name in (document.set, "all"):
                right[name] += len(match(document.gold, figures))
                gold[name] += len(document.gold)
                given[name] += len(figures)
        parts = (f"{n} {right[n] / max(1, given[n]):.2f}/{right[n] / max(1, gold[n]):.2f}"
                 f" F1 {2 * right[n] / max(1, gold[n] + given[n]):.3f}" for n in (*SETS, "all") if gold[n])  # fmt: skip
        print(f"  threshold {factor * THRESHOLD:.2f}  {'  '.join(parts)}")


def main() -> None:
    """Cross-validate, score what is kept aside, and write the model if asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write the model")
    options = parser.parse_args()
    documents = list(map(numbered, annotated()))
    alone, crossed = [], []
    for n in range(FOLDS):
        model, context = fit(trained_for(n, documents)), Context.read(fold_file(n))
        alone += [(d, chances(d, model, None)) for d in scored_in(n, documents)]
        crossed += [(d, chances(d, model, context)) for d in scored_in(n, documents)]
    report(alone, "cross-validated, the linear model alone (precision/recall):")
    report(crossed, "cross-validated:")
    model, context = fit(known(documents)), Context.read(MODELS / "frames-context.npz")
    report([(d, chances(d, model, context)) for d in aside(documents)], "kept aside:")
    if options.write:
        save("figures-entry", model, fit(documents))


if __name__ == "__main__":
    main()
