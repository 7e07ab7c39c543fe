"""Phrases of a table beside a place in the text."""

import time

from dragoman.reading.quantities.phrases import Phrases

UNITS = Phrases([("km", 1), ("km/h", 2), ("square miles", 3)])


def test_the_longest_phrase_behind_a_place_wins():
    assert UNITS.after("5 km/h", 1) == (2, 6)
    assert UNITS.after("5 km away", 1) == (1, 4)
    assert UNITS.after("5 square miles", 1) == (3, 14)
    assert UNITS.after("5 square feet", 1) is None


def test_what_is_longer_than_any_word_is_none_and_takes_no_long_time():
    text = "–1" * 20_000
    start = time.monotonic()
    assert all(UNITS.after(text, at) is None for at in range(4_000))
    assert time.monotonic() - start < 5, "the whole text was taken for a word at each place: a minute"
