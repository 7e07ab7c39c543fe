"""The title of a text: a heading at its head, below whatever the page prints above it."""

from __future__ import annotations

import re

from dragoman.documents.lines import ends_sentence, head_lines, is_prose
from dragoman.documents.published import is_date_line
from dragoman.documents.words import words

_LONGEST = 250  # characters; official titles name everybody who takes part
_DEEPEST = 10  # lines; below them stands no title
_CRUMBS = re.compile(r"\s[>»›/|]\s.*\s[>»›/|]\s|^[\w ]{2,20}\s[>»›]\s[\w ]{2,20}$")
_MENU = 3  # so many names of pages make a menu of a line
_SITE = re.compile(r"\s[|–—·»-]\s")  # what parts the title from that: "What happened - The Paper"
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
    if len(plain) < 2 or plain in words("furniture") or _CRUMBS.search(line) or _is_menu(plain):
        return True
    return plain.startswith(tuple(words("furniture_starts")))


def _is_menu(plain: str) -> bool:
    """Whether a line in small letters is a row of what a page leads to: "home politics economy sport"."""
    parts = plain.split()
    known, at, leads = 0, 0, 0
    while at < len(parts):
        longest = next((n for n in (3, 2, 1) if " ".join(parts[at : at + n]) in words("furniture")), 0)
        known, leads, at = known + longest, leads + (longest > 0), at + (longest or 1)
    begins = plain.startswith(tuple(words("menu_starts")))
    return leads >= _MENU and (known == len(parts) or (begins and 2 * known >= len(parts)))


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
    Browsers put the name of the site behind it, which then is no part of it.
    """
    told = (title or "").strip()
    lines = head_lines(text)
    if len(_plain(told)) > 2 and _plain(told) in _plain("\n".join(lines)):
        return told
    headings = [_plain(told[: site.start()]) for site in _SITE.finditer(told)]
    return next((line for heading in reversed(headings) for line in lines if _plain(line) == heading), None)


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text).strip().casefold()
