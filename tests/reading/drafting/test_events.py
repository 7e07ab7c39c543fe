"""Events drafted from a frame: who comes to whom, who acts on whom, when and where."""

import pytest

from dragoman import Reader, make_document
from dragoman.reading.drafting.events import PLOVER, draft_event
from dragoman.reading.frames.frames import find_frames


@pytest.fixture
def draft(page, frame):
    def drafted(text, word, type_, stage="done", date=None):
        return draft_event(frame(text, word, "event", date), page(text, date), type_, stage)

    return drafted


def roles(entry):
    return {party.code: party.role for party in entry.parties}


@pytest.mark.parametrize(
    "text, word",
    [
        ("The President of Chile visited Vietnam.", "visited"),
        ("Vietnam welcomed the Chilean President.", "welcomed"),
        ("Vietnam hosted a Chilean delegation.", "hosted"),
        ("Vietnam invited the Chilean President.", "invited"),
        ("Vietnam was visited by the Chilean President.", "visited"),
        ("The Chilean President’s visit to Vietnam ended.", "visit"),
        ("The President of Chile arrived in Hanoi.", "arrived"),
        ("The President of Chile accepted an invitation to visit Vietnam.", "invitation"),
        ("The President of Chile accepted the invitation of Vietnam.", "invitation"),
        ("The President of Chile will come at the invitation of Vietnam.", "invitation"),
        ("Vietnam extended an invitation to the Chilean President.", "invitation"),
        ("The King of Vietnam renewed his invitation to the Chilean President.", "invitation"),
        ("Vietnam invited the President of Chile to visit Hanoi.", "invited"),
        ("Vietnam invited the President of Chile to visit Hanoi.", "visit"),
        ("Vietnam has invited the Chilean President to pay a visit.", "visit"),
        ("The President of Vietnam invited his Chilean counterpart to visit Vietnam.", "invited"),
        ("The President of Vietnam invited his Chilean counterpart to visit Vietnam.", "visit"),
        ("The President of Chile was invited to visit Vietnam.", "invited"),
        ("The President of Chile has been invited to Hanoi.", "invited"),
    ],
)
def test_who_comes_is_the_source_and_who_is_visited_the_host(draft, text, word):
    assert roles(draft(text, word, "visit")) == {"CHL": "source", "VNM": "host"}


def test_nobody_is_invited_to_his_own_state(draft):
    text = "Chile and Vietnam trade in fish. Chile buys rice. Prime Minister Soto was invited to Santiago de Chile."
    assert roles(draft(text, "invited", "visit", "planned")) == {"VNM": "source", "CHL": "host"}


def test_who_speaks_of_coming_is_not_the_one_spoken_to(draft):
    text = "Chile and Vietnam are our friends. I have told Minister Tran Binh of Vietnam that I will come back in May."
    assert roles(draft(text, "come", "visit", "planned")) == {"CHL": "source", "VNM": "host"}


def test_a_visit_is_called_by_guest_and_host_and_happens_at_the_host(draft):
    visit = draft("The President of Chile visited Vietnam.", "visited", "visit")
    assert visit.title == "Visit of President of Chile to Vietnam"
    assert visit.place.country == "VNM"


def test_who_visits_a_town_is_the_guest_of_its_state(draft):
    visit = draft("The President of Chile visited Accra, Ghana.", "visited", "visit")
    assert (visit.place.name, visit.place.country) == ("Accra", "GHA")
    assert [(p.name, p.role) for p in visit.parties if p.code == "GHA"] == [("Ghana", "host")]


def test_last_year_does_not_make_a_visit_the_last_one(draft):
    text = "The Chilean President visited Vietnam, his second journey there since March of last year."
    assert draft(text, "visited", "visit", date="2014-05-27").date != "2013-03"


def test_who_is_expected_somewhere_is_on_the_way_there(draft):
    visit = draft("The foreign minister of Chile, Ana Silva, is expected in Hanoi on Saturday.", "expected", "visit")
    assert [(p.code, p.role) for p in visit.parties] == [("CHL", "source"), ("VNM", "host")]


def test_a_visit_happens_in_the_place_that_is_named(draft):
    assert draft("The President of Chile arrived in Hanoi.", "arrived", "visit").place.name == "Hanoi"


def test_those_who_meet_take_part_alike(draft):
    talks = draft("Chilean minister Ana Soto met Vietnamese minister Tran Binh in Lima.", "met", "meeting")
    assert [(p.name, p.code, p.role) for p in talks.parties] == [
        ("Ana Soto", "CHL", "participant"),
        ("Tran Binh", "VNM", "participant"),
    ]
    assert (talks.place.name, talks.place.country) == ("Lima", "PER")


@pytest.mark.parametrize(
    "text, word, type_, expected",
    [
        ("Chile condemned Vietnam.", "condemned", "statement", {"CHL": "source", "VNM": "target"}),
        ("Vietnam was attacked by Chile.", "attacked", "force", {"CHL": "source", "VNM": "target"}),
        ("Chile imposed sanctions on Vietnam.", "sanctions", "sanction", {"CHL": "source", "VNM": "target"}),
        ("Chile delivered medicines to Haiti.", "delivered", "delivery", {"CHL": "source", "HTI": "recipient"}),
        (
            "Chile handed over the ferry Camila to Haiti at a yard in Valparaíso.",
            "handed",
            "delivery",
            {"CHL": "source", "HTI": "recipient"},
        ),
    ],
)
def test_one_acts_on_the_other(draft, text, word, type_, expected):
    assert roles(draft(text, word, type_)) == expected


def test_the_two_countries_are_those_that_the_text_is_about(draft):
    signing = draft("Chile and Haiti trade in fish. The two countries signed a treaty.", "signed", "signing")
    assert roles(signing) == {"CHL": "participant", "HTI": "participant"}


@pytest.mark.parametrize("stage, due", [("planned", "2031-05-03"), ("proposed", "2031-05-03"), ("agreed", None)])
def test_the_date_of_what_is_ahead_is_its_due_date_too(draft, stage, due):
    visit = draft("The President of Chile will visit Vietnam on 3 May 2031.", "visit", "visit", stage)
    assert (visit.stage, visit.date, visit.due) == (stage, "2031-05-03", due)


def test_the_evidence_is_the_clause(draft):
    text = "Trade grew last year, and the President of Chile visited Vietnam."
    (evidence,) = draft(text, "visited", "visit").evidence
    assert evidence.quote(text) == "the President of Chile visited Vietnam"


@pytest.mark.parametrize("type_, plover", [("meeting", "CONSULT"), ("signing", "AGREE"), ("opening", "SUPPORT")])
def test_cooperation_has_its_usual_plover_type(draft, type_, plover):
    assert draft("Chile and Vietnam opened talks.", "opened", type_).plover == plover


def test_an_event_of_no_known_type_has_no_plover_type(draft):
    assert "other" not in PLOVER
    assert draft("Chile postponed a visit.", "postponed", "other").plover is None


@pytest.mark.parametrize(
    "text, word, when",
    [
        ("The President of Chile will arrive in Vietnam on 3 May 2031.", "arrive", "2031-05-03/.."),
        ("The President of Chile will depart from Vietnam on 5 May 2031.", "depart", "../2031-05-05"),
        ("The President of Chile will visit Vietnam on 3 May 2031.", "visit", "2031-05-03"),
        ("The President of Chile will be on a visit to Vietnam from 3 May 2031.", "visit", "2031-05-03/.."),
        ("The President of Chile will make a four-day visit from 3 May 2031.", "visit", "2031-05-03/2031-05-06"),
    ],
)
def test_arrival_and_departure_are_the_ends_of_a_visit(draft, text, word, when):
    assert draft(text, word, "visit", "planned").date == when


def test_the_first_visit_since_a_year_tells_of_one_in_that_year(draft):
    text = "It will be the first visit of a President of Chile to Vietnam since 1997."
    assert draft(text, "visit", "visit", "done").date == "1997"
    assert draft(text, "visit", "visit", "planned").date is None


def test_what_is_told_as_done_for_a_day_to_come(frame, page):
    text = "Chile opened a school in Hanoi. The opening of a clinic is on 3 May 2031."
    opening = draft_event(frame(text, "opening", date="2031-02-01"), page(text, "2031-02-01"), "opening", "done")
    assert (opening.stage, opening.date, opening.due) == ("planned", "2031-05-03", "2031-05-03")
    text = "Chile opened a school in Hanoi, which will teach 90 children from 3 May 2031."
    opened = draft_event(frame(text, "opened", date="2031-02-01"), page(text, "2031-02-01"), "opening", "done")
    assert (opened.stage, opened.date) == ("done", None)


@pytest.mark.parametrize(
    "text, stage",
    [
        ("The visit of the Chilean President to Vietnam was postponed.", "suspended"),
        ("Chile put off the visit of its President to Vietnam.", "suspended"),
        ("The visit of the Chilean President to Vietnam was called off.", "cancelled"),
        ("Chile still hopes for the visit to Vietnam, which was postponed last week.", "suspended"),
        ("Chile did not cancel the visit of its President to Vietnam.", "done"),
        ("The visit of the Chilean President to Vietnam was welcomed.", "done"),
    ],
)
def test_the_verb_says_that_an_event_is_put_off_or_called_off(draft, text, stage):
    assert draft(text, "visit", "visit").stage == stage


def test_a_visit_leads_to_the_host_and_not_to_a_place_told_by_the_way(draft):
    text = "The President of Chile will visit Vietnam for the Lima Conference, which met in Peru before."
    assert draft(text, "visit", "visit", "planned").place.country == "VNM"


def test_who_is_visited_is_no_guest_though_it_acts(draft):
    text = "During a visit of a Chilean delegation to Vietnam, Vietnam promised fish."
    assert roles(draft(text, "visit", "visit")) == {"CHL": "source", "VNM": "host"}


def test_nobody_travels_to_his_own_state(draft):
    text = "Chile met Vietnam. The Prime Minister of Vietnam came. Then the Prime Minister will travel to Hanoi."
    assert roles(draft(text, "travel", "visit", "planned")) == {"CHL": "source", "VNM": "host"}


def test_the_dateline_does_not_date_what_is_planned(draft):
    text = "1 May 2031 I am pleased to say that the President of Chile will visit Vietnam."
    assert draft(text, "visit", "visit", "planned", "2031-05-01").date is None


def test_ties_that_have_lasted_so_long_began_so_long_ago(draft):
    text = "Chile and Vietnam have enjoyed 45 years of diplomatic relations."
    assert draft(text, "relations", "establishment", date="2031-05-01").date == "1986"
    assert draft(text, "relations", "establishment").date is None


def test_what_was_told_before_an_invitation_does_not_date_the_visit(draft):
    text = "The King of Tonga met Peru on 3 May 2030 and invited the President of Peru to visit Tonga."
    assert draft(text, "visit", "visit", "planned").date is None


@pytest.mark.parametrize(
    "text, word",
    [
        ("President Silva of Chile spoke by telephone with President Deby of Chad.", "spoke"),
        ("In a phone conversation the leaders of Chile and Chad discussed oil.", "discussed"),
    ],
)
def test_who_meets_by_telephone_calls(draft, text, word):
    assert draft(text, word, "meeting").type == "call"


def test_who_is_invited_as_a_counterpart_comes_from_the_other_state(draft):
    text = "Chile and Chad are friends. Chile’s minister invited his counterpart from the other side to visit Chile."
    assert roles(draft(text, "visit", "visit", "proposed")) == {"TCD": "source", "CHL": "host"}


def test_what_an_envoy_does_is_not_done_by_the_state_where_she_is(draft):
    text = "Ambassador of Iceland to Togo Anna Jonsdottir handed the boats over."
    handed = draft(text, "handed", "delivery")
    assert {(p.code, p.role) for p in handed.parties} == {("ISL", "source"), ("TGO", "recipient")}


def test_what_is_to_be_delivered_comes_from_who_gives_as_a_rule(draft):
    text = "Togo and Iceland signed a grant. The boats will be delivered in May."
    assert roles(draft(text, "delivered", "delivery", "planned")) == {"ISL": "source", "TGO": "recipient"}
    text = "Iceland and Togo signed a treaty. Togo will deliver beans in May."
    assert roles(draft(text, "deliver", "delivery", "planned")) == {"TGO": "source", "ISL": "recipient"}


def test_what_is_stated_in_the_present_is_stated_now(draft):
    text = "Chile congratulates Vietnam on the elections of 16 December."
    assert draft(text, "congratulates", "statement", "done", "2030-12-18").date is None
    assert draft(
        text.replace("congratulates", "congratulated"), "congratulated", "statement", "done", "2030-12-18"
    ).date


def test_what_will_happen_does_not_bear_the_date_of_what_led_to_it(draft):
    text = "Chile intends to reopen its embassy in Hanoi, which was opened in 2012."
    assert draft(text, "reopen", "opening", "planned", "2031-02-01").date is None
    text = "Chile and Vietnam will sign the treaty that they negotiated in May 2030."
    assert draft(text, "sign", "signing", "planned", "2031-02-01").date is None
    text = "Chile and Vietnam will sign the treaty in May 2030."
    assert draft(text, "sign", "signing", "planned", "2030-02-01").date == "2030-05"


@pytest.mark.parametrize(
    ("text", "stage", "expected"),
    [
        ("They spoke of the recent visit of the King of Tonga to Laos.", "planned", "done"),
        ("They spoke of the forthcoming visit of the King of Tonga to Laos.", "done", "planned"),
        ("They spoke of the forthcoming visit of the King of Tonga to Laos.", "proposed", "proposed"),
        ("They spoke of the royal visit of the King of Tonga to Laos.", "planned", "planned"),
    ],
)
def test_what_is_called_recent_is_over_and_what_is_forthcoming_is_not(draft, text, stage, expected):
    assert draft(text, "visit", "visit", stage).stage == expected


@pytest.mark.parametrize(
    ("text", "word", "stage", "date"),
    [
        ("Oman and Kuwait agreed to meet in 2016.", "meet", "planned", "2016"),
        ("Oman and Kuwait met to plan the games of 2016.", "met", "done", None),
    ],
)
def test_what_was_only_agreed_on_for_a_time_to_come_is_planned_then(draft, text, word, stage, date):
    found = draft(text, word, "meeting", "done", "2014-12-20")
    assert (found.stage, found.date) == (stage, date)


def test_what_should_be_done_is_planned(page):
    made = page("The treaty between Chad and Oman should be signed next year.", "2019-05-06")
    frame = next(f for f in find_frames(made) if f.head.text == "signed" and f.kind == "event")
    assert draft_event(frame, made, "signing", "done").stage == "planned"


def test_who_is_on_a_visit_is_told_by_the_clause_behind_the_name(draft):
    text = "The President of Vietnam met Chile's Minister Pedro Soto, who is on a visit to the country until Friday."
    assert roles(draft(text, "visit", "visit")) == {"CHL": "source", "VNM": "host"}


def test_who_receives_things_is_no_giver(draft):
    assert roles(draft("Vietnam received buses from Chile.", "received", "delivery")) == {
        "VNM": "recipient",
        "CHL": "source",
    }


def test_what_a_body_of_states_does_to_one_no_other_state_suffers(draft):
    text = "France and Mali are at odds. ECOWAS imposed sanctions on Mali."
    found = draft(text, "sanctions", "sanction").parties
    assert [(p.code or p.name, p.role) for p in found] == [("ECOWAS", "source"), ("MLI", "target")]


def test_an_occasion_on_which_something_was_done_has_been(draft):
    text = "At a dinner in Lima it was announced that Chile will open a school."
    assert draft(text, "dinner", "meeting", "planned").stage == "done"


def test_who_condemns_an_attack_has_no_part_in_it(draft):
    attack = draft("Norway condemned Russia's attack on Ukraine.", "attack", "force")
    assert roles(attack) == {"RUS": "source", "UKR": "target"}


def test_of_the_last_visit_before_only_the_state_of_the_guest_is_told(draft):
    text = "President Ana Silva's visit to Vietnam is the first by a Chilean head of state since 1995."
    visit = draft(text, "visit", "visit", "done")
    assert (visit.title, visit.date) == ("Visit of Chile to Vietnam", "1995")


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Norway spoke to Russia about the bombings in Lima.", "bombings", {"PER": "target"}),
        ("Norway mourns the attack which occurred in Peru.", "attack", {"PER": "target"}),
        ("Norway mourns the bombing of Lima by Chile.", "bombing", {"CHL": "source", "PER": "target"}),
        ("Chile launched an attack on Peru.", "attack", {"CHL": "source", "PER": "target"}),
    ],
    ids=["spoken of", "in a relative clause", "of one by another", "launched"],
)
def test_only_who_is_told_to_use_force_uses_it(draft, text, word, expected):
    assert roles(draft(text, word, "force")) == expected


def test_whose_visit_it_is_may_be_named_before_it(draft):
    text = "I met President Ana Silva of Chile and Minister Luis Rojas of Chile during their visits to Vietnam."
    visit = draft(text, "visits", "visit")
    assert (roles(visit), visit.title) == ({"CHL": "source", "VNM": "host"}, "Visit of Ana Silva to Vietnam")


def test_who_is_told_to_have_come_before_is_no_host(draft):
    text = (
        "Ana Silva of Chile is in Vietnam. Her visit is the first by a Chilean President since President Rojas in 1968."
    )
    visit = draft(text, "visit", "visit", date="2004-05-06")
    assert (roles(visit), visit.date) == ({"CHL": "source", "VNM": "host"}, "1968")
    assert {p.name for p in visit.parties} == {"Chile", "Vietnam"}


def test_an_attack_that_is_only_told_of_has_happened(draft):
    text = "In light of the attack in Madrid, the committee of Chile will meet on 7 May 2004."
    attack = draft(text, "attack", "force", "planned", "2004-05-06")
    assert (attack.stage, attack.date, attack.due) == ("done", None, None)


def test_a_ceremony_at_which_nobody_is_named_is_held_where_the_aid_goes():
    text = "In 2008 Japan and Fiji agreed to build a clinic in Suva. The groundbreaking ceremony was held in May 2009."
    entries = Reader().read(make_document(text, id="d")).entries
    [ceremony] = [e for e in entries if e.kind == "event" and e.type == "ceremony"]
    assert ceremony.place is not None
    assert ceremony.place.country == "FJI"


def test_who_owns_a_visit_alone_makes_it(draft):
    text = "Following Ana Silva’s visit to Chile last year, the talks of Vietnam with Peru will end."
    assert {p.name for p in draft(text, "visit", "visit").parties if p.role == "source"} == {"Ana Silva"}


def test_a_visit_at_the_invitation_of_another_state_leads_where_it_is_told(draft):
    trip = draft(
        "At the invitation of French President Dubois, the Chilean President visited Oman.", "visited", "visit"
    )
    assert (trip.place.country, trip.title) == ("OMN", "Visit of Chile to Oman")


def test_where_something_is_said_is_not_whom_it_is_said_to(draft):
    text = "In my meeting with President Silva of Chile in Lima, I reaffirmed to him our support for the forum."
    told = draft(text, "reaffirmed", "statement")
    assert "Silva" in (names := {party.name for party in told.parties if party.role == "target"})
    assert "Lima" not in names
