"""The sentences that evidence stands in, for quotation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from dragoman.documents.lines import running_gaps
from dragoman.models import Evidence

# A sentence ends at these signs before a capital, unless an initial or a short title stands before them.
_END = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9])")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sen|Rep|St|No|Art|vs|Inc|Ltd|Co|U\.S|U\.K))$")
REACH = 2000
"""Characters before and after the evidence: no sentence is looked for farther away."""
_WHITE = re.compile(r"[^\S ]")  # white space but for spaces, which need not be replaced by one
# Between paragraphs, and before and after each row of a table ("| 2021 | 400 |").
_APART = re.compile(r"\n\s*\n|\n(?=[ \t]*\|)|(?<=\|)[ \t]*\n")
# What stands before a sentence: white space, and the mark of a heading in Markdown.
_HEADED = re.compile(r"\s*(?:#{1,6}[ \t]+(?=\S))?")
# A paragraph, an item of a list or a row of a table: the next one begins with a sign or a number.
_BLOCK = re.compile(r"(?:(?!\n\s*\n|\n[ \t]*[-•*–\d|]|(?<=\|)[ \t]*\n)[\s\S])+")


@dataclass(frozen=True)
class Sentence:
    """Words of a text from ``start`` on, with the stretches in them (characters of ``words``) that are evidence."""

    words: str
    marks: tuple[tuple[int, int], ...]
    start: int = 0


def sentences_of(text: str, evidence: Iterable[Evidence]) -> Iterator[Sentence]:
    """The sentences around the evidence, in the order of the text; evidence within one sentence is marked together."""
    found: list[tuple[int, int, list[Evidence]]] = []
    for each in sorted(evidence, key=lambda each: each.start):
        start, end = around(text, each.start, each.end)
        if found and start < found[-1][1]:
            first, last, marked = found.pop()
            found.append((first, max(last, end), [*marked, each]))
        else:
            found.append((start, end, [each]))
    for start, end, marked in found:
        # Line breaks and other white space count one character each, so that the marks stay where they are.
        words = _WHITE.sub(" ", text[start:end])
        yield Sentence(words, tuple((each.start - start, each.end - start) for each in marked), start)


def quotation(text: str, evidence: Iterable[Evidence]) -> str:
    """The sentences around the evidence in one line; rows of a table with its first one, which names their columns."""
    parts: list[str] = []
    for sentence in sentences_of(text, evidence):
        words = " ".join(sentence.words.split())
        parts += [each for each in (_first_row(text, sentence.start), words) if each and each not in parts]
    return " … ".join(parts)


def _first_row(text: str, start: int) -> str:
    """The first row of the table that a row at ``start`` belongs to; empty where no row stands there."""
    if not text.startswith("|", start):
        return ""
    before = [line.strip() for line in text[max(0, start - REACH) : start].split("\n")[:-1]]
    rows = list(takewhile(lambda line: line.startswith("|"), reversed(before)))
    return rows[-1] if rows else ""


def around(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentences begin and end that the characters ``start`` to ``end`` of ``text`` stand in."""
    first, last = max(0, start - REACH), min(len(text), end + REACH)
    running = _running(text)
    first = max((m.end() for m in _APART.finditer(text, first, start) if m.start() not in running), default=first)
    last = min((m.start() for m in _APART.finditer(text, end, last) if m.start() not in running), default=last)
    stops = [match.end() for match in _END.finditer(text, first, last) if not _is_abbreviation(text, match.start())]
    first = max((stop for stop in stops if stop <= start), default=first)
    last = min((stop for stop in stops if stop >= end), default=last)
    return start - len(text[first:start].lstrip()), end + len(text[end:last].rstrip())


@lru_cache(maxsize=8)
def _running(text: str) -> frozenset[int]:
    """The blank lines of a typescript over which its sentences go on."""
    return frozenset(running_gaps(text))


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Where the paragraphs, items of lists and rows of tables begin and end."""
    running = _running(text)
    start: int | None = None
    for block in _BLOCK.finditer(text):
        start = block.start() if start is None else start
        if block.end() not in running:
            yield start, block.end()
            start = None
    if start is not None:
        yield start, len(text)


def _is_abbreviation(text: str, stop: int) -> bool:
    return bool(_ABBREVIATED.search(text, max(0, stop - 10), stop))


def all_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence of ``text`` begins and ends; items of a list and rows of a table stand by themselves."""
    for start, last in _blocks(text):
        ends = [m.end() for m in _END.finditer(text, start, last) if not _is_abbreviation(text, m.start())]
        for end in [*ends, last]:
            words = text[start:end]
            if words.strip():
                yield start + _HEADED.match(words).end(), start + len(words.rstrip())  # type: ignore[union-attr]
            start = end
