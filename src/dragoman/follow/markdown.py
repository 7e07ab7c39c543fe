"""A brief as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dragoman.follow.brief import OPEN, PROMISED, Brief, Line, Section
from dragoman.follow.wording import amount_words, date_words, label_of, shorten, words_of
from dragoman.ledger import StoredEntry
from dragoman.models import Figure, Tenure
from dragoman.values import Edtf

# As many characters of a key as are shown; ``dragoman show`` takes the beginning of a key.
KEY = 8
TITLE = 50
SOURCES = 3
UNSURE = 0.4  # lines of a lower confidence are marked
_NOTE = (
    "Read by machine. The code at the end of a line is its entry: `dragoman show {key}` quotes the sentences. "
    "Look there before you cite a line, most of all one that is marked *unsure*."
)
_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")


def to_markdown(brief: Brief) -> str:
    """The brief as a page of Markdown."""
    return "\n".join(_page(brief)) + "\n"


def _page(brief: Brief) -> Iterator[str]:
    yield f"# {brief.title}"
    yield ""
    since = f" from {brief.since} on" if brief.since else ""
    documents = f"{brief.documents} document{'' if brief.documents == 1 else 's'}"
    yield f"What {documents} of the ledger say{'s' if brief.documents == 1 else ''}{since}, as of {brief.as_of}."
    yield ""
    yield _NOTE.format(key=next(_lines(brief.sections)).sources[0].key[:KEY]) if brief.sections else ""
    for section in brief.sections:
        yield from _section(section, 2)


def _section(section: Section, level: int) -> Iterator[str]:
    yield ""
    yield f"{'#' * level} {section.heading}"
    if section.lines:
        yield ""
        for line in section.lines:
            yield f"- {_line(line)}"
    for each in section.sums:
        yield ""
        parts = ", ".join(f"`{line.sources[0].key[:KEY]}`" for line in each.lines)
        agreed = " that are agreed" if section.heading == PROMISED else ""
        given = f"{len(each.lines)} {each.noun} by {each.giver.country}{agreed}"
        yield f"{given} come to {amount_words(each.amount)} together: {parts}"
    for part in section.parts:
        yield from _section(part, level + 1)


def _lines(sections: Iterable[Section]) -> Iterator[Line]:
    """All lines of these sections and their parts."""
    for section in sections:
        yield from section.lines
        yield from _lines(section.parts)


def _line(line: Line) -> str:
    if isinstance(line.entry, Tenure):
        said = f"{_escape(words_of(line.entry))} ({date_words(line.entry.date) or 'no date'})"
    else:
        said = ", ".join(filter(None, (_what(line), *_standing(line))))
    return f"{said} — {_sources(line.sources)}"


def _what(line: Line) -> str:
    when = date_words(line.entry.date)
    what = _escape(words_of(line.entry))
    if not isinstance(line.entry, Figure):
        what = f"{label_of(line.entry)}: {what}"
    return f"**{when}** {what}" if when else what


def _standing(line: Line) -> Iterator[str]:
    yield " → ".join(line.stages)
    if line.kept:
        yield f"took place: `{line.kept.key[:KEY]}`"
    elif line.stage in OPEN and line.due:
        yield _due(line, line.due)
    if line.entry.said_by:
        yield f"said by {_escape(line.entry.said_by)}"
    if line.entry.confidence is not None and line.entry.confidence < UNSURE:
        yield "*unsure*"


def _due(line: Line, due: Edtf) -> str:
    """ "due 2021", "**overdue** since 2019"; the day is not said again where it stands at the head of the line."""
    if line.overdue:
        return (
            "**overdue**" if due == line.entry.date else f"**overdue** since {date_words(Edtf(due.rpartition('/')[2]))}"
        )
    return "" if due == line.entry.date else f"due {date_words(due)}"


def _sources(sources: tuple[StoredEntry, ...]) -> str:
    shown = "; ".join(_source(each) for each in sources[:SOURCES])
    more = len(sources) - SOURCES
    return f"{shown}; and {more} more" if more > 0 else shown


def _source(each: StoredEntry) -> str:
    title = _escape(shorten(each.document.title or each.document.id, TITLE))
    when = each.document.date or "no date"
    return f"*{title}*, {when}, `{each.key[:KEY]}`"


def _escape(words: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(words.split()))
