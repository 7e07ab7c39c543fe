from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.desk.prepared import Prepared, all_of

ROWS = st.lists(st.lists(st.sampled_from("abcd"), max_size=4), max_size=12)
WANTED = st.lists(st.sampled_from("abcde"), min_size=1, max_size=3)


def letters(row):
    return row


@given(rows=ROWS, wanted=WANTED, every=st.booleans())
def test_rows_that_have_values(rows, wanted, every):
    held = Prepared(rows)
    passes = all if every else any
    expected = [row for row in rows if passes(value in row for value in wanted)]
    assert held.passing(held.having("letter", letters, wanted, every=every)) == expected


@given(rows=ROWS, wanted=WANTED)
def test_values_are_counted_among_the_rows_that_pass(rows, wanted):
    held = Prepared(rows)
    mask = held.meeting(lambda row: wanted[0] in row)
    expected = Counter(value for row in rows if wanted[0] in row for value in set(row))
    assert held.numbers("letter", letters, mask) == expected
    assert held.numbers("letter", letters, None) == Counter(value for row in rows for value in set(row))


def test_masks_are_joined_and_none_lets_all_pass():
    held = Prepared(["ab", "b", "abc"])
    masks = [held.having("letter", letters, [value], every=False) for value in "ac"]
    assert held.passing(all_of(masks)) == ["abc"]
    assert held.passing(all_of([])) == ["ab", "b", "abc"]


@pytest.mark.parametrize("rows", [[], ["a"]])
def test_few_rows(rows):
    held = Prepared(rows)
    assert len(held) == len(rows)
    assert held[:5] == tuple(rows)
