"""The terms of a loan, and who carries the work out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.knowledge import read_tsv
from dragoman.models import Terms
from dragoman.reading.page import Page
from dragoman.reading.wording import Word, lexicon

if TYPE_CHECKING:
    from dragoman.reading.actors import Actor

_NUMBERS = {row["word"]: float(row["value"]) for row in read_tsv("numerals.tsv") if row["role"] in ("unit", "ten")}
_COUNT = rf"(\d+(?:\.\d+)?|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_YEARS = rf"{_COUNT}[ -]?(?:year|yr)s?"
_PERCENT = r"(\d+(?:\.\d+)?) ?(?:%|per ?cent\b|percentage points)"
_NEAR = r"[^.;]{0,40}?"
_THEN = rf"(?:(?!\bgrace\b|\bmoratorium\b)[^.;]){{0,40}}?\b{_YEARS}(?!['’]?(?: of)?(?: a)? grace)"
_FREE = re.compile(r"\binterest[- ]free\b|\bno interest\b|\bwithout interest\b", re.IGNORECASE)
_INTEREST = (
    rf"\binterest\b{_NEAR}{_PERCENT}",
    rf"{_PERCENT}{_NEAR}\binterest\b",
    rf"{_PERCENT} (?:(?:fixed|floating|annual|yearly) )+rate\b",
)
_GRACE = (
    rf"{_YEARS}['’]?(?: of)?(?: a)? (?:grace|moratorium)\b",
    rf"\b(?:grace(?: period)?|moratorium|(?:loan|repayment|payment) holiday)\b{_NEAR}{_YEARS}",
)
_MATURITY = (
    rf"\b(?:matur\w+|tenor|term|repayment period|loan period)\b{_THEN}",
    rf"\b(?:repa[iy]\w*|paid (?:back|off)|payable|payback|reimburs\w+)\b{_THEN}",
    rf"{_YEARS}['’]?(?: of)? (?:(?!and\b)\w+ ){{0,2}}(?:maturity|repayment|tenor|term|loan|credit)\b",
    rf"{_YEARS} to repay\b",
)


def find_terms(text: str) -> Terms | None:
    """Interest in per cent, maturity and grace period in years, as far as they are told; None if none is."""
    interest = 0.0 if _FREE.search(text) else _nearest(_INTEREST, text)
    grace, maturity = _nearest(_GRACE, text), _nearest(_MATURITY, text)
    if interest is None and grace is None and maturity is None:
        return None
    return Terms(interest=interest, maturity=maturity, grace=grace)


def _nearest(patterns: tuple[str, ...], text: str) -> float | None:
    """The number that stands nearest to its word: the shortest of all matches, of equally short ones the first."""
    found = [match for pattern in patterns for match in re.finditer(pattern, text, re.IGNORECASE)]
    if not found:
        return None
    said = min(found, key=lambda match: (match.end() - match.start(), match.start())).group(1).lower()
    return _NUMBERS[said] if said in _NUMBERS else float(said)


def find_workers(page: Page) -> Iterator[Actor]:
    """The organisations that carry the work out: those that build, implement or have the contract."""
    told: set[str] = set()
    for actor in page.actors:
        if actor.kind != "organisation" or actor.name.casefold() in told or actor.head < 0:
            continue
        if _works(page, actor):
            told.add(actor.name.casefold())
            yield actor


def _works(page: Page, actor: Actor) -> bool:
    head = page.doc[actor.head]
    while head.dep_ in ("conj", "appos") and head.head is not head:
        head = head.head
    verb = head.head.head if head.dep_ == "pobj" and head.head.dep_ in ("agent", "prep") else head.head
    if head.dep_ == "pobj" and head.head.lower_ not in ("by", "to"):
        return False
    if head.dep_ not in ("pobj", "nsubj"):
        return False
    return any(True for _ in lexicon("aid_cues.tsv", "cue", "work").find([Word(verb.lemma_, 0)]))
