import pytest

from dragoman.follow.checks.written import period_in, places_of, sums_in


@pytest.mark.parametrize("written", ["$4.9 million", "$4,900,000", "$4.9m", "4.9 million dollars"])
def test_where_a_number_is_written(written):
    text = f"Since 2004 about {written} was paid."
    assert [text[at:][:1] for at in places_of(text, 4.9e6)] == ["4"]


def test_sums_of_one_currency_alone():
    text = "It includes $6 million for roads, 7 million euros for a port, US$2m for trees and 12 schools."
    assert [value for _, value in sums_in(text, "USD")] == [6e6, 2e6]
    assert [value for _, value in sums_in(text, "EUR")] == [7e6]


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("Since 2010 Chile has given much.", "2010/.."),
        ("Chile gave much from 2010 to 2015.", "2010/2015"),
        ("Chile gave much in 2010-2015.", "2010/2015"),
        ("Chile gave much in 2010.", None),
        ("Chile gave much from 2015 to 2010.", None),
    ],
)
def test_the_years_that_a_sentence_sums_up(sentence, period):
    assert period_in(sentence) == period
