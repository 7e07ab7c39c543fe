"""Train what ``reading.scoring.context`` adds to the published encoder, on annotated documents and coded narratives.

    PYTHONPATH=. python scripts/train_context.py                  all of it
    PYTHONPATH=. python scripts/train_context.py --only aid       the context of accounts
    PYTHONPATH=. python scripts/train_context.py --scored         only without what is kept aside, for the bench

Each is trained without what is kept aside, that of the frames without each of the folds too, and then on everything.
Needs PyTorch (2.13 was used), which the program itself does not: ``pip install torch``. All of it takes more than
an hour on two cores. The models of the folds go to ``build/context``, where the other training scripts find them:
what those measure across folds is then measured as a user meets it.
"""

from __future__ import annotations

import argparse
import math
import random
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

import train_aid
import train_figures
import train_frames
from bench.split import MODELS
from dragoman.reading.aid import aid
from dragoman.reading.aid.choice import asked_of
from dragoman.reading.aid.sums import money_candidates
from dragoman.reading.aid.years import date_candidates
from dragoman.reading.drafting.choice import state_candidates
from dragoman.reading.judging import judge
from dragoman.reading.scoring import context, encoder
from dragoman.reading.scoring.context import Asked, Context, Question
from dragoman.reading.scoring.encoder import Window
from dragoman.reading.scoring.linear import FOLDER
from own_documents import counterparts
from parting import FOLDS, OWN, known, trained_for
from train_frames import DOUBLE, Annotated, Row

# How many layers of the encoder are read through. An account is short, and six tell its stage and its sector much
# better than three; of frames they tell little more, and cost as much again in every document.
ACCOUNTS, FRAMES = 6, 3
RANK = 8  # of the products that are added to the matrices
ROUNDS = 4
BATCH = 8  # windows
ALIKE = 16  # batches are made of windows of like length out of so many times as many
SPEED = 2e-3  # of learning, at its highest
OURS = 0.5  # what a frame of our own documents weighs beside one of the development sets
LESS = 0.5  # what type and stage weigh beside whether a frame is an entry
USUAL = 40.0  # answers in a batch, about: the loss is for one
OMITTED = 0.1  # share of the values that training leaves out at random


@dataclass
class Thing:
    """Something that questions are put to: of which kind, its pieces in the window, its answers and what they weigh."""

    kind: str
    own: list[int]
    around: list[int]
    answers: Mapping[str, str]
    weights: Mapping[str, float]


@dataclass
class Lesson:
    """A window, and what is asked about in it."""

    pieces: list[int]
    things: list[Thing]


Told = tuple[Asked, Mapping[str, str], Mapping[str, float]]


def lessons(windows: Iterator[Window], told: Sequence[Told]) -> Iterator[Lesson]:
    """The windows that hold something to ask about, each thing in the first of them, as it is read."""
    known: set[int] = set()
    for window in windows:
        found = context.pieces_of([asked for asked, _, _ in told], window)
        found = {number: at for number, at in found.items() if number not in known}
        known |= found.keys()
        if found:
            yield Lesson(window.pieces, [Thing(told[n][0].kind, *at, *told[n][1:]) for n, at in found.items()])


# ------------------------------------------------------------------------------------------------ what is learned from


def of_frames(documents: Sequence[Annotated]) -> Iterator[Lesson]:
    """The frames and the numbers of whole annotated documents."""
    for document in documents:
        weight = OURS if document.set == OWN else 1.0
        told = [_told(row, weight) for row in document.rows]
        told += [_stated(row, weight) for row in train_figures.numbered(document).rows]
        yield from lessons(judge.windows_of((row.frame for row in document.rows), document.page), told)


def _stated(row: train_figures.Row, weight: float) -> Told:
    answer = "no" if row.answer == "no" else "yes"
    return row.asked, {"entry": answer}, {"entry": weight * (DOUBLE if row.answer == "double" else 1.0)}


def _told(row: Row, weight: float) -> Told:
    asked = judge.asked_of(row.frame)
    if row.gold is None:
        return asked, {"entry": "no"}, {"entry": weight * (DOUBLE if row.double else 1.0)}
    answers = {"entry": "yes", "type": row.gold.type, "stage": row.gold.stage or "done"}  # type: ignore[union-attr]
    return asked, answers, {"entry": weight, "type": LESS * weight, "stage": LESS * weight}


def of_aid(texts: Sequence[train_aid.Narrative]) -> Iterator[Lesson]:
    """The coded narratives: each as a whole, and the states, years and sums that it names."""
    for text in texts:
        page, gold = text.page, text.gold
        coded = {question: gold[question] for question in ("flow", "stage", "sector") if gold[question]}
        told: list[Told] = [(aid.asked_of_account(page), coded, dict.fromkeys(coded, 1.0))]
        for question, candidates, right in (
            ("receiver", state_candidates(page, "CHN"), train_aid.right_state),
            ("date", date_candidates(page, gold["flow"] or "grant"), train_aid.right_date),
            ("amount", money_candidates(page, gold["flow"] or "grant"), train_aid.right_amount),
        ):
            for candidate in candidates:
                answer = "yes" if right(candidate.value, gold) else "no"
                told.append((asked_of(question, candidate, page), {"right": answer}, {"right": LESS}))
        yield from lessons(aid.windows_of(page), told)


# ------------------------------------------------------------------------------------------------ how it is learned


class Learner(nn.Module):
    """The published encoder, which stays as it is, with what is learned on top of it."""

    def __init__(self, labels: dict[tuple[str, str], tuple[str, ...]], layers: int) -> None:
        super().__init__()
        self.labels = labels
        published = encoder.pretrained()
        self.weights = _tensors({**published, "layers": published["layers"][:layers]})
        self.adapters = nn.ModuleList(
            nn.ParameterDict(
                {f"{name}_{part}": value for name in encoder.MATRICES for part, value in _adapter(layer[name][0])}
            )
            for layer in self.weights["layers"]
        )
        self.questions = nn.ModuleDict(
            {"-".join(key): nn.Linear(2 * encoder.WIDTH, len(answers)) for key, answers in labels.items()}
        )
        self.drop = nn.Dropout(OMITTED)

    def pairs(self) -> list[dict[str, tuple[Tensor, Tensor]]]:
        """The adapters of each layer as ``encoder.adapted`` takes them."""
        return [{name: (one[f"{name}_down"], one[f"{name}_up"]) for name in encoder.MATRICES} for one in self.adapters]

    def states(self, pieces: Tensor, mask: Tensor) -> Tensor:
        """The vectors of the last layer for a batch of windows, as the encoder has them for one of them.

        ``mask`` is 0 where a window is filled up.
        """
        weights, visible = encoder.adapted(self.weights, self.pairs()), mask[:, None, None, :].bool()
        x = _normed(weights["words"][pieces] + weights["places"][: pieces.shape[-1]], weights["norm"])
        for layer in weights["layers"]:
            x = _normed(x + self.drop(_attention(layer, x, visible)), layer["norm_attention"])
            wide = functional.gelu(_linear(x, layer["widen"]), approximate="tanh")
            x = _normed(x + self.drop(_linear(wide, layer["narrow"])), layer["norm"])
        return x

    def loss(self, batch: Sequence[Lesson]) -> Tensor:
        """How wrong the answers in some windows are, summed by weight."""
        longest = max(len(lesson.pieces) for lesson in batch)
        pieces, mask = torch.zeros(len(batch), longest, dtype=torch.long), torch.zeros(len(batch), longest)
        for number, lesson in enumerate(batch):
            pieces[number, : len(lesson.pieces)] = torch.tensor(lesson.pieces)
            mask[number, : len(lesson.pieces)] = 1
        with torch.autocast("cpu", torch.bfloat16):  # half the time on processors that reckon in it
            states = self.states(pieces, mask)
        told = [(number * longest, thing) for number, lesson in enumerate(batch) for thing in lesson.things]
        vectors = self.drop(_vectors(states.float().flatten(0, 1), told))
        total = torch.zeros(())
        for (kind, question), labels in self.labels.items():
            asked = [(n, t) for n, (_, t) in enumerate(told) if t.kind == kind and question in t.answers]
            if asked:
                scores = self.questions[f"{kind}-{question}"](vectors[[n for n, _ in asked]])
                right = torch.tensor([labels.index(thing.answers[question]) for _, thing in asked])
                weights = torch.tensor([thing.weights[question] for _, thing in asked])
                total = total + (functional.cross_entropy(scores, right, reduction="none") * weights).sum()
        return total

    def save(self, path: Path) -> None:
        """Write what was learned."""
        path.parent.mkdir(parents=True, exist_ok=True)
        layers = {key: self.questions["-".join(key)] for key in self.labels}
        context.save(
            path,
            [{name: (_array(down), _array(up)) for name, (down, up) in pair.items()} for pair in self.pairs()],
            {key: Question(self.labels[key], _array(one.weight.T), _array(one.bias)) for key, one in layers.items()},
        )


def _attention(layer: encoder.Weights, x: Tensor, visible: Tensor) -> Tensor:
    split = [_linear(x, layer[name]).unflatten(-1, (encoder.HEADS, -1)).swapaxes(1, 2) for name in _LOOKS]
    mixed = functional.scaled_dot_product_attention(*split, attn_mask=visible)
    return _linear(mixed.swapaxes(1, 2).flatten(2), layer["merge"])


_LOOKS = ("query", "key", "value")


def _linear(x: Tensor, parameters: tuple[Tensor, Tensor]) -> Tensor:
    matrix, bias = parameters
    return functional.linear(x, matrix.T, bias)


def _normed(x: Tensor, parameters: tuple[Tensor, Tensor]) -> Tensor:
    return functional.layer_norm(x, x.shape[-1:], *parameters, eps=encoder.TINY)


def _vectors(states: Tensor, told: Sequence[tuple[int, Thing]]) -> Tensor:
    """What ``context.vectors`` makes of each thing, given where its window begins; all at once, as one product."""
    own, around = torch.zeros(len(told), len(states)), torch.zeros(len(told), len(states))
    for number, (start, thing) in enumerate(told):
        own[number, [start + piece for piece in thing.own]] = 1 / len(thing.own)
        around[number, [start + piece for piece in thing.around]] = 1 / len(thing.around)
    return torch.cat([own @ states, around @ states], dim=1)


def _adapter(matrix: Tensor) -> Iterator[tuple[str, nn.Parameter]]:
    """A product that is nothing at first, since one of its matrices is; the other keeps the size of what it takes."""
    into, out = matrix.shape
    yield "down", nn.Parameter(torch.randn(into, RANK) * 2 / math.sqrt(into))
    yield "up", nn.Parameter(torch.zeros(RANK, out))


def _tensors(tree: Any) -> Any:
    if isinstance(tree, dict):
        return {name: _tensors(each) for name, each in tree.items()}
    if isinstance(tree, list | tuple):
        return type(tree)(_tensors(each) for each in tree)
    return torch.from_numpy(np.array(tree))


def _array(tensor: Tensor) -> np.ndarray:
    return tensor.detach().numpy()


def _batches(held: list[Lesson], shuffle: Callable[[list[Any]], None]) -> list[list[Lesson]]:
    """The lessons in a new order, in batches of about the same length: what fills a batch up costs as much as words."""
    shuffle(held)
    batches = []
    for start in range(0, len(held), ALIKE * BATCH):
        some = sorted(held[start : start + ALIKE * BATCH], key=lambda lesson: len(lesson.pieces))
        batches += [some[n : n + BATCH] for n in range(0, len(some), BATCH)]
    shuffle(batches)
    return batches


def fit(held: list[Lesson], path: Path, layers: int) -> None:
    """Learn the lessons on top of so many layers and write what was learned; on one machine always the same."""
    torch.manual_seed(0)
    shuffle = random.Random(0).shuffle
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for thing in (thing for lesson in held for thing in lesson.things):
        for question, answer in thing.answers.items():
            found[thing.kind, question].add(answer)
    learner = Learner({key: tuple(sorted(answers)) for key, answers in sorted(found.items())}, layers)
    groups = [
        {"params": list(learner.adapters.parameters()), "lr": SPEED},
        {"params": list(learner.questions.parameters()), "lr": SPEED / 2},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = ROUNDS * math.ceil(len(held) / BATCH)
    slope = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda n: min((n + 1) / (0.1 * steps), (steps - n) / steps, 1.0)
    )
    for number in range(ROUNDS):
        begun, total = time.monotonic(), 0.0
        for batch in _batches(held, shuffle):
            loss = learner.loss(batch) / USUAL
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(learner.parameters(), 1.0)
            optimizer.step()
            slope.step()
            total += loss.item()
        print(f"  round {number + 1}: loss {total / len(held):.3f}, {time.monotonic() - begun:.0f} s", flush=True)
    learner.save(path)
    compare(learner, path, held[0].pieces)


def compare(learner: Learner, path: Path, pieces: list[int]) -> None:
    """Raise ``AssertionError`` if the reading does not make of a window what was learned of it."""
    with torch.no_grad():
        learned = learner.eval().states(torch.tensor([pieces]), torch.ones(1, len(pieces)))[0]
    read = Context.read(path)
    states = torch.from_numpy(read.states(read.beneath(Window(pieces)), range(len(pieces))))
    assert functional.cosine_similarity(states, learned).min() > 0.99  # the file has 16-bit floats, the network 8 bits


def train_on_frames(scored: bool) -> None:
    """The contexts that ``judge`` asks."""
    # With counterparts the context becomes surer and not better: fewer of the entries kept aside come out right.
    documents = [d for d in train_frames.annotated() if d.id not in counterparts()]
    print("frames without what is kept aside:")
    fit(list(of_frames(known(documents))), MODELS / "frames-context.npz", FRAMES)
    if not scored:
        for n in range(FOLDS):
            print(f"frames without fold {n + 1} of {FOLDS}:")
            fit(list(of_frames(trained_for(n, documents))), train_frames.fold_file(n), FRAMES)
        print("frames of everything:")
        fit(list(of_frames(documents)), FOLDER / "frames-context.npz", FRAMES)


def train_on_aid(scored: bool, bench: Path, cache: Path | None) -> None:
    """The contexts that ``aid`` asks."""
    texts = train_aid.read_narratives(bench, cache)
    print("narratives without what is kept aside:")
    fit(list(of_aid([text for text in texts if not text.aside])), MODELS / "aid-context.npz", ACCOUNTS)
    if not scored:
        print("all narratives:")
        fit(list(of_aid(texts)), FOLDER / "aid-context.npz", ACCOUNTS)


def main() -> None:
    """Train and write the contexts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", choices=("frames", "aid"), help="one of the two")
    parser.add_argument(
        "--scored", action="store_true", help="only those that the bench measures what is kept aside with"
    )
    parser.add_argument("--bench", type=Path, default=train_aid.ROOT.parent / "shared" / "bench")
    parser.add_argument("--cache", type=Path, help="keeps the parsed narratives between runs")
    options = parser.parse_args()
    if options.only != "aid":
        train_on_frames(options.scored)
    if options.only != "frames":
        train_on_aid(options.scored, options.bench, options.cache)


if __name__ == "__main__":
    main()
