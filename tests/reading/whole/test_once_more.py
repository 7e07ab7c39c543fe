"""Once more: where a text says that something is given that was not told before."""

import pytest

from dragoman.reading.whole.once_more import once_more


@pytest.mark.parametrize(
    "text",
    [
        "Another 40,000 euros go to Lima.",
        "another US$2 million",
        "a second gift of boats",
        "A further concessional loan",
        "an additional EUR 5 million",
    ],
)
def test_what_is_given_once_more(text):
    assert once_more(text) == [0]


@pytest.mark.parametrize(
    "text", ["another visit", "a second bridge", "a grant of 5 million", "one after another, 5 boats"]
)
def test_what_is_not_given_once_more(text):
    assert once_more(text) == []
