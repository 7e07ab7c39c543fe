"""What the words of a sentence say of a promise."""

import pytest

from dragoman.follow.promises.outcomes import OUTCOMES, clauses, outcome_of, says
from dragoman.knowledge import read_toml


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("The bridge at Puno will be finished by May.", "planned"),
        ("The bridge at Puno was opened on Monday.", "done"),
        ("The bridge at Puno has finally been completed.", "done"),
        ("The bridge at Puno is being built by Norwegians.", "underway"),
        ("The bridge at Puno will not be built.", "cancelled"),
        ("The company has pulled out of the bridge at Puno.", "cancelled"),
        ("The bridge at Puno gave way to a ferry.", "superseded"),
        ("The bridge at Puno should have been opened in May.", "waiting"),
        ("The loan for the bridge was signed in Lima.", "agreed"),
        ("The bridge at Puno is 300 metres long.", None),
        ("Norway cancelled the debts of Puno.", "done"),
        ("The debts of Puno were written off in May.", "done"),
        ("The debts of Puno will be cancelled in May.", "planned"),
        ("Norway refused to cancel the debts of Puno.", "cancelled"),
    ],
)
def test_the_words_say_how_far_it_has_come(sentence, outcome):
    assert outcome_of(sentence) == outcome


def test_clauses_are_read_apart():
    sentence = "The bridge at Puno was opened in May; the road to it will be finished next year."
    assert [outcome_of(part) for part in clauses(sentence)] == ["done", "planned"]
    assert "".join(clauses(sentence)) == sentence


def test_a_short_piece_is_no_clause():
    assert clauses("Late, but there: it opened.") == ["Late, but there: it opened."]


def test_a_sentence_may_look_back():
    assert says("recalls", "The boat that was promised in 1998 has come.")
    assert not says("recalls", "The boat has come.")


def test_every_group_of_words_is_known_in_small_letters():
    groups = read_toml("outcomes.toml")
    assert set(OUTCOMES) < set(groups)
    for group in groups.values():
        assert all(words == words.lower() for words in (*group["past"], *group["words"]))
