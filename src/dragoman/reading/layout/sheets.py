"""Sheets: labelled lines on one thing, "Project: …", "Amount: …", "Status: …", under each other or in one line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dragoman.reading.layout.cells import Cell, Field, Line, Row, Sheet, lines_of
from dragoman.reading.layout.headings import Role, instrument_in, role_of

_LABEL = r"[^\W\d_](?:(?! [/•·-] )[^:;|\t\n–—]){1,44}?"
_LEAD = r"[ \t]*(?:[-*•–·▪■]+[ \t]+|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)][ \t]+|\|[ \t]*|\#+[ \t]+)?(?:\*\*|__)?"
# "Amount: 5", "**Amount**: 5", "| Amount | 5 |", "Amount<tab>5", "Amount      5"; "Amount – 5" if the label is no more.
_LABELLED = re.compile(
    rf"{_LEAD}(?P<label>{_LABEL})(?:\*\*|__)?[ \t]*"
    rf"(?:(?P<sure>:)(?:\*\*|__)?|(?P<loose>[ \t][–—-](?=[ \t])|\||\t|[ ]{{3,}}))[ \t|]*(?P<value>\S.*?)?[ \t|]*$"
)
# The blanks before a label are taken whole: else a long run of them is tried from each of them anew.
_INSIDE = re.compile(rf"(?:^[ \t]*+|[;|/•·.,][ \t]++|(?<![ \t])[ \t]{{2,}}+)(?P<label>{_LABEL}):[ \t]+(?=\S)")
_MARK = re.compile(r": |:\*|[|\t–—]|\S {3}")
_BULLET = re.compile(r"[ \t]*[-*•–·▪■]+[ \t]+")
_UNLABELLED = "project"  # what stands before the first label of a line
_LEAST_FIELDS = 3
_LONGEST_HEADING = 150  # characters
_SENTENCE = re.compile(r"[a-z]{2}[.!?][\"”’)]*$")
_MONEY: tuple[Role, ...] = ("sum", "cost")
_BESIDE: frozenset[Role] = frozenset(
    ("giver", "taker", "doer", "stage", "signed", "decided", "begin", "end", "period", "terms", "form", "force")
)


@dataclass
class _Open:
    """The labelled lines of a sheet that is not closed yet."""

    heading: Cell | None = None
    fields: list[Field] = field(default_factory=list)
    start: int = 0

    def has(self, label: str) -> bool:
        """Whether a line has that label already: another thing begins with it."""
        return any(one.heading.casefold() == label.casefold() for one in self.fields)


def find_sheets(text: str) -> Iterator[Sheet]:
    """The sheets of ``text`` that say enough of a piece of work or a treaty, in the order of the text."""
    lines = list(lines_of(text))
    now, before = _Open(), None
    for line, fields in _labelled(lines, text):
        if fields:
            if now.has(fields[0].heading):
                yield from _closed(now)
                now = _Open(_heading(before, text))
            elif not now.fields:
                now.heading = _heading(before, text)
            now.fields += fields
        elif now.fields and before and _goes_on(before, line, now.fields[-1], text):
            last = now.fields.pop()
            now.fields.append(Field(last.heading, Cell.of(text, last.cell.start, line.end)))
        elif now.fields and not _is_labelled(line):
            yield from _closed(now)
            now = _Open()
        before = line
    yield from _closed(now)


def _labelled(lines: Sequence[Line], text: str) -> Iterator[tuple[Line, list[Field]]]:
    """The lines with the fields in each; a label that is a line of its own takes the line behind it."""
    at = 0
    while at < len(lines):
        line = lines[at]
        fields = _fields(line, text)
        following = lines[at + 1] if at + 1 < len(lines) else None
        if not fields and following and _is_bare_label(line) and not _is_bare_label(following):
            bullet = _BULLET.match(following.text)
            value = Cell.of(text, following.start + (bullet.end() if bullet else 0), following.end)
            if not _fields(following, text):
                yield following, [Field(line.text.strip(" \t:*#•-"), value)]
                at += 2
                continue
        yield line, fields
        at += 1


def _is_bare_label(line: Line) -> bool:
    return len(line.text) < 50 and role_of(line.text.strip(" \t:*#•-"), whole=True) is not None


def _fields(line: Line, text: str) -> list[Field]:
    if not _MARK.search(line.text):  # most lines
        return []
    inside = [m for m in _INSIDE.finditer(line.text) if role_of(m["label"])]
    if len(inside) > 1:
        ends = [m.start() for m in inside[1:]] + [len(line.text)]
        spans = [(m["label"].strip(), line.start + m.end(), line.start + e) for m, e in zip(inside, ends, strict=True)]
        if before := line.text[: inside[0].start()].strip(" \t-*•/|;"):  # "Small Towns / Funding: …"
            start = line.start + line.text.index(before)
            spans.insert(0, (_UNLABELLED, start, start + len(before)))
        return [Field(label, Cell.of(text, start, end)) for label, start, end in spans]
    found = _LABELLED.match(line.text)
    if not found or not found["value"] or "|" in found["value"]:
        return []
    label = found["label"].strip(" *_")
    role = role_of(label, whole=found["sure"] is None)
    if role is None:
        return []
    return _parted(label, Cell.of(text, line.start + found.start("value"), line.start + found.end("value")), text)


def _parted(label: str, cell: Cell, text: str) -> list[Field]:
    """The field, or two where label and value are both parted: "Period/Budget: 2013-2016 / EUR 5 million"."""
    labels, values = label.split("/"), cell.text.split(" / ")
    if len(labels) != len(values) or not all(map(role_of, labels)):
        return [Field(label, cell)]
    ends = [cell.start + sum(map(len, values[: n + 1])) + 3 * n for n in range(len(values))]
    cells = [Cell.of(text, end - len(value), end) for value, end in zip(values, ends, strict=True)]
    return [Field(name.strip(), one) for name, one in zip(labels, cells, strict=True)]


def _is_labelled(line: Line) -> bool:
    """Whether it is a labelled line whose label tells us nothing: "Contact: …"."""
    found = _LABELLED.match(line.text) if ":" in line.text else None
    return bool(found and found["sure"] and len(found["label"].split()) < 6)


def _goes_on(before: Line, line: Line, last: Field, text: str) -> bool:
    """Whether a line goes on with the value of the line before it."""
    gap = text[before.end : line.start]
    indented = len(line.text) - len(line.text.lstrip()) > len(before.text) - len(before.text.lstrip())
    return gap.count("\n") == 1 and last.cell.end == before.end and (indented or line.text.lstrip()[:1].islower())


def _heading(before: Line | None, text: str) -> Cell | None:
    if before is None or len(before.text) > _LONGEST_HEADING or _SENTENCE.search(before.text):
        return None
    cell = Cell.of(text, before.start, before.end)
    lead = re.match(r"(?:#+|\(?\d{1,2}[.)]|[-*•■▪])\s+", cell.text)
    return Cell.of(text, cell.start + lead.end(), cell.end) if lead else cell


def _closed(now: _Open) -> Iterator[Sheet]:
    if now.fields and _says_enough(now):
        row = Row(tuple(now.fields))
        yield Sheet(row.start, row.end, row, now.heading)


def _says_enough(sheet: _Open) -> bool:
    """Whether the labels tell of a piece of work with its sum or its stage, or of a treaty with its date."""
    roles = [role_of(one.heading) for one in sheet.fields]
    beside = len(_BESIDE & set(roles))
    titled = "name" in roles or "treaty" in roles or sheet.heading is not None
    if any(role in _MONEY for role in roles):
        titled = titled or "giver" in roles or "taker" in roles
        work = sheet.heading is not None and role_of(sheet.heading.text.split(" for ")[0]) == "name"
        return titled and beside > 0 and len(roles) >= _LEAST_FIELDS - work
    names = (one.cell.text for one in sheet.fields if role_of(one.heading) in ("name", "treaty"))
    if any(instrument_in(name) for name in names):
        return bool({"signed", "force", "stage"} & set(roles))
    return "name" in roles and "stage" in roles and len(roles) >= _LEAST_FIELDS
