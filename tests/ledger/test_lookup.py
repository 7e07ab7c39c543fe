from datetime import UTC, datetime
from hashlib import sha256

from dragoman.models import Decision, Document, Event, Evidence, Heading, Party, Reading
from dragoman.values import CountryCode, Edtf


def _add(ledger, name, *codes, day=None):
    text = f"{name} told something."
    parties = tuple(Party(name=code, code=CountryCode(code), role="participant") for code in codes)
    entry = Event(type="meeting", title=name, parties=parties, date=day, evidence=(Evidence(start=0, end=4),))
    sha = sha256(text.encode()).hexdigest()
    document = Document(id=name, text=text, sha256=sha, date=day)
    ledger.add(Reading(document=Heading(id=name), entries=(entry,)), document, "test")
    return sha


def test_pairs_are_counted_by_kind_the_busiest_first(ledger):
    _add(ledger, "first", "NOR", "TZA", day=Edtf("2001-01-01"))
    _add(ledger, "other", "TZA", "NOR", day=Edtf("2009-05-05"))
    _add(ledger, "third", "CHL", "NOR", day=Edtf("2011-05-05"))
    ledger.resolve()
    assert [(pair.states, pair.kinds) for pair in ledger.pairs()] == [
        (("NOR", "TZA"), {"event": 2}),
        (("CHL", "NOR"), {"event": 1}),
    ]


def test_the_newest_documents_come_with_the_number_of_their_entries(ledger):
    _add(ledger, "old", "NOR", day=Edtf("2001-01-01"))
    _add(ledger, "new", "NOR", day=Edtf("2009-05-05"))
    _add(ledger, "undated", "NOR")
    assert [(document.id, count) for document, count in ledger.newest(5)] == [("new", 1), ("old", 1)]
    assert [document.id for document, _ in ledger.newest(1)] == ["new"]


def test_a_document_knows_its_records(ledger):
    sha = _add(ledger, "first", "NOR", "TZA", day=Edtf("2001-01-01"))
    ledger.resolve()
    (record,) = ledger.records_in(sha)
    assert len(record.entries) == 1
    assert ledger.cards([sha, "none"])[sha].id == "first"
    assert ledger.wrong_keys(record.entries) == frozenset()


def test_wrong_entries_are_told_by_their_keys(ledger):
    sha = _add(ledger, "first", "NOR")
    (key,) = [stored.key for stored in ledger.entries(document=sha)]
    ledger.decide(Decision(verdict="wrong", subject=(key,), by="a", at=datetime.now(UTC)))
    assert ledger.wrong_keys([key]) == {key}


def test_the_stamp_changes_with_whatever_is_written_and_with_nothing_else(ledger):
    stamps = [ledger.stamp()]
    sha = _add(ledger, "first", "NOR")
    stamps.append(ledger.stamp())
    ledger.resolve()
    stamps.append(ledger.stamp())
    ledger.add_source(sha, "https://news.example/1")
    stamps.append(ledger.stamp())
    (key,) = [stored.key for stored in ledger.entries()]
    ledger.decide(Decision(verdict="wrong", subject=(key,), by="a", at=datetime.now(UTC)))
    stamps.append(ledger.stamp())
    assert len(set(stamps)) == len(stamps)
    assert ledger.stamp() == ledger.stamp()
    assert ledger.counts().model_dump() == {"documents": 1, "entries": 0, "records": 1, "decisions": 1}
