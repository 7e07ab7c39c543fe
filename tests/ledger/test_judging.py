"""What a decision does at once: documents that are forgotten are gone with all that they alone tell, and no more."""

import multiprocessing
import os
import shutil
from datetime import UTC, datetime

import pytest

from dragoman.errors import NotFoundError
from dragoman.ledger import Ledger, derived
from dragoman.models import Decision


def decision(verdict, *subject, **more):
    return Decision(verdict=verdict, subject=subject, by="analyst", at=datetime(2024, 3, 1, tzinfo=UTC), **more)


@pytest.fixture
def second(sample):
    """Another document that tells of the same visit and of a sale."""
    document = sample.new_document(f"{sample.text} Again.", "second", date="2019-03-01", sources=("b.txt",))
    return document, sample.new_reading(document, sample.visit, sample.exports.model_copy(update={"of": "copper"}))


@pytest.fixture
def both(filled, second, sample):
    """A ledger that holds the two documents."""
    document, reading = second
    filled.add(reading, document, sample.reader)
    filled.resolve()
    return filled


def records(ledger):
    return [record.model_dump_json() for record in ledger.records()]


def without_decisions(ledger):
    return [line for line in ledger.dump() if not line.startswith('{"decision"')]


def test_a_forgotten_document_leaves_what_would_stand_without_it(both, sample, tmp_path):
    forgotten = both.document("second").sha256
    both.decide(decision("forgotten", forgotten))
    with Ledger.open(tmp_path / "other.db") as other:
        other.add(sample.reading, sample.document, sample.reader)
        assert without_decisions(both) == without_decisions(other)
        assert records(both) == records(other)
    assert both.search("copper") == []
    assert [document.id for document in both.documents()] == ["first"]
    with pytest.raises(NotFoundError):
        both.text(forgotten)


def test_what_others_tell_too_stays_without_its_sentence(both):
    visit = next(record for record in both.records(kinds=["event"]))
    assert len(visit.entries) == 2
    both.decide(decision("forgotten", both.document("first").sha256))
    (visit,) = both.records(kinds=["event"])
    assert [both.entry(key).document.id for key in visit.entries] == ["second"]


def test_it_stays_out_until_that_is_undone_and_comes_back_with_what_was_decided(both, second, sample):
    document, reading = second
    before, shown = without_decisions(both), records(both)
    (visit,) = both.entries(document="second", kinds=["event"])
    both.decide(decision("wrong", visit.key))
    both.decide(decision("forgotten", document.sha256))
    assert both.add(reading, document, sample.reader) is False
    assert both.forgotten(document.sha256) == 2
    both.decide(decision("undone", document.sha256, value=2))
    assert both.forgotten(document.sha256) is None
    assert both.add(reading, document, sample.reader) is True
    assert without_decisions(both) == before
    assert visit.key not in [stored.key for stored in both.entries()], "it is still wrong"
    both.decide(decision("undone", visit.key, value=1))
    assert records(both) == shown


def test_undoing_the_undoing_forgets_again(both, second):
    sha256 = second[0].sha256
    both.decide(decision("forgotten", sha256))
    both.decide(decision("undone", sha256, value=1))
    both.add(second[1], second[0], "another reader")
    both.decide(decision("undone", sha256, value=2))
    assert [document.id for document in both.documents()] == ["first"]


def test_all_are_forgotten_or_none(both):
    before = list(both.dump())
    with pytest.raises(NotFoundError, match="there is no document 'nothing'"):
        both.decide(decision("forgotten", both.document("first").sha256, "nothing"))
    assert list(both.dump()) == before


@pytest.mark.parametrize("killed_at", ["mark_stale", "drop_records"])
def test_who_is_killed_leaves_all_or_nothing_and_the_next_one_goes_on(tmp_path, empty_file, sample, second, killed_at):
    place = shutil.copy(empty_file, tmp_path / "ledger.db")
    with Ledger.open(place) as ledger:
        ledger.add(sample.reading, sample.document, sample.reader)
        ledger.add(second[1], second[0], sample.reader)
        ledger.resolve()
        whole = list(ledger.dump())

    def forget():
        with Ledger.open(place) as ledger:
            setattr(derived, killed_at, lambda *_: os._exit(9))
            ledger.decide(decision("forgotten", second[0].sha256))
            ledger.resolve()

    process = multiprocessing.get_context("fork").Process(target=forget)
    process.start()
    process.join()
    assert process.exitcode == 9
    with Ledger.open(place) as ledger:
        if killed_at == "mark_stale":
            assert list(ledger.dump()) == whole
            ledger.decide(decision("forgotten", second[0].sha256))
        assert {ledger.entry(key).document.id for record in ledger.records() for key in record.entries} == {"first"}
