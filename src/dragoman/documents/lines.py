"""The lines at the head and the tail of a text, and what can be said of a line by its looks alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.documents.words import words

_HEAD, _TAIL = 4000, 1000  # characters; what tells title and date stands there or nowhere

_LONG = 300  # characters above which a line is a paragraph
_SAMPLE = 20_000  # characters that show how a text is set
_SET, _FEWEST = 35, 6  # characters of a set line at least, and lines that show something
_BLANK = re.compile(r"\n\s*\n")
SENTENCE_END = re.compile(r"[.!?…:;][\"”’»')\]]*$")
_ABBREVIATION_END = re.compile(r"(?:\b[A-Z]\.|\b(?:Co|Corp|Inc|Jr|Ltd|No|Rep|Sr|etc)\.)$")
_SENTENCE_WITHIN = re.compile(r"[a-zß-ÿ\d)\"”]{3}[.!?][\"”’]? +[A-ZÀ-Þ\"“]")


def head_lines(text: str) -> list[str]:
    """The lines that are not empty at the head of ``text``; a line broken in mid-sentence is put together again."""
    head = text[:_HEAD]
    lines = [line.strip() for line in head.split("\n")]
    if len(text) > _HEAD and len(lines) > 1:
        lines.pop()  # it may be cut
    joined: list[str] = []
    for line in filter(None, lines):
        if joined and _continues(joined[-1], line):
            joined[-1] += " " + line
        else:
            joined.append(line)
    return joined


def tail_lines(text: str) -> list[str]:
    """The lines that are not empty at the tail of ``text``."""
    return [line for line in map(str.strip, text[-_TAIL:].split("\n")) if line]


def ends_sentence(line: str) -> bool:
    """Whether ``line`` ends as a sentence does, not as a heading."""
    return bool(SENTENCE_END.search(line)) and not _ABBREVIATION_END.search(line)


def is_prose(line: str) -> bool:
    """Whether ``line`` is running text: long, several sentences, or one sentence of some length."""
    if len(line) > _LONG or _SENTENCE_WITHIN.search(line):
        return True
    return bool(re.search(r"\.[\"”’')]*$", line)) and ends_sentence(line) and len(line.split()) >= 6


def is_double_spaced(text: str) -> bool:
    """Whether every line is followed by a blank one, so that blank lines do not part paragraphs (old typescripts)."""
    lines = [line for line in re.split(r"\n\s*\n", text[:_SAMPLE]) if len(line) > _SET]
    broken = sum("\n" not in line.strip() and not SENTENCE_END.search(line.rstrip()) for line in lines)
    return len(lines) >= _FEWEST and broken > 0.5 * len(lines)


def running_gaps(text: str) -> Iterator[int]:
    """Where blank lines begin, in a text that is double spaced, over which a sentence goes on."""
    for gap in _BLANK.finditer(text) if is_double_spaced(text) else ():
        line = text[text.rfind("\n", 0, gap.start()) + 1 : gap.start()].strip()
        following = text[gap.end() : gap.end() + 1]
        if line and not SENTENCE_END.search(line) and (len(line) > _SET or following.islower()):
            yield gap.start()


def _continues(line: str, following: str) -> bool:
    """Whether ``following`` goes on with what ``line`` leaves open: it begins small, or ``line`` ends with "of the"."""
    if ends_sentence(line) or following.startswith("by "):
        return False
    return following[0].islower() or line.split()[-1] in words("function_words")
