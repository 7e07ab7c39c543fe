"""Accounts of aid are read as a coder would read them, whoever gives and receives; other texts are left alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman import Reader, make_document
from dragoman.models import Activity
from dragoman.reading.aid.aid import read_main_activity, sector_of, stage_of, windows_of
from dragoman.reading.aid.wording import words_of
from dragoman.reading.paging import build_page
from dragoman.reading.scoring.encoder import tokenizer
from dragoman.reading.scoring.linear import Prediction
from dragoman.values import Edtf


def stage(text: str) -> Prediction:
    return stage_of(words_of(text), "grant")


def read(text: str) -> Activity:
    found = read_main_activity(build_page(text))
    assert found is not None
    return found


ROAD = (
    "In May 2011, Japan and Tajikistan signed a grant agreement worth 12 million USD for the rehabilitation of a road "
    "near Dushanbe. The road was built by Obayashi Corporation and was completed in 2014."
)
CREDIT = (
    "In 2008 the Export-Import Bank of India signed an agreement with Senegal for a concessional loan of $25 million "
    "to buy irrigation pumps for rice farmers. The loan has an interest rate of 1.75%, a maturity of 20 years and a "
    "grace period of five years."
)


def test_who_gives_and_who_receives() -> None:
    sides = {party.role: party.code for party in read(ROAD).parties}
    assert (sides["funder"], sides["recipient"]) == ("JPN", "TJK")


def test_who_carries_the_work_out() -> None:
    assert [p.name for p in read(ROAD).parties if p.role == "implementer"] == ["Obayashi Corporation"]


def test_how_much_when_and_how_far() -> None:
    road = read(ROAD)
    assert road.amount is not None
    assert (road.amount.value, road.amount.unit) == (12_000_000, "USD")
    assert (road.date, road.stage, road.type, road.sector) == ("2011-05", "done", "grant", "210")


def test_no_sum_is_the_amount_of_aid_whose_worth_is_unknown() -> None:
    text = (
        "In 2011, Japan and Tajikistan signed a grant agreement for a hospital that was first to cost 12 million USD."
    )
    assert read(text).amount is not None
    assert read(f"{text} The value of the grant is unknown.").amount is None


def test_the_terms_of_a_loan() -> None:
    credit = read(CREDIT)
    assert credit.type == "loan"
    assert credit.terms is not None
    assert (credit.terms.interest, credit.terms.maturity, credit.terms.grace) == (1.75, 20, 5)


def test_goods_are_given_in_kind() -> None:
    gift = read("On 3 June 2009 the Turkish ambassador handed over 20 computers to a secondary school in Uganda.")
    assert gift.amount is not None
    assert (gift.amount.value, gift.amount.unit) == (20, "computer")
    assert (gift.type, gift.stage, gift.sector) == ("in_kind", "done", "110")


def test_scholarships_are_exchange() -> None:
    text = "In 2013 Korea granted scholarships to 40 students from Laos, who will study in Seoul for two years."
    assert read(text).type == "exchange"


def test_debts_forgiven() -> None:
    assert read("In 2006 Russia wrote off 90 million US dollars of debt owed by Ethiopia.").type == "debt_relief"


def test_a_short_note_that_is_an_account_beyond_doubt() -> None:
    assert read("In 2004, the Turkish government cancelled the $20 million USD debt owed by Gambia.").stage == "done"


def test_every_choice_is_explained_by_words_of_the_text() -> None:
    why = " ".join(read(CREDIT).why)
    assert "loan" in why
    assert "agreement" in why or "signed" in why


def test_evidence_is_the_sentence_that_the_account_begins_with() -> None:
    assert read(ROAD).evidence[0].quote(ROAD).startswith("In May 2011")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The two foreign ministers met in Vienna on Monday and spoke of the war.",
        "I am delighted to welcome the Prime Minister of Spain to our capital. We share a long friendship. " * 40,
    ],
)
def test_other_texts_are_no_accounts_of_aid(text: str) -> None:
    assert read_main_activity(build_page(text)) is None


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("Nurses trained for a clinic that treats malaria patients", "120"),
        ("A hydropower dam with transmission lines and a substation", "230"),
        ("Tents and blankets for the victims of the earthquake", "700"),
        ("Friendship", None),
    ],
)
def test_sector_of_a_phrase(text: str, sector: str | None) -> None:
    assert sector_of(text)[0] == sector


def test_stage_of_an_account() -> None:
    assert stage("The school was inaugurated and handed over in 2012.").label == "done"
    assert stage("Spain lent 3 million euros for the port in 1998, but the project was cancelled.").label == "cancelled"
    assert stage("Work on the bridge was suspended in 2009 and resumed a year later.").label != "suspended"
    assert stage("Norway pledged to build a school and said that it would send teachers.").label == "planned"


@settings(max_examples=60)
@given(st.text(st.sampled_from("aE .,%$#’'-(\n7é中") | st.characters(codec="utf-8"), max_size=200))
def test_no_text_is_too_odd_for_a_sector(text: str) -> None:
    code, chance, _ = sector_of(text)
    assert code is None or len(code) == 3
    assert 0 <= chance <= 1


def test_the_context_reads_an_account_without_the_names_of_states_and_firms() -> None:
    window, *more = windows_of(build_page(ROAD))
    assert not more
    left = tokenizer().decode(window.pieces).lower()
    assert "rehabilitation of a road" in left
    assert not any(name in left for name in ("japan", "tajikistan", "dushanbe", "obayashi"))


def test_a_long_account_is_read_in_windows_that_the_encoder_can_take() -> None:
    page = build_page(" ".join(f"In {year} Japan lent Peru {year} dollars for a road." for year in range(1960, 2020)))
    assert max(len(window.pieces) for window in windows_of(page)) < 512


def test_an_account_says_what_the_context_makes_of_it() -> None:
    assert any(reason.startswith("grant by") and "context=" in reason for reason in read(ROAD).why)


def test_a_state_that_stands_alone_and_gives_no_aid_receives_it() -> None:
    school = read("In June 2009 a grant of 2 million USD was handed over for a new secondary school in Zambia.")
    assert [(party.role, party.code) for party in school.parties] == [("recipient", "ZMB")]


def test_what_is_implied_is_read_where_nothing_else_is_said() -> None:
    tents = read("Sweden donated 300 tents and 20 tons of medicine to Haiti for the victims of the earthquake.")
    assert tents.date == "2010"
    clinic = read("In 2012 Norway granted 3 million USD for the rehabilitation of the hospital at Rumbek.")
    assert {p.role: p.code for p in clinic.parties}["recipient"] == "SSD"


def test_what_is_to_follow_does_not_date_what_was_given_in_a_dated_text() -> None:
    text = "Korea granted Laos $5 million for a dam near Pakse. The minister will visit the site in October 2031."
    found = read_main_activity(build_page(text, Edtf("2031-04-24")))
    assert found is not None and found.date is None


def test_dated_news_of_several_sums_is_no_account() -> None:
    told = f"{CREDIT} India had given Senegal $3 million for schools."
    assert read_main_activity(build_page(told)) is not None
    assert read_main_activity(build_page(told, Edtf("2008-11-03"))) is None
    assert read_main_activity(build_page(CREDIT, Edtf("2008-11-03"))) is not None


def test_a_text_with_a_table_is_no_account() -> None:
    table = "\n| What | How many |\n| Schools that were built | 12 |\n| of which in the north | 5 |\n"
    assert read_main_activity(build_page(f"{CREDIT}\n")) is not None
    assert read_main_activity(build_page(f"{CREDIT}\n{table}")) is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "During a visit to Oslo in May 2011, Norway and Mali signed a grant agreement for building a new clinic.",
            "Building a new clinic",
        ),
        (
            "It was reported that Norway had pledged 2 million USD for new school buildings in northern Mali in 2011.",
            "New school buildings in northern Mali",
        ),
        (
            "On 3 June 2009, Turkey and Uganda signed a memorandum of understanding on the supply of farm machinery.",
            "Supply of farm machinery",
        ),
        (
            "In 2010 Japan announced a training programme for Fijian nurses, which will take three years to finish.",
            "Training programme for Fijian nurses",
        ),
        (
            "In 2005, Spain gave Peru an interest-free loan of 5 million EUR for the repair of the port of Callao.",
            "Interest-free loan for the repair of the port of Callao",
        ),
    ],
)
def test_the_title_names_the_work(text: str, title: str) -> None:
    assert read(text).title == title


TEAMS = (
    "Spain has been sending medical teams to Chad since 1994. Galicia is responsible for sending the teams. "
    "The 8th medical team of 14 members worked in Abeche from 2010 to 2012."
)


def test_one_team_of_many_is_told_apart_from_their_sending() -> None:
    entries = Reader().read(make_document(TEAMS, id="teams")).entries
    told = [(e.title, e.stage, e.date) for e in entries if isinstance(e, Activity)]
    assert told == [
        ("Spain sending medical teams to Chad since 1994", "underway", "1994/.."),
        ("8th medical team in Abeche", "done", "2010/2012"),
    ]


def test_an_account_rests_on_the_sentence_and_not_on_its_heading() -> None:
    text = f"Summary: {ROAD}"
    assert read(text).evidence[0].quote(text).startswith(("Summary: In May 2011", "In May 2011"))


def test_teams_may_have_been_sent_since_some_year() -> None:
    text = (
        "Since 1994 Spain has sent nine medical teams to Chad. In June 2010 the 8th medical team of 14 people arrived."
    )
    assert read(text).title == "8th medical team in Chad"


def test_of_news_the_sentence_names_the_work_that_says_who_gives_a_sum() -> None:
    signed = "NAIROBI, 4 March 2019 – Norway and Kenya signed a pact on bees."
    text = f"{signed} Norway will grant 2 million dollars for a large dairy near the port of Mombasa."
    dated = read_main_activity(build_page(text, Edtf("2019-03-04")))
    assert dated is not None and dated.title == "Large dairy near the port of Mombasa"
