"""Train the context that tells of which PLOVER type the act of a sentence is, on coded leads of news.

    PYTHONPATH=. python scripts/train_acts.py              both models
    PYTHONPATH=. python scripts/train_acts.py --scored     only without what is kept aside, for the bench

It learns from the leads of ``training/leads.tsv``, which are our own, and from the PLOVER gold standard records of the
development sets: once without those that are kept aside, which it is scored on, and once from all. Needs PyTorch, as
``train_context.py`` does; four minutes a model on one core.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.split import MODELS, kept_aside
from dragoman.reading.language import parse
from dragoman.reading.news import likely_acts
from dragoman.reading.scoring.context import Context
from dragoman.reading.scoring.linear import FOLDER
from train_context import BATCH, USUAL, Lesson, fit, lessons

ROOT = Path(__file__).resolve().parents[1]
LEADS = ROOT / "training" / "leads.tsv"
NAME = "acts-context"
LAYERS = 6
WEIGHT = USUAL / BATCH  # a window holds one lead, and asks one question


@dataclass
class Lead:
    """The first sentence of a text, coded with a PLOVER type."""

    text: str
    plover: str
    aside: bool = False


def leads(bench: Path) -> list[Lead]:
    """Our own leads, and those of the development set."""
    _, *rows = LEADS.read_text(encoding="utf-8").splitlines()
    own = [Lead(text, plover) for plover, text in (row.split("\t") for row in rows)]
    records = map(json.loads, (bench / "plover" / "dev.jsonl").read_text(encoding="utf-8").splitlines())
    return own + [Lead(one["text"], one["gold"]["plover"], kept_aside(one["id"])) for one in records]


def lessons_of(held: Iterable[Lead]) -> Iterator[Lesson]:
    """Each lead as a window in which one question is asked."""
    for lead in held:
        sent = next(parse(lead.text).sents)
        told = (likely_acts.asked_of(sent), {likely_acts.QUESTION: lead.plover}, {likely_acts.QUESTION: WEIGHT})
        yield from lessons(iter(likely_acts.windows_of(sent)), [told])


def right(held: Iterable[Lead], path: Path) -> tuple[int, int]:
    """Of how many leads the model in ``path`` tells the type, and how many there are."""
    context, found, asked = Context.read(path), 0, 0
    for lead in held:
        sent = next(parse(lead.text).sents)
        chances = likely_acts.likely_acts(sent, context)
        best = max(chances, key=lambda act: chances[act], default="")
        found, asked = found + (best == lead.plover), asked + 1
    return found, asked


def main() -> None:
    """Train and write the context."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scored", action="store_true", help="only the one that the bench measures with")
    parser.add_argument("--bench", type=Path, default=ROOT.parent / "shared" / "bench")
    options = parser.parse_args()
    held = leads(options.bench)
    print("leads without what is kept aside:")
    fit(list(lessons_of(lead for lead in held if not lead.aside)), MODELS / f"{NAME}.npz", LAYERS)
    found, asked = right((lead for lead in held if lead.aside), MODELS / f"{NAME}.npz")
    print(f"right without any rule: {found} of {asked} kept aside")
    if not options.scored:
        print("all leads:")
        fit(list(lessons_of(held)), FOLDER / f"{NAME}.npz", LAYERS)


if __name__ == "__main__":
    main()
