"""Words of names under their several spellings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.ledger.actors.spelling import SAME, alike, fold, initial, names_like, skeleton

words = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=14)


@pytest.mark.parametrize("word, folded", [("Łukašenka", "lukasenka"), ("Ødegård", "odegard"), ("Мінск", "minsk")])
def test_a_word_in_any_script_is_folded_to_plain_letters(word, folded):
    assert fold(word) == folded


@pytest.mark.parametrize(
    "one, other",
    [("zelensky", "zelenskyy"), ("suharto", "soeharto"), ("lukashenka", "lukashenko"), ("satoh", "sato")],
)
def test_spellings_of_one_sound_share_a_skeleton(one, other):
    assert skeleton(one) == skeleton(other)
    assert 0.9 < alike(one, other) < SAME


@pytest.mark.parametrize(
    "one, other",
    [
        pytest.param("ban", "dan", id="short names differ by a letter"),
        pytest.param("virtanen", "mirtanen", id="nobody mistakes the first letter"),
        pytest.param("salman", "bin salman", id="a son is not his father"),
    ],
)
def test_two_names(one, other):
    assert alike(one, other) == 0


def test_a_slip_is_forgiven_in_a_long_word():
    assert alike("virtanen", "virtamen") > 0
    assert alike("virtanen", "virtamem") == 0, "two slips are not, in eight letters"


@given(words, words)
def test_likeness_goes_both_ways(one, other):
    assert alike(one, other) == alike(other, one)
    assert initial(one, other) == initial(other, one)
    assert 0 <= alike(one, other) <= SAME == alike(one, one)


@given(st.text(max_size=20))
def test_folding_leaves_plain_letters_alone(word):
    folded = fold(word)
    assert fold(folded) == folded and (not folded or (folded.isascii() and folded.islower()))


def test_a_letter_stands_for_a_name_in_the_spellings_of_other_languages_too():
    assert "vladimir" in names_like("uladzimir")
    assert initial("v", "uladzimir") > 0
    assert initial("k", "uladzimir") == 0
    assert initial("vl", "uladzimir") == 0, "two letters are no initial"
