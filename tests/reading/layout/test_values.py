"""What single cells say."""

import pytest

from dragoman.models import Amount
from dragoman.reading.layout import values
from dragoman.reading.layout.headings import Scale
from dragoman.values import CurrencyCode, Edtf, Unit


@pytest.mark.parametrize(
    "text",
    ["12", "1,204.5", "12.450,3", "42.5*", "€ 3.5", "21.4 %", "approx. 300", "8.1 (est.)", "more than 30", "at least 3",
     "EUR 4 to 5 million", "more than half", "two thirds"])  # fmt: skip
def test_numbers(text):
    assert values.is_number(text)


@pytest.mark.parametrize(
    "text", ["2016", "n/a", "–", "", "Value (EUR '000)", "12 Main Street", "half-way", "15th Floor, Capita Centre"]
)
def test_no_numbers(text):
    assert not values.is_number(text)


@pytest.mark.parametrize("text", ["2016", "2016/17", "Q1 2019", "January-July 2018", "March 2021", "2019 (est.)"])
def test_times(text):
    assert values.is_time(text)


@pytest.mark.parametrize("text", ["1,204", "Oslo, 3 May 2011", "Phase 2", "May"[:1]])
def test_no_times(text):
    assert not values.is_time(text)


def test_a_time_keeps_its_precision():
    assert values.time_of("2016/17", None) == Edtf("2016/2017")
    assert values.time_of("March 2021", None) == Edtf("2021-03")


def test_a_number_has_its_sign_and_its_magnitude():
    assert values.number_of("-12.9") == values.Number(-12.9)
    assert values.number_of("3.5 million") == values.Number(3.5e6, scale=1e6)
    assert values.number_of("over 40") == values.Number(40, bound="min")
    assert values.number_of("3 of 5") is None


def test_a_number_is_so_much_of_the_unit_of_its_heading():
    millions = Scale("EUR", 1e6)
    assert values.Number(2.5).of(millions) == Amount(value=2.5e6, unit=Unit("EUR"))
    assert values.Number(3e6, scale=1e6, approx=True).of(millions) == Amount(value=3e6, unit=Unit("EUR"), approx=True)


def test_a_share_in_words():
    assert values.amount_of("more than half", CurrencyCode("USD")) == Amount(value=50, unit=Unit("%"), bound="min")
    assert values.amount_of("first half", CurrencyCode("USD")) is None


@pytest.mark.parametrize(
    "text, code",
    [("Kenya", "KEN"), ("Republic of Kenya", "KEN"), ("Korea (Republic of)", "KOR"), ("Bank of Kenya", None)],
)
def test_a_cell_that_is_a_state(text, code):
    assert values.state_of(text) == code


def test_a_party_is_named_as_it_is_printed():
    party = values.party_of("Ministry of Water, Jordan (MWI)", "recipient")
    assert (party.name, party.code) == ("Ministry of Water, Jordan", "JOR")
