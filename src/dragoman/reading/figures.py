"""Figures: the numbers that a document states of a thing, apart from the amounts of single pieces of work.

Which quantities are figures is decided by a small linear model (``trained/figures-entry.npz``) over the features of
``figure_features``, made by ``scripts/train_figures.py``; conditions of loans never are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.models import Evidence, Figure
from dragoman.reading.figure_drafts import draft_figure
from dragoman.reading.figure_features import figure_features, has_cue, place_of
from dragoman.reading.linear import LinearModel
from dragoman.reading.numbers import Quantity
from dragoman.reading.page import Page

# A quantity becomes a figure from this chance on: where F1 is highest on the development documents in cross-validation
# (scripts/train_figures.py prints the curve; set again whenever the model is trained anew).
THRESHOLD = 0.34


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether a quantity is a figure, how sure that is, and the features that decided."""

    is_figure: bool
    chance: float
    because: tuple[str, ...]


def model() -> LinearModel:
    """The model that tells figures from amounts."""
    return LinearModel.load("figures-entry")


def candidates(page: Page) -> list[Quantity]:
    """The quantities of a page that can be figures: those with a unit, but for the conditions of a loan."""
    return [q for q in page.quantities if q.unit is not None and not _is_condition(page, q)]


def is_figure(page: Page, quantity: Quantity) -> Judgement:
    """Whether a quantity is a figure of its own, and why."""
    chance, because = model().chance(figure_features(page, quantity), "yes")
    return Judgement(chance >= THRESHOLD, chance, because)


def read_figures(page: Page) -> list[Figure]:
    """The figures of a page in text order, one for each value and unit; ``said_by`` is left open."""
    return list(once(_drafts(page)))


def _drafts(page: Page) -> Iterator[Figure]:
    for quantity in candidates(page):
        judgement = is_figure(page, quantity)
        if judgement.is_figure:
            why = (f"a figure by {', '.join(judgement.because)}",)
            yield draft_figure(page, quantity).model_copy(update={"confidence": round(judgement.chance, 3), "why": why})


def once(figures: Iterable[Figure]) -> Iterator[Figure]:
    """Figures of one value and unit become one, the surest, with the evidence of all."""
    found: dict[object, list[Figure]] = {}
    for figure in figures:
        found.setdefault((figure.value, figure.low, figure.high, figure.unit), []).append(figure)
    for same in found.values():
        surest = max(same, key=lambda figure: figure.confidence or 0)
        evidence: dict[Evidence, None] = {e: None for figure in same for e in figure.evidence}
        yield surest.model_copy(update={"evidence": tuple(evidence)})


def _is_condition(page: Page, quantity: Quantity) -> bool:
    """Whether the number is a condition of a loan: interest, grace, maturity."""
    loan = quantity.kind == "share" or quantity.unit in ("year", "month")
    return loan and has_cue(place_of(page, quantity), "terms")
