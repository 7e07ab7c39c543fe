"""Fields of joint work that are listed behind a colon."""

import pytest

from dragoman.reading.drafting.behind_colons import behind_colon
from dragoman.reading.paging import build_page


@pytest.mark.parametrize(
    ("text", "word", "items"),
    [
        (
            "Chile and Fiji will cooperate in three areas: trade, fish and health.",
            "cooperate",
            ["trade", "fish", "health"],
        ),
        (
            "Chile and Fiji will cooperate in the following fields: fish and nets; roads; and border control.",
            "cooperate",
            ["fish and nets", "roads", "border control"],
        ),
        (
            "The pact will rest on two pillars: fish; and roads between Chile and Fiji.",
            "rest",
            ["fish", "roads"],
        ),
        ("The talks covered three areas: trade, fish and health.", "covered", None),
        ("Chile and Fiji will cooperate: both need trade, fish and health.", "cooperate", None),
    ],
)
def test_what_a_list_behind_a_colon_names(frame, text, word, items):
    found = behind_colon(frame(text, word, "activity"), build_page(text), joint=word == "cooperate")
    assert (found[2] if found else None) == items
