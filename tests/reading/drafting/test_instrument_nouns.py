"""Nouns for instruments and work that tell nothing new, or mean something else."""

import pytest

from dragoman.reading.drafting.instrument_nouns import (
    describes,
    is_joined,
    is_no_instrument,
    is_part_of_name,
    points_back,
)


@pytest.mark.parametrize(
    "text, word, told",
    [
        pytest.param("The entry into force of the treaty helps Chile.", "force", True, id="coming into force"),
        pytest.param("They left with the agreement of their families.", "agreement", True, id="consent"),
        pytest.param("Chile left with the agreement on fish.", "agreement", False, id="an agreement"),
        pytest.param("Fiji welcomed Chile's agreement to host the talks.", "agreement", True, id="to do something"),
        pytest.param("Fiji signed an agreement to host the talks.", "agreement", False, id="that is signed"),
        pytest.param("Chile wants a resolution of the conflict.", "resolution", True, id="the end of a conflict"),
        pytest.param("Chile backed a resolution of the council.", "resolution", False, id="of a council"),
        pytest.param("Chile condemned the attack on its embassy in Lima.", "embassy", False, id="attacked"),
        pytest.param("A crowd gathered at the Chilean embassy in Lima.", "embassy", True, id="a place"),
        pytest.param("He attended the Chilean embassy in Lima.", "embassy", True, id="attended"),
        pytest.param("The embassy of Chile in Lima is watching the vote.", "embassy", True, id="that acts"),
        pytest.param("Chile closed its embassy in Lima.", "embassy", False, id="closed"),
        pytest.param("Fiji marked the opening of its embassy in Lima.", "embassy", False, id="opened"),
        pytest.param("The visit will promote a better understanding of Chile.", "understanding", True, id="insight"),
        pytest.param("Chile and Fiji reached an understanding on fish.", "understanding", False, id="that is reached"),
        pytest.param("Fish matter to the energy policy of Chile.", "policy", True, id="a policy"),
        pytest.param("Chile will announce new arrangements for Fiji.", "arrangements", True, id="some arrangements"),
        pytest.param("Chile and Fiji signed arrangements on fish.", "arrangements", False, id="that are signed"),
        pytest.param("They met on the initiative of Fiji.", "initiative", True, id="on whose initiative"),
        pytest.param("Chile joined an initiative of Fiji.", "initiative", False, id="an initiative"),
        pytest.param("A mission of Chilean farmers came to Fiji.", "mission", True, id="people who travel"),
        pytest.param("Chile announced a package of measures for Fiji.", "package", True, id="a package"),
        pytest.param("Chile will host a summit with Fiji in Lima.", "summit", True, id="one summit"),
        pytest.param("Chile and Fiji hold annual summits.", "summits", False, id="summits each year"),
    ],
)
def test_what_is_no_instrument(frame, text, word, told):
    assert is_no_instrument(frame(text, word, "instrument")) is told


def test_what_is_pointed_at_was_told_before(frame):
    assert points_back(frame("This new programme will train teachers of Chile.", "programme", "instrument"))
    assert points_back(frame("Chile will pay for such training.", "training", "activity"))
    assert not points_back(frame("A new programme will train teachers of Chile.", "programme", "instrument"))


def test_the_understanding_of_a_memorandum_is_no_instrument_of_its_own(frame):
    text = "Chile and Fiji signed a Memorandum of Understanding on fish."
    assert is_part_of_name(frame(text, "Understanding", "instrument"))
    assert not is_part_of_name(frame("Chile and Fiji reached an understanding on fish.", "understanding", "instrument"))


@pytest.mark.parametrize(
    "text, word, told",
    [
        pytest.param("Chile joined the Andes Pact, an agreement on fish.", "agreement", True, id="set beside a name"),
        pytest.param("The Andes Fund is a programme for Chile.", "programme", True, id="said of a name"),
        pytest.param("There is a programme for Chile.", "programme", False, id="that there is one"),
        pytest.param("Chile joined a programme for fish.", "programme", False, id="told by itself"),
    ],
)
def test_what_only_describes_something_with_a_name(frame, text, word, told):
    assert describes(frame(text, word, "instrument")) is told


@pytest.mark.parametrize(
    "text, word, told",
    [
        pytest.param("We are both members of ASEAN.", "ASEAN", True, id="we are members"),
        pytest.param("Vietnam is a member of ASEAN.", "ASEAN", True, id="a state is one"),
        pytest.param("They work together as fellow members of ASEAN.", "ASEAN", True, id="as members"),
        pytest.param("Rosa Vega is a member of ASEAN.", "ASEAN", False, id="a person is one"),
        pytest.param("Vietnam was a member of ASEAN.", "ASEAN", False, id="that was one"),
        pytest.param("Vietnam is our largest partner in ASEAN.", "ASEAN", False, id="where a partner lies"),
        pytest.param("The leaders of ASEAN met in Lima.", "ASEAN", False, id="no membership"),
    ],
)
def test_membership_in_a_body_tells_of_it(frame, text, word, told):
    assert is_joined(frame(text, word, "instrument")) is told
