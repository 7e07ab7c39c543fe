"""Lists of treaties under a heading."""

import pytest

from dragoman.documents import make_document
from dragoman.reading.layout.treaties import find_papers
from dragoman.reading.reader import Reader
from dragoman.values import Edtf

ITEMS = "- Agreement on extradition\n- Memorandum of understanding on sport\n"


def read(text, date="2014-03-06"):
    found = Reader().read(make_document(text, id="x", date=Edtf(date))).entries
    assert all(text[e.start : e.end].strip() for entry in found for e in entry.evidence)
    return [(entry.type, entry.title, entry.stage, entry.date) for entry in found if entry.kind == "instrument"]


@pytest.mark.parametrize(
    "heading, stage, date",
    [
        ("Documents signed by Fiji and Oman (Muscat, 5 March 2014):", "agreed", "2014-03-05"),
        ("Agreements between Fiji and Oman in force:", "underway", None),
        ("To be signed by Fiji and Oman on 9 April 2014:", "planned", "2014-04-09"),
    ],
)
def test_the_heading_tells_stage_and_date_of_its_items(heading, stage, date):
    assert read(f"{heading}\n\n{ITEMS}") == [
        ("agreement", "Agreement on extradition", stage, date),
        ("memorandum", "Memorandum of understanding on sport", stage, date),
    ]


def test_the_items_need_no_bullets():
    text = "Fiji, Oman\n\nAgreements in force\n\nTreaty on Friendship (2003)\nAgreement on Extradition (2009)\n"
    assert read(text) == [
        ("agreement", "Treaty on Friendship", "underway", "2003"),
        ("agreement", "Agreement on Extradition", "underway", "2009"),
    ]


def test_the_items_may_stand_in_one_line():
    text = "On 5 March 2014 Fiji and Oman signed: 1) an agreement on visas; 2) a protocol on radio; 3) an MoU on tea."
    assert [item.text.strip(" ;.") for papers in find_papers(text) for item in papers.items] == [
        "an agreement on visas", "a protocol on radio", "an MoU on tea",
    ]  # fmt: skip


def test_an_item_may_tell_a_date_of_its_own():
    items = "- Agreement on visas, signed on 2 May 2001, in force since 3 June 2003\n- Tax treaty (1998)\n"
    text = f"Treaties of Fiji and Oman\n\n{items}"
    assert read(text) == [
        ("agreement", "Agreement on visas", "underway", "2003-06-03"),
        ("agreement", "Tax treaty", "agreed", "1998"),
    ]


def test_alike_as_they_are_they_are_different_papers():
    text = f"Signed by Fiji and Oman on 5 March 2014:\n\n{ITEMS}- Memorandum of understanding on sport for the deaf\n"
    assert len(read(text)) == 3


@pytest.mark.parametrize(
    "text",
    [
        "We agreed on three things:\n\n- more trade\n- fewer tariffs\n- better roads\n",
        "What the treaty brings:\n\n- The Commission will meet each year.\n- Tariffs will fall.\n",
    ],
)
def test_other_lists_are_none(text):
    assert not find_papers(text)
