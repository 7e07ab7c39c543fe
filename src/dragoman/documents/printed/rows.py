"""Words put together to pieces and rows of a page, before anything is known of its columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from dragoman.documents.printed.words import Word

GUTTER = 0.9  # white space, in sizes of the type, that may part columns; justified lines seldom have as much
_BELOW = 0.22  # what hangs below the line ("g", "p"), in sizes of the type, in most types
_ONE_LINE = 0.4  # sizes of the smaller type by which the lines of two pieces of one line may differ
_MARK_GAP = 5.0  # as much white space may stand behind the mark of a list
LIST_MARK = re.compile(r"[•·▪◦‣●○■□►➢✓*–—-]$|\(?(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,5})[.)]$")
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?$")


@dataclass(frozen=True)
class Piece:
    """Words on one line, written one after the other without a gap as wide as one between columns."""

    words: tuple[Word, ...]

    @cached_property
    def text(self) -> str:
        """Its words with blanks between them."""
        return " ".join(word.text for word in self.words)

    @cached_property
    def left(self) -> float:
        """Where its first word begins."""
        return min(word.left for word in self.words)

    @cached_property
    def right(self) -> float:
        """Where its last word ends."""
        return max(word.right for word in self.words)

    @cached_property
    def top(self) -> float:
        """The upper edge of most of its words."""
        return median(word.top for word in self.words)

    @cached_property
    def bottom(self) -> float:
        """The lower edge of most of its words."""
        return median(word.bottom for word in self.words)

    @cached_property
    def size(self) -> float:
        """The size of the type of most of its words."""
        return median(word.size for word in self.words)

    @property
    def index(self) -> int:
        """When it was written."""
        return self.words[0].index

    def over(self, other: Piece) -> bool:
        """Whether the two stand on one line."""
        return abs(self.line - other.line) < _ONE_LINE * min(self.size, other.size)

    @property
    def line(self) -> float:
        """About where the line is that its letters stand on."""
        return self.bottom - _BELOW * self.size


def pieces_of(words: Iterable[Word]) -> list[Piece]:
    """Put together what was written one after the other on one line."""
    pieces: list[Piece] = []
    run: list[Word] = []
    for word in words:
        if run and not _goes_on(run, word):
            pieces.append(Piece(tuple(run)))
            run = []
        run.append(word)
    return [*pieces, Piece(tuple(run))] if run else pieces


def rows_of(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Pieces at one height, from the top to the bottom, each row from left to right."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: piece.line):
        if rows and rows[-1][0].over(piece):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda piece: piece.left) for row in rows]


def gutter(pieces: Sequence[Piece]) -> float:
    """The white space in points that may part columns of these pieces."""
    return GUTTER * median(piece.size for piece in pieces)


def _goes_on(run: Sequence[Word], word: Word) -> bool:
    last = run[-1]
    size = max(last.size, word.size)
    gap = word.left - last.right
    shared = min(last.bottom, word.bottom) - max(last.top, word.top)
    if shared < 0.5 * min(last.bottom - last.top, word.bottom - word.top) or gap < -0.5 * size:
        return False
    return gap < (_MARK_GAP if len(run) == 1 and _is_mark(last.text, word.text) else GUTTER) * size


def _is_mark(text: str, following: str) -> bool:
    """Whether a word is the mark of an item, or the number of a heading."""
    return bool(LIST_MARK.match(text) or (_NUMBER.match(text) and following[0].isalpha()))
