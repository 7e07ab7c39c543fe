"""Datelines: where a text says that it was written, before its first sentence."""

from __future__ import annotations

import re

from dragoman.reading.states.bodies import Layout
from dragoman.reading.states.gazetteer import find_names
from dragoman.values import CountryCode

_PLACES = frozenset(("capital", "city"))
_FIRST = 20  # characters before a place that may open a text: "(ANA) – "
_DATED = re.compile(r"[^.\n]{0,40}?(?:\d|--|[–—]|\s-\s)")
# Behind a place that opens a later line: ", 3 May 2011", " (ANA) -- ", ", Chile — ", ". May 3. ".
_PLACED = re.compile(
    r"(?:, [A-Z][\w ]{2,20})?(?: \([^()\n]{2,20}\))?"
    r"(?:[.,]?\s*\d{1,2}(?:st|nd|rd|th|\.)?[ .]?(?:[A-Z][a-z]+|\d)|"
    r"[.,]?\s*[A-Z][a-z]{2,8}\.? \d{1,2}\b|\s+(?:--|[–—-])\s)"
)
# Behind the place of a dateline that begins a sentence: ", 3 May 2011 (ANA) – ".
_CLOSED = re.compile(r"[^\n.]{0,60}?\)?\s(?:--?|[–—])\s+")
# A dateline under a headline stands among so many characters, one that ends a text among so many.
_HEAD, _FOOT = 400, 60
_BREAKS = ("\n", "  ")  # what paragraphs are parted by


def dateline_state(layout: Layout) -> CountryCode | None:
    """The state of the place that a text is dated from: "LIMA, 3 May 2011", at its head or alone in its last line."""
    first = layout.names[0] if layout.names else None
    if first is None:
        return None
    if first.kind in _PLACES and first.start <= _FIRST and _DATED.match(layout.text, first.end):
        return first.code
    length = len(layout.text.rstrip())
    for name, (begin, _) in zip(layout.names, layout.spans, strict=True):
        opens = bool(layout.doc[begin].is_sent_start) or layout.text[: name.start].endswith(_BREAKS)
        near = name.start < _HEAD or name.start > length - _FOOT
        if name.kind in _PLACES and opens and near and _PLACED.match(layout.text, name.end):
            return name.code
    return None


def find_datelines(text: str) -> list[range]:
    """The datelines that open a paragraph, up to where the news begins: "LIMA, 5 May 2014 (ANA) – ", "SUVA – "."""
    places = {name.start for name in find_names(text) if name.kind in _PLACES}
    found = (m for m in _DATELINE.finditer(text) if m.start("place") in places)
    return [range(m.start(), m.end()) for m in found if m["day"] or m["agency"] or m["place"].isupper()]


_MONTH, _ORDINAL = r"[A-Z][a-z]{2,8}\.?", r"\d{1,2}(?:st|nd|rd|th)?"
_DAY = rf"(?:{_ORDINAL} {_MONTH}|{_MONTH} {_ORDINAL})(?:,? \(?\d{{4}}\)?)?"
_DATELINE = re.compile(
    r"(?:^|\n|  )(?P<place>[A-Z][\w.'’]+(?:[ /-][A-Z][\w.'’]+){0,4})(?:, [A-Z][a-z]{2,20}\.?(?= ?[,(–—-]))?"
    rf"(?P<day>[,.]? {_DAY})?(?P<agency>,? ?(?:\([^()\n]{{2,40}}\)|/[^/\n]{{2,40}}/))?"
    r"(?:[.,]?(?: ?--? | ?[–—] ?)|(?<=[\d/)])[.:] +)(?=\S)",
)


def behind_dateline(layout: Layout, first: int, last: int) -> int:
    """The first of the tokens ``first`` to ``last`` behind the dateline with which they begin, if they do."""
    named = next(iter(layout.within(first, last)), None)
    if named is None or named.kind not in _PLACES or named.start != layout.doc[first].idx:
        return first
    line = _CLOSED.match(layout.text, named.end)
    return next((i for i in range(first, last) if line and layout.doc[i].idx >= line.end()), first)
