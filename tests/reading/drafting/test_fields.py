"""Joint work in each of the fields that a clause lists."""

import pytest

from dragoman.models import Activity, Evidence
from dragoman.reading.drafting.fields import by_field
from dragoman.reading.paging import build_page
from dragoman.values import Edtf

ENTRY = Activity(type="cooperation", title="as it was", stage="planned", evidence=(Evidence(start=0, end=9),))


def told(frame, text, word, entry=ENTRY):
    page = build_page(text, Edtf("2019-05-03"))
    return list(by_field(entry, frame(text, word, "activity", "2019-05-03"), page))


@pytest.mark.parametrize(
    ("text", "word", "titles"),
    [
        pytest.param(
            "Chile and Togo agreed to deepen cooperation on fish, public health and the care of forests.",
            "deepen",
            ["cooperation on fish", "cooperation on public health", "cooperation on the care of forests"],
            id="behind a preposition",
        ),
        pytest.param(
            "Chile and Togo will expand cooperation in a number of areas including mining, tourism and trade.",
            "expand",
            ["cooperation in mining", "cooperation in tourism", "cooperation in trade"],
            id="behind what they are called",
        ),
        pytest.param(
            "Chile and Togo will expand cooperation in the areas of mining, tourism and research and training.",
            "expand",
            ["cooperation in mining", "cooperation in tourism", "cooperation in research and training"],
            id="two things that are one field",
        ),
        pytest.param(
            "Chile and Togo are advancing cooperation on rural health, trade and cyber issues.",
            "advancing",
            ["cooperation on rural health", "cooperation on trade", "cooperation on cyber issues"],
            id="a list before its noun",
        ),
        pytest.param(
            "Chile and Togo will cooperate in mining and tourism.",
            "cooperate",
            ["cooperate in mining", "cooperate in tourism"],
            id="a verb",
        ),
    ],
)
def test_each_field_is_an_activity(frame, text, word, titles):
    found = [entry.title for entry in told(frame, text, word)]
    assert len(found) == len(titles) and all(one.endswith(title) for one, title in zip(found, titles, strict=True))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        pytest.param("The ministers discussed ways to expand cooperation in mining and trade.", "expand", id="talk"),
        pytest.param("Chile enjoys close cooperation with Togo in mining and trade.", "cooperation", id="as it is"),
        pytest.param("Chile and Togo will expand cooperation in mining.", "expand", id="one field"),
        pytest.param("Chile will expand its aid for mining and trade in Togo.", "expand", id="aid"),
    ],
)
def test_it_is_one_activity(frame, text, word):
    assert told(frame, text, word) == [ENTRY]


def test_trade_and_culture_are_no_mere_cooperation(frame):
    text = "Chile and Togo will expand cooperation in mining, trade, investment and sports."
    assert [entry.type for entry in told(frame, text, "expand")] == ["cooperation", "trade", "investment", "exchange"]


def test_what_is_done_together_already_is_one(frame):
    done = ENTRY.model_copy(update={"stage": "underway"})
    assert told(frame, "Chile and Togo cooperate in mining and trade.", "cooperate", done) == [done]


def test_pillars_are_work_of_their_own(frame):
    text = "The plan of Norway and Fiji will rest on two pillars: trade cooperation; and fish."
    assert [one.title for one in told(frame, text, "rest")] == ["Trade cooperation", "Cooperation in fish"]
