"""What single cells say."""

import pytest

from dragoman.reading.laid_out import values
from dragoman.values import Edtf


@pytest.mark.parametrize("text", ["12", "1,204.5", "12.450,3", "42.5*", "€ 3.5", "21.4 %", "approx. 300", "8.1 (est.)"])
def test_numbers(text):
    assert values.is_number(text)


@pytest.mark.parametrize(
    "text", ["2016", "n/a", "–", "", "Value (EUR '000)", "12 Main Street", "15th Floor, Capita Centre"]
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
    assert values.number_of("-12.9") == (-12.9, 1)
    assert values.number_of("3.5 million") == (3.5e6, 1e6)
    assert values.number_of("3 of 5") is None


@pytest.mark.parametrize(
    "text, code",
    [("Kenya", "KEN"), ("Republic of Kenya", "KEN"), ("Korea (Republic of)", "KOR"), ("Bank of Kenya", None)],
)
def test_a_cell_that_is_a_state(text, code):
    assert values.state_of(text) == code


def test_a_party_is_named_as_it_is_printed():
    party = values.party_of("Ministry of Water, Jordan (MWI)", "recipient")
    assert (party.name, party.code) == ("Ministry of Water, Jordan", "JOR")
