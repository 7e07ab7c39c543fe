from math import inf

import pytest

from dragoman.follow.checks.ranges import Range, range_of
from dragoman.models import Amount


@pytest.mark.parametrize(
    ("amount", "low", "high"),
    [
        ({"value": 4.9e6, "unit": "USD"}, 4.85e6, 4.95e6),
        ({"value": 1e6, "unit": "USD"}, 0.95e6, 1.05e6),
        ({"value": 72000, "unit": "USD", "approx": True}, 64800, 79200),
        ({"value": 63, "unit": "project"}, 63, 63),
        ({"value": 400, "unit": "tonne"}, 380, 420),
        ({"low": 5, "high": 6, "unit": "tonne"}, 5, 6),
        ({"value": 200, "unit": "project", "bound": "min"}, 190, inf),
        ({"value": 60, "unit": "project", "bound": "max"}, 0, 60),
        ({"low": 3, "unit": "project"}, 3, inf),
    ],
)
def test_what_a_written_number_may_stand_for(amount, low, high):
    assert range_of(Amount(**amount)) == Range(pytest.approx(low), pytest.approx(high))


def test_an_amount_without_a_number_has_no_range():
    assert range_of(Amount(unit="USD")) is None


def test_ranges_are_added_multiplied_and_compared():
    assert Range(1, 2) + Range(3, 4) == Range(4, 6)
    assert Range(1, 2) * 3 == Range(3, 6)
    assert Range(1, 2).meets(Range(2, 5))
    assert not Range(1, 2).meets(Range(2.1, 5))
    assert Range(1, 2).covers(1.5)
