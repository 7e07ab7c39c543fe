"""What stands between two states: the living brief, with a timeline and a map."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from starlette.datastructures import QueryParams

from dragoman.desk.answers.charts import Chart, draw
from dragoman.desk.answers.places import Places, places_of
from dragoman.desk.answers.quotations import with_last_words
from dragoman.desk.answers.record_rows import RECORDS, RecordRow, record_rows
from dragoman.desk.answers.whole import all_findings, all_promises, findings_at_hand, promises_at_hand
from dragoman.desk.held import Held
from dragoman.desk.listing import Shown
from dragoman.desk.prepared import Prepared
from dragoman.follow.brief import Aside, Brief, Line, Note, Section, make_brief
from dragoman.ledger import Ledger
from dragoman.models import Kind, Model
from dragoman.values import CountryCode, Edtf

SHOWN = 8
"""Lines of each part of the brief that are shown unless all are asked for."""
LATEST = 30
"""Lines of the timeline; the list of all records is a page of its own."""
_TIMED: tuple[Kind, ...] = ("event", "instrument", "activity")


class Cited(Model):
    """A source of lines, by its number: the words, and the document and entry that they stand in."""

    number: int
    title: str
    published: Edtf | None = None
    quote: str
    sha256: str
    key: str = ""


class PairSection(Model):
    """A section of the brief; ``anchor`` is its place in the page, ``size`` how many lines it has with its parts.

    ``left_out`` is how many of its own lines, the last ones, are not among ``lines``.
    """

    heading: str
    anchor: str
    lines: tuple[Line, ...] = ()
    parts: tuple[PairSection, ...] = ()
    charts: tuple[Chart, ...] = ()
    remarks: tuple[Aside, ...] = ()
    size: int = 0
    left_out: int = 0


class PairAnswer(Model):
    """The brief on two states as of a day, the latest of what has a day, and where things took place.

    The numbers in ``notes`` of a line are those of ``sources``, which are those of the lines that are there;
    ``records`` is how many there are in all, ``cited`` how many sources the brief has in all. What is not ``whole`` is
    without promises and findings, which are still being worked out.
    """

    states: tuple[CountryCode, CountryCode]
    as_of: date
    since: int | None
    whole: bool = True
    documents: int
    records: int
    glance: tuple[Aside, ...]
    sections: tuple[PairSection, ...]
    timeline: tuple[RecordRow, ...]
    places: Places | None
    sources: tuple[Cited, ...]
    cited: int

    @property
    def title(self) -> str:
        """The names of both states."""
        return " and ".join(code.country for code in self.states)


def brief_of(desk: Held, one: CountryCode, other: CountryCode, since: int | None = None) -> tuple[Brief, bool]:
    """The brief on two states as of the desk's day, and whether it is whole: while the promises and findings of a large
    ledger are still being worked out, it is without them."""
    first, second = sorted((one, other))
    whole = promises_at_hand(desk) is not None and findings_at_hand(desk) is not None

    def make() -> Brief:
        return make_brief(
            desk.ledger,
            first,
            second,
            since=since,
            as_of=desk.today,
            all_promises=all_promises(desk) if whole else (),
            all_findings=all_findings(desk) if whole else (),
        )

    # Not kept: only the pages of a pair are asked for again and again, and a brief on much takes much room.
    return make(), whole


def pair(
    desk: Held, one: CountryCode, other: CountryCode, since: int | None = None, *, every: bool = False
) -> PairAnswer:
    """What the ledger tells of two states, of each part the first lines or ``every`` one; no sections if nothing."""
    first, second = sorted((one, other))
    whole = promises_at_hand(desk) is not None and findings_at_hand(desk) is not None

    def make() -> PairAnswer:
        return _answer(desk, *brief_of(desk, first, second, since), every)

    return desk.cache.get(("pair", first, second, since, desk.today, whole, every), make)


def pair_rows(desk: Held, one: CountryCode, other: CountryCode) -> Prepared[RecordRow]:
    """All records that both states take part in, the latest first."""
    states = tuple(sorted((one, other)))
    return desk.cache.get(("pair rows", states), lambda: Prepared(record_rows(desk.ledger.records(states=states))))


def pair_records(desk: Held, one: CountryCode, other: CountryCode, query: QueryParams) -> Shown[RecordRow]:
    """Those of them that the query string asks for, with the last sentence on each."""
    shown = RECORDS.show(pair_rows(desk, one, other), query)
    return replace(shown, rows=with_last_words(desk.ledger, shown.rows))


def _answer(desk: Held, brief: Brief, whole: bool, every: bool) -> PairAnswer:
    rows = [row for row in pair_rows(desk, *brief.states) if brief.since is None or _since(row, brief.since)]
    timed = [row for row in rows if row.kind in _TIMED and row.date][:LATEST]
    placed = [row for row in rows if row.where]
    sections = tuple(_section(section, None if every else SHOWN) for section in brief.sections)
    numbers = {number for aside in brief.glance for number in aside.notes}
    numbers |= {number for section in sections for number in _numbers(section)}
    return PairAnswer(
        states=brief.states,
        as_of=brief.as_of,
        since=brief.since,
        whole=whole,
        documents=brief.documents,
        records=len(rows),
        glance=brief.glance,
        sections=sections,
        timeline=tuple(with_last_words(desk.ledger, timed)),
        places=places_of(placed, f"Places between {' and '.join(code.country for code in brief.states)}")
        if placed
        else None,
        sources=tuple(_sources(desk.ledger, [note for note in brief.notes if note.number in numbers])),
        cited=len(brief.notes),
    )


def _since(row: RecordRow, year: int) -> bool:
    when = row.date or row.due
    return when is None or when.last is None or when.last.year >= year


def _section(section: Section, most: int | None) -> PairSection:
    return PairSection(
        heading=section.heading,
        anchor=section.anchor,
        lines=section.lines[:most],
        parts=tuple(_section(part, most) for part in section.parts),
        charts=tuple(draw(picture) for picture in section.charts),
        remarks=section.remarks,
        size=sum(1 for _ in section.all_lines()),
        left_out=len(section.lines[most:]) if most is not None else 0,
    )


def _numbers(section: PairSection) -> Iterator[int]:
    """The sources of all that a section shows."""
    for line in section.lines:
        yield from line.notes
        for aside in line.asides:
            yield from aside.notes
    for remark in section.remarks:
        yield from remark.notes
    for part in section.parts:
        yield from _numbers(part)


def _sources(ledger: Ledger, notes: Iterable[Note]) -> list[Cited]:
    held = ledger.entries_with(note.key for note in notes if note.key)
    hashes: dict[str, str] = {stored.document.id: stored.document.sha256 for stored in held.values()}
    found = []
    for note in notes:
        if note.document not in hashes:
            hashes[note.document] = ledger.document(note.document).sha256
        sha256 = held[note.key].document.sha256 if note.key in held else hashes[note.document]
        found.append(
            Cited(
                number=note.number,
                title=note.title,
                published=note.published,
                quote=note.quote,
                sha256=sha256,
                key=note.key,
            )
        )
    return found
