"""The words of a page and where they stand: in points, from left and top, the page turned so that one can read it."""

from __future__ import annotations

import ctypes
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]
from pypdfium2 import PdfPage, PdfTextPage

_BREAKS = frozenset("\r\n\t\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029")
_HYPHENS = {"\x02": "-", "\ufffe": "-", "\u00ad": "-", "\u2010": "-"}  # as PDFium hands out a hyphen at a line's end
_LINE_ENDS = frozenset({0x02, 0xFFFE})  # such a hyphen stands at the end of a line, and no blank follows it
_BULLETS = dict.fromkeys("\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf06c\uf06e", "•")  # as the symbol fonts of Word number them
_LIGATURES = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
_RAISED = 0.15  # how far the mark of a footnote stands above the line, in sizes of the type of its word
_TOUCH = 0.1  # white space, in sizes of the type, that is none
_MARK = re.compile(r"(?:\d{1,3}|[*†‡]+)$")
_POWER = re.compile(r"(?:\b10|\b[kcm]?m)$")  # what is raised behind it is a power: "10⁶", "km²"
_NOTE = re.compile(r"(?:\d{1,3}|[*†‡]+)(?=[^\W\d_]|[“\"'‘(])")
_MOST = 200_000  # characters of a page; a page of small print has a tenth of that

type _Box = tuple[float, float, float, float]
type _Turn = Callable[[_Box], _Box]


@dataclass(frozen=True, slots=True)
class Word:
    """Signs without a blank between them. ``index`` tells when they were written: the order of the file."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    index: int

    @property
    def middle(self) -> float:
        """The height at which it stands."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class _Sign:
    text: str
    index: int
    angle: int  # quarter turns with the clock


def words_of(page: PdfPage) -> list[Word]:
    """The words of ``page`` in the order of the file, without those that run another way than most, as stamps do."""
    text = page.get_textpage()
    try:
        runs = [run for run in _runs(text) if any(not sign.text.isspace() for sign in run)]
        if not runs:
            return []
        angle = Counter(run[0].angle for run in runs for _ in run).most_common(1)[0][0]
        width, height = page.get_size() if not page.get_rotation() % 180 else reversed(page.get_size())
        turn = partial(_turned, angle=angle)
        found = (word for run in runs if run[0].angle == angle for word in _words(text, run, turn))
        outside = 2 * max(width, height)
        return _with_hyphens(word for word in found if abs(word.left) < outside and abs(word.top) < outside)
    finally:
        text.close()


def _with_hyphens(words: Iterable[Word]) -> list[Word]:
    """A hyphen that hangs over the margin is told apart from the word that it touches: put them together."""
    joined: list[Word] = []
    for word in words:
        last = joined[-1] if joined else None
        if (
            last
            and word.text == "-"
            and abs(word.left - last.right) < _TOUCH * word.size
            and last.top < word.middle < last.bottom
        ):
            joined[-1] = replace(last, text=f"{last.text}-", right=word.right)
        else:
            joined.append(word)
    return joined


def _runs(text: PdfTextPage) -> Iterator[list[_Sign]]:
    """Signs that follow one another without a blank."""
    run: list[_Sign] = []
    for index in range(min(text.count_chars(), _MOST)):
        sign = _sign(text, index)
        if sign is None:
            if run:
                yield run
            run = []
        elif sign.text:
            run.append(sign)
            if pdfium.FPDFText_GetUnicode(text, index) in _LINE_ENDS:
                yield run
                run = []
    if run:
        yield run


def _sign(text: PdfTextPage, index: int) -> _Sign | None:
    """A sign; None for a blank, one without text for what is not printed."""
    code = pdfium.FPDFText_GetUnicode(text, index)
    sign = chr(code) if 0 < code < 0x110000 else ""
    sign = _HYPHENS.get(sign) or _BULLETS.get(sign) or _LIGATURES.get(sign) or sign
    if sign.isspace() or sign in _BREAKS:
        return None
    if sign and unicodedata.category(sign[0]) in ("Cc", "Cf", "Cn", "Co", "Cs"):
        sign = ""
    turn = pdfium.FPDFText_GetCharAngle(text, index) if sign else 0.0
    return _Sign(sign, index, round(turn / (math.pi / 2)) % 4)


def _words(text: PdfTextPage, run: list[_Sign], turn: _Turn) -> Iterator[Word]:
    """The word of a run; the mark of a footnote behind it is left out, and the one before a footnote stands apart."""
    words = "".join(sign.text for sign in run)
    plain = len(run) == len(words) and run[0].angle == 0
    size = _size(text, run[-1])
    if plain and (mark := _NOTE.match(words)) and _is_raised(text, run[-1], run[0], size):
        yield from _word(text, run[: mark.end()], turn, f"{mark[0]})")
        run, words = run[mark.end() :], words[mark.end() :]
    elif plain and (mark := _MARK.search(words)):
        size = _size(text, run[0])
        raised = (at for at in range(max(mark.start(), 1), len(run)) if _is_raised(text, run[0], run[at], size))
        end = next(raised, len(run))
        if not _POWER.search(words[:end]):
            run, words = run[:end], words[:end]
    yield from _word(text, run, turn, words)


def _word(text: PdfTextPage, run: list[_Sign], turn: _Turn, words: str) -> Iterator[Word]:
    box, end = turn(_box(text, run[0])), turn(_box(text, run[-1]))
    if all(map(math.isfinite, (*box, *end))):
        edges = min(box[0], end[0]), min(box[1], end[1]), max(box[2], end[2]), max(box[3], end[3])
        yield Word(words, *edges, _size(text, run[0]) or box[3] - box[1], run[0].index)


def _is_raised(text: PdfTextPage, letter: _Sign, mark: _Sign, size: float) -> bool:
    """Whether the ink of a mark begins well above the line that a letter stands on."""
    x, line, low, other = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharOrigin(text, letter.index, ctypes.byref(x), ctypes.byref(line))
    pdfium.FPDFText_GetCharBox(text, mark.index, *map(ctypes.byref, (other, x, low, other)))
    return bool(low.value - line.value > _RAISED * size)


def _size(text: PdfTextPage, sign: _Sign) -> float:
    """The height of the type, in points. What the file calls its size may be scaled; the box of the sign tells it."""
    left, low, right, high = _box(text, sign)
    return float(high - low if sign.angle % 2 == 0 else right - left)


def _box(text: PdfTextPage, sign: _Sign) -> _Box:
    """Left, bottom, right and top of the room that a sign of its type takes."""
    rect = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(text, sign.index, ctypes.byref(rect))
    return rect.left, rect.bottom, rect.right, rect.top


def _turned(box: _Box, *, angle: int) -> _Box:
    """Left, top, right and bottom of a box on a page that is turned so that its words stand upright."""
    left, low, right, high = box
    match angle:
        case 1:
            return -high, -right, -low, -left
        case 2:
            return -right, low, -left, high
        case 3:
            return low, left, high, right
        case _:
            return left, -high, right, -low
