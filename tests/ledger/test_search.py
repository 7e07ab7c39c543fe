from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.ledger import Ledger
from dragoman.ledger.passages import LENGTH
from dragoman.models import Decision
from dragoman.values import CountryCode

BRIDGE = """Ferry and bridge

Chile will build a toll bridge over the Río Bueno. Vietnam sends engineers to the river. Norway pays for the ferry."""


@pytest.fixture
def told(ledger, sample):
    """A ledger with two documents; the second tells of a grant for a bridge."""
    ledger.add(sample.reading, sample.document, sample.reader)
    bridge = sample.new_document(BRIDGE, "bridge", title="Ferry and bridge", date="2021-03-04", sources=("b.txt",))
    start = BRIDGE.index("Norway pays")
    grant = sample.grant.model_copy(update={"title": "Ferry for Chile", "evidence": sample.at(start, len(BRIDGE))})
    ledger.add(sample.new_reading(bridge, grant), bridge, sample.reader)
    return ledger


def found(ledger, query, **filters):
    return [(hit.what, hit.title) for hit in ledger.search(query, **filters)]


DOCUMENT, FERRY = ("document", "Ferry and bridge"), ("activity", "Ferry for Chile")


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("bridges", {DOCUMENT}),
        ("rio bueno", {DOCUMENT}),
        ('"toll bridge"', {DOCUMENT}),
        ('"bridge toll"', set()),
        ('"bridge ferry"', set()),  # the title ends before the text begins
        ("bridge zebra", set()),
        ("ferry", {DOCUMENT, FERRY}),
        ("ferry -engineer", {FERRY}),
        ('ferry -"toll bridge"', {FERRY}),
        ("-bridge", set()),
        ("NOR ferry", {FERRY}),  # the name of a party
        ("ambassador", {("tenure", "Ingrid Dahl, ambassador")}),
        ("salmon", {("document", "A visit"), ("figure", "Chilean salmon exports")}),
    ],
)
def test_words_phrases_and_words_that_must_not_be_there(told, query, hits):
    assert set(found(told, query)) == hits


def test_a_word_in_the_title_weighs_more(told, sample):
    for name, title, text in [("one", "Ports", "All ferries rest."), ("two", "Ferries", "All ports rest.")]:
        document = sample.new_document(text, name, title=title)
        told.add(sample.new_reading(document), document, sample.reader)
    titles = [title for _, title in found(told, "ports")]
    assert titles == ["Ports", "Ferries"]


def test_filters(told):
    assert found(told, "ferry", kinds=["document"]) == [DOCUMENT]
    assert found(told, "ferry", kinds=["activity", "event"]) == [FERRY]
    assert set(found(told, "ferry", states=[CountryCode("NOR"), CountryCode("VNM")])) == {DOCUMENT, FERRY}
    assert found(told, "ferry", states=[CountryCode("CHL")]) == []


def test_pages_of_hits(told):
    every = told.search("CHL")
    assert len(every) == 3
    assert [hit for place in range(4) for hit in told.search("CHL", limit=1, offset=place)] == every


def test_a_hit_says_where_its_words_stand(told):
    (document,) = told.search("engineers river")
    assert [document.snippet[start:end] for start, end in document.marks] == ["engineers", "river"]
    assert (document.key, document.document.sources) == (told.document("bridge").sha256, ("b.txt",))
    (entry,) = told.search("ferry", kinds=["activity"])
    assert (entry.snippet, entry.marks) == ("Norway pays for the ferry.", ((20, 25),))
    assert told.entry(entry.key).document == entry.document


def test_a_long_document_is_found_once_with_the_best_of_its_places(ledger, sample):
    text = "The canal is old. " + "Nothing happens here. " * LENGTH + "A canal, the canal and one more canal lock."
    document = sample.new_document(text, "long", title="Canals")
    ledger.add(sample.new_reading(document), document, sample.reader)
    (hit,) = ledger.search("canal")
    assert "one more canal lock" in hit.snippet
    assert len(hit.snippet) < 400
    assert ledger.search("canal lock zebra") == []


def test_what_an_analyst_decides_is_what_is_found(told):
    (key,) = [hit.key for hit in told.search("salmon", kinds=["figure"])]
    say = {"by": "analyst", "at": datetime.now(UTC), "subject": (key,)}
    told.decide(Decision(verdict="corrected", field="title", value="Exports of trout", **say))
    assert [hit.title for hit in told.search("trout")] == ["Exports of trout"]
    wrong = told.decide(Decision(verdict="wrong", **say))
    assert told.search("trout") == []
    told.decide(Decision(verdict="undone", value=wrong, **say))
    assert [hit.key for hit in told.search("trout")] == [key]


def test_a_newer_reader_and_a_better_title_are_what_is_found(told, sample):
    better = sample.document.model_copy(update={"title": "Journey to Hanoi"})
    told.add(sample.new_reading(better, sample.visit), better, "a newer reader")
    assert ("document", "Journey to Hanoi") in found(told, "journey")
    assert [what for what, _ in found(told, "salmon")] == ["document"]


def test_documents_without_words_or_title_are_held(ledger, sample):
    for name, text in [("empty", "…"), ("wide", "word " * 3 + "x" * 5000)]:
        document = sample.new_document(text, name)
        ledger.add(sample.new_reading(document), document, sample.reader)
    assert found(ledger, "words") == [("document", "wide")]


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.text() | st.text(alphabet="\"-*^:()+&|!<>'\\ \0aéß1ORNT", max_size=40))
def test_any_question_has_an_answer(told, query):
    for hit in told.search(query):
        assert all(0 <= start < end <= len(hit.snippet) for start, end in hit.marks)


def test_both_databases_find_the_same(server, tmp_path, sample):
    with server.database() as address, Ledger.open(tmp_path / "x.db") as one, Ledger.open(address) as other:
        for ledger in (one, other):
            ledger.add(sample.reading, sample.document, sample.reader)
        for query in ("president", "visit -salmon", '"double taxation"', "chile", "ingrid"):
            assert {hit.key for hit in one.search(query)} == {hit.key for hit in other.search(query)}


@pytest.mark.parametrize("filters", [{}, {"kinds": ("activity",)}, {"states": (CountryCode("NOR"),)}, {"offset": 1}])
def test_hits_do_not_hang_on_how_many_matches_are_looked_at_first(told, monkeypatch, filters):
    hits = {}
    for among in (0, 1, 1000):
        monkeypatch.setattr("dragoman.ledger.search._AMONG", among)
        hits[among] = told.search("Chile", limit=2, **filters)
    assert hits[0] == hits[1] == hits[1000] != []
