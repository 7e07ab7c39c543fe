"""When an undated text was probably written: the year that its "this November" and "on 3 May" need."""

from __future__ import annotations

from datetime import UTC, datetime

from dragoman.reading.dates import DateMention, find_dates
from dragoman.values import Edtf


def dates_of(text: str, published: Edtf | None) -> list[DateMention]:
    """The dates of the text, resolved against the day of publication, else the year that it probably speaks in."""
    dates = find_dates(text, published)
    if published is None and any(_hangs_on_the_day(d) for d in dates) and (year := probable_year(dates)):
        return find_dates(text, year)
    return dates


def probable_year(dates: list[DateMention]) -> Edtf | None:
    """The latest year that the text itself writes and that has begun; None if it writes none.

    A text reports figures of past years and speaks of its own: the latest of them is the best that can be said.
    """
    today = datetime.now(UTC).year
    written = [end for d in dates if d.explicit_year and d.edtf for end in d.edtf.split("/") if end not in ("", "..")]
    years = [first.year for end in written if (first := Edtf(end).first)]
    return Edtf(f"{max(past):04}") if (past := [year for year in years if year <= today]) else None


def _hangs_on_the_day(mention: DateMention) -> bool:
    return mention.kind == "date" and mention.edtf is None and mention.timex is None
