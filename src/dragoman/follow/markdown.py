"""A brief as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.follow.brief import Brief, Line, Section
from dragoman.follow.wording import amount_words, date_words, label_of, shorten, words_of
from dragoman.ledger import StoredEntry
from dragoman.models import Figure, Tenure

# As many characters of a key as are shown; ``dragoman show`` takes the beginning of a key.
KEY = 8
TITLE = 50
SOURCES = 3
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
    for section in brief.sections:
        yield from _section(section, 2)


def _section(section: Section, level: int) -> Iterator[str]:
    yield ""
    yield f"{'#' * level} {section.heading}"
    if section.lines:
        yield ""
        for line in section.lines:
            yield f"- {_line(line, promised=section.heading == 'What is promised')}"
    for each in section.sums:
        yield ""
        parts = ", ".join(f"`{line.sources[0].key[:KEY]}`" for line in each.lines)
        given = f"{len(each.lines)} {each.noun} by {each.giver.country}"
        yield f"{given} come to {amount_words(each.amount)} together: {parts}"
    for part in section.parts:
        yield from _section(part, level + 1)


def _line(line: Line, *, promised: bool) -> str:
    if isinstance(line.entry, Tenure):
        said = f"{_escape(words_of(line.entry))} ({date_words(line.entry.date) or 'no date'})"
    else:
        said = ", ".join(filter(None, (_what(line), *_standing(line, promised))))
    return f"{said} — {_sources(line.sources)}"


def _what(line: Line) -> str:
    when = date_words(line.entry.date)
    what = _escape(words_of(line.entry))
    if not isinstance(line.entry, Figure):
        what = f"{label_of(line.entry)}: {what}"
    return f"**{when}** {what}" if when else what


def _standing(line: Line, promised: bool) -> Iterator[str]:
    yield " → ".join(line.stages)
    if promised and line.due:
        yield f"**overdue** since {date_words(line.due)}" if line.overdue else f"due {date_words(line.due)}"
    if line.entry.said_by:
        yield f"said by {_escape(line.entry.said_by)}"


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
