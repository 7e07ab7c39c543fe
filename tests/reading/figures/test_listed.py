"""Sums of lists, and what they are for."""

import pytest

from dragoman import make_document
from dragoman.reading.figures.listed import read_listed, without_what_is_listed
from dragoman.reading.paging import build_page
from dragoman.reading.reader import Reader
from dragoman.values import Edtf

LEAD = "Norway will give Malawi more help:\n\n"


def listed(text, lead=LEAD):
    return list(read_listed(build_page(lead + text, Edtf("2019-05-06"))))


@pytest.mark.parametrize(
    "item, value, unit",
    [
        ("• NOK 40 million for midwives in Zomba", 40e6, "NOK"),
        ("- a further €3 million towards the port of Nkhata Bay", 3e6, "EUR"),
        ("* US$500,000 over three years for a seed bank", 5e5, "USD"),
        ("1. Up to NOK 2 million in grants to small fishing firms", 2e6, "NOK"),
    ],
)
def test_an_item_with_a_sum_is_an_activity(item, value, unit):
    (found,) = listed(item)
    assert (found.type, found.amount.value, found.amount.unit) == ("grant", value, unit)


def test_its_title_is_what_the_sum_is_for():
    (found,) = listed("• NOK 40 million for midwives in Zomba")
    assert found.title == "Midwives in Zomba"
    assert {party.code for party in found.parties} == {"NOR", "MWI"}


def test_what_leads_up_to_the_list_tells_how_far_it_has_come():
    item = "• NOK 40 million for midwives"
    assert listed(item)[0].stage == "planned"
    assert listed(item, "Norway gave Malawi more help:\n\n")[0].stage == "done"
    assert listed(item, "Malawi and Norway\n\n")[0].stage == "agreed"


def test_a_loan_is_called_one():
    (found,) = listed("• NOK 40 million for midwives, as a loan")
    assert found.type == "loan"


GRANTS = """On 3 May Norway signed grant contracts with Malawi. The recipients are:

• Fishing Cooperative of Zomba – a plant for drying fish (NOK 420,000)
• Rural Clinic, Salima: solar panels and 60 beds (NOK 385,000)
"""


def test_an_item_of_a_list_of_grants_may_end_with_its_sum():
    plant, panels = listed(GRANTS, lead="")
    assert (plant.title, plant.type, plant.amount.value) == ("Plant for drying fish", "grant", 420_000)
    assert (panels.title, panels.amount.value) == ("Solar panels and 60 beds", 385_000)


def test_what_such_an_item_names_is_told_once():
    entries = Reader().read(make_document(GRANTS, id="grants", date=Edtf("2019-05-06"))).entries
    assert sorted(entry.amount.value for entry in entries if entry.kind == "activity") == [385_000, 420_000]


def test_sums_at_the_end_of_other_lists_are_none():
    assert not listed(GRANTS.replace("grant contracts", "a treaty").replace("recipients", "fields of work"), lead="")


@pytest.mark.parametrize(
    "text", ["• NOK 40 million was spent on midwives.", "• Exports: NOK 40 million", "• 40 midwives for Zomba"]
)
def test_other_items_are_none(text):
    assert not listed(text)


SIGNED = "The following were signed in Oslo on 4 May 2019:\n\n- Agreement on Fisheries;\n"
CONTRACT = "- Loan contract for €3 million for the extension of the port of Nkhata Bay, between NorBank and MalPort;"


def test_a_contract_on_a_sum_is_the_loan_that_it_serves():
    (found,) = listed(CONTRACT, SIGNED)
    assert (found.type, found.stage, found.date, found.amount.value) == ("loan", "agreed", "2019-05-04", 3e6)
    assert found.title == "Extension of the port of Nkhata Bay"


def test_it_is_no_instrument_besides():
    text = f"Norway and Malawi are friends.\n\n{SIGNED}{CONTRACT}\n\nThe ministers left in the evening."
    read = Reader().read(make_document(text, id="d1", date="2019-05-06")).entries
    assert [e.type for e in read if e.kind == "instrument"] == ["agreement"]
    assert without_what_is_listed(read, []) == list(read)
