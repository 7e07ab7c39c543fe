"""Behind colons: the fields of joint work that a list behind a colon names, "in three areas: trade, mining and health".

Each pillar on which work is to rest is one too: "based on three pillars: farming; energy and mining; and health".
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from dragoman.knowledge import any_of, word_set

if TYPE_CHECKING:
    from dragoman.reading.frames.frames import Frame
    from dragoman.reading.page import Page

_LEAST, _LONGEST_ITEM = 2, 8  # fields of a list, and words of one
_COMMAS = re.compile(r",\s*(?:and\s+)?|\s+and\s+(?=[^,]*\Z)")
_SEMICOLONS = re.compile(r";\s*(?:and\s+)?")
_END = re.compile(r"\.(?:\s|\Z)|\n\s*\n")
# What behind the last item tells of all of them.
_BEHIND = re.compile(r"\s+(?:between|by|during|which|that|today|with a view)\s.*\Z", re.S)


@cache
def _lead() -> re.Pattern[str]:
    """What leads to a list: "in the following five areas of cooperation: "."""
    return re.compile(
        rf"(?:\b(?:in|on|across|over|around)\s+)?(?:the\s+following\s+|these\s+)?(?:[\w-]+\s+){{0,2}}?"
        rf"\b(?P<noun>{any_of('fields.toml', 'listed_as')}|(?P<pillar>{any_of('fields.toml', 'resting_on')}))"
        r"(?:\s+of\s+\w+)?\s*:\s+"
    )


def behind_colon(frame: Frame, page: Page, *, joint: bool) -> tuple[int, bool, list[str]] | None:
    """Where the words that lead to a list begin, whether it is of pillars, and the things listed.

    Fields are only told of ``joint`` work; pillars of all that rests on them.
    """
    lead = _lead().search(page.text, frame.start, min(frame.end, frame.sent.end_char))
    if lead is None or lead.end() >= frame.end or frame.head.idx > lead.start():
        return None
    rests = lead["pillar"] is not None and frame.head.lemma_ in word_set("fields.toml", "resting")
    if not (rests or (joint and lead["pillar"] is None)):
        return None
    end = _END.search(page.text, lead.end(), frame.sent.end_char)
    told = page.text[lead.end() : end.start() if end else frame.sent.end_char]
    parts = (_SEMICOLONS if ";" in told else _COMMAS).split(told)
    items = [" ".join(_BEHIND.sub("", part).split()) for part in parts]
    short = all(0 < len(item.split()) <= _LONGEST_ITEM for item in items)
    if len(items) < _LEAST or not short:
        return None
    return lead.start(), rests, items
