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


@pytest.mark.parametrize(
    ("called", "hint"),
    [
        ("Check Republic", "Czechia (CZE)"),
        ("JAP", "Japan (JPN)"),
        ("Check", "write JPN or Japan"),
        ("EU", "write JPN or Japan"),
    ],
)
def test_two_letters_and_words_that_are_like_a_code_are_not_guessed_at(called, hint):
    with pytest.raises(ValueError, match="there is no state") as told:
        state_called(called)
    assert hint in str(told.value)
