"""The way through the room: a document in, its entries out."""

from hashlib import sha256

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dragoman.models import Document
from dragoman.reading import stretches as cutting
from dragoman.reading.reader import Reader
from dragoman.values import Edtf


def read(text, date=None):
    key = sha256(text.encode()).hexdigest()
    return Reader().read(Document(id="d1", text=text, sha256=key, date=date and Edtf(date), language="en")).entries


def says(entries, kind, **fields):
    """Whether one of the entries has all the fields; parties are given as code to role."""

    def value(entry, name):
        if name == "parties":
            return {p.code: p.role for p in entry.parties}
        if name == "amount":
            return entry.amount and (entry.amount.value, entry.amount.unit)
        return getattr(entry, name)

    return any(e.kind == kind and all(value(e, name) == wanted for name, wanted in fields.items()) for e in entries)


# ---- whole documents


def test_a_visit_that_is_planned_and_what_is_to_happen_on_it():
    text = (
        "Helsinki awaits a guest\n\n"
        "The Foreign Minister of Paraguay, Carlos Vera, will visit Finland from 12 to 14 May 2024. "
        "In Helsinki he will meet Finnish Trade Minister Aino Salo."
    )
    entries = read(text, "2024-05-02")
    when = "2024-05-12/2024-05-14"
    assert says(
        entries, "event", type="visit", stage="planned", date=when, due=when, parties={"PRY": "source", "FIN": "host"}
    )
    assert says(entries, "event", type="meeting", stage="planned", date=when, due=when)
    assert says(entries, "tenure", person="Carlos Vera", post="Foreign Minister of Paraguay", of="Paraguay")
    assert says(entries, "tenure", person="Aino Salo", of="Finland")


def test_an_agreement_that_is_signed():
    text = (
        "Ghana and Estonia signed an agreement on digital cooperation in Tallinn on 3 March 2021. "
        "The agreement covers electronic identity and the training of officials."
    )
    entries = read(text, "2021-03-04")
    both = {"GHA": "participant", "EST": "participant"}
    assert says(entries, "event", type="signing", stage="done", date="2021-03-03", plover="AGREE", parties=both)
    assert says(entries, "instrument", type="agreement", stage="agreed", parties=both)


@pytest.mark.parametrize(
    "text, type_, stage, amount, parties",
    [
        (
            "The Danish government has approved a grant of 40 million kroner to Mozambique for rural water supplies.",
            "grant",
            "agreed",
            (40_000_000, "DKK"),
            {"DNK": "funder", "MOZ": "recipient"},
        ),
        (
            "Iceland has pledged Sierra Leone a grant of 2.5 million US dollars to build a fish market.",
            "grant",
            "planned",
            (2_500_000, "USD"),
            {"ISL": "funder", "SLE": "recipient"},
        ),
        (
            "Slovenia has agreed to lend Montenegro 20 million euros to repair the port of Bar.",
            "loan",
            "agreed",
            (20_000_000, "EUR"),
            {"SVN": "funder", "MNE": "recipient"},
        ),
    ],
)
def test_aid_with_its_sum(text, type_, stage, amount, parties):
    assert says(read(text, "2019-06-11"), "activity", type=type_, stage=stage, amount=amount, parties=parties)


def test_aid_that_was_agreed_to_and_called_off_is_cancelled():
    text = (
        "Slovenia agreed to lend Montenegro 20 million euros to repair the port of Bar. The loan was later cancelled."
    )
    (loan,) = (e for e in read(text, "2019-06-11") if e.kind == "activity")
    assert loan.stage == "cancelled"


def test_a_person_in_a_post_on_the_day_of_the_text():
    entries = read("Senegal’s ambassador to Portugal, Fatou Diop, opened a fair in Lisbon.", "2022-06-15")
    assert says(entries, "tenure", person="Fatou Diop", of="Senegal", to="Portugal", date="2022-06-15")


def test_an_embassy_that_is_opened_and_the_trade_of_a_year():
    text = (
        "Uruguay opens embassy in Kenya\n\nUruguay opened its embassy in Nairobi on 4 April 2018. "
        "Trade between the two countries reached 12 million dollars in 2017."
    )
    entries = read(text, "2018-04-05")
    assert says(entries, "event", type="opening", stage="done", date="2018-04-04")


def test_entries_are_said_by_those_whose_words_they_are():
    text = (
        "Peruvian Trade Minister Luis Rojas met his guests. “The President of Peru will visit Oslo in June 2031,” "
        "said the minister."
    )
    visit = next(e for e in read(text, "2031-01-10") if e.kind == "event" and e.type == "visit")
    assert visit.said_by == "Luis Rojas"


def test_entries_stand_in_the_order_of_the_text():
    text = (
        "Chile visited Fiji in 2011. Chile lent Fiji 3 million dollars in 2012. "
        "Fiji signed a treaty with Chile in 2013."
    )
    starts = [e.evidence[0].start for e in read(text, "2014-01-01")]
    assert len(starts) > 2
    assert starts == sorted(starts)


def test_a_document_without_a_date_has_that_of_its_dateline():
    text = "TOKYO (Kyodo), 12 March 2019 - Japan and Kenya signed a loan agreement today."
    reading = Reader().read(Document(id="d1", text=text, sha256=sha256(text.encode()).hexdigest(), language="en"))
    assert reading.document.date == "2019-03-12"
    assert {entry.date for entry in reading.entries} == {"2019-03-12"}


def test_an_empty_document_says_nothing():
    assert read("") == read(" \n ") == ()


# ---- long documents

PARAGRAPH = "Iceland will give Sierra Leone a grant of 2.5 million US dollars to build a fish market in Tombo."


def test_offsets_are_those_of_the_whole_document(monkeypatch):
    monkeypatch.setattr(cutting, "STRETCH", 150)
    text = f"Chile visited Fiji in May 2011 and planted a tree by the sea.\n\nIt rained for long.\n\n{PARAGRAPH}"
    quotes = {e.kind: e.evidence[0].quote(text) for e in reversed(read(text, "2014-01-01"))}
    assert quotes["event"].startswith("Chile visited Fiji")
    assert quotes["activity"].rstrip(".") == PARAGRAPH.rstrip(".")


def test_what_is_out_of_reach_of_a_second_party_is_not_read():
    home = "The Minister of Peru told the farmers of Peru that milk would be dearer in May. "
    told = "Peru and Ghana signed a treaty on fishing in Lima on 3 May 2019. "
    text = home * 40 + told + home * 40
    assert read(home * 40) == ()
    assert says(read(text), "event", type="signing", date="2019-05-03")


# ---- any text

NAMES = ["Chad", "Fiji", "Peru’s", "President", "Minister", "Ana", "Silva", "Embassy", "he", "we", "our"]
NUMBERS = ["5", "3.5", "%", "million", "dollars", "May", "2019", "Monday"]
VERBS = ["will", "visit", "visited", "signed", "said", "exports", "talks", "treaty", "loan"]
MARKS = [",", ".", "“", "”", "(", ")", "-", "•", "\n", "\n\n", "a", "the", "of", "in", "on", "to", "with", "and"]
WORDS = [*NAMES, *NUMBERS, *VERBS, *MARKS]


@settings(max_examples=60)
@given(
    st.one_of(st.text(max_size=60), st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)),
    st.sampled_from([None, "2020-02-29", "2020"]),
)
@example("\ud7ff\u2028 \x00\x85", None)
@example("Chad\r\n\r\n\tFiji signed.", "2020")
def test_any_text_is_read_and_every_entry_points_to_its_words(text, date):
    for entry in read(text, date):
        for evidence in entry.evidence:
            assert evidence.end <= len(text)
            quote = evidence.quote(text)
            assert quote.strip()


def test_reading_twice_says_the_same():
    assert read(PARAGRAPH, "2014-01-01") == read(PARAGRAPH, "2014-01-01")
