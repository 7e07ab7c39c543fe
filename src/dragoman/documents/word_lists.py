"""The marks that Word prints before the items of its lists: a dash for bullets, else the number as it is shown.

A document keeps them apart from the text: a paragraph, or its style, names a list and a level, and the list says how
its levels are numbered (ECMA-376 part 1, 17.9).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from docx.document import Document as Word
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

_BULLET = "-"
_DEEPEST = 9  # levels that a list has
_ROMAN = (("m", 1000), ("cm", 900), ("d", 500), ("cd", 400), ("c", 100), ("xc", 90), ("l", 50), ("xl", 40), ("x", 10),
          ("ix", 9), ("v", 5), ("iv", 4), ("i", 1))  # fmt: skip


class Marks:
    """The marks of the paragraphs of one document, asked for in its order: each counts on from the one before."""

    def __init__(self, word: Word) -> None:
        self._levels: dict[str, dict[int, BaseOxmlElement]] = {}
        self._lists: dict[str, str] = {}
        self._counts: Counter[tuple[str, int]] = Counter()
        self._styles = {style.get(qn("w:styleId")): style for style in word.styles.element.iter(qn("w:style"))}
        numbering = next((r.target_part for r in word.part.rels.values() if r.reltype.endswith("/numbering")), None)
        for element in numbering.element if numbering is not None else ():
            id_ = element.get(qn("w:abstractNumId")) or element.get(qn("w:numId"))
            if element.tag == qn("w:abstractNum"):
                self._levels[id_] = {_number(each, "w:ilvl"): each for each in element.iter(qn("w:lvl"))}
            elif element.tag == qn("w:num"):
                self._lists[id_] = _value(element, "w:abstractNumId") or ""

    def before(self, paragraph: BaseOxmlElement) -> str | None:
        """The mark of a paragraph, None if it is no item of a list."""
        found = next(self._properties(paragraph), None)
        if found is None:
            return None
        list_ = self._lists.get(_value(found, "w:numId") or "")
        level = int(_value(found, "w:ilvl") or 0)
        levels = self._levels.get(list_ or "")
        if list_ is None or not levels or level not in levels or level >= _DEEPEST:
            return None
        self._counts[list_, level] += 1
        for deeper in range(level + 1, _DEEPEST):
            del self._counts[list_, deeper]
        return self._shown(list_, level, levels)

    def _properties(self, paragraph: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
        """Where a paragraph, or else its style or one that this is based on, names a list; nothing for list 0."""
        style, seen = _value(paragraph.find(qn("w:pPr")), "w:pStyle"), set()
        holder: BaseOxmlElement | None = paragraph
        while holder is not None:
            for found in holder.findall(f"{qn('w:pPr')}/{qn('w:numPr')}"):
                if _value(found, "w:numId") == "0":
                    return
                if _value(found, "w:numId"):
                    yield found
            if style in seen:
                return
            seen.add(style)
            holder = self._styles.get(style)
            style = _value(holder, "w:basedOn") if holder is not None else None

    def _shown(self, list_: str, level: int, levels: dict[int, BaseOxmlElement]) -> str | None:
        kind = _value(levels[level], "w:numFmt") or "decimal"
        if kind == "bullet":
            return _BULLET
        if kind == "none":
            return None

        def count(match: re.Match[str]) -> str:
            other = int(match[1]) - 1
            shape = levels.get(other)
            if shape is None:
                return ""
            start = int(_value(shape, "w:start") or 1)
            return _as(_value(shape, "w:numFmt") or "decimal", start + max(self._counts[list_, other], 1) - 1)

        return re.sub(r"%(\d)", count, _value(levels[level], "w:lvlText") or "").strip() or None


def _value(element: BaseOxmlElement | None, child: str) -> str | None:
    """The ``w:val`` of a child element."""
    found = element.find(qn(child)) if element is not None else None
    return found.get(qn("w:val")) if found is not None else None


def _number(element: BaseOxmlElement, name: str) -> int:
    return int(element.get(qn(name)) or 0)


def _as(kind: str, number: int) -> str:
    """A number as a list of this kind shows it."""
    match kind:
        case "lowerLetter" | "upperLetter":
            letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
            return letter if kind == "lowerLetter" else letter.upper()
        case "lowerRoman" | "upperRoman":
            return _roman(number) if kind == "lowerRoman" else _roman(number).upper()
        case "decimalZero":
            return f"{number:02}"
        case _:
            return str(number)


def _roman(number: int) -> str:
    signs = ""
    for sign, value in _ROMAN:
        times, number = divmod(number, value)
        signs += sign * times
    return signs
