"""Whose a figure is."""

import pytest

from dragoman.reading.figures.drafts import draft_figure


def sides(page, text, at=0):
    made = page(text, "2012-03-01")
    figure = draft_figure(made, [q for q in made.quantities if q.kind in ("money", "measure")][at])
    return {(party.code, party.role) for party in figure.parties}


@pytest.mark.parametrize(
    "text",
    [
        "The Malta Statistics Office reported that Malta sold EUR 51 million worth of goods to Tunisia in 2011.",
        "According to the Central Bank of Malta, Maltese exports to Tunisia were worth EUR 51 million.",
        "Malta's Ministry of Trade said that exports to Tunisia reached EUR 51 million.",
        "Exports from Malta to Tunisia were worth EUR 51 million.",
    ],
)
def test_who_reports_a_flow_takes_no_part_in_it(page, text):
    assert sides(page, text) == {("MLT", "exporter"), ("TUN", "importer")}


def test_a_third_state_whose_office_reports_is_no_side(page):
    text = "Norway's customs service said that Maltese exports to Tunisia were worth EUR 51 million."
    assert sides(page, text) == {("MLT", "exporter"), ("TUN", "importer")}


def test_of_two_states_that_trade_one_sells(page):
    text = "Trade between Malta and Tunisia grew: Maltese exports were EUR 51 million and imports EUR 7 million."
    assert sides(page, text, 1) == {("MLT", "importer"), ("TUN", "exporter")}


def test_an_office_stands_for_its_state_where_no_other_name_does(page):
    made = page("The Central Bank of Malta sold goods worth EUR 51 million to Tunisia in 2011.", "2012-03-01")
    assert {p.name for p in draft_figure(made, made.quantities[0]).parties} == {"Malta", "Tunisia"}


def test_goods_are_bought_from_the_state_that_they_are_called_after(page):
    assert sides(page, "Tunisia has imported Maltese ships worth EUR 6 million since 2009.") == {
        ("TUN", "importer"),
        ("MLT", "exporter"),
    }


def test_imports_told_against_exports_go_the_other_way(page):
    text = "Malta exported goods worth EUR 51 million to Tunisia against imports of EUR 7 million."
    assert sides(page, text, 1) == {("MLT", "importer"), ("TUN", "exporter")}


def test_each_of_several_buyers_has_its_own_number(page):
    text = "Norway bought 3,000 tonnes of Maltese salt in 2011 and Chad 900 tonnes."
    assert ("TCD", "importer") in sides(page, text, 1)
    assert ("NOR", "importer") not in sides(page, text, 1)


def test_who_sells_or_buys_deals_with_the_other(page):
    text = (
        "Tunisia was Malta's third partner in 2011, with Malta exporting EUR 51 million worth of goods to Tunisia and "
    )
    text += "importing EUR 7 million from Tunisia."
    assert sides(page, text) == {("MLT", "exporter"), ("TUN", "importer")}
    assert sides(page, text, 1) == {("MLT", "importer"), ("TUN", "exporter")}
