"""Drawn: what has been paid out of a loan or grant is a figure, and the loan goes on.

"Disbursed 20 million dollars of a loan of 90 million", "of the credit of 90 million, 20 million had been used".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dragoman.knowledge import any_of
from dragoman.models import Activity, Entry, Figure, Measure
from dragoman.reading.figures.drafts import draft_figure

if TYPE_CHECKING:
    from spacy.tokens import Span

    from dragoman.reading.page import Page
    from dragoman.reading.quantities.numbers import Quantity

_CONFIDENCE = 0.75  # before the curve of ``calibration``
_FAR = 60  # characters between the verb and the sum that it pays out
_MEASURES: dict[str, Measure] = {"loan": "loans", "grant": "grants"}


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A part of the sum of a loan or grant, which may be told too, in one sentence."""

    sent: Span
    part: Quantity
    total: Quantity | None
    type: str

    def tells(self, entry: Activity | Figure) -> bool:
        """Whether an entry is told in the same sentence."""
        return any(self.sent.start_char <= e.start < self.sent.end_char for e in entry.evidence)


def as_drawn(told: Sequence[Entry], page: Page) -> list[Entry]:
    """The entries, a loan of which part is paid out underway and with its own sum."""
    out = list(told)
    for drawn in _drawn(page):
        near = [e for e in out if isinstance(e, Activity) and e.amount and drawn.tells(e)]
        parts = [entry for entry in near if entry.amount == drawn.part.amount]
        whole = [entry for entry in near if drawn.total and entry.amount == drawn.total.amount]
        for entry in [*parts, *whole]:
            at = next(n for n, one in enumerate(out) if one is entry)
            update = {"amount": (drawn.total or drawn.part).amount, "stage": "underway", "type": drawn.type}
            if drawn.total and entry in parts:
                update["title"] = _titled(drawn, page)
            out[at] = entry.model_copy(update=update)
    return out


def with_drawn(figures: Iterable[Figure], page: Page) -> list[Figure]:
    """The figures, with one for each sum that is paid out of one that is told too."""
    out = list(figures)
    for drawn in _drawn(page):
        if drawn.total is None:
            continue
        told = [f for f in out if drawn.tells(f) and (f.value, f.low, f.unit) == _key(drawn.part)]
        out = [figure for figure in out if figure not in told]
        figure = told[0] if told else draft_figure(page, drawn.part)
        sure = max(figure.confidence or 0, _CONFIDENCE)
        what = f"paid out of the {drawn.type}"
        own = {"measure": _MEASURES[drawn.type], "of": what, "title": what[:1].upper() + what[1:], "confidence": sure}
        out.append(figure.model_copy(update=own))
    return out


def _key(quantity: Quantity) -> tuple[float | None, float | None, str | None]:
    return quantity.value, quantity.low, quantity.unit


def _titled(drawn: _Drawn, page: Page) -> str:
    """The title of the whole: "Loan of US$ 90 million"."""
    total = drawn.total
    assert total is not None
    return f"{drawn.type.capitalize()} of {page.text[total.start : total.end].strip()}"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    paid, nouns = any_of("giving.toml", "paid_out"), any_of("giving.toml", "drawn_from")
    noun = rf"(?:an?|the|its|this|that|their)\s+(?:[\w-]+\s+){{0,3}}?(?P<noun>{nouns})\b"
    return (
        re.compile(rf"\b{paid}\b[^.;]{{0,{_FAR}}}$", re.I),
        re.compile(rf"\s+(?:out\s+)?(?:of|from|under)\s+{noun}(?P<sum>\s+of\s+$)?", re.I),
        re.compile(rf"\b(?:out\s+)?of\s+{noun}", re.I),
        re.compile(rf"\s+(?:had|has|have|was|were)\s+(?:\w+\s+){{0,3}}?(?:been\s+)?(?:\w+\s+)?{paid}\b", re.I),
    )


def _drawn(page: Page) -> Iterator[_Drawn]:
    for sent in page.sentences:
        sums = [q for q in page.quantities_in(sent) if q.kind == "money"]
        for n, part in enumerate(sums):
            if found := _behind(part, sums[n + 1 :], sent, page) or _before(part, sums[:n], sent, page):
                yield found


def _behind(part: Quantity, others: Sequence[Quantity], sent: Span, page: Page) -> _Drawn | None:
    """ "Disbursed 20 million of a loan of 90 million", "of the 90 million loan", "of a loan"."""
    paid, of, _, _ = _patterns()
    if not paid.search(page.text[sent.start_char : part.start]):
        return None
    following = others[0] if others else None
    end = following.start if following else sent.end_char
    if link := of.match(page.text[:end], part.end):
        return _Drawn(sent, part, following if link["sum"] else None, _type(link["noun"]))
    if following is None:
        return None
    inside = page.text[part.end : following.start] + "sum " + page.text[following.end : sent.end_char].lstrip()
    link = of.match(inside)
    return _Drawn(sent, part, following, _type(link["noun"])) if link and "sum" in link.group() else None


def _before(part: Quantity, others: Sequence[Quantity], sent: Span, page: Page) -> _Drawn | None:
    """ "Of the loan of 90 million, 20 million had been disbursed"."""
    _, _, of, paid = _patterns()
    if not paid.match(page.text, part.end) or not others:
        return None
    link = of.search(page.text, sent.start_char, others[-1].start)
    near = link and re.fullmatch(r"\s+(?:of|worth|totalling)\s+", page.text[link.end() : others[-1].start])
    return _Drawn(sent, part, others[-1], _type(link["noun"])) if link and near else None


def _type(noun: str) -> str:
    return "grant" if noun.lower().startswith("grant") else "loan"
