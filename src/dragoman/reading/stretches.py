"""A long text in pieces, so that memory stays bounded; what is said again in it, and names no state, is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.reading.states.gazetteer import find_names

# A longer text is read in stretches of about this many characters, so that memory stays bounded.
STRETCH = 40_000
_LINE = re.compile(r".+?(?:[.!?]\s|\n|$)|\s", re.S)
_BRIEF = 40  # characters: a shorter line may stand twice and mean something else each time


def stretches(text: str) -> Iterator[tuple[int, str]]:
    """The text in pieces that end where a paragraph, or else a line or a sentence ends, each with its offset.

    Of a text of more than one piece, lines that stand in it again word for word are blanked out: they tell nothing
    new. A piece in which no state is named, nor anybody of one, tells nothing of states, and is left out.
    """
    if len(text) <= STRETCH:
        yield 0, text
        return
    told = set[int]()
    for start, words in pieces(text):
        piece = "".join(_unless_told(line, told) for line in _LINE.findall(words))
        if any(name.code for name in find_names(piece)):
            yield start, piece


def pieces(text: str) -> Iterator[tuple[int, str]]:
    """All of the text, cut as ``stretches`` are, each piece with its offset."""
    start = 0
    while start < len(text):
        ends = (text.rfind(mark, start + 1, start + STRETCH) for mark in ("\n\n", "\n", ". ", " "))
        cut = next((end + 1 for end in ends if end > start), start + STRETCH)
        cut = cut if len(text) - start > STRETCH else len(text)
        yield start, text[start:cut]
        start = cut


def _unless_told(line: str, told: set[int]) -> str:
    """The line, or as many blanks if it was told before."""
    if len(line) < _BRIEF:
        return line
    if hash(line) in told:
        return " " * len(line)
    told.add(hash(line))
    return line
