"""Which state's government speaks in a document, if it is a release or a speech of one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

import pycountry

from dragoman.knowledge import read_toml
from dragoman.reading.gazetteer import Name, find_names
from dragoman.reading.leaders import known_leader
from dragoman.values import CountryCode

_QUOTED = re.compile(r"[\"“][^\"”]{0,2000}[\"”]")
# Second-level names under which states put their governments, and the usual names of their offices.
_GOVERNMENT = re.compile(
    r"https?://(?:[\w-]+\.)*(?:gov|govt|go|gouv|gob|gub|mil|mfa|mofa|president|premier|government)\.([a-z]{2})(?=[:/]|$)",
    re.IGNORECASE,
)
_FIRST = re.compile(r"\b(?:I|[Mm]y)\b")
# A capital that dates the text: "CANBERRA 28 January 1970".
_DATED = re.compile(r"\s+\d{1,2} [A-Z][a-z]+ \d{4}|\s*$|\s+(?:The|Prime|Today|I)\b")
_DATE_LINE = re.compile(r"[.\n\d ] ?$")
# The same sign counts so often for a state, that a text which only speaks much of another state is not its release.
_REPEATED = 3
# A text is spoken by somebody if it says so at least every so many words.
_SPARSE = 270
# By how much the state must lead in a text that is clearly spoken by somebody, and in one that may not be.
# Tuned on the development releases, where 123 of 141 get their state, 9 none and 9 another (narratives: none of 135).
_SPOKEN, _MARGIN, _WIDE_MARGIN = 3, 1, 16


def home_state(text: str, year: int | None = None) -> CountryCode | None:
    """The state whose government speaks in ``text``, if it is a release of one; None for news and narratives.

    A release speaks in the first person outside quotations, or of "the Prime Minister" without a state. Its state
    comes first where two are paired, acts through its government, and is not the one that is travelled to; its leaders
    are named without it. ``year`` is that of publication.
    """
    whole = text
    text = _QUOTED.sub(lambda quote: " " * len(quote.group()), whole)
    voice = sum(weight * len(pattern.findall(text)) for weight, pattern in _voice())
    if not voice or _SPARSE * voice < len(whole.split()):
        return None
    scores: Counter[CountryCode] = Counter()
    for (code, _, weight), count in _signs(whole).items():
        scores[code] += weight * min(count, _REPEATED)
    for speaker in _speaker().finditer(text):
        if leader := known_leader(speaker.group(1), None, scores):
            scores[leader] += read_toml("home.toml")["leader"]
    # Who speaks as "I" names other leaders, a text about the leader its own.
    named = read_toml("home.toml")["named"] * (-1 if _FIRST.search(text) else 1)
    for leader in _leaders(whole, year):
        scores[leader] += named
    if not scores:
        return None
    (best, most), *others = scores.most_common(2)
    lead = most - (others[0][1] if others else 0)
    return best if most > 0 and lead >= (_MARGIN if voice >= _SPOKEN else _WIDE_MARGIN) else None


def state_of_source(sources: Iterable[str]) -> CountryCode | None:
    """The state on whose government's pages a text was published: "https://www.pm.gov.au/news", Australia."""
    for source in sources:
        if host := _GOVERNMENT.match(source):
            ending = host.group(1).upper()
            if country := pycountry.countries.get(alpha_2="GB" if ending == "UK" else ending):
                return CountryCode(country.alpha_3)
    return None


def _leaders(text: str, year: int | None) -> set[CountryCode]:
    """The states of the leaders whom the text calls by post and name, but never by their state."""
    names = find_names(text)
    alone, placed = set[CountryCode](), set[CountryCode]()
    for match in _named().finditer(text):
        beside = any(match.start() - 4 < n.end <= match.start() or 0 <= n.start - match.end() < 9 for n in names)
        if code := known_leader(match.group(1), year):
            (placed if beside else alone).add(code)
    return alone - placed


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
def _named() -> re.Pattern[str]:
    return _compiled(read_toml("home.toml")["leader_named"])


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
