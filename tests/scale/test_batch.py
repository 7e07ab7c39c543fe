import pytest

from dragoman.errors import DocumentError
from dragoman.ledger import Ledger
from dragoman.scale.batch import Batch, Done, Known
from dragoman.values import Edtf
from tests.scale.readers import Echo


@pytest.fixture
def ledger(tmp_path):
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        yield ledger


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "news"
    folder.mkdir()
    for name in ("a", "b", "c"):
        (folder / f"{name}.txt").write_text(f"The news of {name}.", encoding="utf-8")
    return folder


def run(folder, ledger=None, **known):
    batch = Batch([folder], **{"reader": "echo 1", "ledger": ledger, "make_reader": Echo} | known)
    return batch, list(batch.run())


def titles(ledger):
    return sorted(stored.entry.title for stored in ledger.entries())


def test_everything_is_read_into_the_ledger(folder, ledger):
    batch, outcomes = run(folder, ledger)
    assert [type(outcome) for outcome in outcomes] == [Done] * 3
    assert (batch.documents, batch.entries, batch.known, batch.failed) == (3, 3, 0, 0)
    assert titles(ledger) == ["The news of a.", "The news of b.", "The news of c."]


def test_what_comes_out_is_in_the_ledger_already(folder, ledger):
    batch = Batch([folder], "echo 1", ledger, make_reader=Echo)
    for number, _ in enumerate(batch.run(), start=1):
        assert len(titles(ledger)) == number


def test_the_second_time_nothing_is_read(folder, ledger):
    run(folder, ledger)
    before = list(ledger.dump())
    batch, outcomes = run(folder, ledger, make_reader=None)
    assert [type(outcome) for outcome in outcomes] == [Known] * 3
    assert (batch.documents, batch.known) == (0, 3)
    assert list(ledger.dump()) == before


def test_a_known_text_at_a_new_place_gains_a_source(folder, ledger):
    run(folder, ledger)
    (folder / "z.txt").write_text("The news of a.", encoding="utf-8")
    run(folder, ledger, make_reader=None)
    assert len(ledger.document("a").sources) == 2


def test_a_better_reader_reads_again(folder, ledger):
    run(folder, ledger)
    batch, _ = run(folder, ledger, reader="echo 2")
    assert batch.documents == 3


def test_what_cannot_be_read_comes_out_in_its_place(folder, ledger):
    (folder / "b.txt").write_bytes(b"")
    (folder / "c.txt").write_text("This is wrong.", encoding="utf-8")
    batch, outcomes = run(folder, ledger)
    assert [type(outcome) for outcome in outcomes] == [Done, DocumentError, DocumentError]
    assert (batch.documents, batch.failed) == (1, 2)


def test_entries_that_are_not_sure_enough_are_left_out_and_read_again_when_wanted(folder, ledger):
    assert run(folder, ledger, min_confidence=0.6)[0].entries == 0
    assert run(folder, ledger)[0].entries == 3


def test_a_date_is_given_to_documents_without_one_and_stays(folder, ledger):
    (folder / "a.txt").write_text("Oslo, 3 May 2019. The news.", encoding="utf-8")
    run(folder, ledger, date=Edtf("2018-01-01"))
    assert [document.date for document in ledger.documents()] == ["2018-01-01", "2018-01-01", "2019-05-03"]
    batch, _ = run(folder, ledger)
    assert (batch.known, next(document.date for document in ledger.documents())) == (3, "2018-01-01")


def test_a_dateline_goes_before_the_date_that_is_given(folder, ledger):
    (folder / "a.txt").write_text("OSLO (NTB), 3 May 2019 - The news.", encoding="utf-8")
    run(folder, ledger, date=Edtf("2018-01-01"))
    assert ledger.document("a").date == "2019-05-03"
    assert run(folder, ledger)[0].known == 3


def test_a_date_given_later_reads_again(folder, ledger):
    run(folder, ledger)
    assert run(folder, ledger, date=Edtf("2018-01-01"))[0].documents == 3


def test_inputs_are_counted_as_they_are_done(folder):
    (folder / "many.jsonl").write_text('{"id": "x", "text": "One."}\n{"id": "y", "text": "Two."}\n', encoding="utf-8")
    batch = Batch([folder], "echo 1", make_reader=Echo)
    assert [batch.inputs for _ in batch.run()] == [0, 1, 2, 3, 3]


def test_the_ledger_is_the_same_for_any_number_of_jobs(folder, ledger, tmp_path):
    run(folder, ledger)
    with Ledger.open(tmp_path / "other.db") as other:
        run(folder, other, jobs=2)
        one, two = ([stored.entry.title for stored in each.entries()] for each in (ledger, other))
        assert one == two
