"""Words as the search knows them: without case, accents and endings, the same whatever the database.

"Exports", "exported" and "export" are one term, "São" and "Sao" too. Both databases are given terms and never words,
so that one question has one answer on both.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from snowballstemmer.english_stemmer import EnglishStemmer  # type: ignore[import-untyped]

_WORD = re.compile(r"([^\W_](?:[^\W_]|[\u0300-\u036f])*)(?:['’]s\b)?")
_LONGEST = 200
"""Characters of a term; PostgreSQL takes no lexeme above 2046 bytes, and nobody asks for one."""

# Letters with a stroke or of two letters, which Unicode does not take apart.
_PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})
_STEMMER = EnglishStemmer()


class Term(NamedTuple):
    """A term and the characters of the text, ``start`` to ``end`` (exclusive), that it stands for."""

    text: str
    start: int
    end: int


def terms_of(text: str) -> Iterator[Term]:
    """The terms of a text in their order; each holds letters and digits only."""
    for match in _WORD.finditer(text):
        if term := _term(match[1]):
            yield Term(term, match.start(1), match.end(1))


@lru_cache(maxsize=1 << 17)
def _term(word: str) -> str:
    letters = unicodedata.normalize("NFKD", word.casefold()).casefold().translate(_PLAIN)
    term = "".join(sign for sign in letters if sign.isalnum())[:_LONGEST]
    return str(_STEMMER.stemWord(term)) if term.isascii() and term.isalpha() else term
