"""What a number of a text says: the measure, what is counted, when it held, and the clause that states it."""

import pytest

from dragoman.reading.figures.drafts import draft_figure, measure_of_figure
from dragoman.reading.figures.features import place_of


@pytest.fixture
def number(page):
    """A function from a text to its page and the number that begins so in it."""

    def find(text, digits, date="2019-05-14"):
        read = page(text, date)
        return read, next(q for q in read.quantities if text[q.start : q.end].startswith(digits))

    return find


@pytest.fixture
def figure(number):
    """A function from a text and the beginning of a number in it to its figure."""
    return lambda text, digits, date="2019-05-14": draft_figure(*number(text, digits, date))


@pytest.mark.parametrize(
    ("text", "digits", "measure"),
    [
        pytest.param("Chile's exports to Peru were $90 million.", "$90", "exports", id="named before the sum"),
        pytest.param("Peru took $90 million of imports.", "$90", "imports", id="named behind it"),
        pytest.param("Trade was $99 million, with exports of $90 million to Peru.", "$90", "exports", id="a part"),
        pytest.param(
            "Peru sold rice ($80 million) and gas ($90 million), and imports were $9 million.",
            "$90",
            "exports",
            id="aside",
        ),
        pytest.param("Norway donated $90 million to Peru.", "$90", "aid", id="what is given"),
        pytest.param("The income of each head was $4,900.", "$4,900", "other", id="money of people"),
        pytest.param("Fiji exported 40,000 bottles to Peru.", "40,000", "exports", id="counted goods that are sold"),
        pytest.param("Fiji had 40,000 bottles in store.", "40,000", "count", id="counted things"),
        pytest.param("There are 900 nurses of Fiji in Peru.", "900", "people", id="counted people"),
        pytest.param("The road is 40 km long.", "40", "distance", id="by its unit"),
        pytest.param("Trade grew by 12 per cent.", "12", "trade", id="growth"),
        pytest.param("Peru has 12 per cent of the market.", "12", "share", id="a share"),
    ],
)
def test_what_is_measured(number, text, digits, measure):
    read, quantity = number(text, digits)
    assert measure_of_figure(quantity, place_of(read, quantity)) == measure


@pytest.mark.parametrize(
    ("text", "digits", "of"),
    [
        ("In 2018 the total area of the vineyards was 4,000 hectares.", "4,000", "total area of the vineyards"),
        ("Peru bought 300 diesel buses.", "300", "diesel buses"),
        ("Half of the exports of Chile go by sea.", "Half", "exports of Chile"),
        ("Peru bought 300 buses from Chile, 90 of them trams.", "90", "trams"),
        ("Chile has supported Peru with $90 million.", "$90", "Chile supported Peru"),
        ("Minister Ana Rojas put the value of the port at $90 million.", "$90", "value of the port"),
        ("Last year Chile sold 43 tonnes of it to Peru.", "43", "Chile sold to Peru"),
    ],
)
def test_what_it_is_of(figure, text, digits, of):
    assert of.lower() in figure(text, digits).of.lower()


@pytest.mark.parametrize(
    ("text", "digits", "words"),
    [
        ("Peru said that exports were $90 million, and left.", "$90", "exports were $90 million"),
        ("Exports ($90 million) fell.", "$90", "$90 million"),
    ],
)
def test_the_clause_that_states_it(figure, text, digits, words):
    (evidence,) = figure(text, digits).evidence
    assert words in text[evidence.start : evidence.end]
    assert "said" not in text[evidence.start : evidence.end]


def test_who_is_helped_receives(figure):
    parties = {p.role: p.code for p in figure("Chile has supported Peru with $90 million.", "$90").parties}
    assert parties == {"funder": "CHL", "recipient": "PER"}


def test_how_exact_it_is(figure):
    about = figure("Exports were more than $90 million.", "more")
    assert (about.value, about.bound) == (90e6, "min")


def test_a_part_of_trade_is_titled_by_itself(figure):
    text = "In 2015 trade with Peru was $99 million, with exports of $90 million and imports of $9 million."
    assert [figure(text, sum_).title for sum_ in ("$90", "$9 ")] == ["Exports", "Imports"]


@pytest.mark.parametrize(
    ("text", "digits", "title"),
    [
        ("In 2011 Kenya sold coal worth $3 million to Peru.", "$3", "Exports of coal"),
        ("In 2011 Kenya was busy, exporting $3 million worth of goods to Peru.", "$3", "Exports of goods"),
        ("In 2011 Kenya sold coal to Peru, importing $3 million from it.", "$3", "Imports"),
    ],
)
def test_what_is_bought_or_sold_is_titled_by_the_goods(figure, text, digits, title):
    assert figure(text, digits).title == title
