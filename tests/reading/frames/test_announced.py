"""Sums that a government says it will give in a release that announces its decisions."""

from dataclasses import replace

import pytest

from dragoman.reading.frames.announced import is_announced
from dragoman.values import CountryCode

LEAD = "I am pleased to announce New Zealand's help for Samoa. "


@pytest.mark.parametrize(
    ("text", "word", "announced"),
    [
        pytest.param(LEAD + "New Zealand will also give 3 million dollars.", "give", True, id="the state gives"),
        pytest.param(LEAD + "It will give 3 million dollars to build a port.", "build", True, id="what for"),
        pytest.param(LEAD + "The project will cost 3 million dollars.", "cost", False, id="another subject"),
        pytest.param(LEAD + "New Zealand will not give 3 million dollars.", "give", False, id="denied"),
        pytest.param(LEAD + "New Zealand will give help.", "give", False, id="no sum"),
        pytest.param("New Zealand will give 3 million dollars to Samoa.", "give", False, id="nothing announced"),
    ],
)
def test_what_a_release_announces_is_decided(page, frame, text, word, announced):
    own = replace(page(text), home=CountryCode("NZL"))
    assert is_announced(frame(text, word, "activity"), own) is announced


def test_news_of_others_decides_nothing(page, frame):
    text = LEAD + "New Zealand will also give 3 million dollars."
    assert not is_announced(frame(text, "give", "activity"), replace(page(text), home=None))
