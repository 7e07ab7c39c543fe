import pytest
from starlette.datastructures import QueryParams

from dragoman.desk.answers.figures import FIGURES, charts_of, dressed, figure_charts
from dragoman.models import Amount


@pytest.fixture
def desk(client):
    return client.app.state.held


def test_a_value_that_another_document_contradicts_is_disputed(desk):
    (row, *more) = dressed(desk.ledger, FIGURES.rows(desk))
    told = {row.words, *(other.words for other in row.others)}
    assert told == {"4,000 tonnes", "4,400 tonnes"}
    assert row.source.words.startswith("Exports of cloves to Norway were")
    assert all(other.source for each in (row, *more) for other in each.others)


def test_the_page_shows_both_values_and_their_sentences(client):
    page = client.get("/figures?measure=exports").text
    assert "4,000 tonnes" in page
    assert "4,400 tonnes" in page
    assert "The dam stands" in page


def test_a_series_is_drawn_with_its_disagreement_in_words(desk, client):
    (chart,) = charts_of(desk, QueryParams("state=NOR&with=TZA&measure=exports"))
    assert chart.title == "In tonnes"
    assert "Documents disagree on 2019" in chart.sentence
    assert chart.svg.startswith("<svg")
    assert "<svg role=" in client.get("/figures?measure=exports").text


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("state=TZA", True),
        ("state=CHL", False),
        ("measure=exports&disputed=yes", True),
        ("disputed=no", False),
        ("from=2019&to=2019", True),
        ("from=2020", False),
        ("q=cloves", True),
        ("q=nutmeg", False),
    ],
)
def test_filters(client, question, found):
    assert bool(client.get(f"/figures?{question}&format=json").json()["total"]) is found


def test_no_figures(empty_client):
    assert "holds no figures yet" in empty_client.get("/figures").text


def test_a_share_of_the_same_year_takes_no_sum_its_place(desk):
    (row,) = dressed(desk.ledger, FIGURES.rows(desk))[:1]
    share = row.model_copy(update={"amount": Amount(value=12, unit="%"), "others": (), "id": "share"})
    (chart,) = figure_charts([share, row])
    assert "4,400 tonnes in 2019" in chart.sentence


def test_values_of_two_pairs_are_no_series(desk):
    (row,) = dressed(desk.ledger, FIGURES.rows(desk))[:1]
    other = row.model_copy(update={"states": (), "period": row.period, "others": (), "id": "other"})
    (chart,) = figure_charts([row, other])
    assert {series for series, *_ in chart.rows} == {f"{row.series} (NOR, TZA)"}
