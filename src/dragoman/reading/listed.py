"""Listed: items of a list that name a sum and what it is for, without a verb: "• 3 million euros for schools in Oruro".

The judge looks at predicates and sees none here. What the sentence above the list says tells how far they have come.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Span

from dragoman.knowledge import any_of
from dragoman.models import Activity, Stage
from dragoman.reading.activities import draft_activity
from dragoman.reading.frames import Frame
from dragoman.reading.leads import has_verb, lead_of
from dragoman.reading.numbers import Quantity
from dragoman.reading.page import Page
from dragoman.reading.slots import slot_of
from dragoman.reading.speech import stage_by_rule, stage_signals

# What may stand before the sum: a bullet, "a further", "up to".
_BEFORE = re.compile(rf"\W*(?:\(?\w{{1,2}}[.)]\s+)?(?:{any_of('giving.toml', 'opening')}\s+){{0,4}}", re.I)
_AS_AID = rf"(?:in|of|as)\s+{any_of('giving.toml', 'given_as')}\s+"
_PURPOSE = re.compile(
    rf"\s*(?:\([^()]*\)\s*)?(?:{_AS_AID})?(?:over \w+ years\s+)?(?:for|to|towards?|in support of)\s", re.I
)
_LENT = re.compile(rf"\b{any_of('giving.toml', 'lent')}\b", re.I)
_CONFIDENCE = 0.5


def read_listed(page: Page) -> Iterator[Activity]:
    """The sums of lists and what they are for, as grants, or as loans if they are called so."""
    for number, sent in enumerate(page.sentences):
        if has_verb(sent):
            continue
        money = next((q for q in page.quantities_in(sent) if q.kind == "money"), None)
        if money is None or not _is_first(sent, money) or not _PURPOSE.match(page.text, money.end, sent.end_char):
            continue
        type_ = "loan" if _LENT.search(sent.text) else "grant"
        entry = draft_activity(_frame(sent, money, page), page, type_, _stage(page.sentences[:number]))
        why = ("activity: a sum in a list, and what it is for",)
        yield entry.model_copy(update={"confidence": _CONFIDENCE, "why": why})


def _is_first(sent: Span, money: Quantity) -> bool:
    return _BEFORE.fullmatch(sent.text[: money.start - sent.start_char]) is not None


def _frame(sent: Span, money: Quantity, page: Page) -> Frame:
    """The item as a frame around the last word of its sum."""
    words = [token for token in sent if not token.is_space]
    while len(words) > 1 and words[0].is_punct:
        words.pop(0)
    while len(words) > 1 and words[-1].is_punct:
        words.pop()
    head = next(token for token in reversed(words) if token.idx < money.end)
    purpose = [token for token in words if token.idx >= money.end]
    frame = Frame(
        head, "activity", ("grant", "loan"), None, sent, purpose, words[0].idx, words[-1].idx + len(words[-1])
    )
    frame.actors = [(slot_of(actor.head, head, None, sent), actor) for actor in page.actors_in(sent)]
    frame.dates = page.dates_in(sent)
    frame.quantities = [money]
    return frame


def _stage(before: list[Span]) -> Stage:
    """How far what a list holds has come, by the verb of what leads up to it: agreed on, if that only says "is"."""
    lead = lead_of(before)
    if lead is None or lead.root.pos_ != "VERB":
        return "agreed"
    stage = stage_by_rule("activity", stage_signals(lead.root, lead.root))
    return "agreed" if stage == "underway" else stage
