"""Words as they are compared: in one form, each with the weight that its rarity gives it.

"Ninth meeting" counts as an ordinal, "eight-point plan" and "plan of 8 points" as one word, "8-point".
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from anyascii import anyascii
from babel.numbers import list_currencies

from dragoman.knowledge import read_toml, read_tsv

_WORD = re.compile(r"\d+(?:[.,]\d+)*(?:st|nd|rd|th)?|[^\W\d_]+(?:['’][^\W\d_]+)?")
_ROMAN = re.compile(r"(?:X{1,3}(?:IX|IV|V?I{0,3})|IX|IV|V?I{2,3}|VI?)$")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_SPELLINGS = (
    (re.compile(r"isation"), "ization"), (re.compile(r"ogramme"), "ogram"), (re.compile(r"(?<=..)tre$"), "ter"),
    (re.compile(r"(?<=[^aeiou]..)our$"), "or"), (re.compile(r"yse$"), "yze"), (re.compile(r"ence$"), "ense"),
)  # fmt: skip
_TENS = re.compile(r"\b((?:twen|thir|for|fif|six|seven|eigh|nine)ty)[-‐‑ ]([a-z]+)\b", re.IGNORECASE)
_NTH_TIME = re.compile(r"\b(?:meet|meets|met|meeting|convened?|assembled?|sat) (?:[\w' ]+ )?for the ([\w-]+) time\b")
"""What meets "for the fifth time" is its fifth session."""
_ALONE = re.compile(
    r"(?:the\s+)?([\w-]+)\s+(?:will|is|was|are|were|has|had|shall|should|would|to|took|takes|in|on|at|being)\b",
    re.IGNORECASE,
)
"""What begins with a word that may be an ordinal without a noun."""
_DIGITS = re.compile(r"\d{1,4}|\d{1,3}(?:,\d{3})+")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_FEWEST = 2.5
"""Documents in a thousand below which a word is not listed in ``common_words.tsv``."""
_UNLISTED, _NAME = 1.0, 1.25
"""The weight of a word that is not listed, and of one that is written as a name besides; listed words weigh 0 to 1."""
_CAPITAL = 0.5
"""The weight of a capital, which stands for the state as often as not, and of an organisation's short name."""
_POST = 0.3
"""The weight of a word of a post ("president"), which is written with a capital as often as not."""
_REACH = 4
"""An ordinal counts what stands at most so many words after it: "ninth Australia–Japan ministerial meeting"."""

type Weights = Mapping[str, float]


@lru_cache(maxsize=1 << 16)
def weigh(phrase: str) -> Weights:
    """The words of a phrase that tell something, by their stem, with their weights.

    Words for states and their people are left out, for parties tell them; so are ordinals, years and sums.
    """
    found: dict[str, float] = {}
    written = [word for word in _WORD.findall(_joined(_long_names().sub(" ", phrase))) if _plain(word)]
    words = [_plain(word) for word in written]
    titled = False
    for place, word in enumerate(words):
        titled, named = (titled or word in _titles()) and written[place][0].isupper(), titled
        if named and titled and rarity(word) >= _UNLISTED:
            continue  # the name of a person: Prime Minister Abe
        number = _whole_number(word)
        if number is not None:
            counted = _noun_after(words, place)
            if number > 2 and counted and not _is_counted(counted):
                found[f"{number}-{stem(counted)}"] = _UNLISTED
        elif word[0].isalpha() and len(word) > 1 and word not in _silent() and word not in ordinal_words():
            weight = rarity(word)
            weight = _NAME if weight == _UNLISTED and written[place][0].isupper() else weight
            found[stem(word)] = max(found.get(stem(word), 0.0), weight)
    return MappingProxyType(found)


@lru_cache(maxsize=1 << 16)
def ordinals(phrase: str) -> frozenset[tuple[str, int]]:
    """What is counted in a phrase and its number: ("session", 9) for "ninth meeting", "Round IX" and "session 9"."""
    words = _WORD.findall(_figures(phrase.replace("’", "'")))
    plain = [_plain(word) for word in words]
    found = set()
    for place, word in enumerate(plain):
        if (number := _ordinal(word)) is not None:
            for following in plain[place + 1 : place + 1 + _REACH]:
                if _is_counted(following):
                    found.add((_counted()[stem(following)], number))
                    break
        elif _is_counted(word):
            before, after = words[place - 1] if place else "", words[place + 1] if place + 1 < len(words) else ""
            for beside in (after, before):
                value = int(beside) if beside.isdecimal() and len(beside) < 4 and beside is after else _roman(beside)
                if value:
                    found.add((_counted()[stem(word)], value))
                    break
    for word in _NTH_TIME.findall(_figures(phrase).lower()):
        if (number := _ordinal(word)) and number > 1:
            found.add(("session", number))
    return frozenset(found)


def bare_ordinal(phrase: str) -> frozenset[tuple[str, int]]:
    """The ordinal that a phrase begins with and that stands for a session by itself: "the seventh will be held"."""
    match = _ALONE.match(phrase)
    number = _ordinal(_plain(match[1])) if match else None
    return frozenset({("session", number)}) if number else frozenset()


@lru_cache(maxsize=1 << 16)
def formats(phrase: str) -> frozenset[str]:
    """The formats of recurring meetings that a phrase names: "dialogue" for dialogues, talks and consultations."""
    return frozenset(found for word in split(phrase) if (found := _formats().get(stem(word))))


def split(phrase: str) -> list[str]:
    """The words of a phrase in plain lower case; "co-operation" is one word, "eight-point" two."""
    return [plain for word in _WORD.findall(_joined(phrase)) if (plain := _plain(word))]


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A word without plural and in one spelling: "programmes" and "program" are "program"."""
    for pattern, replacement in _SPELLINGS:
        word = pattern.sub(replacement, word)
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    if len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


@lru_cache(maxsize=1 << 16)
def rarity(word: str) -> float:
    """How much a word tells: 0 for one that stands everywhere, 1 for the rarest listed, more for a name."""
    if word in post_words():
        return _POST
    if word in _capitals() or word in _organisations():
        return _CAPITAL
    bare = word[:-2] if word.endswith("ed") else word[:-3] if word.endswith("ing") else word
    share = max(_common().get(form, 0.0) for form in (word, stem(word), bare, f"{bare}e"))
    return round(math.log(1000 / share) / math.log(1000 / _FEWEST), 3) if share else _UNLISTED


def _plain(word: str) -> str:
    bare = word if word.isascii() else anyascii(word)
    bare = bare.lower().replace("’", "'")
    return bare[:-2] if bare.endswith("'s") else bare.replace("'", "")


@lru_cache(maxsize=1 << 14)
def _joined(phrase: str) -> str:
    """The phrase with hyphens away that stand within one word: a prefix, or parts that together are a known word."""

    def join(match: re.Match[str]) -> str:
        whole = match[1] + match[2]
        plain = whole.lower()
        known = match[1].lower() in _prefixes() or plain in _common() or stem(plain) in _common()
        return whole if known else match[0]

    return re.sub(r"\b([^\W\d_]+)[-‐‑]([^\W\d_]+)", join, _figures(phrase))


def _figures(phrase: str) -> str:
    """The phrase with ordinals of two words as one: "22th" for "twenty-second"."""

    def figure(match: re.Match[str]) -> str:
        one = ordinal_words().get(match[2].lower(), 0)
        return f"{_numerals()[match[1].lower()] + one}th" if 0 < one < 10 else match[0]

    return _TENS.sub(figure, phrase)


def _whole_number(word: str) -> int | None:
    """A number in digits, or up to 100 in one word; none that may be a year."""
    if _DIGITS.fullmatch(word):
        return None if _YEAR.fullmatch(word) else int(word.replace(",", ""))
    return _numerals().get(word)


def _noun_after(words: list[str], place: int) -> str | None:
    """The word after a number that says what is counted, of "60 Timorese nurses" the last; None for sums and days."""
    for following in words[place + 1 : place + 3]:
        if not following.isalpha():
            return None
        if following not in _silent():
            return following
        if following not in _peoples():
            return None
    return None


def _ordinal(word: str) -> int | None:
    if word[:1].isdigit() and word[-2:] in ("st", "nd", "rd", "th") and word[:-2].isdecimal():
        return int(word[:-2])
    return ordinal_words().get(word)


def _roman(word: str) -> int | None:
    if not word or not _ROMAN.match(word):
        return None
    values = [_ROMAN_VALUES[letter] for letter in word]
    return sum(-one if one < following else one for one, following in zip(values, [*values[1:], 0], strict=True))


def _is_counted(word: str) -> bool:
    return stem(word) in _counted()


@cache
def _common() -> dict[str, float]:
    return {row["word"]: float(row["per_thousand"]) for row in read_tsv("common_words.tsv")}


@cache
def _counted() -> dict[str, str]:
    """What is counted by ordinals, by stem, with the name of its series."""
    return {stem(word): series for series, words in read_toml("identity.toml")["counted"].items() for word in words}


@cache
def _formats() -> dict[str, str]:
    return {stem(word): name for name, words in read_toml("identity.toml")["formats"].items() for word in words}


@cache
def _prefixes() -> frozenset[str]:
    return frozenset(read_toml("identity.toml")["words"]["prefixes"])


@cache
def ordinal_words() -> dict[str, int]:
    """The ordinals in letters, with their numbers: "fourth"."""
    return {word: number for word, number in read_toml("dates.toml")["ordinal"].items() if number > 0}


@cache
def post_words() -> frozenset[str]:
    """The nouns of posts and the words that go with them."""
    return frozenset(read_toml("identity.toml")["names"]["posts"])


@cache
def _titles() -> frozenset[str]:
    """What stands before the name of a person."""
    return post_words() | frozenset(read_toml("identity.toml")["names"]["honorifics"])


@cache
def _capitals() -> frozenset[str]:
    names = (name for row in read_tsv("states.tsv") for name in row["capitals"].split("|"))
    return frozenset(_plain(part) for name in names for part in _WORD.findall(name)) - {""}


@cache
def _organisations() -> frozenset[str]:
    """Short names of organisations: the UN, ASEAN."""
    names = (name for row in read_tsv("organisations.tsv") for name in row["names"].split("|"))
    return frozenset(_plain(name) for name in names if name.isupper() and name.isalpha())


@cache
def _peoples() -> frozenset[str]:
    """Adjectives of states in one word."""
    cells = (row["adjectives"] for row in read_tsv("states.tsv"))
    return frozenset(_plain(name) for cell in cells for name in cell.split("|")) - {""}


@cache
def _calendar() -> frozenset[str]:
    return frozenset(read_toml("identity.toml")["words"]["calendar"])


@cache
def _numerals() -> dict[str, int]:
    return {row["word"]: int(row["value"]) for row in read_tsv("numerals.tsv") if row["role"] in ("unit", "ten")}


@cache
def _long_names() -> re.Pattern[str]:
    """Names of states and of regions of several states that have several words: "East Timor", "Asia-Pacific"."""
    cells = [f"{row['names']}|{row['adjectives']}" for row in read_tsv("states.tsv")]
    cells += [row["names"] for row in read_tsv("places.tsv") if not row["state"]]
    names = {name for cell in cells for name in cell.split("|") if re.search(r"\w\W+\w", name)}
    ordered = sorted((re.escape(name) for name in names), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(ordered)})\b", re.IGNORECASE)


@cache
def _silent() -> frozenset[str]:
    """Words that tell nothing here: function words, months, and the states and regions, currencies."""
    silent = set(read_toml("identity.toml")["words"]["silent"]) | _calendar()
    regions = [row["names"] for row in read_tsv("places.tsv") if not row["state"]]
    silent.update(_plain(name) for names in regions for name in names.split("|"))
    silent.update(code.lower() for code in list_currencies())
    for row in read_tsv("states.tsv"):
        for name in f"{row['names']}|{row['adjectives']}|{row['people']}".split("|"):
            parts = [_plain(part) for part in _WORD.findall(name)]
            silent.update(part for part in parts if len(parts) == 1 or part not in _common())
    return frozenset(silent)
