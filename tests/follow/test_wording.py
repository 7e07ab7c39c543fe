import pytest

from dragoman.follow.wording import (
    amount_words,
    date_words,
    label_of,
    line_of,
    number_of,
    number_words,
    parted,
    shorten,
    words_of,
)
from dragoman.models import Activity, Amount, Event, Evidence, Figure, Party, Tenure
from dragoman.values import Edtf

HERE = (Evidence(start=0, end=1),)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (3, "3"),
        (12500, "12,500"),
        (0.25, "0.25"),
        (1_250_000, "1.25 million"),
        (1_234_567, "1,234,567"),
        (4e9, "4 billion"),
        (2.5e12, "2.5 trillion"),
    ],
)
def test_numbers_lose_nothing(value, words):
    assert number_words(value) == words


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ({"value": 900, "unit": "NOK"}, "NOK 900"),
        ({"value": 40e6, "unit": "USD", "approx": True}, "about USD 40 million"),
        ({"value": 50, "unit": "%", "bound": "min"}, "at least 50%"),
        ({"low": 5, "high": 6, "unit": "tonne"}, "5 to 6 tonnes"),
        ({"value": 1, "unit": "agreement"}, "1 agreement"),
        ({"value": 3, "unit": "country"}, "3 countries"),
        ({"value": 80, "unit": "person", "bound": "max"}, "up to 80 people"),
        ({"value": 109, "unit": "child"}, "109 children"),
        ({"value": 3, "unit": "memorandum of understanding"}, "3 memoranda of understanding"),
        ({"value": 7}, "7"),
    ],
)
def test_amounts(amount, words):
    assert amount_words(Amount(**amount)) == words


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2016-05-06", "2016-05-06"),
        ("2004/..", "since 2004"),
        ("../2010", "until 2010"),
        ("2016/2018", "2016 to 2018"),
        ("1985~", "about 1985"),
        ("197X", "the 1970s"),
        ("18XX", "the 1800s"),
        ("2012-22", "summer 2012"),
    ],
)
def test_dates(date, words):
    assert date_words(Edtf(date)) == words


def test_a_post_is_named_with_its_states_once():
    post = {"title": "t", "person": "Ingrid Dahl", "of": "Norway", "to": "Chile", "evidence": HERE}
    assert words_of(Tenure(post="ambassador", **post)) == "Ingrid Dahl, ambassador of Norway to Chile"
    assert words_of(Tenure(post="Norway's envoy in Chile", **post)) == "Ingrid Dahl, Norway's envoy in Chile"
    assert words_of(Tenure(post="Norwegian envoy to Chile", **post)) == "Ingrid Dahl, Norwegian envoy to Chile"


def test_a_figure_says_what_is_measured():
    figure = Figure(title="t", measure="exports", of="salmon", value=14, unit="tonne", evidence=HERE)
    assert (label_of(figure), words_of(figure)) == ("exports", "Salmon: 14 tonnes")


def test_bare_exports_are_told_with_their_states():
    sides = (Party(name="Peru", code="PER", role="exporter"), Party(name="Oslo", code="NOR", role="importer"))
    figure = Figure(title="t", measure="exports", of="exports", value=14, unit="tonne", parties=sides, evidence=HERE)
    assert words_of(figure) == "Exports of Peru to Norway: 14 tonnes"
    assert words_of(figure.model_copy(update={"of": "salmon"})) == "Salmon: 14 tonnes"


def test_an_activity_has_its_amount():
    grant = Activity(type="debt_relief", title="Old debt", amount=Amount(value=9e6, unit="EUR"), evidence=HERE)
    assert (label_of(grant), words_of(grant)) == ("debt relief", "Old debt (EUR 9 million)")


@pytest.mark.parametrize(
    ("type", "title", "line"),
    [
        ("ceremony", "Ceremony", "Ceremony"),
        ("ceremony", "Wreaths laid in Accra", "ceremony: Wreaths laid in Accra"),
        ("visit", "Visit of Peru to Chad", "Visit of Peru to Chad"),
        ("visit", "Visitors from Peru", "visit: Visitors from Peru"),
    ],
)
def test_what_is_said_behind_its_label_does_not_say_it_again(type, title, line):
    event = Event(type=type, title=title, evidence=HERE)
    assert line_of(event) == "".join(parted(event)) == line


def test_a_figure_that_is_called_by_its_measure_says_it_once():
    assert line_of(Figure(title="t", measure="cost", of="cost", value=4, unit="USD", evidence=HERE)) == "Cost: USD 4"


@pytest.mark.parametrize(
    ("title", "value", "words"),
    [
        ("A minibus for $26,000", 26000, "A minibus for $26,000"),
        ("Equipment of $4.9 million", 4.9e6, "Equipment of $4.9 million"),
        ("A loan of 1,087 million yen", 1.087e9, "A loan of 1,087 million yen"),
        ("5 wells", 5000, "5 wells (USD 5,000)"),
        ("Treaty of 1926,000 words", 26000, "Treaty of 1926,000 words (USD 26,000)"),
    ],
)
def test_an_amount_that_the_title_tells_is_not_said_twice(title, value, words):
    assert words_of(Activity(type="grant", title=title, amount=Amount(value=value, unit="USD"), evidence=HERE)) == words


def test_long_titles_are_cut_between_words():
    assert shorten("Chile and Vietnam open a wine fair", 20) == "Chile and Vietnam…"
    assert shorten("A  short\none", 20) == "A short one"


@pytest.mark.parametrize(
    "number, noun, words",
    [(1, "document", "1 document"), (0, "entry", "0 entries"), (1200, "activity", "1,200 activities")],
)
def test_so_many_things(number, noun, words):
    assert number_of(number, noun) == words
