"""A brief as Markdown, with footnotes as GitHub, Pandoc and others understand them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from dragoman.follow.brief.model import Aside, Brief, Line, Mark, Note, Section
from dragoman.follow.charts import Picture

# As many characters of a key as are shown; ``dragoman show`` takes the beginning of a key.
KEY = 8
_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")
_LOUD: dict[Mark, str] = {"overdue": "**overdue**", "late": "**late**", "new": "**new**", "unsure": "*unsure*"}
"""Marks that Markdown writes; the other ones stand in the words already."""

type Refer = Callable[[Iterable[int]], str]


def write(brief: Brief, *, footnotes: bool = True) -> str:
    """The brief as a page of Markdown; without ``footnotes`` the sources are a numbered list, for the terminal."""
    return "\n".join(_page(brief, _footnotes if footnotes else _numbers, footnotes)) + "\n"


def _page(brief: Brief, refer: Refer, footnotes: bool) -> Iterator[str]:
    yield f"# {brief.title}"
    yield ""
    yield f"As of {brief.as_of}. {brief.scope} {brief.caution}"
    if brief.glance:
        yield ""
        yield from (f"- {_aside(each, refer)}" for each in brief.glance)
    for section in brief.sections:
        yield from _section(section, 2, refer)
    yield ""
    yield "## Sources"
    yield ""
    for note in brief.notes:
        yield f"[^{note.number}]: {_note(note)}" if footnotes else f"{note.number}. {_note(note)}"


def _section(section: Section, level: int, refer: Refer) -> Iterator[str]:
    yield ""
    yield f"{'#' * level} {section.heading}"
    for picture in section.charts:
        yield from _table(picture)
    if section.lines:
        yield ""
        yield from (f"- {_line(line, refer)}" for line in section.lines)
    for remark in section.remarks:
        yield ""
        yield _aside(remark, refer)
    for part in section.parts:
        yield from _section(part, level + 1, refer)


def _table(picture: Picture) -> Iterator[str]:
    """What a chart shows in words, and as a table unless it draws the lines that follow."""
    yield ""
    yield f"**{_escape(picture.title)}.** {_escape(picture.sentence)}"
    if not picture.listed:
        yield ""
        yield f"| {' | '.join(map(_escape, picture.header))} |"
        yield f"|{'---|' * len(picture.header)}"
        yield from (f"| {' | '.join(map(_escape, row))} |" for row in picture.rows)


def _line(line: Line, refer: Refer) -> str:
    when = f"**{line.when}** " if line.when else ""
    label = f"{line.label}: " if line.label else ""
    loud = {mark: _LOUD[mark] for mark in line.marks if mark in _LOUD}
    said = [f"{when}{label}{_escape(line.words)}"]
    for standing in line.standing:
        mark = next((mark for mark in loud if standing.startswith(mark)), None)
        said.append(_escape(standing).replace(mark, loud.pop(mark), 1) if mark else _escape(standing))
    said += loud.values()
    asides = (f"; {_aside(aside, refer)}" for aside in line.asides)
    return f"{', '.join(filter(None, said))}{refer(line.notes)}{''.join(asides)}"


def _aside(aside: Aside, refer: Refer) -> str:
    return f"{_escape(aside.words)}{refer(aside.notes)}"


def _note(note: Note) -> str:
    shown = f", `{note.key[:KEY]}`" if note.key else ""
    return f"*{_escape(note.title)}*, {note.published or 'no date'}: “{_escape(note.quote)}”{shown}"


def _footnotes(numbers: Iterable[int]) -> str:
    return "".join(f"[^{number}]" for number in numbers)


def _numbers(numbers: Iterable[int]) -> str:
    words = ", ".join(map(str, numbers))
    return f" \\[{words}\\]" if words else ""


def _escape(words: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(words.split()))
