"""A ledger tells who its entries name, on every database."""

import pytest

from dragoman.errors import LedgerError
from dragoman.ledger import Ledger
from dragoman.ledger.actors.identifiers import Identifier
from dragoman.models import Decision


def names(actors):
    return [(actor.kind, actor.name, actor.count) for actor in actors]


def test_actors_of_the_entries(filled):
    assert names(filled.actors()) == [
        ("person", "Ingrid Dahl", 1),
        ("place", "Hanoi", 1),
        ("state", "Chile", 3),
        ("state", "Vietnam", 3),
        ("state", "Norway", 2),
    ]


def test_one_kind_and_one_state(filled):
    assert [actor.name for actor in filled.actors(kind="state")] == ["Chile", "Vietnam", "Norway"]
    assert {actor.code for actor in filled.actors(state="VNM")} == {"VNM"}


def test_an_actor_by_its_id_and_by_its_name(filled, keys):
    envoy = filled.actor_of("Dahl", "NOR")
    assert envoy.name == "Ingrid Dahl"
    assert filled.actor(envoy.id[:6]) == envoy
    assert filled.naming(envoy.id) == (keys["tenure"],)
    assert envoy in filled.actors_in(keys["tenure"])
    with pytest.raises(LedgerError, match="no actor 'nobody'"):
        filled.actor("nobody")


def test_what_is_decided_counts(filled, keys):
    before = filled.actor_of("Dahl", "NOR")
    filled.decide(Decision(verdict="wrong", subject=(keys["tenure"],), by="eva", at="2026-01-02T03:04:05Z"))
    assert before.id not in {actor.id for actor in filled.actors()}


def test_identifiers_are_kept_and_replaced(filled, place):
    first = Identifier(kind="person", name="I. Dahl", state="NOR", wikidata="Q1")
    assert filled.identify([first, first]) == 1
    assert filled.actor_of("Dahl", "NOR").wikidata == "Q1"
    better = first.model_copy(update={"wikidata": "Q2"})
    assert filled.identify([better]) == 1
    with Ledger.open(place) as again:
        assert again.identifiers() == [better]
        assert again.actor_of("Dahl", "NOR").wikidata == "Q2"
        assert any('"identifier"' in line and "Q2" in line for line in again.dump())


def test_an_identifier_waits_for_its_actor(ledger, sample):
    ledger.identify([Identifier(kind="state", name="Chile", state="CHL", wikidata="Q298")])
    assert ledger.actors() == []
    ledger.add(sample.reading, sample.document, sample.reader)
    assert ledger.actor("CHL").wikidata == "Q298"


def test_a_later_document_is_seen(filled, sample):
    known = {actor.id for actor in filled.actors()}
    other = sample.new_document("Ingrid Dahl met Luis Vega.", "second", date="2019-03-01")
    meeting = sample.visit.model_copy(
        update={"parties": (sample.visit.parties[0].model_copy(update={"name": "Luis Vega"}),), "place": None}
    )
    filled.add(sample.new_reading(other, meeting), other, sample.reader)
    (new,) = [actor for actor in filled.actors() if actor.id not in known]
    assert (new.name, new.code) == ("Luis Vega", "CHL")
