"""What headings mean."""

import pytest

from dragoman.reading.layout import headings
from dragoman.reading.layout.headings import Scale


@pytest.mark.parametrize(
    "heading, role",
    [
        ("Project", "name"),
        ("Loan amount (JPY million)", "sum"),
        ("Implementing agency", "doer"),
        ("Date of signing", "signed"),
        ("Expected completion", "end"),
        ("Partner country", "taker"),
        ("Loan No.", "number"),
        ("Weather", None),
    ],
)
def test_what_stands_under_a_heading(heading, role):
    assert headings.role_of(heading) == role


@pytest.mark.parametrize(
    "text, unit, factor",
    [
        ("Exports (USD million)", "USD", 1e6),
        ("Trade in millions of euros", "EUR", 1e6),
        ("Value (NZD '000)", "NZD", 1e3),
        ("Loan amount, million yen", "JPY", 1e6),
        ("€ billion", "EUR", 1e9),
        ("Output (thousand tonnes)", "tonne", 1e3),
        ("% of total", "%", 1),
        ("Rs. crore", "INR", 1e7),
    ],
)
def test_the_unit_that_a_heading_tells(text, unit, factor):
    assert headings.unit_in(text, text, "USD") == Scale(unit, factor)


def test_a_heading_of_years_tells_no_unit():
    assert headings.unit_in("Year", "Year", "USD") is None


@pytest.mark.parametrize(
    "heading, noun",
    [
        ("Number of projects", "project"),
        ("Scholarships awarded", "scholarship"),
        ("Visitors to Malta", "visitor"),
        ("Value", None),
    ],
)
def test_what_a_heading_counts(heading, noun):
    assert headings.counted_in(heading) == noun


@pytest.mark.parametrize(
    "status, stage",
    [
        ("Ongoing", "underway"),
        ("80% completed", "underway"),
        ("completed in 2012", "done"),
        ("not yet started", "planned"),
        ("in the pipeline", "planned"),
        ("on hold since May", "suspended"),
        ("Approved", "agreed"),
        ("blue", None),
    ],
)
def test_how_far_a_status_says_that_it_has_come(status, stage):
    assert headings.stage_in(status) == stage


@pytest.mark.parametrize(
    "title, type_",
    [
        ("Framework agreement on fisheries", "agreement"),
        ("MoU on sport", "memorandum"),
        ("Protocol amending the tax treaty", "agreement"),
        ("Cultural exchange programme", "programme"),
        ("Bridge over the Gambia", None),
    ],
)
def test_what_paper_a_title_is_of(title, type_):
    assert headings.instrument_in(title) == type_
