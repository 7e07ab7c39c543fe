"""What speaks for and against two entries being one thing, rule by rule, and in which words."""

import pytest

from dragoman.ledger.identity import evidence
from dragoman.ledger.identity.evidence import Evidence
from dragoman.ledger.identity.features import features_of
from tests.ledger.identity.telling import figure, grant, meeting, named, tenure, visit


def weighed(rule, one, other, *more):
    """What one rule finds of two entries."""
    found = Evidence()
    rule(features_of(one), features_of(other), found, *more)
    return found


def test_points_add_up_and_the_weightiest_reason_comes_first():
    found = Evidence(scale=2.0)
    found.add(0.5, "a hint")
    found.add(-1.0, "another place")
    found.add(2.0, {"salmon": 1.0, "port": 2.0})
    assert (found.points, found.against) == (3.0, 2.0)
    assert found.words() == ("words in common: port, salmon", "but another place", "a hint")


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (meeting(1, "2019-05-01", "Talks"), meeting(2, "2019-05-02", "Talks"), "the same states"),
        (figure(1, "2019-05-01", "salmon", 5, "2018"), figure(2, "2019-05-02", "salmon", 5, "2018"), "the same state"),
        (meeting(1, "2019-05-01", "Talks"), figure(2, "2019-05-02", "salmon", 5, "2018"), "one names further states"),
    ],
)
def test_the_same_states(one, other, reason):
    found = weighed(evidence.states, one, other)
    assert found.words() == (reason,) and found.points > 0


def test_other_states_set_two_apart():
    one, other = (figure(n, "2019-05-01", "salmon", 5, "2018", code=code) for n, code in ((1, "PER"), (2, "FIN")))
    assert weighed(evidence.states, one, other).apart == "different states"


@pytest.mark.parametrize(
    ("one", "other", "points", "apart"),
    [
        ("Eighth round of talks", "Eighth round of talks", 4.0, None),
        ("Eighth round of talks", "Ninth round of talks", 0.0, "different numbers of a series"),
        ("Eighth round of talks", "Round of talks", 0.0, None),
    ],
)
def test_ordinals(one, other, points, apart):
    found = weighed(evidence.counted, meeting(1, "2019-05-01", one), meeting(2, "2019-06-01", other))
    assert (found.points, found.apart) == (points, apart)


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Anna Virtanen", "Anna Virtanen", "the same person: Anna Virtanen"),
        ("Anna Virtanen", "Virtanen", "the same surname: Anna Virtanen"),
        ("Anna Virtanen", "Rosa Quispe", "but other persons"),
    ],
)
def test_persons(one, other, reason):
    found = weighed(
        evidence.people, visit(1, "2019-05-01", "Visit", person=one), visit(2, "2019-05-02", "Visit", person=other)
    )
    assert found.words() == (reason,)


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ({"name": "Cusco", "country": "PER"}, {"name": "Cusco", "country": "PER"}, "the same place: Cusco"),
        ({"name": "Cusco", "country": "PER"}, {"name": "Turku", "country": "FIN"}, "but in another state"),
        ({"name": "Cusco", "country": "PER"}, {"name": "Lima", "country": "PER"}, "but at another place"),
        ({"name": "Cusco", "country": "PER"}, {"name": "Peru", "country": "PER"}, "in the same state"),
    ],
)
def test_places(one, other, reason):
    found = weighed(
        evidence.places, meeting(1, "2019-05-01", "Talks", place=one), meeting(2, "2019-05-02", "Talks", place=other)
    )
    assert found.words() == (reason,)


def test_one_document_seldom_tells_a_thing_twice():
    once = grant(1, "2019-05-01", "A school in Cusco")
    found = weighed(evidence.document, once, once)
    assert found.points == -found.together == -evidence.TOLD_APART
    assert not weighed(evidence.document, once, grant(2, "2019-05-01", "A school in Cusco")).reasons


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Fisheries Agreement", "Fisheries Agreement", "the same name"),
        ("Fisheries Agreement", "Agreement on Fisheries and Harbours", "one name holds the other"),
    ],
)
def test_names(one, other, reason):
    pair = named(1, "2019-05-01", "agreement", one), named(2, "2019-06-01", "agreement", other)
    assert reason in weighed(evidence.naming, *pair).words()


@pytest.mark.parametrize(("one", "other", "speaks_for"), [("school", "school", True), ("school", "hospital", False)])
def test_what_it_is_for(one, other, speaks_for):
    found = weighed(
        evidence.things, grant(1, "2019-05-01", f"A {one} in Cusco"), grant(2, "2019-06-01", f"A {other} in Cusco")
    )
    assert found.apart is None or not speaks_for
    assert (found.apart is not None or found.points < 0) is not speaks_for


def test_like_things_in_other_towns():
    found = weighed(
        evidence.towns, grant(1, "2019-05-01", "A school in Cusco"), grant(2, "2019-06-01", "A school in Arequipa")
    )
    assert found.words() == ("but in other towns: Cusco, Arequipa",)


def test_rare_words_that_both_have_are_given_as_the_reason():
    one, other = (grant(n, "2019-05-01", "Restoration of the Qhapaq trail") for n in (1, 2))
    found = weighed(evidence.wording, one, other, 4.0)
    assert found.points > 0
    assert any(reason.startswith("words in common: ") and "qhapaq" in reason for reason in found.words())


def test_posts_of_one_state_alone_may_be_one():
    one, other = tenure(1, "2019-05-01", "Rosa Quispe", "Minister"), meeting(2, "2019-05-01", "Talks")
    assert weighed(evidence.states, one, other).apart is None


@pytest.mark.parametrize(
    ("one", "other", "share"), [({"a": 1.0}, {"a": 1.0}, 1.0), ({"a": 1.0}, {"b": 1.0}, 0.0), ({}, {}, 0.0)]
)
def test_how_much_two_sets_of_words_share(one, other, share):
    assert evidence.alike(one, other) == share


def test_a_name_that_only_one_has():
    assert evidence.names_beyond({"qhapaq": 2.0, "road": 0.5}, {"road": 0.5}) == "qhapaq"
    assert evidence.names_beyond({"road": 0.5}, {}) is None
