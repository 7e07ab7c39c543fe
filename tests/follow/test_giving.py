"""What states give each other, summed by what is asked for."""

from datetime import date

import pytest

from dragoman.follow.giving import given_by
from tests.follow.conftest import grant, parties


@pytest.fixture
def told(ledger, tell):
    swapped = {"parties": parties("VNM", "CHL", roles=("funder", "recipient"))}
    tell(
        "News",
        "2019-02-01",
        grant("School in Hue", 900, date="2018", sector="110"),
        grant("Well in Hue", 70, date="2019", sector="140"),
        grant("Road to Hue", 5, unit="EUR", date="2019", stage="done"),
        grant("Tea for Lima", 30, date="2019", **swapped),
        grant("Ferry", 8000, stage="planned"),
        grant("So far", 7000, date="2004/.."),
    )
    tell("Later", "2021-02-01", grant("Bridge of Danang", 40, date="2021", sector="210"))
    ledger.resolve()
    return ledger


def sums(found, *parts):
    return {
        (*(getattr(each.group, part) for part in parts), each.group.unit): each.value for each in found if each.counted
    }


@pytest.mark.parametrize(
    ("by", "found"),
    [
        (["giver"], {("CHL", "NOK"): 1010, ("CHL", "EUR"): 5, ("VNM", "NOK"): 30}),
        (
            ["sector"],
            {("110", "NOK"): 900, ("140", "NOK"): 70, ("210", "NOK"): 40, (None, "NOK"): 30, (None, "EUR"): 5},
        ),
        (["year"], {(2018, "NOK"): 900, (2019, "NOK"): 100, (2021, "NOK"): 40, (2019, "EUR"): 5}),
    ],
)
def test_sums_are_parted_by_what_is_asked_for_and_always_by_currency(told, by, found):
    assert sums(given_by(told, by), *by) == found


def test_years_and_the_day_bound_what_is_summed(told):
    assert sums(given_by(told, ["year"], since=2019, until=2019), "year") == {(2019, "NOK"): 100, (2019, "EUR"): 5}
    assert (2021, "NOK") not in sums(given_by(told, ["year"], as_of=date(2020, 1, 1)), "year")


def test_what_is_left_out_is_named_with_its_reason(told):
    left = [(matter.entry.title, reason) for each in given_by(told, ["giver"]) for matter, reason in each.left]
    assert left == [("So far", "money of several years")]
