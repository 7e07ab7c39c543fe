"""Programmes, day by day."""

import pytest

from dragoman.documents import make_document
from dragoman.reading.layout.programmes import as_items, find_points
from dragoman.reading.reader import Reader
from dragoman.values import Edtf

DAY = Edtf("2017-04-28")


@pytest.mark.parametrize(
    "text",
    [
        "Monday, 1 May\n\n10.00  Talks in Tunis\n12.30  Signing of a pact\n\nTuesday, 2 May\n09.15  Departure\n",
        "Monday, 1 May: 10.00 talks in Tunis; 12.30 signing of a pact.\nTuesday, 2 May: 09.15 departure.\n",
        "DAY 1 - Monday, May 1\n10:00 a.m. Talks\n1 p.m. - 2 p.m. Signing\nDAY 2 - Tuesday, May 2\n9 am Departure\n",
        "1 May\nMorning: talks with the Minister\nAfternoon: signing of a pact\n2 May\nMorning: departure\n",
        "Monday 1 May\nTalks in Tunis. Signing of a pact.\n\nTuesday 2 May\nDeparture for Sfax.\n",
        "May 1 (Monday)\nTalks with the Minister\nSigning of a pact\n\nMay 2 (Tuesday)\nDeparture\n",
    ],
)
def test_the_day_heads_the_points_that_follow(text):
    points = [point for point in find_points(text, DAY) if point.day]
    assert [point.day for point in points] == ["2017-05-01", "2017-05-01", "2017-05-02"]
    assert [text[p.told : p.end].strip(" \t-;.")[:2].lower() for p in points] == ["ta", "si", "de"]


def test_days_may_stand_before_what_happens_on_them():
    text = "Mon 1 May – meets the Ambassador of Peru\nThu 4 May – talks in Lima\n"
    assert [(p.day, text[p.told : p.end]) for p in find_points(text, DAY)] == [
        ("2017-05-01", " meets the Ambassador of Peru"),
        ("2017-05-04", " talks in Lima"),
    ]


def test_the_hours_give_way_to_a_bullet_and_every_letter_keeps_its_place():
    text = "Monday, 1 May\n10.00  Talks\n12.30  Lunch\n"
    items = as_items(text, find_points(text, DAY))
    assert len(items) == len(text)
    assert items.index("Talks") == text.index("Talks") and "10.00" not in items


@pytest.mark.parametrize(
    "text",
    [
        "He left at 10.30 on Monday, 1 May, and was back at 12.00.\n",
        "Oslo, 1 May 2017\n\nThe two ministers met.\n\nThey will meet again.\n",
        "Monday, 1 May 2017\n\nThe two ministers met in Oslo.\n\nReleased on 2 May 2017\n",
        "Opening hours\n10.00 to 12.00\n14.00 to 16.00\n",
    ],
)
def test_other_times_are_no_programme(text):
    assert not find_points(text, DAY)


VISIT = """Programme of the visit of the President of Latvia to Georgia

Tuesday, 2 May
10.30  Talks with the President of Georgia
12.00  Signing of an agreement on fishing
Wednesday, 3 May
09.00  Latvian-Georgian business forum
11.00  Departure
"""


def read(date):
    document = make_document(VISIT, id="x", date=Edtf(date))
    found = Reader().read(document).entries
    assert all(VISIT[e.start : e.end].strip() for entry in found for e in entry.evidence)
    return {entry.type: entry for entry in found if entry.kind in ("event", "instrument")}


def test_what_lies_ahead_is_planned_for_its_day():
    found = read("2017-04-28")
    assert {type_: (e.stage, e.date, e.due) for type_, e in found.items()} == {
        "visit": ("planned", "2017-05-02/2017-05-03", "2017-05-02/2017-05-03"),
        "meeting": ("planned", "2017-05-02", "2017-05-02"),
        "signing": ("planned", "2017-05-02", "2017-05-02"),
        "agreement": ("planned", "2017-05-02", "2017-05-02"),
        "forum": ("planned", "2017-05-03", "2017-05-03"),
    }


def test_what_is_over_has_been_done():
    found = read("2017-05-10")
    assert (found["meeting"].stage, found["meeting"].due) == ("done", None)
    assert found["agreement"].stage == "agreed"
