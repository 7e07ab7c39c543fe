"""Totals of trade and investment: figures, and nobody's gift."""

import pytest

from dragoman import make_document
from dragoman.reading.figures.flows import flow_of, is_collective
from dragoman.reading.reader import Reader


@pytest.mark.parametrize(
    "text, flow",
    [
        ("Exports were worth EUR 51 million in 2011.", "exports"),
        ("In 2011 exports of goods from Malta to Tunisia were worth EUR 51 million.", "exports"),
        ("Imports from Tunisia amounted to EUR 7 million.", "imports"),
        ("Malta exported goods worth EUR 51 million to Tunisia.", "exports"),
        ("Malta imported dates worth EUR 2 million from Tunisia in 2011.", "imports"),
        ("The customs office put turnover at EUR 58 million in 2011.", "trade"),
        ("Private Maltese investment in Tunisia has exceeded EUR 90 million.", "investment"),
        ("Trade totalled EUR 58 million, of which Malta's exports accounted for EUR 51 million.", "trade"),
        ("The value of trade came to EUR 58 million in 2011.", "trade"),
        ("Trade between Malta and Tunisia grew. It was EUR 58 million, with exports of EUR 51 million.", "trade"),
        ("Olive exports to Malta reached 4,000 tonnes.", "exports"),
    ],
)
def test_what_states_a_flow_is_its_total(page, text, flow):
    made = page(text, "2012-03-01")
    assert flow_of(made, made.quantities[0]) == flow


@pytest.mark.parametrize(
    "text",
    [
        "The investment is worth EUR 51 million.",
        "Malta will export goods worth EUR 51 million to Tunisia.",
        "Malta sold two ferries worth EUR 51 million to Tunisia.",
        "Malta gave EUR 3 million for trade in olives.",
        "Trade is to reach EUR 80 million by 2015.",
        "They signed a contract worth EUR 51 million for exports of timber.",
        "In the first nine months exports grew.",
    ],
)
def test_a_deal_a_gift_or_an_aim_is_no_total_of_a_flow(page, text):
    made = page(text, "2012-03-01")
    assert not any(flow_of(made, quantity) for quantity in made.quantities)


def read(text):
    return Reader().read(make_document(f"Valletta, 1 March 2012\n\n{text}", id="d")).entries


def test_a_total_of_trade_is_a_figure_and_no_activity():
    found = read("In 2011 exports of goods from Malta to Tunisia were worth EUR 51 million.")
    assert [(e.kind, e.measure, e.value) for e in found if e.kind in ("figure", "activity")] == [
        ("figure", "exports", 51e6)
    ]


def test_a_total_whose_parts_are_told_is_no_gift_beside_them():
    found = read(
        "Malta, Norway and Chad pledged a total of EUR 9 million to Togo. Malta will contribute EUR 4 million, Norway "
        "EUR 3 million and Chad EUR 2 million."
    )
    assert sorted(e.amount.value for e in found if e.kind == "activity") == [2e6, 3e6, 4e6]


def test_goods_that_are_given_are_not_counted_once_more():
    found = read("Malta handed over 12 ambulances to Tunisia on Monday.")
    assert [e.amount.value for e in found if e.kind == "activity"] == [12]
    assert not [e for e in found if e.kind == "figure"]


@pytest.mark.parametrize(
    "text",
    [
        "Malta and Tunisia agreed on a goal of bringing trade to EUR 80 million by 2015.",
        "On completion the solar park will produce 310 gigawatt-hours of electricity, Malta's minister said.",
        "Malta has carried out 14 technical cooperation projects in Tunisia.",
    ],
)
def test_goals_yields_and_counts_of_projects_are_no_activities_amount(text):
    entries = Reader().read(make_document(f"Malta and Tunisia held talks on Monday. {text}", id="d", date="2012-03-01"))
    assert not [e for e in entries.entries if e.kind == "activity" and e.amount]
    assert [e for e in entries.entries if e.kind == "figure"]


@pytest.mark.parametrize(
    "text", ["Malta has so far trained 340 Tunisian sailors.", "Malta trained 4,000 Tunisian farmers in Sfax."]
)
def test_how_many_people_were_taught_over_the_years_is_a_figure(text):
    entries = Reader().read(make_document(f"Malta and Tunisia held talks on Monday. {text}", id="d", date="2012-03-01"))
    assert not [e for e in entries.entries if e.kind == "activity"]
    assert [e.measure for e in entries.entries if e.kind == "figure"] == ["people"]


def test_people_taught_on_one_occasion_are_its_amount():
    text = "Malta and Tunisia held talks on Monday. In 2010 Malta trained 34 Tunisian nurses in Valletta."
    entries = Reader().read(make_document(text, id="d", date="2012-03-01")).entries
    assert [e.amount.value for e in entries if e.kind == "activity" and e.amount] == [34]


def test_who_studies_or_works_abroad_is_counted():
    text = "Malta and Tunisia held talks on Monday. Some 430 Tunisian nurses work in Malta."
    entries = Reader().read(make_document(text, id="d", date="2012-03-01")).entries
    assert [(e.kind, e.value) for e in entries if e.kind in ("figure", "activity")] == [("figure", 430)]


def test_a_sum_that_went_to_so_many_projects_is_a_total():
    text = "Malta and Tunisia met. Since 2004 Malta has put 30 million euros into 14 projects in Tunisia."
    entries = Reader().read(make_document(text, id="d", date="2012-03-01")).entries
    assert sorted(e.value for e in entries if e.kind == "figure") == [14, 30_000_000]
    assert not [e for e in entries if e.kind == "activity"]


def test_goods_that_were_shipped_by_weight_are_exports():
    text = (
        "Malta and Tunisia held talks on Monday. Malta shipped 3,000 tonnes of goods worth 4 million euros to Tunisia."
    )
    entries = Reader().read(make_document(text, id="d", date="2012-03-01")).entries
    assert not [e for e in entries if e.kind == "activity"]


@pytest.mark.parametrize("when", ["Since 1975", "From 1975 to 2009"])
def test_what_was_given_in_all_over_many_years_is_a_figure_alone(when):
    text = (
        f"Malta and Tunisia are old friends.\n\n{when} Malta has provided Tunisia with more than EUR 30 million in "
        "grants. This year it will pay EUR 2 million for a school in Sousse.\n\nThe minister spoke of this on Monday. "
        "He was in good spirits."
    )
    read = Reader().read(make_document(text, id="d1", date="2012-03-01")).entries
    assert [e.amount.value for e in read if e.kind == "activity" and e.amount] == [2_000_000]
    assert 30_000_000 in [e.value for e in read if e.kind == "figure"]


def test_what_many_projects_are_worth_is_no_gift(page):
    made = page("Malta has carried out 90 projects in Tunisia worth EUR 8 million.", "2012-03-01")
    assert is_collective(made, next(q for q in made.quantities if q.kind == "money"))
