"""Texts all in capitals, in small letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman import Reader, make_document
from dragoman.reading.capitals import in_small_letters
from dragoman.values import Edtf

REST = " THE TWO SIDES SPOKE OF TRADE, AND THEY AGREED TO MEET AGAIN WHEN THE WORK ON THE ROAD HAS BEEN COMPLETED." * 2


@pytest.mark.parametrize(
    "text, expected",
    [
        ("FOREIGN MINISTER SILVA ARRIVED IN LIMA MARCH 3.", "Foreign Minister Silva arrived in Lima March 3."),
        ("THE ABLE AMBASSADOR TUIMANU VISITED SAMOA IN MAY.", "The able Ambassador Tuimanu visited Samoa in May."),
        ("HE MAY MARCH ON. THEY SPOKE ON MONDAY.", "He may march on. They spoke on Monday."),
        ("THE UNHCR GAVE THE GOF US$5 MILLION.", "The UNHCR gave the GOF US$5 million."),
        ("THE LEADERS OF CHAD AND NEW ZEALAND MET.", "The leaders of Chad and New Zealand met."),
    ],
)
def test_names_keep_their_capitals(text, expected):
    assert in_small_letters(text + REST).startswith(expected)


@pytest.mark.parametrize(
    "text", ["VISIT TO SAMOA", "The Minister visited Samoa. " * 9, "", "VISIT TO SAMOA\n" + "a b " * 99]
)
def test_other_texts_stay_as_they_are(text):
    assert in_small_letters(text) == text


@given(st.text())
def test_every_letter_keeps_its_place(text):
    told = in_small_letters(text + REST)
    assert len(told) == len(text + REST)
    assert told.lower() == (text + REST).lower()


def test_a_telegram_is_read():
    text = "1. FIJIAN FOREIGN MINISTER VAKALALA ARRIVED IN APIA MARCH 2 AND SAW PRIME MINISTER LEAVASA OF SAMOA." + REST
    entries = Reader().read(make_document(text, id="a", date=Edtf("1974-03-05"))).entries
    assert {(e.person, e.of) for e in entries if e.kind == "tenure"} == {("Vakalala", "Fiji"), ("Leavasa", "Samoa")}
    visit = next(e for e in entries if e.kind == "event" and e.type == "visit")
    assert {party.code: party.role for party in visit.parties} == {"FJI": "source", "WSM": "host"}
    assert text[visit.evidence[0].start :].startswith("FIJIAN FOREIGN MINISTER VAKALALA ARRIVED")
