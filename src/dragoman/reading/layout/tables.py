"""Tables in a text: rows of cells parted by bars, tabs, wide gaps or commas, or every cell on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import groupby

from dragoman.reading.layout.cells import Cell, Field, Line, Row, Table, lines_of
from dragoman.reading.layout.headings import tell_of_numbers, tell_of_works
from dragoman.reading.layout.values import is_number, is_time, state_of

_RULE = re.compile(r"[\s|+:=_–—.·-]*(?:-{2,}|={2,}|_{2,}|[–—]{2,})[\s|+:=_–—.·-]*$")
# A gap parts columns; two blanks behind a full stop part sentences, as typewriters did.
_GAP = re.compile(r"(?<![.!?:;,”\"]) {2,}|(?<=[.!?:;,”\"]) {3,}|[ \t]*\t[ \t]*|\u00a0{2,}")
_STATE_AND_SUM = re.compile(
    r"[ \t]*(?:[-*•·▪–] +|\d{1,2}[.)] +)?(?P<state>[A-Z][^:\d\n]{2,40}?)(?::| [–—-]) *(?=[^\n.]*\d)"
)
_LEAST_ROWS = 2
_COLUMNS = range(2, 9)  # of a table with every cell on a line of its own
_LONGEST_CELL, _LONGEST_HEADING = 160, 70  # characters
_LONGEST_LINE = 60  # characters of a cell on a line of its own
_LONGEST_TABLE = 2000  # lines
_SENTENCE = re.compile(r"[a-z]{2}[.!?]\s+[A-Z]|[a-z]{3}[.!?]$")

Cells = list[Cell]


def find_tables(text: str) -> Iterator[Table]:
    """The tables of ``text`` whose headings say what stands in them, in the order of the text."""
    lines = list(lines_of(text))
    end = -1
    for kind, split in (("|", _by_bars), ("\t", _by_tabs), (";", _by_semicolons), ("  ", _by_gaps)):
        if kind not in text:
            continue
        for run in _runs(lines, text, kind, split):
            table = _table(run, text, aligned=kind == "  ", strict=kind in ("  ", ";"))
            if table is not None:
                yield table
                end = max(end, table.end)
    for table in _by_commas(lines, text):
        yield table
        end = max(end, table.end)
    yield from _by_states(lines, text)
    if end < 0:
        yield from _by_lines(lines, text)


# ---------------------------------------------------------------- a list of states


def _by_states(lines: Sequence[Line], text: str) -> Iterator[Table]:
    """Items that name a state and a sum, as a table: "• Japan: USD 3 million"."""
    rows: list[Row] = []
    for line in [*lines, None]:
        found = _STATE_AND_SUM.match(line.text) if line else None
        if line and found and state_of(found["state"]):
            state = Cell.of(text, line.start + found.start("state"), line.start + found.end("state"))
            rows.append(Row((Field("Country", state), Field("Amount", Cell.of(text, state.end + 1, line.end)))))
            continue
        if len(rows) >= _LEAST_ROWS:
            yield Table(rows[0].start, rows[-1].end, tuple(rows))
        rows = []


# ---------------------------------------------------------------- one row a line


def _runs(
    lines: Sequence[Line], text: str, mark: str, split: Callable[[Line, str], Cells]
) -> Iterator[list[tuple[Line, Cells]]]:
    """Stretches of lines that all have several cells; a rule between them is passed over."""
    run: list[tuple[Line, Cells]] = []
    for line in lines:
        if run and _RULE.match(line.text):
            continue
        cells = split(line, text) if mark in line.text.strip() or (mark == "  " and "\t" in line.text) else []
        if len(cells) > 1 and all(len(cell.text) <= _LONGEST_CELL for cell in cells):
            run.append((line, cells))
        else:
            yield run
            run = []
    yield run


def _by_bars(line: Line, text: str) -> Cells:
    bars = [line.start + m.start() for m in re.finditer(r"(?<!\\)\|", line.text)]
    inner = line.text.strip()
    starts = bars if inner.startswith("|") else [line.start - 1, *bars]
    ends = bars[1:] if inner.startswith("|") else bars
    if not inner.endswith("|"):
        ends = [*ends, line.end]
    return [Cell.of(text, a + 1, b) for a, b in zip(starts, ends, strict=False)]


def _by_tabs(line: Line, text: str) -> Cells:
    at, cells = line.start, []
    for part in line.text.split("\t"):
        cells.append(Cell.of(text, at, at + len(part)))
        at += len(part) + 1
    return cells


def _by_semicolons(line: Line, text: str) -> Cells:
    at, cells = line.start, []
    for part in line.text.split(";"):
        cells.append(Cell.of(text, at, at + len(part)))
        at += len(part) + 1
    return cells if max(len(cell.text) for cell in cells) <= _LONGEST_LINE else []


def _by_gaps(line: Line, text: str) -> Cells:
    at = line.start + len(line.text) - len(line.text.lstrip())
    cells = []
    for gap in _GAP.finditer(text, at, line.end):
        cells.append(Cell.of(text, at, gap.start()))
        at = gap.end()
    cells.append(Cell.of(text, at, line.end))
    return [cell for cell in cells if cell.text]


def _by_commas(lines: Sequence[Line], text: str) -> Iterator[Table]:
    """Tables of lines that all have as many cells: "Country, Exports, Imports", "Peru, 30, 4".

    Where blanks follow the commas, a comma without one is part of its number ("1,250").
    """
    for mark in (_COMMA_AND_BLANK, _COMMA):
        for count, group in groupby(lines, lambda line, mark=mark: _commas(line, mark)):  # type: ignore[misc]
            run = [(line, _cells(line, text, mark)) for line in group] if count else []
            while len(run) > _LEAST_ROWS and not _are_labels(run[0][1]):
                run = run[1:]  # the last line of a paragraph above
            if len(run) <= _LEAST_ROWS or not all(any(is_number(c.text) for c in cells[1:]) for _, cells in run[1:]):
                continue
            table = _table(run, text, aligned=False, strict=True)
            if table is not None:
                yield table
                return


_COMMA_AND_BLANK = re.compile(r",[ \t]+(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")  # but for those between quotation marks
_COMMA = re.compile(r",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")
_CROWDED = 400  # characters of a line that is none of a table


def _commas(line: Line, mark: re.Pattern[str]) -> int:
    """How many commas part the cells of a line; none in a sentence."""
    if len(line.text) > _CROWDED or "," not in line.text or line.text.endswith((".", ":", ";", ",")):
        return 0
    return len(mark.findall(line.text))


def _cells(line: Line, text: str, mark: re.Pattern[str]) -> Cells:
    at, cells = line.start, []
    for found in mark.finditer(line.text):
        cells.append(_unquoted(text, at, line.start + found.start()))
        at = line.start + found.end()
    return [*cells, _unquoted(text, at, line.end)]


def _unquoted(text: str, start: int, end: int) -> Cell:
    cell = Cell.of(text, start, end)
    quoted = len(cell.text) > 1 and cell.text[0] == cell.text[-1] == '"'
    return Cell.of(text, cell.start + 1, cell.end - 1) if quoted else cell


def _are_labels(cells: Cells) -> bool:
    """Whether cells can be headings: each begins with a capital, or is a year or a sign."""
    return all(len(c.text) <= _LONGEST_LINE and not (c.text[:1].islower() or is_number(c.text)) for c in cells)


def _table(run: list[tuple[Line, Cells]], text: str, *, aligned: bool, strict: bool) -> Table | None:
    """A run of lines as a table, None if its first line is no line of headings that say something."""
    while len(run) > _LEAST_ROWS and not _is_head(run, aligned=aligned):
        run = run[1:]  # "page 3          Annual report"
    if len(run) < _LEAST_ROWS or len(run) > _LONGEST_TABLE or not _is_head(run, aligned=aligned):
        return None
    (first, head), *body = run
    if aligned and len(head) < max(len(cells) for _, cells in body):
        head = [Cell(first.start, first.start, ""), *head]  # the years over the columns; nothing over the labels
    rows = []
    for line, cells in body:
        placed = _in_columns(head, cells, first, line) if aligned else list(zip(head, cells, strict=False))
        fields = tuple(Field(heading.text, cell) for heading, cell in placed if cell.text)
        if fields:
            rows.append(Row(fields))
    names, numbers = [cell.text for cell in head], _has_numbers(rows)
    of_works = tell_of_works(names) and (numbers or not strict)
    if not of_works and not (numbers and tell_of_numbers(names)):
        return None
    return Table(first.start, body[-1][0].end, tuple(rows))


def _is_head(run: list[tuple[Line, Cells]], *, aligned: bool) -> bool:
    """Whether the first line can be one of headings: short cells, none a number, as many as the rows below have."""
    head = [cell.text for cell in run[0][1]]
    widest = max(len([c for c in cells if c.text] if aligned else cells) for _, cells in run[1:]) if run[1:] else 0
    if any(len(text) > _LONGEST_HEADING or (is_number(text) and not is_time(text)) for text in head):
        return False
    return len(head) >= widest - 1 and any(head) and bool(run[1:]) and sum(map(bool, head)) > 1


def _in_columns(head: Cells, cells: Cells, first: Line, line: Line) -> list[tuple[Cell, Cell]]:
    """Each cell with the heading that it stands under; in a row with a cell for each heading they go in order."""
    if len(cells) == len(head):
        return list(zip(head, cells, strict=True))
    left = [(h, h.start - first.start, h.end - first.start) for h in head]

    def away(cell: Cell, place: tuple[Cell, int, int]) -> int:
        start, end = cell.start - line.start, cell.end - line.start
        return min(abs(start - place[1]), abs(end - place[2]), abs(start + end - place[1] - place[2]) // 2)

    placed = [(min(left, key=partial(away, cell))[0], cell) for cell in cells[1:]]
    return [(head[0], cells[0]), *placed] if cells else []


def _has_numbers(rows: Sequence[Row]) -> bool:
    """Whether most rows hold a number beside their label; aligned lists of names are no tables of ours."""
    having = sum(any(is_number(f.cell.text) or is_time(f.cell.text) for f in row.fields[1:]) for row in rows)
    return having > len(rows) / 2


# ---------------------------------------------------------------- every cell on a line of its own


def _by_lines(lines: Sequence[Line], text: str) -> Iterator[Table]:
    """Tables of which every cell has become a line."""
    for short, group in groupby(lines, lambda line: len(line.text.strip()) <= _LONGEST_LINE and _is_cell(line.text)):
        run = list(group)
        at = 0
        while short and len(run) - at > _LEAST_ROWS * 2:
            found = next(filter(None, (_with_columns(run, at, n, text) for n in _COLUMNS)), None)
            if found:
                yield found[0]
            at += found[1] if found else 1


def _is_cell(line: str) -> bool:
    return not _SENTENCE.search(line) and ": " not in line


def _with_columns(run: list[Line], at: int, columns: int, text: str) -> tuple[Table, int] | None:
    """The table of so many columns that begins at a line, and how many lines it takes."""
    head = [Cell.of(text, line.start, line.end) for line in run[at : at + columns]]
    sorts = [_sort(cell.text) for cell in head]
    if sorts[0] != "text" or "number" in sorts or not _say_something([cell.text for cell in head]):
        return None
    kept: list[Row] = []
    pattern: list[str] = []
    for start in range(at + columns, len(run) - columns + 1, columns):
        cells = [Cell.of(text, line.start, line.end) for line in run[start : start + columns]]
        sorts = [_sort(cell.text) for cell in cells]
        pattern = pattern or sorts
        if sorts != pattern or sorts[0] == "number" or "number" not in sorts[1:]:
            break
        kept.append(Row(tuple(Field(h.text, cell) for h, cell in zip(head, cells, strict=True))))
    if len(kept) < _LEAST_ROWS:
        return None
    return Table(head[0].start, kept[-1].end, tuple(kept)), columns * (len(kept) + 1)


def _say_something(headings: Sequence[str]) -> bool:
    return tell_of_works(headings) or tell_of_numbers(headings)


def _sort(text: str) -> str:
    return "time" if is_time(text) else "number" if is_number(text) else "text"
