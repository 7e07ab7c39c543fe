"""A page: a parsed stretch of a document with everything that is found in it before any entry is read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Span

from dragoman.models import Place
from dragoman.reading.language import starts_of, text_of
from dragoman.reading.layout.layout import Layout
from dragoman.reading.quantities.numbers import Quantity, find_restated
from dragoman.reading.states.datelines import find_datelines
from dragoman.reading.states.gazetteer import find_names
from dragoman.reading.states.known_names import full_name
from dragoman.values import CountryCode, CurrencyCode, Edtf

if TYPE_CHECKING:
    from dragoman.reading.dates import DateMention
    from dragoman.reading.people.actors import Actor

# What leads to a place: "in Suva", "at the port of Apia", "visit to Tonga".
_WHERE = re.compile(r"\b(?:in|at|to|visit|visits|visited|visiting)\s+(?:the\s+|nearby\s+)?\Z", re.IGNORECASE)
_BEFORE = 20  # characters
# "Marks thirty years since the embassy was opened": the words around the years, so many characters before them at most.
_MARKED = re.compile(
    r"\b(?:mark(?:s|ed|ing)?|celebrat(?:es?|ed|ing)|it (?:is|has been|was))\s+(?:\w+\s+)?\Z", re.IGNORECASE
)
_YEARS = re.compile(r"P(\d+)Y")
_LEAD = 30
_IN_PASSING = 2  # times that a body is named of which the text is not
_OF_STATE = ("state", "place", "person", "government")


@dataclass
class Page:
    """All offsets are characters of ``doc.text``.

    ``anchor`` is the day of publication, against which relative dates are resolved; ``home`` the state whose
    government speaks, if it is a release of one; ``pair`` the two states that the text is about, home first, if it is
    about two, or one beside the international ``body`` that it is about; ``blocks`` how many paragraphs, headings and
    list items it has. ``layout`` are its tables and sheets, which are blank in the parsed text, its lists and its
    programme; ``dollar`` is what a bare "$" means.
    """

    doc: Doc
    anchor: Edtf | None = None
    home: CountryCode | None = None
    title: str | None = None
    pair: tuple[CountryCode, ...] = ()
    body: str | None = None
    blocks: int = 1
    dates: list[DateMention] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    actors: list[Actor] = field(default_factory=list)
    layout: Layout = field(default_factory=Layout)
    dollar: CurrencyCode | None = None

    @property
    def text(self) -> str:
        """The text of the page."""
        return text_of(self.doc)

    @property
    def token_starts(self) -> list[int]:
        """The offset at which each token begins."""
        return starts_of(self.doc)

    @cached_property
    def restated(self) -> list[Quantity]:
        """What the text says once more in another currency or unit: "5 million euros ($5.4 million)"."""
        return find_restated(self.doc, self.dollar)

    @cached_property
    def datelines(self) -> list[range]:
        """Where datelines stand, up to the news behind them."""
        return find_datelines(self.text)

    def behind_dateline(self, start: int) -> int:
        """Where what begins at ``start`` begins without the dateline that it may begin with."""
        return next((line.stop for line in self.datelines if start in line), start)

    @cached_property
    def sentences(self) -> list[Span]:
        """The sentences that hold more than white space."""
        return [sent for sent in self.doc.sents if not sent.text.isspace()]

    def find_pair(self) -> tuple[CountryCode, ...]:
        """The states that the text is about: the two named most, if the others together are named less; one alone if
        it is about that and an international body."""
        counts: Counter[CountryCode] = Counter()
        heading = next(self.doc.sents, None)
        for actor in self.actors:
            if actor.code is not None:
                in_heading = heading is not None and actor.start < heading.end_char
                counts[actor.code] += 3 if in_heading else 1
        if self.home is not None:
            del counts[self.home]
            partners = [code for code, n in counts.most_common(1) if 2 * n > counts.total()]
            return (self.home, *partners) if partners else ()
        two = counts.most_common(2)
        if two and self._is_about_a_body(two[-1][1] if len(two) > 1 else 0):
            return (two[0][0],)
        if len(two) < 2 or sum(n for _, n in two) < 0.7 * counts.total():
            return ()
        return tuple(code for code, _ in two)

    def find_body(self) -> str | None:
        """The international body that the text is about together with one state: named more often than any other
        state is."""
        return self.bodies()[0][0] if len(self.find_pair()) == 1 else None

    def _is_about_a_body(self, others: int) -> bool:
        """Whether some international body is named more often than so many times."""
        bodies = self.bodies()
        return bool(bodies) and bodies[0][1] > max(others, _IN_PASSING)

    def bodies(self) -> list[tuple[str, int]]:
        """The international bodies that the text names, by how often it does, the heading counting three times."""
        heading = next(self.doc.sents, None)
        counts: Counter[str] = Counter()
        for name in find_names(self.text):
            if name.kind == "organisation" and name.code is None:
                in_heading = heading is not None and name.start < heading.end_char
                counts[full_name(self.text[name.start : name.end])] += 3 if in_heading else 1
        return counts.most_common()

    def times(self) -> list[tuple[int, Edtf]]:
        """The times that the text tells and that could be resolved, with their offsets."""
        return [(d.start, d.edtf) for d in self.dates if d.edtf is not None and d.kind in ("date", "range")]

    def founded(self) -> list[tuple[int, Edtf]]:
        """The times that anniversaries "of" something reckon back to, with the offsets at which their words end."""
        kept = [d for d in self.dates if d.edtf is not None and d.kind == "anniversary"]
        of = [(d.end, d.edtf) for d in kept if d.edtf is not None and self.text.startswith(" of ", d.end)]
        return [*of, *self._since()]

    def _since(self) -> Iterator[tuple[int, Edtf]]:
        """The same for what "marks thirty years since" something."""
        for date in self.dates if self.anchor and self.anchor.first else ():
            years = _YEARS.fullmatch(date.timex or "") if date.kind == "duration" else None
            marked = years and _MARKED.search(self.text, max(0, date.start - _LEAD), date.start)
            if years and marked and self.anchor and self.anchor.first and self.text.startswith(" since ", date.end):
                yield date.end, Edtf(f"{self.anchor.first.year - int(years[1]):04}")

    def places(self) -> list[tuple[int, Place]]:
        """Where the text says that it is, with offsets: places, and states behind "in", "to" or "at"."""
        found = [(a.start, a) for a in self.actors if a.code is not None and self._is_where(a)]
        return [(start, Place(name=actor.name, country=actor.code)) for start, actor in found]

    def _is_where(self, actor: Actor) -> bool:
        if actor.kind not in ("place", "state") or self.doc[actor.head].dep_ == "compound":
            return False
        return bool(_WHERE.search(self.text, max(0, actor.start - _BEFORE), actor.start))

    def states(self) -> list[tuple[int, CountryCode]]:
        """The states that the text names, or a place or person of, with offsets."""
        return [(a.start, a.code) for a in self.actors if a.code is not None and a.kind in _OF_STATE]

    def dates_in(self, span: Span) -> list[DateMention]:
        """The dates that the text gives within ``span``."""
        return [d for d in self.dates if span.start_char <= d.start and d.end <= span.end_char]

    def quantities_in(self, span: Span) -> list[Quantity]:
        """The sums and counts within ``span``."""
        return [q for q in self.quantities if span.start_char <= q.start and q.end <= span.end_char]

    def actors_in(self, span: Span) -> list[Actor]:
        """The states, organisations, persons and places named within ``span``."""
        return [a for a in self.actors if span.start_char <= a.start and a.end <= span.end_char]
