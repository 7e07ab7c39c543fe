"""Worth: the sum that a sentence of its own gives a deal or a gift told before.

"They signed an agreement to build a port. The agreement is worth 30 million euros."
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from spacy.tokens import Span, Token

from dragoman.knowledge import word_set
from dragoman.models import Activity
from dragoman.reading.drafting.activity_parties import AID
from dragoman.reading.figures.features import place_of
from dragoman.reading.frames.slots import subject_of

if TYPE_CHECKING:
    from dragoman.models import Entry, Figure
    from dragoman.reading.page import Page
    from dragoman.reading.quantities.numbers import Quantity

_OF_A_SUM = (*AID, "investment", "trade", "construction", "cooperation")
_ON_THE_WAY = 4  # words from a sum up to the verb that states it


def with_worth(told: Sequence[Entry], page: Page) -> list[Entry]:
    """The entries, an activity without a sum with the one that the sentence behind its own gives it."""
    found = list(told)
    for quantity, before in _stated(page):
        if at := _meant(found, quantity, before, page):
            entry = found[at[0]]
            because = f"amount: {page.text[quantity.start : quantity.end]} in the next sentence"
            found[at[0]] = entry.model_copy(update={"amount": quantity.amount, "why": (*entry.why, because)})
    return found


def without_worth(figures: Iterable[Figure], told: Iterable[Entry], page: Page) -> list[Figure]:
    """The figures but for the sums that ``with_worth`` has given to activities."""
    amounts = [e.amount for e in told if isinstance(e, Activity) and e.amount]
    sums = [q for q, _ in _stated(page) if any((q.value, q.low, q.unit) == (a.value, a.low, a.unit) for a in amounts)]
    return [
        figure
        for figure in figures
        if not any(figure.unit == q.unit and figure.value == q.value and figure.low == q.low for q in sums)
    ]


def _stated(page: Page) -> Iterator[tuple[Quantity, Span]]:
    """The sums that are said of a deal or gift named before, each with the sentence before its own."""
    for before, sent in pairwise(page.sentences):
        for quantity in page.quantities_in(sent):
            noun = _worthy(quantity, page) if quantity.kind == "money" else None
            if noun is not None and any(t.lemma_.lower() in _alike(noun) for t in before):
                yield quantity, before


def _worthy(quantity: Quantity, page: Page) -> Token | None:
    """The noun of the deal or gift whose worth a sum is said to be: that of "the agreement is worth"."""
    top = place_of(page, quantity).top
    for token in (top, *list(top.ancestors)[:_ON_THE_WAY]):
        if token.pos_ not in ("VERB", "AUX"):
            continue
        subject = subject_of(token)
        stated = token.lemma_.lower() in word_set("giving.toml", "stating_worth")
        if not stated or subject is None or subject.lemma_.lower() not in word_set("giving.toml", "worthy"):
            return None
        return subject if any(c.lower_ in word_set("giving.toml", "the_same") for c in subject.lefts) else None
    return None


def _alike(noun: Token) -> frozenset[str]:
    """The words that may have told the same thing before: of a deal, all its nouns and verbs."""
    lemma, deals = noun.lemma_.lower(), word_set("giving.toml", "deals")
    return deals | word_set("giving.toml", "dealing") if lemma in deals else frozenset((lemma,))


def _meant(told: Sequence[Entry], quantity: Quantity, before: Span, page: Page) -> list[int]:
    """Where in the list the one activity without a sum stands that the sentence before tells; none if several."""
    near = [
        at
        for at, entry in enumerate(told)
        if isinstance(entry, Activity)
        and entry.type in _OF_A_SUM
        and any(before.start_char <= e.start < before.end_char for e in entry.evidence)
    ]
    if any(told[at].amount and told[at].amount.unit and told[at].amount.unit.is_money for at in near):  # type: ignore[union-attr]
        return []
    return sorted(near, key=lambda at: -(told[at].confidence or 0))[:1]
