"""A text cut into stretches, each with the entries whose evidence covers it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dragoman.models import Entry


@dataclass(frozen=True)
class Stretch:
    """Words of the text; ``covered`` are the numbers of the entries that rest on them, the narrowest first.

    ``ends`` are the numbers of those whose evidence ends here.
    """

    words: str
    covered: tuple[int, ...]
    ends: tuple[int, ...]


def stretches(text: str, entries: Sequence[Entry]) -> Iterator[Stretch]:
    """The whole text in stretches; entries are numbered from 1 in their order."""
    marks = [(e.start, e.end, number) for number, entry in enumerate(entries, start=1) for e in entry.evidence]
    cuts = sorted({0, len(text)}.union(*((start, end) for start, end, _ in marks)))
    opening = sorted(marks, reverse=True)
    open_: list[tuple[int, int, int]] = []
    for start, end in pairwise(cuts):
        while opening and opening[-1][0] <= start:
            open_.append(opening.pop())
        open_ = [mark for mark in open_ if mark[1] > start]
        narrowest = sorted(open_, key=lambda mark: (mark[1] - mark[0], mark[2]))
        yield Stretch(
            text[start:end],
            tuple(dict.fromkeys(number for _, _, number in narrowest)),
            tuple(sorted({number for _, last, number in open_ if last == end})),
        )
