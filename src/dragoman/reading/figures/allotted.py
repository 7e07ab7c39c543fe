"""Allotted: sums of which a text says where they go, each of a row an activity of its own.

"Of this, 3 million euros will go to schools and 2 million to wells": the verb of such a sum says nothing of giving.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from spacy.tokens import Span

from dragoman.knowledge import word_set
from dragoman.models import Activity, Stage
from dragoman.reading.drafting.activities import draft_activity
from dragoman.reading.drafting.drafting import trim
from dragoman.reading.frames.frames import Frame
from dragoman.reading.frames.slots import slot_of
from dragoman.reading.page import Page
from dragoman.reading.quantities.numbers import Quantity

_WHOLE = r"(?:out )?of (?:this|that|these|it|which|the [^,]{2,40}),?\s+"
_MORE = r"(?:(?:about|around|some|nearly|almost|up to|over|more than|an?|the|further|additional|another|other)\s+)*"
_LEAD = re.compile(rf"\W*(?:{_WHOLE})?{_MORE}", re.IGNORECASE)
_TO = r"(?:to|for|towards?|on)\s+(?!be\b|do\b|it\b)"
_NEXT = re.compile(rf"(?:\s*[,;]\s*(?:and|while)?|\s+and|\s+while)\s+{_MORE}$")
_PLAIN_TO = re.compile(rf"\s*(?:\([^()]*\)\s*)?{_TO}")
_CONFIDENCE = 0.7


def read_allotted(page: Page) -> Iterator[Activity]:
    """The sums of which a sentence says what they go to, as grants."""
    for sent in page.sentences:
        row = [q for q in page.quantities_in(sent) if q.kind == "money"]
        if not row or not _LEAD.fullmatch(page.text, sent.start_char, row[0].start):
            continue
        told = _told().match(page.text, row[0].end, sent.end_char)
        if told is None:
            continue
        row = _coordinated(row, page, sent)
        ends = [*(_end(one, other, page) for one, other in pairwise(row)), sent.end_char]
        for quantity, end in zip(row, ends, strict=True):
            told = _told().match(page.text, quantity.end, sent.end_char) or told
            entry = draft_activity(_frame(quantity, end, sent, page), page, "grant", _stage(told))
            title = " ".join(page.text[quantity.start : end].rstrip(" .\n").split())
            own = {"title": title, "evidence": (trim(page.text, quantity.start, end),), "confidence": _CONFIDENCE}
            yield entry.model_copy(update=own | {"why": ("activity: a sum, and what it goes to",)})


@cache
def _told() -> re.Pattern[str]:
    """What stands between a sum and what it goes to; ``ahead`` if that is still to come, ``past`` if it is over."""
    verbs = "|".join(sorted(word_set("pledges.toml", "allotted")))
    return re.compile(
        rf"\s*(?:\([^()]*\)\s*)?(?:of (?:this|that|it|the \w+)\s+)?"
        rf"(?:(?P<ahead>(?:will|is to|are to|would)\s+(?:go|be(?:\s+(?:{verbs}))?))|"
        rf"(?P<past>went|(?:was|were) (?:spent|used))|goes|go|"
        rf"(?:is|are|was|were|(?:has|have) been)(?:\s+(?:{verbs}))?)\s+{_TO}"
    )


def _stage(told: re.Match[str]) -> Stage:
    return "planned" if told["ahead"] else "done" if told["past"] else "agreed"


def _coordinated(row: list[Quantity], page: Page, sent: Span) -> list[Quantity]:
    """The sums of the row up to the first that is not joined to the one before, or goes to nothing of its own."""
    kept = row[:1]
    for one, other in pairwise(row):
        to = _told().match(page.text, other.end, sent.end_char) or _PLAIN_TO.match(page.text, other.end, sent.end_char)
        if not (to and _NEXT.search(page.text, one.end, other.start)):
            break
        kept.append(other)
    return kept


def _end(one: Quantity, other: Quantity, page: Page) -> int:
    """Where what is told of the first of two joined sums ends."""
    joint = _NEXT.search(page.text, one.end, other.start)
    return joint.start() if joint else other.start


def _frame(quantity: Quantity, end: int, sent: Span, page: Page) -> Frame:
    """The sum and what it goes to as a frame around the last word of the sum."""
    words = [token for token in sent if quantity.start <= token.idx < end and not (token.is_space or token.is_punct)]
    head = next(token for token in reversed(words) if token.idx < quantity.end)
    frame = Frame(head, "activity", ("grant",), None, sent, words, quantity.start, end)
    frame.actors = [
        ("to" if slot == "near" else slot, actor)
        for actor in page.actors_in(sent)
        if quantity.end <= actor.start < end
        for slot in [slot_of(actor.head, head, None, sent)]
    ]
    frame.dates = [date for date in page.dates_in(sent) if quantity.start <= date.start < end]
    frame.quantities = [quantity]
    return frame
