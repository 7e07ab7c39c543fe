"""Phrases of a table, looked up right before or right behind a place in the text; the longest one wins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import pairwise

from dragoman.reading.states.gazetteer import fold

_FAR = 60
_WORD = re.compile(r"\b[A-Z]/\.?(?= ?$)|[^\s()\[\],;:\"“”/–—−-][^\s()\[\],;:\"“”/–—−]*")
# A word, or a rate such as "km/h" and "b/d"; of what is longer than any word the beginning is enough.
_NEXT = re.compile(r"([ \u00a0\u202f]{0,2}-?)([A-Za-z]{1,4}/[hsdy]r?\b|[^\s()\[\],;:?!\"“”/-]{1,60})")
_MARKS = str.maketrans("", "", ".'’ʻ‘")


@lru_cache(maxsize=16384)  # the same words stand beside many numbers
def plain(phrase: str) -> str:
    """The phrase as it is compared: without points, apostrophes and accents, "U.S." as "US"."""
    return fold(phrase.translate(_MARKS).rstrip("-–—") or phrase)


class Phrases[T]:
    """A table of phrases of up to four words; those written with capitals are found only so if ``exact``."""

    def __init__(self, entries: Iterable[tuple[str, T]], *, exact: bool = False) -> None:
        self._exact = exact
        self._table: Mapping[str, T] = {self._key(phrase): meaning for phrase, meaning in entries}
        self._longest = max((key.count(" ") + 1 for key in self._table), default=1)

    def after(self, text: str, at: int) -> tuple[T, int] | None:
        """The meaning of the longest phrase that begins at ``at``, a space or a hyphen further, and its end."""
        found, words, end = None, "", at
        for _ in range(self._longest):
            match = _NEXT.match(text, end)
            if not match or (words and not match[1]):
                break
            words, end = f"{words} {match[2]}".strip(), match.end()
            meaning = self._table.get(f"-{words}") if match[1] == "-" else None  # "twenty-some"
            if meaning is not None or (meaning := self._table.get(self._key(words))) is not None:
                found = meaning, end - (len(match[2]) - len(match[2].rstrip(".'’")))
        return found

    def before(self, text: str, at: int) -> tuple[T, int] | None:
        """The meaning of the longest phrase that ends at ``at``, or a space before it, and its start."""
        offset = max(0, at - _FAR)
        words = list(_WORD.finditer(text, offset, at))[-self._longest :]
        if not words or text[words[-1].end() : at].strip(" \u00a0\u202f-−"):
            return None
        for first in range(len(words)):
            if first == 0 and words[0].start() == offset and offset:
                continue
            key = self._key(" ".join(word[0] for word in words[first:]))
            if (meaning := self._table.get(key)) is not None and not self._broken(text, words[first:]):
                return meaning, words[first].start()
        return None

    def _key(self, phrase: str) -> str:
        return plain(phrase) if self._exact else plain(phrase).lower()

    @staticmethod
    def _broken(text: str, words: list[re.Match[str]]) -> bool:
        """Whether punctuation parts the words."""
        return any(text[a.end() : b.start()].strip() for a, b in pairwise(words))
