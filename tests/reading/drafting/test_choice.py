"""Choice: the candidates for giver, receiver, date and sum, seen by the words around them and never by their value."""

from dragoman.knowledge import read_tsv
from dragoman.reading.aid.choice import best
from dragoman.reading.aid.sums import money_candidates
from dragoman.reading.aid.years import date_candidates
from dragoman.reading.drafting.choice import state_candidates
from dragoman.reading.page import Page
from dragoman.reading.paging import build_page
from dragoman.values import CountryCode


def page() -> Page:
    return build_page(
        "In 2003 Denmark granted Bhutan 7 million euros for schools. The total cost of the schools, which were opened "
        "in 2006, was 11 million euros."
    )


def test_all_states_dates_and_sums_are_candidates() -> None:
    assert [c.value for c in state_candidates(page())] == ["DNK", "BTN"]
    assert [c.value[0].edtf for c in date_candidates(page(), "grant")] == ["2003", "2006"]
    assert [c.value.value for c in money_candidates(page(), "grant")] == [7_000_000, 11_000_000]


def test_no_candidate_is_known_by_its_value() -> None:
    every = [*state_candidates(page()), *date_candidates(page(), "grant"), *money_candidates(page(), "grant")]
    names = {name for candidate in every for name in candidate.features}
    assert not any(
        value in name for name in names for value in ("Denmark", "Bhutan", "DNK", "BTN", "2003", "7 million")
    )


def test_the_giver_is_no_candidate_for_the_receiver() -> None:
    giver = best("giver", state_candidates(page()), page())
    assert giver is not None
    assert giver.value == "DNK"
    assert [c.value for c in state_candidates(page(), giver.value)] == ["BTN"]


def test_the_commitment_and_the_part_given_are_preferred() -> None:
    date, sum_ = (
        best(question, candidates(page(), "grant"), page())
        for question, candidates in (("date", date_candidates), ("amount", money_candidates))
    )
    assert date is not None and date.value[0].edtf == "2003"
    assert sum_ is not None and sum_.value.value == 7_000_000


def test_the_state_that_an_ambassador_is_sent_to_is_a_candidate() -> None:
    told = build_page("In 2012 the Norwegian ambassador to Malawi gave twenty desks to a village school.")
    assert [c.value for c in state_candidates(told, CountryCode("NOR"))] == ["MWI"]


def test_a_currency_points_to_its_state() -> None:
    told = build_page("In 2010 Sweden gave 5 million Kenyan shillings to a clinic.")
    assert "KEN" in [c.value for c in state_candidates(told, giver=told.actors[0].code)]


def test_a_currency_in_brackets_points_to_its_state_too() -> None:
    told = build_page("In 2010 a clinic was given 50,000 dollars (5 million Kenyan shillings) by Sweden.")
    assert "KEN" in [c.value for c in state_candidates(told, CountryCode("SWE"))]


def test_the_state_of_the_envoy_is_marked() -> None:
    told = build_page("The Norwegian Ambassador to Malawi and the Dutch minister of health handed over the drugs.")
    features = {c.value: c.features for c in state_candidates(told, CountryCode("NOR"))}
    assert "named only as where an envoy is" in features["MWI"]
    assert "an envoy is there" not in features["NLD"]


def test_of_two_givers_the_larger_is_marked() -> None:
    told = build_page("Iceland and Germany signed a loan agreement.")
    features = {c.value: c.features for c in state_candidates(told)}
    assert "no larger giver is named" in features["DEU"]
    assert "a larger giver is named" in features["ISL"]


def test_the_donors_are_states_named_once() -> None:
    codes = [CountryCode(row["code"]) for row in read_tsv("donors.tsv")]
    assert len(codes) == len(set(codes))
