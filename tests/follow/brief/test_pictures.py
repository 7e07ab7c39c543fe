"""The charts of a brief, made of its figures."""

import pytest

from dragoman.follow.brief.pictures import series_words
from tests.follow.conftest import figure, parties

ROLES = {"parties": parties("CHL", "VNM", roles=("exporter", "importer"))}


@pytest.mark.parametrize(
    ("of", "words"),
    [
        ("honey", "Exports of honey, CHL to VNM"),
        ("Exports of Honey", "Exports of honey, CHL to VNM"),
        ("Chilean exports to Vietnam", "Chilean exports to Vietnam, CHL to VNM"),
        ("exports of LNG", "Exports of LNG, CHL to VNM"),
    ],
)
def test_a_series_is_named_in_small_letters_but_for_names(of, words):
    assert series_words(figure(of, 14, **ROLES)) == words


def test_a_share_of_the_same_year_takes_no_sum_its_place(tell, brief):
    tell("Last year", "2020-01-09", figure("exports", 12, unit="%", date="2019", **ROLES))
    tell("A year", "2020-01-08", figure("exports", 400, date="2019", **ROLES))
    tell("Customs", "2020-01-07", figure("exports", 300, date="2019", **ROLES))
    (trade,) = (section for section in brief().sections if section.heading == "Trade")
    (chart,) = trade.charts
    assert "400 tonnes in 2019. Documents disagree on 2019" in chart.sentence
