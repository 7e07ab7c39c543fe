from datetime import UTC, datetime

import pytest

from dragoman.errors import LedgerError
from dragoman.models import Decision


def decision(verdict, *subject, **more):
    return Decision(verdict=verdict, subject=subject, by="analyst", at=datetime(2024, 3, 1, 12, tzinfo=UTC), **more)


def test_decisions_are_numbered_and_kept(filled, keys):
    wrong = decision("wrong", keys["event"], reason="another country")
    corrected = decision("corrected", keys["figure"], field="value", value=15)
    assert [filled.decide(wrong), filled.decide(corrected)] == [1, 2]
    assert filled.decisions() == {1: wrong, 2: corrected}
    assert filled.decisions(keys["figure"]) == {2: corrected}


def test_a_wrong_entry_is_hidden(filled, keys):
    filled.decide(decision("wrong", keys["event"]))
    assert keys["event"] not in [stored.key for stored in filled.entries()]
    assert keys["event"] in [stored.key for stored in filled.entries(include_wrong=True)]
    assert filled.entry(keys["event"]).entry.kind == "event"
    assert keys["event"] not in [key for record in filled.records() for key in record.entries]


def test_a_corrected_field_stands_and_filters_see_it(filled, keys):
    filled.decide(decision("corrected", keys["event"], field="stage", value="done"))
    filled.decide(decision("corrected", keys["event"], field="date", value="2022-07-01"))
    filled.decide(decision("corrected", keys["tenure"], field="to", value="Viet Nam"))
    assert filled.entry(keys["event"]).entry.stage == "done"
    assert [stored.key for stored in filled.entries(since=2022, stages=["done"])] == [keys["event"]]
    assert list(filled.entries(stages=["planned"])) == []
    assert [stored.key for stored in filled.entries(states=["NOR", "VNM"], kinds=["tenure"])] == [keys["tenure"]]


def test_the_later_correction_wins_and_can_empty_a_field(filled, keys):
    filled.decide(decision("corrected", keys["event"], field="place", value={"name": "Hue", "country": "VNM"}))
    assert filled.entry(keys["event"]).entry.place.name == "Hue"
    filled.decide(decision("corrected", keys["event"], field="place", value=None))
    assert filled.entry(keys["event"]).entry.place is None


def test_undoing_and_undoing_that(filled, keys):
    before = list(filled.entries())
    first = filled.decide(decision("wrong", keys["event"]))
    second = filled.decide(decision("undone", keys["event"], value=first))
    assert list(filled.entries()) == before
    filled.decide(decision("undone", keys["event"], value=second))
    assert keys["event"] not in [stored.key for stored in filled.entries()]
    assert len(filled.decisions()) == 3


def test_decisions_outlive_a_newer_reader(filled, keys, sample):
    filled.decide(decision("wrong", keys["event"]))
    filled.decide(decision("corrected", keys["activity"], field="amount", value={"value": 30000, "unit": "NOK"}))
    fewer = sample.new_reading(sample.document, sample.visit, sample.grant)
    filled.add(fewer, sample.document, "a newer reader")
    (left,) = filled.entries()
    assert (left.key, left.entry.amount.value) == (keys["activity"], 30000)
    filled.add(sample.new_reading(sample.document), sample.document, "a worse reader")
    filled.add(sample.reading, sample.document, "a repaired reader")
    assert len(filled.decisions()) == 2
    assert filled.entry(keys["activity"]).entry.amount.value == 30000
    assert keys["event"] not in [stored.key for stored in filled.entries()]


@pytest.mark.parametrize(
    ("verdict", "subject", "more", "reason"),
    [
        ("wrong", ["nothing"], {}, "there is no entry nothing"),
        ("corrected", ["event"], {"field": "stage", "value": "soon"}, "stage cannot be 'soon': Input should be"),
        ("corrected", ["event"], {"field": "date", "value": "May"}, "date cannot be 'May': .*not an EDTF date"),
        ("corrected", ["event"], {"field": "amount", "value": 3}, "event entries have no field 'amount'"),
        ("corrected", ["event"], {"field": "kind", "value": "tenure"}, "no field 'kind' that can be corrected"),
        ("corrected", ["event"], {"field": "title", "value": None}, "title cannot be None"),
        ("corrected", ["event"], {"value": "done"}, "names the field"),
        ("same", ["event"], {}, "two entries or more"),
        ("different", ["event", "event"], {}, "two entries or more"),
        ("undone", ["event"], {"value": 7}, "there is no decision 7 to undo"),
        ("undone", ["event"], {"value": 1}, "decision 1 is about"),
    ],
)  # fmt: skip
def test_a_decision_without_effect_is_refused(filled, keys, verdict, subject, more, reason):
    filled.decide(decision("wrong", keys["tenure"]))
    with pytest.raises(LedgerError, match=reason):
        filled.decide(decision(verdict, *[keys.get(name, name) for name in subject], **more))
    assert len(filled.decisions()) == 1


def test_a_finding_can_be_dismissed(filled):
    assert filled.decide(decision("dismissed", "a finding of the checks")) == 1
