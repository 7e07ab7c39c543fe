"""A text and what is known of it make a document."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.documents import make_document
from dragoman.errors import DocumentError

TEXT = "Kenya and Fiji sign a pact\n3 May 2019\n\nThe ministers of the two states met in Suva and signed it.\n"


def test_what_is_not_given_is_looked_for_in_the_text():
    document = make_document(TEXT, id="a")
    assert (document.title, document.date, document.language) == ("Kenya and Fiji sign a pact", "2019-05-03", "en")
    assert document.sources == ()


def test_what_is_given_wins():
    document = make_document(TEXT, id="a", title="Pact", date="2019", language="fj", source="Suva Post")
    assert (document.title, document.date, document.language) == ("Pact", "2019", "fj")
    assert document.sources == ("Suva Post",)


@pytest.mark.parametrize("text", ["", " \n\t", "Fi\0ji", "Fiji \ud800"])
def test_a_text_that_cannot_be_kept_is_refused(text):
    with pytest.raises(DocumentError) as raised:
        make_document(text, id="a")
    assert raised.value.name == "a"


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1).map(lambda text: f"Fiji {text}".replace("\0", "")))
def test_the_hash_is_that_of_the_text_in_utf8(text):
    assert make_document(text, id="a").sha256 == hashlib.sha256(text.encode()).hexdigest()


def test_a_long_text_is_hashed_as_one():
    text = "é" * 3_000_000
    assert make_document(text, id="a").sha256 == hashlib.sha256(text.encode()).hexdigest()
