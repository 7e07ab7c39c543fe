"""Full dates as people write them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.documents.written_date import find_dates, years


def told(text: str) -> list[str]:
    return [found.value for found in find_dates(text)]


@pytest.mark.parametrize(
    "text, value",
    [
        ("3 February 2019", "2019-02-03"),
        ("3rd of February, 2019", "2019-02-03"),
        ("Feb. 3, 2019", "2019-02-03"),
        ("Sept 3rd 2019", "2019-09-03"),
        ("03.02.2019", "2019-02-03"),
        ("2019-02-03T11:00", "2019-02-03"),
        ("2019/2/3", "2019-02-03"),
        ("12/31/2018", "2018-12-31"),
        ("February 2019", "2019-02"),
        ("20190203", "2019-02-03"),
        ("ABC20190203.0412", "2019-02-03"),
        ("12/31/98", "1998-12-31"),
        ("31-12-18 10:04:01", "2018-12-31"),
    ],
)
def test_forms_of_dates(text, value):
    assert told(text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("30/02/2019", id="no such day"),
        pytest.param("13/13/2018", id="no such month"),
        pytest.param("3 February 1066", id="before anything was published"),
        pytest.param("1-3/2/2019", id="the second half of a range"),
        pytest.param("12.03.2019-15", id="a longer number"),
        pytest.param("mid-2019", id="no month"),
        pytest.param("10/12/98", id="day and month alike, and a short year"),
        pytest.param("the 12/31/98 group", id="a short year among words"),
        pytest.param("tel. 20190203", id="eight digits among words"),
    ],
)
def test_what_is_no_date(text):
    assert told(text) == []


def test_dates_come_in_their_order_with_the_characters_that_they_are_written_in():
    text = "From 2018-01-05 to 7 May 2018, signed January 2017."
    assert [text[found.start : found.end] for found in find_dates(text)] == ["2018-01-05", "7 May 2018", "January 2017"]


def test_what_is_to_come_was_not_published_then():
    day = date.today()
    assert told(f"{day + timedelta(1):%Y-%m-%d}") and not told(f"{day + timedelta(2):%Y-%m-%d}")
    assert list(years(f"1998 and {day.year} and {day.year + 1}")) == [1998, day.year]


FORMS = ("%Y-%m-%d", "%d.%m.%Y", "%d %B %Y", "%B %d, %Y", "%d-%b-%Y", "%Y/%m/%d")


@given(st.dates(date(1500, 1, 1), date.today()), st.sampled_from(FORMS))
def test_every_day_is_read_back(day, form):
    assert told(f"Lima, {day.strftime(form)}.") == [day.isoformat()]
