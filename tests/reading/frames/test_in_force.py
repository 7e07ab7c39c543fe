"""What a text says of a treaty that is signed and not yet in force."""

import pytest

from dragoman.reading.drafting.instruments import draft_instrument
from dragoman.reading.frames.in_force import awaits_force


@pytest.mark.parametrize(
    ("text", "waits"),
    [
        pytest.param("The tax treaty, signed in 2010, has yet to be ratified by Togo.", True, id="yet to be ratified"),
        pytest.param(
            "The tax treaty signed in 2015 has not entered into force yet.", True, id="not entered into force"
        ),
        pytest.param("The tax treaty is still awaiting ratification in Oslo.", True, id="awaits ratification"),
        pytest.param("The tax treaty is not yet in force.", True, id="not in force"),
        pytest.param("Togo has not ratified the tax treaty that was signed in 2015.", True, id="somebody has not"),
        pytest.param("The tax treaty was ratified by Togo in 2015.", False, id="ratified"),
        pytest.param("The tax treaty entered into force in 2015.", False, id="in force"),
        pytest.param("The tax treaty has not helped Togo.", False, id="something else denied"),
    ],
)
def test_a_treaty_waits_until_it_is_ratified(frame, text, waits):
    assert awaits_force(frame(text, "treaty", "instrument").head) is waits


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("The treaty of Togo with Norway, signed in 2010, has yet to be ratified.", "agreed"),
        ("A draft treaty of Togo with Norway is under consideration in Oslo.", "proposed"),
    ],
)
def test_how_far_it_has_come(page, frame, text, stage):
    page, frame = page(text, "2014-05-03"), frame(text, "treaty", "instrument", "2014-05-03")
    assert draft_instrument(frame, page, "agreement", "underway").stage == stage
