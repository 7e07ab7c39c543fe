import pytest

from dragoman.ledger import states_of


def test_the_states_of_parties_and_place_take_part(sample):
    assert states_of(sample.visit) == {"CHL", "VNM"}
    assert states_of(sample.grant) == {"NOR", "VNM"}


@pytest.mark.parametrize(
    ("to", "states"),
    [("Chile", {"NOR", "CHL"}), ("Russia", {"NOR", "RUS"}), ("european union", {"NOR"}), (None, {"NOR"})],
)
def test_the_states_of_a_post_take_part(sample, to, states):
    assert states_of(sample.envoy.model_copy(update={"to": to})) == states
