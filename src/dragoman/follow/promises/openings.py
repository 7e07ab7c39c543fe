"""Where a promise begins: the first telling of a thing that is still to come."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

from dragoman.models import (
    BEGUN,
    FIRM,
    HELD_OUT,
    INTENDED,
    STOPPED,
    Activity,
    Entry,
    Event,
    Instrument,
    Kind,
    Stage,
)
from dragoman.reading.dates import DateMention, find_dates
from dragoman.values import Edtf

NEVER_PROMISED = frozenset({"statement", "force", "protest", "sanction"})
"""Events that nobody undertakes towards another: a threat is no promise."""
PROMISED: frozenset[Kind] = frozenset({"event", "instrument", "activity"})
"""What may be promised: nobody promises a figure or who holds a post."""
PAPERS = frozenset({"agreement", "memorandum", "contract", "declaration", "resolution", "plan", "twinning"})
_AT_ONCE = frozenset({"memorandum", "contract", "declaration", "resolution", "plan", "twinning"})
"""Instruments that are there once they are signed; an agreement has yet to enter into force."""

_MONTH = re.compile(r"\d{4}-(?:0\d|1[0-2])")
_HALF_A_YEAR = 183
_YEAR = re.compile(r"\d{4}~?")
_PART = re.compile(r"(?:the )?(early|mid|middle|late)\b")
_PARTS = {"early": "{0}-01/{0}-04", "mid": "{0}-05/{0}-07", "middle": "{0}-05/{0}-07", "late": "{0}-09/{0}-12"}
_TERM = re.compile(r"P(\d+)([DWMY])")
_DAYS = {"D": 1, "W": 7, "M": 30.5, "Y": 365.25}
_PAST = re.compile(
    r"\b(?:(?:was|were) \w+|had(?: (?!to\b|will\b|would\b|should\b)[^\s,;]+){1,7}) in\s*$", re.IGNORECASE
)
_TO_COME = re.compile(
    r"\b(?:will|shall|should|would|due|until|by the end|no later|(?:is|are|was|were) to"
    r"|(?<!\bthe )(?<!\bthis )(?<!\bthat )(?<!\bits )(?:plan|expect|schedul|set)\w*(?: \w+)? (?:to|for)"
    r"|by (?:\d{4}|\w+ \d{4}))\b",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"\b(?:within|in)(?: the)?(?: next| coming| following)?\s*$", re.IGNORECASE)


def stage_of(entry: Entry, published: Edtf | None) -> Stage | None:
    """How far a thing has come; what is told as done before its day is planned."""
    stage = getattr(entry, "stage", None)
    if stage in BEGUN and entry.date and published and isinstance(entry, Event | Activity):
        first, told = entry.date.first, published.last
        if first and told and first > told:
            return "planned"
    return stage


def opens(entry: Entry, stage: Stage | None) -> bool:
    """Whether an entry at that stage holds out something that is yet to come."""
    match entry:
        case Event():
            return stage in HELD_OUT and entry.type not in NEVER_PROMISED
        case Instrument():
            return stage in INTENDED or (stage == "agreed" and entry.type not in _AT_ONCE)
        case Activity():
            return stage in HELD_OUT
        case _:
            return False


def met_at(entry: Entry, before: Stage | None, *, credit: bool = False) -> frozenset[Stage]:
    """The stages at which a promise is kept, if it stood at stage ``before``.

    Events are kept when they take place, if only their first day; papers when they are signed; an agreement that was
    signed when it enters into force; ``credit`` when it is signed for, since then the money can be had; other
    activities when they are done; programmes, bodies, formats and missions when they are there.
    """
    match entry:
        case Event():
            return BEGUN
        case Instrument() if entry.type in PAPERS and before != "agreed":
            return FIRM
        case Instrument():
            return BEGUN
        case Activity() if credit:
            return frozenset({"agreed", "done"})
        case _:
            return frozenset({"done"})


def due_of(entry: Entry, published: Edtf | None, words: str) -> Edtf | None:
    """By when it is to come about: as the entry says, or else the one time to come that its words name, or the one end.

    The date of an event that is still to come is the time that was set for it; one that is not later than the
    document tells only when it was announced. What was put off or called off had been set for the time named.
    """
    stage = getattr(entry, "stage", None)
    due: Edtf | None = getattr(entry, "due", None)
    if stage in STOPPED:
        return due or next(iter(times_of(words, published)), None)
    ahead = [
        when for when in (due, entry.date if isinstance(entry, Event) else None) if when and is_ahead(when, published)
    ]
    if published is None and stage == "agreed" and not _TO_COME.search(words):
        ahead = [due] if due else []  # "in 2015 the two agreed": without a day to compare with, that was long ago
        named = []
    else:
        named = [when for when in times_of(words, published, plan=True) if is_ahead(when, published)]
    if ahead:
        return next((when for when in named if _narrows(when, ahead[0])), ahead[0])
    return deadline(words, published) or _only(named) or _only(_ends(words, published))


def _only(times: Sequence[Edtf]) -> Edtf | None:
    return times[0] if len(times) == 1 else None


def _ends(words: str, published: Edtf | None) -> list[Edtf]:
    """The times to come by which something is to be over: "to begin in May and to be finished by the end of June"."""
    until = (each.edtf for each in _dates(words, published) if each.kind == "until")
    return [when for when in until if when and is_ahead(when, published)]


def _narrows(one: Edtf, other: Edtf) -> bool:
    """Whether the words say a year more exactly than the entry does: "mid-2017"."""
    return len(other.rstrip("~")) == 4 and one.startswith(other[:4]) and len(one.rstrip("~")) > 4


def deadline(words: str, published: Edtf | None) -> Edtf | None:
    """The time that "within eighteen months" leaves from the publication on; None if the words name no such term."""
    if not published or not published.last:
        return None
    for mention in _dates(words, published):
        term = _TERM.fullmatch(mention.timex or "") if mention.kind in ("duration", "until") else None
        if term and _WITHIN.search(words[: mention.start]):
            last = published.last + timedelta(int(term[1]) * _DAYS[term[2]])
            return Edtf(f"{published.last.isoformat()}/{last.isoformat()}")
    return None


def times_of(words: str, published: Edtf | None, *, plan: bool = False) -> list[Edtf]:
    """The times that a sentence names as points or spans of the calendar; in a ``plan`` months are those to come.

    Not that in which something "was signed" or somebody "had given money".
    """
    named = [each for each in _dates(words, published) if each.edtf and each.kind in ("date", "range", "until")]
    return [
        _to_come(each, published) if plan and not _PAST.search(words[: each.start]) else each.edtf
        for each in named
        if each.edtf
    ]


def _to_come(mention: DateMention, published: Edtf | None) -> Edtf:
    """A time in a plan: "in January", told in November, is the January that follows; "mid-2017" ends with July."""
    when = mention.edtf
    assert when
    if _YEAR.fullmatch(when):
        part = _PART.match(mention.text.lower())
        return Edtf(_PARTS[part[1]].format(when[:4])) if part else when
    if mention.explicit_year or not _MONTH.fullmatch(when) or not published or not published.last:
        return when
    following = Edtf(f"{int(when[:4]) + 1}{when[4:]}")
    soon = following.first and (following.first - published.last).days < _HALF_A_YEAR
    return following if soon and not is_ahead(when, published) else when


@lru_cache(maxsize=1 << 14)
def _dates(words: str, published: Edtf | None) -> list[DateMention]:
    return find_dates(words, published)


def is_ahead(when: Edtf, published: Edtf | None) -> bool:
    """Whether the time ends after the day of publication."""
    if not published:
        return True
    return (when.last or date.max) > (published.last or date.min)
