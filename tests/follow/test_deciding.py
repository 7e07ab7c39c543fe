"""What analysts decide, on every database: it holds whatever is read again, and can be taken back."""

from datetime import date

import pytest

from dragoman.errors import LedgerError
from dragoman.follow.checks import findings
from dragoman.follow.deciding import Analyst, undone, vanished
from tests.follow.conftest import event, figure, grant


@pytest.fixture
def analyst(ledger):
    return Analyst(ledger, by="h.sato", reason="the second page says so")


@pytest.fixture
def key_of(ledger):
    """The key of the entry with this title."""
    return lambda title: next(each.key for each in ledger.entries(include_wrong=True) if each.entry.title == title)


def entry(ledger, key):
    return ledger.entry(key).entry


def test_decisions_say_who_and_why(tell, ledger, analyst, key_of):
    tell("News", "2019-02-01", event("Talks in Hue", date="2019-01-05"))
    (number,) = analyst.wrong([key_of("Talks in Hue")])
    decision = ledger.decisions()[number]
    assert (decision.by, decision.reason) == ("h.sato", "the second page says so")
    assert list(ledger.entries()) == []


@pytest.mark.parametrize(
    ("field", "value", "of", "is_"),
    [
        ("stage", "done", lambda entry: entry.stage, "done"),
        ("date", "2021", lambda entry: entry.date, "2021"),
        ("title", "2021", lambda entry: entry.title, "2021"),
        ("amount.value", "12.5", lambda entry: entry.amount.value, 12.5),
        ("amount.unit", "USD", lambda entry: entry.amount.unit, "USD"),
        ("parties.1.name", "Hanoi", lambda entry: entry.parties[1].name, "Hanoi"),
        ("place", '{"name": "Hue", "country": "VNM"}', lambda entry: entry.place.country, "VNM"),
        ("place.name", "Hue", lambda entry: entry.place.name, "Hue"),
        ("amount", "null", lambda entry: entry.amount, None),
    ],
)
def test_a_correction_takes_words_numbers_json_and_parts_of_fields(
    tell, ledger, analyst, key_of, field, value, of, is_
):
    tell("News", "2019-02-01", grant("A school", 5000))
    key = key_of("A school")
    analyst.correct(key[:8], field, value)
    assert of(entry(ledger, key)) == is_


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("stage", "soon", "stage cannot be 'soon'"),
        ("date", "May", "date cannot be 'May': .*not an EDTF date"),
        ("amount.value", "much", "amount cannot be"),
        ("amont", "5", "no field 'amont' to be corrected: did you mean 'amount'"),
        ("kind", "event", "no field 'kind' to be corrected: it has title"),
        ("parties.7.name", "Hanoi", "there are 2, counted from 0"),
        ("title.en", "School", "title.en: 'A school' has no parts"),
    ],
)
def test_a_correction_that_does_not_fit_is_refused_with_the_reason(tell, ledger, analyst, key_of, field, value, reason):
    tell("News", "2019-02-01", grant("A school", 5000))
    with pytest.raises(LedgerError, match=reason):
        analyst.correct(key_of("A school"), field, value)
    assert ledger.decisions() == {}


def test_entries_are_joined_and_parted(tell, ledger, analyst, key_of):
    tell("News", "2019-02-01", grant("A school in Hue", 5000))
    tell("More news", "2019-03-01", grant("Lessons for children", 7000))
    keys = key_of("A school in Hue"), key_of("Lessons for children")
    assert len(list(ledger.records())) == 2
    (number,) = analyst.same([key[:10] for key in keys])
    (record,) = ledger.records()
    assert set(record.entries) == set(keys)
    analyst.undo(number)
    assert len(list(ledger.records())) == 2


def test_an_entry_may_stand_for_its_record(tell, ledger, analyst, key_of):
    tell("News", "2019-02-01", grant("A school in Hue", 5000))
    tell("More news", "2019-03-01", grant("Lessons for children", 7000))
    tell("Old news", "2018-03-01", grant("A bridge", 9000))
    analyst.same([key_of("A school in Hue"), key_of("Lessons for children")])
    record = ledger.record_of(key_of("A school in Hue"))
    analyst.correct(record.id, "stage", "done")
    assert {entry(ledger, key).stage for key in record.entries} == {"done", "agreed"}
    analyst.correct(record.id, "stage", "cancelled", whole=True)
    assert {entry(ledger, key).stage for key in record.entries} == {"cancelled"}
    analyst.wrong([record.id], whole=True)
    assert [each.entry.title for each in ledger.entries()] == ["A bridge"]


@pytest.mark.parametrize("name", ["", "zz", "0123456789abcdef"])
def test_what_is_not_there_is_named(tell, analyst, name):
    tell("News", "2019-02-01", grant("A school in Hue", 5000))
    with pytest.raises(LedgerError, match=f"there is no entry '{name}'"):
        analyst.wrong([name])


def test_undoing_is_a_decision_and_can_be_undone(tell, ledger, analyst, key_of):
    tell("News", "2019-02-01", event("Talks in Hue", date="2019-01-05"))
    (wrong,) = analyst.wrong([key_of("Talks in Hue")])
    (undoing,) = analyst.undo(wrong)
    assert len(list(ledger.entries())) == 1
    with pytest.raises(LedgerError, match=f"decision {wrong} is undone already, by decision {undoing}"):
        analyst.undo(wrong)
    (again,) = analyst.undo(undoing)
    assert list(ledger.entries()) == []
    assert undone(ledger.decisions()) == {undoing: again}
    with pytest.raises(LedgerError, match="there is no decision 99"):
        analyst.undo(99)


class TestANewerReader:
    """What is read again loses no decision: they hang on keys that a better reading does not change."""

    def test_decisions_hold(self, tell, ledger, analyst, key_of):
        tell("News", "2019-02-01", grant("A school", 5000), event("Talks in Hue"))
        analyst.correct(key_of("A school"), "amount.value", "7000")
        analyst.wrong([key_of("Talks in Hue")])
        tell("News", "2019-02-01", grant("A school", 5500, stage="done"), event("Talks in Hue"), reader="newer")
        (left,) = ledger.entries()
        assert (left.entry.amount.value, left.entry.stage) == (7000, "done")
        assert vanished(ledger) == {}

    def test_those_whose_entry_vanished_are_reported_and_come_back(self, tell, ledger, analyst, key_of):
        tell("News", "2019-02-01", grant("A school", 5000), event("Talks in Hue"))
        key = key_of("Talks in Hue")
        (number,) = analyst.wrong([key])
        tell("News", "2019-02-01", grant("A school", 5000), reader="newer")
        assert vanished(ledger) == {number: (key,)}
        tell("News", "2019-02-01", grant("A school", 5000), event("Talks in Hue"), reader="newest")
        assert vanished(ledger) == {}
        assert [each.entry.title for each in ledger.entries()] == ["A school"]

    def test_a_ledger_that_cannot_be_read_is_no_ledger_without_the_entry(
        self, tell, ledger, analyst, key_of, monkeypatch
    ):
        tell("News", "2019-02-01", event("Talks in Hue"))
        analyst.wrong([key_of("Talks in Hue")])

        def broken(key):
            raise LedgerError("the disk cannot be read or written")

        monkeypatch.setattr(ledger, "entry", broken)
        with pytest.raises(LedgerError, match="the disk"):
            vanished(ledger)

    def test_what_was_undone_does_not_vanish(self, tell, ledger, analyst, key_of):
        tell("News", "2019-02-01", event("Talks in Hue"))
        analyst.undo(*analyst.wrong([key_of("Talks in Hue")]))
        tell("News", "2019-02-01", reader="newer")
        assert vanished(ledger) == {}

    def test_a_dismissed_finding_stays_dismissed(self, tell, ledger, analyst):
        def only():
            (finding,) = findings(ledger, date(2024, 1, 1), rules=["values"])
            return finding

        tell("News", "2019-02-01", figure("salmon", 412, date="2017"))
        tell("More news", "2019-03-01", figure("salmon", 530, date="2017"))
        (number,) = analyst.dismiss([only().id[:6]])
        tell("News", "2019-02-01", figure("salmon", 412, date="2017", approx=False), reader="newer")
        assert only().dismissed
        analyst.undo(number)
        assert not only().dismissed
        with pytest.raises(LedgerError, match="there is no finding 'zz'"):
            analyst.dismiss(["zz"])
