"""Lists of visits: lines of a day or a month and who came where, under a heading that calls them visits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dragoman.knowledge import any_of
from dragoman.models import Entry, Event, Evidence, Party, Place
from dragoman.reading.dates import DateMention
from dragoman.reading.drafting.events import PLOVER
from dragoman.reading.judging.judge import THRESHOLD
from dragoman.reading.layout.cells import Line, lines_of
from dragoman.reading.layout.values import states_in
from dragoman.reading.page import Page
from dragoman.values import CountryCode, Edtf

_CONFIDENCE = 0.7  # before the curve of ``calibration``
_LONGEST = 10  # words of a heading
_HEADING = re.compile(rf"\b{any_of('headings.toml', 'programmes', 'visits')}s\b", re.IGNORECASE)
_BEHIND_DATE = re.compile(r"\s?(?:[:–—-]|\))\s+")
_TO = re.compile(r"\b(?:to|in)\s+(?:the\s+)?$", re.IGNORECASE)
_BY = re.compile(r"\b(?:by|of|from)\s+(?:the\s+)?$", re.IGNORECASE)
_COMES = re.compile(rf"\b{any_of('headings.toml', 'programmes', 'visitors')}\b", re.IGNORECASE)


def untold_visits(told: Sequence[Entry], page: Page) -> Iterator[Event]:
    """The visits of such lists of which no entry that stands tells."""
    heading: Line | None = None
    for line in lines_of(page.layout.text or page.text):
        dated = _date_of(line, page) if heading else None
        if heading is None or dated is None:
            heading = line if len(line.text.split()) <= _LONGEST and _HEADING.search(line.text) else None
        elif not any(_tells(entry, line) for entry in told):
            yield from _visit(line, dated, heading, page)


def _date_of(line: Line, page: Page) -> DateMention | None:
    """The time that a line opens with, or ends with in brackets."""
    for date in page.dates:
        if not line.start <= date.start < line.end or not date.edtf:
            continue
        opens = not re.search(r"\w", page.layout.text[line.start : date.start])
        if opens and _BEHIND_DATE.match(page.layout.text, date.end):
            return date
        if page.layout.text[date.start - 1] == "(" and not line.text[date.end - line.start :].strip(" ).;"):
            return date
    return None


def _tells(entry: Entry, line: Line) -> bool:
    stands = (entry.confidence or 0) >= THRESHOLD.get(entry.kind, 0)
    return stands and entry.kind == "event" and line.start <= entry.evidence[0].start < line.end


def _visit(line: Line, dated: DateMention, heading: Line, page: Page) -> Iterator[Event]:
    behind = _BEHIND_DATE.match(page.layout.text, dated.end)
    opens = dated.start - line.start < len(line.text) - len(line.text.lstrip(" \t-*•–·")) + 1
    start, end = (behind.end(), line.end) if behind and opens else (line.start, dated.start - 1)
    words = page.layout.text[start:end].strip(" \t*•-–.;,")
    guest, host = _sides(words, heading.text, page)
    if guest is None or host is None or not _COMES.search(words):
        return
    when = Edtf(dated.edtf or "")
    ahead = when.begins_after(page.anchor)
    at = page.layout.text.index(words, line.start)
    visit = visit_of(guest, host, when, Evidence(start=at, end=at + len(words)), ahead=ahead)
    title = words[:1].upper() + words[1:]
    why = ("event: a line in a list of visits",)
    yield visit.model_copy(update={"title": title, "confidence": _CONFIDENCE, "why": why})


def visit_of(guest: CountryCode, host: CountryCode, when: Edtf | None, told: Evidence, *, ahead: bool) -> Event:
    """A visit that is told at ``told``, planned if it lies ahead of the page."""
    return Event(
        type="visit",
        title=f"Visit of {guest.country} to {host.country}",
        parties=(
            Party(name=guest.country, code=guest, role="source"),
            Party(name=host.country, code=host, role="host"),
        ),
        date=when,
        due=when if ahead else None,
        place=Place(name=host.country, country=host),
        stage="planned" if ahead else "done",
        plover=PLOVER["visit"],
        evidence=(told,),
    )


def _sides(words: str, heading: str, page: Page) -> tuple[CountryCode | None, CountryCode | None]:
    """Who came and who was visited, by the line or else by its heading, and of one the other side of the page."""
    guest = host = None
    for text in (words, heading):
        named = [name for name in states_in(text) if name.code]
        led = [name.code for name in named if _TO.search(text[: name.start])]
        came = [
            name.code for name in named if name.code not in led and (text is words or _BY.search(text[: name.start]))
        ]
        host = host or (led[-1] if led else None)
        guest = guest or next((code for code in came if code != host), None)
    pair = [code for code in page.pair if code]
    if len(pair) > 1 and (host in pair or guest in pair):
        host = host or next(code for code in pair if code != guest)
        guest = guest or next(code for code in pair if code != host)
    return guest, host
