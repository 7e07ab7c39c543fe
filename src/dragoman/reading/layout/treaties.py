"""Lists of treaties and other papers under a heading that says what became of them: "The following were signed:"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from dragoman.knowledge import read_toml
from dragoman.reading.layout.cells import Cell, Line, lines_of
from dragoman.reading.layout.headings import instrument_in

_ITEM = re.compile(r"[ \t]*(?:[-*•–·▪■]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])[ \t]+(?=\S)")
_NUMBERED = re.compile(r"(?=[(\d])(?:(?<=[:;.,] )|(?<=and ))\(?(?P<n>\d{1,2})[.)][ \t]+(?=\S)")
_SENTENCE_END = re.compile(r"[a-z\d)][.!?][\"”]?\s+(?=[A-Z])")
_LONGEST = 45  # words of an item
_BEGINNING = 7  # words in which an item names what it is
_SHARE, _LEAST = 0.6, 2  # of the items must be such papers; so many items make a list
_HEADING = 12  # words at most of a heading above lines without bullets
_FAR = 300  # characters of the heading


@dataclass(frozen=True, slots=True)
class Papers:
    """The items of one list, and what its heading says of them; ``lead`` is the last sentence of the heading."""

    heading: str
    lead: range
    items: tuple[Cell, ...]

    @classmethod
    def under(cls, heading: Line | None, end: int, items: list[Cell]) -> Papers:
        """The items under a line, or under what of a line stands before ``end``."""
        if heading is None:
            return cls("", range(0), tuple(items))
        said = heading.text[: end - heading.start]
        begins = [m.end() for m in _SENTENCE_END.finditer(said)]
        return cls(said[-_FAR:], range(heading.start + (begins[-1] if begins else 0), end), tuple(items))


@cache
def said(name: str) -> re.Pattern[str]:
    """The words of a list of ``headings.toml``, as one pattern."""
    return re.compile(rf"\b(?:{'|'.join(read_toml('headings.toml')['papers'][name])})\b", re.IGNORECASE)


def find_papers(text: str) -> list[Papers]:
    """The lists of treaties in ``text``."""
    return [papers for papers in _lists(text) if _are_papers(papers)]


def _lists(text: str) -> Iterator[Papers]:
    heading: Line | None = None
    items: list[Cell] = []
    for line in lines_of(text):
        if lead := _ITEM.match(line.text):
            items.append(Cell.of(text, line.start + lead.end(), line.end))
            continue
        if (
            items
            and text[items[-1].end : line.start].count("\n") == 1
            and (line.text[:1] in " \t" or line.text[:1].islower())
        ):
            items[-1] = Cell.of(text, items[-1].start, line.end)
            continue
        if (items or (heading and _heads(heading))) and _is_bare_name(cell := Cell.of(text, line.start, line.end)):
            items.append(cell)
            continue
        if items:
            yield Papers.under(heading, heading.end if heading else 0, items)
        heading, items = line, []
        yield from _inline(line, text)
    if items:
        yield Papers.under(heading, heading.end if heading else 0, items)


def _heads(line: Line) -> bool:
    """Whether a line may be the heading of a list without bullets: "Agreements in force"."""
    return bool(said("heading").search(line.text)) and len(line.text.split()) <= _HEADING and line.text[-1:] != "."


def _is_bare_name(cell: Cell) -> bool:
    """Whether a line without a bullet is the name of a paper and no sentence."""
    return type_of(cell) is not None and is_bare(cell) and cell.text[-1:] != "."


def _inline(line: Line, text: str) -> Iterator[Papers]:
    """A list in one line: "The following were signed: 1) …; 2) …"."""
    marks = list(_NUMBERED.finditer(line.text))
    if [int(m["n"]) for m in marks] != list(range(1, len(marks) + 1)) or len(marks) < _LEAST:
        return
    ends = [m.start() for m in marks[1:]] + [len(line.text)]
    items = [Cell.of(text, line.start + m.end(), line.start + end) for m, end in zip(marks, ends, strict=True)]
    yield Papers.under(line, line.start + marks[0].start(), items)


def _are_papers(papers: Papers) -> bool:
    if len(papers.items) < _LEAST or not said("heading").search(papers.heading):
        return False
    named = sum(type_of(item) is not None for item in papers.items)
    return named >= max(_LEAST, _SHARE * len(papers.items))


def type_of(item: Cell) -> str | None:
    """The type of the paper that an item names at once, None if it names none."""
    return instrument_in(" ".join(item.text.split()[:_BEGINNING]), at_once=True)


def is_bare(item: Cell) -> bool:
    """Whether an item is no more than the name of a paper and its dates, without a tale of what it is to bring."""
    return (
        len(item.text.split()) <= _LONGEST
        and not _SENTENCE_END.search(item.text)
        and not said("tale").search(item.text)
    )


def items_of(lists: Sequence[Papers]) -> list[range]:
    """The stretches of the text each of which tells of another paper."""
    return [range(item.start, item.end) for papers in lists for item in papers.items]
