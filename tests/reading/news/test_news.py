"""The event that the lead of a news text reports."""

from dataclasses import replace

import pytest

from dragoman import make_document
from dragoman.models import Activity, Event, Evidence
from dragoman.reading.frames.negation import not_done
from dragoman.reading.news.news import is_lead, once, read_news
from dragoman.reading.reader import Reader
from dragoman.values import CountryCode


@pytest.mark.parametrize(
    "text, plover",
    [
        ("Norway never paid the rebels in Chad.", None),
        ("Norway never attacked the rebels in Chad, its foreign ministry said on Monday.", "REJECT"),
        ("Norway refused to pay Chad.", "REJECT"),
    ],
)
def test_what_nobody_did_is_at_most_denied(page, text, plover):
    made = page(text)
    event = read_news(made, undone=not_done(made))
    assert (event and event.plover) == plover


@pytest.mark.parametrize(
    "text, type_, plover, source, target",
    [
        ("Zambia expelled three Zimbabwean diplomats.", "sanction", "SANCTION", "ZMB", "ZWE"),
        ("Eritrea accused Ethiopia of breaking the truce.", "statement", "ACCUSE", "ERI", "ETH"),
        ("Tanzania sent food to Malawi after the flood.", "delivery", "AID", "TZA", "MWI"),
        ("Bolivian troops attacked a Paraguayan village.", "force", "ASSAULT", "BOL", "PRY"),
        ("Laos and Nepal held talks on Monday.", "meeting", "CONSULT", "LAO", None),
    ],
)
def test_the_lead_tells_who_does_what_to_whom(page, text, type_, plover, source, target):
    event = read_news(page(text))
    assert (event.type, event.plover, event.stage) == (type_, plover, "done")
    assert source in {p.code for p in event.parties if p.role == "source"}
    assert target is None or target in {p.code for p in event.parties if p.role == "target"}


@pytest.mark.parametrize(
    "text, plover", [("Laos will send food to Nepal.", "AGREE"), ("Laos may attack Nepal.", "THREATEN")]
)
def test_what_is_announced_for_later_is_planned(page, text, plover):
    event = read_news(page(text))
    assert (event.plover, event.stage) == (plover, "planned")


def test_the_event_rests_on_its_whole_sentence_and_is_what_the_text_is_about(page):
    text = "A cold day\n\nZambia expelled three Zimbabwean diplomats on 3 May 2019. It snowed."
    event = read_news(page(text))
    assert event.evidence[0].quote(text) == "Zambia expelled three Zimbabwean diplomats on 3 May 2019."
    assert (event.salience, event.date) == (1.0, "2019-05-03")


def test_only_the_heading_and_the_first_sentence_are_the_lead(page):
    assert read_news(page("A cold day\n\nIt snowed.\n\nZambia expelled three Zimbabwean diplomats.")) is None


def test_a_text_that_tells_no_event_has_no_lead(page):
    assert read_news(page("The weather of the Andes")) is None


def test_a_release_of_a_government_is_no_news(page):
    release = replace(page("Zambia expelled three Zimbabwean diplomats."), home=CountryCode("ZMB"))
    assert read_news(release) is None


@pytest.mark.parametrize(
    "text, lead",
    [
        ("Laos sent rice to a flooded Nepali village on Friday.", True),
        ("Laos would send rice to Nepal, diplomats said.", True),
        ("On 3 May 2006 the government of Laos gave Nepal 40 tons of rice, an official said.", False),
        ("Laos gave Nepal a school. It cost a million. It has ten rooms, an official said.", False),
    ],
)
def test_a_lead_tells_the_weekday_or_who_said_so_and_an_account_the_year(page, text, lead):
    assert is_lead(page(text)) is lead


@pytest.mark.parametrize(
    "text, plover, source, target",
    [
        ("A Danish frigate ferried hundreds of Tongans to safety.", "AID", "DNK", "TON"),
        ("Niger's junta packed the French ambassador off home.", "SANCTION", "NER", "FRA"),
    ],
)
def test_an_act_whose_verb_no_rule_knows_is_read_by_the_words_around_it(page, text, plover, source, target):
    event = read_news(page(text))
    assert (event.plover, {p.code: p.role for p in event.parties}) == (plover, {source: "source", target: "target"})


def test_who_acts_stands_with_the_verb_and_not_with_a_noun_beside_it(page):
    event = read_news(page("Malta added two Libyan banks to its blacklist on Monday."))
    assert {p.code: p.role for p in event.parties} == {"MLT": "source", "LBY": "target"}


def entry(of, **fields):
    return of(title="Visit to Laos", parties=(), evidence=(Evidence(start=0, end=9),), confidence=0.9, **fields)


def test_an_intent_and_what_is_planned_are_one_event(page):
    intent = entry(Event, type="statement", stage="planned", plover="AGREE")
    visit = entry(Event, type="visit", stage="planned", plover="CONSULT")
    event, rest = once(intent, [visit])
    assert (event.type, event.plover, rest) == ("visit", "AGREE", [])
    signed = intent.model_copy(update={"stage": "done"})
    assert once(signed, [visit]) == (signed, [visit])


def test_what_a_lead_tells_is_one_event(page):
    lead = entry(Event, type="meeting", stage="done", plover="CONSULT")
    visit = entry(Event, type="visit", stage="done", plover="CONSULT")
    work = entry(Activity, type="technical_assistance", stage="done")
    protest = entry(Event, type="protest", stage="done", plover="PROTEST")
    event, rest = once(lead, [visit, work, protest])
    assert (event.type, rest) == ("visit", [protest])


def test_what_is_given_may_be_an_activity_too(page):
    gift = entry(Activity, type="in_kind", stage="done")
    assert once(entry(Event, type="delivery", stage="done", plover="AID"), [gift])[1] == [gift]


def test_help_that_leads_a_longer_text_is_told_by_its_activity_alone():
    told = (
        "Chad handed over 12 ambulances to Togo on 3 May 2011. The ministers of both states met in Riga. They talked "
        "about the weather. Nobody signed anything."
    )
    found = Reader().read(make_document(told, id="d")).entries
    assert not [e for e in found if e.kind == "event" and e.salience and e.plover == "AID"]
