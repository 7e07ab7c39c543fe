"""Capitals: texts all in capitals, as telegrams are, in the small letters that the language model knows.

"FOREIGN MINISTER SILVA ARRIVED IN LIMA MARCH 3" becomes "Foreign minister Silva arrived in Lima March 3". Every letter
keeps its place, so that offsets hold.
"""

from __future__ import annotations

import re
from calendar import day_name, month_abbr, month_name
from collections.abc import Iterator
from functools import cache, partial

from dragoman.knowledge import column_set
from dragoman.reading.language import language_model
from dragoman.reading.people.post_fields import words
from dragoman.reading.states.gazetteer import find_names

_MONEY = re.compile(r"\b[A-Z]{1,3}(?=[$€£¥])|\b[A-Z]{3}(?= ?\d[\d.,]* (?:MILLION|BILLION|THOUSAND))")
_WORD = re.compile(r"[^\W\d_]+")
_FIRST = re.compile(r"(?:\A|\n|[.!?]\s|:\s|\d\.\s)\W*\Z")
_MONTH = re.compile(r"(?:\d{1,2}|\b(?:in|of|early|late|mid|last|next|since|until|by))[\s-]*\Z", re.I)
_DAY = re.compile(r"\s*\d")
_common = partial(column_set, "common_words.tsv", "word")
_GOVERNMENT = re.compile(r"GO[A-Z]{1,4}")  # the telegrams' "Government of": GOG, GOUV, GOVT
_ALSO_WORDS = ("march", "may", "mar", "dec", "jun", "sun", "sat")
_SHORT, _LEAD = 5, 8  # letters of an abbreviation, and before a word in which it is told what it is
# From so many letters on a text can be told to be in capitals, and from such a share of them.
_LETTERS, _SHARE = 120, 0.8


def in_small_letters(text: str) -> str:
    """The text as it would be printed if it is all in capitals, else the text itself."""
    letters = [letter for letter in text if letter.isalpha()]
    if len(letters) < _LETTERS or sum(map(str.isupper, letters)) < _SHARE * len(letters):
        return text
    small = text.lower()
    if not len(small) == len(text) == len(_WORD.sub(lambda match: match.group().capitalize(), text)):
        return text
    named = {at for start, end in _names(text) for at in range(start, end)}
    kept = {match.start() for match in _MONEY.finditer(text)} | {start for start, _ in _names(text, abbreviated=True)}
    out, before = list(small), ""
    for match in _WORD.finditer(text):
        word, start = match.group(), match.start()
        if not word.isupper() or start in kept or _stays(word, start in named, before):
            out[start : match.end()] = word
        elif start in named or _is_capitalised(text, match, before):
            out[start] = word[0]
        before = "".join(out[start : match.end()])
    return _with_titles("".join(out))


def _with_titles(text: str) -> str:
    """The text with a capital for each word of a post or a rank right before a name: "Foreign Minister Silva"."""
    out, follower = list(text), None
    for match in reversed(list(_WORD.finditer(text))):
        beside = follower is not None and follower - match.end() == 1 and out[follower].isupper()
        if beside and match.group() in words("heads") | words("ranks") | words("modifiers"):
            out[match.start()] = out[match.start()].upper()
        follower = match.start()
    return "".join(out)


def _names(text: str, *, abbreviated: bool = False) -> Iterator[tuple[int, int]]:
    """Where states, places and organisations are named, in full or ``abbreviated``.

    A town whose name is a common word is none.
    """
    title = text if abbreviated else _WORD.sub(lambda match: match.group().capitalize(), text)
    for name in find_names(title):
        if abbreviated and not name.known.acronym:
            continue
        if name.kind != "city" or text[name.start : name.end].lower() not in _common():
            yield name.start, name.end


def _stays(word: str, named: bool, before: str) -> bool:
    """Whether it is an abbreviation: GOUV, UNHCR, DCM."""
    if _GOVERNMENT.fullmatch(word) and word.lower() not in _common():
        return True
    unknown = not language_model().vocab.has_vector(word.lower())
    return not named and len(word) <= _SHORT and unknown and not _announces(before)


def _is_capitalised(text: str, match: re.Match[str], before: str) -> bool:
    """Whether a word that names no place has a capital: the first of a sentence, a month, a person's name."""
    word, start = match.group().lower(), match.start()
    if _FIRST.search(text, max(0, start - _LEAD), start):
        return True
    if word in _months_and_days():
        dated = _DAY.match(text, match.end()) or _MONTH.search(text, max(0, start - _LEAD), start)
        return bool(dated) or word not in _ALSO_WORDS
    if word in _common():
        return False
    if word.title() in words("announcing"):
        return True
    return _announces(before) or not language_model().vocab.has_vector(word)


def _announces(before: str) -> bool:
    """Whether a person's name may follow a word: a post, a title, a rank, or another name."""
    word = before.lower()
    return word in words("heads") | words("honorifics") | words("ranks") or (
        before[:1].isupper() and before[1:].islower() and word not in _common()
    )


@cache
def _months_and_days() -> frozenset[str]:
    return frozenset(name.lower() for name in (*month_name, *day_name, *month_abbr) if name)
