"""Singly: the instruments that one plural noun names together, each by its own field.

"Agreements on health, on fish and on prisons" are three, and so are "three memoranda in the fields of A, B and C".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.models import Instrument
from dragoman.reading.drafting import trim
from dragoman.reading.frames import Frame
from dragoman.reading.page import Page

_KIND_ENDS = re.compile(r"\s+of\s+[Uu]nderstanding\b")
_ON = re.compile(r"\s+(on|for)\s+(?!\d|the (?:occasion|sidelines|margins|basis)\b|behalf\b)")
_AND_ON = r"(?:\s*,\s*(?:and\s+)?|\s+and\s+)(?={prep}\s+(?!\d|[A-Z][a-z]+day\b|the (?:occasion|sidelines|margins)\b))"
_FIELDS = re.compile(
    r"\b(?:in the (?:fields?|areas?|sectors?) of|covering|concerning|regarding|on)\s+(?!the (?:occasion|sid))"
)
_LIST = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+")
_STOP = re.compile(r"[;.]|,?\s+(?:in|at|during|today|yesterday|which|that|were|was|will)\b")
_LEAST, _LONGEST_ITEM = 2, 7  # items of a list, and words of one


def singly(entry: Instrument, frame: Frame, page: Page) -> Iterator[Instrument]:
    """The instrument, or if its noun names several by their fields one for each of them."""
    if frame.head.tag_ not in ("NNS", "NNPS") and frame.head.lower_ != "memoranda":
        yield entry
        return
    behind = _KIND_ENDS.match(page.text, frame.head.idx + len(frame.head))
    end = behind.end() if behind else frame.head.idx + len(frame.head)
    items = _each_with_on(page.text, end, frame.sent.end_char) or _counted(frame, page, end)
    if len(items) < _LEAST:
        yield entry
        return
    kind = _kind(frame.head) + (behind.group() if behind else "")
    for start, stop in items:
        title = f"{kind} on {' '.join(page.text[start:stop].split())}"
        yield entry.model_copy(update={"title": title, "name": title, "evidence": (trim(page.text, start, stop),)})


def _each_with_on(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """What stands behind each "on": "on health, on fish and on prisons"."""
    first = _ON.match(text, start, end)
    if first is None:
        return []
    found, begin = [], first.end()
    for joint in re.compile(_AND_ON.format(prep=first[1])).finditer(text, begin, end):
        if _STOP.search(text, begin, joint.start()):
            break
        found.append((begin, joint.start()))
        begin = re.compile(rf"{first[1]}\s+").match(text, joint.end()).end()  # type: ignore[union-attr]
    stop = _STOP.search(text, begin, end)
    return [*found, (begin, stop.start() if stop else end)] if found else []


def _counted(frame: Frame, page: Page, start: int) -> list[tuple[int, int]]:
    """The fields of a list, if there are as many as there are instruments: "two treaties, on fish and customs"."""
    numbers = {q.start: q.value for q in page.quantities_in(frame.sent)}
    count = next((numbers.get(child.idx) for child in frame.head.children if child.dep_ == "nummod"), None)
    led = _FIELDS.search(page.text, start, frame.sent.end_char) if count else None
    if led is None:
        return []
    stop = re.compile(r"[;.]").search(page.text, led.end(), frame.sent.end_char)
    end = stop.start() if stop else frame.sent.end_char
    found, begin = [], led.end()
    for joint in _LIST.finditer(page.text, begin, end):
        found.append((begin, joint.start()))
        begin = joint.end()
    found.append((begin, end))
    short = all(0 < len(page.text[first:last].split()) <= _LONGEST_ITEM for first, last in found)
    return found if len(found) == count and short else []


def _kind(head: Token) -> str:
    """The noun in the singular, with the words before it that belong to it: "Cooperation agreement"."""
    plain = head.text
    for plural, single in (("memoranda", "memorandum"), ("Memoranda", "Memorandum"), ("ies", "y"), ("s", "")):
        if plain.endswith(plural):
            plain = plain.removesuffix(plural) + single
            break
    first = min([child.i for child in head.children if child.dep_ == "compound" and child.i < head.i], default=head.i)
    words = [*(token.text for token in head.doc[first : head.i]), plain]
    title = " ".join(words)
    return title[:1].upper() + title[1:]
