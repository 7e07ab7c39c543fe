"""Verbs that alone tell how far a piece of work or a treaty has come."""

import pytest

from dragoman.reading.pledges import is_agreed_on, stage_of_treaty, stage_of_work
from dragoman.values import Edtf

TODAY = "2031-05-01"


@pytest.mark.parametrize(
    "text, word, stage",
    [
        ("I am pleased to announce that Peru will build a clinic in Quito.", "build", "agreed"),
        ("We announced that Peru would build a clinic in Quito.", "build", "agreed"),
        ("The minister announced that Peru would build a clinic in Quito.", "build", None),
        ("The minister announced that Peru has built a clinic in Quito.", "built", "agreed"),
        ("Peru offered to build a clinic in Quito.", "build", "proposed"),
        ("Peru offered ten nurses to staff a clinic in Quito.", "staff", None),
        ("The clinic offers courses for nurses.", "offers", None),
        ("Peru hopes to build a clinic in Quito.", "build", "proposed"),
        ("Peru has undertaken to build and equip a clinic in Quito.", "equip", "agreed"),
        ("Peru will announce that it builds a clinic in Quito.", "builds", None),
        ("Peru pledged to build a clinic in Quito.", "build", "planned"),
        ("Peru promised to build and equip a clinic in Quito.", "equip", "planned"),
        ("Peru has agreed to build a clinic in Quito.", "build", "agreed"),
        ("Peru has agreed to consider a clinic in Quito.", "consider", "planned"),
        ("Peru has agreed to look into a clinic in Quito.", "look", "planned"),
        ("Peru asked that the clinic be extended.", "extended", "proposed"),
        ("The work on the clinic, suspended in 2029, is not to be resumed.", "work", "suspended"),
        ("Peru won a contract for clinics in Quito.", "won", "agreed"),
        ("The minister will visit a joint project in Quito.", "project", "underway"),
        ("Peru has sent ten nurses to Quito.", "sent", "done"),
        ("Peru will send ten nurses to Quito.", "send", None),
        ("Peru will ask Cuba for a loan for the clinic.", "loan", "proposed"),
        ("Peru requested a grant for the clinic, but the fund refused it.", "grant", "cancelled"),
        ("Peru has not asked for a loan for the clinic.", "loan", None),
        ("Peru will not send nurses to Quito.", "send", "cancelled"),
        ("Peru is considering a grant for the clinic.", "grant", "proposed"),
        ("Peru intends to build a clinic in Quito.", "build", "planned"),
        ("The work on the clinic, begun in 2029, was completed in May.", "work", "done"),
        ("The project in Quito ended in 2029.", "project", "done"),
        ("Under the protocol Peru will send nurses to Quito and build a clinic.", "send", "agreed"),
        ("Under the protocol Peru will send nurses to Quito and build a clinic.", "build", "agreed"),
        ("They signed an agreement under which Peru would build a clinic in Quito.", "build", "agreed"),
        ("According to the terms of the agreement, Peru will send nurses to Quito.", "send", "agreed"),
        ("In line with the accord, Peru will send nurses to Quito.", "send", "agreed"),
        ("Peru will take part in talks on a trade agreement in Quito.", "take", None),
        ("Under the memorandum Peru will send nurses to Quito.", "send", None),
        ("They spoke of a possible loan for the clinic in Quito.", "loan", "proposed"),
        ("Peru and Fiji have concluded negotiations on fish.", "concluded", "done"),
        ("We are pleased to announce that Peru has completed talks on fish.", "completed", "done"),
        ("Negotiations on fish have not been concluded.", "Negotiations", None),
        ("Negotiations on fish are to be concluded by May.", "Negotiations", None),
        ("The project in Quito will end in 2035.", "project", None),
        ("Peru may agree to build a clinic in Quito.", "build", None),
        ("Peru has not agreed to build a clinic in Quito.", "build", None),
        ("Peru continues to support clinics in Quito.", "support", "underway"),
        ("Peru should continue to support clinics in Quito.", "support", None),
        ("In Quito Peru welcomed plans of continuing work on the clinic.", "work", None),
        ("The construction of the clinic was completed in March.", "construction", "done"),
        ("Work on the clinic was completed in March.", "completed", "done"),
        ("Peru suspended the construction of the clinic.", "construction", "suspended"),
        ("The training of nurses was discontinued in 2029.", "training", "cancelled"),
        ("Peru suspended its help for the clinic.", "suspended", "suspended"),
        ("Peru refused help for the clinic.", "refused", None),
        ("I am pleased to announce that Peru will give money to equip a clinic in Quito.", "equip", "agreed"),
        ("The construction of the clinic was called off by Peru.", "construction", "cancelled"),
        ("Peru gave up the plan to build a clinic in Quito.", "build", "cancelled"),
        ("The construction of the clinic will be completed in March.", "construction", None),
        ("The construction of the clinic has been approved.", "construction", "agreed"),
        ("The construction of the clinic has not been completed.", "construction", None),
        ("Peru will pay once the construction of the clinic has been completed.", "construction", None),
        ("Peru builds a clinic in Quito.", "builds", None),
        ("The work on the clinic was to begin in May, but has been put off.", "work", "suspended"),
        ("The work on the clinic has begun, but the visit of the minister has been put off.", "work", None),
    ],
)
def test_how_far_work_has_come(frame, text, word, stage):
    assert stage_of_work(frame(text, word, "activity", TODAY), Edtf(TODAY)) == stage


def test_what_an_undated_text_calls_announced_may_be_long_done(frame):
    text = "Peru announced that it has built a clinic in Quito."
    assert stage_of_work(frame(text, "built", "activity"), None) is None


@pytest.mark.parametrize(
    "text, stage",
    [
        ("Peru and Cuba will sign a treaty on fish in June.", "planned"),
        ("A treaty on fish is to be signed in June.", "planned"),
        ("The ministers will meet, dine and sign a treaty on fish.", "planned"),
        ("Peru and Cuba signed a treaty on fish last week.", "agreed"),
        ("The fishing treaty, which was signed yesterday, helps both.", "agreed"),
        ("The fishing treaty, which was signed in 1998, helps both.", "underway"),
        ("Peru has suspended its treaty on fish with Cuba.", "suspended"),
        ("The treaty on fish helps both states.", None),
        ("The ministers will witness the signing of a treaty on fish.", "planned"),
        ("The ministers witnessed the signing of a treaty on fish.", "agreed"),
        ("Peru asked for the signing of a treaty on fish.", None),
        ("The ministers noted the entry into force of the treaty on fish.", "underway"),
        ("They spoke of the negotiations on a treaty on fish.", "planned"),
        ("They study a possible treaty on fish.", "proposed"),
        ("Peru and Fiji have concluded the negotiations on a treaty on fish.", "agreed"),
        ("Negotiations on a treaty on fish were completed in April.", "agreed"),
        ("Negotiations on a treaty on fish will be completed in June.", "planned"),
        ("They have agreed to create a treaty on fish.", "agreed"),
        ("The ministers adopted a treaty on fish.", "agreed"),
        ("A treaty on fish is under negotiation.", "planned"),
        ("A treaty on fish, under negotiation since May", "planned"),
        ("The ministers have approved a treaty on fish.", "agreed"),
        ("They should agree to create a treaty on fish.", None),
        ("They intend to create a treaty on fish.", "planned"),
        ("Peru and Cuba will create a treaty on fish.", "planned"),
        ("Peru has bought ten boats under the treaty on fish.", "underway"),
        ("Peru will buy ten boats under the treaty on fish.", None),
        ("The ministers stressed the need to conclude a treaty on fish.", "proposed"),
        ("They spoke of the possibility of a treaty on fish.", "proposed"),
        ("The treaty on fish expired in 2030.", "suspended"),
        ("The treaty on fish expires in 2035.", None),
    ],
)
def test_how_far_a_treaty_has_come(frame, text, stage):
    assert stage_of_treaty(frame(text, "treaty", "instrument", TODAY), Edtf(TODAY)) == stage


def test_without_a_day_of_publication_a_treaty_that_was_signed_may_be_in_force(frame):
    assert stage_of_treaty(frame("Peru and Cuba signed a treaty on fish.", "treaty", "instrument"), None) is None


@pytest.mark.parametrize(
    ("text", "word", "agreed"),
    [
        ("Peru agreed to host a meeting with Cuba.", "meeting", True),
        ("Peru agreed to help Cuba during talks in Quito.", "talks", False),
        ("Peru agreed to consider a meeting with Cuba.", "meeting", False),
        ("Peru hosted a meeting with Cuba.", "meeting", False),
    ],
)
def test_what_was_agreed_to_be_done(frame, text, word, agreed):
    assert is_agreed_on(frame(text, word, "event")) is agreed


def test_a_treaty_that_is_voted_down_is_cancelled(frame):
    found = frame("Parliament voted down the fisheries agreement with Peru.", "agreement", "instrument")
    assert stage_of_treaty(found, Edtf("2023-05-05")) == "cancelled"
