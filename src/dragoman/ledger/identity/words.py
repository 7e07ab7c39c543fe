"""Words as they are compared: in one form, each with the weight that its rarity gives it.

"Ninth meeting" counts as an ordinal, "eight-point plan" and "plan of 8 points" as one word, "8-point".
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from anyascii import anyascii
from babel.numbers import list_currencies

from dragoman.knowledge import read_toml, read_tsv

WORD = re.compile(r"\d+(?:[.,]\d+)*(?:st|nd|rd|th)?|[^\W\d_]+(?:['’][^\W\d_]+)?")
_SPELLINGS = (
    (re.compile(r"isation"), "ization"), (re.compile(r"ogramme"), "ogram"), (re.compile(r"(?<=..)tre$"), "ter"),
    (re.compile(r"(?<=[^aeiou]..)our$"), "or"), (re.compile(r"yse$"), "yze"), (re.compile(r"ence$"), "ense"),
)  # fmt: skip
_TENS = re.compile(r"\b((?:twen|thir|for|fif|six|seven|eigh|nine)ty)[-‐‑ ]([a-z]+)\b", re.IGNORECASE)
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
type Weights = Mapping[str, float]


@lru_cache(maxsize=1 << 16)
def weigh(phrase: str) -> Weights:
    """The words of a phrase that tell something, by their stem, with their weights.

    Words for states and their people are left out, for parties tell them; so are ordinals, years and sums.
    """
    found: dict[str, float] = {}
    written = [word for word in WORD.findall(_joined(_long_names().sub(" ", phrase))) if plain_form(word)]
    words = [plain_form(word) for word in written]
    titles, silent, titled = _titles(), _unweighed(), False
    for place, word in enumerate(words):
        titled, named = (titled or word in titles) and written[place][0].isupper(), titled
        if named and titled and rarity(word) >= _UNLISTED:
            continue  # the name of a person: Prime Minister Abe
        number = _whole_number(word)
        if number is not None:
            counted = _noun_after(words, place)
            if number > 2 and counted and not is_counted(counted):
                found[f"{number}-{stem(counted)}"] = _UNLISTED
        elif word[0].isalpha() and len(word) > 1 and word not in silent:
            weight, root = rarity(word), stem(word)
            weight = _NAME if weight == _UNLISTED and written[place][0].isupper() else weight
            found[root] = max(found.get(root, 0.0), weight)
    return MappingProxyType(found)


def split(phrase: str) -> list[str]:
    """The words of a phrase in plain lower case; "co-operation" is one word, "eight-point" two."""
    return [plain for word in WORD.findall(_joined(phrase)) if (plain := plain_form(word))]


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A word without plural and in one spelling: "programmes" and "program" are "program", "centres" are "center"."""
    word = _singular(word)
    for pattern, replacement in _SPELLINGS:
        word = pattern.sub(replacement, word)
    return word


def _singular(word: str) -> str:
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
    share = max(_common().get(form, 0.0) for form in (word, _singular(word), stem(word), bare, f"{bare}e"))
    return round(math.log(1000 / share) / math.log(1000 / _FEWEST), 3) if share else _UNLISTED


@lru_cache(maxsize=1 << 16)
def plain_form(word: str) -> str:
    """A word in small ASCII letters, without the ``'s`` of a possessor and without apostrophes."""
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

    return re.sub(r"\b([^\W\d_]+)[-‐‑]([^\W\d_]+)", join, figures(phrase))


def figures(phrase: str) -> str:
    """The phrase with ordinals of two words as one: "22th" for "twenty-second"."""

    def figure(match: re.Match[str]) -> str:
        one = ordinal_words().get(match[2].lower(), 0)
        return f"{_numerals()[match[1].lower()] + one}th" if 0 < one < 10 else match[0]

    return _TENS.sub(figure, phrase)


def _whole_number(word: str) -> int | None:
    """A number in digits, or up to 100 in one word; none that may be a year."""
    if word[0].isdecimal() and _DIGITS.fullmatch(word):
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


@lru_cache(maxsize=1 << 16)
def is_counted(word: str) -> bool:
    """Whether things of that name are counted by ordinals: sessions, rounds."""
    return stem(word) in series()


@cache
def _common() -> dict[str, float]:
    return {row["word"]: float(row["per_thousand"]) for row in read_tsv("common_words.tsv")}


@cache
def series() -> dict[str, str]:
    """What is counted by ordinals, by stem, with the name of its series."""
    return {stem(word): series for series, words in read_toml("identity.toml")["counted"].items() for word in words}


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
    return frozenset(plain_form(part) for name in names for part in WORD.findall(name)) - {""}


@cache
def _organisations() -> frozenset[str]:
    """Short names of organisations: the UN, ASEAN."""
    names = (name for row in read_tsv("organisations.tsv") for name in row["names"].split("|"))
    return frozenset(plain_form(name) for name in names if name.isupper() and name.isalpha())


@cache
def _peoples() -> frozenset[str]:
    """Adjectives of states in one word."""
    cells = (row["adjectives"] for row in read_tsv("states.tsv"))
    return frozenset(plain_form(name) for cell in cells for name in cell.split("|")) - {""}


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
    # Parted by the first letter, which alone tells at most places of a text that none of them begins there.
    by_letter: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names, key=len, reverse=True):
        by_letter[name[0].lower()].append(re.escape(name[1:]))
    parts = (f"[{letter}{letter.upper()}](?i:{'|'.join(rest)})" for letter, rest in by_letter.items())
    return re.compile(rf"\b(?:{'|'.join(parts)})\b")


@cache
def _unweighed() -> frozenset[str]:
    """Words that are left out, since they tell nothing, or count only."""
    return _silent() | ordinal_words().keys()


@cache
def _silent() -> frozenset[str]:
    """Words that tell nothing here: function words, months, and the states and regions, currencies."""
    silent = set(read_toml("identity.toml")["words"]["silent"]) | _calendar()
    regions = [row["names"] for row in read_tsv("places.tsv") if not row["state"]]
    silent.update(plain_form(name) for names in regions for name in names.split("|"))
    silent.update(code.lower() for code in list_currencies())
    for row in read_tsv("states.tsv"):
        for name in f"{row['names']}|{row['adjectives']}|{row['people']}".split("|"):
            parts = [plain_form(part) for part in WORD.findall(name)]
            silent.update(part for part in parts if len(parts) == 1 or part not in _common())
    return frozenset(silent)
