"""Predicates: what a word that may tell an act has for subjects, objects and prepositions."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from dragoman.reading.frames.predicates import Predicate, conjuncts, coordinated, subjects_of

VOCAB = Vocab()


def list_of(size: int) -> Doc:
    """A sentence that is one list: each word is coordinated with the one before it."""
    heads = [max(0, i - 1) for i in range(size)]
    return Doc(VOCAB, words=["Chad"] * size, heads=heads, deps=["ROOT", *["conj"] * (size - 1)])


@st.composite
def sentences(draw: st.DrawFn) -> Doc:
    """A parsed sentence; each word hangs on one before it, some by coordination."""
    size = draw(st.integers(1, 12))
    heads = [draw(st.integers(0, max(0, i - 1))) for i in range(size)]
    deps = ["ROOT", *(draw(st.sampled_from(["conj", "dobj"])) for _ in range(size - 1))]
    return Doc(VOCAB, words=[f"w{i}" for i in range(size)], heads=heads, deps=deps)


@given(sentences())
def test_a_list_is_what_its_words_are_coordinated_with(doc):
    for token in doc:
        whole = coordinated(token)
        assert token in whole
        assert tuple(word for word in whole if word != token) == token.conjuncts


def test_the_lists_of_one_text_are_not_those_of_another():
    assert len(coordinated(list_of(3)[1])) == 3
    assert len(coordinated(list_of(5)[1])) == 5


def test_a_long_list_is_walked_once():
    start = time.monotonic()
    assert all(len(coordinated(token)) == 3000 for token in list_of(3000))
    assert time.monotonic() - start < 5, "each word walked the whole list anew: 833 states took minutes"


def test_of_a_list_only_the_first_word_has_conjuncts():
    first, second, _ = doc = list_of(3)
    assert conjuncts(first) == tuple(doc)
    assert conjuncts(second) == (second,)


def words(tokens) -> list[str]:
    return [token.text for token in tokens]


def predicate(page, text: str, word: str) -> Predicate:
    return Predicate(next(token for token in page(text).doc if token.text == word))


@pytest.mark.parametrize(
    "text, word, subjects",
    [
        pytest.param("Chad and Mali signed the treaty.", "signed", ["Chad", "Mali"], id="coordinated"),
        pytest.param("Chad wants to sign the treaty.", "sign", ["Chad"], id="of the verb above"),
        pytest.param("The minister who signed the treaty left.", "signed", ["minister"], id="what who stands for"),
        pytest.param("Chad asked the minister to sign the treaty.", "sign", ["minister"], id="whoever is asked"),
    ],
)
def test_the_subject_is_found_where_the_word_has_none_of_its_own(page, text, word, subjects):
    assert words(subjects_of(predicate(page, text, word).token)) == subjects


def test_objects_are_acted_on_whether_they_are_told_before_or_behind(page):
    assert words(predicate(page, "Chad expelled the envoy and the consul.", "expelled").objects) == ["envoy", "consul"]
    passive = predicate(page, "The envoy was expelled by Chad.", "expelled")
    assert (words(passive.objects), passive.passive) == (["envoy"], True)


def test_prepositions_are_found_on_the_word_and_on_its_object_but_not_those_of_time(page):
    preps = predicate(page, "Chad held talks with Mali in May.", "held").preps
    assert words(preps["with"]) == ["Mali"]
    assert "in" not in preps


@pytest.mark.parametrize(
    "text, word, ordered",
    [
        ("Chad called off the talks.", "called", ["call off", "call"]),
        ("The army test-fired a rocket.", "fired", ["test-fire", "fire"]),
        ("They held a joint exercise.", "exercise", ["joint exercise", "exercise"]),
    ],
)
def test_a_word_is_looked_up_with_what_belongs_to_it_first(page, text, word, ordered):
    assert [key for key in predicate(page, text, word).keys if key in ordered] == ordered
