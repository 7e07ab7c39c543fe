"""The extents that TIMEX3 gives the dates of a text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.knowledge import read_toml
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
        ("It was the end of the 1950-53 war.", ("1950", "1950"), ("53", "1953")),
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
        ("It takes four to six weeks.", "four to six weeks"),
        ("It rained over the last two or three days.", "the last two or three days"),
        ("The third-quarter loss was small.", "third-quarter"),
        ("It takes a day or two.", "a day or two"),
        ("He ruled for barely a year.", "barely a year"),
        ("The 2009-10 season was wet.", "2009-10"),
        ("It rained over the past week or so.", "the past week or so"),
        ("It is a five- to seven-year plan.", "five- to seven-year"),
        ("It struck at 0800 local time.", "0800 local time"),
        ("The sale ended at nearly 3 a.m.", "nearly 3 a.m."),
        ("It will be shut for the rest of the year.", "the rest of the year"),
        ("She is over 70 years old.", "over 70 years old"),
        ("The train runs 10 times a day.", "10 times a day"),
        ("The twice-weekly boat sank.", "twice-weekly"),
        ("It is the worst flood in over 30 years.", "over 30 years"),
        ("It was built in less than a decade.", "less than a decade"),
        ("It is a 2 1/2-year plan.", "2 1/2-year"),
        ("The fiscal third quarter was poor.", "The fiscal third quarter"),
        ("Not so long ago the bay was clean.", "Not so long ago"),
    ],
)
def test_words_that_go_with_a_time_are_part_of_it(text, words):
    assert list(marked(text)) == [words]


def test_as_many_is_what_was_counted_before():
    assert marked("It was the third flood in as many weeks.") == {"as many weeks": "P3W"}
    assert marked("They lost 12 men in as many days.") == {"as many days": "P12D"}


WORDS = [word for table in read_toml("dates.toml").values() for word in table]
PIECES = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(["-", ",", ".", "to", "or", "not", "so", "as", "about", "the", "years old", "2½", "1/2"]),
    st.integers(0, 2100).map(str),
)


@settings(max_examples=300)
@given(st.lists(PIECES, max_size=20).map(" ".join))
def test_marks_stand_in_order_and_apart(text: str) -> None:
    end = 0
    for mark in timexes(find_dates(text, Edtf("2014-03-12")), text):
        assert end <= mark.start < mark.end <= len(text)
        assert mark.text == text[mark.start : mark.end]
        end = mark.end


@pytest.mark.parametrize(
    "text",
    [
        "The envoy will\nhave talks\nFriday.",
        "It is\nexpected to last\ntwo months.",
        "It was the third flood\nin as\nmany weeks.",
        "They waited at\nleast three\nyears for the\nlast\nSunday of\nthe month.",
    ],
)
def test_a_wrapped_line_changes_nothing(text):
    flat = text.replace("\n", " ")
    assert [(words.replace("\n", " "), timex) for words, timex in marked(text).items()] == list(marked(flat).items())


def test_both_ends_of_a_range_of_no_known_year_have_their_names():
    text = "The rain usually lasts from June to September."
    assert [(each.text, each.timex, each.edtf) for each in timexes(find_dates(text, Edtf("2014-03-12")), text)] == [
        ("June", "XXXX-06", None), ("September", "XXXX-09", None),
    ]  # fmt: skip


def test_numbers_run_together_only_as_far_as_they_can():
    assert marked("hundred " * 5000 + "years passed") == {"hundred years": "P100Y"}
