"""Instrument titles: the phrase that names one, with what it is for and without what is listed of its contents.

"A Memorandum of Understanding (MoU) for the repair of a lighthouse" is called after the repair even where the parse
hangs that on the verb; of "an agreement on fish, including a focus on nets" the focus is no part of the name.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from dragoman.knowledge import read_toml
from dragoman.reading.drafting.singly import PLURALS
from dragoman.reading.drafting.titles import title_of
from dragoman.reading.frames.frames import Frame
from dragoman.reading.page import Page

_CONTENTS = re.compile(r"(?<=\w),?\s+(?:including|which includes?)\s.*\Z", re.S)
# What tells what it is for, behind the noun, its kind and its short form in brackets.
_BEFORE = (
    r"(?:\s+of\s+[Uu]nderstanding)?(?:\s*\([A-Z][\w’'-]{1,11}\))?\s+(?P<told>(?:for|on|to|concerning|regarding|covering)\s+"
    r"(?!the (?:first|second|occasion|sidelines|margins|basis|past|last|next)\b)(?!\d|[A-Z][a-z]+day\b)"
)
_PURPOSE = re.compile(_BEFORE + r"[^\n,;:.()]+)")
_PURPOSES = re.compile(_BEFORE + r"[^\n;:.()]+)")  # of several: "memoranda on fish, customs and prisons"
# What follows the purpose and does not tell it.
_BEHIND = re.compile(
    r"\s+(?:(?:today|yesterday|earlier|last|this|during|while|when|which|that|was|were|will|would|has|have)\b"
    r"|(?:in|at)\s+(?=[A-Z])|(?:by|with|between)\s).*\Z",
    re.S,
)
_SHORT, _MOST = 2, 14  # words that a purpose has at least and at most
_PLAIN = re.compile(r"(?:(?:a|an|the|new|first|joint|formal|bilateral|historic|landmark)\s+)*", re.I)


def instrument_title(frame: Frame, page: Page) -> str:
    """The title of an instrument by its noun phrase; one that is named by its kind alone is told with its purpose."""
    title = _CONTENTS.sub("", title_of(frame, page))
    shorter = _CONTENTS.sub("", title_of(_as_named(frame), page))
    title = shorter if not _is_bare(shorter, frame) else title
    if not _is_bare(title, frame):
        return title
    purpose = _PURPOSES if frame.head.tag_ in ("NNS", "NNPS") or frame.head.lower_ in PLURALS else _PURPOSE
    told = purpose.match(page.text, frame.head.idx + len(frame.head), frame.sent.end_char)
    if told is None:
        return title
    lead = range(told.start("told"), told.start("told") + _LEAD)
    if any(date.start in lead for date in page.dates_in(frame.sent)):
        return title
    words = _BEHIND.sub("", told["told"]).strip(" ,").split()
    return f"{title} {' '.join(words)}" if _SHORT <= len(words) <= _MOST else title


_LEAD = 12  # characters of the preposition and an article: a date behind them is no purpose


def _as_named(frame: Frame) -> Frame:
    """The frame without what was done to the instrument: "the pact (signed in Lima last year)"."""
    done = [t for t in frame.head.rights if t.dep_ == "acl" and t.tag_ == "VBN" and t.lemma_ in _done_to_texts()]
    told = {token for clause in done for token in clause.subtree}
    core = [token for token in frame.core if token not in told]
    return replace(frame, core=core) if told and core else frame


@cache
def _done_to_texts() -> frozenset[str]:
    """Verbs of what is done to an instrument, which is its stage and its date and no part of its name."""
    known = read_toml("pledges.toml")
    return frozenset((*known["signing"], *known["founding"], *known["concluding"], *known["issuing"]))


def _is_bare(title: str, frame: Frame) -> bool:
    """Whether a title has nothing but the noun, its own kind ("of Understanding") and words that only introduce it."""
    noun = re.escape(frame.head.text)
    return bool(re.fullmatch(rf"{_PLAIN.pattern}{noun}(?:\s+of\s+understanding)?", title, re.I))
