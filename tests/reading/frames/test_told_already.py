"""Clauses that say more of what was told before, and what somebody is helped to do."""

import pytest

from dragoman.reading.frames.told_already import is_helped_to, says_more


@pytest.mark.parametrize(
    "text, word, told",
    [
        pytest.param("This programme will support farms in Chile.", "support", True, id="a programme"),
        pytest.param("This will support farms in Chile.", "support", True, id="a pronoun"),
        pytest.param("This programme will train 40 farmers in Chile.", "train", False, id="with a number"),
        pytest.param("A new programme will support farms in Chile.", "support", False, id="a new one"),
        pytest.param("These two countries will support farms in Chile.", "support", False, id="who acts"),
        pytest.param("This pact will frame cooperation with Chile in mining.", "frame", False, id="fields of work"),
    ],
)
def test_what_only_says_more_of_a_thing(frame, text, word, told):
    assert says_more(frame(text, word, "activity")) is told


def test_what_somebody_is_helped_to_do_is_the_help(frame):
    text = "Peru will help Chile build a port."
    assert is_helped_to(frame(text, "build", "activity"))
    assert not is_helped_to(frame(text, "help", "activity"))
    helps = frame(text, "help", "activity")
    assert text[helps.start : helps.end] == "Peru will help Chile build a port"
    assert not is_helped_to(frame("Peru said it would build a port.", "build", "activity"))
