"""Which numbers of a text are figures, what they measure, whose they are and when they held."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman import make_document
from dragoman.models import Figure
from dragoman.reading.figures.drafts import draft_figure
from dragoman.reading.figures.features import candidates, figure_features
from dragoman.reading.figures.figures import read_figures
from dragoman.reading.judging import judge
from dragoman.reading.page import Page
from dragoman.reading.paging import build_page
from dragoman.reading.reader import Reader
from dragoman.values import Edtf


def figures(text: str, date: str | None = "2019-05-14") -> list[Figure]:
    return figures_of(build_page(text, Edtf(date) if date else None))


def figures_of(page: Page) -> list[Figure]:
    return read_figures(page, judge.understood([], page))


MEASURES = [
    ("In 2017 Chile's exports to Peru amounted to US$1.6 billion.", "exports", 1.6e9, "USD"),
    ("Trade between Kenya and Turkey reached $240 million in 2018.", "trade", 240e6, "USD"),
    ("Their trade with each other has more than doubled since 2009.", "trade", 100, "%"),
    ("Canadian companies had more than $15 billion of investment in Chile in 2018.", "investment", 15e9, "USD"),
    ("About 60,000 Koreans live in Chile today.", "people", 60_000, "person"),
    ("More than half of Chile’s exports go to Asia.", "share", 50, "%"),
    ("The park covers an area of 1.2 million hectares.", "area", 1.2e6, "hectare"),
    ("In 2018 the number of Peruvian tourists who visited Japan grew to 45,000.", "people", 45_000, "tourist"),
    ("Exports to Peru grew by 12 per cent in 2018.", "exports", 12, "%"),
    ("In 2018 trade with Peru was 6 per cent less than in 2017.", "trade", 6, "%"),
    ("In 2018 exports to Peru were $262 million and imports $94 million.", "exports", 262e6, "USD"),
    ("In 2018 a third of all aid to Peru went to Lima.", "share", 33.3, "%"),
    ("In 2018 total sales to Peru reached $94 million.", "exports", 94e6, "USD"),
    ("In 2018 Chile exported more than 4.5 million bottles.", "exports", 4_500_000, "bottle"),
    ("About 900 foreigners lived in the town in 2018.", "people", 900, "foreigner"),
]


@pytest.mark.parametrize(("text", "measure", "value", "unit"), MEASURES)
def test_statistics_are_figures_with_their_measure(text: str, measure: str, value: float, unit: str) -> None:
    assert (measure, value, unit) in [(f.measure, f.value, f.unit) for f in figures(text)]


def test_the_amount_of_one_gift_is_no_figure() -> None:
    assert figures("Norway will provide $4 million to help farmers in Fiji after the cyclone.") == []


def test_the_conditions_of_a_loan_are_no_figures() -> None:
    text = "Japan signed a loan agreement with Peru. The loan has an interest rate of 2% and a grace period of 5 years."
    assert figures(text, None) == []


def test_a_figure_says_when_and_of_whom() -> None:
    (figure,) = figures("Trade between Kenya and Turkey reached $240 million in 2016.")
    assert figure.date == "2016"
    assert {party.code for party in figure.parties} == {"KEN", "TUR"}
    assert figure.of == "Trade between Kenya and Turkey"


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("The fires in Peru claimed 40 lives.", "Fires in Peru claimed lives"),
        ("Kenyan firms in Peru employ some 20,000 people.", "Kenyan firms in Peru employ people"),
        ("The park has 20 lakes and 30 caves.", "Lakes"),
    ],
)
def test_a_noun_that_says_little_alone_is_told_with_its_clause(text: str, of: str) -> None:
    page = build_page(text, Edtf("2019-05-14"))
    assert draft_figure(page, candidates(page)[0]).of == of


def test_without_a_date_of_its_own_a_figure_holds_at_publication() -> None:
    (figure,) = figures("About 60,000 Koreans live in Chile today.")
    assert figure.date == "2019-05-14"
    assert [f.date for f in figures("About 60,000 Koreans live in Chile today.", None)] == [None]


def test_evidence_is_the_clause_that_states_the_number() -> None:
    text = "We talked for long. In 2017 Chile's exports to Peru amounted to US$1.6 billion. Then we left."
    (figure,) = figures(text)
    assert figure.evidence[0].quote(text) == "In 2017 Chile's exports to Peru amounted to US$1.6 billion"


def test_a_number_told_twice_is_one_figure_with_all_its_evidence() -> None:
    text = "In 2017 exports amounted to US$1.6 billion. Exports of US$1.6 billion in 2017 were a record."
    assert [len(f.evidence) for f in figures(text)] == [2]


def test_a_figure_says_why_it_was_read() -> None:
    page = build_page("Trade between Kenya and Turkey reached $240 million in 2016.")
    (quantity,) = candidates(page)
    (figure,) = figures_of(page)
    *features, context = figure.why[0].removeprefix("a figure by ").split(", ")
    assert features
    assert set(features) <= set(figure_features(page, quantity))
    assert float(context.removeprefix("context=")) > 0.5


@pytest.mark.parametrize(
    ("text", "value", "date"),
    [
        ("Imports jumped from $14 million in 2009 to $290 million in 2010.", 290e6, "2010"),
        ("Trade grew in 2018, up 12 per cent on the previous year.", 12, "2018"),
        ("Exports were $31 million in 2017. Imports amounted to $120 million.", 120e6, "2017"),
        ("Aid was $5 million in 2018, compared with $4 million in 2017. Health got 45 per cent of it.", 45, "2018"),
        ("Fiji took 7,300 seamen from Tuvalu, up from 5,500 in 2014.", 7300, "2019-05-14"),
        ("Peru now has 38 schools there, six times as many as it had since 2005.", 38, "2019-05-14"),
        ("Trade has grown since 2005 and now stands at $14 billion.", 14e9, "2019-05-14"),
        ("Exports were $31 million in 2017. Imports are worth $120 million.", 120e6, "2019-05-14"),
    ],
)
def test_a_figure_is_of_the_time_that_its_own_words_tell(text: str, value: float, date: str) -> None:
    page = build_page(text, Edtf("2019-05-14"))
    (quantity,) = [q for q in candidates(page) if q.value == value]
    assert draft_figure(page, quantity).date == date


WORDS = st.sampled_from(
    ["Kenya", "Peru", "exports", "to", "5", "million", "$", "%", "people", "grew", "by", "half", "of", "the", ".", "\n",
     "in 2015", "more than", "schools", "will", "be", "loan", "(", ")"]
)  # fmt: skip


@settings(max_examples=60)
@given(st.one_of(st.text(max_size=50), st.lists(WORDS, max_size=25).map(" ".join)))
def test_no_text_raises_and_evidence_lies_in_it(text: str) -> None:
    for figure in figures(text):
        assert all(e.quote(text).strip() for e in figure.evidence)
        assert figure.value is not None or figure.low is not None


def test_an_income_is_no_number_of_people(page):
    made = page("In Tonga people have an income of 4,930 dollars a head.", "2023-02-15")
    assert draft_figure(made, made.quantities[0]).measure != "people"


@pytest.mark.parametrize(
    "text, values",
    [
        pytest.param(
            "Kenya–Peru trade tops $2bn\n\nTrade between Kenya and Peru hit $2.1bn in 2014.",
            [2.1e9],
            id="rounded",
        ),
        pytest.param(
            "Kenya and Peru sign four accords\n\nMinisters of Kenya and Peru signed four agreements on fish.",
            [4],
            id="another word",
        ),
        pytest.param(
            "Kenya–Peru trade tops $2bn\n\nTrade between Kenya and Peru was 3 million dollars in 1994.",
            [2e9, 3e6],
            id="another sum",
        ),
    ],
)
def test_what_the_headline_rounds_is_told_once(text, values):
    entries = Reader().read(make_document(text, id="d", date="2015-03-02")).entries
    assert sorted(e.value for e in entries if e.kind == "figure") == sorted(values)


def test_statistics_keep_the_period_told_some_sentences_before(page):
    text = (
        "Trade between Kenya and Peru hit 21 million dollars in the first nine months of 2014. Kenya exported tea for "
        "9 million dollars. Imports from Peru were valued at 12 million dollars."
    )
    made = page(text, "2015-02-15")
    assert {draft_figure(made, quantity).date for quantity in made.quantities if quantity.kind == "money"} == {
        "2014-01/2014-09"
    }


def test_people_of_a_state_of_two_words_are_people(page):
    (quantity,) = page("Some 17,000 Sri Lankans work in Kenya.").quantities
    assert quantity.unit == "person"
