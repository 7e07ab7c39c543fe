"""Figures: the numbers that a document states of a thing, apart from the amounts of single pieces of work.

Which quantities are figures is decided as ``judge`` decides which frames are entries: by a small linear model
(``trained/figures-entry.npz``) over the features of ``figure_features``, made by ``scripts/train_figures.py``, and by
the words around the number as ``context`` understands them, with equal say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dragoman.models import Evidence, Figure
from dragoman.reading.figures.drafts import draft_figure, evidence_of
from dragoman.reading.figures.features import candidates, figure_features, place_of
from dragoman.reading.figures.flows import flow_of, is_collective
from dragoman.reading.frames.readings import reading_of
from dragoman.reading.page import Page
from dragoman.reading.quantities.numbers import Quantity
from dragoman.reading.scoring.context import Asked, Understood, View, together
from dragoman.reading.scoring.linear import LinearModel

# A quantity becomes a figure from this chance on: where F1 is highest on the development documents in cross-validation
# (scripts/train_figures.py prints the curve; set again whenever the model is trained anew).
THRESHOLD = 0.33
# What the linear model alone gives less is none, and the context is not asked.
HOPELESS = 0.05
# At least so likely is a total of trade, by what tells it to be one.
FLOW = 0.6


def model() -> LinearModel:
    """The model that tells figures from amounts."""
    return LinearModel.load("figures-entry")


def asked_of(page: Page, quantity: Quantity) -> Asked:
    """A number as the context is asked about it: itself, and the clause that states it."""
    clause = evidence_of(page, quantity, place_of(page, quantity))
    return Asked("figure", [(quantity.start, quantity.end)], [(clause.start, clause.end)])


def read_figures(page: Page, around: Understood) -> list[Figure]:
    """The figures of a page in text order, one for each value and unit; ``said_by`` is left open."""
    return list(once(_drafts(page, around)))


def _drafts(page: Page, around: Understood) -> Iterator[Figure]:
    held = [(quantity, figure_features(page, quantity)) for quantity in candidates(page)]
    flows = {quantity: flow for quantity, _ in held if (flow := flow_of(page, quantity))}
    sure = {*flows, *(quantity for quantity, _ in held if is_collective(page, quantity))}
    held = [(q, seen) for q, seen in held if q in sure or model().probabilities(seen)["yes"] >= HOPELESS]
    views = around.views([asked_of(page, quantity) for quantity, _ in held])
    for (quantity, seen), view in zip(held, views, strict=True):
        chance = chance_of(model(), seen, view)
        if quantity in sure:  # a total of trade, or of many works, is nothing else
            chance = max(chance, FLOW)
        if chance >= THRESHOLD:
            context = [f"context={view['entry']['yes']:.2f}"] if view else []
            why = f"a figure by {', '.join((*model().reasons(seen, 'yes'), *context))}"
            yield draft_figure(page, quantity).model_copy(update={"confidence": round(chance, 3), "why": (why,)})


def chance_of(named: LinearModel, seen: Mapping[str, float], view: View) -> float:
    """The chance that a quantity with these features is a figure of its own, by a linear model and the context."""
    return together(named.probabilities(seen), view.get("entry"))["yes"]


def once(figures: Iterable[Figure]) -> Iterator[Figure]:
    """Figures of one value and unit become one, the surest, with the evidence of all."""
    found: dict[object, list[Figure]] = {}
    for figure in figures:
        found.setdefault((figure.value, figure.low, figure.high, figure.unit), []).append(figure)
    for same in found.values():
        surest = max(same, key=lambda figure: figure.confidence or 0)
        evidence: dict[Evidence, None] = {e: None for figure in same for e in figure.evidence}
        yield surest.model_copy(update={"evidence": tuple(evidence)})


def below_headline(figures: Sequence[Figure], text: str) -> Iterator[Figure]:
    """The figures but for those of the headline that the text below it tells again, more exactly or in other words:
    "trade tops $2bn" and "trade hit $2.1 billion", "four accords" and "four agreements"."""
    line = _BREAK.split(text, maxsplit=1)[0]
    end = len(line) if len(line) < len(text.rstrip()) and len(line) <= _HEADLINE and not line.endswith(".") else 0
    below = [f for f in figures if any(e.start >= end for e in f.evidence)]
    for figure in figures:
        above = all(e.end <= end for e in figure.evidence)
        if not (above and any(_is_told_again(figure, other) for other in below)):
            yield figure


_HEADLINE = 200  # characters
_BREAK = re.compile(r"\n|  ")  # what paragraphs are parted by
_ROUNDED = 0.1  # share of a value by which a headline may round it


def _is_told_again(figure: Figure, other: Figure) -> bool:
    """Whether another figure tells the same, rounded or of a thing that has several names."""
    if figure.value is None or other.value is None:
        return False
    if figure.unit == other.unit and figure.unit is not None and figure.unit.is_money:
        return 0 < abs(figure.value - other.value) <= _ROUNDED * abs(other.value)
    both = [str(each.unit).split()[-1] for each in (figure, other) if each.unit]
    return figure.value == other.value and len(both) > 1 and all("instrument" in reading_of("noun", u) for u in both)
