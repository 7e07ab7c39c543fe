"""Instruments that one plural noun names together."""

import pytest

from dragoman.models import Evidence, Instrument, Party
from dragoman.reading.drafting.singly import singly
from dragoman.reading.frames.frames import find_frames
from dragoman.reading.paging import build_page
from dragoman.values import CountryCode, Edtf


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        pytest.param(
            "Chile and Togo signed agreements on health, on the sharing of data and on prisons in Lima.",
            "agreements",
            ["Agreement on health", "Agreement on the sharing of data", "Agreement on prisons"],
            id="each with its preposition",
        ),
        pytest.param(
            "Chile and Togo signed two memoranda of understanding on fish and customs.",
            "memoranda",
            ["Memorandum of understanding on fish", "Memorandum of understanding on customs"],
            id="as many as are counted",
        ),
        pytest.param(
            "Two air treaties between Chile and Togo were signed in May, in the fields of cargo and mail.",
            "treaties",
            ["Air treaty on cargo", "Air treaty on mail"],
            id="in the fields of",
        ),
        pytest.param(
            "Chile has new double taxation treaties with Fiji, Togo and Laos.",
            "treaties",
            [
                "Double taxation treaty with Fiji",
                "Double taxation treaty with Togo",
                "Double taxation treaty with Laos",
            ],
            id="with each of several states",
        ),
        pytest.param(
            "Chile and Togo signed eight agreements, including on mail and on the return of prisoners.",
            "agreements",
            ["Agreement on mail", "Agreement on the return of prisoners"],
            id="including some",
        ),
        pytest.param(
            "Chile and Togo signed two agreements, one on mail and the other on prisons.",
            "agreements",
            ["Agreement on mail", "Agreement on prisons"],
            id="one and the other",
        ),
        pytest.param(
            "Chile and Togo signed MoUs on fish, customs and the care of parks in Lima on Monday.",
            "MoUs",
            ["as it was"],
            id="three fields without a number",
        ),
        pytest.param("Chile has treaties with Fiji.", "treaties", ["as it was"], id="with one state"),
        pytest.param(
            "They signed three agreements on fish and customs.", "agreements", ["as it was"], id="one is left"
        ),
        pytest.param("They signed agreements on trade and investment.", "agreements", ["as it was"], id="not counted"),
        pytest.param("They signed an agreement on fish and on customs.", "agreement", ["as it was"], id="only one"),
        pytest.param("They signed treaties on fish and on Monday left.", "treaties", ["as it was"], id="a day"),
    ],
)
def test_each_field_has_its_instrument(frame, text, word, names):
    page = build_page(text, Edtf("2019-05-03"))
    entry = Instrument(type="agreement", title="as it was", name="as it was", evidence=(Evidence(start=0, end=9),))
    assert [one.name for one in singly(entry, frame(text, word, "instrument"), page)] == names


def test_each_mission_stands_in_its_town(frame):
    text = "Chile maintains honorary consulates in Brno and Ostrava."
    who = (Party(name="Chile", code=CountryCode("CHL"), role="source"),)
    entry = Instrument(type="mission", title="as it was", parties=who, evidence=(Evidence(start=0, end=9),))
    told = list(singly(entry, frame(text, "consulates", "instrument"), build_page(text, Edtf("2019-05-03"))))
    assert [(one.title, [party.code for party in one.parties]) for one in told] == [
        ("Honorary consulate in Brno", ["CHL", "CZE"]),
        ("Honorary consulate in Ostrava", ["CHL", "CZE"]),
    ]


def test_each_mission_stands_in_its_state(frame):
    text = "Chile will open embassies in Fiji and Togo."
    who = tuple(Party(name=code, code=CountryCode(code), role="participant") for code in ("CHL", "FJI", "TGO"))
    entry = Instrument(type="mission", title="as it was", parties=who, evidence=(Evidence(start=0, end=9),))
    found = list(singly(entry, frame(text, "embassies", "instrument"), build_page(text, Edtf("2019-05-03"))))
    assert [(one.title, one.place.country) for one in found] == [("Embassy in Fiji", "FJI"), ("Embassy in Togo", "TGO")]
    assert [[p.code for p in one.parties] for one in found] == [["CHL", "FJI"], ["CHL", "TGO"]]


def test_two_names_that_share_an_article_are_two(page):
    text = "Chile ignores the Whale Limits Treaty and Deep Sea Mining Convention."
    title = "Whale Limits Treaty and Deep Sea Mining Convention"
    entry = Instrument(type="agreement", title=title, evidence=(Evidence(start=0, end=len(text)),))
    frame = next(f for f in find_frames(page(text)) if f.kind == "instrument")
    found = [(one.name, text[one.evidence[0].start : one.evidence[0].end]) for one in singly(entry, frame, page(text))]
    assert found == [(name, name) for name in ("Whale Limits Treaty", "Deep Sea Mining Convention")]
