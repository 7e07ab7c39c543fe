"""The year that an undated text probably speaks in."""

from datetime import UTC, datetime

import pytest

from dragoman.reading.dates import find_dates
from dragoman.reading.dating import dates_of, day_of_writing, probable_year, times_of
from dragoman.values import Edtf


def resolved(text, published=None):
    return {d.text: d.edtf for d in dates_of(text, published and Edtf(published))}


@pytest.mark.parametrize(
    "text, year",
    [
        ("Trade grew from 2012 to 2014.", "2014"),
        ("In 2014 trade grew, in 2013 it fell.", "2014"),
        ("Trade grew on 3 May.", None),
        ("The plan runs until 2090.", None),
        ("In 2014 a plan until 2090 was made.", "2014"),
    ],
)
def test_the_probable_year_is_the_latest_that_is_written_and_has_begun(text, year):
    assert probable_year(find_dates(text, None)) == year


@pytest.mark.parametrize(
    "text, year",
    [
        ("They met on Monday, 4 March. Exports of 2018 were low.", "2019"),
        ("On Thursday, 5 October, they signed a plan for 2024-2026.", "2023"),
        ("They met on Monday, 4 March. Exports of 2009 were low.", "2009"),  # no such Monday is near
        ("They met on Monday, 4 March 2013. Exports of 2018 were low.", "2018"),
    ],
)
def test_a_weekday_tells_a_year_close_to_the_latest_written(text, year):
    assert probable_year(find_dates(text, None)) == year


def test_this_year_has_begun():
    year = datetime.now(UTC).year
    assert probable_year(find_dates(f"In {year} and {year + 1} the fair is held.", None)) == str(year)


def test_a_day_without_a_year_falls_in_the_probable_year():
    assert resolved("Trade grew in 2014. The fair opens on 3 May.")["3 May"] == "2014-05-03"


def test_a_day_without_a_year_stays_open_if_no_year_is_written():
    assert set(resolved("The fair opens on 3 May.").values()) == {None}


def test_the_day_of_publication_goes_before_a_year_in_the_text():
    assert resolved("Trade grew in 2014. The fair opens on 3 May.", "2016-04-20")["3 May"] == "2016-05-03"


def test_years_that_are_written_stay_as_they_are():
    assert resolved("Trade grew in 2012. The fair opens on 3 May 2013.") == {"2012": "2012", "3 May 2013": "2013-05-03"}


# ---- datelines


@pytest.mark.parametrize(
    "text, day",
    [
        pytest.param("SUVA, Sept. 3 (2019) -- Fiji will host a fair.", "2019-09-03", id="year in brackets"),
        pytest.param("SUVA, 3 March 2019 – Fiji will host a fair.", "2019-03-03", id="with its year"),
        pytest.param("Suva, March 3, 2019 (FNA) -- Fiji will host a fair.", "2019-03-03", id="month first"),
        pytest.param(
            "LIMA, May 5 (ANDINA) - Presidents Ollanta Humala and Michelle Bachelet met, it was said on Monday.",
            "2014-05-05",
            id="leaders and weekday",
        ),
        pytest.param(
            "LIMA, May 6 (ANDINA) - Presidents Ollanta Humala and Michelle Bachelet met, it was said on Monday.",
            "2014-05-06",
            id="the day behind",
        ),
        pytest.param("LIMA, May 5 (ANDINA) - Fish was sold on Monday.", None, id="too many years"),
        pytest.param(
            "LIMA, May 5 (ANDINA) - In 2016 Ollanta Humala and Michelle Bachelet met, it was said on Monday.",
            None,
            id="no year fits the one that is written",
        ),
        pytest.param(
            "LIMA, May 5 (ANDINA) - Fish was sold on 4 May 2014. The plan runs to 2021.",
            "2014-05-05",
            id="the day after one that it tells",
        ),
        pytest.param(
            "LIMA, January 1 /ANDINA/. Fish was sold on 30 December 2013.",
            "2014-01-01",
            id="after the turn of the year",
        ),
        pytest.param("LIMA, May 5 (ANDINA) - The treaty of 4 April 2009 was praised.", None, id="a day long ago"),
        pytest.param("They met in Lima, May 5 2014, and in Suva.", None, id="no dateline"),
        pytest.param("LIMA (ANDINA) - Fish was sold on 5 May 2014.", None, id="a dateline without a day"),
    ],
)
def test_the_day_of_writing_is_the_one_in_the_dateline(text, day):
    assert day_of_writing(text) == day


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("SUVA, 20 June - ", "2011-06-20"),
        ("SUVA, 2 June - ", "2011-06-22"),
        ("Fiji closed its port on 20 June. ", "2011-06-22"),
    ],
)
def test_a_story_published_some_days_later_speaks_of_the_day_in_its_dateline(line, told):
    dates = dates_of(line + "The two sides met today.", Edtf("2011-06-22"))
    assert dates[-1].edtf == told


@pytest.mark.parametrize(
    "text, day",
    [
        ("Peru and Chad will talk in March, the ministry said on Tuesday, January 14, 2025.", "2025-01-14"),
        ("The ministry announced on Monday, 13 January 2025 that Peru and Chad will talk.", "2025-01-13"),
        ("The treaty was signed on Monday, 13 January 2025, and Peru ratified it.", None),
        ("The ministry said on 13 January 2025 that it was sorry.", None),
    ],
)
def test_the_day_on_which_the_news_was_told_is_that_of_writing(text, day):
    assert day_of_writing(text) == day


def test_a_dateline_does_not_date_what_its_sentence_dates_otherwise(page):
    text = "Lima, October 17 (ANDINA). The 21st session took place on 16 October 2023."
    assert [d.edtf for d in page(text).dates] == ["2023-10-16"]
    text = "Lima, October 17, 2023 (ANDINA). The 21st session took place in Cusco."
    assert [d.edtf for d in page(text).dates] == ["2023-10-17"]


def test_all_times_are_told_that_of_the_dateline_too():
    text = "ARICA, 17 May 2014 - The session began on Friday and lasts three days. " + "Nobody came. " * 150
    assert [(each.text, each.timex) for each in times_of(text, None)] == [
        ("17 May 2014", "2014-05-17"), ("Friday", "2014-05-16"), ("three days", "P3D"),
    ]  # fmt: skip
