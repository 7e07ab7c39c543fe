"""When a figure held."""

import pytest

from dragoman.reading.figures.drafts import draft_figure


@pytest.fixture
def when(page):
    """A function from a text and the beginning of a number in it to the time of its figure."""

    def find(text, digits, date="2019-05-14"):
        read = page(text, date)
        return draft_figure(read, next(q for q in read.quantities if text[q.start : q.end].startswith(digits))).date

    return find


@pytest.mark.parametrize(
    ("text", "digits", "date"),
    [
        pytest.param("In 2017 exports to Peru were $90 million.", "$90", "2017", id="told in the sentence"),
        pytest.param("Exports were $90 million in 2018 and $80 million in 2017.", "$80", "2017", id="the nearer one"),
        pytest.param("Exports were $90 million in 2018, against $80 million in 2017.", "$90", "2018", id="not beyond"),
        pytest.param("In 2018 exports were $90 million, more than in 2017.", "$90", "2018", id="not the one compared"),
        pytest.param(
            "In 2018 exports were $90 million, 9% less than in the same half of 2017.", "$90", "2018", id="same"
        ),
        pytest.param("In 2018 exports were $90 million, up 9.1% on the same half of 2017.", "9.1", "2018", id="up"),
        pytest.param("Exports are $90 million a year.", "$90", "2019-05-14", id="told of now"),
        pytest.param("The road to Lima is 40 km long.", "40", None, id="what always is so"),
        pytest.param("Exports will be $90 million.", "$90", None, id="what is yet to come"),
        pytest.param("In 2016 trade grew. Exports to Peru were $90 million.", "$90", "2019-05-14", id="no statistics"),
    ],
)
def test_when_it_held(when, text, digits, date):
    assert when(text, digits) == date


def test_statistics_go_on_in_the_year_that_was_told_before(when):
    text = "In 2016 imports from Peru were $50 million. Exports to Peru reached $90 million."
    assert when(text, "$90") == "2016"


def test_what_was_is_not_of_a_year_to_come(when):
    text = "In 2016 imports from Peru were $50 million. They shall be $80 million by 2030. Exports reached $90 million."
    assert when(text, "$90") == "2016"


def test_a_sum_in_brackets_behind_a_year_is_of_that_year(when):
    text = "Trade with Peru came to $68 million in 2015, less than in 2014 ($73 million)."
    assert when(text, "$73") == "2014"
    assert when(text, "$68") == "2015"
