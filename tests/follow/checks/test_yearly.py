import pytest

from tests.follow.checks.conftest import figure

WORDS = "Each year {yearly} million dollars were given. Since 2010 {total} million dollars have come in grants."


def write(tell, low, high, total):
    value = {"value": low} if low == high else {"value": None, "low": low * 1e6, "high": high * 1e6}
    tell(
        WORDS.format(yearly=f"{low} to {high}", total=total),
        figure(f"Each year {low} to {high} million dollars", of="yearly grants", date="2018", **value),
        figure(f"{total} million dollars have come in grants", total * 1e6, date="2010/.."),
        date="2018-11-01",
    )


def test_a_sum_that_the_years_come_to_is_confirmed_with_the_sum(tell, only):
    write(tell, 5, 6, 43)
    finding = only("yearly")
    assert finding.confirmed
    assert finding.statement == (
        "USD 5 million to 6 million a year over 8 years (2010 to 2018) is USD 40 million to 48 million; "
        "the total told (since 2010) is USD 43 million: consistent."
    )


@pytest.mark.parametrize("total", [20, 80])
def test_a_sum_that_the_years_cannot_come_to(tell, only, total):
    write(tell, 5, 6, total)
    finding = only("yearly")
    assert not finding.confirmed
    assert finding.statement.endswith("it does not fit.")


def test_a_yearly_sum_of_later_years_has_nothing_to_do_with_a_closed_total(tell, found):
    tell(
        "From 2010 to 2015 grants were 30 million dollars. Chile gives 9 million dollars a year until 2022.",
        figure("grants were 30 million dollars", 30e6, date="2010/2015"),
        figure("9 million dollars a year until 2022", 9e6, date="2022"),
    )
    assert found("yearly") == []
