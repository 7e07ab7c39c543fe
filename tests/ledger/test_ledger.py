import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.errors import LedgerError
from dragoman.ledger import Ledger
from dragoman.models import Activity, Amount, Event, Evidence, Figure, Instrument, Party, Place, Tenure, Terms
from dragoman.values import CountryCode, Edtf, Unit


def test_what_is_added_is_read_back(filled, sample):
    assert [stored.entry for stored in filled.entries()] == list(sample.all)
    (held,) = filled.documents()
    assert held.model_dump(exclude={"reader"}) == sample.document.model_dump(exclude={"text"})
    assert held.reader == sample.reader
    assert filled.text(held.sha256) == sample.text
    assert {stored.document for stored in filled.entries()} == {held}


def test_what_is_added_outlives_the_program(place, sample):
    with Ledger.open(place) as ledger:
        ledger.add(sample.reading, sample.document, sample.reader)
        before = list(ledger.dump())
    with Ledger.open(place) as ledger:
        assert list(ledger.dump()) == before


def test_the_same_reading_again_changes_nothing(filled, sample):
    before = list(filled.dump())
    assert filled.add(sample.reading, sample.document, sample.reader) is False
    assert list(filled.dump()) == before


def test_a_ledger_knows_who_read_a_document(filled, sample):
    assert filled.has(sample.document.sha256, sample.reader)
    assert not filled.has(sample.document.sha256, "a newer reader")
    assert not filled.has("0" * 64, sample.reader)


def test_the_same_text_from_elsewhere_is_one_document_with_two_sources(filled, sample):
    again = sample.document.model_copy(update={"id": "other", "sources": ("b.txt",)})
    assert filled.add(sample.new_reading(again, *sample.all), again, sample.reader) is True
    assert [document.sources for document in filled.documents()] == [("a.txt", "b.txt")]
    assert len(list(filled.entries())) == len(sample.all)
    assert filled.add_source(sample.document.sha256, "c.txt") is True
    assert filled.add_source(sample.document.sha256, "c.txt") is False
    assert filled.document("first").sources == ("a.txt", "b.txt", "c.txt")


def test_a_newer_reader_takes_the_place_of_the_earlier(filled, sample):
    keys = [stored.key for stored in filled.entries()]
    moved = sample.visit.model_copy(update={"type": "meeting", "stage": "done", "date": Edtf("2019-06")})
    undated = sample.document.model_copy(update={"date": None, "title": "A better title"})
    assert filled.add(sample.new_reading(undated, moved, sample.grant), undated, "a newer reader")
    assert [stored.entry for stored in filled.entries()] == [moved, sample.grant]
    assert [stored.key for stored in filled.entries()] == [keys[0], keys[2]]
    held = filled.document("first")
    assert (held.reader, held.title, held.date) == ("a newer reader", "A better title", "2019-02-01")


def test_a_document_that_says_nothing_is_held(ledger, sample):
    assert ledger.add(sample.new_reading(sample.document), sample.document, sample.reader)
    assert ledger.has(sample.document.sha256, sample.reader)
    assert list(ledger.entries()) == []


def test_a_document_without_a_date_has_the_one_by_which_it_was_read(ledger, sample):
    ledger.add(sample.reading, sample.document.model_copy(update={"date": None}), sample.reader)
    assert ledger.document("first").date == sample.reading.document.date == "2019-02-01"


def test_evidence_outside_of_the_text_is_refused(ledger, sample):
    stray = sample.visit.model_copy(update={"evidence": sample.at(len(sample.text) - 1, len(sample.text) + 1)})
    with pytest.raises(ValueError, match="outside of document first"):
        ledger.add(sample.new_reading(sample.document, stray), sample.document, sample.reader)
    assert list(ledger.documents()) == []


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({}, "visit treaty grant exports envoy"),
        ({"states": ["CHL"]}, "visit treaty exports envoy"),
        ({"states": ["CHL", "VNM"]}, "visit treaty"),
        ({"states": ["NOR", "CHL"]}, "envoy"),  # posted to Chile, which is no party
        ({"states": ["FRA"]}, ""),
        ({"kinds": ["event", "activity"]}, "visit grant"),
        ({"stages": ["done", "underway"]}, "treaty grant"),
        ({"since": 2019}, "visit treaty"),  # the treaty is open to the future, the envoy has no date
        ({"until": 2017}, "treaty exports"),
        ({"since": 2018, "until": 2018}, "treaty grant"),
        ({"since": 2018, "kinds": ["activity"], "states": ["VNM"]}, "grant"),
        ({"document": "first", "kinds": ["tenure"]}, "envoy"),
    ],
)
def test_entries_are_filtered(filled, sample, filters, found):
    entries = [stored.entry for stored in filled.entries(**filters)]
    assert entries == [getattr(sample, name) for name in found.split()]


def test_a_thing_without_date_is_found_by_when_it_is_due(ledger, sample):
    due = sample.grant.model_copy(update={"date": None, "due": Edtf("2031")})
    ledger.add(sample.new_reading(sample.document, due), sample.document, sample.reader)
    assert len(list(ledger.entries(since=2030))) == 1
    assert list(ledger.entries(until=2030)) == []


def test_entries_come_in_order_of_publication(ledger, sample):
    for name, date in [("c", None), ("b", "2020-01-01"), ("a", "2020"), ("d", "2019-12-31")]:
        each = sample.new_document(f"{sample.text} {name}", name, date=date)
        ledger.add(sample.new_reading(each, sample.grant, sample.visit), each, sample.reader)
    assert [document.id for document in ledger.documents()] == ["d", "a", "b", "c"]
    assert [stored.document.id for stored in ledger.entries(kinds=["event"])] == ["d", "a", "b", "c"]


def test_an_entry_is_found_by_the_beginning_of_its_key(filled):
    for stored in filled.entries():
        assert filled.entry(stored.key) == stored
        assert filled.entry(stored.key[:8]) == stored


def test_documents_and_entries_that_are_not_there_are_named(filled, place):
    for ask in (lambda: filled.entry("ffff"), lambda: filled.entry(""), lambda: filled.document("nowhere"),
                lambda: filled.text("nowhere"), lambda: list(filled.entries(document="nowhere")),
                lambda: filled.add_source("nowhere", "a.txt")):  # fmt: skip
        with pytest.raises(LedgerError, match=f"{re.escape(str(place))}: there is no (entry|document) '.*'"):
            ask()


def test_a_name_that_may_be_several_is_refused(ledger, sample):
    for text in ("one text of five words", "another text of five words"):
        each = sample.new_document(text, "twin")
        many = [sample.visit.model_copy(update={"title": f"Visit {n}"}) for n in range(30)]
        ledger.add(sample.new_reading(each, *many), each, sample.reader)
    with pytest.raises(LedgerError, match="'twin' may be any document of"):
        ledger.document("twin")
    first = [stored.key[0] for stored in ledger.entries()]
    digit = next(digit for digit in first if first.count(digit) > 1)
    with pytest.raises(LedgerError, match=f"'{digit}' may be any entry of"):
        ledger.entry(digit)


TEXT = "x" * 200
codes = st.sampled_from(["JPN", "BLR", "KEN", "XKX", "SUN"]).map(CountryCode)
dates = st.sampled_from(["2016-05-06", "2016-05", "197X", "1985~", "2004/..", "../2010", "2016-21"]).map(Edtf)
words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
numbers = st.floats(allow_nan=False, allow_infinity=False)
units = st.sampled_from(["USD", "tonne", "%"]).map(Unit)
amounts = st.builds(Amount, value=st.none() | numbers, low=st.none() | numbers, unit=st.none() | units)
passages = st.builds(Evidence, start=st.integers(0, 99), end=st.integers(100, 200))
common = {
    "title": words,
    "parties": st.lists(st.builds(Party, name=words, code=st.none() | codes), max_size=3).map(tuple),
    "date": st.none() | dates,
    "place": st.none() | st.builds(Place, name=words, country=st.none() | codes),
    "said_by": st.none() | words,
    "evidence": st.lists(passages, min_size=1, max_size=2).map(tuple),
    "salience": st.none() | numbers,
    "confidence": st.none() | st.floats(0, 1),
    "why": st.lists(words, max_size=2).map(tuple),
}  # fmt: skip
staged = common | {"due": st.none() | dates}
entries = st.one_of(
    st.builds(Event, **staged),
    st.builds(Instrument, name=st.none() | words, **staged),
    st.builds(Activity, amount=st.none() | amounts, terms=st.none() | st.builds(Terms, interest=numbers), **staged),
    st.builds(Figure, of=words, value=st.none() | numbers, unit=st.none() | units, **common),
    st.builds(Tenure, person=words, post=words, of=st.none() | words, **common),
)


@settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(read=st.lists(entries, max_size=6), reader=words.filter(lambda name: "\0" not in name))
def test_any_entries_are_read_back(ledger, sample, read, reader):
    document = sample.new_document(TEXT)
    changed = not ledger.has(document.sha256, reader)
    assert ledger.add(sample.new_reading(document, *read), document, reader) is changed
    if changed:
        assert [stored.entry for stored in ledger.entries()] == read
        for stored in ledger.entries():
            assert ledger.entry(stored.key) == stored
    list(ledger.records())
