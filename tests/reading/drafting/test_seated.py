"""Missions and bodies that are closed, opened again, or not open yet."""

import pytest

from dragoman import make_document
from dragoman.models import Instrument
from dragoman.reading.reader import Reader


def missions(text):
    entries = Reader().read(make_document(f"Fiji and Chile held talks. {text}", id="d", date="2024-03-01")).entries
    return [(e.stage, e.date) for e in entries if isinstance(e, Instrument)]


@pytest.mark.parametrize(
    "text, told",
    [
        ("Chile closed its embassy in Suva in 2016.", [("suspended", "2016")]),
        ("The Chilean embassy in Suva was closed in 2016 and reopened in 2019.", [("underway", "2019")]),
        ("The opening of a Chilean embassy in Suva is planned for 2025.", [("planned", "2025")]),
        ("Chile opened its embassy in Suva in 2012.", [("underway", "2012")]),
        ("They agreed to keep the embassy in Suva open.", [("underway", None)]),
    ],
)
def test_a_mission_is_what_was_last_done_to_it(text, told):
    assert missions(text) == told
