"""What has been paid out of a loan."""

import pytest

from dragoman import make_document
from dragoman.reading.reader import Reader

ABOVE = (
    "Delhi, 6 May 2019\n\nIndia and Kenya have been partners since 1993. Their ministers met in Delhi in March. The "
    "line serves eleven towns of Kenya.\n\n"
)


def read(text):
    return Reader().read(make_document(ABOVE + text, id="d")).entries


@pytest.mark.parametrize(
    "text",
    [
        "The Exim Bank of India disbursed US$40 million of a loan of US$90 million for the railway in Kenya.",
        "Kenya has drawn down US$40 million of the US$90 million loan from India for the railway.",
        "Of the credit of US$ 90 million extended to Kenya by India for the line, US$ 40 million had been used.",
    ],
)
def test_what_is_paid_out_of_a_loan_is_a_figure(text):
    found = read(text)
    assert [(e.measure, e.value) for e in found if e.kind == "figure" and e.unit == "USD"] == [("loans", 40e6)]
    assert {(e.type, e.stage, e.amount.value) for e in found if e.kind == "activity" and e.amount} <= {
        ("loan", "underway", 90e6)
    }


def test_what_is_paid_out_of_a_loan_of_no_told_sum_is_the_loan():
    told = read("India disbursed US$20 million of a loan to Kenya for the railway.")
    assert [(e.type, e.stage, e.amount.value) for e in told if e.kind == "activity"] == [("loan", "underway", 20e6)]


def test_a_sum_that_is_paid_out_for_something_is_a_gift():
    told = read("India disbursed US$20 million for a school in Kenya. It granted a loan of 30 million dollars.")
    assert ("underway", 20e6) not in [(e.stage, e.amount.value) for e in told if e.kind == "activity" and e.amount]
