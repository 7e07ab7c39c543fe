"""What leads up to a list tells how far its items have come."""

import pytest

from dragoman.reading.drafting.activities import draft_activity
from dragoman.reading.frames.frames import find_frames
from dragoman.reading.frames.leads import has_verb, lead_of, stage_of_item
from dragoman.reading.paging import build_page
from dragoman.values import Edtf

ITEMS = "\n\n* Training of fifty judges in Quito;\n\n* Building schools in Loja."


def stages(lead: str, published: str | None = "2011-05-02") -> set[str | None]:
    page = build_page(f"{lead}{ITEMS}", Edtf(published) if published else None)
    lead_ends = page.text.index("*")
    items = [frame for frame in find_frames(page) if frame.kind == "activity" and frame.start > lead_ends]
    assert items
    return {stage_of_item(frame, page) for frame in items}


@pytest.mark.parametrize(
    ("lead", "stage"),
    [
        ("The new assistance from Peru to Ecuador includes:", "agreed"),
        ("Under the programme Peru has two projects in Ecuador. The projects are:", "agreed"),
        ("The ministers of Peru and Ecuador agreed on:", "agreed"),
        ("The panel's report to Peru and Ecuador contains nine recommendations, including:", "proposed"),
        ("The fund has been helping Peru and Ecuador with:", "underway"),
        ("Their envoys spoke at length about:", None),
    ],
)
def test_the_lead_tells_the_stage(lead, stage):
    assert stages(lead) == {stage}


@pytest.mark.parametrize(("place", "date"), [("Quito", "2005/.."), ("Quito from 2009 to 2010", "2009/2010")])
def test_the_lead_tells_when_if_the_item_does_not(place, date):
    items = ITEMS.replace("Quito", place)
    page = build_page(f"Since 2005 the fund has been helping Peru and Ecuador with:{items}", Edtf("2011-05-02"))
    training = next(frame for frame in find_frames(page) if frame.head.text == "Training")
    assert draft_activity(training, page, "technical_assistance", "done").date == date


def test_a_page_without_a_date_announces_nothing():
    assert stages("The new assistance from Peru to Ecuador includes:", None) == {None}


def test_a_paragraph_ends_a_list():
    page = build_page(
        f"The new assistance includes:{ITEMS}\n\nBoth ministers thanked the judges.\n\nTraining of nurses"
    )
    sentences = page.sentences
    thanked = next(n for n, sent in enumerate(sentences) if "thanked" in sent.text)
    assert str(lead_of(sentences[:thanked])).strip() == "The new assistance includes:"
    assert lead_of(sentences[: thanked + 1]) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Peru has trained fifty judges.", True), ("Training of fifty judges in Quito", False), ("Peru:", False)],
)
def test_what_has_a_main_verb(text, expected):
    assert has_verb(build_page(text).sentences[0]) is expected
