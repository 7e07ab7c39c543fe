"""Running heads, feet and page numbers: rows at the edges of pages that stand on other pages at the same place."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise, takewhile

from dragoman.documents.printed.rows import Piece, pieces_of, rows_of
from dragoman.documents.printed.words import Word
from dragoman.documents.words import words

_DEEPEST = 4  # rows from the edge
_PARTED = 1.2  # white space between a running head and the text, in usual steps from row to row
_SAME = 4.0  # points by which the same row of two pages may differ in height
_ROMAN = re.compile(r"[ivxlc]+", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:page|p\.|pg\.)\s*)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:of|/|from)\s*\d{1,4})?\W*", re.IGNORECASE
)
_LONE_NUMBER = re.compile(r"\W*(?:page\s*)?1(?:\s*(?:of|/)\s*1)?\W*", re.IGNORECASE)
_WORDY = 3  # pages on which a row of words and a number that counts must stand


@dataclass(frozen=True)
class _Edge:
    """A row at the edge of a page: its words without their order, and with ``#`` for a number."""

    page: int
    row: tuple[Piece, ...]
    text: str
    height: float
    parted: bool  # from the next row inwards by more white space than rows have between them

    @property
    def key(self) -> tuple[str, ...]:
        if _PAGE_NUMBER.fullmatch(self.text):
            return ("#",)
        return tuple(sorted(_NUMBER.sub("#", word) for word in self.text.lower().split()))

    @property
    def numbers(self) -> frozenset[int]:
        return frozenset(int(number) for number in _NUMBER.findall(self.text) if len(number) < 6)


def without_margins(pages: Sequence[list[Word]]) -> tuple[list[list[Word]], list[str]]:
    """The pages without what is printed around their text, and what that was, each once."""
    sides = [_edges(pages, last=last) for last in (False, True)]
    kept: list[list[Word]] = []
    left_out: dict[str, None] = {}
    running = [_running(edges) for edges in sides]
    for number, page in enumerate(pages):
        gone = {
            id(word): piece.text
            for edges, known in zip(sides, running, strict=True)
            for edge in _outside(edges[number], known, len(pages))
            for piece in edge.row
            for word in piece.words
        }
        left_out |= dict.fromkeys(gone.values())
        kept.append([word for word in page if id(word) not in gone])
    return kept, [text for text in left_out if not _PAGE_NUMBER.fullmatch(text)]


def _outside(edges: Sequence[_Edge], known: _Running, pages: int) -> Sequence[_Edge]:
    """The rows from the edge inwards that run through the pages, up to the white space between them and the text."""
    running = list(takewhile(lambda edge: known.holds(edge) or _is_lone(edge, pages), edges))
    while running and not running[-1].parted and running[-1].key != ("#",):
        running.pop()
    return running


@dataclass(frozen=True)
class _Running:
    """The rows at one edge that stand on another page too: their ids, heights, and how pages are counted in them."""

    ids: frozenset[int]
    heights: frozenset[int]
    counts: frozenset[int]

    def holds(self, edge: _Edge) -> bool:
        """Whether a row is one of them, or stands where they stand and has the number of its page."""
        if id(edge) in self.ids:
            return True
        if not any(abs(edge.height - height) <= _SAME for height in self.heights):
            return False
        return edge.key == ("#",) or any(
            edge.text.split()[at] == str(edge.page + n) for n in self.counts for at in (0, -1)
        )


def _edges(pages: Sequence[list[Word]], *, last: bool) -> list[list[_Edge]]:
    """The rows at the upper or lower edge of each page, the outermost first."""
    edges = []
    for number, page in enumerate(pages):
        rows = rows_of(pieces_of(page))
        if last:
            rows.reverse()
        steps = [abs(two[0].bottom - one[0].bottom) for one, two in pairwise(rows)]
        wide = _PARTED * sorted(steps)[len(steps) // 4] if steps else 0.0  # a page may be half headings
        outer = zip(rows, [*steps, wide], strict=True)
        deepest = min(_DEEPEST, (len(rows) + 1) // 2)
        edges.append([_edge(number, row, step >= wide) for row, step in islice(outer, deepest)])
    return edges


def _edge(page: int, row: list[Piece], parted: bool) -> _Edge:
    return _Edge(page, tuple(row), " ".join(piece.text for piece in row), row[0].bottom, parted)


def _running(edges: Iterable[list[_Edge]]) -> _Running:
    """The rows that stand on another page too."""
    alike: dict[tuple[str, ...], list[_Edge]] = defaultdict(list)
    for page in edges:
        for edge in page:
            alike[edge.key].append(edge)
    running: list[_Edge] = []
    for same in alike.values():
        ordered = sorted(same, key=lambda edge: (edge.height, edge.page))
        for number, edge in enumerate(ordered):
            near = (other for step in (-1, 1) for other in _near(ordered, number, step))
            if any(_is_same(edge, other, len(same)) for other in near):
                running.append(edge)
    counts = Counter(number - edge.page for edge in running for number in edge.numbers)
    return _Running(
        frozenset(map(id, running)),
        frozenset(round(edge.height) for edge in running),
        frozenset(count for count, times in counts.items() if times > 1),
    )


def _near(ordered: Sequence[_Edge], number: int, step: int) -> Iterable[_Edge]:
    """Rows at the height of one of them, up to a dozen."""
    others = ordered[number + 1 : number + 12] if step > 0 else reversed(ordered[max(0, number - 12) : number])
    return takewhile(lambda other: abs(other.height - ordered[number].height) <= _SAME, others)


def _is_same(one: _Edge, other: _Edge, times: int) -> bool:
    """Whether two rows of two pages say the same, or count the pages."""
    if one.page == other.page:
        return False
    if sorted(one.text.lower().split()) == sorted(other.text.lower().split()):
        return True
    if one.key == ("#",) and _is_roman(one) and _is_roman(other):
        return True
    counts = bool({n - one.page for n in one.numbers} & {n - other.page for n in other.numbers})
    if not counts or one.key == ("#",):
        return counts
    if len(one.numbers) > 1:
        return True
    return times >= _WORDY and words("numbered_parts").isdisjoint(one.key)


def _is_roman(edge: _Edge) -> bool:
    return bool(_ROMAN.fullmatch(edge.text.strip(" -–—.()[]")))


def _is_lone(edge: _Edge, pages: int) -> bool:
    """Whether it is the page number of the only page."""
    return pages == 1 and bool(_LONE_NUMBER.fullmatch(edge.text))
