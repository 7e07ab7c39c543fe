"""What the kinds share: labels, parties, dates, places and evidence."""

import pytest

from dragoman import Reader, make_document
from dragoman.models import Party
from dragoman.reading.drafting.drafting import both_sides, date_of, evidence_of, parties, place_of, trim
from dragoman.reading.page import Page
from dragoman.reading.people.actors import Actor
from dragoman.values import CountryCode


def actor(name, code, kind="state"):
    return Actor(0, 1, name, CountryCode(code) if code else None, kind)


def named(found):
    return [(p.name, p.code, p.role) for p in found]


@pytest.mark.parametrize(
    "who, expected",
    [
        pytest.param(
            [(actor("Samoa", "WSM"), "host"), (actor("Samoa", "WSM"), "source")],
            [("Samoa", "WSM", "host")],
            id="once, in the first role",
        ),
        pytest.param(
            [(actor("Samoan", "WSM", "demonym"), "host")], [("Samoa", "WSM", "host")], id="a state for its adjective"
        ),
        pytest.param(
            [(actor("Samoa", "WSM"), "source"), (actor("Ministry of Health", "WSM", "organisation"), "source")],
            [("Ministry of Health", "WSM", "source")],
            id="the fuller name of a state",
        ),
        pytest.param([(actor("Apia", "WSM", "place"), "participant")], [], id="a place does not take part"),
        pytest.param(
            [(actor("Apia", "WSM", "place"), "host")], [("Samoa", "WSM", "host")], id="a place that is visited"
        ),
        pytest.param(
            [(actor("Samoa", "WSM"), "source"), (actor("Apia", "WSM", "place"), "recipient")],
            [("Samoa", "WSM", "source")],
            id="a place of the state that acts",
        ),
        pytest.param(
            [(actor("UNICEF", None, "organisation"), "funder"), (actor("FAO", None, "organisation"), "funder")],
            [("UNICEF", None, "funder"), ("FAO", None, "funder")],
            id="bodies of no state",
        ),
    ],
)
def test_each_party_is_named_once(who, expected):
    assert named(parties(who)) == expected


def test_all_may_be_kept_in_all_their_roles():
    who = [(actor("Apia", "WSM", "place"), "source"), (actor("Samoa", "WSM"), "target")]
    assert named(parties(who, keep_all=True)) == [("Apia", "WSM", "source"), ("Samoa", "WSM", "target")]


def party(name, code, role):
    return Party(name=name, code=CountryCode(code), role=role)


@pytest.mark.parametrize(
    "found, home, pair, expected",
    [
        pytest.param(
            [party("Fiji", "FJI", "host")],
            "RWA",
            ("RWA", "FJI"),
            [("Rwanda", "RWA", "source"), ("Fiji", "FJI", "host")],
            id="the missing side of a release",
        ),
        pytest.param(
            [Party(name="Rwandan-Fijian joint committee", code=None, role="participant")],
            None,
            (),
            [
                ("Rwanda", "RWA", "source"),
                ("Rwandan-Fijian joint committee", None, "participant"),
                ("Fiji", "FJI", "host"),
            ],
            id="the states that a body is called after",
        ),
        pytest.param(
            [Party(name="Rwanda-Fiji commission", code=None, role="participant")],
            None,
            (),
            [("Rwanda", "RWA", "source"), ("Rwanda-Fiji commission", None, "participant"), ("Fiji", "FJI", "host")],
            id="the states whose names a body bears",
        ),
        pytest.param(
            [],
            None,
            ("RWA", "FJI"),
            [("Rwanda", "RWA", "source"), ("Fiji", "FJI", "host")],
            id="both sides of a text about two",
        ),
        pytest.param(
            [party("Fiji", "FJI", "host"), party("Chad", "TCD", "source")],
            "RWA",
            ("RWA", "FJI"),
            [("Fiji", "FJI", "host"), ("Chad", "TCD", "source")],
            id="two states are enough",
        ),
        pytest.param([party("Fiji", "FJI", "host")], None, (), [("Fiji", "FJI", "host")], id="a text about no pair"),
        pytest.param(
            [party("Chad", "TCD", "host")],
            "RWA",
            ("RWA", "FJI"),
            [("Rwanda", "RWA", "source"), ("Chad", "TCD", "host")],
            id="a third state meets the speaker, not the partner",
        ),
    ],
)
def test_a_missing_side_is_filled_from_the_pair(page, found, home, pair, expected):
    told = Page(page("They met.").doc, home=home and CountryCode(home), pair=tuple(map(CountryCode, pair)))
    assert named(both_sides(tuple(found), told, "source", "host")) == expected


@pytest.mark.parametrize(
    "text, word, stage, expected",
    [
        ("Chile opened a school in May 2019.", "opened", "done", "2019-05"),
        ("Chile, independent since 1818, opened a school in 2019.", "opened", "done", "2019"),
        ("After talks in 2016 with the King of Tonga, Chile opened a school in 2018.", "opened", "done", "2018"),
        ("Chile will open a school by 2031.", "open", "planned", "2031"),
        ("The school has worked for three years.", "worked", "done", None),
        ("Chile opened a school.", "opened", "done", None),
    ],
)
def test_the_date_is_a_time_and_no_length(frame, text, word, stage, expected):
    assert date_of(frame(text, word), stage) == expected


@pytest.mark.parametrize(
    "text, word, name, country",
    [
        ("Chile and Fiji met in Lima.", "met", "Lima", "PER"),
        ("Chile opened a school in Fiji.", "school", "Fiji", "FJI"),
        ("Chile and Fiji met.", "met", None, None),
    ],
)
def test_the_place_is_where_it_happens(frame, text, word, name, country):
    place = place_of(frame(text, word))
    assert (place and place.name, place and place.country) == (name, country)


def test_a_capital_behind_in_is_where_it_happens(frame):
    place = place_of(frame("Fiji’s king met the President of Peru, Mr Alan Ruiz, in Lima.", "met"))
    assert place.country == "PER"


def test_the_home_of_the_text_takes_the_side_that_is_free():
    text = Page(doc=None, home=CountryCode("FJI"))
    found = both_sides((party("Tonga", "TON", "source"),), text, "source", "host")
    assert named(found) == [("Tonga", "TON", "source"), ("Fiji", "FJI", "host")]


def test_without_a_place_it_happens_in_the_state_of_the_host(frame):
    who = (party("King of Tonga", "TON", "host"), party("Fiji", "FJI", "source"))
    place = place_of(frame("The visit ended.", "visit"), who, ("host",))
    assert (place.name, place.country) == ("Tonga", "TON")


def test_evidence_has_no_white_space_around_it():
    text = "Now  Chile met Fiji \n"
    assert trim(text, 3, len(text)).quote(text) == "Chile met Fiji"


def test_years_to_come_date_no_signing(frame):
    text = "Samoa signed a pact to build ports in 2013-2018."
    assert date_of(frame(text, "signed", "event"), "done") is None


def test_a_date_in_brackets_is_that_of_what_stands_before_it(frame):
    text = "Chad and Oman have a Tax Treaty (1968), a Road Convention (1972) and a Fisheries Protocol (1994)."
    assert date_of(frame(text, "Treaty", "instrument"), "underway") == "1968"
    assert date_of(frame(text, "Convention", "instrument"), "underway") == "1972"
    assert date_of(frame(text, "Protocol", "instrument"), "underway") == "1994"


def test_a_body_called_after_two_states_names_the_other_side(page):
    made = page("Fiji and Chile held talks on Monday.", "2024-03-01")
    forum = Party(name="Chile–Fiji Business Forum", code=None, role="participant")
    host = Party(name="Chile", code="CHL", role="participant")
    assert {p.code for p in both_sides((forum, host), made, "participant", "participant")} >= {"CHL", "FJI"}
    made = page("Trade is to grow.", "2024-03-01")
    guest = Party(name="Peru", code="PER", role="participant")
    assert {p.code for p in both_sides((forum, guest), made, "participant", "participant")} == {None, "PER"}


def test_what_a_bank_gives_goes_to_one_state(page):
    made = page("Chile and Fiji met. Chile met Fiji. The bank came too.", "2024-03-01")
    bank = Party(name="African Development Bank", code=None, role="funder")
    found = both_sides((bank,), made, "funder", "recipient")
    assert len([p for p in found if p.code]) == 1


@pytest.mark.parametrize(
    "found, roles, expected",
    [
        pytest.param(
            [party("Tonga", "TON", "source")],
            ("source", "host"),
            [("European Union", None, "host"), ("Tonga", "TON", "source")],
            id="the body takes the side that is free",
        ),
        pytest.param(
            [party("Tonga", "TON", "recipient")],
            ("funder", "recipient"),
            [("European Union", None, "funder"), ("Tonga", "TON", "recipient")],
            id="the body gives",
        ),
        pytest.param(
            [],
            ("participant", "participant"),
            [("European Union", None, "participant"), ("Tonga", "TON", "participant")],
            id="both are missing",
        ),
        pytest.param(
            [Party(name="World Bank", code=None, role="funder")],
            ("funder", "recipient"),
            [("World Bank", None, "funder"), ("Tonga", "TON", "recipient")],
            id="another body is told",
        ),
    ],
)
def test_the_other_side_may_be_a_body(page, found, roles, expected):
    told = Page(page("They met.").doc, pair=(CountryCode("TON"),), body="European Union")
    assert named(both_sides(tuple(found), told, *roles)) == expected


def test_a_place_that_only_tells_what_befell_others_is_none():
    text = "2031-05-02\n\nNorway sent medical kits to hospitals in the Chernobyl-affected regions of Belarus in 2029."
    (gift,) = [e for e in Reader().read(make_document(text, id="x")).entries if e.kind == "activity"]
    assert {party.code for party in gift.parties} == {"NOR", "BLR"}
    assert gift.place is None or gift.place.country == "BLR"


def test_evidence_does_not_begin_with_the_dateline(page, frame):
    text = "SUVA, 5 May 2023 (FNA) – Samoa signed a treaty on bees."
    assert [e.quote(text) for e in evidence_of(frame(text, "signed"), page(text))] == ["Samoa signed a treaty on bees"]


def test_several_parts_of_a_state_are_that_state(page):
    found = [a for a in page("Floods hit the homes in Ohio, Texas and Kansas.").actors if a.code == "USA"]
    assert [(p.name, p.role) for p in parties((a, "target") for a in found)] == [("United States", "target")]
    assert [p.name for p in parties([(found[0], "target")])] == ["Ohio"]
