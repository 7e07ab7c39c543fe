"""Words with their weights: what a phrase says beside its states, ordinals, years and sums."""

import pytest

from dragoman.ledger.identity.words import weigh


@pytest.mark.parametrize("name", ["East Timor", "EAST TIMOR", "east timor", "Papua New Guinea", "Asia-Pacific"])
def test_names_of_several_words_are_left_out_however_they_are_written(name):
    assert set(weigh(f"A quay for {name}")) == {"quay"}


@pytest.mark.parametrize(
    "phrase, words",
    [
        ("the eight-point plan", {"plan", "point", "8-point"}),
        ("a plan of 8 points", {"plan", "point", "8-point"}),
        ("the ninth meeting in 2011", {"meeting"}),
        ("programmes for centres", {"program", "center"}),
    ],
)
def test_words_are_told_in_one_form(phrase, words):
    assert set(weigh(phrase)) == words


def test_a_name_weighs_more_than_a_word_that_stands_everywhere():
    weights = weigh("The visit to Mollendo")
    assert weights["mollendo"] > 1 > weights["visit"]
