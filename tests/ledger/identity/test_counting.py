"""The numbers of sessions and the formats of meetings, as titles and sentences tell them."""

import pytest

from dragoman.ledger.identity.counting import bare_ordinal, formats, ordinals


@pytest.mark.parametrize(
    ("phrase", "number"),
    [
        ("the ninth session", 9),
        ("the 9th session", 9),
        ("Session 9 of the commission", 9),
        ("Session IX of the commission", 9),
        ("the twenty-second session", 22),
        ("the ninth Peruvian-Finnish ministerial session", 9),
        ("the commission met for the fifth time", 5),
    ],
)
def test_the_number_of_a_session(phrase, number):
    assert ("session", number) in ordinals(phrase)


@pytest.mark.parametrize("phrase", ["the ninth fisherman", "nine sessions", "the commission met for the first time"])
def test_what_numbers_no_session(phrase):
    assert not ordinals(phrase)


@pytest.mark.parametrize(
    ("phrase", "number"), [("The seventh will be held in Turku", 7), ("The seventh boat was sold", None)]
)
def test_an_ordinal_that_stands_for_a_session(phrase, number):
    assert bare_ordinal(phrase) == (frozenset({("session", number)}) if number else frozenset())


def test_formats_of_meetings_go_by_several_words():
    assert formats("Talks on fish") == formats("Consultations on fish") != frozenset()
    assert not formats("A school in Cusco")
