from datetime import UTC, datetime

import pytest

from dragoman.models import Decision
from dragoman.values import Edtf


@pytest.fixture
def told(ledger, sample):
    """Put entries into a document of their own, published on a date, and give their keys."""

    def tell(name, date, *entries):
        document = sample.new_document(f"{name} {'1234567890 ' * 9}", name, date=date)
        ledger.add(sample.new_reading(document, *entries), document, sample.reader)
        return [stored.key for stored in ledger.entries(document=name)]

    return tell


def record_of(ledger, key):
    return next(record for record in ledger.records() if key in record.entries)


def decide(ledger, verdict, *subject, value=None):
    return ledger.decide(Decision(verdict=verdict, subject=subject, by="analyst", at=datetime.now(UTC), value=value))


def test_a_thing_told_twice_is_one_record_with_its_history(ledger, sample, told):
    (done,) = told("later", "2019-06-01", sample.grant)
    (planned,) = told("earlier", "2018-01-01", sample.grant.model_copy(update={"stage": "planned"}))
    (record,) = ledger.records()
    assert record.entries == (planned, done)
    assert [(step.stage, step.published) for step in record.history] == [
        ("planned", "2018-01-01"),
        ("done", "2019-06-01"),
    ]


SAME = [
    ("envoy", {"person": "DAHL Ingrid", "post": "the Ambassador of Norway"}),
    ("treaty", {"name": "the Chile–Vietnam Treaty on Double Taxation", "stage": "agreed", "date": None}),
    ("exports", {"value": 16.0, "title": "Exports of salmon"}),
    ("grant", {"stage": "agreed", "date": None}),
]
OTHER = [
    ("envoy", {"person": "Ola Berg"}),
    ("envoy", {"post": "consul"}),
    ("envoy", {"to": "Kenya"}),
    ("treaty", {"name": "Chile–Vietnam treaty on extradition"}),
    ("treaty", {"parties": ()}),
    ("exports", {"date": "2018"}),
    ("exports", {"of": "copper"}),
    ("visit", {"date": "2020-02", "due": "2020-02"}),
    ("grant", {"title": "Norwegian grant for a hospital in Hanoi"}),
    ("grant", {"amount": None}),
]


@pytest.mark.parametrize(("name", "changes"), SAME)
def test_entries_that_agree_on_what_tells_them_are_one(ledger, sample, told, name, changes):
    entry = getattr(sample, name)
    told("one", "2020", entry)
    told("two", "2021", type(entry).model_validate(entry.model_dump() | changes))
    assert len(list(ledger.records())) == 1


@pytest.mark.parametrize(("name", "changes"), OTHER)
def test_entries_that_do_not_are_two(ledger, sample, told, name, changes):
    entry = getattr(sample, name)
    told("one", "2020", entry)
    told("two", "2021", type(entry).model_validate(entry.model_dump() | {"title": "Other words for it"} | changes))
    assert len(list(ledger.records())) == 2


def test_an_event_of_one_day_and_place_is_one_whatever_its_title(ledger, sample, told):
    on_a_day = sample.visit.model_copy(update={"date": Edtf("2019-05-04/2019-05-05")})
    told("one", "2019", on_a_day)
    told("two", "2020", on_a_day.model_copy(update={"title": "Presidential visit", "stage": "done"}))
    told("three", "2021", on_a_day.model_copy(update={"place": None}))
    assert len(list(ledger.records())) == 2


def test_what_an_analyst_decided_wins(ledger, sample, told):
    (one,) = told("one", "2020", sample.grant)
    (two,) = told("two", "2021", sample.grant)
    (other,) = told("three", "2022", sample.visit)
    split = decide(ledger, "different", one, two)
    assert len(list(ledger.records())) == 3
    decide(ledger, "undone", one, two, value=split)
    assert len(list(ledger.records())) == 2
    decide(ledger, "same", one, other)
    assert record_of(ledger, two).entries == (one, two, other)
    decide(ledger, "different", other, one)
    assert record_of(ledger, other).entries == (other,)


def test_those_found_different_share_the_rest_of_their_block(ledger, sample, told):
    keys = [told(name, f"202{n}", sample.grant)[0] for n, name in enumerate("abcd")]
    decide(ledger, "different", keys[0], keys[2])
    assert {record.entries for record in ledger.records()} == {(keys[0], keys[1], keys[3]), (keys[2],)}


def test_records_are_the_same_in_whatever_order_documents_came(ledger, sample, told):
    told("b", "2021", sample.grant, sample.exports)
    before = {record.id for record in ledger.records()}
    told("a", "2020", *sample.all)
    after = list(ledger.records())
    assert after == list(ledger.records())
    for id in before:
        assert id in ledger.record(id).entries, "an id that was once given finds its record"
    assert len({record.id for record in after}) == len(after) == 5
