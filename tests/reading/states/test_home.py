"""Whose government speaks in a text."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.reading.states.home import chances_of, home_state, state_of_source
from dragoman.reading.states.home_signs import signs_of


@pytest.mark.parametrize(
    "text, home",
    [
        (
            "I am pleased to announce that the New Zealand Government will help Tonga. I will visit Tonga.",
            "NZL",
        ),
        (
            "Press statement. The Prime Minister today announced that Canada and Peru agreed. Our Government is glad.",
            "CAN",
        ),
        (
            "GOVERNMENT OF TONGA\nOffice of the Prime Minister\n\nTonga and Fiji signed a treaty. Fiji’s ships help.",
            "TON",
        ),
        ("Ministry of Foreign Affairs of Peru, press release\n\nHelp for Fiji: it has asked for tents.", "PER"),
        ("PRESIDENCY OF THE REPUBLIC OF PERU\nPress Office\n\nThe President flew to Fiji, which welcomed him.", "PER"),
        (
            "PRESS RELEASE\n\nLima, 3 May 2022 – The European Union Delegation to Peru and the Government today "
            "launched a programme. The Prime Minister thanked all of us.",
            None,
        ),
        ("Peru and Chile signed a treaty in Lima on Monday, officials said.", None),
        ('The minister of Kenya said: "My Government and I will visit Peru."', None),
        ("", None),
        (
            "STATEMENT BY THE PRIME MINISTER OF TONGA\n\nVISIT TO FIJI\n\nI shall leave for Suva on Monday.",
            "TON",
        ),
        (
            "Remarks by Ms Ana Silva, Foreign Minister of Peru\n\nWe thank Cuba. Cuba’s doctors and Cuban teachers "
            "are our friends. I shall visit Cuba.",
            "PER",
        ),
        (
            "A new port\n\nPrime Minister Julia Gillard today welcomed the plan for a port in Tonga. "
            "The Prime Minister said that it had been asked for.",
            "AUS",
        ),
        (
            "Our Government is glad. President Michelle Bachelet and I met today. "
            "I thank her for her help, and the Fijian Government will help in turn.",
            "FJI",
        ),
        (
            "THE PRIME MINISTER’S VISIT TO JAPAN\nI will visit Japan. The Canadian Government agreed. We look ahead.",
            "CAN",
        ),
    ],
)
def test_the_state_that_speaks_is_told_by_its_voice(text, home):
    assert home_state(text) == home


@pytest.mark.parametrize(
    "text, home",
    [
        (
            "I was sad to hear of the death of President Bernard Dowiyogo of Nauru. My condolences, and those of the "
            "Government and people of Fiji, go to the people of Nauru. We worked with Nauru in Suva last year.",
            "FJI",
        ),
        (
            "Norway condemns the attacks in Tunisia. We stand with the people of Tunisia and its government. "
            "I have spoken with Tunisia's President.",
            "NOR",
        ),
        (
            '"It is the same sea"\nInterview with the ambassador of Peru in Chile\n\n'
            "What of the port?\n\nI see it from my window. Chile and our Chilean friends have done much.",
            "PER",
        ),
    ],
)
def test_who_consoles_thanks_or_worries_speaks_of_others(text, home):
    assert home_state(text) == home


def test_the_government_welcomes_in_its_own_release():
    text = (
        "The Government warmly welcomes President Obama's decision on the treaty. Canada's ships will help. "
        "The Canadian Government and all Canadians hope for peace in Haiti."
    )
    assert home_state(text) == "CAN"


def test_what_is_not_sure_is_left_open():
    chances = chances_of(signs_of("Peru and Chile met. Chile and Peru agreed.", "", None))
    assert sum(chances.values()) == pytest.approx(1)
    assert chances_of({}) == {}


def test_a_leader_who_is_named_by_the_state_may_be_a_guest():
    text = "Our Government is glad. Today, Chilean President Michelle Bachelet came to Suva to see the people of Fiji."
    assert home_state(text, 2015) != "CHL"


@settings(max_examples=30)
@given(st.text(max_size=80))
def test_any_text_may_be_asked(text):
    assert home_state(text) is None or len(home_state(text)) == 3


@pytest.mark.parametrize(
    "source, state",
    [
        ("https://www.pm.gov.au/media/one", "AUS"),
        ("https://mofa.go.jp:443/press", "JPN"),
        ("http://www.gov.uk/x", "GBR"),
        ("https://www.mfa.ee", "EST"),
        ("https://president.by/en", "BLR"),
        ("https://gov.example.com/au", None),
        ("https://www.government-news.fr/x", None),
        ("releases/2014/pm.gov.au.txt", None),
    ],
)
def test_the_pages_of_a_government_tell_its_state(source, state):
    assert state_of_source([source]) == state


def test_a_news_release_speaks_for_its_state():
    text = (
        "Canada announces new support for Haiti\n\nNews release\nOttawa\n\n"
        "Today, the Prime Minister, Jean Roy, announced 9 million for the police. "
        "Canada also sent ships to the waters off Haiti. Canada's navy stays."
    )
    assert home_state(text) == "CAN"


def test_a_long_run_of_empty_lines_takes_no_long_time():
    start = time.monotonic()
    assert home_state("Peru met Chile." + "\n" * 20_000 + "They signed.") is None
    assert time.monotonic() - start < 5, "each empty line was taken for the one before a heading: 20 seconds"
