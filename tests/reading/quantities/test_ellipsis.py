"""Numbers that leave out their unit because the words around them tell it."""

import pytest

from dragoman.reading.language import parse
from dragoman.reading.quantities.ellipsis import is_number_of
from dragoman.reading.quantities.numbers import find_quantities


def units(text):
    """The value and the unit of every number of a text."""
    return [(q.value, q.unit) for q in find_quantities(parse(text))]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        pytest.param("Fiji lent 80 million euros, 15 million of it at once.", 15e6, "EUR", id="of the sum before"),
        pytest.param("At 20, 30 and 50 euros the tickets are cheap.", 20, "EUR", id="of the last sum of a list"),
        pytest.param("A ticket costs 80 euros, 40 for children.", 40, "EUR", id="for whom"),
        pytest.param("Output fell from 1.8 million tonnes to 1.2 million.", 1.2e6, "tonne", id="what it fell to"),
        pytest.param("Growth is 5 per cent, up from 4.", 4, "%", id="what it was"),
        pytest.param("They had 200,000 and 600,000 subscribers.", 200_000, "subscriber", id="of the next number"),
        pytest.param(
            "There are 150,000 people in the east and 100,000 in the west.", 100_000, "person", id="at another place"
        ),
        pytest.param("Of the 850 doctors 53 worked in Italy.", 53, "doctor", id="some of them"),
        pytest.param("They freed 90 prisoners, 19 of them Danes.", 19, "person", id="some of them, named"),
        pytest.param("They freed 90 prisoners, 19 of whom had been ill.", 19, "prisoner", id="some of whom"),
        pytest.param("Of the 1,140 rescued, 312 were women.", 312, "person", id="what they were"),
        pytest.param("The number of tourists grew to 250,000.", 250_000, "tourist", id="the number of"),
        pytest.param("The ship has a crew of 27.", 27, "person", id="a crew"),
        pytest.param("Peru cut its staff from 30 to 8.", 8, "person", id="what a staff was cut to"),
        pytest.param("Peru cut its staff from 30 to 8.", 30, "person", id="what a staff was cut from"),
        pytest.param("It raised the number of trains from four to six a week.", 6, "train", id="a small number of"),
        pytest.param("Visitors from Peru doubled to 60,000.", 60_000, "visitor", id="who has come to a number"),
        pytest.param("Some 70,000 injured were counted.", 70_000, "person", id="what befell them"),
    ],
)
def test_a_number_takes_its_unit_from_around_it(text, value, unit):
    assert (value, unit) in units(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The fair lasted 3 days and 40 were enough.", id="of something else"),
        pytest.param("There are 150 people in the east. And 100,000 in the west is a sum.", id="in another sentence"),
        pytest.param("Output fell from 1.8 million tonnes to 300.", id="far too little to be the same"),
        pytest.param("Fiji lent 80 million euros, and 300 came.", id="no large sum"),
        pytest.param("Prices rose to 300.", id="what is no thing that is counted"),
    ],
)
def test_a_number_that_tells_nothing_stays_bare(text):
    assert units(text)[-1][1] is None


@pytest.mark.parametrize(
    ("text", "expected"), [("a crew of 27", True), ("a workforce of more than 27", True), ("a depth of 27", False)]
)
def test_a_band_of_people(text, expected):
    assert is_number_of(text, text.index("27")) is expected
