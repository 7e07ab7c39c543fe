"""What a brief is made of, in plain words, so that every format can write it and the desk can show it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from dragoman.follow.charts import Picture
from dragoman.follow.wording import number_of, state_words
from dragoman.values import CountryCode, Edtf

Mark = Literal["overdue", "late", "kept", "new", "unsure", "conflict"]
"""What should catch the eye. A mark is always written out in words too."""


@dataclass(frozen=True)
class Note:
    """A source: the words of a document that lines rest on; ``key`` is their entry for ``dragoman show``, if any."""

    number: int
    title: str
    published: Edtf | None
    quote: str
    document: str
    key: str = ""


@dataclass(frozen=True)
class Aside:
    """Words beside a line with the numbers of the notes that they rest on: "earlier NOK 100 million"."""

    words: str
    notes: tuple[int, ...] = ()


@dataclass(frozen=True)
class Line:
    """One thing: when, of which sort, what, how it stands, and the numbers of the notes that say so."""

    words: str
    when: str = ""
    label: str = ""
    standing: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    notes: tuple[int, ...] = ()
    asides: tuple[Aside, ...] = ()
    record: str = ""


@dataclass(frozen=True)
class Section:
    """Lines under a heading, with charts before and remarks (what was added up, and how) after them, or parts."""

    heading: str
    lines: tuple[Line, ...] = ()
    parts: tuple[Section, ...] = ()
    charts: tuple[Picture, ...] = ()
    remarks: tuple[Aside, ...] = ()

    @property
    def anchor(self) -> str:
        """A name for links: "meetings-and-visits"."""
        return "-".join(self.heading.casefold().split())

    @property
    def is_dated(self) -> bool:
        """Whether any of its lines has a date, so that dates need a column of their own."""
        return any(line.when for line in self.lines)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it."""
        return not (self.lines or self.charts or self.remarks or any(not part.is_empty for part in self.parts))

    def all_lines(self) -> Iterator[Line]:
        """Its lines and those of its parts."""
        yield from self.lines
        for part in self.parts:
            yield from part.all_lines()


@dataclass(frozen=True)
class Brief:
    """What stands between two states; ``documents`` is how many say it, ``glance`` what matters most."""

    states: tuple[CountryCode, CountryCode]
    as_of: date
    since: int | None = None
    new_since: date | None = None
    documents: int = 0
    glance: tuple[Aside, ...] = ()
    sections: tuple[Section, ...] = ()
    notes: tuple[Note, ...] = field(default=(), repr=False)

    @property
    def title(self) -> str:
        """The names of both states."""
        return " and ".join(state_words(code) for code in self.states)

    @property
    def scope(self) -> str:
        """What it is made of, in a sentence."""
        since = f", from {self.since} on" if self.since else ""
        says = "says" if self.documents == 1 else "say"
        return f"What {number_of(self.documents, 'document')} of the ledger {says}{since}."

    @property
    def caution(self) -> str:
        """How far to trust it."""
        return (
            "Read by machine. The numbers lead to the sentences of the documents: look there before you cite a line, "
            "most of all one that is marked unsure."
        )
