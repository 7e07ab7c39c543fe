"""Two lines made one: a word that the end of a line has parted is put together again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from dragoman.documents.words import words

_LAST = re.compile(r"([^\W\d_]+)-$")
_SHORTEST = 4  # letters of the second half of "long-term"; fewer are an ending ("high-est")
_FIRST = re.compile(r"[^\W\d_]+")


def vocabulary(lines: Iterable[str]) -> Counter[str]:
    """How often the words and the words with hyphens stand within the lines, where nothing has parted them."""
    found: Counter[str] = Counter()
    for line in lines:
        inner = line.lower().split()
        found.update(word.strip(".,;:()[]“”\"'’") for word in (inner[:-1] if line.endswith("-") else inner))
    return found


def joined(left: str, right: str, known: Counter[str]) -> str:
    """A line and the next one as one; ``known`` tells whether a hyphen belongs to the word or to the line's end."""
    if left.endswith(("/", "—")):
        return left + right
    last, first = _LAST.search(left), _FIRST.match(right)
    if not last:
        return left + right if re.search(r"\d-$", left) and right[:1].isdigit() else f"{left} {right}"
    if not first:
        return left + right
    if first[0].lower() in words("after_hanging_hyphen"):
        return f"{left} {right}"
    return left + right if _keeps(last[1], first[0], known) else left[:-1] + right


def _keeps(last: str, first: str, known: Counter[str]) -> bool:
    """Whether the word is written with a hyphen: "long-term", "Franco-German"."""
    if first[0].isupper():
        return True
    one, two = f"{last}{first}".lower(), f"{last}-{first}".lower()
    if known[one] != known[two]:
        return known[two] > known[one]
    return len(first) >= _SHORTEST and last.lower() in words("hyphen_prefixes")
