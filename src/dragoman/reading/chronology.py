"""Chronologies: lists of what happened year by year, each entry behind or below its year.

"1993: Diplomatic relations are established.", or "1993" alone in its line and what was done then below it. What such
an entry tells is of that year: "The embassy opens in July."
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dragoman.reading.dates import DateMention, find_dates
from dragoman.values import Edtf

if TYPE_CHECKING:
    from spacy.tokens import Span

_LINE = re.compile(
    r"^[ \t]*(?:[-*•·▪] |#+ )?(?:\*\*)?(?P<when>(?:(?:\d{1,2} )?[A-Z][a-z]{2,8} )?(?P<year>(?:19|20)\d\d))(?:\*\*)?"
    r"(?P<end>[ \t]*[:–—][ \t]|[ \t]+-[ \t]|[ \t]*:?[ \t]*$)",
    re.MULTILINE,
)
_LEAST = 3  # years of a chronology
_WORD = re.compile(r"[^\W\d_]{2}")
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n|\Z")


@dataclass(frozen=True, slots=True)
class Year:
    """An entry of a chronology, ``start`` to ``end`` in the text; the words that say ``when`` end at ``told``."""

    start: int
    told: int
    end: int
    when: Edtf


def find_years(text: str) -> list[Year]:
    """The entries of the chronology in ``text``, in its order; none if fewer than three years follow each other."""
    lines = list(_LINE.finditer(text))
    years = [int(line["year"]) for line in lines]
    if len(set(years)) < _LEAST or not (years == sorted(years) or years == sorted(years, reverse=True)):
        return []
    ends = [*(line.start() for line in lines[1:]), _end_of(lines[-1], text)]
    if not all(_WORD.search(text, line.end(), end) for line, end in zip(lines, ends, strict=True)):
        return []  # the head of a table
    return [
        Year(line.start(), line.end("when"), end, find_dates(line["when"])[0].edtf or Edtf(line["year"]))
        for line, end in zip(lines, ends, strict=True)
    ]


def _end_of(line: re.Match[str], text: str) -> int:
    """Where the last entry ends: with its paragraph, or with the one below a year that stands alone."""
    below = re.compile(r"\s*").match(text, line.end())
    found = _PARAGRAPH_END.search(text, below.end() if below else line.end())
    return found.start() if found else len(text)


def in_their_years(dates: Sequence[DateMention], text: str, sentences: Iterable[Span]) -> list[DateMention]:
    """The dates, those of a chronology in the years of their entries, to which each sentence without a date belongs."""
    years = find_years(text)
    if not years:
        return list(dates)
    kept = [d for d in dates if not any(year.start <= d.start < year.end for year in years)]
    told = [mention for year in years for mention in _told_in(year, text)]
    undated = (_undated(year, sentence, told) for sentence in sentences for year in years if _holds(year, sentence))
    return sorted([*kept, *told, *filter(None, undated)], key=lambda d: d.start)


def _told_in(year: Year, text: str) -> Iterator[DateMention]:
    """The dates of an entry, read against its year."""
    for found in find_dates(text[year.start : year.end], year.when):
        yield replace(found, start=found.start + year.start, end=found.end + year.start)


def _holds(year: Year, sentence: Span) -> bool:
    return year.told <= sentence.start_char < year.end


def _undated(year: Year, sentence: Span, told: Sequence[DateMention]) -> DateMention | None:
    """A date without words at the head of a sentence that has none of its own."""
    at, end = sentence.start_char, sentence.end_char
    if any(at <= d.start < end and d.edtf for d in told):
        return None
    return DateMention(at, at, "", year.when, str(year.when), "date", explicit_year=True)
