"""What a person types to search: words that must stand there, "phrases", and -words that must not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.ledger.terms import Term, terms_of

_PART = re.compile(r'(?P<no>-?)(?:["“”„](?P<phrase>[^"“”„]*)["“”„]?|(?P<word>[^\s"“”„]+))')
MOST = 64
"""Terms of one question; what follows them is not looked for. FTS5 takes expressions up to a depth of 256."""

type Phrase = tuple[str, ...]


@dataclass(frozen=True)
class Question:
    """The terms that must follow one another in a passage, ``wanted`` all, ``unwanted`` none of them."""

    wanted: tuple[Phrase, ...]
    unwanted: tuple[Phrase, ...]

    @classmethod
    def of(cls, text: str) -> Question:
        """Any text is a question; one without a wanted word finds nothing. "18.5" and "d'Ivoire" are phrases."""
        wanted: list[Phrase] = []
        unwanted: list[Phrase] = []
        room = MOST
        for part in _PART.finditer(text):
            phrase = tuple(term.text for term in terms_of(part["phrase"] or part["word"] or ""))[:room]
            room -= len(phrase)
            if phrase:
                (unwanted if part["no"] else wanted).append(phrase)
        return cls(tuple(dict.fromkeys(wanted)), tuple(dict.fromkeys(unwanted)))

    def to_fts5(self) -> str:
        """As a full-text query of SQLite (https://sqlite.org/fts5.html#full_text_query_syntax)."""
        wanted, unwanted = ([f'"{" ".join(phrase)}"' for phrase in each] for each in (self.wanted, self.unwanted))
        asked = f"({' AND '.join(wanted)})"
        return f"{asked} NOT ({' OR '.join(unwanted)})" if unwanted else asked

    def to_tsquery(self) -> str:
        """As a ``tsquery`` of PostgreSQL (https://www.postgresql.org/docs/current/datatype-textsearch.html)."""
        wanted, unwanted = (
            [f"({' <-> '.join(f"'{term}'" for term in phrase)})" for phrase in each]
            for each in (self.wanted, self.unwanted)
        )
        return " & ".join(wanted + [f"!{phrase}" for phrase in unwanted])

    def marks(self, terms: Sequence[Term]) -> list[tuple[int, int]]:
        """Where what was asked for stands among the terms of a text: characters from and to, in their order."""
        texts = [term.text for term in terms]
        found: set[tuple[int, int]] = set()
        for phrase in self.wanted:
            size = len(phrase)
            for place in (n for n, text in enumerate(texts) if text == phrase[0]):
                if tuple(texts[place : place + size]) == phrase:
                    found.update((term.start, term.end) for term in terms[place : place + size])
        return sorted(found)
