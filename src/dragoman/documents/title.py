"""The title of a text: a heading at its head, below whatever the page prints above it."""

from __future__ import annotations

import re

from dragoman.documents.lines import ends_sentence, head_lines, is_prose
from dragoman.documents.published import is_date_line
from dragoman.documents.words import words

_LONGEST = 250  # characters; official titles name everybody who takes part
_DEEPEST = 10  # lines; below them stands no title
_CRUMBS = re.compile(r"\s[>»›/|]\s.*\s[>»›/|]\s|^[\w ]{2,20}\s[>»›]\s[\w ]{2,20}$")
_SECTION_WORDS = 5  # a section's name has no more


def find_title(text: str) -> str | None:
    """The heading of ``text``; None if it begins with a sentence."""
    lines = head_lines(text)
    if len(lines) < 2:
        return None
    on_date = is_date_line(lines[1]) and f"{lines[0]}\n{lines[1]}" in text[:1000]
    if on_date and not _is_furniture(lines[0]) and not _is_section(lines[0]):
        return lines[0]  # whatever stands right on the date, and on top of all, is the heading
    section = None
    for line in lines[:_DEEPEST]:
        if _is_furniture(line) or is_date_line(line):
            continue
        if is_prose(line) or not _is_heading(line):
            break
        if not _is_section(line):
            return line
        section = section or line
    return section


def _is_heading(line: str) -> bool:
    letters = sum(map(str.isalpha, line))
    if line[0] in "—–-*•·":  # an item, or what somebody says
        return False
    return len(line) <= _LONGEST and letters * 2 > len(line) and (not ends_sentence(line) or line[-1] in "?!")


def _is_furniture(line: str) -> bool:
    plain = line.lower().strip(" \t:.|*#=-–—_>»<«")
    if len(plain) < 2 or plain in words("furniture") or _CRUMBS.search(line):
        return True
    return plain.startswith(tuple(words("furniture_starts")))


def _is_section(line: str) -> bool:
    """Whether ``line`` may name the section of a paper ("Trade Special") or the office that writes."""
    parts = line.rstrip(".:").split()
    if len(parts) <= _SECTION_WORDS and parts[-1].lower() in words("section_ends"):
        return True
    is_name = all(not part[0].islower() or part in words("function_words") for part in parts)
    return is_name and line.lower().startswith(tuple(words("office_starts")))


def standing_in(text: str, title: str | None) -> str | None:
    """``title``, as the properties of a file have it, if it stands at the head of ``text``; else None.

    Programs fill that property by themselves: with the name of a draft, or the first title that a template ever had.
    """
    plain = _plain(title or "")
    return (title or "").strip() if len(plain) > 2 and plain in _plain("\n".join(head_lines(text))) else None


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text).strip().casefold()
