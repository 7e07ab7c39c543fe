"""Checked values: dates know their days and how they lie to one another, and what is malformed is refused."""

from datetime import date

import pytest

from dragoman.values import CountryCode, CurrencyCode, Edtf, Unit


@pytest.mark.parametrize(
    "told, first, last",
    [
        ("2016-11-03", date(2016, 11, 3), date(2016, 11, 3)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("199X", date(1990, 1, 1), date(1999, 12, 31)),
        ("1985~", date(1985, 1, 1), date(1985, 12, 31)),
        ("2019-24", date(2019, 12, 1), date(2020, 2, 29)),
        ("2016-11-03/2016-11-05", date(2016, 11, 3), date(2016, 11, 5)),
        ("2004/..", date(2004, 1, 1), None),
        ("../2004-06", None, date(2004, 6, 30)),
    ],
)
def test_a_date_covers_days(told, first, last):
    assert (Edtf(told).first, Edtf(told).last) == (first, last)


@pytest.mark.parametrize("told", ["", "May 2016", "2016-13", "2016-02-30", "2017/2016", "2016-11-03T10:00"])
def test_what_is_no_date_is_refused(told):
    with pytest.raises(ValueError):
        Edtf(told)


@pytest.mark.parametrize(
    "one, other, before, begun",
    [
        ("2015", "2016-05", True, True),
        ("2016-05", "2016", False, True),
        ("2016-05-03", "2016-05-03", False, True),
        ("2016-05-04", "2016-05-03", False, False),
        ("2016/..", "2020", False, True),
        ("../2016", "2020", True, False),
        ("2016", "../2020", False, True),
        ("2016", "2015/..", False, False),
    ],
)
def test_a_date_lies_before_another_or_has_begun_by_it(one, other, before, begun):
    assert Edtf(one).ends_before(Edtf(other)) is before
    assert Edtf(other).begins_after(Edtf(one)) is before
    assert Edtf(one).begins_by(Edtf(other)) is begun


@pytest.mark.parametrize(
    ("when", "years"),
    [("2013/2018", True), ("2013-12-30/2014-01-02", False), ("2013", False), ("2013/..", False)],
)
def test_a_span_may_take_years(when, years):
    assert Edtf(when).takes_years is years


def test_a_date_lies_nowhere_to_one_that_is_missing():
    when = Edtf("2016")
    assert not (when.ends_before(None) or when.begins_after(None) or when.begins_by(None))


@pytest.mark.parametrize("check, good, bad", [
    (CountryCode, ["JPN", "SUN", "XKX"], ["jpn", "JP", "XXX"]),
    (CurrencyCode, ["USD", "ZMK"], ["usd", "US$", "XYZ"]),
    (Unit, ["tonne", "%", "USD"], ["", " tonne", "tonne "]),
])  # fmt: skip
def test_codes_and_units_are_checked(check, good, bad):
    assert [check(value) for value in good] == good
    for value in bad:
        with pytest.raises(ValueError):
            check(value)


def test_states_are_called_by_their_short_names_former_ones_too():
    assert [CountryCode(code).country for code in ("RUS", "COD", "PSE", "SUN", "YUG", "XKX")] == [
        "Russia", "Democratic Republic of the Congo", "Palestine", "Soviet Union", "Yugoslavia", "Kosovo",
    ]  # fmt: skip


def test_money_is_told_from_things():
    assert Unit("USD").is_money
    assert not Unit("tonne").is_money
