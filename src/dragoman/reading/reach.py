"""Reach: what of a text can tell of relations at all, by a look at its names that costs next to nothing.

Relations have two sides. Where a long text names one state alone, that of its speaker or the one that it names most,
it tells of affairs at home, and is not parsed. ``make bench-speed`` shows how much that is of a government's releases,
and that nothing annotated is lost by it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from dragoman.reading.states.gazetteer import Name, find_names
from dragoman.values import CountryCode

REACH = 1000  # characters on either side of a name in which what is told may be of the one who is named
_SHORT = 150  # words: a shorter text may tell of a partner by a pronoun, or by nothing but the context
_SENTENCE = re.compile(r".+?(?:[.!?][\"”’]?\s+|\n|$)", re.DOTALL)


def within_reach(text: str, home: CountryCode | None = None) -> str:
    """The text with blanks, as many, in place of the sentences that stand in reach of no other state or body.

    Others than ``home``, whose government speaks, or where nobody does, than the state that the text names most.
    A short text is left as it is.
    """
    if len(text.split(None, _SHORT)) <= _SHORT:
        return text
    pieces, end = [], 0
    for start, stop in _reached(text, list(_others(find_names(text), home))):
        pieces += [_blank(end, start), text[start:stop]]
        end = stop
    return "".join((*pieces, _blank(end, len(text))))


def _others(names: Iterable[Name], home: CountryCode | None) -> Iterator[Name]:
    names = list(names)
    if home is None:
        most = Counter(name.code for name in names if name.code).most_common(1)
        home = most[0][0] if most else None
    return (name for name in names if name.code is None or name.code != home)


def _reached(text: str, names: Iterable[Name]) -> Iterator[tuple[int, int]]:
    """The stretches of whole sentences around the names, in the order of the text, without overlaps."""
    held = [(name.start - REACH, name.end + REACH) for name in names]
    start: int | None = None
    end = number = 0
    for sentence in _SENTENCE.finditer(text):
        while number < len(held) and held[number][1] <= sentence.start():
            number += 1
        if number < len(held) and held[number][0] < sentence.end():
            start = sentence.start() if start is None else start
            end = sentence.end()
        elif start is not None:
            yield start, end
            start = None
    if start is not None:
        yield start, end


def _blank(start: int, end: int) -> str:
    """White space that parts paragraphs."""
    length = end - start
    return "\n\n" + " " * (length - 2) if length >= 2 else " " * length
