"""Numbers in digits, words and magnitudes are read as what they are worth."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.quantities.numerals import find_numerals, share_magnitudes

WRITTEN = [
    ("7", 7),
    ("3.25", 3.25),
    ("1,234", 1234),
    ("1,234,567.8", 1234567.8),
    ("1 234 567", 1234567),
    ("1'234'567", 1234567),
    ("12,34,567", 1234567),
    ("1.234.567", 1234567),
    ("1.234,56", 1234.56),
    ("3,5", 3.5),
    ("2½", 2.5),
    ("2 ½", 2.5),
    ("three-and-a-half", 3.5),
    ("6 and a half million", 6.5e6),
    ("six and one half million", 6.5e6),
    ("six-point-five million", 6.5e6),
    ("150, 000", 150000),
    ("12,345, 678,900", 12_345_678_900),
    ("104,275310.5", 104_275_310.5),
    ("384'000,000", 384_000_000),
    (".75", 0.75),
    ("16 million", 16e6),
    ("1.5bn", 1.5e9),
    ("200 thousand", 200_000),
    ("4 lakh", 400_000),
    ("2.5 crore", 25e6),
    ("6 mln", 6e6),
    ("2 hundred thousand", 200_000),
    ("one lakh crore", 1e12),
    ("two and a half", 2.5),
    ("one point two five million", 1_250_000),
    ("one hundred thirty-five point six million", 135.6e6),
    ("one and three quarter million", 1_750_000),
    ("a quarter-million", 250_000),
    ("2 1/2", 2.5),
    ("twelve", 12),
    ("forty-one", 41),
    ("forty one", 41),
    ("a hundred", 100),
    ("three hundred and sixty-five", 365),
    ("two thousand and five", 2005),
    ("five million two hundred thousand", 5_200_000),
    ("half a million", 500_000),
    ("one and a half million", 1_500_000),
    ("a million and a half", 1_500_000),
    ("two billion and a quarter", 2_250_000_000),
    ("three quarters of a million", 750_000),
    ("a third of a billion", 333_333_333),
    ("1/2 million", 500_000),
    ("a half-million", 500_000),
    ("three and a quarter million", 3_250_000),
    ("hundred million", 100e6),
    ("1 billion 200 million", 1.2e9),
    ("a dozen", 12),
    ("two dozen", 24),
    ("Ninety-nine", 99),
]


@pytest.mark.parametrize(("written", "value"), WRITTEN)
def test_a_number_is_read_as_it_is_written(written: str, value: float) -> None:
    (numeral,) = find_numerals(f"We saw {written} of them.")
    assert numeral.value == pytest.approx(value)
    assert f"We saw {written} of them."[numeral.start : numeral.end] == written


@pytest.mark.parametrize(
    "text", ["none of it", "anyone alone", "tens of millions", "a sixth sense", "often tense", "a few hundred thousand"]
)
def test_words_that_only_look_like_numbers_are_none(text: str) -> None:
    assert list(find_numerals(text)) == []


def test_a_list_shares_the_magnitude_of_its_last_number() -> None:
    text = "1.5, 2 and 4 million"
    assert [n.value for n in share_magnitudes(text, find_numerals(text))] == [1.5e6, 2e6, 4e6]


def test_numbers_beside_each_other_stay_apart() -> None:
    assert [n.value for n in find_numerals("one, two and three, two million, four")] == [1, 2, 3, 2e6, 4]


ONES = (
    "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def spell(number: int) -> str:
    """An independent speller, 1 to 999 999."""
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")
    if number < 1000:
        return f"{ONES[number // 100]} hundred" + (f" and {spell(number % 100)}" if number % 100 else "")
    rest = number % 1000
    return f"{spell(number // 1000)} thousand" + (f" {'and ' if rest < 100 else ''}{spell(rest)}" if rest else "")


@given(st.integers(1, 999_999))
def test_what_is_spelt_out_is_read_back(number: int) -> None:
    assert [n.value for n in find_numerals(spell(number))] == [number]


@given(st.integers(0, 10**15))
def test_grouped_digits_are_read_back(number: int) -> None:
    assert [n.value for n in find_numerals(f"{number:,}")] == [number]


@given(
    st.decimals(1, 999, places=2).map(float), st.sampled_from([("thousand", 1e3), ("million", 1e6), ("billion", 1e9)])
)
def test_magnitudes_multiply(number: float, magnitude: tuple[str, float]) -> None:
    word, scale = magnitude
    (numeral,) = find_numerals(f"{number} {word}")
    assert numeral.value == pytest.approx(number * scale)


@given(st.text())
def test_no_text_raises_and_numbers_do_not_overlap(text: str) -> None:
    end = 0
    for numeral in find_numerals(text):
        assert end <= numeral.start < numeral.end <= len(text)
        end = numeral.end


def test_a_magnitude_leaves_no_noise_of_binary_fractions() -> None:
    assert [n.value for n in find_numerals("1,073.36 crore")] == [10_733_600_000]
