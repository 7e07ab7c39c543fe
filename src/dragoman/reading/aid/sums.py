"""The sums that an account of aid names, as candidates for its amount: with the words around and the other sums.

How the sums of an account stand to each other says what they are: a loan is often most of the cost, a first payment
a small part of it, and what two others add up to is the total.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations

from spacy.tokens import Span

from dragoman.knowledge import any_of, read_tsv, word_set
from dragoman.reading.drafting.choice import Candidate, Surroundings, order_of
from dragoman.reading.page import Page
from dragoman.reading.quantities.numbers import Quantity

# "(see #12)", "is in ID 12": what is told before it is another record's.
_RECORD = re.compile(r"(?:#|\bIDs?\b:?)\s?#?\s?\d")
_END = re.compile(r"[.!?]\s+(?=[A-Z(])")
# What a sum is of another, by the highest ratio of the two that it holds up to.
_RATIOS = (
    (0.05, "dwarfed by another"),
    (0.75, "part of another"),
    (0.97, "most of another"),
    (1.03, "nearly another"),
    (1.34, "a little more than another"),
    (20.0, "several times another"),
)
_ROUNDED = 0.006  # of a sum: by so much at most what adds up to it may miss it
_LEAST = 1000  # of any currency: behind a smaller sum "million" was left out, or it is a fee
_MOST_DIGITS, _MOST_RANKS = 6, 3
_SHARE = r"(\d\d(?:\.\d+)?) ?(?:%|per ?cent)"
_COST = rf"{any_of('giving.toml', 'costs')}\b"
# "will finance 85 % of the project", "85 % of which comes from a loan", "it has 85 % funding from the bank".
_FINANCED = re.compile(
    rf"\b{any_of('giving.toml', 'financing')}(?:e|es|ed|s|ing)? (?:for |up to |about )?{_SHARE} of "
    rf"(?:the |its |this |that )?(?:\S+ ){{0,5}}?{_COST}"
    rf"|\b{_SHARE} of (?:the |its |this |that )?(?:\S+ ){{0,4}}?(?:{_COST}|which) "
    r"(?:(?:will be|would be|is|was|were|are|to be|is being|being) )?"
    rf"{any_of('giving.toml', 'financed')}\b"
    rf"|\b{_SHARE} (?:\S+ )?(?:fund|financ)(?:ed|ing)\b"
)
# "The value of the gift is unknown", "it is unclear what the school cost".
_SIZES = any_of("giving.toml", "sizes")
_NOT_KNOWN = any_of("giving.toml", "not_known")
_UNTOLD = re.compile(
    rf"\b{_SIZES}\b[^.;\d]{{0,60}}?\b(?:is|are|was|were|remains?)\b[^.;]{{0,20}}\b{_NOT_KNOWN}\b"
    rf"|\b{_NOT_KNOWN} {any_of('giving.toml', 'asked_size')} [^.;]{{0,40}}?\b(?:{_SIZES}|worth)\b",
    re.IGNORECASE,
)
# Words for what is given: a sum beside one of them is no cost.
_GIVEN = word_set("giving.toml", "given")


def tells_of_one(page: Page) -> bool:
    """Whether a text names just one sum of money and no more states than two sides; other dated texts are news.

    The accounts that were learned from bear no date, and news in as few words are told from them by this alone.
    """
    sums = {(_size(q), q.unit) for q in page.quantities if q.kind == "money"}
    return len(sums) == 1 and len({code for _, code in page.states()}) <= _SIDES


_SIDES = 2


def is_doubtful(page: Page, quantity: Quantity) -> bool:
    """Whether a sum is hardly what the aid is worth.

    It is too small, or another record is named for it, or the text says that nobody knows what the aid is worth.
    """
    sums = [q for q in page.quantities if q.kind == "money"]
    return _size(quantity) < _LEAST or _goes_elsewhere(page, quantity, sums) or is_untold(page.text)


def is_untold(text: str) -> bool:
    """Whether the text says that what the aid is worth is not known: the sums that it names are others as a rule."""
    return _UNTOLD.search(text) is not None


def money_candidates(page: Page, flow: str) -> list[Candidate[Quantity]]:
    """The sums that may be the amount of the aid: those that another record is named for only if there is no other."""
    seen = Surroundings(page)
    sums = [q for q in page.quantities if q.kind == "money"]
    found: list[Candidate[Quantity]] = []
    elsewhere: list[Candidate[Quantity]] = []
    for number, quantity in enumerate(sums):
        span = seen.span(quantity.start, quantity.end)
        order, rank = list(order_of(number, len(sums))), list(_rank(quantity, sums))
        words = {f"with “{word}”" for word in seen.sentence_words(span)}
        beside = {*_beside(quantity, sums), *_currency(quantity, sums)}
        names = {*seen.around(span), *words, *order, *rank, *beside}
        names |= {f"{flow}: {name}" for name in (*words, *order, *rank, *beside)}
        names |= {f"{order[0]}, {name}" for name in rank}
        names |= set(_purse(span, flow))
        names.add(f"bound {quantity.bound}")
        names.add("in brackets" if page.text[: quantity.start].rstrip()[-1:] == "(" else "in the open")
        of_another = _goes_elsewhere(page, quantity, sums)
        names |= {"goes on to another record"} if of_another else set()
        candidate = Candidate(quantity, dict.fromkeys(names, 1.0), ((quantity.start, quantity.end),))
        (elsewhere if of_another else found).append(candidate)
    return found or elsewhere


def _goes_elsewhere(page: Page, quantity: Quantity, sums: Sequence[Quantity]) -> bool:
    """Whether another record is named behind the sum, before the next sum and the end of the sentence."""
    ends = [q.start for q in sums if q.start > quantity.end]
    if stop := _END.search(page.text, quantity.end):
        ends.append(stop.start())
    return bool(_RECORD.search(page.text, quantity.end, min(ends, default=len(page.text))))


def share_financed(page: Page, cost: Quantity) -> Quantity:
    """What the aid pays of a ``cost`` that is the only sum told, where it pays a share: 85 % of 40 million.

    The sum itself where no share is told, or where it is what pays: called a loan or a gift, or told in the same
    sentence before the share ("700 million, which cover 85 % of the costs").
    """
    told = _FINANCED.search(page.text)
    sums = {(_size(q), q.unit) for q in page.quantities if q.kind == "money"}
    span = Surroundings(page).span(cost.start, cost.end)
    purse = _nearest(span)
    if told is None or len(sums) > 1 or not _size(cost) or (purse and purse[1] in _GIVEN):
        return cost
    if span.start_char < told.start() < span.sent.end_char and "of which" not in told[0]:
        return cost
    return replace(cost, value=round(_size(cost) * float(told[told.lastindex or 0]) / 100, 2), low=None, high=None)


def _size(quantity: Quantity) -> float:
    """The sum, or the most that it may be; 0 for none."""
    return (quantity.value if quantity.value is not None else quantity.high) or 0.0


def _rank(quantity: Quantity, sums: Sequence[Quantity]) -> Iterator[str]:
    """Whether it is the smallest or the largest of all numbers, and told more than once."""
    sizes = [_size(q) for q in sums]
    if len(set(sizes)) > 1:
        yield from ["smallest"] * (_size(quantity) == min(sizes)) + ["largest"] * (_size(quantity) == max(sizes))
        yield from ["told twice"] * (sizes.count(_size(quantity)) > 1)


def _beside(quantity: Quantity, sums: Sequence[Quantity]) -> Iterator[str]:
    """What it is of the other sums in its currency: the same, a part, the total."""
    size = _size(quantity)
    if not size:
        return
    others = [_size(q) for q in sums if q is not quantity and q.unit == quantity.unit and _size(q)]
    for other in others:
        ratio = size / other
        yield "again" if ratio == 1 else next((name for most, name in _RATIOS if ratio < most), "dwarfs another")
    apart = sorted({*others})
    if any(abs(one + other - size) <= _ROUNDED * size for one, other in combinations(apart, 2)):
        yield "what two others add up to"
    if any(abs(size + one - other) <= _ROUNDED * other for one, other in combinations(apart, 2) if one != size):
        yield "adds up with another"
    yield f"digits {min(len(f'{size:.0f}'.rstrip('0')), _MOST_DIGITS)}"
    larger = sum(other > size for other in apart)
    yield f"larger ones: {min(larger, _MOST_RANKS)} of {min(len({*apart, size}), _MOST_RANKS + 1)}"


def _currency(quantity: Quantity, sums: Sequence[Quantity]) -> Iterator[str]:
    """Among sums in several currencies, how its own stands to the others."""
    used = Counter(q.unit for q in sums)
    if len(used) > 1:
        yield "in the first currency" if quantity.unit == sums[0].unit else "in a later currency"
        yield "in the usual currency" if used[quantity.unit] == max(used.values()) else "in a rare currency"


def _purse(span: Span, flow: str) -> Iterator[str]:
    """The nearest word for a kind of money, such as "loan" or "cost", and whether it is the kind of the aid."""
    if nearest := _nearest(span):
        at, word = nearest
        side = "before" if at < span.start else "after"
        yield from (f"nearest {word}", f"nearest {word} {side}", f"{flow}: nearest {word}")


def _nearest(span: Span) -> tuple[int, str] | None:
    """The nearest word for a kind of money in the sentence, with its place."""
    near = [(abs(token.i - span.root.i), token.i, token.lemma_.lower()) for token in span.sent]
    found = min((each for each in near if each[2] in _purses()), default=None)
    return found[1:] if found else None


@cache
def _purses() -> frozenset[str]:
    """What a sum may be the sum of."""
    rows = read_tsv("aid_cues.tsv")
    return frozenset(word for row in rows if row["group"] == "sum" for word in row["words"].split(", "))
