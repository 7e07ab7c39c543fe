"""How far a visit has come to which somebody is invited, and visits that are taking place."""

import pytest

from dragoman.reading.frames.invitations import stage_of_visit
from dragoman.values import Edtf

TODAY = "2031-05-02"


@pytest.mark.parametrize(
    "text, word, stage",
    [
        ("Peru invited the King of Tonga to visit Lima.", "visit", "proposed"),
        ("Peru invited the King of Tonga to Lima.", "invited", "proposed"),
        ("Peru invited the King of Tonga to visit Lima, and the invitation was accepted.", "visit", "agreed"),
        ("Peru invited the King of Tonga to visit Lima. The King accepted with pleasure.", "visit", "agreed"),
        ("Peru invited the King of Tonga to visit Lima. The King could not accept.", "visit", "proposed"),
        ("Peru will invite the King of Tonga to visit Lima.", "visit", None),
        ("At the invitation of Peru the King of Tonga will visit Lima.", "visit", None),
        ("The King of Tonga is making a visit to Peru from 1 to 4 May.", "visit", "underway"),
        ("The King of Tonga is visiting Peru.", "visiting", "underway"),
        ("The King of Tonga is visiting Peru on 9 May.", "visiting", None),
        ("The King of Tonga was visiting Peru.", "visiting", None),
        ("The King of Tonga is on a visit to Peru.", "visit", "underway"),
        ("I am glad to be here on my first visit to Peru.", "visit", "underway"),
        ("The King of Tonga will be on a visit to Peru.", "visit", None),
        ("The King of Tonga was in Peru on a visit.", "visit", None),
        ("Peru is preparing a visit of the King of Tonga.", "visit", None),
        ("A visit of the King of Tonga to Peru (1-4 May 2031)", "visit", "underway"),
        ("The visit of the King of Tonga from 30 April to 4 May 2031 takes in Cusco.", "visit", "underway"),
        ("The King of Tonga visited Peru from 30 April to 4 May 2031.", "visited", None),
        ("The King of Tonga travels to Peru from 3 to 6 May 2031.", "travels", None),
    ],
)
def test_how_far_a_visit_has_come(frame, text, word, stage):
    assert stage_of_visit(frame(text, word, "event", TODAY), Edtf(TODAY)) == stage


def test_what_is_accepted_much_later_is_another_matter(frame):
    text = "Peru invited the King of Tonga to visit Lima. They met. They dined. They danced. Cuba accepted a gift."
    assert stage_of_visit(frame(text, "visit", "event"), None) == "proposed"


@pytest.mark.parametrize(
    "text, stage",
    [
        ("The envoy of Chile handed over an invitation to visit Santiago.", "proposed"),
        ("Chile extended an invitation to the Fijian minister. He accepted it.", "agreed"),
    ],
)
def test_an_invitation_that_is_handed_over_is_a_proposal(frame, text, stage):
    assert stage_of_visit(frame(text, "invitation", "event"), Edtf(TODAY)) == stage
