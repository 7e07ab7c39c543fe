"""The dates of a text: found, and resolved against the day of writing and what the text told before."""

from __future__ import annotations

import time
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.knowledge import read_toml
from dragoman.reading.dates import find_dates
from dragoman.values import Edtf

WRITTEN = Edtf("2016-12-20")  # a Tuesday


def values(text: str, anchor: str | None = WRITTEN) -> list[str | None]:
    return [mention.edtf for mention in find_dates(text, Edtf(anchor) if anchor else None)]


CALENDAR = [
    ("on 4 March 1998", "1998-03-04"),
    ("on March 4, 1998", "1998-03-04"),
    ("on the 4th of March, 1998", "1998-03-04"),
    ("on Wednesday, 4 March 1998", "1998-03-04"),
    ("on 4 MARCH 1998", "1998-03-04"),
    ("on Sept. 4, 1998", "1998-09-04"),
    ("on 1998-03-04", "1998-03-04"),
    ("on 04.03.1998 at 11:18", "1998-03-04"),
    ("on 4/3/1998", "1998-03-04"),
    ("on 3/24/1998", "1998-03-24"),
    ("in March 1998", "1998-03"),
    ("in the March of 1998", "1998-03"),
    ("in 1998", "1998"),
    ("in the year 1998", "1998"),
    ("the 1970s", "197X"),
    ("the '90s", "199X"),
    ("in the 19th century", "18XX"),
    ("summer 2012", "2012-22"),
    ("in the winter of 1963", "1963-24"),
    ("in early 1994", "1994"),
    ("mid-1996", "1996~"),
    ("the mid-1970s", "1975~"),
    ("in late May 1994", "1994-05"),
    ("at the end of 2009", "2009-12~"),
    ("the first half of 2010", "2010-01/2010-06"),
    ("the latter half of 2010", "2010-07/2010-12"),
    ("the third quarter of 2015", "2015-07/2015-09"),
    ("Q4 2015", "2015-10/2015-12"),
    ("the first six months of 2011", "2011-01/2011-06"),
    ("the last week of April 2011", "2011-04-24/2011-04-30"),
    ("the last day of 2011", "2011-12-31"),
    ("in the September quarter of 2011", "2011-07/2011-09"),
    ("under the post-2020 targets", "2020"),
    ("on 4.III.1998", "1998-03-04"),
    ("on 1O March 1998", "1998-03-10"),
    ("on l5 Ju1y 1998", "1998-07-15"),
    ("on 15July 1998", "1998-07-15"),
    ("on the eve of 1 March 1998", "1998-02-28"),
    ("in the week of 12 June 2017", "2017-06-12/2017-06-18"),
    ("in the week beginning 12 June 2017", "2017-06-12/2017-06-18"),
    ("in the latter half of the 1990s", "1995/1999"),
    ("in the spring of '15", "2015-21"),
    ("in FY16", "2016"),
    ("until at least 2025", "2025"),
    ("on the first Thursday of May 2015", "2015-05-07"),
    ("on the last Monday of May 2015", "2015-05-25"),
]


@pytest.mark.parametrize(("phrase", "edtf"), CALENDAR)
def test_a_date_with_its_year_needs_nothing_else(phrase: str, edtf: str) -> None:
    [mention] = find_dates(f"The bridge was opened {phrase}.")
    assert mention.edtf == edtf
    assert mention.explicit_year


RANGES = [
    ("from 8 to 10 March 2007", "2007-03-08/2007-03-10"),
    ("from 11-15 March 2007", "2007-03-11/2007-03-15"),
    ("11 – 15 March 2007", "2007-03-11/2007-03-15"),
    ("on 8 and 9 March 2007", "2007-03-08/2007-03-09"),
    ("on November 3-5, 2007", "2007-11-03/2007-11-05"),
    ("from the 15th to the 17th of October 2007", "2007-10-15/2007-10-17"),
    ("from Monday 5 to Friday 9 March 2007", "2007-03-05/2007-03-09"),
    ("31 March to 3 April 2007", "2007-03-31/2007-04-03"),
    ("29 December to 3 January 2007", "2006-12-29/2007-01-03"),
    ("from 29 July-4 August 2007", "2007-07-29/2007-08-04"),
    ("from May to July 2007", "2007-05/2007-07"),
    ("from May 2007 to March 2009", "2007-05/2009-03"),
    ("between 2002 and 2007", "2002/2007"),
    ("from 2002 until 2007", "2002/2007"),
    ("over 2002-2007", "2002/2007"),
    ("in 2005-06", "2005/2006"),
    ("in fiscal year 2010/11", "2010/2011"),
    ("in the 1999-00 financial year", "1999/2000"),
    ("between the early 1960s and 1974", "1960~/1974"),
]


@pytest.mark.parametrize(("phrase", "edtf"), RANGES)
def test_a_range_has_both_its_ends(phrase: str, edtf: str) -> None:
    assert values(f"The delegation stayed {phrase}.", None) == [edtf]


RELATIVE = [
    ("in the last calendar year", "2015"),
    ("within the next 24 hours", "2016-12-20/2016-12-21"),
    ("over the past 48 hours", "2016-12-18/2016-12-20"),
    ("today", "2016-12-20"),
    ("yesterday", "2016-12-19"),
    ("the day after tomorrow", "2016-12-22"),
    ("this morning", "2016-12-20"),
    ("last night", "2016-12-19"),
    ("this week", "2016-12-19/2016-12-25"),
    ("last week", "2016-12-12/2016-12-18"),
    ("at the weekend", "2016-12-24/2016-12-25"),
    ("last month", "2016-11"),
    ("earlier this year", "2016"),
    ("next year", "2017"),
    ("late last year", "2015"),
    ("in the first half of next year", "2017-01/2017-06"),
    ("by the end of the month", "2016-12"),
    ("last November", "2016-11"),
    ("in November last year", "2015-11"),
    ("on 3 May this year", "2016-05-03"),
    ("in August of last year", "2015-08"),
    ("three years ago", "2013"),
    ("two days ago", "2016-12-18"),
    ("in two years' time", "2018"),
    ("a few months ago", "2016~"),
    ("half a century ago", "1966~"),
    ("nearly 200 years ago", "18XX"),
    ("over the past five years", "2011/2016"),
    ("over the next three years", "2016/2019"),
    ("in the last 12 months", "2015-12/2016-12"),
    ("last Friday", "2016-12-16"),
    ("next Monday", "2016-12-26"),
    ("next Friday", "2016-12-30"),
    ("this coming Friday", "2016-12-23"),
    ("in the new year", "2017"),
    ("on the first day of next month", "2017-01-01"),
    ("on Thursday next week", "2016-12-29"),
    ("on Thursday week", "2016-12-29"),
    ("three summers ago", "2014-22"),
    ("a week from Thursday", "2016-12-29"),
    ("a week from today", "2016-12-27"),
    ("two Fridays ago", "2016-12-09"),
    ("this time last year", "2015"),
    ("on the last Sunday of the month", "2016-12-25"),
    ("on the first Monday of next month", "2017-01-02"),
    ("at nine tonight", "2016-12-20"),
    ("a quarter of a century ago", "1991~"),
    ("in the prior year", "2015"),
]


@pytest.mark.parametrize(("phrase", "edtf"), RELATIVE)
def test_a_relative_date_is_reckoned_from_the_day_of_writing(phrase: str, edtf: str) -> None:
    [mention] = find_dates(f"Talks on the port, {phrase}, in Colombo.", WRITTEN)
    assert mention.edtf == edtf
    assert not mention.explicit_year


@pytest.mark.parametrize("phrase", ["today", "last month", "on Friday", "three years ago", "over the next two years"])
def test_what_hangs_on_an_unknown_day_of_writing_has_no_value(phrase: str) -> None:
    assert values(f"The envoy came {phrase}.", None) == [None]


def test_days_in_figures_begin_with_the_month_where_the_text_shows_it() -> None:
    assert values("Signed 4/3/1998.", "2016-12-20") == ["1998-03-04"]
    assert values("Signed 4/3/1998, sealed 3/24/1998.", "2016-12-20") == ["1998-04-03", "1998-03-24"]
    assert values("Suva, 12/11/2016.", "2016-12-11") == ["2016-12-11"]


def test_what_will_be_is_not_of_a_year_that_is_over() -> None:
    assert values("The treaty, signed on 3 May 2014, will lapse on 1 June.") == ["2014-05-03", "2017-06-01"]
    assert values("The treaty, signed on 3 May 2014, lapsed on 1 June.") == ["2014-05-03", "2014-06-01"]


def test_days_of_which_one_is_meant_are_told_apart() -> None:
    assert values("It will be held on 5 or 6 June 2017.") == ["2017-06-05", "2017-06-06"]


def test_a_date_that_only_names_a_thing_gives_no_year_to_others() -> None:
    assert values("The June 2014 treaty was ratified in April.") == ["2014-06", "2016-04"]
    assert values("In June 2014 it was signed, and ratified in July.") == ["2014-06", "2014-07"]
    assert values("Signed in 1974, it was last week renewed, and on 11 December sealed.")[2] == "2016-12-11"


def test_a_coarse_day_of_writing_gives_no_finer_date() -> None:
    assert values("They met last year, last month and yesterday.", "2016") == ["2015", None, None]


@pytest.mark.parametrize(
    ("sentence", "edtf"),
    [
        ("The minister will visit Oslo in January.", "2017-01"),
        ("The minister visited Oslo in January.", "2016-01"),
        ("The talks will be held on 8 January.", "2017-01-08"),
        ("The talks were held on 8 January.", "2016-01-08"),
        ("Both sides met on Wednesday.", "2016-12-14"),
        ("Both sides will meet on Wednesday.", "2016-12-21"),
        ("The loan, signed in August, will be repaid.", "2016-08"),
        ("The minister, who arrived on Monday, will open the fair.", "2016-12-19"),
        ("The clinic opens in March.", "2017-03"),
        ("The clinic opened in March.", "2016-03"),
        ("Talks take place in Oslo in March.", "2017-03"),
        ("The visit has been moved to March.", "2017-03"),
        ("The visit was postponed in March.", "2016-03"),
        ("The envoy leaves for Suva on Friday.", "2016-12-23"),
        ("The minister said Friday night that the levy would stay.", "2016-12-16"),
        ("The captain will have surgery Friday.", "2016-12-23"),
        ("The team plays Friday in Suva.", "2016-12-23"),
        ("The storm hit Friday.", "2016-12-16"),
        ("The storm could hit Friday.", "2016-12-23"),
        ("The strike that began Friday spread to Suva.", "2016-12-16"),
        ("Tickets go on sale Friday.", "2016-12-23"),
        ("It will help victims of the 8 October earthquake.", "2016-10-08"),
        ("The minister will open a hundred shared wells in May.", "2017-05"),
        ("I will raise the interest that we have in the talks in May.", "2017-05"),
        ("He announced that in March ten teachers will go to Oslo.", "2017-03"),
        ("He announced in March that ten teachers will go to Oslo.", "2016-03"),
    ],
)
def test_the_tense_tells_which_year_or_week_is_meant(sentence: str, edtf: str) -> None:
    assert values(sentence) == [edtf]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On May 5, 2009 a team arrived. On June 3 it left.", ["2009-05-05", "2009-06-03"]),
        ("It arrived on 30 June 2009 and left the following day.", ["2009-06-30", "2009-07-01"]),
        ("Signed on 2 May 2009, it lapsed two months later.", ["2009-05-02", "2009-07"]),
        ("In 1994 a school was built; a clinic came the same year.", ["1994", "1994"]),
        ("Work began in 2004 and ended five years later.", ["2004", "2009"]),
        ("The ships come in June and September 2003.", ["2003-06", "2003-09"]),
        ("Work began in March and ended in May 2011.", ["2011-03", "2011-05"]),
        ("In 1994 it rose from January to March it seems.", ["1994", "1994-01/1994-03"]),
        ("In 2015 it lost more than in the year-earlier period; a year later it rose.", ["2015", "2014", "2016"]),
    ],
)
def test_the_running_text_gives_what_a_date_leaves_out(text: str, found: list[str]) -> None:
    assert values(text, None) == found


@pytest.mark.parametrize(
    ("phrase", "kind", "edtf", "timex"),
    [
        ("since 2004", "since", "2004/..", "2004"),
        ("since the 1990s", "since", "1990~/..", "199"),
        ("from 2004 onwards", "since", "2004/..", "2004"),
        ("from 2004 to the present", "since", "2004/..", "2004"),
        ("until March 2019", "until", "2019-03", "2019-03"),
        ("through March 2019", "until", "2019-03", "2019-03"),
        ("by the end of 2021", "until", "2021-12~", "2021"),
        ("no later than 30 June 2021", "until", "2021-06-30", "2021-06-30"),
        ("for five years", "duration", None, "P5Y"),
        ("for half an hour", "duration", None, "PT30M"),
        ("for several months", "duration", None, "PXM"),
        ("every year", "set", None, "P1Y"),
        ("every two weeks", "set", None, "P2W"),
        ("every two to three years", "set", None, "P3Y"),
        ("every morning", "set", None, "XXXX-XX-XXTMO"),
        ("some time ago", "date", None, "PAST_REF"),
        ("a while ago", "date", None, "PAST_REF"),
        ("before dawn Friday", "until", "2016-12-23", "2016-12-23TMO"),
        ("annually", "set", None, "P1Y"),
        ("on Fridays", "set", None, "XXXX-WXX-5"),
        ("recently", "date", None, "PAST_REF"),
        ("now", "date", None, "PRESENT_REF"),
        ("in previous years", "date", None, "PAST_REF"),
        ("long ago", "date", None, "PAST_REF"),
        ("moments ago", "date", None, "PAST_REF"),
        ("someday", "date", None, "FUTURE_REF"),
        ("over the long term", "date", None, "FUTURE_REF"),
        ("in the short run", "date", None, "FUTURE_REF"),
        ("in the years to come", "date", None, "FUTURE_REF"),
        ("for years to come", "duration", None, "PXY"),
        ("for another year", "duration", None, "P1Y"),
        ("for half a year", "duration", None, "P6M"),
        ("for two-and-a-half years", "duration", None, "P2.5Y"),
        ("for 2 1/2 years", "duration", None, "P2.5Y"),
        ("for 2½ years", "duration", None, "P2.5Y"),
        ("the entire week", "duration", None, "P1W"),
        ("after a month-old strike", "duration", None, "P1M"),
        ("for a decades-old feud", "duration", None, "PXDE"),
        ("in the days since", "duration", None, "PXD"),
        ("in the year ahead", "range", "2016/2017", "P1Y"),
        ("at nine in the morning", "date", None, "2016-12-20T09:00"),
        ("in the winter of 1946-47", "date", "1946-24", "1946-WI"),
        ("by century's end", "until", "20XX", "20"),
        ("for the third day in a row", "duration", None, "P3D"),
        ("for the fifth straight month", "duration", None, "P5M"),
        ("in its second year", "duration", None, "P2Y"),
        ("on weekdays", "set", None, "XXXX-WXX-WD"),
        ("on the first Monday of every month", "set", None, "P1M"),
        ("in '87", "date", "1987", "1987"),
        ("no later than 2019", "until", "2019", "2019"),
        ("in the 2015 first half", "date", "2015-01/2015-06", "2015-H1"),
        ("in the 1990's", "date", "199X", "199"),
        ("in the coming months", "date", None, "FUTURE_REF"),
        ("over the past five years", "range", "2011/2016", "P5Y"),
        ("last week", "date", "2016-12-12/2016-12-18", "2016-W50"),
        ("last night", "date", "2016-12-19", "2016-12-19TNI"),
        ("in the third quarter of 2015", "date", "2015-07/2015-09", "2015-Q3"),
        ("in the mid-1980s", "date", "1985~", "198"),
        ("in 2009-10", "date", "2009/2010", "FY2010"),
    ],
)
def test_kinds_of_times_and_their_timex_values(phrase: str, kind: str, edtf: str | None, timex: str) -> None:
    [mention] = find_dates(f"The road is repaired {phrase}.", WRITTEN)
    assert (mention.kind, mention.edtf, mention.timex) == (kind, edtf, timex)


@pytest.mark.parametrize(
    ("sentence", "founded"),
    [
        ("The club marks its 30th anniversary.", "1986"),
        ("In 2003 the club marked its twentieth anniversary.", "1983"),
        ("In 2003 the two marked 75 years of diplomatic relations.", "1928"),
        ("Next year the two cities celebrate the half-century anniversary of their twinning.", "1967"),
        ("On 8 May they celebrated the centenary of the school.", "1916-05-08"),
        ("The school opened in 1996; they marked the 20th anniversary last October.", "1996"),
        ("They built a mill in 1999; they marked the 20th anniversary of the pact last October.", "1996-10"),
        ("Partners since 1986, the towns keep the 30th anniversary in May.", "1986"),
        ("They joined the union in 2007 and keep the 30th anniversary this year.", "1986"),
        ("The two keep the first anniversary of the pact in 2016.", "2015"),
        ("The hall, built in 1950, had its 50th anniversary in 2000.", "1950"),
    ],
)
def test_an_anniversary_gives_the_time_of_the_founding(sentence: str, founded: str) -> None:
    [mention] = [m for m in find_dates(sentence, WRITTEN) if m.kind == "anniversary"]
    assert mention.edtf == founded


@pytest.mark.parametrize(
    "sentence",
    [
        "The 76th session adopted Resolution 1973 and Article 2010.",
        "They paid $2000 to some 2000 students and 1500 tonnes of rice.",
        "The purchase of 1500 vehicles was paid for.",
        "May we thank you? They march on; you may go, March on, he said.",
        "Call 202-555-2010, Room 2014, about project (#31065).",
        "Men in their 30s; the dollar was in the high 60s.",
        "The second draft of the third paper was the first of a kind.",
    ],
)
def test_numbers_verbs_and_names_are_no_dates(sentence: str) -> None:
    assert find_dates(sentence, WRITTEN) == []


def test_no_date_that_the_calendar_lacks() -> None:
    assert values("on 31 June 2001 and 2001-13-45 and 29 February 2001", None) == ["2001-06", "2001-02"]


def test_words_of_dates_stand_in_one_class_only() -> None:
    words = [word for table in read_toml("dates.toml").values() for word in table]
    assert len(words) == len(set(words))


DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
LONG, SHORT = "%-d %B %Y", "%b %-d, %Y"
WAYS = [LONG, "%B %-d, %Y", "%A, %-d %B %Y", SHORT, "%Y-%m-%d", "%d.%m.%Y", "the %-dth of %B, %Y", "%A, %B %-d, %Y"]


def written(day: date, way: str) -> str:
    suffix = {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10 if day.day not in (11, 12, 13) else 0, "th")
    return day.strftime(way.replace("%-dth", f"{day.day}{suffix}").replace("%-d", str(day.day)))


@given(DAYS, st.sampled_from(WAYS), st.one_of(st.none(), DAYS))
def test_a_day_written_out_is_read_back(day: date, way: str, anchor: date | None) -> None:
    mentions = find_dates(f"It ended on {written(day, way)}.", Edtf(anchor.isoformat()) if anchor else None)
    assert [m.edtf for m in mentions] == [day.isoformat()]


@given(
    DAYS, st.integers(1, 400), st.sampled_from([LONG, "%B %-d, %Y"]), st.sampled_from([" to ", " - ", "–", " until "])
)
def test_a_span_written_out_is_read_back(day: date, length: int, way: str, joint: str) -> None:
    end = day + timedelta(length)
    assert values(f"It ran from {written(day, way)}{joint}{written(end, way)}.", None) == [f"{day}/{end}"]


@given(DAYS, st.integers(1, 27), st.sampled_from([" to ", "-", " – "]))
def test_days_of_one_month_written_out_are_read_back(day: date, length: int, joint: str) -> None:
    end = day + timedelta(length)
    if end.month != day.month:
        return
    expected = [f"{day}/{end}"]
    assert values(f"It ran from {day.day}{joint}{written(end, LONG)}.", None) == expected
    assert values(f"It ran from {day:%B} {day.day}{joint}{end.day}, {end.year}.", None) == expected


WORDS = [word for table in read_toml("dates.toml").values() for word in table]
LITTER = st.lists(
    st.one_of(
        st.sampled_from(WORDS).map(str.title), st.sampled_from(WORDS), st.integers(0, 3000).map(str), DAYS.map(str),
        st.sampled_from([",", "-", "/", ".", "'s", "1980s", "2005-06", "21st", "\n\n", "$5", "he was"]),
    ),
    max_size=25,
).map(" ".join)  # fmt: skip


@settings(max_examples=300)
@given(
    st.one_of(st.text(), LITTER), st.sampled_from([None, "2016-12-20", "2016-12", "2016", "0001-01-01", "9999-12-31"])
)
def test_any_text_is_read_without_harm(text: str, anchor: str | None) -> None:
    end = 0
    for mention in find_dates(text, Edtf(anchor) if anchor else None):
        assert end <= mention.start < mention.end
        assert mention.text == text[mention.start : mention.end]
        assert mention.edtf is None or Edtf(mention.edtf) == mention.edtf
        end = mention.end


@pytest.mark.parametrize(
    "piece", ["1, 2, 3, ", "the last ", ".\n", "\n", "mid-", "2001 to ", "a half and a half ", "1,111"]
)
def test_the_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    begun = time.process_time()
    find_dates(piece * 20_000, WRITTEN)
    assert time.process_time() - begun < 8


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Work should start in January.", "2017-01"),
        ("It must be ready by June.", "2017-06"),
        ("Work started in January.", "2016-01"),
        ("The start of January was cold.", "2016-01"),
        ("The ferry was to start last January.", "2016-01"),
        ("The ferry was to start last year.", "2015"),
    ],
)
def test_what_should_start_in_a_month_is_yet_to_come(text, expected):
    assert values(text) == [expected]


@pytest.mark.parametrize(
    "text, kind, edtf, timex",
    [
        ("The weir will be ready within two years.", "until", "2018-12", "P2Y"),
        ("The weir is to be ready within 18 months.", "until", "2018-06", "P18M"),
        ("They shall answer within ten days.", "until", "2016-12-30", "P10D"),
        ("The weir will stand in less than three months.", "until", "2017-03", "P3M"),
        ("The weir should be ready within the year.", "until", "2016", "2016"),
        ("The weir was built within two years.", "until", None, "P2Y"),
        ("The weir will serve for two years.", "duration", None, "P2Y"),
    ],
)
def test_the_time_that_is_left_ends_so_much_later(text, kind, edtf, timex):
    [mention] = find_dates(text, WRITTEN)
    assert (mention.kind, mention.edtf, mention.timex) == (kind, edtf, timex)


def test_of_a_year_of_writing_the_time_that_is_left_is_told_in_years():
    assert values("It will be ready within two years.", "2016") == ["2018"]


def test_an_anniversary_reckons_back_to_the_day_that_is_told():
    told = "They keep the 50th anniversary of the treaty. On 17 May 1966 it was signed in Arica."
    assert [d.edtf for d in find_dates(told, WRITTEN)] == ["1966-05-17", "1966-05-17"]
    within = "They recall the 50th anniversary of ties, set up on 1 December 1966."
    assert [d.edtf for d in find_dates(within, WRITTEN)] == ["1966-12-01", "1966-12-01"]
    untold = "They keep the 50th anniversary of the treaty. On 17 May 1971 it was signed anew."
    assert [d.edtf for d in find_dates(untold, WRITTEN)] == ["1966", "1971-05-17"]


def test_a_month_behind_in_takes_no_ordinal_of_the_thing_behind_it():
    (again,) = find_dates("Oslo held the third round in May. The fourth is planned.", Edtf("2018-12-31"))
    assert (again.text, again.edtf) == ("May", "2018-05")
    (found,) = find_dates("In May the first fair was held.", Edtf("2018-12-31"))
    assert (found.text, found.edtf) == ("May", "2018-05")


@pytest.mark.parametrize(
    "text, words, timex",
    [
        ("The weekend talks failed.", "The weekend", "2016-W51-WE"),
        ("The day's losses were heavy.", "The day", "2016-12-20"),
        ("It is the week's second strike.", "the week", "2016-W51"),
        ("One day, they hope, it will be over.", "One day", "FUTURE_REF"),
        ("With one day left, she leads.", "one day", "P1D"),
        ("It lost money in 1990's first quarter.", "1990's first quarter", "1990-Q1"),
        ("In 1990's budget it was cut.", "1990", "1990"),
        ("It lost money in 1990's first three months.", "1990's first three months", "P3M"),
        ("The bank ended the week higher.", "the week", "2016-W51"),
        ("The year-earlier quarter was better.", "The year-earlier quarter", "2015-Q3"),
        ("It was the worst week of the season, the last vote of the day.", "the day", "2016-12-20"),
    ],
)
def test_times_told_in_passing_are_found(text: str, words: str, timex: str) -> None:
    [mention] = find_dates(text, WRITTEN)
    assert (mention.text, mention.timex) == (words, timex)


@pytest.mark.parametrize(
    "phrase, timex",
    [
        ("on Monday", "XXXX-WXX-1"),
        ("on Monday night", "XXXX-WXX-1TNI"),
        ("on 27 February", "XXXX-02-27"),
        ("in early March", "XXXX-03"),
        ("in the summer", "XXXX-SU"),
        ("yesterday", None),
    ],
)
def test_what_no_year_is_known_of_is_marked_by_its_name(phrase: str, timex: str | None) -> None:
    [mention] = find_dates(f"They met {phrase}.")
    assert (mention.edtf, mention.timex) == (None, timex)


def test_an_hour_is_of_a_day_and_of_nothing_longer() -> None:
    found = find_dates("They met last week, at 5 p.m. and on Friday at 6 p.m.", WRITTEN)
    assert [mention.text for mention in found] == ["last week", "5 p.m.", "Friday at 6 p.m."]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Peru announced a visit to Lima in October by a guest.", "2014-10"),
        ("Peru announced talks with Chile in October.", "2014-10"),
        ("Peru announced in October a visit of a guest.", "2013-10"),
        ("Peru announced the results of talks held in October.", "2013-10"),
    ],
)
def test_what_is_announced_is_ahead(text, edtf):
    assert [date.edtf for date in find_dates(text, Edtf("2014-03-12"))] == [edtf]
