"""Deadlines: the times by which a sentence says that the work told before it is to be done.

"Japan will build a bridge in Honiara. It is expected to be completed by 2027."
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from dragoman.knowledge import read_toml
from dragoman.models import Activity, Entry
from dragoman.values import Edtf

if TYPE_CHECKING:
    from dragoman.reading.dates import DateMention

_LONGEST = 160  # characters from the beginning of a sentence to the time by which
_NEXT = 300  # characters from the work to the sentence that tells by when it is to be done
_SENTENCE = re.compile(r"(?:[.!?]\s|\n|\A)\s*(?=\S[^.!?\n]*\Z)")


def find_deadlines(text: str, dates: Iterable[DateMention]) -> Iterator[tuple[int, Edtf]]:
    """Where such sentences begin, with the times that they give."""
    for date in dates:
        if date.edtf and date.kind in ("date", "until", "range"):
            left = max(0, date.start - _LONGEST)
            begin = _SENTENCE.search(text, left, date.start)
            if begin and _told().match(text, begin.end(), date.start):
                yield begin.end(), Edtf(date.edtf)


@cache
def _told() -> re.Pattern[str]:
    known = read_toml("date_cues.toml")
    work, due, done = ("|".join(known[f"deadline_{name}"]) for name in ("work", "due", "done"))
    between = r"(?:[\w’'-]+ ){0,6}?"
    what = rf"(?:it|they|this|both|(?:(?:the|this|these|all) )?(?:\w+ ){{0,3}}?(?:{work}))"
    by = rf"{between}(?:the |about |around )?\Z"
    return re.compile(rf"{what}\s+(?:{due})\s+{between}(?:{done})\s+{by}", re.IGNORECASE)


def with_deadlines(entries: Sequence[Entry], deadlines: Iterable[tuple[int, Edtf]]) -> list[Entry]:
    """Work of which the next sentence, or the one after it, tells by when it is to be done, due then."""
    kept = list(entries)
    for at, when in deadlines:
        behind = [(at - entry.evidence[-1].end, n) for n, entry in enumerate(kept) if _is_to_be_done(entry)]
        away, nearest = min((one for one in behind if one[0] >= 0), default=(_NEXT + 1, 0))
        if away <= _NEXT:
            kept[nearest] = _due(kept[nearest], when)
    return kept


def _is_to_be_done(entry: Entry) -> bool:
    return isinstance(entry, Activity) and entry.stage in ("planned", "agreed", "underway")


def _due(entry: Entry, when: Edtf) -> Entry:
    if not isinstance(entry, Activity) or entry.due is not None:
        return entry
    undated = entry.date is None and entry.stage == "planned"
    return entry.model_copy(update={"due": when, "date": when if undated else entry.date})
