"""How exact a number is by the words beside it: bounds, "about", minus, and the same once more in another currency."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from dragoman.knowledge import any_of
from dragoman.reading.quantities.units import qualifiers

Bound = Literal["min", "max"]

# "-$5 million", "−3%": a dash before which stands neither a number nor the beginning of a line; "$-5".
_MINUS = re.compile(r"(?:^|(?<=[ (])(?<!\d )|(?<=[$€£¥]))[-−]$|(?:^|(?<=[ :(])(?<!\d ))–$")
# "14 ships and more than 60 aircraft", "£42m plus a bonus": what the next thing is told with.
_NEXT = re.compile(
    r",? (?:at (?:least|most|a minimum) (?:[$€£¥\d]|(?:an?|one|half|once|twice|part|until|for|as|since|some|in)\b)"
    r"|and more than\b|plus (?:(?:an?|the|its|his|her|their|another|some|about|up|over|interest|tax|costs)\b"
    r"|[$€£¥\dA-Z]))"
)
# "Handed over eight ambulances": the verb goes with "over".
_HANDED = re.compile(rf"\b{any_of('number_cues.toml', 'going_with_over')}(?:s|es|n|ed|ing)? over $", re.IGNORECASE)
_NEAR = 20
_MOST = 3  # qualifiers before one number: "only just over"
_SPOKEN_OF = ("for", "of", "than", "at", "by", "to")
_LIKE = r"or|is|worth|US|i\.e\.?,?|equivalent to|equal to|at the time|then|the equivalent of|equivalent|[ =~≈]"
_RESTATING = re.compile(
    rf"(?:/[-=]|[.,][-–—])?[ ,]*(?:[(\[]|-LRB-|\bor\b|=|/|\b(?:the )?equivalent (?:of|to)\b)[ ]?(?:{_LIKE})*$",
    re.IGNORECASE,
)
_ASIDE = re.compile(r",? [-–—] ")  # "NZ$5 million - about US$3 million"


@dataclass(frozen=True, slots=True)
class Said:
    """What the qualifiers on one side of a number say; ``at`` is where they begin before it, or end behind it."""

    at: int
    bound: Bound | None = None
    approx: bool = False
    negative: bool = False


def said_before(text: str, start: int, number: int) -> Said:
    """The qualifiers before a number at ``number``, or before the sign of its currency, which begins at ``start``."""
    minus = bool(_MINUS.search(text, max(0, start - 3), start))
    negative = minus or (start < number and bool(_MINUS.search(text, start, number)))
    at = start - minus
    if text[max(0, at - 8) : at].lower() == "between ":
        at -= 8
    bound: Bound | None = None
    approx = False
    for _ in range(_MOST):
        if _HANDED.search(text, max(0, at - _NEAR), at) or not (found := qualifiers("before").before(text, at)):
            break
        sense, at = found
        approx = approx or (sense == "approx" and bound is None)  # "estimated to be over 5" is a bound
        negative, bound = negative or sense == "minus", bound or _bound(sense)
    return Said(at, bound, approx, negative)


def said_behind(text: str, places: Iterable[int]) -> Said:
    """The qualifiers behind a number: right behind it or behind its unit, the ``places`` where they may begin."""
    at, approx = 0, False
    bound: Bound | None = None
    for place in places:
        found = qualifiers("after").after(text, place)
        if not found and text[place : place + 1] == ",":  # "$40, give or take"
            found = qualifiers("after").after(text, place + 1)
            found = found if found and found[0] == "approx" else None
        if found and not _NEXT.match(text, place):
            sense, end = found
            at, approx, bound = max(at, end), approx or sense == "approx", bound or _bound(sense)
    return Said(at, bound, approx)


def during(text: str, start: int, number: int) -> bool:
    """Whether "over" from ``start`` on means "in the course of": "over five years", but "for over five years"."""
    if not text[start:number].lower().startswith("over"):
        return False
    return not text[max(0, start - 6) : start].lower().rstrip().endswith(_SPOKEN_OF)


def restates(between: str, behind: str, *, about: bool) -> bool:
    """Whether what stands between two sums makes the second the first again: a bracket, "or", a dash and "about".

    A comma and "about" do where the sentence ends ``behind`` the second.
    """
    aside = _ASIDE.fullmatch(between) or (between == ", " and behind[:1] in (".", ";", ""))
    return bool(_RESTATING.fullmatch(between) or (about and aside))


def _bound(sense: str) -> Bound | None:
    return "min" if sense == "min" else "max" if sense == "max" else None
