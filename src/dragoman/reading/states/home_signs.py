"""What is seen around the mentions of each state, and tells whether it is the one whose government speaks."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cache
from itertools import islice

from dragoman.knowledge import read_toml, word_set
from dragoman.reading.states.gazetteer import Name, find_names
from dragoman.reading.states.leaders import known_leader
from dragoman.values import CountryCode

_KINDS = ("state", "adjective", "people", "capital", "city")
_FIRST = re.compile(r"\b(?:I|[Mm]y)\b")
# A word, a number, a sign, or the end of a paragraph.
_PIECE = re.compile(r"[^\W\d_]+(?:['’][a-z]+)?|\d+|[^\w\s]|\n\s*\n")
_BESIDE = 40  # characters in which the two words beside a name stand
_BEFORE, _BEHIND = 90, 60  # characters that a sign may take
_LATE = 3  # states named later than this one are all alike


def signs_of(text: str, spoken: str, year: int | None) -> dict[CountryCode, dict[str, float]]:
    """For each state that is named the signs at its mentions, by the logarithm of their number.

    ``spoken`` is the text without what it quotes. No sign tells which state it is, so that what is learned of the
    releases of one state holds for those of all.
    """
    counts: dict[CountryCode, Counter[str]] = defaultdict(Counter)
    for name in find_names(text):
        if name.code and name.kind in _KINDS:
            counts[name.code].update(_around(text, name))
    mentions = {code: sum(count[kind] for kind in _KINDS) for code, count in counts.items()}
    for speaker in pattern_of(read_toml("home.toml")["speaker"]).finditer(spoken):
        if leader := known_leader(speaker.group(1), None, counts):
            counts[leader]["its leader speaks"] += 1
    # Who speaks as "I" names other leaders, a text about the leader its own.
    named = "its leader is named, I speak" if _FIRST.search(spoken) else "its leader is named"
    for leader in _leaders(text, year):
        counts[leader][named] += 1
    signs = {}
    for order, (code, count) in enumerate(counts.items()):
        seen = {sign: 1 + math.log(number) for sign, number in count.items()}
        seen["share"] = mentions.get(code, 0) / max(1, sum(mentions.values()))
        seen[f"named as number {min(order, _LATE) + 1}"] = 1.0
        if mentions.get(code) == max(mentions.values(), default=0):
            seen["most mentions"] = 1.0
        signs[code] = seen
    return signs


def _around(text: str, name: Name) -> list[str]:
    """The kind of a mention, the words beside it and the first sign that fits."""
    before, behind = text[max(0, name.start - _BEFORE) : name.start], text[name.end : name.end + _BEHIND]
    left = ["^", "^", *_pieces(before[-_BESIDE:])][-2:]
    right = [*islice(_pieces(behind[:_BESIDE]), 2), "$", "$"][:2]
    kind = name.kind
    found = [
        kind,
        f"{kind}: {left[1]} _",
        f"{kind}: _ {right[0]}",
        f"{kind}: {left[0]} {left[1]} _",
        f"{kind}: _ {right[0]} {right[1]}",
        f"{left[1]} _ {right[0]}",
    ]
    fitting = (sign for sign, left, right in _signs() if right.match(behind) and left.search(before))
    return [*found, *islice(fitting, 1)]


def _pieces(text: str) -> list[str]:
    """The words and signs, of names only that they are names; articles are a matter of the name and left out."""
    return [shape for piece in _PIECE.findall(text) if (shape := _shape(piece)) not in _words("passed_over")]


def _shape(piece: str) -> str:
    if piece.startswith("\n"):
        return "¶"
    if piece[0].isdigit():
        return "0"
    if piece[0].isupper() and piece.lower() not in _words("kept"):
        return "Name"
    return piece.lower()


def _leaders(text: str, year: int | None) -> set[CountryCode]:
    """The states of the leaders whom the text calls by post and name, but never by their state."""
    names = find_names(text)
    alone, placed = set[CountryCode](), set[CountryCode]()
    for match in pattern_of(read_toml("home.toml")["leader_named"]).finditer(text):
        beside = any(match.start() - 4 < n.end <= match.start() or 0 <= n.start - match.end() < 9 for n in names)
        if code := known_leader(match.group(1), year):
            (placed if beside else alone).add(code)
    return alone - placed


def rare(seen: Mapping[str, float]) -> float:
    """What those signs say that are too rare to be learned."""
    weights: dict[str, float] = {
        row["name"]: row["weight"] for row in read_toml("home.toml")["sign"] if "weight" in row
    }
    return sum(weights.get(sign, 0.0) * value for sign, value in seen.items())


@cache
def _signs() -> list[tuple[str, re.Pattern[str], re.Pattern[str]]]:
    rows = read_toml("home.toml")["sign"]
    return [(row["name"], pattern_of(row["before"]), pattern_of(row["after"])) for row in rows]


def _words(name: str) -> frozenset[str]:
    return word_set("home.toml", name)


@cache
def pattern_of(pattern: str) -> re.Pattern[str]:
    """A pattern of ``home.toml`` with the fragments that it names."""
    for name, fragment in read_toml("home.toml")["fragments"].items():
        pattern = pattern.replace("{" + name + "}", fragment)
    return re.compile(pattern)
