"""Tables and sheets of a page as entries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dragoman.models import Entry
from dragoman.reading.laid_out.diary import on_their_days
from dragoman.reading.laid_out.papers import as_listed
from dragoman.reading.laid_out.statistics import figure_of, figures_of
from dragoman.reading.laid_out.surroundings import Surroundings, lines_above
from dragoman.reading.laid_out.visits import untold_visits
from dragoman.reading.laid_out.works import Work
from dragoman.reading.layout.cells import Field, Row, Sheet, Table
from dragoman.reading.layout.headings import is_total, role_of, says
from dragoman.reading.layout.values import is_number, state_of
from dragoman.values import CountryCode, CurrencyCode

if TYPE_CHECKING:
    from dragoman.reading.page import Page


def as_laid_out(told: Sequence[Entry], page: Page) -> list[Entry]:
    """The entries of the prose as the layout of the page has them.

    Those of a programme stand on their days, those of a list of papers at the stage that its heading tells; captions
    tell nothing of their own.
    """
    layout = page.layout
    kept = on_their_days([entry for entry in told if not layout.is_caption(entry)], page)
    return as_listed(kept, layout.papers, page.pair, page.anchor)


def read_laid_out(page: Page, told: Sequence[Entry] = ()) -> Iterator[Entry]:
    """What the tables and sheets of a page tell; a signing that the text ``told`` already is not told again."""
    yield from untold_visits(told, page)
    signed = {entry.date for entry in told if entry.kind == "event" and entry.type == "signing"}
    for entry in _entries(page):
        if _has_two_sides(entry, page.home) and not (entry.kind == "event" and entry.date in signed):
            yield entry


def _has_two_sides(entry: Entry, home: CountryCode | None) -> bool:
    """Whether somebody else than the state whose government speaks takes part: other tables are of affairs at home."""
    return any(party.code is None or party.code != home for party in entry.parties)


def _entries(page: Page) -> Iterator[Entry]:
    text = page.layout.text
    for one in page.layout.found:
        lines = tuple(filter(None, (*lines_above(text, one.start), page.title or "")))
        around = Surroundings(text, lines, page.anchor, page.home, page.pair, page.dollar or CurrencyCode("USD"))
        if isinstance(one, Sheet):
            yield from Work(one.row, around, one.heading.text if one.heading else None, alone=True).entries()
        else:
            yield from _of_table(one, around)


def _of_table(table: Table, around: Surroundings) -> Iterator[Entry]:
    roles = [role_of(heading) for heading in table.headings]
    named = "treaty" in roles or ("name" in roles and not _OF_WORKS.isdisjoint(roles))
    if not named and not _are_pledges(table, around):
        yield from figures_of(table, around)
        return
    for row in table.rows:
        if is_total(row.fields[0].cell.text) or len(row.fields) == 1:
            numbers = (f for f in row.fields if is_number(f.cell.text))
            yield from filter(None, (figure_of(f, row, table, around) for f in numbers))
        elif named:
            yield from Work(row, around).entries()
        else:
            yield from _pledge(row, around)


# Beside its name a heading of one of these makes a row tell of a piece of work.
_OF_WORKS = frozenset(("sum", "cost", "stage", "signed", "period", "begin", "end", "giver"))


def _are_pledges(table: Table, around: Surroundings) -> bool:
    """Whether each row is what one state gives: a state, and a sum, in a table of pledges or contributions."""
    sums = [heading for heading in table.headings if role_of(heading) == "sum"]
    states = sum(state_of(row.fields[0].cell.text) is not None for row in table.rows)
    giving = role_of(table.headings[0]) == "giver" or _is_any_state(table.headings[0])
    told = any(says(words, "pledges") for words in (*sums, *around.lines[:_CAPTION]))
    return giving and bool(sums) and told and 2 * states > len(table.rows)


_CAPTION = 2  # lines above a table that say what its rows are


def _is_any_state(heading: str) -> bool:
    """Whether a heading does not say on which side its states stand: "Country"."""
    return role_of(heading) == "taker" and not says(heading, "far")


def _pledge(row: Row, around: Surroundings) -> Iterator[Entry]:
    """What one state gives."""
    giver, *rest = row.fields
    work = Work(Row((Field("donor", giver.cell), *rest)), around)
    if work.amount is not None:
        yield work.activity(work.plain_name())
