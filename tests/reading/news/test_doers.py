"""Who acts, by the parse alone."""

import pytest

from dragoman.reading.frames.predicates import Predicate
from dragoman.reading.news.doers import clause_of, dead, deadly, doers_of, is_passive, is_together, words_of


@pytest.fixture
def token(page):
    """A function from a text and a word in it to that word as parsed."""
    return lambda text, word: next(token for token in page(text).doc if token.text == word)


@pytest.mark.parametrize(
    "text, word, doers",
    [
        pytest.param("Chad attacked Mali.", "attacked", ["Chad"], id="the subject"),
        pytest.param("Mali was attacked by Chad.", "attacked", ["Chad"], id="behind by"),
        pytest.param("Mali was attacked.", "attacked", [], id="nobody is told"),
        pytest.param("Mali came under fire from Chad.", "came", ["Chad"], id="behind from, of what one suffers"),
        pytest.param("Chad had the envoy arrested.", "arrested", ["Chad"], id="who has it done"),
        pytest.param("The Chadian attack surprised Mali.", "attack", ["Chadian"], id="before the noun"),
    ],
)
def test_who_acts(token, text, word, doers):
    assert [found.text for found in doers_of(Predicate(token(text, word)))] == doers


@pytest.mark.parametrize(
    "text, word, passive",
    [
        ("The envoy was expelled.", "expelled", True),
        ("Chad expelled the envoy.", "expelled", False),
        ("Chad is committed to peace.", "committed", False),
    ],
)
def test_a_participle_that_only_describes_is_no_passive(token, text, word, passive):
    assert is_passive(Predicate(token(text, word))) is passive


def test_who_dies_in_a_raid_does_not_do_it(token):
    died = token("A general died in an air raid.", "died")
    assert deadly(died).text == "raid"
    assert [victim.text for victim in dead(deadly(died))] == ["general"]
    assert deadly(token("A general spoke in a tent.", "spoke")).text == "spoke"


def test_an_event_stands_with_its_verb(token):
    assert clause_of(token("Riots broke out in Kano.", "Riots")).text == "broke"
    assert clause_of(token("Chad attacked Mali.", "attacked")).text == "attacked"


@pytest.mark.parametrize(
    "text, word, together",
    [
        ("Chad met with Mali.", "met", True),
        ("Chad hosted the minister.", "hosted", False),
        ("Chad mediated talks with Mali.", "mediated", False),
    ],
)
def test_those_who_meet_are_equals_unless_one_hosts_or_mediates(token, text, word, together):
    assert is_together(Predicate(token(text, word))) is together


def test_the_words_that_tell_who_acts(token):
    attacked = token("The army of Chad attacked Mali.", "attacked")
    subject = {"The", "army", "of", "Chad"}
    assert {attacked.doc[i].text for i in words_of(doers_of(Predicate(attacked)), attacked, False)} == subject
    assert words_of([], attacked, False) == set()
