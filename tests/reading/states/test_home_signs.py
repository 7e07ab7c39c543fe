"""What is seen around the mentions of a state, whichever state it is."""

from __future__ import annotations

import pytest

from dragoman.reading.states.home_signs import rare, signs_of


def test_the_same_is_seen_of_all_states():
    seen = [
        signs_of(text, text, None)
        for text in (
            "The Tongan Government welcomes help from Peru.",
            "The Estonian Government welcomes help from Chile.",
            "The Ukrainian Government welcomes help from the Philippines.",
        )
    ]
    assert [list(one.values()) for one in seen] == [list(seen[0].values())] * 3


def test_names_are_seen_as_names_only():
    (seen,) = signs_of("Ana Lopez left Peru 3 days ago.", "", None).values()
    assert "state: Name left _" in seen
    assert "state: _ 0 days" in seen


@pytest.mark.parametrize(
    ("text", "state", "sign"),
    [
        ("My condolences, and those of the people of Fiji.", "FJI", "on behalf of"),
        ("I shall visit Japan in May.", "JPN", "goes to"),
        ("I met the Prime Minister of Peru.", "PER", "title of"),
        ("Our troops in Chile are well.", "CHL", "our people in"),
    ],
)
def test_the_first_sign_that_fits_is_taken(text, state, sign):
    assert sign in signs_of(text, text, None)[state]


def test_a_leader_is_seen_whose_state_is_not_named():
    text = "Today I met Prime Minister Julia Gillard. It was a good day for Fiji."
    assert "its leader is named, I speak" in signs_of(text, text, 2012)["AUS"]


def test_who_signs_the_paper_is_not_left_to_what_is_learned():
    text = "GOVERNMENT OF TONGA\n\nFiji and Peru agreed."
    seen = signs_of(text, text, None)
    assert rare(seen["TON"]) > rare(seen["FJI"]) == 0
