from dragoman.values import CountryCode


def test_entries_come_by_their_keys_and_unknown_keys_are_left_out(filled):
    held = {stored.key: stored for stored in filled.entries()}
    first, *_ = held
    assert filled.entries_with([first, "0" * 16, first]) == {first: held[first]}
    assert filled.entries_with(held) == held


def test_more_keys_than_one_question_takes(filled):
    held = {stored.key for stored in filled.entries()}
    unknown = [f"{number:016x}" for number in range(1200)]
    assert set(filled.entries_with([*unknown, *held])) == held


def test_entries_come_by_their_documents_in_order_of_publication(filled):
    documents = [document.sha256 for document in filled.documents()]
    assert filled.entries_of([*reversed(documents), "f" * 64]) == list(filled.entries())
    assert filled.entries_of(documents[:1]) == list(filled.entries(document=documents[0]))


def test_texts_come_in_the_order_in_which_they_are_asked_for(filled):
    documents = [document.sha256 for document in filled.documents()][::-1]
    asked = [*documents, *(f"{number:064x}" for number in range(120))]
    assert list(filled.texts(asked)) == [(sha256, filled.text(sha256)) for sha256 in documents]


def test_the_records_of_entries(filled):
    filled.resolve()
    records = {key: record.id for record in filled.records() for key in record.entries}
    assert filled.records_with(records) == records
    assert filled.records_with(["0" * 16]) == {}


def test_records_come_by_their_ids(filled):
    held = {record.id: record for record in filled.records()}
    assert filled.records_at([*held, "0" * 16]) == held


def test_parts_of_texts(filled, sample):
    sha256 = sample.document.sha256
    spans = [(sha256, 2, 11), (sha256, 0, 1), ("f" * 64, 0, 1)]
    assert filled.parts_of_texts(spans) == {(sha256, 2, 11): "president", (sha256, 0, 1): "A"}


def test_hits_are_as_many_as_are_found(filled):
    for query in ("salmon", "visit", "hanoi -school", "-salmon", ""):
        counts = filled.hits(query)
        found = [hit.what for hit in filled.search(query, limit=100)]
        assert counts == {what: found.count(what) for what in found}


def test_hits_of_a_state(filled):
    assert filled.hits("salmon", states=[CountryCode("CHL")]) == {"document": 1, "figure": 1}
    assert filled.hits("salmon", states=[CountryCode("FRA")]) == {}
