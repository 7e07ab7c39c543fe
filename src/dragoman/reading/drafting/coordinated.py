"""Coordinated sums: what one verb gives in several parts, each with a taker, a purpose or a giver of its own.

"2 million euros for a school, 3 million for a road and 1 million for wells" are three gifts; a sum that is paid in
parts over the years is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dragoman.knowledge import any_of
from dragoman.models import Activity
from dragoman.reading.drafting.activities import draft_activity
from dragoman.reading.drafting.activity_parties import AID
from dragoman.reading.drafting.drafting import trim
from dragoman.reading.frames.frames import Frame
from dragoman.reading.page import Page
from dragoman.reading.quantities.numbers import Quantity
from dragoman.reading.quantities.units import measure_of

if TYPE_CHECKING:
    from dragoman.reading.people.actors import Actor

_FURTHER = rf"(?:(?:an?|the)\s+)?{any_of('giving.toml', 'further')}?\s*"
# What parts two of them, up to the next sum, or up to the giver of the next.
_PARTED = re.compile(rf"\s*(?:,|;|,?\s+and|,?\s+as\s+well\s+as|,?\s+plus|[,;]\s+and)\s+{_FURTHER}$")
_GIVER = re.compile(rf"\s*(?:(?:will|would|has|have)?\s*{any_of('giving.toml', 'giving')}?)\s*")
_OWN = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:(?:in|of|as)\s+\w+(?:\s+\w+)?\s+)?(?:for|to|towards?|in\s+support\s+of)\s")
_WORD = re.compile(r"[^\W\d_]{3}")
_PURPOSE = re.compile(
    r"\s*(?:\([^()]*\)\s*)?(?:(?:in|of|as)\s+\w+(?:\s+\w+)?\s+)?for\s+(?:(?:the|an?|its|their)\s+)?([^,;.()]{4,80})"
)
_EXTENT = ("distance", "duration", "area", "other")
_LEAST = 2


@dataclass(frozen=True)
class _Part:
    """One sum with the stretch of the text that tells of it alone, and who is named in front of it as its giver."""

    sum_: Quantity
    start: int
    end: int
    giver: Actor | None = None


def apart(entry: Activity, frame: Frame, page: Page) -> Iterator[Activity]:
    """The activity, or if its clause coordinates several sums one for each of them."""
    parts = _parts(entry, frame, page)
    if len(parts) < _LEAST:
        yield entry
        return
    for part in parts:
        others = [one for one in parts if one is not part]
        drafted = draft_activity(_alone(frame, part, others), page, entry.type, entry.stage or "done")
        start = min(frame.start, part.start) if part is parts[0] else part.start
        same = {"confidence": entry.confidence, "why": entry.why, "stage": entry.stage}
        own = {"title": _title(entry, part, page), "evidence": (trim(page.text, start, part.end),)}
        yield drafted.model_copy(update=same | own)


def _parts(entry: Activity, frame: Frame, page: Page) -> list[_Part]:
    if entry.amount is None or entry.type not in (*AID, "trade"):
        return []
    alike = [q for q in page.quantities_in(frame.sent) if _may_be_given(q, entry, page)]
    run = _run(alike, entry, page)
    run = run if len(run) >= _LEAST else _made_up_of(alike, entry, page)
    if len(run) < _LEAST:
        return []
    end = frame.sent.end_char
    parts = []
    for n, quantity in enumerate(run):
        giver = _giver(quantity, run[n - 1] if n else None, page) if n else None
        start = giver.start if giver else quantity.start
        following = run[n + 1] if n + 1 < len(run) else None
        until = (_giver(following, quantity, page) or following).start if following else end
        close = _PARTED.search(page.text[quantity.end : until]) if following else None
        last = frame.end if frame.end > quantity.end else _phrase_end(page.text, quantity.end, until)
        stop = quantity.end + close.start() if close else min(until, last)
        parts.append(_Part(quantity, start, stop, giver))
    return parts if _are_told_apart(parts, entry, page) else []


def _phrase_end(text: str, start: int, until: int) -> int:
    """Where what is told of a sum ends that the parse has put into another clause: at the next comma."""
    comma = re.compile(r"[,;]|\.$").search(text, start, until)
    return comma.start() if comma else until


def _may_be_given(quantity: Quantity, entry: Activity, page: Page) -> bool:
    if entry.amount is None or quantity.unit is None or quantity.value is None:
        return False
    if entry.amount.unit is not None and entry.amount.unit.is_money:
        return quantity.kind == "money"
    if _BEHIND.search(page.text, max(0, quantity.start - _SHORT), quantity.start):
        return False  # "cars for 8 schools"
    return quantity.kind == "count" or (quantity.kind == "measure" and measure_of(quantity.unit) not in _EXTENT)


_BEHIND = re.compile(r"\b(?:to|for|in|at|by|from|with|of|among|between)\s+(?:the\s+)?$")
_SHORT = 12  # characters


def _run(alike: Sequence[Quantity], entry: Activity, page: Page) -> list[Quantity]:
    """The sums of an unbroken row of coordinated ones, that of the entry among them."""
    run: list[Quantity] = []
    for quantity in alike:
        if run and not _is_coordinated(run[-1], quantity, page):
            if any(_is_of(q, entry) for q in run):
                break
            run = []
        run.append(quantity)
    return run if any(_is_of(q, entry) for q in run) else []


def _made_up_of(alike: Sequence[Quantity], entry: Activity, page: Page) -> list[Quantity]:
    """The sums that are told right behind that of the entry and add up to it: "82 million: 42 for health, 40 for …"."""
    total = next((n for n, quantity in enumerate(alike) if _is_of(quantity, entry)), len(alike))
    run = list(alike[total + 1 : total + 2])
    if not run or not _OPENS.fullmatch(page.text, alike[total].end, run[0].start):
        return []
    for quantity in alike[total + 2 :]:
        if not _is_coordinated(run[-1], quantity, page):
            break
        run.append(quantity)
    reached = sum(quantity.value or 0 for quantity in run)
    whole = alike[total].value or 0
    return run if whole and abs(reached - whole) <= _ROUNDED * whole else []


# Between a sum and its parts: "82 million in 2019: 42 million for …", "82 million (42 million for …".
_OPENS = re.compile(r"[^.;:()]{0,40}(?::|\(|\s[–—-])\s*")
_ROUNDED = 0.001


def _is_of(quantity: Quantity, entry: Activity) -> bool:
    return entry.amount is not None and (quantity.value, quantity.unit) == (entry.amount.value, entry.amount.unit)


def _is_coordinated(one: Quantity, other: Quantity, page: Page) -> bool:
    giver = _giver(other, one, page)
    between = page.text[one.end : giver.start if giver else other.start]
    return len(between) < _FAR and bool(_PARTED.search(between)) and not re.search(r"[.:()]", between)


_FAR = 160  # characters that may stand between two sums of one row


def _giver(quantity: Quantity, before: Quantity | None, page: Page) -> Actor | None:
    """Who is named right in front of a sum as its giver: "Peru 3 million euros and Chad 2 million"."""
    for actor in page.actors:
        named = before is not None and before.end <= actor.start and actor.end <= quantity.start
        if named and _GIVER.fullmatch(page.text, actor.end, quantity.start):
            return actor
    return None


def _are_told_apart(parts: Sequence[_Part], entry: Activity, page: Page) -> bool:
    """Whether each has a giver, a taker or a purpose; of things given it is enough that they are other things."""
    if all(part.giver for part in parts[1:]):
        return True
    if len({(part.sum_.value, part.sum_.unit) for part in parts}) < len(parts) and entry.type == "in_kind":
        return False
    if all(_OWN.match(page.text, part.sum_.end, part.end + 1) for part in parts):
        return True
    if parts[0].sum_.kind == "money":
        return False
    goods = [part.sum_ for part in parts]
    to = all(_TO.search(page.text, part.sum_.start, part.end) for part in parts)
    kinds = {(q.unit, found.group(1) if (found := _GOODS.match(page.text, q.end)) else "") for q in goods}
    return entry.type == "in_kind" and (to or len(kinds) == len(goods))


_TO = re.compile(r"\s(?:to|for)\s")
_GOODS = re.compile(r"\s+of\s+((?:[\w-]+\s+){0,1}[\w-]+)")  # "2 tonnes of rice and 3 tonnes of wheat"


def _alone(frame: Frame, part: _Part, others: Sequence[_Part]) -> Frame:
    """The frame with that which it tells of one part: without who and when stand with the others."""

    def is_elsewhere(start: int) -> bool:
        return any(other.start <= start < other.end for other in others)

    actors = [(slot, actor) for slot, actor in frame.actors if not is_elsewhere(actor.start)]
    if part.giver is not None:
        actors = [("subject", part.giver), *((s, a) for s, a in actors if s != "subject" and a is not part.giver)]
    elif others and others[0].giver is None and any(actor.start >= part.start for _, actor in actors):
        actors = [("to", a) if part.start <= a.start < part.end and s == "near" else (s, a) for s, a in actors]
    dates = [date for date in frame.dates if not is_elsewhere(date.start)]
    return replace(frame, actors=actors, dates=dates, quantities=[part.sum_])


def _title(entry: Activity, part: _Part, page: Page) -> str:
    """What the part is for, else its own words."""
    own = " ".join(page.text[part.start : part.end].split())
    purpose = _PURPOSE.match(page.text, part.sum_.end, part.end)
    if part.sum_.kind == "money" and purpose:
        told = " ".join(purpose[1].split())
        if any(actor.start == purpose.start(1) for actor in page.actors):
            return f"{'Loan' if entry.type == 'loan' else 'Funding'} for {told}"  # a taker is no gift
        return told[:1].upper() + told[1:]
    return own[:1].upper() + own[1:] if _WORD.search(own) else entry.title
