"""Instruments drafted from a noun: its name and those whom it binds."""

import pytest

from dragoman import make_document
from dragoman.reading.drafting.instruments import draft_instrument, is_mere_tie
from dragoman.reading.reader import Reader


@pytest.fixture
def draft(page, frame):
    def drafted(text, word, type_="agreement", stage="agreed"):
        return draft_instrument(frame(text, word, "instrument"), page(text), type_, stage)

    return drafted


@pytest.mark.parametrize(
    "text, word, name",
    [
        ("A new treaty on fishing was signed.", "treaty", "treaty on fishing"),
        ("Their first annual Action Plan on Forests was adopted.", "Plan", "Action Plan on Forests"),
        ("Peru ratified the Convention on Rivers.", "Convention", "Convention on Rivers"),
    ],
)
def test_the_name_leaves_out_what_only_introduces_it(draft, text, word, name):
    assert draft(text, word).name == name


@pytest.mark.parametrize(
    "text, word",
    [
        ("Bolivia’s treaty with Cuba expired.", "treaty"),
        ("The treaty between Bolivia and Cuba expired.", "treaty"),
        ("Bolivia signed a treaty with Cuba.", "treaty"),
        ("The Bolivian-Cuban treaty expired.", "treaty"),
        ("A treaty was signed by Bolivia and Cuba.", "treaty"),
        ("Bolivia and Cuba are friends. Their treaty expired.", "treaty"),
        ("After Bolivia had met Cuba a treaty was signed. Peru, Chile, Togo and Fiji were glad.", "treaty"),
    ],
)
def test_both_sides_take_part(draft, text, word):
    parties = draft(text, word).parties
    assert {(p.code, p.role) for p in parties} == {("BOL", "participant"), ("CUB", "participant")}


def test_what_is_only_planned_is_due_at_its_date(draft):
    text = "Bolivia will sign a treaty with Cuba in June 2031."
    assert draft(text, "treaty", stage="planned").due == "2031-06"
    assert draft("Bolivia has a treaty with Cuba from June 2031.", "treaty", stage="agreed").due is None


@pytest.mark.parametrize(
    "text, word, type_, place",
    [
        ("Cuba keeps a consulate in Recife.", "consulate", "mission", "Recife"),
        ("Cuba signed a treaty in Recife.", "treaty", "agreement", None),
    ],
)
def test_what_works_somewhere_has_a_place(draft, text, word, type_, place):
    found = draft(text, word, type_).place
    assert (found and found.name) == place


def test_a_twinning_is_called_after_its_towns(frame, page):
    text = "Next year Kyoto and Cusco will celebrate their anniversary of twinning."
    assert draft_instrument(frame(text, "twinning", "instrument"), page(text), "twinning", "underway").title == (
        "Twinning of Kyoto and Cusco"
    )


def test_what_enters_into_force_has_the_date_of_that(draft):
    text = "The fishing treaty, which was signed in 2021, entered into force in March 2024."
    assert draft(text, "treaty", stage="underway").date == "2024-03"


def test_the_day_of_force_may_be_told_behind_that_of_the_signing(draft):
    text = "The treaty was signed in Lima on 3 May 2021 and has been in force since 1 March 2024."
    assert draft(text, "treaty", stage="underway").date == "2024-03-01"


def test_what_comes_into_force_on_a_day_to_come_is_planned_for_it(page, frame):
    text = "The treaty comes into force on 1 December."
    there = page(text, date="2014-05-02")
    found = draft_instrument(frame(text, "treaty", "instrument", date="2014-05-02"), there, "agreement", "underway")
    assert (found.stage, found.date, found.due) == ("planned", "2014-12-01", "2014-12-01")


def test_the_time_of_talks_is_not_that_of_the_treaty_to_come():
    text = "Fiji and Chile are in touch. They wrapped up a round of negotiations on a trade agreement on Tuesday."
    entries = Reader().read(make_document(text, id="d", date="2021-03-03")).entries
    assert [(e.stage, e.date, e.due) for e in entries if e.kind == "instrument"] == [("planned", None, None)]


@pytest.mark.parametrize(
    ("text", "mere"),
    [
        ("Peru and Fiji share a close partnership.", True),
        ("The partnership between Peru and Fiji grows.", True),
        ("Peru and Fiji signed a long-term partnership.", False),
        ("They agreed to form a partnership.", False),
        ("They raised relations to a strategic partnership.", False),
    ],
)
def test_how_two_sides_stand_to_one_another_is_no_instrument(frame, text, mere):
    assert is_mere_tie(frame(text, "partnership", "instrument")) is mere


def test_a_partnership_that_has_a_name_is_an_instrument(frame):
    assert not is_mere_tie(frame("Peru is in the Pacific Partnership.", "Partnership", "instrument"))
