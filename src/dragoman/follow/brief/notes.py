"""The sources of a brief, each numbered once in the order in which lines name them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dragoman.follow.brief.model import Note
from dragoman.follow.checks import Quote
from dragoman.follow.promises import Told
from dragoman.follow.quoting import REACH, quotation
from dragoman.follow.wording import shorten
from dragoman.ledger import Ledger, StoredEntry
from dragoman.models import Evidence
from dragoman.values import Edtf

QUOTE = 400
"""Characters of a quotation at most; longer ones are cut between words."""
_REACH = REACH + 20  # and the words before, which may be an abbreviation
_AROUND = '“”"„«»*_# '
"""Signs that a quotation does not begin or end with: it gets marks of its own, and those of Markdown say nothing."""


class Notes:
    """Gives each sentence of a document its number; the same sentence has one number, however many lines name it."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._numbers: dict[tuple[str, str], int] = {}
        self._notes: list[Note] = []
        self._words: dict[str, str] = {}

    def all(self) -> tuple[Note, ...]:
        """The notes by their numbers, which begin with 1."""
        return tuple(self._notes)

    def expect(self, told: Iterable[StoredEntry]) -> None:
        """Have the sentences of these entries at hand, so that the ledger need not be asked for one after the other."""
        new = {stored.key: stored for stored in told if stored.key not in self._words}
        spans = {key: _span(stored) for key, stored in new.items()}
        parts = self._ledger.parts_of_texts(spans.values())
        self._words |= {key: _words(stored, spans[key][1], parts[spans[key]]) for key, stored in new.items()}

    def of(self, told: Iterable[StoredEntry]) -> tuple[int, ...]:
        """The numbers of the sentences that entries rest on."""
        return _once(self._of_entry(stored) for stored in told)

    def of_tellings(self, history: Iterable[Told]) -> tuple[int, ...]:
        """The numbers of what documents tell of a promise."""
        return _once(
            self._number(told.document, told.title, told.published, told.quote, told.entry) for told in history
        )

    def of_quotes(self, quotes: Iterable[Quote]) -> tuple[int, ...]:
        """The numbers of what a finding rests on."""
        return _once(
            self._number(quote.document, quote.title, quote.published, quote.words, quote.entry) for quote in quotes
        )

    def _of_entry(self, stored: StoredEntry) -> int:
        if stored.key not in self._words:
            self.expect([stored])
        document = stored.document
        return self._number(document.id, document.title, document.date, self._words[stored.key], stored.key)

    def _number(self, document: str, title: str | None, published: Edtf | None, words: str, key: str) -> int:
        quote = shorten(words.strip(_AROUND), QUOTE)
        if (document, quote) not in self._numbers:
            number = len(self._notes) + 1
            self._numbers[document, quote] = number
            self._notes.append(Note(number, shorten(title or document, 120), published, quote, document, key))
        number = self._numbers[document, quote]
        if key and not self._notes[number - 1].key:  # it was met first where mere words tell of a promise
            self._notes[number - 1] = replace(self._notes[number - 1], key=key)
        return number


def _span(stored: StoredEntry) -> tuple[str, int, int]:
    """The part of the document in which the sentences of an entry stand."""
    evidence = stored.entry.evidence
    first, last = min(each.start for each in evidence), max(each.end for each in evidence)
    return stored.document.sha256, max(0, first - _REACH), last + _REACH


def _words(stored: StoredEntry, begin: int, part: str) -> str:
    """The sentences of an entry, out of a part of the text that begins at ``begin``."""
    within = [Evidence(start=each.start - begin, end=each.end - begin) for each in stored.entry.evidence]
    return quotation(part, within)


def _once(numbers: Iterable[int]) -> tuple[int, ...]:
    return tuple(sorted(set(numbers)))
