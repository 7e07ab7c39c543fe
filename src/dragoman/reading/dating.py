"""When a text was written, if nobody says so: by its dateline, else the year that it probably speaks in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from dragoman.knowledge import read_tsv
from dragoman.reading.capitals import in_small_letters
from dragoman.reading.dates import DateMention, find_dates, timexes
from dragoman.reading.states.gazetteer import fold
from dragoman.values import Edtf

if TYPE_CHECKING:
    from spacy.tokens import Span

# What stands before the day in a dateline, "TOKYO, ", and what parts it from the news: "(Reuters) -", ". /TASS/", "--".
_PLACE = re.compile(r"(?:^|\n)[ \t]*[A-Z][\w .,'’()-]{1,50}[,(/]\s*$")
_NEWS = re.compile(r"\)?[.,]?\s*(?:/|\(|--?|–|—|:)")
_YEAR_BEHIND = re.compile(r"\s*\(((?:19|20)\d\d)\)")
_HEAD = 1500  # characters at the head of a text in which its dateline stands
_FIRST_YEAR = 1946
_DAY = 10  # characters of an EDTF day
_NEWS_IS_FRESH = 7  # days at most from what a story tells first to its writing
_SIGN = 12  # characters behind the day of a dateline by which the news has begun
_LATE = 4  # days at most from the writing of a story to its publication
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ABOUT = 3  # years between the latest that a text writes and its own at most, if a weekday tells that
_DAY_OF_MONTH = re.compile(rf"(?:{'|'.join(_WEEKDAYS)}),? .*\d")
_TOLD = re.compile(r"\b(?:on|late|early|told \w+) (" + "|".join(_WEEKDAYS) + r")\b")


def dates_of(text: str, published: Edtf | None) -> list[DateMention]:
    """The dates of the text, resolved against the day in its dateline if that is shortly before publication, else the
    day of publication, else the year that it probably speaks in."""
    dates = find_dates(text, published)
    if published is not None and (line := _line_among(dates, text)) and _is_shortly_before(line.edtf, published):
        return find_dates(text, line.edtf)
    hanging = any(_hangs_on_the_day(d) or _is_on_weekday(d) for d in dates)
    if published is None and hanging and (year := probable_year(dates)):
        return find_dates(text, year)
    return dates


def times_of(text: str, published: Edtf | None) -> list[DateMention]:
    """Every time of the text, that of the dateline too, as TIMEX3 marks them; in news they tell of more than states."""
    return timexes(dates_of(in_small_letters(text), published or day_of_writing(text)), text)


def without_dateline(dates: list[DateMention], text: str, sentences: Iterable[Span]) -> list[DateMention]:
    """The dates without that of the dateline, if its sentence tells another one.

    "LIMA, 17 May 2014 – The session was held on 16 May 2014": on the 16th.
    """
    line = _line_among(dates, text)
    if line is None:
        return dates
    end = next((s.end_char for s in sentences if s.start_char < line.end + _SIGN < s.end_char), line.end)
    other = any(d is not line and d.kind in ("date", "range") and d.edtf and line.end <= d.start < end for d in dates)
    return [d for d in dates if d is not line] if other else dates


def probable_year(dates: list[DateMention]) -> Edtf | None:
    """The latest year that the text itself writes and that has begun; None if it writes none.

    A text reports figures of past years and speaks of its own: the latest of them is the best that can be said, but
    for a year close by in which the weekdays of its days fit ("Monday, 4 March").
    """
    past = _written_years(dates)
    if not past:
        return None
    near = sorted(range(max(past) - _ABOUT, min(max(past) + _ABOUT, datetime.now(UTC).year) + 1),
                  key=lambda year: (abs(year - max(past)), -year))  # fmt: skip
    told = [
        (_WEEKDAYS.index(d.text.partition(",")[0].split()[0]), d.timex or "") for d in filter(_is_on_weekday, dates)
    ]
    fitting = (year for year in near if told and all(_falls_on(weekday, said, year) for weekday, said in told))
    return Edtf(f"{next(fitting, max(past)):04}")


def _is_on_weekday(mention: DateMention) -> bool:
    """Whether a day is told with its month and weekday and without a year: "Monday, 4 March"."""
    day = not mention.explicit_year and mention.kind == "date" and len(mention.timex or "") == _DAY
    return day and bool(_DAY_OF_MONTH.match(mention.text))


def _falls_on(weekday: int, said: str, year: int) -> bool:
    day = _day(year, said)
    return day is not None and day.weekday() == weekday


def day_of_writing(text: str) -> Edtf | None:
    """The day in the dateline of a news story; None if it has none, or if the year cannot be told.

    A dateline without a year is of that in which it lies in the days after one that the head of the text tells with
    its year, else of the only year in which its leaders were in office and its weekday fits, the years that the text
    writes being past: "TOKYO, November 1" with "told TASS on Tuesday" and Prime Minister Shinzo Abe.
    """
    line = _dateline(text)
    if line is None:
        return _told_on(text)
    said = find_dates(line.text, Edtf("2000"))[0].edtf  # a leap year, in which every day has its place
    if said is None or len(said) != 10:
        return None
    if line.explicit_year:
        return said
    bracketed = _YEAR_BEHIND.match(text, line.end)
    if bracketed:
        return Edtf(days[0].isoformat()) if (days := _days([int(bracketed[1])], said)) else None
    if near := _after_what_it_tells(said, text, line.end):
        return near
    days = _days(_possible_years(text), said)
    fitting = _on_weekday(days, _TOLD.search(text, line.end, line.end + _HEAD))
    return Edtf(fitting[0].isoformat()) if len(fitting) == 1 else None


def _after_what_it_tells(said: str, text: str, behind: int) -> Edtf | None:
    """The day ``said`` without its year, if the news ``behind`` its dateline is of a full day at most a week before."""
    for mention in find_dates(text[behind:_HEAD]):
        full = mention.explicit_year and mention.kind == "date" and mention.edtf and len(mention.edtf) == _DAY
        told = mention.edtf.first if full and mention.edtf else None
        for day in _days((told.year, told.year + 1), said) if told else ():
            if told and 0 <= (day - told).days <= _NEWS_IS_FRESH:
                return Edtf(day.isoformat())
    return None


def _told_on(text: str) -> Edtf | None:
    """The day, with weekday and year, on which the head of the text says that somebody told the news."""
    for mention in find_dates(text[:_HEAD]):
        day = mention.explicit_year and mention.kind == "date" and mention.edtf and len(mention.edtf) == _DAY
        if day and mention.text.startswith(_WEEKDAYS) and _SAID_ON.search(text, 0, mention.start):
            return mention.edtf
    return None


_SAID_ON = re.compile(r"\b(?:said|says|announced|reported|confirmed)(?: \w+){0,4} on (?:\w+ )?$")


def _dateline(text: str) -> DateMention | None:
    """The date between a place and the news at the beginning of a line."""
    return _line_among(find_dates(text[:_HEAD]), text)


def _line_among(dates: Sequence[DateMention], text: str) -> DateMention | None:
    """That of the dates which stands at the head of the text between a place and the news."""
    for mention in dates:
        if mention.start > _HEAD:
            return None
        placed = _PLACE.search(text, max(0, mention.start - 60), mention.start)
        if placed and mention.kind == "date" and _NEWS.match(text, mention.end):
            return mention
    return None


def _is_shortly_before(day: Edtf | None, published: Edtf) -> bool:
    """Whether a news story was written on a day and published some days later."""
    if day is None or len(day) != _DAY or len(published) != _DAY or not (day.first and published.first):
        return False
    return 0 < (published.first - day.first).days <= _LATE


def _possible_years(text: str) -> Iterator[int]:
    """The years up to now in which all leaders that the text names in full were in office."""
    plain = fold(text)
    terms: dict[str, list[range]] = {}
    for row in read_tsv("leaders.tsv"):
        if row["name"] in plain:
            terms.setdefault(row["name"], []).append(range(int(row["from"]), int(row["to"]) + 1))
    past = _written_years(find_dates(text))
    for year in range(max([_FIRST_YEAR, *past]), datetime.now(UTC).year + 1):
        if all(any(year in term for term in spans) for spans in terms.values()):
            yield year


def _days(years: Iterable[int], said: str) -> list[date]:
    return [day for year in years if (day := _day(year, said))]


def _day(year: int, said: str) -> date | None:
    try:
        return date(year, int(said[5:7]), int(said[8:10]))
    except ValueError:
        return None


def _on_weekday(days: list[date], told: re.Match[str] | None) -> list[date]:
    """Those days that lie on the weekday on which things are said to be told, or if there are none, a day behind."""
    if told is None:
        return days
    weekday = _WEEKDAYS.index(told[1])
    return next((found for late in (0, 1) if (found := [d for d in days if (d.weekday() - weekday) % 7 == late])), [])


def _written_years(dates: Sequence[DateMention]) -> list[int]:
    """The years that the text writes and that have begun."""
    today = datetime.now(UTC).year
    written = [end for d in dates if d.explicit_year and d.edtf for end in d.edtf.split("/") if end not in ("", "..")]
    years = [first.year for end in written if (first := Edtf(end).first)]
    return [year for year in years if year <= today]


def _hangs_on_the_day(mention: DateMention) -> bool:
    unplaced = mention.timex is None or mention.timex.startswith("XXXX-")
    return mention.kind == "date" and mention.edtf is None and unplaced
