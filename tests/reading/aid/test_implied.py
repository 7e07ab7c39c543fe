"""What an account of aid leaves to the reader's knowledge: where a town lies, when a disaster was."""

from __future__ import annotations

import pytest

from dragoman.reading.aid.implied import state_hinted, state_of_town, year_of_disaster
from dragoman.values import CountryCode


@pytest.mark.parametrize(
    "text, code",
    [
        ("Norway repaired the Rumbek hospital.", "SSD"),
        ("Wells were drilled at Outapi by a Finnish firm.", "NAM"),
        ("Wells were drilled at Lyngdal.", None),
        ("The minister opened the school.", None),
    ],
)
def test_a_town_tells_the_state_that_receives(text: str, code: str | None) -> None:
    assert state_of_town(text) == code


@pytest.mark.parametrize(
    "text, code",
    [
        ("A ward of the Kenneth Kaunda clinic was painted.", "ZMB"),
        ("Uzbektelecom bought cables on credit.", "UZB"),
        ("The Tajik language course was given books.", "TJK"),
        ("A clinic in Antannanarivo was mended.", "MDG"),
        ("The Japanese language course was given books.", None),
        ("The Academy and the Corporation signed in March.", None),
    ],
)
def test_a_name_may_hint_at_the_state_that_receives(text: str, code: str | None) -> None:
    assert state_hinted(text) == code


def test_a_common_word_is_no_town() -> None:
    assert state_of_town("The Academy and the Corporation signed in March.") is None


@pytest.mark.parametrize(
    "text, state, year",
    [
        ("Tents were flown in after the earthquake.", "HTI", "2010"),
        ("Tents were flown in after the earthquake.", "GHA", None),
        ("Gloves were sent to help against Ebola.", "GIN", "2014"),
        ("Rice was sent to those who lost their boats in the tsunami.", "LKA", "2005"),
        ("A road was built.", "HTI", None),
    ],
)
def test_a_known_disaster_tells_the_year(text: str, state: str, year: str | None) -> None:
    assert year_of_disaster(text, CountryCode(state)) == year
