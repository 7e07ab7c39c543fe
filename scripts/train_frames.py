"""Train the judge of frames on whole annotated documents, and say how well it does.

    python scripts/train_frames.py              cross-validate on the part that is not kept aside, then score what is
    python scripts/train_frames.py --write      the same, and write the models

A frame is right if the entry that it becomes, with the gold type and stage, answers a gold entry; of several frames
that answer the same one, the best is right and the others hardly count. What is kept aside is scored by models that
were not trained on it; the models that are shipped are trained on all. The contexts of the folds must have been made
before (``scripts/train_context.py``): a frame is judged by both.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from bench.split import MODELS
from dragoman.documents import load
from dragoman.models import Document, Entry, Reading
from dragoman.reading.evaluation import MATCH, likeness, match
from dragoman.reading.frames.frames import Frame, find_frames
from dragoman.reading.judging import judge
from dragoman.reading.judging.features import features_of
from dragoman.reading.page import Page
from dragoman.reading.paging import page_of
from dragoman.reading.scoring.context import Chances, Context, View, together
from dragoman.reading.scoring.linear import LinearModel
from dragoman.reading.whole import whole
from dragoman.reading.whole.told import told_on
from own_documents import own_documents
from parting import FOLDS, OWN, aside, known, scored_in, trained_for, weight_of
from training import save, train

SHARED = Path(__file__).resolve().parents[2] / "shared"
SETS = {
    "seeds": SHARED / "seeds",
    "releases": SHARED / "bench" / "releases",
    "narratives": SHARED / "bench" / "narratives",
}
KINDS = ("event", "instrument", "activity")
DOUBLE = 0.3  # what a frame weighs in training that tells again what a better one tells
OURS = 0.25  # what a frame of our own documents weighs beside one of the development sets, by cross-validation
COUNTERPART = 0.5  # the same for those written after a document of the sets

FOLD_MODELS = Path(__file__).resolve().parents[1] / "build" / "context"

Models = dict[tuple[str, str], LinearModel]


def fold_file(number: int) -> Path:
    """Where ``train_context.py`` writes what it learned without a fold."""
    return FOLD_MODELS / f"{number}.npz"


@dataclass
class Row:
    """A frame, what is seen of it, and the gold entry that it answers best."""

    frame: Frame
    seen: dict[str, float]
    gold: Entry | None = None
    double: bool = False


@dataclass
class Annotated:
    """A document, its gold entries and its frames."""

    set: str
    id: str
    page: Page
    gold: tuple[Entry, ...]
    rows: list[Row] = field(default_factory=list)


def annotated() -> Iterator[Annotated]:
    """The development documents and our own with their frames labelled."""
    for name, folder in SETS.items():
        lines = (SHARED / "bench" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        gold = {reading.document.id: reading for reading in map(Reading.from_json, lines)}
        for document in load([folder]):
            if isinstance(document, Document) and document.id in gold:
                page = page_of(document, gold[document.id].document.date)
                yield label(Annotated(name, document.id, page, gold[document.id].entries))
    for document, reading in own_documents():
        yield label(Annotated(OWN, document.id, page_of(document), reading.entries))


def label(one: Annotated) -> Annotated:
    """Give every frame the gold entry that it answers, each gold entry to its best frame."""
    one.rows = [Row(frame, features_of(frame, one.page)) for frame in find_frames(one.page)]
    scores = [
        (score, -n, i)
        for n, row in enumerate(one.rows)
        for i, gold in enumerate(one.gold)
        if gold.kind == row.frame.kind and (score := answer(row.frame, one.page, gold)) >= MATCH - 1e-9
    ]
    taken: set[int] = set()
    for _, minus, i in sorted(scores, reverse=True):
        row = one.rows[-minus]
        if i in taken:
            row.double = row.gold is None
        elif row.gold is None:
            row.gold = one.gold[i]
            taken.add(i)
    return one


def answer(frame: Frame, page: Page, gold: Entry) -> float:
    """How well the frame answers the gold entry, given that its type and stage are judged right."""
    if not any(e.start < frame.end and frame.start < e.end for e in gold.evidence):
        return 0.0
    draft = judge.DRAFT[frame.kind](frame, page, gold.type, gold.stage or "done")  # type: ignore[union-attr, arg-type]
    return likeness(gold, draft)


def fit(documents: Iterable[Annotated]) -> Models:
    """The nine models: for each kind whether, of what type, and at what stage."""
    rows: dict[str, list[tuple[Row, float]]] = defaultdict(list)
    for document in documents:
        for row in document.rows:
            rows[row.frame.kind].append((row, weight_of(document, OURS, COUNTERPART)))
    models: Models = {}
    for kind in KINDS:
        every, right = rows[kind], [(row, weight) for row, weight in rows[kind] if row.gold]
        weights = [weight * (DOUBLE if row.double and not row.gold else 1.0) for row, weight in every]
        answers = ["yes" if row.gold else "no" for row, _ in every]
        models[kind, "entry"] = train([row.seen for row, _ in every], answers, strength=0.3, weights=weights)
        for question, strength in (("type", 0.5), ("stage", 0.3)):
            seen, labels = [row.seen for row, _ in right], [getattr(row.gold, question) or "done" for row, _ in right]
            models[kind, question] = train(seen, labels, strength=strength, weights=[weight for _, weight in right])
    return models


def read(document: Annotated, models: Models, context: Context | None) -> list[tuple[float, Entry]]:
    """The drafts of a document with their chances; with no context by the linear models alone."""
    rows = [r for r in document.rows if models[r.frame.kind, "entry"].probabilities(r.seen)["yes"] >= judge.HOPELESS]
    windows = judge.windows_of((row.frame for row in document.rows), document.page)
    asked = [judge.asked_of(row.frame) for row in rows]
    views = context.over(windows).views(asked) if context else [{} for _ in asked]

    def answer(row: Row, view: View, question: str) -> Chances:
        return together(models[row.frame.kind, question].probabilities(row.seen), view.get(question))

    judged = (judge.Judged(row.frame, partial(answer, row, view)) for row, view in zip(rows, views, strict=True))
    return [
        (entry.confidence, entry)
        for frame, entry in judge.drafts(judged, document.page)
        if entry.confidence >= judge.THRESHOLD[frame.kind] / 2
    ]


def _finished(entries: list[Entry], page: Page) -> list[Entry]:
    return whole.finish(entries, page.anchor, told_on(page))


def report(drafts: Sequence[tuple[Annotated, list[tuple[float, Entry]]]], title: str) -> None:
    """Print F1 by kind at several thresholds, and by set at those that are in force."""
    print(title)
    for factor in (0.6, 0.8, 1.0, 1.25, 1.5):
        right, gold, given = Counter[str](), Counter[str](), Counter[str]()
        for document, chances in drafts:
            entries = [e for chance, e in chances if chance >= factor * judge.THRESHOLD[e.kind]]  # type: ignore[index]
            entries = _finished(entries, document.page)
            truth = [e for e in document.gold if e.kind in KINDS]
            for i, _ in match(truth, entries):
                right[truth[i].kind] += 1
                right[document.set] += 1
            gold.update(e.kind for e in truth)
            given.update(e.kind for e in entries)
            gold[document.set] += len(truth)
            given[document.set] += len(entries)
        figures = "  ".join(f"{k} {2 * right[k] / max(1, gold[k] + given[k]):.3f}" for k in (*KINDS, *SETS))
        print(f"  threshold x {factor:<5} {figures}")


def main() -> None:
    """Cross-validate, score what is kept aside, and write the models if asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write the models")
    options = parser.parse_args()
    documents = list(annotated())
    ours = sum(d.set == OWN for d in documents)
    print(
        f"{len(known(documents)) - ours} documents to train on and {ours} of our own, "
        f"{len(aside(documents))} kept aside, {sum(len(d.rows) for d in documents)} frames"
    )
    alone, drafts = [], []
    for n in range(FOLDS):
        models, context = fit(trained_for(n, documents)), Context.read(fold_file(n))
        drafts += [(d, read(d, models, context)) for d in scored_in(n, documents)]
        alone += [(d, read(d, models, None)) for d in scored_in(n, documents)]
    report(alone, "cross-validated, the linear models alone:")
    report(drafts, "cross-validated:")
    models = fit(known(documents))
    context = Context.read(MODELS / "frames-context.npz")
    report([(d, read(d, models, context)) for d in aside(documents)], "kept aside:")
    if options.write:
        shipped = fit(documents)
        for kind, question in models:
            save(f"frames-{kind}-{question}", models[kind, question], shipped[kind, question])


if __name__ == "__main__":
    main()
