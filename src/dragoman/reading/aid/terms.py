"""The terms of a loan, and who carries the work out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.knowledge import any_of, read_tsv
from dragoman.models import Terms
from dragoman.reading.aid.wording import Word, lexicon
from dragoman.reading.page import Page

if TYPE_CHECKING:
    from dragoman.reading.people.actors import Actor

_NUMBERS = {row["word"]: float(row["value"]) for row in read_tsv("numerals.tsv") if row["role"] in ("unit", "ten")}
# A number begins at its first digit: without that each digit of a long run would be tried as the first one.
_DIGITS = r"(?<!\d)\d+(?:\.\d+)?"
_YEARS = rf"({_DIGITS}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})[ -]?(?:year|yr)s?"
_PERCENT = rf"({_DIGITS}) ?{any_of('loan_terms.toml', 'percent')}"
_NEAR = r"[^.;]{0,40}?"
_PAUSE = any_of("loan_terms.toml", "years_of_grace")
# The next years, if they are none of grace and no word of grace stands before them.
_THEN = rf"(?:(?!\b{_PAUSE}\b)[^.;]){{0,40}}?\b{_YEARS}(?!['’]?(?: of)?(?: a)? grace)"
_FREE = re.compile(rf"\b{any_of('loan_terms.toml', 'free')}\b", re.IGNORECASE)


def _patterns(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


# Each has one group, the number.
_INTEREST = _patterns(
    rf"\binterest\b{_NEAR}{_PERCENT}",
    rf"{_PERCENT}{_NEAR}\binterest\b",
    rf"{_PERCENT} (?:{any_of('loan_terms.toml', 'rates')} )+rate\b",
)
_GRACE = _patterns(
    rf"{_YEARS}['’]?(?: of)?(?: a)? {_PAUSE}\b",
    rf"\b{any_of('loan_terms.toml', 'grace')}\b{_NEAR}{_YEARS}",
)
_MATURITY = _patterns(
    rf"\b{any_of('loan_terms.toml', 'lasting')}\b{_THEN}",
    rf"\b{any_of('loan_terms.toml', 'repaying')}\b{_THEN}",
    # "20 years of full maturity", but not "5 years and a loan"
    rf"{_YEARS}['’]?(?: of)? (?:(?!and\b)\w+ ){{0,2}}{any_of('loan_terms.toml', 'years_of_loan')}\b",
    rf"{_YEARS} to repay\b",
)


def find_terms(text: str) -> Terms | None:
    """Interest in per cent, maturity and grace period in years, as far as they are told; None if none is."""
    interest = 0.0 if _FREE.search(text) else _nearest(_INTEREST, text)
    grace, maturity = _nearest(_GRACE, text), _nearest(_MATURITY, text)
    if interest is None and grace is None and maturity is None:
        return None
    return Terms(interest=interest, maturity=maturity, grace=grace)


def _nearest(patterns: tuple[re.Pattern[str], ...], text: str) -> float | None:
    """The number that stands nearest to its word: the shortest of all matches, of equally short ones the first."""
    found = [match for pattern in patterns for match in pattern.finditer(text)]
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
