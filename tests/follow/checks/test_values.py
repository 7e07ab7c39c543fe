import pytest

from tests.follow.checks.conftest import figure

FISH = {"measure": "exports", "of": "fish", "unit": "tonne"}


def write(tell, first, second, **known):
    tell("Fish sold in 2017: much.", figure("much", first, date="2017", **FISH), date="2018-02-01")
    tell("Fish sold then: plenty.", figure("plenty", second, **({"date": "2017"} | FISH | known)), date="2019-02-01")


def test_two_values_of_one_figure_for_one_period(tell, only):
    write(tell, 412, 530)
    finding = only("values")
    assert not finding.confirmed
    assert finding.statement == (
        "Two values of exports (fish), 2017: 412 tonnes (2018-02-01); 530 tonnes (2019-02-01)."
    )
    assert [quote.words for quote in finding.quotes] == ["Fish sold in 2017: much.", "Fish sold then: plenty."]


@pytest.mark.parametrize("known", [{}, {"approx": True}])
def test_rounded_values_agree(tell, only, known):
    write(tell, 412, 410, **known)
    assert only("values").confirmed


@pytest.mark.parametrize("known", [{"date": "2018"}, {"unit": "crate"}, {"of": "squid"}, {"measure": "imports"}])
def test_another_period_unit_or_thing_is_another_figure(tell, found, known):
    write(tell, 412, 530, **known)
    assert found("values") == []


def test_a_bound_agrees_with_what_it_allows(tell, only):
    write(tell, 412, 300, bound="min")
    assert only("values").confirmed


@pytest.mark.parametrize(("first", "second", "number"), [(51, 63, 0), (63, 51, 1)])
def test_what_is_counted_since_a_year_grows_and_never_shrinks(tell, found, first, second, number):
    projects = {"measure": "count", "of": "clinic projects", "unit": "project", "date": "2004/.."}
    tell("Projects are counted.", figure("Projects", first, **projects), date="2019-02-01")
    tell("Projects were counted again.", figure("Projects", second, **projects), date="2022-02-01")
    assert len(found("values")) == number
