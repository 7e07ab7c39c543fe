"""The extents that TIMEX3 gives the dates of a text."""

import pytest

from dragoman.reading.dates import find_dates, timexes
from dragoman.values import Edtf


def marked(text: str) -> dict[str, str | None]:
    return {each.text: each.timex for each in timexes(find_dates(text, Edtf("2014-03-12")), text)}


@pytest.mark.parametrize(
    "text, first, last",
    [
        ("He ruled from 1965 until 1973.", ("1965", "1965"), ("1973", "1973")),
        ("It ran from 8 to 10 March 2012.", ("8", "2012-03-08"), ("10 March 2012", "2012-03-10")),
        ("It will run on May 3-5.", ("May 3", "2014-05-03"), ("5", "2014-05-05")),
        ("The 2010-2015 plan failed.", ("2010", "2010"), ("2015", "2015")),
        (
            "It grew between the early 1960s and mid-1974.",
            ("the early 1960s", "196"), ("mid-1974", "1974"),
        ),
    ],
)  # fmt: skip
def test_a_range_is_marked_as_its_two_ends(text, first, last):
    assert list(marked(text).items()) == [first, last]


def test_each_end_has_its_own_date():
    text = "It ran from 8 to 10 March 2012."
    assert [each.edtf for each in timexes(find_dates(text), text)] == ["2012-03-08", "2012-03-10"]


@pytest.mark.parametrize(
    "text, words",
    [
        ("He was away for nearly two years.", "nearly two years"),
        ("It took more than 20 years.", "more than 20 years"),
        ("They waited at least a week.", "at least a week"),
        ("It was a two-day visit.", "two-day"),
        ("The 62-year-old poet sang.", "62-year-old"),
        ("He is 62 years old.", "62 years old"),
        ("The board meets twice a year.", "twice a year"),
        ("It struck at about 9 a.m. local time.", "about 9 a.m. local time"),
        ("They are at peace right now.", "right now"),
        ("They met on Friday.", "Friday"),
    ],
)
def test_words_that_go_with_a_time_are_part_of_it(text, words):
    assert list(marked(text)) == [words]
