import multiprocessing
import os
import time

import pytest

from dragoman.documents import make_document
from dragoman.errors import DocumentError, DragomanError
from dragoman.models import Reading
from dragoman.scale.processes import AHEAD_EACH, read_all
from tests.scale.readers import Echo, broken


def document(text, name="d"):
    return make_document(text, id=name, source=f"{name}.txt")


def told(results):
    return [result.entries[0].title if isinstance(result, Reading) else result for result in results]


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_order_and_what_is_no_document_passes_through(jobs):
    texts = ["one slow", "two", "three slow", "four", "five"]
    given = [document(text) for text in texts]
    assert told(read_all([*given[:2], "note", *given[2:]], jobs, Echo)) == [*texts[:2], "note", *texts[2:]]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_document_that_the_reader_fails_on_costs_no_other(jobs):
    first, failed, last = read_all([document("one"), document("wrong", "bad"), document("two")], jobs, Echo)
    assert told([first, last]) == ["one", "two"]
    assert isinstance(failed, DocumentError)
    assert str(failed) == "bad.txt: the reader failed on it (ValueError: cannot read this)"


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_reader_that_cannot_be_made_is_an_error(jobs):
    with pytest.raises(RuntimeError, match="no language model"):
        list(read_all([document("one")], jobs, broken))


def test_one_job_needs_no_other_process():
    (result,) = read_all([document("one")], 1, Echo)
    assert result.entries[0].why == (str(os.getpid()),)


def test_loading_runs_ahead_of_reading_by_a_bounded_number():
    taken = []

    def endless():
        while True:
            taken.append(1)
            yield document("slow")

    results = read_all(endless(), 2, Echo)
    next(results)
    assert len(taken) <= 2 * AHEAD_EACH + 1
    results.close()


def test_a_process_that_dies_is_told():
    with pytest.raises(DragomanError, match="ended from outside"):
        list(read_all([document("one"), document("fatal"), document("two")], 2, Echo))


def test_the_processes_end_when_the_work_is_left():
    results = read_all([document(f"slow {n}") for n in range(20)], 2, Echo)
    next(results)
    start = time.monotonic()
    results.close()
    assert time.monotonic() - start < 2
    assert multiprocessing.active_children() == []
