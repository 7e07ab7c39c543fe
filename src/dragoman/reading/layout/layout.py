"""The layout of a page: its tables, sheets, lists of papers and programmes, and what is left as prose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from dragoman.models import Entry
from dragoman.reading.layout.cells import Sheet, Table, lines_of
from dragoman.reading.layout.headings import role_of
from dragoman.reading.layout.programmes import Point, as_items, find_points
from dragoman.reading.layout.sheets import find_sheets
from dragoman.reading.layout.tables import find_tables
from dragoman.reading.layout.treaties import Papers, find_papers, items_of
from dragoman.values import Edtf

Found = Table | Sheet

_CAPTION, _FAR = 3, 500  # lines and characters above a table that may be its caption
_LABEL = 150  # characters before what is labelled in which its label stands
_SENTENCE = re.compile(r"[.!?][\"”’)]*$")


@dataclass(frozen=True)
class Layout:
    """What of ``text`` is laid out; nothing, by default."""

    text: str = ""
    found: tuple[Found, ...] = ()
    papers: tuple[Papers, ...] = ()
    points: tuple[Point, ...] = ()

    @classmethod
    def of(cls, text: str, anchor: Edtf | None = None, reached: str | None = None) -> Layout:
        """The layout of ``text``; of its tables those that are not blank in ``reached``."""
        found, papers = _found_in(text)
        if reached is not None:
            found = tuple(one for one in found if not reached[one.start : one.end].isspace())
        return cls(text, found, papers, tuple(find_points(text, anchor)))

    @property
    def is_plain(self) -> bool:
        """Whether all of it is prose."""
        return not (self.found or self.papers or self.points)

    def prose(self, reached: str) -> str:
        """The text that is to be parsed: blanks, as many, for tables and sheets, and each point of a programme an item.

        What a sheet tells in sentences stays.
        """
        out = list(as_items(reached, self.points))
        for start, end in (span for one in self.found for span in _spans(one, self.text)):
            out[start:end] = "\n\n" + " " * (end - start - 2) if end - start > 1 else " "
        return "".join(out)

    def starts(self) -> list[int]:
        """Where a point of a programme, or an item of a list of papers, begins: never in mid-sentence."""
        return [
            *(point.told for point in self.points if point.told == point.start),
            *(r.start for r in items_of(self.papers)),
        ]

    def rows(self) -> list[range]:
        """The stretches each of which tells of another thing: rows of tables, sheets, items of lists of papers."""
        return _rows(self.found, self.papers)

    def is_caption(self, entry: Entry) -> bool:
        """Whether an entry was read of the caption of a table, which only says what the rows tell."""
        if entry.kind == "event" and entry.type not in ("other", "delivery", "statement"):
            return False
        at = entry.evidence[0].start
        return any(start <= at < end for start, end in self._captions)

    @cached_property
    def _captions(self) -> list[tuple[int, int]]:
        return [(_caption(one, self.text), one.start) for one in self.found]


def rows_of(text: str) -> list[range]:
    """The rows of the layout of ``text``."""
    return _rows(*_found_in(text))


def _rows(found: Iterable[Found], papers: Sequence[Papers]) -> list[range]:
    rows = (row for one in found for row in (one.rows if isinstance(one, Table) else (one.row,)))
    return [*(range(row.start, row.end) for row in rows), *items_of(papers)]


@lru_cache(maxsize=1)  # asked for by the page and by the whole document in turn
def _found_in(text: str) -> tuple[tuple[Found, ...], tuple[Papers, ...]]:
    found = tuple(_tables_and_sheets(text))
    in_rows = [range(one.start, one.end) for one in found if isinstance(one, Table)]
    papers = (one for one in find_papers(text) if not any(one.items[0].start in rows for rows in in_rows))
    return found, tuple(papers)


def _tables_and_sheets(text: str) -> Iterator[Found]:
    """The sheets and tables of ``text``, in its order, without overlaps."""
    sheets: list[Found] = list(find_sheets(text))
    tables: list[Found] = [t for t in find_tables(text) if not any(s.start < t.end and t.start < s.end for s in sheets)]
    yield from sorted([*sheets, *tables], key=lambda found: found.start)


def _spans(found: Found, text: str) -> Iterator[tuple[int, int]]:
    if isinstance(found, Table):
        yield found.start, found.end
        return
    for field in found.row.fields:
        if role_of(field.heading) != "told":
            label = text.rfind(field.heading, max(0, field.cell.start - _LABEL), field.cell.start)
            yield label if label >= 0 else field.cell.start, field.cell.end


def _caption(found: Found, text: str) -> int:
    """Where the lines above that are no sentences begin."""
    begin = max(0, found.start - _FAR)
    start = found.start
    for line in reversed(list(lines_of(text[begin : found.start]))[-_CAPTION:]):
        if _SENTENCE.search(line.text):
            break
        start = line.start + begin
    return start
