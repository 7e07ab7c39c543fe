"""Summed up: what a plural noun announces that the text then tells one by one.

"Three memoranda of understanding: a memorandum on fish, one on forests, one on roads" are three and not four; and
"a Joint Statement of Closer Partnership" is one text and not a statement and a partnership.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.models import Entry, Instrument
from dragoman.reading.quantities.numerals import find_numerals

_TEXTS = ("agreement", "memorandum", "contract", "declaration")
_SEVERAL = re.compile(r"\A(?:several|various|numerous|a number of|a series of|a range of)\s", re.I)
_PLURAL = re.compile(r"\b(?:memoranda|mous|\w+(?:ies|[^su]s))\b", re.I)
_LEAST = 2  # that are told one by one


def one_by_one(entries: Sequence[Entry]) -> list[Entry]:
    """The entries without those that sum up others that follow, and without the second half of a name."""
    texts = [entry for entry in entries if isinstance(entry, Instrument) and entry.type in _TEXTS]
    gone: list[Entry] = []
    members: dict[int, Instrument] = {}
    for entry in texts:
        if any(_is_called_after(other, entry) for other in texts):
            gone.append(entry)
        elif told := _told_singly(entry, texts):
            gone.append(entry)
            members |= {id(one): entry for one in told}
    return [_with_sides(entry, members.get(id(entry))) for entry in entries if not any(entry is one for one in gone)]


def _is_called_after(whole: Instrument, half: Instrument) -> bool:
    """Whether a text is called after what is told as another one: "Joint Statement of (Closer Partnership)"."""
    longer, shorter = whole.title.casefold(), half.title.casefold()
    if not longer.endswith(f" of {shorter}"):
        return False
    return any(a.start <= b.start < a.end for a in whole.evidence for b in half.evidence)


def _told_singly(summary: Instrument, texts: Sequence[Instrument]) -> list[Instrument]:
    """Those that follow of which the entry only tells how many they are; none if they are fewer than it says."""
    number = next((one for one in find_numerals(summary.title) if one.start == 0), None)
    count = number.value if number is not None else _LEAST if _SEVERAL.match(summary.title) else 0
    plural = _PLURAL.search(summary.title)
    if plural is None or count < _LEAST:
        return []
    kind = _stem(plural.group())
    last = summary.evidence[0].end
    told = [
        one
        for one in texts
        if one is not summary and one.evidence[0].start >= last and kind in map(_stem, re.findall(r"\w+", one.title))
    ]
    return told if len(told) >= count else []


def _stem(word: str) -> str:
    word = word.casefold()
    return "memorandum" if word in ("memoranda", "memorandum", "mou", "mous") else re.sub(r"(?:ie|y)?s?$", "", word)


def _with_sides(entry: Entry, summary: Instrument | None) -> Entry:
    """One of several with the sides that only the summary names: "three memoranda with Chile"."""
    if summary is None or {party.code for party in entry.parties} >= {party.code for party in summary.parties}:
        return entry
    known = {party.code for party in entry.parties}
    more = tuple(party for party in summary.parties if party.code not in known)
    return entry.model_copy(update={"parties": (*entry.parties, *more)})
