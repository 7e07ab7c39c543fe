"""A page: which states it is about, and what stands in a stretch of it."""

from dataclasses import replace

import pytest

from dragoman.values import CountryCode

TALKS = "Chile met Fiji in May 2019. They traded 40 tonnes of wool for six weeks. Peru watched."


@pytest.mark.parametrize(
    "text, pair",
    [
        pytest.param("Chile met Fiji. Chile thanked Fiji.", {"CHL", "FJI"}, id="two states"),
        pytest.param("Chile met Fiji. Chile thanked Fiji. Peru and Togo watched.", {"CHL", "FJI"}, id="two above all"),
        pytest.param("Chile, Fiji, Peru and Togo met.", set(), id="four alike"),
        pytest.param("Chile built a road.", set(), id="one state"),
        pytest.param("It rained.", set(), id="no state"),
        pytest.param(
            "Chile and Fiji\n\nThe talks went well. Peru watched, and Togo.", {"CHL", "FJI"}, id="a heading weighs more"
        ),
    ],
)
def test_the_states_that_a_text_is_about(page, text, pair):
    assert set(page(text).find_pair()) == pair


def test_a_release_is_about_its_own_state_and_its_partner(page):
    found = page("I welcome the King of Tonga. Tonga is a friend of our country, and our Government will help Tonga.")
    assert replace(found, home=CountryCode("NZL")).find_pair() == ("NZL", "TON")
    assert replace(found, home=CountryCode("NZL"), actors=[]).find_pair() == ()


WITH_BODY = (
    "The European Union and Tonga met. The EU will build a school. It was said that the EU cared. Tonga thanked it. "
    "Prices rose because of the drought in Peru."
)


def test_a_text_may_be_about_a_state_and_a_body(page):
    found = page(WITH_BODY)
    assert (found.find_pair(), found.find_body()) == (("TON",), "European Union")


def test_a_body_named_in_passing_is_no_side(page):
    found = page("Chile met Fiji. The European Union watched. Chile thanked Fiji.")
    assert (set(found.find_pair()), found.find_body()) == ({"CHL", "FJI"}, None)


def test_times_are_the_dates_without_the_lengths(page):
    assert page(TALKS).times() == [(TALKS.index("May"), "2019-05")]


def test_what_is_found_belongs_to_its_sentence(page):
    found = page(TALKS)
    first, second, third = found.doc.sents
    assert [a.name for a in found.actors_in(first)] == ["Chile", "Fiji"]
    assert [d.text for d in found.dates_in(first)] == ["May 2019"]
    assert [(q.value, q.unit) for q in found.quantities_in(second)][:1] == [(40, "tonne")]
    assert [a.name for a in found.actors_in(third)] == ["Peru"]


def test_sentences_hold_more_than_white_space(page):
    assert [s.text.strip() for s in page("\n \nChile met Fiji.\n\n \n").sentences] == ["Chile met Fiji."]


def test_a_date_line_gives_no_year_to_the_sentence_below_it(page):
    text = "Cards at the border\n8 February 2012\n\nThe rule on cards came into force on 10 December."
    assert [d.edtf for d in page(text, "2012-02-08").dates] == ["2012-02-08", "2011-12-10"]


def test_what_is_founded_is_named_behind_the_anniversary(page):
    text = "This is the 50th anniversary of the treaty. The fund had its 20th anniversary. The ministers signed a pact."
    assert page(text, "2031-05-01").founded() == [(text.index(" of the treaty"), "1981")]


def test_what_marks_years_since_its_founding_tells_of_it(page):
    text = "This year marks thirty years since Tonga opened an embassy. He has lived here for ten years since then."
    assert page(text, "2031-05-01").founded() == [(text.index(" since Tonga"), "2001")]


def test_the_sign_of_a_currency_names_no_state(page):
    assert [actor.name for actor in page("Tonga received tents worth NZ$250,000.").actors] == ["Tonga"]


@pytest.mark.parametrize(
    "text, news",
    [
        ("LIMA, 5 May 2023 (ANDINA) – Fiji met Chile.", "Fiji met Chile."),
        ("A headline\n\nLIMA – Fiji met Chile.", "Fiji met Chile."),
        ("Lima, 7th June, 2022 (News Service) -- Fiji met Chile.", "Fiji met Chile."),
        ("SUVA/LIMA (Agencies) - Fiji met Chile.", "Fiji met Chile."),
        ("Lima, October 17 /ANDINA/. Fiji met Chile.", "Fiji met Chile."),
        ("SUVA, Nov 30, 2023: Fiji met Chile.", "Fiji met Chile."),
    ],
)
def test_the_news_stands_behind_the_dateline(page, text, news):
    made = page(text)
    (line,) = made.datelines
    assert text[line.stop :] == news
    assert made.behind_dateline(line.start) == line.stop


@pytest.mark.parametrize(
    "text", ["Lima – a city of Peru – grew.", "They met in LIMA – Fiji and Chile.", "Fiji met Chile."]
)
def test_a_place_in_a_sentence_is_no_dateline(page, text):
    assert page(text).datelines == []
