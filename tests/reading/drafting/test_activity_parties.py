"""Whose an activity is: who gives, sends or sells, and who gets."""

import pytest

from dragoman.reading.drafting.activities import draft_activity
from dragoman.reading.frames.frames import find_frames


@pytest.mark.parametrize(
    "text, word, type_, expected",
    [
        ("Iceland granted Togo a fund.", "granted", "grant", {"ISL": "funder", "TGO": "recipient"}),
        ("Togo was given 20 boats by Iceland.", "given", "in_kind", {"ISL": "funder", "TGO": "recipient"}),
        ("Iceland’s loan to Togo was repaid.", "loan", "loan", {"ISL": "funder", "TGO": "recipient"}),
        ("Togo turned down 20 boats from Iceland.", "turned", "in_kind", {"ISL": "funder", "TGO": "recipient"}),
        (
            "Iceland rejected a request for 20 boats from Togo.",
            "rejected",
            "in_kind",
            {"ISL": "funder", "TGO": "recipient"},
        ),
        ("Togo received 20 boats from Iceland.", "received", "in_kind", {"ISL": "funder", "TGO": "recipient"}),
        (
            "Togo will spend 20 million euros from Iceland on boats.",
            "spend",
            "grant",
            {"ISL": "funder", "TGO": "recipient"},
        ),
        (
            "Iceland will spend 20 million euros on boats for Togo.",
            "spend",
            "grant",
            {"ISL": "funder", "TGO": "recipient"},
        ),
        ("Togo took delivery of 20 boats from Iceland.", "took", "in_kind", {"ISL": "funder", "TGO": "recipient"}),
        (
            "Ambassador of Iceland to Togo Jon Jonsson handed over 20 boats.",
            "handed",
            "in_kind",
            {"ISL": "funder", "TGO": "recipient"},
        ),
        ("Egypt imported beef from Brazil.", "imported", "trade", {"BRA": "exporter", "EGY": "importer"}),
        ("Brazil exported beef to Egypt.", "exported", "trade", {"BRA": "exporter", "EGY": "importer"}),
        (
            "Brazil invested 4 million dollars in Angola.",
            "invested",
            "investment",
            {"BRA": "source", "AGO": "recipient"},
        ),
        ("Brazil sent twenty scholars to Angola.", "sent", "exchange", {"BRA": "source", "AGO": "host"}),
        ("Brazil accepted twenty scholars from Angola.", "accepted", "exchange", {"BRA": "host", "AGO": "source"}),
        ("Brazil and Angola mapped the coast.", "mapped", "cooperation", {"BRA": "participant", "AGO": "participant"}),
    ],
)
def test_who_gives_and_who_receives(draft_work, text, word, type_, expected):
    assert {p.code: p.role for p in draft_work(text, word, type_).parties} == expected


def test_where_both_signed_who_seldom_gives_receives(draft_work):
    loan = draft_work("President Koroma of Sierra Leone and President Xi of China signed a loan.", "loan", "loan")
    assert {p.code: p.role for p in loan.parties} == {"CHN": "funder", "SLE": "recipient"}


def test_who_asks_for_a_loan_would_receive_it(page):
    made = page("Chad asked Oman to consider a loan for a road.", "2019-05-06")
    frame = next(f for f in find_frames(made) if f.head.text == "loan" and f.kind == "activity")
    found = draft_activity(frame, made, "loan", "proposed")
    assert {party.code: party.role for party in found.parties} == {"TCD": "recipient", "OMN": "funder"}


@pytest.mark.parametrize(
    ("text", "word", "type_", "expected"),
    [
        ("Iceland and Togo met. Each side will pay $5 million.", "pay", "grant", {"ISL": "funder", "TGO": "funder"}),
        ("Nurses from Fiji were trained in Iceland.", "trained", "technical_assistance",
         {"FJI": "recipient", "ISL": "funder"}),
    ],
)  # fmt: skip
def test_each_side_gives_and_who_is_trained_abroad_gets(draft_work, text, word, type_, expected):
    assert {p.code: p.role for p in draft_work(text, word, type_).parties} == expected
