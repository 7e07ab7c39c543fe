"""What a word may tell of, and what it does not tell of in its sentence."""

import pytest

from dragoman.reading.frames.frames import find_frames
from dragoman.reading.frames.readings import readings
from dragoman.reading.paging import build_page
from dragoman.values import Edtf


def events(text, word):
    page = build_page(text, Edtf("2019-05-06"))
    return {type_ for f in find_frames(page) if f.kind == "event" and f.head.text == word for type_ in f.types}


@pytest.mark.parametrize(
    "text, word, told",
    [
        pytest.param("Oman welcomed the Chilean minister.", "welcomed", True, id="a guest is welcomed"),
        pytest.param("Oman welcomed the decision of Chile to open an embassy.", "welcomed", False, id="a decision is"),
        pytest.param("The Chilean minister arrived in Muscat.", "arrived", True, id="a minister arrives"),
        pytest.param("A Chilean convoy arrived in Muscat.", "arrived", False, id="a convoy arrives"),
        pytest.param("The minister visited Muscat.", "visited", True, id="told"),
        pytest.param("The minister will not visit Muscat.", "visit", True, id="refused"),
    ],
)
def test_a_visit_has_a_visitor(text, word, told):
    assert ("visit" in events(text, word)) is told


def test_people_protest_in_the_street_and_states_in_words():
    assert events("Hundreds of people protested outside the Peruvian embassy.", "protested") == {"protest"}
    assert events("Farmers in Chile protested against the treaty with Peru.", "protested") == {"protest"}
    assert events("Chile protested against the treaty with Peru.", "protested") == {"statement"}


def test_a_visit_made_at_an_invitation_is_told_once():
    assert not events("At the invitation of Oman, Ana Silva visited Muscat.", "invitation")
    assert events("Oman sent Ana Silva an invitation.", "invitation") == {"visit"}


def test_a_mission_that_is_reopened_is_an_embassy():
    assert events("Oman will reopen its mission in Suva.", "mission") == set()
    assert "visit" in events("A mission of Omani experts came to Suva.", "mission")


def test_an_ambassador_returns_to_his_post_and_visits_nobody():
    assert events("The ambassador of Oman returned to Suva.", "returned") == {"other"}
    assert "visit" in events("The minister of Oman returned to Suva.", "returned")


@pytest.mark.parametrize(
    "text, told",
    [
        ("The minister of Oman was received by President Ana Silva.", {"meeting"}),
        ("President Ana Silva received a delegation of Oman.", {"meeting"}),
        ("Minister Ana Silva received the aid of Oman.", {"delivery"}),
        ("Chile received the minister of Oman.", {"visit"}),
    ],
)
def test_whoever_is_received_by_a_person_meets_him(text, told):
    assert events(text, "received") == told


def test_a_cargo_that_is_to_arrive_is_to_be_delivered():
    assert events("The cars of Oman are expected to arrive in Suva.", "arrive") == {"delivery"}
    assert events("The next boat of Oman will go to Suva.", "go") == {"delivery"}


def test_who_leaves_for_a_state_visits_it():
    assert events("The minister of Oman left for Suva.", "left") == {"visit"}
    assert events("The minister of Oman left the party.", "left") == set()


def test_a_cargo_that_arrives_is_delivered():
    assert events("The aid reached Suva and a shipment arrived in Apia.", "arrived") == {"delivery"}


@pytest.mark.parametrize(
    "text, word, type_",
    [
        ("Chad cut ties with Oman in 2011.", "cut", "sanction"),
        ("Relations between Chad and Oman were broken off.", "broken", "sanction"),
        ("Chad and Oman resumed diplomatic relations.", "resumed", "establishment"),
    ],
)
def test_a_verb_tells_with_its_object(text, word, type_):
    assert type_ in events(text, word)


def test_a_courtesy_call_is_a_meeting():
    assert events("The minister paid a courtesy call on the king of Tonga.", "paid") == {"meeting"}


def test_a_call_is_one_with_somebody():
    assert events("Her call with the President of Chad lasted an hour.", "call") == {"call"}
    assert events("The call for peace was heard.", "call") == set()


@pytest.mark.parametrize(
    "text, types",
    [
        ("The minister called on the President.", ("meeting", "statement")),
        ("The minister called on Chad to free the crew.", ("statement",)),
        ("They called off the visit to Chad.", None),
    ],
)
def test_a_call_is_a_visit_a_demand_or_neither(page, text, types):
    token = next(t for t in page(text).doc if t.text == "called")
    assert dict(readings(token, set(), set())).get("event") == types


@pytest.mark.parametrize("text, told", [("Fiji recognised the new state.", True), ("Fiji recognised diplomas.", False)])
def test_only_states_are_recognised_into_relations(page, text, told):
    verb = next(t for t in page(text).doc if t.lemma_.startswith("recogni"))
    assert ("event" in dict(readings(verb, set(), set()))) is told


@pytest.mark.parametrize(
    "text, word, told",
    [
        ("President Ana Silva of Chile was received by Luke Rabuka.", "received", {"meeting"}),
        ("Fiji received buses from Chile.", "received", {"delivery"}),
    ],
)
def test_persons_are_received_and_things_are_goods(text, word, told):
    assert events(text, word) == told


@pytest.mark.parametrize(
    "text, word, told",
    [
        ("Peru's Congress ratified the treaty.", "Congress", set()),
        ("Fiji will host a congress on whales.", "congress", {"forum"}),
    ],
)
def test_a_parliament_is_no_gathering(text, word, told):
    assert events(text, word) == told


@pytest.mark.parametrize("text, told", [("A trade mission came.", False), ("The mission in Lima closed.", True)])
def test_a_trade_mission_is_no_embassy(page, text, told):
    noun = next(t for t in page(text).doc if t.lower_ == "mission")
    assert ("instrument" in dict(readings(noun, set(), set()))) is told


def test_a_twinning_agreement_is_one_twinning():
    page = build_page("Brno and Leeds have had a twinning agreement since 2004.", Edtf("2019-05-06"))
    told = [(f.head.text, f.types) for f in find_frames(page) if f.kind == "instrument"]
    assert told == [("agreement", ("twinning",))]


@pytest.mark.parametrize("word", ["memoranda", "MoUs", "MOUs"])
def test_plurals_that_the_parse_does_not_know_are_instruments(word):
    page = build_page(f"Chile and Togo signed two {word} on fish.", Edtf("2019-05-06"))
    assert ("memorandum",) in [f.types for f in find_frames(page) if f.head.text == word]


@pytest.mark.parametrize(
    "text, word, told",
    [
        pytest.param("The delegation arrived.", "delegation", "event", id="it travels"),
        pytest.param("The Delegation of the EU was opened in 2004.", "delegation", "instrument", id="housed"),
        pytest.param("An inspection mission came.", "mission", "event", id="it inspects"),
        pytest.param("Chile shut the border in protest.", "protest", None, id="why and not what"),
    ],
)
def test_delegations_missions_and_protests(page, text, word, told):
    noun = next(t for t in page(text).doc if t.lower_ == word)
    assert set(dict(readings(noun, set(), set()))) & {"event", "instrument"} == ({told} if told else set())


@pytest.mark.parametrize(
    "text", ["Chile has a consulate general in Suva.", "Chile will open a Consulate General in Suva."]
)
def test_a_consulate_general_is_a_mission(text):
    page = build_page(text, Edtf("2019-05-06"))
    assert ("mission",) in [f.types for f in find_frames(page) if f.kind == "instrument"]


@pytest.mark.parametrize(
    "text, word, told",
    [
        ("Oman and Chile concluded a treaty.", "concluded", {"signing"}),
        ("The conference of Oman and Chile concluded on Friday.", "concluded", set()),
        ("Oman and Chile founded a bank.", "founded", {"establishment"}),
        ("The friendship of Oman and Chile is founded on trust.", "founded", set()),
        ("Oman was represented at the fair in Chile by its envoy.", "represented", set()),
    ],
)
def test_what_ends_or_rests_on_something_or_is_represented_is_no_event(text, word, told):
    assert events(text, word) == told


@pytest.mark.parametrize(
    "text, word, told",
    [
        ("Ana Silva of Chile paid a visit to Oman.", "paid", True),
        ("Ana Silva of Chile paid tribute to Oman.", "paid", False),
        ("The peoples of Chile and Oman come together today.", "come", False),
        ("The minister of Chile will come to Oman.", "come", True),
    ],
)
def test_nobody_visits_who_pays_tribute_or_comes_together(text, word, told):
    assert ("visit" in events(text, word)) is told


@pytest.mark.parametrize(
    ("text", "word", "told"),
    [
        ("The minister of Oman went on to discuss trade.", "went", set()),
        ("The minister of Oman went on to Suva.", "went", {"visit"}),
        ("The treaty of Oman came into force.", "came", set()),
        ("I recall the warm welcome in Oman.", "recall", set()),
        ("Oman recalled its ambassador in Suva.", "recalled", {"sanction"}),
    ],
)
def test_what_stands_beside_a_verb_may_make_another_of_it(text, word, told):
    assert events(text, word) == told


@pytest.mark.parametrize(
    "text, types",
    [
        pytest.param("A signing ceremony was held in Lima.", {"signing"}, id="of a signing"),
        pytest.param("A handover ceremony was held in Lima.", {"ceremony"}, id="of something else"),
    ],
)
def test_a_signing_ceremony_is_the_signing(text, types):
    assert events(text, "ceremony") == types


def test_news_and_messages_are_not_delivered():
    assert events("Chile received a message from Oman.", "received") == set()
    assert events("Chile received news of the vote in Oman.", "received") == set()


def test_the_launch_of_a_rocket_opens_nothing():
    assert not events("Oman mourned the launch of a rocket.", "launch")
    assert events("Oman mourned the launch of a fund.", "launch")


def test_relations_that_are_restored_are_established_and_buildings_are_not():
    assert events("Chile and Peru restored ties in May.", "restored") == {"establishment"}
    assert events("Chile and Peru agreed to restore the market of Tacna.", "restore") == set()
