"""The order in which the words of a page are read: columns one after the other, rows of tables as rows.

White space that runs down a page parts columns or the columns of a table. What was written into the file first the one
side and then the other are columns; what was written from side to side is a table, unless it is long lines that fill
their width, as some programs write columns.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from dragoman.documents.printed.rows import Piece, gutter, pieces_of, rows_of
from dragoman.documents.printed.words import Word
from dragoman.documents.tables import as_rows

_LEAST_ROWS = 2
_FEW_ROWS = 4  # fewer rows than these are a table only if the white space between its columns is wider
_PROSE = 25  # signs of a line of a column of running text, at least
_FULL = 0.85  # such a line fills this share of the width of its column
_BAND = 2.2  # height, in sizes of the type, of white space that parts what stands above it from what is below
_DEEPEST = 8  # columns within columns
# A page of a newspaper has a thousand pieces, a map has more. Most of a column begin at one place.
_MOST_PIECES, _MOST_EDGES = 1500, 60
_FAR = 8.0  # white space in sizes of the type behind which a line of its own stands (a date at the right margin)


@dataclass(frozen=True)
class Area:
    """Lines that are read one below the other, or a ``block``: the rows of a table, or labels with what they label."""

    lines: tuple[Piece, ...] = ()
    block: str = ""


@dataclass(frozen=True)
class _Cut:
    """White space between ``left`` and ``right`` with what stands above, below and beside it."""

    left: list[Piece]
    right: list[Piece]
    above: list[Piece]
    below: list[Piece]
    width: float

    @property
    def rows(self) -> int:
        return min(len(rows_of(self.left)), len(rows_of(self.right)))


@dataclass(frozen=True)
class _Band:
    """A stretch of heights that is white from side to side, or that a line takes."""

    top: float
    bottom: float
    is_line: bool = False


@dataclass(frozen=True)
class _Reach:
    """A stretch of heights; it is open if no line across follows it."""

    top: float
    bottom: float
    is_open: bool


def areas_of(words: Sequence[Word]) -> list[Area]:
    """The areas of a page in the order of reading."""
    pieces = pieces_of(words)
    return _areas(pieces, _DEEPEST if len(pieces) <= _MOST_PIECES else 0)


def _areas(pieces: list[Piece], depth: int) -> list[Area]:
    if not pieces:
        return []
    cut = _cut(pieces) if depth and len(pieces) > _LEAST_ROWS else None
    if cut is None:
        return [Area(lines=tuple(_lines(pieces)))]
    if _are_columns(cut):
        cut = _without_heads(cut)
        middle = [*_areas(cut.left, depth - 1), *_areas(cut.right, depth - 1)]
    else:
        cut = _trimmed(cut)
        middle = [_table([*cut.left, *cut.right])]
    return [*_areas(cut.above, depth - 1), *middle, *_areas(cut.below, depth - 1)]


# ---------------------------------------------------------------- white space


def _cut(pieces: list[Piece]) -> _Cut | None:
    """The white space that has the most rows on both sides; the widest of those."""
    least, bands = gutter(pieces), _bands(pieces)
    best: tuple[int, float] = (0, 0.0)
    found: _Cut | None = None
    leftmost = min(piece.left for piece in pieces)
    edges = Counter(round(piece.left, 1) for piece in pieces if piece.left > leftmost + 1)
    for edge, _ in edges.most_common(_MOST_EDGES):
        for reach in _reaches(pieces, edge, least, bands):
            cut = _beside(pieces, edge, reach)
            if cut is None or (cut.rows, cut.width) <= best or not _is_whole(cut):
                continue
            best, found = (cut.rows, cut.width), cut
    return found


def _bands(pieces: list[Piece]) -> list[_Band]:
    """White space that goes across everything, from side to side."""
    least = _BAND * median(piece.size for piece in pieces)
    bands, reached = [], float("inf")
    for piece in sorted(pieces, key=lambda piece: piece.top):
        if piece.top - reached > least:
            bands.append(_Band(reached, piece.top))
        reached = piece.bottom if reached == float("inf") else max(reached, piece.bottom)
    return bands


def _reaches(pieces: list[Piece], edge: float, least: float, bands: list[_Band]) -> Iterator[_Reach]:
    """The heights between which nothing stands in the white space at the left of ``edge``."""
    lines = [
        _Band(p.top, p.bottom, is_line=True) for p in pieces if p.left < edge - 0.5 and p.right > edge - least + 0.5
    ]
    lowest = min(
        max((p.top for p in pieces if (p.left >= edge - 0.5) is side), default=float("-inf")) for side in (True, False)
    )
    # Below the last of white space both sides go on, or it is the shorter side that has come to its end.
    ends = sorted([*lines, *(band for band in bands if band.bottom <= lowest + 1)], key=lambda band: band.top)
    top = float("-inf")
    for end in [*ends, _Band(float("inf"), float("inf"))]:
        if end.top - top >= _LEAST_ROWS * least:
            yield _Reach(top, end.top, is_open=not end.is_line)
        top = max(top, end.bottom)


def _beside(pieces: list[Piece], edge: float, reach: _Reach) -> _Cut | None:
    """What stands on both sides of ``edge`` within a reach of heights, None if that is no two rows on each side."""
    within = [p for p in pieces if p.top >= reach.top - 1 and p.bottom <= reach.bottom + 1]
    right = [p for p in within if p.left >= edge - 0.5]
    left = [p for p in within if p.left < edge - 0.5]
    if min(len(left), len(right)) < _LEAST_ROWS or any(p.right > edge for p in left):
        return None
    # What stands at the right alone comes before; what stands at the left alone behind, if lines across follow it.
    top = min(p.top for p in left) - 1
    bottom = float("inf") if reach.is_open else max(p.bottom for p in right) + 1
    right = [p for p in right if p.bottom > top]
    left = [p for p in left if p.top < bottom]
    if min(len(left), len(right)) < _LEAST_ROWS:
        return None
    first, last = min(p.top for p in [*left, *right]), max(p.bottom for p in [*left, *right])
    taken = {id(p) for p in [*left, *right]}
    others = [p for p in pieces if id(p) not in taken]
    above = [p for p in others if p.top + p.bottom < first + last]
    below = [p for p in others if p.top + p.bottom >= first + last]
    return _Cut(left, right, above, below, min(p.left for p in right) - max(p.right for p in left))


def _is_whole(cut: _Cut) -> bool:
    """Whether the two sides are columns, or a table with rows of which several have a cell on both sides."""
    if _are_columns(cut):
        return True
    shared = sum(any(a.over(b) for b in cut.right) for a in cut.left)
    size = median(p.size for p in [*cut.left, *cut.right])
    return shared >= _FEW_ROWS or (shared >= _LEAST_ROWS and cut.width >= size)


def _are_columns(cut: _Cut) -> bool:
    changes = _changes(cut)
    if changes <= max(1, cut.rows // 5):
        return True
    if not (_is_long(cut.left) and _is_long(cut.right)):
        return False
    if changes == 3 and _changes(_without_heads(cut)) == 1:
        return True
    return changes >= cut.rows >= _FEW_ROWS and _is_full(cut.left) and _is_full(cut.right)


def _changes(cut: _Cut) -> int:
    """How often the one side was left for the other when the file was written."""
    sides = sorted([*((p.index, 0) for p in cut.left), *((p.index, 1) for p in cut.right)])
    return sum(one[1] != two[1] for one, two in pairwise(sides))


def _trimmed(cut: _Cut) -> _Cut:
    """Without the lines at the left that stand above and below all rows that have a cell on both sides."""
    rows = rows_of([*cut.left, *cut.right])
    both = [number for number, row in enumerate(rows) if _has_both(row, cut)] or [0, len(rows) - 1]
    first, last = both[0], both[-1]
    written = max(piece.index for piece in rows[last])
    while last + 1 < len(rows) and rows[last + 1][0].index < written:
        last += 1  # the next line of a cell, written before the cell beside it
    inside = {id(piece) for row in rows[first : last + 1] for piece in row}
    return replace(
        cut,
        left=[p for p in cut.left if id(p) in inside],
        right=[p for p in cut.right if id(p) in inside],
        above=[*cut.above, *(p for row in rows[:first] for p in row)],
        below=[*(p for row in rows[last + 1 :] for p in row), *cut.below],
    )


def _has_both(row: Sequence[Piece], cut: _Cut) -> bool:
    edge = min(p.left for p in cut.right)
    return row[0].left < edge - 0.5 and row[-1].left >= edge - 0.5


def _without_heads(cut: _Cut) -> _Cut:
    """Without the first row if it was written, at the right too, before the left column was: it stands over both."""
    written, first = max(p.index for p in cut.left), rows_of([*cut.left, *cut.right])[0]
    strays = [p for p in cut.right if p.index < written]
    heads = {id(p) for p in first}
    left, right = ([p for p in side if id(p) not in heads] for side in (cut.left, cut.right))
    if strays and left and right and all(id(p) in heads for p in strays):
        return replace(cut, left=left, right=right, above=[*cut.above, *first])
    return cut


def _is_long(pieces: list[Piece]) -> bool:
    """Whether most lines are as long as those of running text."""
    return median(sum(len(p.text) for p in row) for row in rows_of(pieces)) >= _PROSE


def _is_full(pieces: list[Piece]) -> bool:
    """Whether most lines fill the width of their column, as those of running text do."""
    width = _FULL * (max(p.right for p in pieces) - min(p.left for p in pieces))
    rows = rows_of(pieces)
    return sum(row[-1].right - row[0].left >= width for row in rows) >= 0.6 * len(rows)


# ---------------------------------------------------------------- lines and tables


def _lines(pieces: list[Piece]) -> list[Piece]:
    """The rows as lines; what stands far to the right of the rest of its row is a line of its own."""
    lines: list[Piece] = []
    for row in rows_of(pieces):
        words = list(row[0].words)
        for piece in row[1:]:
            if piece.left - words[-1].right > _FAR * piece.size:
                lines.append(Piece(tuple(words)))
                words = []
            words.extend(piece.words)
        lines.append(Piece(tuple(words)))
    return lines


def _table(pieces: list[Piece]) -> Area:
    """Rows of cells; a cell of several lines is one cell, since it was written in one go."""
    starts = _columns(pieces)
    rows: list[list[list[Piece]]] = []
    last = -1
    for piece in sorted(pieces, key=lambda piece: piece.index):
        column = sum(start <= piece.left + 0.5 for start in starts) - 1
        same_cell = rows and column == last and _follows(rows[-1][column], piece)
        if not rows or column < last or (column == last and not same_cell):
            rows.append([[] for _ in starts])
        rows[-1][column].append(piece)
        last = column
    cells = [[" ".join(piece.text for piece in cell) for cell in row] for row in rows]
    if len(starts) == 2 and sum(row[0].endswith(":") for row in cells) > len(cells) / 2:
        return Area(block="\n".join(" ".join(row).strip() for row in cells))
    return Area(block=as_rows(cells))


def _columns(pieces: list[Piece]) -> list[float]:
    """Where the columns of a table begin: behind white space that no piece stands in."""
    starts: list[float] = []
    reached = float("-inf")
    for piece in sorted(pieces, key=lambda piece: piece.left):
        if piece.left - reached > 0.5 * piece.size:
            starts.append(piece.left)
        reached = max(reached, piece.right)
    return starts


def _follows(cell: list[Piece], piece: Piece) -> bool:
    """Whether a piece is the next line of a cell, or stands on its last line."""
    return bool(cell) and piece.top - cell[-1].top < 1.6 * (piece.bottom - piece.top)
