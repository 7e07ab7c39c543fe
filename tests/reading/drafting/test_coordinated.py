"""Sums that one verb gives in several parts."""

from dataclasses import replace

import pytest

from dragoman import make_document
from dragoman.models import Amount
from dragoman.reading.drafting.activities import draft_activity
from dragoman.reading.drafting.coordinated import apart
from dragoman.reading.frames.frames import find_frames
from dragoman.reading.reader import Reader


def given(text):
    read = Reader().read(make_document(f"Oslo, 6 May 2019\n\n{text}", id="d"))
    return [entry for entry in read.entries if entry.kind == "activity"]


def test_each_sum_with_a_purpose_is_a_gift_of_its_own():
    found = given(
        "Norway will provide EUR 700,000 for a clinic in Zomba, EUR 300,000 for a school in Dedza and EUR 90,000 for "
        "wells in Nsanje."
    )
    assert [entry.amount.value for entry in found] == [700_000, 300_000, 90_000]
    assert [entry.title for entry in found] == ["Clinic in Zomba", "School in Dedza", "Wells in Nsanje"]
    assert all({p.code for p in entry.parties} == {"NOR", "MWI"} for entry in found)


def test_goods_of_one_measure_are_told_apart_by_what_they_are():
    found = given("Norway gave Malawi 118 tonnes of fish and 440 tonnes of rice in January.")
    assert sorted(entry.amount.value for entry in found) == [118, 440]


def test_each_sum_goes_to_its_own_taker():
    found = given("Norway gave NOK 2 million to Fiji, NOK 3 million to Samoa and NOK 4 million to Tuvalu for seawalls.")
    takers = {entry.amount.value: [p.code for p in entry.parties if p.role == "recipient"] for entry in found}
    assert takers == {2e6: ["FJI"], 3e6: ["WSM"], 4e6: ["TUV"]}


def test_a_sum_for_somebody_is_called_after_the_gift():
    found = given("Norway will give NOK 2 million for Red Cross Fiji and NOK 3 million for UNICEF to train divers.")
    assert [entry.title for entry in found] == ["Funding for Red Cross Fiji", "Funding for UNICEF to train divers"]


def test_each_giver_gives_its_own_sum():
    found = given("Norway will contribute EUR 5 million to Ethiopia, Germany EUR 3 million and Japan EUR 2 million.")
    givers = {entry.amount.value: [p.code for p in entry.parties if p.role == "funder"] for entry in found}
    assert givers == {5e6: ["NOR"], 3e6: ["DEU"], 2e6: ["JPN"]}


def test_different_goods_are_different_gifts():
    found = given("Norway handed over 12 ambulances and 900 beds to Malawi on Monday.")
    assert {(entry.amount.value, entry.amount.unit) for entry in found} == {(12, "ambulance"), (900, "bed")}


def test_goods_may_stand_before_the_clause_that_hands_them_over(page):
    given_away = page("On Monday 30 lamps, 6 desks and 40 chairs from Norway were handed over to Malawi.")
    frame = next(f for f in find_frames(given_away) if f.kind == "activity" and f.head.lemma_ == "hand")
    frame = replace(frame, start=given_away.text.index("handed"))
    drafted = draft_activity(frame, given_away, "in_kind", "done")
    drafted = drafted.model_copy(update={"amount": Amount(value=30, unit="lamp")})
    parts = [entry.evidence[0].quote(given_away.text) for entry in apart(drafted, frame, given_away)]
    assert parts == ["30 lamps", "6 desks", "40 chairs from Norway were handed over to Malawi"]


@pytest.mark.parametrize(
    "text",
    [
        "Norway gave Malawi NOK 40 million in 2017 and NOK 50 million in 2018.",
        "Norway gave Malawi NOK 40 million, of which NOK 5 million for wells.",
        "Norway gave cars to 8 schools and 4 clinics in Malawi.",
    ],
)
def test_parts_and_yearly_sums_are_not_taken_apart(text):
    assert len(given(text)) <= 1


def test_a_sum_that_the_parse_puts_into_another_clause_keeps_its_purpose():
    found = given("Norway announced NOK 8 million in support of Malawian women, and NOK 6 million for vaccines.")
    assert {entry.amount.value: entry.title for entry in found}[6e6] == "Vaccines"


def test_what_several_give_goes_to_the_one_that_the_text_helps():
    found = given(
        "Ethiopia gets more help. Norway will contribute EUR 5 million, Germany EUR 3 million and Japan EUR 2 million."
    )
    assert [[p.code for p in entry.parties if p.role == "recipient"] for entry in found] == [["ETH"]] * 3


def test_a_sum_whose_parts_are_told_is_the_gifts_that_it_is_made_of():
    found = given(
        "Norway gave Malawi NOK 9 million in 2018: 4 million for clinics, 3 million for wells and 2 million for seed."
    )
    assert [(entry.amount.value, entry.title) for entry in found] == [(4e6, "Clinics"), (3e6, "Wells"), (2e6, "Seed")]


def test_a_sum_of_which_parts_alone_are_told_stays_one():
    found = given("Norway gave Malawi NOK 9 million in 2018, including 4 million for clinics and 3 million for wells.")
    assert 9e6 in [entry.amount.value for entry in found if entry.amount]


def test_what_others_pay_of_a_cost_is_their_own():
    found = given(
        "Norway builds a port in Malawi. It will cost EUR 6 million; Norway will pay 4 million of it and "
        "Japan 2 million."
    )
    assert 6e6 in [entry.amount.value for entry in found if entry.amount]


def test_a_noun_has_the_sum_before_it():
    found = given("Norway will provide a EUR 30 million loan and a EUR 5 million grant to Fiji for its port.")
    assert {(entry.type, entry.amount.value) for entry in found} == {("loan", 30e6), ("grant", 5e6)}
