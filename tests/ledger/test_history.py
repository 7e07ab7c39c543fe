"""The best value of each field, the others beside it, and the stage after all that was told."""

import pytest

from dragoman.ledger.history import make_record
from dragoman.ledger.stored import ENTRY, StoredDocument, StoredEntry

PARTIES = [{"name": "Norway", "code": "NOR", "role": "funder"}, {"name": "Vietnam", "code": "VNM", "role": "recipient"}]


def told(*entries, ranks=None):
    """A record of entries given as (day of publication, fields)."""
    stored = []
    for number, (published, fields) in enumerate(entries):
        corrected = tuple(fields.pop("corrected", ()))
        fields = {"kind": "activity", "type": "grant", "title": "A school in Hue", "parties": PARTIES} | fields
        entry = ENTRY.validate_python(fields | {"evidence": [{"start": 0, "end": 5}]})
        document = StoredDocument(
            id=f"d{number}", sha256=f"{number:064}", date=published, reader="test", sources=(f"{number}.txt",)
        )
        stored.append(StoredEntry(key=f"{number:016}", entry=entry, document=document, corrected=corrected))
    return make_record(sorted(stored, key=lambda each: each.order), ranks or {})


def money(value, **known):
    return {"amount": {"value": value, "unit": "NOK", **known}}


def test_a_sum_that_was_restated_replaces_the_first_and_both_stay_visible():
    record = told(("2018", money(100.0)), ("2019", money(150.0)))
    assert record.best.amount.value == 150.0
    (other,) = record.others["amount"]
    assert other.value["value"] == 100.0
    assert other.entries == (record.entries[0],)


def test_what_is_told_more_precisely_stands_though_it_was_told_earlier():
    record = told(("2018", {"date": "2018-05-03", "stage": "done"}), ("2019", {"date": "2018-05", "stage": "done"}))
    assert record.best.date == "2018-05-03"
    exact = told(("2018", money(103.0)), ("2019", money(100.0, approx=True)))
    assert exact.best.amount.value == 103.0


def test_a_later_date_stands_where_the_two_exclude_each_other():
    record = told(("2018", {"date": "2018-05-03"}), ("2019", {"date": "2018-06"}))
    assert record.best.date == "2018-06"


def test_what_is_done_has_the_date_on_which_it_was_done():
    record = told(
        ("2018", {"stage": "planned", "date": "2019-01", "due": "2019-01"}),
        ("2019", {"stage": "done", "date": "2019-04-02"}),
        ("2020", {"stage": "planned", "date": "2019-01", "due": "2019-01"}),
    )
    assert (record.best.stage, record.best.date, record.best.due) == ("done", "2019-04-02", "2019-01")


def test_a_source_of_higher_rank_is_believed():
    entries = ("2018", money(100.0)), ("2019", money(150.0))
    assert told(*entries, ranks={"0": 1}).best.amount.value == 100.0
    assert told(*entries, ranks={"1.txt": -1}).best.amount.value == 100.0


def test_a_correction_is_believed_before_all():
    record = told(("2018", money(90.0) | {"corrected": ["amount"]}), ("2019", money(150.0)), ranks={"1": 5})
    assert record.best.amount.value == 90.0


@pytest.mark.parametrize(
    ("stages", "reached"),
    [
        (["planned", "agreed", "done"], "done"),
        (["done", "planned"], "done"),
        (["underway", "agreed"], "underway"),
        (["agreed", "suspended"], "suspended"),
        (["cancelled", "planned"], "planned"),
        ([None, "agreed"], "agreed"),
        ([None], None),
    ],
)
def test_the_stage_goes_forward(stages, reached):
    record = told(*((f"20{10 + n}", {"stage": stage}) for n, stage in enumerate(stages)))
    assert record.best.stage == reached
    assert [step.stage for step in record.history] == stages


def test_an_event_that_is_over_is_not_cancelled_afterwards():
    event = {"kind": "event", "type": "visit"}
    assert told(("2018", event | {"stage": "done"}), ("2019", event | {"stage": "cancelled"})).best.stage == "done"
