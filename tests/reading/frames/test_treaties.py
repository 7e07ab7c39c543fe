"""How far a treaty or body has come, where a verb or a noun beside it tells that."""

import pytest

from dragoman.reading.frames.treaties import stage_of_treaty
from dragoman.values import Edtf

TODAY = "2031-05-01"


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
        ("Peru and Cuba have concluded a treaty on fish.", "agreed"),
        ("Peru is committed to concluding a treaty on fish.", None),
        ("Friends since 1967, when a treaty on fish was concluded, they met.", "underway"),
        ("They began work on a treaty on fish.", "planned"),
        ("Peru looks forward to the completion of a treaty on fish.", "planned"),
        ("They spoke of the proposal for a treaty on fish to be signed.", "proposed"),
        ("The recommendations include a treaty on fish.", "proposed"),
        ("Key initiatives in the report are a treaty on fish and a loan.", "proposed"),
        ("Key initiatives are a treaty on fish and a loan.", None),
    ],
)
def test_how_far_a_treaty_has_come(frame, text, stage):
    assert stage_of_treaty(frame(text, "treaty", "instrument", TODAY), Edtf(TODAY)) == stage


def test_without_a_day_of_publication_a_treaty_that_was_signed_may_be_in_force(frame):
    assert stage_of_treaty(frame("Peru and Cuba signed a treaty on fish.", "treaty", "instrument"), None) is None


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("The council endorsed the establishment of a fund for ports.", "agreed"),
        ("Peru proposed the establishment of a fund for ports.", "proposed"),
        ("Peru welcomed the establishment of the fund for ports.", None),
    ],
)
def test_how_far_that_has_come_whose_establishment_is_told(frame, text, stage):
    assert stage_of_treaty(frame(text, "fund", "instrument", TODAY), Edtf(TODAY)) == stage


def test_a_treaty_that_is_voted_down_is_cancelled(frame):
    found = frame("Parliament voted down the fisheries agreement with Peru.", "agreement", "instrument")
    assert stage_of_treaty(found, Edtf("2023-05-05")) == "cancelled"
