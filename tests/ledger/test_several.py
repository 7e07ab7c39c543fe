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
