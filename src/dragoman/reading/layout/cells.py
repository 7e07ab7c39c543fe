"""Cells, and the tables and sheets that are made of them. All offsets are characters of the document's text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from dragoman.models import Measure
from dragoman.reading.layout.headings import measure_in


@dataclass(frozen=True, slots=True)
class Cell:
    """A stretch of the text that is one cell of a table, a label, or what stands behind it."""

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Cell:
        """The stretch without the white space, and the marks of Markdown, around it."""
        quote = text[start:end]
        inside = quote.strip(" \t\n\r\u00a0*_`")
        at = start + quote.find(inside) if inside else start
        return cls(at, at + len(inside), inside)


@dataclass(frozen=True, slots=True)
class Field:
    """What stands under one heading, or behind one label."""

    heading: str
    cell: Cell


@dataclass(frozen=True, slots=True)
class Row:
    """The fields that belong together: a row of a table, or the labelled lines on one thing."""

    fields: tuple[Field, ...]

    @property
    def start(self) -> int:
        """Where its first field begins."""
        return min(field.cell.start for field in self.fields)

    @property
    def end(self) -> int:
        """Where its last field ends."""
        return max(field.cell.end for field in self.fields)


@dataclass(frozen=True)
class Table:
    """Rows under one line of headings; ``start`` to ``end`` are the lines that it takes, the headings among them."""

    start: int
    end: int
    rows: tuple[Row, ...]

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """The headings in the order of the columns."""
        return tuple(dict.fromkeys(field.heading for row in self.rows for field in row.fields))

    @cached_property
    def measures(self) -> set[Measure | None]:
        """What the headings and the labels of the rows measure."""
        return {measure_in(words) for words in (*self.headings, *(row.fields[0].cell.text for row in self.rows))}


@dataclass(frozen=True, slots=True)
class Sheet:
    """The labelled lines on one thing: "Project: …", "Amount: …"; ``heading`` is the line right above them."""

    start: int
    end: int
    row: Row
    heading: Cell | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text that is not empty."""

    start: int
    end: int
    text: str


def lines_of(text: str) -> Iterator[Line]:
    """The lines that hold more than white space."""
    start = 0
    for line in text.splitlines(keepends=True):
        if not line.isspace():
            yield Line(start, start + len(line.rstrip()), line.rstrip())
        start += len(line)
