import pytest

from tests.follow.checks.conftest import figure

TRADE = {"measure": "trade", "of": "trade"}


@pytest.mark.parametrize(("rate", "fits"), [(25, True), (24, True), (60, False)])
def test_a_rate_against_the_values_of_its_years(tell, only, rate, fits):
    tell(
        f"Trade was 400 million dollars in 2016 and 500 million dollars in 2017, up {rate} per cent.",
        figure("400 million dollars in 2016", 400e6, date="2016", **TRADE),
        figure("500 million dollars in 2017", 500e6, date="2017", **TRADE),
        figure(f"up {rate} per cent", rate, "%", date="2017", **TRADE),
    )
    finding = only("growth")
    assert finding.confirmed is fits
    assert finding.statement.startswith("From USD 400 million (2016) to USD 500 million (2017) is +25%")


def test_a_yearly_rate_is_compounded(tell, only):
    tell("In 2010 trade was 100 million dollars.", figure("100 million dollars", 100e6, date="2010", **TRADE))
    tell("In 2014 trade was 207 million dollars.", figure("207 million dollars", 207e6, date="2014", **TRADE))
    tell(
        "Trade grew 20 per cent a year from 2010 to 2014.",
        figure("grew 20 per cent a year", 20, "%", date="2010/2014", **TRADE),
    )
    finding = only("growth")
    assert finding.confirmed
    assert "is +19.9% a year; the rate told is 20%: consistent" in finding.statement
    assert len(finding.quotes) == 3


def test_without_both_values_nothing_is_said(tell, found):
    tell(
        "Trade was 500 million dollars in 2017, up 60 per cent.",
        figure("500 million dollars in 2017", 500e6, date="2017", **TRADE),
        figure("up 60 per cent", 60, "%", date="2017", **TRADE),
    )
    assert found("growth") == []
