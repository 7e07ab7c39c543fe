"""What of a text is within reach of a second party, and so is parsed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.reading import reach
from dragoman.reading.reach import within_reach
from dragoman.values import CountryCode

HOME = "The Minister told the farmers of the valley that milk would be dearer. "
AWAY = "Ghana and Peru signed a treaty on fishing. "
FAR = HOME * 40  # on each side more than is in reach


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Peru builds a road, says Peru. " * 40, False),
        ("Peru builds a road, says Peru. " * 4, True),
        ("Peru builds a road, says Togo. " * 40, True),
        ("Peru builds a road, says UNICEF. " * 40, True),
    ],
    ids=["one state alone", "too short to tell", "two states", "a state and a body"],
)
def test_a_long_text_that_names_one_party_alone_is_out_of_reach(text, told):
    assert within_reach(text) == text if told else within_reach(text).isspace()


def test_what_stands_far_from_any_other_state_is_blank():
    text = FAR + AWAY + FAR
    left = within_reach(text)
    assert len(left) == len(text)
    assert left[len(FAR) :].startswith(AWAY)
    assert left.strip().startswith("The Minister")
    assert left.strip().endswith("dearer.")
    assert left[: len(FAR) - reach.REACH - len(HOME)].isspace()


def test_the_state_whose_government_speaks_is_no_other():
    text = FAR + "In Ghana prices rose. " + FAR
    assert within_reach(text, CountryCode("GHA")).isspace()
    assert "In Ghana prices rose." in within_reach(text, CountryCode("PER"))


def test_blanks_part_paragraphs():
    left = within_reach(AWAY + FAR + AWAY)
    assert "\n\n" in left


@settings(max_examples=100)
@given(st.lists(st.sampled_from([HOME, AWAY, FAR, "Togo", "\n", "é", "x" * 300, '" ']), max_size=12))
def test_what_is_left_stands_where_it_stood(parts):
    text = "".join(parts)
    left = within_reach(text)
    assert len(left) == len(text)
    assert all(now == before or now.isspace() for now, before in zip(left, text, strict=True))
