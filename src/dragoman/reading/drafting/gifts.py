"""Gifts of money and goods in one clause, which are two: "a cheque for 2,000 dollars and 30 sets of tools"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from dragoman.knowledge import any_of
from dragoman.models import Activity, Entry
from dragoman.reading.drafting.drafting import trim
from dragoman.reading.frames.frames import Frame
from dragoman.reading.page import Page
from dragoman.reading.quantities.numbers import Quantity
from dragoman.reading.quantities.units import people

_AND = r"\s*(?:,|,?\s+(?:and|plus|as well as|together with|along with))\s+"
_GOODS = re.compile(r"(?:\s+(?!(?:and|plus|to|for|on|in|at|from|worth|by|during|as|together|along)\b)[^\s,;.]+){0,5}")
_NEAR = 80  # characters between what is told of the two in one clause
_LOWEST = 0.4  # of either, before the curve of ``calibration``: nothing that is counted stands beside a sum else


@cache
def _joints() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What stands between a sum and goods, between goods and a sum, and before a sum that is given as such."""
    paper = rf"(?:(?:an?|the)\s+)?(?:\w+\s+)?{any_of('giving.toml', 'cheques')}\s+(?:for|of|worth)\s+"
    return (
        re.compile(rf"{_AND}(?:an?\s+)?(?:further\s+)?$"),
        re.compile(rf"{_GOODS.pattern}{_AND}(?:{paper})?$"),
        re.compile(rf"{paper}$"),
    )


def each_gift(entry: Activity, frame: Frame, page: Page) -> Iterator[Activity]:
    """The activity, or if it is money and goods together, one for either."""
    found = _money_and_goods(frame, page) if entry.type in ("grant", "in_kind") else None
    if found is None or entry.amount is None or frame.verb is None:
        yield entry
        return
    money, goods = found
    if (entry.amount.value, entry.amount.unit) not in ((money.value, money.unit), (goods.value, goods.unit)):
        yield entry
        return
    lead = _joints()[2].search(page.text, frame.sent.start_char, money.start)
    of_money = lead.start() if lead else money.start
    behind = _GOODS.match(page.text, goods.end, frame.sent.end_char)
    for type_, sum_, start, end in (
        ("grant", money, of_money, money.end),
        ("in_kind", goods, goods.start, behind.end() if behind else goods.end),
    ):
        words = re.sub(r"^(?:an?|the)\s+", "", " ".join(page.text[start:end].split()))
        yield entry.model_copy(
            update={
                "type": type_,
                "title": words[:1].upper() + words[1:],
                "amount": sum_.amount,
                "evidence": (trim(page.text, min(start, frame.start), max(end, sum_.end)),),
                "confidence": max(entry.confidence or 0, _LOWEST),
            }
        )


def of_money(account: Activity, told: Sequence[Entry]) -> Activity:
    """The account of the main gift, which is no gift of goods if its sum is told beside goods as one of its own."""
    if account.type != "in_kind" or not (account.amount and account.amount.unit and account.amount.unit.is_money):
        return account
    gifts = (e for e in told if isinstance(e, Activity) and e.amount == account.amount and e.type == "grant")
    goods = [e.evidence[0] for e in told if isinstance(e, Activity) and e.type == "in_kind"]
    beside = any(any(abs(gift.evidence[0].start - at.start) < _NEAR for at in goods) for gift in gifts)
    return account.model_copy(update={"type": "grant"}) if beside else account


def without_goods_of(account: Activity, told: Sequence[Entry], page: Page) -> list[Entry]:
    """What was told but for the goods that the sum of the account is the worth of: "gave 90 desks worth 2,000 dollars".

    They are the same gift, and their number is a figure.
    """
    amount = account.amount
    if amount is None or amount.unit is None or not amount.unit.is_money:
        return list(told)
    sums = (q for q in page.quantities if q.kind == "money" and (q.value, q.unit) == (amount.value, amount.unit))
    spans = [
        sent
        for q in sums
        if _tells_worth(q, page)
        for sent in page.sentences
        if sent.start_char <= q.start < sent.end_char
    ]
    return [e for e in told if not any(_counts_goods(e, sent.start_char, sent.end_char) for sent in spans)]


def _counts_goods(entry: Entry, start: int, end: int) -> bool:
    """Whether an entry is a gift of so many things that is told between two characters."""
    if not isinstance(entry, Activity) or entry.type not in ("in_kind", "grant") or entry.amount is None:
        return False
    money = entry.amount.unit is not None and entry.amount.unit.is_money
    return not money and start <= entry.evidence[0].start < end


def _tells_worth(sum_: Quantity, page: Page) -> bool:
    """Whether words for a worth stand right before a sum, or right behind it."""
    worth = any_of("giving.toml", "worth")
    before = re.search(rf"\b{worth}(?:\s\S+){{0,2}}\s*$", page.text[max(0, sum_.start - _NEAR) : sum_.start])
    return bool(before or re.match(rf"\s+{worth}\b", page.text[sum_.end :]))


def _money_and_goods(frame: Frame, page: Page) -> tuple[Quantity, Quantity] | None:
    """A sum and a number of things that one clause joins."""
    sums = [q for q in page.quantities_in(frame.sent) if q.value is not None and q.unit]
    sums = [q for q in sums if q.kind in ("money", "count") and frame.start <= q.start < frame.end]
    sums = [q for q in sums if q.unit not in people().values()]
    before, after, _ = _joints()
    for one, other in pairwise(sums):
        between = page.text[one.end : other.start]
        if one.kind == "money" and other.kind == "count" and before.fullmatch(between):
            return one, other
        if one.kind == "count" and other.kind == "money" and after.fullmatch(between):
            return other, one
    return None
