"""Train the models that read accounts of aid, and say how well they read: ``PYTHONPATH=. python scripts/train_aid.py``.

Reads the coded narratives of the benchmark (``--bench``, AidData's Global Chinese Official Finance Dataset 1.0), and
writes the models ``aid-*.npz``. Deterministic. A fifth of the narratives is kept aside and is scored by models that
were not trained on it; the rest is scored in five-fold cross-validation. The models that are shipped are trained on
all. With ``--check`` nothing is written. ``--cache FILE`` keeps the parsed narratives between runs.
"""

from __future__ import annotations

import argparse
import json
import pickle
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any
from unittest.mock import patch

from spacy.tokens import Doc

from bench.split import kept_aside
from dragoman.reading import paging
from dragoman.reading.aid import aid
from dragoman.reading.aid.sums import money_candidates
from dragoman.reading.aid.wording import features_of, words_of
from dragoman.reading.aid.years import date_candidates
from dragoman.reading.drafting.choice import Candidate, state_candidates
from dragoman.reading.language import language_model
from dragoman.reading.page import Page
from dragoman.reading.scoring.linear import LinearModel
from training import Row, folds, save, train

# Characters of a stretch, the length of a usual narrative, and the types of activity that are aid.
STRETCH = 500
AID = {"grant", "loan", "technical_assistance", "in_kind", "debt_relief", "exchange"}
ROOT = Path(__file__).parent.parent
# What each model may use: strength is the inverse of the L2 penalty, the smallest at which cross-validation is best.
WORDS: dict[str, dict[str, Any]] = {
    "account": {"strength": 0.5, "keep": 16_000},
    "flow": {"strength": 2.0, "keep": 30_000, "balanced": True},
    "stage": {"strength": 0.3, "keep": 40_000, "telling": True},
    "sector": {"strength": 1.0, "keep": 100_000},
}
CHOICES: dict[str, dict[str, Any]] = {
    "giver": {"strength": 0.3},
    "receiver": {"strength": 0.3},
    "date": {"strength": 0.1},
    "amount": {"strength": 0.15},
}


@dataclass(frozen=True)
class Narrative:
    """A coded narrative, or with no ``gold`` a text that is no account of aid."""

    id: str
    text: str
    gold: dict[str, Any] = field(default_factory=dict)
    parsed: bytes = b""

    @cached_property
    def page(self) -> Page:
        """The page as the reader builds it, on the stored parse."""
        kept = Doc(language_model().vocab).from_bytes(self.parsed)
        with patch.object(paging, "parse", lambda text, starts=(): kept):
            return paging.build_page(self.text)

    @property
    def aside(self) -> bool:
        """Whether it is never trained on."""
        return kept_aside(self.id)


def read_narratives(bench: Path, cache: Path | None) -> list[Narrative]:
    """The coded narratives, parsed."""
    lines = (bench / "tuff" / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    if cache and cache.exists():
        parsed = pickle.loads(cache.read_bytes())
    else:
        parsed = {row["id"]: paging.build_page(row["text"]).doc.to_bytes() for row in rows}
        if cache:
            cache.write_bytes(pickle.dumps(parsed))
    return [Narrative(row["id"], row["text"], row["gold"], parsed[row["id"]]) for row in rows]


def read_others(bench: Path) -> Iterator[Narrative]:
    """Texts that are no accounts of one piece of aid: releases and news, whole and in stretches, and single sentences.

    Stretches that tell of aid by the annotation are left out.
    """
    for name, folder in (("releases", bench / "releases"), ("seeds", bench.parent / "seeds")):
        for line in (bench / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            key = row["document"]["id"]
            text = (folder / f"{key}.txt").read_text(encoding="utf-8")
            aid_told = [e["start"] for entry in row["entries"] if entry.get("type") in AID for e in entry["evidence"]]
            yield Narrative(key, text)
            for start in range(0, len(text), STRETCH):
                if not any(start <= at < start + STRETCH for at in aid_told):
                    yield Narrative(key, text[start : start + STRETCH])
    for line in (bench / "plover" / "dev.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Narrative(row["id"], row["text"])


# ------------------------------------------------------------------------------------------------ the words


def fit_words(question: str, rows: Sequence[Row], labels: Sequence[str], states: Sequence[str]) -> LinearModel:
    """A classifier over the words; a word must be met with at least two recipients."""
    return train(rows, labels, groups=states, min_groups=2, rare=True, **WORDS[question])


def train_words(question: str, texts: Sequence[Narrative], labels: Sequence[str], check: bool) -> dict[str, str]:
    """Train, score and write one classifier; returns what it says of each text when it was not trained on it."""
    rows = [features_of(words_of(text.text), aid.cues(question)) for text in texts]
    states = [text.gold.get("recipient") or text.id for text in texts]
    inside = [n for n, text in enumerate(texts) if not text.aside]
    said: dict[int, str] = {}
    sure: dict[int, float] = {}

    def ask(model: LinearModel, numbers: Sequence[int]) -> None:
        for n in numbers:
            answer = model.predict(rows[n])
            said[n], sure[n] = answer.label, answer.probability

    def fit(numbers: Sequence[int]) -> LinearModel:
        return fit_words(question, *([part[n] for n in numbers] for part in (rows, labels, states)))

    for learn, test in folds([labels[n] for n in inside]):
        ask(fit([inside[n] for n in learn]), [inside[n] for n in test])
    model = fit(inside)
    ask(model, [n for n in range(len(texts)) if texts[n].aside])
    report(question, [(texts[n].aside, said[n] == labels[n]) for n in said], sum(sure.values()) / len(sure))
    if not check:
        save(f"aid-{question}", model, fit(range(len(texts))))
    return {texts[n].id: label for n, label in said.items()}


# ------------------------------------------------------------------------------------------------ the choices

Seen = list[Candidate[Any]]
Right = Callable[[Any, dict[str, Any]], bool]


def right_state(value: Any, gold: dict[str, Any]) -> bool:
    return bool(value == gold["recipient"])


def right_giver(value: Any, gold: dict[str, Any]) -> bool:
    # All donors of this data set are one state; no feature knows which (see choice.py).
    return bool(value == "CHN")


def right_date(value: Any, gold: dict[str, Any]) -> bool:
    return str(value[0].edtf)[:4] == str(gold["year"])


def right_amount(value: Any, gold: dict[str, Any]) -> bool:
    number = value.value if value.value is not None else value.high
    if gold["amount"] is None or number is None or value.unit != gold["currency"]:
        return False
    return bool(abs(number - gold["amount"]) <= 0.001 * abs(gold["amount"]))


def train_choice(
    question: str, texts: Sequence[Narrative], seen: dict[str, Seen], right: Right, check: bool
) -> dict[str, Any]:
    """Train, score and write one ranker; returns its choice for each text when it was not trained on it."""
    inside = [text for text in texts if not text.aside]
    chosen: dict[str, tuple[float, Any]] = {}

    def fit(some: Sequence[Narrative]) -> LinearModel:
        pairs = [(c.features, "yes" if right(c.value, t.gold) else "no") for t in some for c in seen[t.id]]
        return train([row for row, _ in pairs], [label for _, label in pairs], min_rows=3, **CHOICES[question])

    def ask(model: LinearModel, some: Sequence[Narrative]) -> None:
        for text in some:
            found = [(model.probabilities(c.features)["yes"], c.value) for c in seen[text.id]]
            if found:
                chosen[text.id] = max(found, key=lambda pair: pair[0])

    for learn, test in folds(["all"] * len(inside)):
        ask(fit([inside[n] for n in learn]), [inside[n] for n in test])
    model = fit(inside)
    ask(model, [text for text in texts if text.aside])
    if question == "amount":
        report_amounts(texts, chosen)
    else:
        report(question, [(t.aside, t.id in chosen and right(chosen[t.id][1], t.gold)) for t in texts])
    if not check:
        save(f"aid-{question}", model, fit(texts))
    return {key: value for key, (_, value) in chosen.items()}


# ------------------------------------------------------------------------------------------------ figures


def report(question: str, rights: Sequence[tuple[bool, bool]], sure: float | None = None) -> None:
    """Print the share of right answers in cross-validation and on the part kept aside."""
    parts = [[good for aside, good in rights if aside is part] for part in (False, True)]
    shares = [sum(part) / len(part) if part else 0.0 for part in parts]
    inside, aside = (f"{share:.4f} of {len(part)}" for share, part in zip(shares, parts, strict=True))
    said = f"  mean probability {sure:.3f}" if sure else ""
    print(f"{question:9} cross-validated {inside}  kept aside {aside}{said}")


def report_amounts(texts: Sequence[Narrative], chosen: dict[str, tuple[float, Any]]) -> None:
    """Print recall and precision of the amount for several thresholds."""
    for threshold in (0.0, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5):
        shares = []
        for part in (False, True):
            some = [text for text in texts if text.aside is part]
            given = [t for t in some if t.id in chosen and chosen[t.id][0] >= threshold]
            good = sum(right_amount(chosen[t.id][1], t.gold) for t in given)
            shares.append((good / sum(t.gold["amount"] is not None for t in some), good / len(given)))
        (a, b), (c, d) = shares
        print(f"amount at {threshold:4}  cross-validated recall {a:.4f} precision {b:.4f}  kept aside {c:.4f} {d:.4f}")


def main() -> None:
    """Train everything, print the figures."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--bench", type=Path, default=ROOT.parent / "shared" / "bench")
    options.add_argument("--cache", type=Path)
    options.add_argument("--check", action="store_true")
    options.add_argument("--only", nargs="*", default=[*WORDS, *CHOICES])
    given = options.parse_args()
    texts = read_narratives(given.bench, given.cache)
    flows: dict[str, str] = {}
    if "account" in given.only:
        others = list(read_others(given.bench))
        train_words("account", [*texts, *others], ["yes"] * len(texts) + ["no"] * len(others), given.check)
    for question in ("flow", "stage", "sector"):
        coded = [text for text in texts if text.gold[question]]
        if question in given.only or (question == "flow" and {"date", "amount"} & set(given.only)):
            said = train_words(question, coded, [text.gold[question] for text in coded], given.check)
            flows = said if question == "flow" else flows
    states = [text for text in texts if len(text.gold["recipient"] or "") == 3]
    if "giver" in given.only or "receiver" in given.only:
        seen: dict[str, Seen] = {t.id: state_candidates(t.page) for t in states}
        givers = train_choice("giver", states, seen, right_giver, given.check)
        seen = {t.id: state_candidates(t.page, givers.get(t.id)) for t in states}
        train_choice("receiver", states, seen, right_state, given.check)
    if "date" in given.only:
        seen = {t.id: list(date_candidates(t.page, flows.get(t.id, "grant"))) for t in texts}
        train_choice("date", texts, seen, right_date, given.check)
    if "amount" in given.only:
        seen = {t.id: list(money_candidates(t.page, flows.get(t.id, "grant"))) for t in texts}
        train_choice("amount", texts, seen, right_amount, given.check)


if __name__ == "__main__":
    main()
