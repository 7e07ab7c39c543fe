from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.ledger.terms import terms_of


def terms(text):
    return [term.text for term in terms_of(text)]


@pytest.mark.parametrize(
    "alike",
    [
        ["export", "exports", "Exported", "EXPORTING", "export's", "export’s"],
        ["Cordoba", "Córdoba", "Co\u0301rdoba", "CÓRDOBA"],
        ["Walesa", "Wałęsa"],
        ["Strasse", "Straße", "STRASSE"],
        ["Istanbul", "İstanbul"],
        ["office", "oﬃce"],
    ],
)
def test_words_that_are_one_term(alike):
    assert len({tuple(terms(word)) for word in alike}) == 1


def test_words_that_are_several_terms():
    assert terms("18.5 million") == ["18", "5", "million"]
    assert len(terms("Minsk–Sendai")) == len(terms("d'Ivoire")) == len(terms("COVID-19")) == 2


def test_a_number_or_an_abbreviation_is_left_as_it_is():
    assert terms("UNHCR in 2016") == ["unhcr", "in", "2016"]


@given(st.text())
def test_any_text_has_terms_in_its_order_that_no_database_can_misread(text):
    found = list(terms_of(text))
    assert all(term.text.isalnum() and len(term.text) <= 200 for term in found)
    assert all(term.start < term.end for term in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
