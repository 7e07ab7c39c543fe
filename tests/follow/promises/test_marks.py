"""By what sentences are known again."""

import pytest

from dragoman.follow.promises.marks import leans, numbered, numbers_of, refers


@pytest.mark.parametrize(
    ("sentence", "numbers"),
    [
        ("It costs $2 million and 150 jobs.", {"2 million", "150"}),
        ("In 2009 three men bought 4 boats.", set()),
        ("The sum of 11.5 million was paid.", {"11.5 million"}),
        ("About 30,000 books came.", {"30000"}),
    ],
)
def test_numbers_tell_things_apart_but_years_do_not(sentence, numbers):
    assert set(numbers_of(sentence)) == numbers


@pytest.mark.parametrize(
    ("sentence", "before", "numbers"),
    [
        ("The ninth round was held in Lima.", "", {("session", 9)}),
        ("The tenth will be held in Oslo.", "The ninth round was held in Lima.", {("session", 10)}),
        ("It took two days.", "The ninth round was held in Lima.", {("session", 9)}),
        ("The committee met for the fifth time.", "", {("session", 5)}),
        ("The talks took two days.", "The ninth round was held in Lima.", set()),
    ],
)
def test_a_sentence_counts_on_from_the_one_before(sentence, before, numbers):
    assert numbered(sentence, before) == numbers


def test_some_sentences_speak_of_what_was_named_before():
    assert refers("It is to open in May.")
    assert not refers("Italy is to open a consulate.")


@pytest.mark.parametrize(
    ("sentence", "does"),
    [
        ("It is to open in May.", True),
        ("The first is to sail in May.", True),
        ("The last one will follow.", True),
        ("The first boat is to sail in May.", False),
        ("Peru is to pay.", False),
    ],
)
def test_a_sentence_may_leave_it_to_the_one_before_what_it_is_about(sentence, does):
    assert leans(sentence) is does
