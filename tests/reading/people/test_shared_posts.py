"""Posts in the plural, and those who hold them."""

import pytest

from dragoman.reading.paging import build_page
from dragoman.reading.tenures.tenures import read_tenures
from dragoman.values import Edtf


def posts(text):
    return [(t.person, t.post, t.of) for t in read_tenures(build_page(text, Edtf("2013-05-06")))]


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param(
            "The treaty was signed by Presidents Ana Silva of Chile and Tom Reed of Fiji.",
            [("Ana Silva", "President", "Chile"), ("Tom Reed", "President", "Fiji")],
            id="each with its state",
        ),
        pytest.param(
            "The Prime Ministers of Malta and Cyprus, Jo Vella and Nikos Georgiou, met in Rome.",
            [
                ("Jo Vella", "Prime Minister of Malta", "Malta"),
                ("Nikos Georgiou", "Prime Minister of Cyprus", "Cyprus"),
            ],
            id="as many states as persons",
        ),
        pytest.param(
            "The Ministers of Trade and Industry of Chile and Fiji, Ana Silva and Tom Reed, met.",
            [
                ("Ana Silva", "Minister of Trade and Industry of Chile", "Chile"),
                ("Tom Reed", "Minister of Trade and Industry of Fiji", "Fiji"),
            ],
            id="with a field",
        ),
        pytest.param(
            "Foreign Ministers Ana Silva and Tom Reed of Chile and Fiji met.",
            [("Ana Silva", "Foreign Minister of Chile", "Chile"), ("Tom Reed", "Foreign Minister of Fiji", "Fiji")],
            id="states behind the persons",
        ),
        pytest.param(
            "Chile and Fiji: calendar. 3 May: talks of Foreign Ministers Ana Silva and Tom Reed.",
            [("Ana Silva", "Foreign Minister", "Chile"), ("Tom Reed", "Foreign Minister", "Fiji")],
            id="states named before",
        ),
        pytest.param("The Prime Ministers of Malta and Cyprus met in Rome.", [], id="nobody is named"),
        pytest.param("The Pacific Defence Ministers Meeting was held in Suva.", [], id="a meeting of ministers"),
    ],
)
def test_each_of_those_named_holds_one(text, expected):
    assert posts(text) == expected


def test_a_king_is_one_if_he_is_named():
    assert posts("She met His Majesty King Tupoumalohi of Tonga.") == [("Tupoumalohi", "King", "Tonga")]
    assert posts("She met the King.") == []


def test_an_envoy_may_be_told_by_the_place_of_the_embassy():
    text = "Chile’s Ambassador in Helsinki: Mr Eduardo Tapia"
    assert posts(text) == [("Eduardo Tapia", "Chile’s Ambassador in Helsinki", "Chile")]
