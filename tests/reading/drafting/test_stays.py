"""From which day to which a visit lasts, as several sentences tell it together."""

import pytest

from dragoman.reading.drafting.stays import closed, is_arrival, may_be_one, of_both, of_length
from dragoman.values import Edtf

ARRIVAL, DEPARTURE = "2031-03-02/..", "../2031-03-05"


@pytest.mark.parametrize(
    "one, other, both",
    [
        pytest.param(ARRIVAL, DEPARTURE, "2031-03-02/2031-03-05", id="arrival and departure"),
        pytest.param("2031-03-02", "2031-03-02/2031-03-05", "2031-03-02/2031-03-05", id="a day and the whole stay"),
        pytest.param("2031-03-01/2031-03-12", "2031-03-02/2031-03-05", "2031-03-02/2031-03-05", id="of a longer tour"),
        pytest.param("2031-03", "2031-03-02", "2031-03-02", id="a month and a day of it"),
        pytest.param("2031", "2031-03", "2031-03", id="a year and a month of it"),
        pytest.param(ARRIVAL, "2031-03-02/2031-03-05", "2031-03-02/2031-03-05", id="arrival and the whole stay"),
        pytest.param(ARRIVAL, None, ARRIVAL, id="nothing more"),
    ],
)
def test_two_times_of_one_stay(one, other, both):
    one, other = (Edtf(each) if each else None for each in (one, other))
    assert of_both(one, other) == of_both(other, one) == both


@pytest.mark.parametrize(
    "one, other, may",
    [
        (ARRIVAL, DEPARTURE, True),
        (ARRIVAL, "2031-04-20", False),
        ("1998", DEPARTURE, False),
        ("2031-03", "2031-03-05", True),
        ("2031-03-02", "2031-03-05", False),
    ],
)
def test_a_stay_is_no_longer_than_a_month(one, other, may):
    assert may_be_one(Edtf(one), Edtf(other)) is may


@pytest.mark.parametrize("when, told", [(ARRIVAL, "2031-03-02"), (DEPARTURE, "2031-03-05"), ("2031/..", "2031/..")])
def test_one_end_of_a_stay_is_a_day(when, told):
    assert closed(Edtf(when)) == told


def test_a_stay_of_known_length_ends_on_its_last_day():
    assert of_length(Edtf("2031-03-30"), 3) == "2031-03-30/2031-04-01"
    assert of_length(Edtf("2031-03-30"), 1) == "2031-03-30"
    assert is_arrival(of_length(Edtf("2031-03-30"), 0))
    assert not is_arrival(Edtf(DEPARTURE))
