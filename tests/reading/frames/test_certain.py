"""What the words of a frame alone settle."""

import pytest

from dragoman import Reader, make_document
from dragoman.reading.frames.certain import (
    is_asked_for,
    is_no_activity,
    is_no_event,
    is_sure_act,
    is_taken_back,
    was_glad_to,
)


@pytest.mark.parametrize(
    "text, word, told",
    [
        pytest.param("Chile shut its border with Peru.", "shut", True, id="a border"),
        pytest.param("Chile closed two crossings to Peru.", "closed", True, id="crossings"),
        pytest.param("Chile has lifted the ban on Peruvian fish.", "lifted", True, id="taken back"),
        pytest.param("Chile summoned Ambassador Rosa Vega of Peru.", "summoned", True, id="a post before a name"),
        pytest.param("Chile declared a Peruvian envoy persona non grata.", "declared", True, id="non grata"),
        pytest.param("Ms Vega took up her post in Lima.", "took", True, id="a post"),
        pytest.param("Chile and Peru exchanged 14 prisoners.", "exchanged", True, id="prisoners"),
        pytest.param("Chile declared its support for Peru.", "declared", False, id="another declaration"),
        pytest.param("Chile has not closed the border with Peru.", "closed", False, id="not done"),
    ],
)
def test_a_verb_and_its_object_name_an_act(frame, text, word, told):
    assert is_sure_act(frame(text, word, "event")) is told


def test_what_somebody_is_asked_to_do_is_no_act_yet(frame):
    asked = frame("Norway called on Chile to lift its ban on fish.", "lift", "event")
    assert is_asked_for(asked) and not is_sure_act(asked)
    assert not is_asked_for(frame("Norway wanted to lift its ban on fish.", "lift", "event"))


def test_what_is_lifted_is_no_act_of_its_own(frame):
    assert is_taken_back(frame("Chile has lifted the ban on Peruvian fish.", "ban", "event"))
    assert not is_taken_back(frame("Chile imposed a ban on Peruvian fish.", "ban", "event"))


def test_relations_that_are_severed_are_not_established(frame):
    assert is_taken_back(frame("Chile severed diplomatic relations with Peru.", "relations", "event"))
    assert not is_taken_back(frame("Chile restored diplomatic relations with Peru.", "relations", "event"))


@pytest.mark.parametrize(
    "text, word, told",
    [
        pytest.param("Chile sued Peru for 3 million dollars.", "sued", True, id="sued for"),
        pytest.param("Chile stands to earn 3 million dollars in fees.", "stands", True, id="to be earned"),
        pytest.param("Chile gave Peru 3 million dollars.", "gave", False, id="given"),
        pytest.param("Chile put the number of firms in Peru at 40.", "put", True, id="put at"),
        pytest.param("Chile put 3 million dollars into Peru's ports.", "put", False, id="put into"),
        pytest.param("Chile and Peru agreed to set up a committee.", "agreed", True, id="agreed to found"),
        pytest.param("Chile and Peru agreed to draw up a plan.", "draw", True, id="agreed to draw up"),
        pytest.param("Chile and Peru agreed to build a port.", "agreed", False, id="agreed to build"),
        pytest.param("Chile released 12 Peruvian fishermen.", "released", True, id="people who were held"),
        pytest.param("Chile cut gas supplies to Peru over bills of 3 million dollars.", "cut", True, id="pressure"),
        pytest.param("Chile gave them 72 hours to leave.", "gave", True, id="a term"),
        pytest.param("Chile must pay 3 million dollars in damages.", "pay", True, id="damages"),
        pytest.param("Chile will pay 3 million dollars for a school.", "pay", False, id="for a school"),
        pytest.param("Chile released 12 million dollars to Peru.", "released", False, id="money that was held"),
        pytest.param("Chile ended a contract with Peru in 2019.", "ended", True, id="a contract that is ended"),
        pytest.param("Chile will end its contract with Peru.", "end", False, id="that is to end"),
        pytest.param("The road will link Chile with Peru.", "link", True, id="what a road does"),
        pytest.param("The loan of Chile will be used to repair a port.", "repair", True, id="what a loan is for"),
        pytest.param("The loan of Chile will be used to repair a port.", "used", True, id="how a loan is used"),
        pytest.param("Chile made a loan which will be used to repair a port.", "repair", True, id="told of the loan"),
        pytest.param("The team of Chile includes surgeons and nurses.", "includes", True, id="who is in a team"),
        pytest.param("The team of Chile consists of 12 surgeons.", "consists", False, id="how many are in a team"),
        pytest.param("A road to Peru will be built by Chile.", "built", False, id="a road that is built"),
        pytest.param("The loan will bring Peru 3 million dollars.", "bring", False, id="a loan with its sum"),
    ],
)
def test_what_is_no_piece_of_work(frame, text, word, told):
    assert is_no_activity(frame(text, word, "activity")) is told


def events(text):
    found = Reader().read(make_document(text, id="d", date="2019-05-06")).entries
    return {(e.type, e.stage) for e in found if e.kind == "event"}


def test_what_is_lifted_is_told_as_lifted():
    text = "Chile and Peru are at odds over fish. They met often. Chile has lifted its ban on Peruvian fish."
    assert {type_ for type_, _ in events(text)} & {"sanction", "other"} == {"other"}


def test_those_who_come_in_numbers_are_on_no_visit():
    text = "Chile and Peru held talks on Monday. In 2018, 60,000 tourists from Peru visited Chile."
    assert "visit" not in {type_ for type_, _ in events(text)}


def test_who_was_glad_to_do_something_did_it(frame):
    assert was_glad_to(frame("I was delighted to attend the talks with Peru.", "talks", "event"))
    assert not was_glad_to(frame("I would be delighted to attend the talks with Peru.", "talks", "event"))


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("The Government of Fiji strongly condemns the attack on Tonga's embassy.", True),
        ("The attack on Tonga's embassy took six lives. Fiji condemns violence of any kind.", False),
        ("A newspaper condemns the attack on Tonga's embassy in Fiji.", False),
        ("Fiji would condemn an attack on Tonga's embassy.", False),
    ],
)
def test_what_a_state_condemns_where_a_text_begins_is_sure(frame, text, sure):
    verb = "condemn" if "would" in text else "condemns"
    assert is_sure_act(frame(text, verb, "event")) is sure


@pytest.mark.parametrize(
    ("text", "word", "told"),
    [
        ("Chile concluded negotiations with Peru.", "concluded", True),
        ("Chile concluded negotiations with Peru.", "negotiations", True),
        ("Chile launched trade negotiations with Peru.", "negotiations", True),
        ("Negotiations on a treaty wait in Chile.", "Negotiations", True),
        ("Chile held negotiations with Peru in Lima.", "negotiations", False),
        ("Chile concluded a treaty with Peru.", "concluded", False),
        ("The President of Chile will be accompanied by two ministers.", "accompanied", True),
        ("The President of Chile will accompany me to Lima.", "accompany", False),
        ("The President of Chile spoke at a lunch in Lima.", "spoke", True),
        ("Before her departure the President of Chile thanked Peru.", "departure", True),
        ("Peru announced the departure of the President of Chile.", "departure", False),
        ("The President of Chile spoke with the Prime Minister of Peru.", "spoke", False),
    ],
)
def test_words_of_meetings_and_visits_that_tell_of_none(frame, text, word, told):
    assert is_no_event(frame(text, word, "event")) is told


@pytest.mark.parametrize(
    ("text", "word", "told"),
    [
        ("Ministers of Chile met a delegation of Peru.", "delegation", True),
        ("Chile will send a delegation to Peru.", "delegation", False),
        ("A delegation of Chile came to Peru.", "delegation", False),
    ],
)
def test_a_delegation_that_is_met_has_gone_nowhere(frame, text, word, told):
    assert is_no_event(frame(text, word, "event")) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Chile congratulates the Government of Peru on its vote.", True),
        ("Chile congratulates its fishermen on the catch.", False),
        ("Chile voted on Sunday. Chile congratulates the Government of Peru on its vote.", False),
    ],
)
def test_a_text_that_begins_with_congratulations_tells_of_them(frame, text, told):
    assert is_sure_act(frame(text, "congratulates", "event")) is told


@pytest.mark.parametrize(
    ("text", "word", "told"),
    [
        ("Chile mourns the terrorist bombings in Peru.", "bombings", True),
        ("Chile fears possible terrorist attacks in Peru.", "attacks", False),
        ("Chile fears terrorist attacks.", "attacks", False),
        ("Chile welcomes the presidential elections in Peru.", "elections", True),
        ("Chile welcomes the elections in Peru.", "elections", False),
        ("Chile met the election commission of Peru.", "election", False),
    ],
)
def test_a_noun_may_name_an_attack_or_a_vote(frame, text, word, told):
    assert is_sure_act(frame(text, word, "event")) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [("The reign of the King of Peru was marked by wars.", True), ("The day was marked by a feast in Lima.", False)],
)
def test_only_a_day_is_marked_by_a_celebration(frame, text, told):
    assert is_no_event(frame(text, "marked", "event")) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Chile joined the World Trade Organisation.", False),
        ("Chile joined the treaty.", False),
        ("Chile will join Peru in helping the farmers.", True),
        ("The minister of Chile was joined by his wife.", True),
    ],
)
def test_only_a_body_or_a_treaty_is_joined(frame, text, told):
    word = "joined" if "joined" in text else "join"
    assert is_no_event(frame(text, word, "event")) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Chile welcomes the decision of Peru.", False),
        ("The vote was held on Sunday. Chile welcomes the decision of Peru.", True),
        ("The vote was held on Sunday. Chile welcomed the Peruvian minister.", False),
    ],
)
def test_a_thing_is_welcomed_at_the_head_of_a_text_or_in_passing(frame, text, told):
    word = "welcomes" if "welcomes" in text else "welcomed"
    assert is_no_event(frame(text, word, "event")) is told
