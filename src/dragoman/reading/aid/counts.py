"""How many things or people a piece of aid without a sum of money is: "donated 40 tents", "a team of 12 doctors"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.knowledge import any_of, word_set
from dragoman.reading.frames.slots import ACTED_ON, SUBJECTS
from dragoman.reading.quantities.units import measure_of, people

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Span, Token

    from dragoman.models import Activity, Figure
    from dragoman.reading.page import Page
    from dragoman.reading.quantities.numbers import Quantity

# What goods are measured in; a road's length or an area is not what is given.
_MEASURED = ("weight", "volume")
# Sentences from the beginning in which an account says what it is about, and in which it says what is given.
_TOLD, _GIVEN = 5, 2


def count_given(page: Page) -> Quantity | None:
    """The first number of things or people that the text says were given or sent, None if there is none.

    What is given each year is no single gift, and things named beside others that nobody counted are not all of it.
    """
    for number, sent in enumerate(page.sentences[:_TOLD]):
        if re.search(rf"\b{any_of('giving.toml', 'yearly')}\b", sent.text, re.I):
            continue
        for quantity in page.quantities_in(sent):
            early = number < _GIVEN or quantity.unit in people().values()
            if quantity.value is not None and early and _is_goods(quantity) and _is_given(quantity, page, sent):
                return quantity
    return None


def without_count(figures: Iterable[Figure], account: Activity) -> list[Figure]:
    """The figures but for those that tell once more how many things or people the account is about."""
    amount = account.amount
    if amount is None or amount.unit is None or amount.unit.is_money:
        return list(figures)
    return [f for f in figures if (f.value, f.unit) != (amount.value, amount.unit)]


def _is_goods(quantity: Quantity) -> bool:
    """Whether it counts things or people, and no texts or whole teams, or weighs goods."""
    if quantity.kind == "count":
        noun = (quantity.unit or "").split(" ")[-1]
        return not any(noun in word_set("giving.toml", name) for name in ("teams", "deals"))
    return quantity.kind == "measure" and measure_of(quantity.unit or "") in _MEASURED


def _is_given(quantity: Quantity, page: Page, sent: Span) -> bool:
    phrase = page.doc.char_span(quantity.start, quantity.end, alignment_mode="expand")
    if phrase is None:
        return False
    head, verb = phrase.root, phrase.root.head
    given = verb.lemma_.lower() in word_set("giving.toml", "given_or_sent")
    given = (given and head.dep_ in ACTED_ON) or _is_of_gift(head)
    if given and not _beside_others(head, page, sent):
        return True
    return quantity.unit in people().values() and (_makes_up_team(head) or _goes(head, verb))


def _is_of_gift(head: Token) -> bool:
    """Whether a gift or a shipment is of them: "a donation of 30 beds"."""
    of = head.head
    return head.dep_ == "pobj" and of.lower_ == "of" and of.head.lemma_.lower() in word_set("giving.toml", "gifts")


def _goes(head: Token, verb: Token) -> bool:
    """Whether people are who is sent or comes: "six engineers left for Chad"."""
    return head.dep_ in SUBJECTS and verb.lemma_.lower() in word_set("giving.toml", "going")


def _makes_up_team(head: Token) -> bool:
    """Whether people are all of a team: "a team of 12", "the team consists of 12 doctors", "a 12-member team"."""
    above = head.head
    teams = word_set("giving.toml", "teams")
    if head.dep_ in ("compound", "nmod", "amod"):
        return above.lemma_.lower() in teams
    if head.dep_ == "pobj" and above.lower_ == "of":
        of = above.head
        return of.lemma_.lower() in teams or of.lemma_.lower() in word_set("giving.toml", "made_up")
    return head.dep_ == "dobj" and above.lemma_.lower() in word_set("giving.toml", "made_up")


def _beside_others(head: Token, page: Page, sent: Span) -> bool:
    """Whether things without a number stand beside what is counted: "ten desks and school supplies"."""
    counted = [(q.start, q.end) for q in page.quantities_in(sent)]
    behind = (child for child in head.children if child.dep_ == "appos" and not page.text[: child.idx].endswith("("))
    beside = (token for token in (*head.conjuncts, *behind) if token.pos_ in ("NOUN", "PROPN"))
    return any(not any(start <= token.idx < end for start, end in counted) for token in beside)
