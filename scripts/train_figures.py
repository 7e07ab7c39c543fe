"""Train the judge of figures on whole annotated documents, and say how well it does.

    python scripts/train_figures.py              cross-validate on the part that is not kept aside, then score what is
    python scripts/train_figures.py --write      the same, and write the model

A quantity is a figure if a gold figure of the same value and unit rests on the words where it stands.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.documents import load
from dragoman.models import Document, Figure, Reading
from dragoman.reading.evaluation import match
from dragoman.reading.figure_drafts import draft_figure
from dragoman.reading.figure_features import figure_features
from dragoman.reading.figures import THRESHOLD, candidates, once
from dragoman.reading.linear import LinearModel
from dragoman.reading.page import Page
from dragoman.reading.reader import page_of
from own_documents import own_documents
from parting import FOLDS, OWN, aside, known, scored_in, trained_for
from training import save, train

SHARED = Path(__file__).resolve().parents[2] / "shared"
SETS = {"seeds": SHARED / "seeds", "releases": SHARED / "bench/releases", "narratives": SHARED / "bench/narratives"}


@dataclass
class Row:
    """A quantity as a draft, what is seen of it, and whether it is a figure ("double": told again)."""

    draft: Figure
    seen: dict[str, float]
    answer: str


@dataclass
class Annotated:
    """A document, its gold figures and its quantities."""

    set: str
    id: str
    gold: list[Figure]
    rows: list[Row]


def annotated() -> list[Annotated]:
    """The development documents and our own with their quantities labelled."""
    documents = []
    for name, folder in SETS.items():
        lines = (SHARED / "bench" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        gold = {reading.document.id: reading for reading in map(Reading.from_json, lines)}
        for document in load([folder]):
            if isinstance(document, Document) and document.id in gold:
                page = page_of(document, gold[document.id].document.date)
                documents.append(labelled(name, page, gold[document.id]))
    documents.extend(labelled(OWN, page_of(document), reading) for document, reading in own_documents())
    return documents


def labelled(set: str, page: Page, reading: Reading) -> Annotated:
    """A document with the answer of its gold figures to each of its quantities."""
    figures = [entry for entry in reading.entries if isinstance(entry, Figure)]
    return Annotated(set, reading.document.id, figures, rows(page, figures))


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
        found.append(Row(draft, figure_features(page, quantity), answer))
    return found


def fit(documents: Sequence[Annotated]) -> LinearModel:
    """The model of figures and amounts."""
    every = [row for document in documents for row in document.rows if row.answer != "double"]
    return train([row.seen for row in every], [row.answer for row in every], strength=0.3)


def chances(document: Annotated, model: LinearModel) -> list[float]:
    """The chance of each row of a document."""
    return [model.chance(row.seen, "yes")[0] for row in document.rows]


def report(scored: Sequence[tuple[Annotated, list[float]]], title: str) -> None:
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
    documents = annotated()
    crossed = []
    for n in range(FOLDS):
        model = fit(trained_for(n, documents))
        crossed += [(d, chances(d, model)) for d in scored_in(n, documents)]
    report(crossed, "cross-validated (precision/recall):")
    model = fit(known(documents))
    report([(d, chances(d, model)) for d in aside(documents)], "kept aside:")
    if options.write:
        save("figures-entry", model, fit(documents))


if __name__ == "__main__":
    main()
