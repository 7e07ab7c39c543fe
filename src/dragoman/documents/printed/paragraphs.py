"""Lines to paragraphs, across the ends of lines, columns and pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median, median_low

from dragoman.documents.lines import ends_sentence
from dragoman.documents.printed.areas import Area
from dragoman.documents.printed.hyphens import joined, vocabulary
from dragoman.documents.printed.rows import LIST_MARK, Piece
from dragoman.documents.words import words

_GAP = 1.35  # heights of a line, from line to line, above which a new paragraph begins
_LEADING = 1.25  # the way from line to line, in heights of the type, where too few lines tell it
_FEW = 4  # steps from line to line that do not yet tell what is usual
_OTHER_SIZE = 0.08  # share by which the type of another paragraph differs
_SMALL = 0.93  # type of footnotes and captions, as a share of that of the text
_INDENT = 0.8, 6.0  # in sizes of the type, that of a first line
_BULLET = re.compile(r"[•·▪◦‣●○■□►➢✓*]\s*|[–—-]\s+")


@dataclass(frozen=True)
class _Usual:
    """The size of most lines, the way from one of them to the next, and their left margin."""

    size: float
    step: float
    left: float = 0.0


@dataclass
class _Paragraph:
    """Text so far, with the last line and the area that it stands in."""

    text: str
    line: Piece
    right: float
    size: float
    is_item: bool = False
    is_table: bool = False
    left: float = 0.0
    is_short: bool = True  # of one line


def text_of(areas: Sequence[Area]) -> str:
    """The text of the areas of all pages, paragraphs parted by an empty line."""
    known = vocabulary(line.text for area in areas for line in area.lines)
    usual = _usual_of_all(areas)
    found: list[_Paragraph] = []
    for area in areas:
        if area.block:
            found.append(_Paragraph(area.block, Piece(()), 0.0, 0.0, is_table=True))
        else:
            _read(area, found, known, usual)
    out = ""
    for before, paragraph in zip([None, *found], found, strict=False):
        close = before and before.is_item and paragraph.is_item
        out += ("" if before is None else "\n" if close else "\n\n") + paragraph.text
    return out


def _read(area: Area, found: list[_Paragraph], known: Counter[str], of_all: _Usual) -> None:
    """Add the lines of an area to the last paragraph, or as new ones."""
    usual, right = _usual_among(area.lines, of_all), max(line.right for line in area.lines)
    current = _left_open(found, of_all.size)
    if current and not _goes_on_behind(current, area.lines[0]):
        current = None
    for number, line in enumerate(area.lines):
        if current and number:
            margin = _right_of(area.lines, number - 1, right, usual)
            following = area.lines[number + 1] if number + 1 < len(area.lines) else None
            if _begins(current, line, usual, margin) or _is_first(current, line, following, usual):
                current = None
        if current:
            current.text = joined(current.text, line.text, known)
            current.line, current.right, current.is_short = line, right, False
            continue
        bullet = _BULLET.match(line.text)
        text = f"- {line.text[bullet.end() :]}" if bullet and bullet.end() < len(line.text) else line.text
        current = _Paragraph(text, line, right, line.size, _is_item(line), left=line.left)
        found.append(current)


# ---------------------------------------------------------------- within an area


def _begins(current: _Paragraph, line: Piece, usual: _Usual, right: float) -> bool:
    """Whether a new paragraph begins with ``line``, below the last one of ``current``."""
    last = current.line
    if not _are_close(last, line, usual):
        return True
    if _BULLET.match(line.text) or (_is_item(line) and (current.is_item or ends_sentence(last.text))):
        return True
    if current.is_item and line.left < current.left - 1:
        return True
    if current.is_item and last.left > current.left + 1 and line.left < last.left - 1:
        return True  # back from under the words of the item
    ended = ends_sentence(last.text)
    if not ended and _continues(last.text, line.text):
        return False
    if ended and not _is_item(last) and _INDENT[0] * line.size < line.left - last.left < _INDENT[1] * line.size:
        return True
    return _would_fit(last, line, right) or _are_flush_right(last, line, usual.left)


def _is_first(current: _Paragraph, line: Piece, following: Piece | None, usual: _Usual) -> bool:
    """Whether ``line`` is indented as the only line of ``current`` is, and the one that follows is not."""
    if following is None or current.is_item or not current.is_short or _is_item(following):
        return False
    indent = usual.left + _INDENT[0] * line.size
    return line.left > indent > following.left and _are_close(line, following, usual)


def _are_flush_right(last: Piece, line: Piece, left: float) -> bool:
    """Whether lines far from the left end at one place and begin at two, as those of a letterhead at the right do."""
    far = min(last.left, line.left) - left > _INDENT[1] * line.size
    return far and abs(last.right - line.right) < 1 and abs(last.left - line.left) > 0.5 * line.size


def _continues(text: str, following: str) -> bool:
    return following[0].islower() or text.endswith(("-", ",")) or text.split()[-1].lower() in words("function_words")


def _would_fit(last: Piece, line: Piece, right: float) -> bool:
    """Whether the first word of a line would have had room on the one before: then a person ended that one."""
    first = line.words[0]
    return last.right + first.right - first.left + 0.35 * line.size < right


def _right_of(lines: Sequence[Piece], number: int, right: float, usual: _Usual) -> float:
    """The right margin of a line: that of the lines around it, if two of them end there, as justified ones do."""
    first = last = number
    while first > 0 and _are_close(lines[first - 1], lines[first], usual):
        first -= 1
    while last + 1 < len(lines) and _are_close(lines[last], lines[last + 1], usual):
        last += 1
    ends = sorted((line.right for line in lines[first : last + 1]), reverse=True)
    return ends[0] if len(ends) > 2 and ends[0] - ends[1] < 2 else right


def _are_close(one: Piece, two: Piece, usual: _Usual) -> bool:
    """Whether two lines are of one type and as far from one another as lines of a paragraph are."""
    step = usual.step if not _differs(one.size, usual.size) else _LEADING * (one.bottom - one.top)
    return not _differs(one.size, two.size) and two.bottom - one.bottom <= _GAP * step


def _is_item(line: Piece) -> bool:
    return bool(_BULLET.match(line.text)) or bool(len(line.words) > 1 and LIST_MARK.match(line.words[0].text))


def _differs(size: float, other: float) -> bool:
    return abs(size - other) > _OTHER_SIZE * max(size, other)


def _usual_among(lines: Sequence[Piece], of_all: _Usual) -> _Usual:
    """What is usual among these lines; where they are few, what is usual in the whole document."""
    size, height = median(line.size for line in lines), median(line.bottom - line.top for line in lines)
    left, steps = min(line.left for line in lines), [step for step in _steps(lines) if step < 2.5 * height]
    if len(steps) < _FEW and of_all and not _differs(size, of_all.size):
        return replace(of_all, left=left)
    return _Usual(size, median_low(steps) if steps else _LEADING * height, left)


def _steps(lines: Iterable[Piece]) -> Iterator[float]:
    for one, two in pairwise(lines):
        if two.bottom > one.bottom and not _differs(one.size, two.size):
            yield two.bottom - one.bottom


def _usual_of_all(areas: Sequence[Area]) -> _Usual:
    """What is usual in the document, of lines in the type that most of its signs have."""
    signs: Counter[float] = Counter()
    for line in (line for area in areas for line in area.lines):
        signs[round(line.size * 2) / 2] += len(line.text)
    size = signs.most_common(1)[0][0] if signs else 1.0
    bodies = [[line for line in area.lines if not _differs(line.size, size)] for area in areas]
    steps = [step for lines in bodies for step in _steps(lines) if step < 2.5 * size]
    return _Usual(size, median_low(steps) if steps else _LEADING * size)


# ---------------------------------------------------------------- from one area to the next


def _left_open(found: Sequence[_Paragraph], body: float) -> _Paragraph | None:
    """The last paragraph of the text itself, past footnotes and tables, if its last sentence has no end."""
    for paragraph in reversed(found):
        if paragraph.is_table or paragraph.size < _SMALL * body:
            continue
        return None if ends_sentence(paragraph.text) or _differs(paragraph.size, body) else paragraph
    return None


def _goes_on_behind(current: _Paragraph, line: Piece) -> bool:
    """Whether a line in the next column, or on the next page, goes on with ``current``."""
    if _differs(current.size, line.size) or _is_item(line):
        return False
    return _continues(current.text, line.text) or not _would_fit(current.line, line, current.right)
