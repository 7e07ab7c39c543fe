"""Verbs that alone tell how far a piece of work or a treaty has come."""

import pytest

from dragoman.reading.frames.pledges import is_agreed_on, stage_of_work
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
