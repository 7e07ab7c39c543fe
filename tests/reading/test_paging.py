"""A text as a page."""

import pytest

from dragoman.models import Document
from dragoman.reading.paging import dollar_of, page_of


@pytest.mark.parametrize("home, dollar", [("NZL", "NZD"), ("AUS", "AUD"), ("PER", "USD"), (None, "USD")])
def test_a_bare_dollar_is_the_dollar_of_the_state_that_speaks(home, dollar):
    assert dollar_of(home) == dollar


def test_of_a_text_as_prose_nothing_is_out_of_reach():
    text = "Peru sold 400 tonnes of fish. " * 60
    document = Document(id="fish", text=text, sha256="0" * 64)
    assert page_of(document).quantities == []
    assert len(page_of(document, as_prose=True).quantities) == 60
