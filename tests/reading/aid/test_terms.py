"""The terms of a loan are read from the words around the numbers."""

import time

import pytest

from dragoman.models import Terms
from dragoman.reading.aid.terms import find_terms, find_workers
from dragoman.reading.paging import build_page


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("a loan at 1.5% interest", Terms(interest=1.5)),
        ("an interest-free loan", Terms(interest=0)),
        (
            "interest of 2 per cent, a 25-year maturity and a 7-year grace period",
            Terms(interest=2, maturity=25, grace=7),
        ),
        ("to be repaid over ten years, after a grace period of three years", Terms(maturity=10, grace=3)),
        ("a 12-year loan", Terms(maturity=12)),
        (
            "a 3% fixed rate, a moratorium of four years and a repayment period of nine years",
            Terms(interest=3, maturity=9, grace=4),
        ),
        ("payable after a grace period of 6 years", Terms(grace=6)),
        ("to be reimbursed in 18 years", Terms(maturity=18)),
        ("a loan for 30 classrooms", None),
    ],
)
def test_terms(text: str, terms: Terms | None) -> None:
    assert find_terms(text) == terms


def test_a_long_run_of_digits_takes_no_long_time() -> None:
    start = time.monotonic()
    assert find_terms("1" * 10_000) is None
    assert time.monotonic() - start < 5, "each digit was tried as the first of a number: a minute"


def test_those_who_build_are_workers() -> None:
    page = build_page("The dam was built by Elsewedy Electric Corporation. The Ministry of Energy welcomed it.")
    assert [actor.name for actor in find_workers(page)] == ["Elsewedy Electric Corporation"]
