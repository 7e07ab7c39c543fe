"""Which state's government speaks in a document, if it is a release or a speech of one."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from spacy.tokens import Doc

from dragoman.knowledge import read_toml
from dragoman.reading.gazetteer import Name, find_names
from dragoman.reading.offices import known_leader
from dragoman.values import CountryCode

_QUOTED = re.compile(r"[\"“][^\"”]{0,2000}[\"”]")
# A capital that dates the text: "CANBERRA 28 January 1970".
_DATED = re.compile(r"\s+\d{1,2} [A-Z][a-z]+ \d{4}|\s*$|\s+(?:The|Prime|Today|I)\b")
_DATE_LINE = re.compile(r"[.\n\d ] ?$")
# The same sign counts so often for a state, that a text which only speaks much of another state is not its release.
_REPEATED = 3
# A text is spoken by somebody if it says so at least every so many tokens.
_SPARSE = 300
# By how much the state must lead in a text that is clearly spoken by somebody, and in one that may not be.
# Tuned on the development releases, where 118 of 141 get their state, 13 none and 10 another (narratives: none of 135).
_SPOKEN, _MARGIN, _WIDE_MARGIN = 3, 1, 20


def home_state(doc: Doc) -> CountryCode | None:
    """The state whose government speaks in ``doc``, if it is a release of one; None for news and narratives.

    A release speaks in the first person outside quotations, or of "the Prime Minister" without a state. Its state
    comes first where two are paired, acts through its government, and is not the one that is travelled to.
    """
    whole = doc.text
    text = _QUOTED.sub(lambda quote: " " * len(quote.group()), whole)
    voice = sum(weight * len(pattern.findall(text)) for weight, pattern in _voice())
    if not voice or _SPARSE * voice < len(doc):
        return None
    scores: Counter[CountryCode] = Counter()
    for (code, _, weight), count in _signs(whole).items():
        scores[code] += weight * min(count, _REPEATED)
    for speaker in _speaker().finditer(text):
        if leader := known_leader(speaker.group(1), None, scores):
            scores[leader] += read_toml("home.toml")["leader"]
    if not scores:
        return None
    (best, most), *others = scores.most_common(2)
    lead = most - (others[0][1] if others else 0)
    return best if most > 0 and lead >= (_MARGIN if voice >= _SPOKEN else _WIDE_MARGIN) else None


def _signs(text: str) -> Counter[tuple[CountryCode, str, int]]:
    """How often which sign, of what weight, stands by the mentions of each state."""
    signs: Counter[tuple[CountryCode, str, int]] = Counter()
    for name in find_names(text):
        if name.code and name.kind in ("state", "adjective", "people", "capital"):
            signs[name.code, *_sign(text, name)] += 1
            if name.kind in ("adjective", "people"):
                signs[name.code, name.kind, read_toml("home.toml")[name.kind]] += 1
    return signs


def _sign(text: str, name: Name) -> tuple[str, int]:
    """What stands around a mention, and how much it speaks for its state being the one that speaks."""
    before = text[max(0, name.start - 90) : name.start]
    if name.kind == "capital" and _DATE_LINE.search(before) and _DATED.match(text, name.end):
        return "dated", read_toml("home.toml")["dated"]
    for number, (weight, left, right) in enumerate(_evidence()):
        if left.search(before) and right.match(text, name.end):
            return str(number), weight
    return "bare", 0


@cache
def _speaker() -> re.Pattern[str]:
    return _compiled(read_toml("home.toml")["speaker"])


@cache
def _voice() -> list[tuple[int, re.Pattern[str]]]:
    return [(row["weight"], _compiled(row["pattern"])) for row in read_toml("home.toml")["voice"]]


@cache
def _evidence() -> list[tuple[int, re.Pattern[str], re.Pattern[str]]]:
    rows = read_toml("home.toml")["evidence"]
    return [(row["weight"], _compiled(row["before"]), _compiled(row["after"])) for row in rows]


def _compiled(pattern: str) -> re.Pattern[str]:
    for name, fragment in read_toml("home.toml")["fragments"].items():
        pattern = pattern.replace("{" + name + "}", fragment)
    return re.compile(pattern)
