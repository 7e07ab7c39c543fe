import pytest

from dragoman.follow.calling import state_called


@pytest.mark.parametrize(
    ("called", "code"),
    [
        ("JPN", "JPN"),
        ("jp", "JPN"),
        ("Japan", "JPN"),
        ("japanese", "JPN"),
        (" South  Korea ", "KOR"),
        ("South_Korea", "KOR"),
        ("yug", "YUG"),
    ],
)
def test_a_state_is_known_by_its_codes_and_names(called, code):
    assert state_called(called) == code


def test_what_is_none_is_said_with_what_may_be_meant():
    with pytest.raises(ValueError, match=r"there is no state 'Norwey'; did you mean Norway \(NOR\)\?"):
        state_called("Norwey")
    with pytest.raises(ValueError, match="write JPN or Japan"):
        state_called("")
