from dragoman.follow.matters import Matter
from dragoman.follow.sums import sums_of
from dragoman.ledger import StoredDocument, StoredEntry
from dragoman.models import Record
from tests.follow.conftest import grant, parties


def told(**documents):
    """Matters, each a record of one entry: ``told(News=[grant, …], Again=[…])``."""
    matters = []
    for name, entries in documents.items():
        document = StoredDocument(id=name, sha256=name, title=name, reader="test")
        for entry in entries:
            key = f"{name} {entry.title}"
            record = Record(id=key, kind="activity", best=entry, entries=(key,))
            matters.append(Matter(record, (StoredEntry(key=key, entry=entry, document=document),)))
    return matters


def sums(matters):
    found = [each for each in sums_of(matters) if each.counted]
    return [(s.amount.value, s.pot.unit, sorted(m.entry.title for m in s.counted)) for s in found]


def left(matters):
    return {matter.entry.title: reason for each in sums_of(matters) for matter, reason in each.left}


def test_currencies_are_never_added():
    given = [grant("A school", 900), grant("A well", 100), grant("A road", 5, unit="EUR")]
    assert sums(told(News=given)) == [(1000, "NOK", ["A school", "A well"]), (5, "EUR", ["A road"])]


def test_what_is_given_and_what_is_agreed_are_summed_apart():
    given = grant("A road", 50, stage="done"), grant("A bridge", 30, stage="underway")
    found = sums(told(News=[grant("A school", 900), grant("A well", 100), *given]))
    assert sorted(value for value, _, _ in found) == [80, 1000]


def test_what_is_only_planned_is_no_money():
    assert sums(told(News=[grant("A school", 900, stage="planned")])) == []


def test_loans_and_grants_are_two_things():
    assert len(sums(told(News=[grant("A school", 900), grant("A port", 900, type="loan")]))) == 2


def test_a_total_and_money_of_many_years_are_not_added_to_their_parts():
    parts = grant("A school", 900), grant("A well", 100)
    matters = told(News=[*parts, grant("In all", 1000), grant("So far", 7000, date="2004/..")])
    assert sums(matters) == [(1000, "NOK", ["A school", "A well"])]
    assert left(matters) == {"In all": "the total of others", "So far": "money of several years"}


def test_a_total_is_not_added_to_its_parts_though_some_are_only_agreed():
    parts = grant("A school", 900, stage="done"), grant("A well", 100)
    assert sums(told(News=[*parts, grant("In all", 1000, stage="done")])) == [
        (900, "NOK", ["A school"]),
        (100, "NOK", ["A well"]),
    ]


def test_two_grants_of_the_same_size_in_one_document_are_two():
    assert sums(told(News=[grant("A school", 900), grant("A well", 900)]))[0][0] == 1800


def test_one_sum_in_two_documents_is_counted_once_unless_the_years_differ():
    matters = told(
        News=[grant("A school", 900, date="2018"), grant("A well", 100)],
        Again=[grant("Books", 900, date="2018")],
        Later=[grant("Pumps", 900, date="2020")],
    )
    assert sums(matters) == [(1900, "NOK", ["A school", "A well", "Pumps"])]
    assert left(matters) == {"Books": "perhaps told above"}


def test_what_is_unsure_is_left_out():
    matters = told(News=[grant("A school", 900), grant("A well", 100, confidence=0.3)])
    assert (sums(matters)[0][0], left(matters)) == (900, {"A well": "unsure"})


def test_money_without_a_receiver_is_in_no_sum():
    alone = parties("CHL", roles=("funder",)) + parties("VNM")
    assert sums_of(told(News=[grant("A road", 5, parties=alone)])) == []
