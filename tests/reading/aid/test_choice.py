"""Of the candidates of an account the likeliest is chosen; where there is none, what the text hints at."""

from __future__ import annotations

import pytest

from dragoman.reading.aid.choice import Sides, asked_of, best
from dragoman.reading.aid.years import date_candidates
from dragoman.reading.paging import build_page


@pytest.mark.parametrize(
    "text, receiver",
    [
        ("In 2012 Norway granted Malawi 5 million euros for schools.", "MWI"),
        ("In 2011 Norway's export bank lent Uzbektelecom 40 million dollars for cables.", "UZB"),
        ("In 2011 Norway repaired the Rumbek hospital.", "SSD"),
        ("In 2011 Norway repaired a hospital.", None),
    ],
)
def test_who_receives(text: str, receiver: str | None) -> None:
    sides = Sides.of(build_page(text))
    assert sides.giver is not None and sides.giver.value == "NOR"
    assert (sides.receiver.value if sides.receiver else None) == receiver


def test_without_candidates_nothing_is_chosen() -> None:
    assert best("date", [], build_page("Norway repaired a hospital.")) is None


def test_the_context_is_asked_about_every_mention_and_its_sentence() -> None:
    page = build_page("In 2012 Norway gave desks. The school was opened in May 2012. It is large.")
    (candidate,) = date_candidates(page, "grant")
    asked = asked_of("date", candidate, page)
    assert [page.text[start:end] for start, end in asked.own] == ["2012", "May 2012"]
    assert len(asked.around) == 2


@pytest.mark.parametrize(
    ("text", "body", "receiver"),
    [
        ("LIMA, 4 March 2025 - The World Bank approved a loan to Bolivia for rural roads.", "World Bank", "BOL"),
        ("In Abidjan the African Development Bank lent Malawi 40 million dollars.", "African Development Bank", "MWI"),
    ],
)
def test_a_body_gives_where_no_state_does(text, body, receiver):
    sides = Sides.of(build_page(text))
    assert (sides.body, sides.giver) == (body, None)
    assert sides.receiver is not None
    assert sides.receiver.value == receiver


def test_a_body_that_pays_a_part_is_not_the_giver():
    sides = Sides.of(build_page("Japan lent Ghana 9 million dollars for a road. The World Bank pays for a bridge."))
    assert sides.body is None
    assert sides.giver is not None
    assert sides.giver.value == "JPN"


@pytest.mark.parametrize(
    ("text", "giver", "receiver"),
    [
        ("Kazakhstan gave Kyrgyzstan 2 million dollars through the United Nations Children's Fund.", "KAZ", "KGZ"),
        ("Azerbaijan donated a million dollars to the World Health Organization for Somalia.", "AZE", "SOM"),
    ],
)
def test_a_state_may_give_through_a_body(text, giver, receiver):
    sides = Sides.of(build_page(text))
    assert sides.body is None
    assert sides.giver is not None and sides.giver.value == giver
    assert sides.receiver is not None and sides.receiver.value == receiver
