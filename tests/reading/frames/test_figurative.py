"""Figures of speech are no entries; what is told in the same words in earnest is."""

import pytest

from dragoman import Reader, make_document
from dragoman.values import Edtf


def read(sentence: str) -> list[str]:
    text = f"2031-05-02\n\nThe envoys of Chile and Norway met on Thursday. {sentence}"
    entries = Reader().read(make_document(text, id="x", date=Edtf("2031-05-02"))).entries
    return [entry.type for entry in entries if entry.type != "meeting"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway has opened a new chapter in its relations with Chile.",
        "Chile opened the door to talks with Norway.",
        "Norway and Chile will continue to build bridges of friendship.",
        "Students build bridges between the nations of Chile and Norway.",
        "Norway is a bridge between Chile and the Arctic.",
        "The symbolic bridge between Chile and Norway is made of salt.",
        "Chile and Norway paved the way for closer ties.",
        "Norway will meet the concerns of the fishermen of Chile.",
        "The minister of Chile proposed a toast to Norway.",
    ],
)
def test_a_figure_of_speech_tells_of_nothing(sentence):
    assert read(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("Norway has opened an embassy in Santiago.", "opening"),
        ("The school of Norway in Santiago opened its doors on Thursday.", "opening"),
        ("Norway will build a bridge between Osorno and Puyehue for Chile.", "construction"),
        ("Norway will pay for a bridge between the two countries.", "construction"),
    ],
)
def test_the_same_words_in_earnest(sentence, type_):
    assert type_ in read(sentence)
