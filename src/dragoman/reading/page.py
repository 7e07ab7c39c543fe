"""A page: a parsed stretch of a document with everything that is found in it before any entry is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Span

from dragoman.values import CountryCode, Edtf

if TYPE_CHECKING:
    from dragoman.reading.actors import Actor
    from dragoman.reading.dates import DateMention
    from dragoman.reading.numbers import Quantity


@dataclass
class Page:
    """All offsets are characters of ``doc.text``.

    ``anchor`` is the day of publication, against which relative dates are resolved; ``home`` the state whose
    government speaks, if it is a release of one.
    """

    doc: Doc
    anchor: Edtf | None = None
    home: CountryCode | None = None
    title: str | None = None
    dates: list[DateMention] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    actors: list[Actor] = field(default_factory=list)

    def dates_in(self, span: Span) -> list[DateMention]:
        """The dates that the text gives within ``span``."""
        return [d for d in self.dates if span.start_char <= d.start and d.end <= span.end_char]

    def quantities_in(self, span: Span) -> list[Quantity]:
        """The sums and counts within ``span``."""
        return [q for q in self.quantities if span.start_char <= q.start and q.end <= span.end_char]

    def actors_in(self, span: Span) -> list[Actor]:
        """The states, organisations, persons and places named within ``span``."""
        return [a for a in self.actors if span.start_char <= a.start and a.end <= span.end_char]
