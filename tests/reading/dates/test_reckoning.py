"""Days, months and years counted on and back, at the precision that the source gave."""

from calendar import SUNDAY
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.dates import reckoning
from dragoman.reading.dates.reckoning import Stamp, Value, duration, moved, period, stamp_of
from dragoman.values import Edtf

days = st.dates(date(1200, 1, 1), date(8800, 12, 31))
stamps = st.builds(lambda day, parts: Stamp(*(day.year, day.month, day.day)[:parts]), days, st.integers(1, 3))
units = st.sampled_from(["day", "week", "fortnight", "weekend", "month", "quarter", "year", "decade", "century"])
counts = st.integers(-300, 300)


@pytest.mark.parametrize(
    "stamp, unit, count, there",
    [
        pytest.param(Stamp(2024, 2, 28), "day", 2, Stamp(2024, 3, 1), id="over the end of a leap February"),
        pytest.param(Stamp(2023, 12, 30), "week", 1, Stamp(2024, 1, 6), id="over the end of the year"),
        pytest.param(Stamp(2024, 1, 31), "month", 1, Stamp(2024, 2), id="a month later is a month, not a day"),
        pytest.param(Stamp(2024, 1), "month", -1, Stamp(2023, 12), id="the month before January"),
        pytest.param(Stamp(2024, 5, 3), "year", -4, Stamp(2020), id="years ago is a year"),
        pytest.param(Stamp(2024), "month", 1, None, id="nobody knows the month after a year"),
        pytest.param(Stamp(2024, 5), "day", 1, None, id="nor the day after a month"),
        pytest.param(Stamp(9990), "century", 1, None, id="beyond the calendar"),
    ],
)
def test_what_is_counted_from_has_to_be_as_fine_as_what_is_counted(stamp, unit, count, there):
    assert moved(stamp, unit, count) == there


@given(days, st.sampled_from(["month", "quarter", "year"]), counts)
def test_there_and_back_again(day, unit, count):
    there = moved(stamp_of(day), unit, count)
    start = Stamp(day.year) if unit == "year" else Stamp(day.year, day.month)
    assert there is not None and moved(there, unit, -count) == start


@given(stamps, units, counts)
def test_a_period_is_a_time_that_edtf_can_write_and_holds_what_it_was_counted_from(stamp, unit, count):
    found = period(stamp, unit, count)
    if found is None:
        return
    assert Edtf(found.edtf)
    if count == 0 and unit not in ("weekend", "day"):
        assert Edtf(found.edtf).first <= stamp.middle <= Edtf(found.edtf).last


@given(days)
def test_a_week_is_seven_days_from_monday(day):
    value = reckoning.week(day)
    first, last = value.stamp.middle, value.until.middle
    assert (first.weekday(), last - first) == (0, timedelta(6))
    assert first <= day <= last
    assert value.timex == f"{day:%G}-W{day:%V}"


@pytest.mark.parametrize(
    "day", [date(1818, 3, 22), date(1943, 4, 25), date(2000, 4, 23), date(2024, 3, 31), date(2038, 4, 25)]
)
def test_easter_of_years_in_which_it_is_known(day):
    """The earliest and the latest that there can be are among them."""
    assert reckoning.easter(day.year) == day


@given(st.integers(1583, 9999))
def test_easter_is_a_sunday_of_spring(year):
    day = reckoning.easter(year)
    assert day.weekday() == SUNDAY
    assert date(year, 3, 22) <= day <= date(year, 4, 25)


@pytest.mark.parametrize(
    "unit, count, iso",
    [
        ("week", 2, "P2W"),
        ("fortnight", 2, "P4W"),
        ("hour", 3, "PT3H"),
        ("minute", 0.5, "PT30S"),
        ("year", 0.5, "P6M"),
        ("year", 1.5, "P1.5Y"),
        ("decade", 2.5, "P25Y"),
        ("month", None, "PXM"),
        ("second", None, "PTXS"),
    ],
)
def test_a_length_of_time_in_iso_8601(unit, count, iso):
    assert duration(unit, count) == iso


@pytest.mark.parametrize(
    "value, opens, closes",
    [
        pytest.param(reckoning.value_of(Stamp(2021, 5)), "2021-05", "2021-05", id="a month"),
        pytest.param(reckoning.quarter(2021, 2), "2021-04", "2021-06", id="a quarter"),
        pytest.param(reckoning.decade(1970), "1970~", "1979~", id="a decade, which no interval may name"),
        pytest.param(reckoning.century(20), "1900~", "1999~", id="a century"),
        pytest.param(reckoning.season(1998, 21), "1998-04~", "1998-04~", id="spring"),
        pytest.param(Value(None, "PRESENT_REF"), "", "", id="no place in the calendar"),
    ],
)
def test_where_a_time_begins_and_ends_can_bound_an_interval(value, opens, closes):
    assert (reckoning.opening(value), reckoning.closing(value)) == (opens, closes)


@given(st.integers(-5, 10_050), st.none() | st.integers(-1, 14), st.none() | st.integers(0, 33))
def test_a_stamp_is_valid_where_the_calendar_has_it(year, month, day):
    try:
        there = date(year, month if month is not None else 1, day if day is not None else 1)
    except ValueError:
        there = None
    assert Stamp(year, month, day).valid is (there is not None)
