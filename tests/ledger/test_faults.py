"""What befalls disks and servers: it is said, nothing is lost, and the next run goes on."""

import multiprocessing
import resource
import signal
import time

import pytest

from dragoman.errors import LedgerError
from dragoman.ledger import Ledger

FORK = multiprocessing.get_context("fork")


def readings(sample, count):
    """Documents that each tell all of the sample."""
    for number in range(count):
        document = sample.new_document(f"{sample.text} Number {number}.", f"d{number}", sources=(f"{number}.txt",))
        yield sample.new_reading(document, *sample.all), document


def write_all(place, made, reader):
    """Write what is not there yet, as ``dragoman read`` does; the reason where that fails."""
    try:
        with Ledger.open(place) as ledger:
            for reading, document in made:
                if not ledger.has(document.sha256, reader):
                    ledger.add(reading, document, reader)
    except LedgerError as error:
        return str(error)
    return None


def in_process(work, *arguments):
    """Begin some work in a process of its own; its answer comes through the pipe."""
    here, there = FORK.Pipe(duplex=False)
    process = FORK.Process(target=lambda: there.send(work(*arguments)))
    process.start()
    there.close()
    return process, here


def dump(place):
    with Ledger.open(place) as ledger:
        return list(ledger.dump())


@pytest.fixture
def undisturbed(tmp_path, sample):
    """What a ledger holds whose writing nothing befell."""
    made = list(readings(sample, 200))
    assert write_all(tmp_path / "undisturbed.db", made, sample.reader) is None
    return made, dump(tmp_path / "undisturbed.db")


def with_files_of(size, work, *arguments):
    """Do some work where no file may grow beyond ``size`` bytes, as under a quota."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    return work(*arguments)


def test_a_disk_without_room(tmp_path, sample, undisturbed):
    made, whole = undisturbed
    path = tmp_path / "ledger.db"
    Ledger.open(path).close()
    size = path.stat().st_size + 200_000
    process, answer = in_process(with_files_of, size, write_all, path, made, sample.reader)
    assert answer.recv() == f"{path}: the disk or a quota is full; what was being written is left out"
    process.join()
    held = dump(path)
    assert held
    assert set(held) < set(whole)
    assert write_all(path, made, sample.reader) is None
    assert dump(path) == whole


@pytest.mark.parametrize("size", [0, 20_000, 50_000])
def test_a_disk_without_room_for_a_new_ledger(tmp_path, sample, size):
    path = tmp_path / "ledger.db"
    process, answer = in_process(with_files_of, size, write_all, path, [], sample.reader)
    assert "the disk or a quota is full" in answer.recv()
    process.join()
    with Ledger.open(path) as ledger:
        assert list(ledger.documents()) == []


@pytest.mark.parametrize("mode", ["fast", "immediate"])
def test_a_server_that_is_restarted_while_a_ledger_is_open(server, sample, mode):
    made = list(readings(sample, 3))
    with server.database() as address, Ledger.open(address) as ledger:
        (one, first), (two, second), (three, third) = made
        ledger.add(one, first, sample.reader)
        entries = ledger.entries()
        next(entries)
        server.stop(mode)
        for ask in (
            lambda: list(entries),
            lambda: ledger.add(two, second, sample.reader),
            lambda: next(ledger.documents()),
        ):
            with pytest.raises(LedgerError, match=f"{server.name(address)}.*: the server (was stopped|refuses or)"):
                ask()
        server.start()
        assert ledger.add(two, second, sample.reader)
        assert ledger.add(three, third, sample.reader)
        assert [document.id for document in ledger.documents()] == ["d0", "d1", "d2"]


def test_a_server_that_breaks_down_within_a_transaction(server, sample):
    ((reading, document),) = readings(sample, 1)
    with server.database() as address, Ledger.open(address) as ledger:
        with (
            pytest.raises(LedgerError, match=f"{server.name(address)}.*: the server"),
            ledger._database.write() as connection,
        ):
            connection.exec_driver_sql("DELETE FROM decisions")
            server.stop("immediate")
            server.start()
            connection.exec_driver_sql("DELETE FROM documents")
        assert ledger.add(reading, document, sample.reader)


@pytest.mark.parametrize("mode", ["fast", "immediate"])
def test_a_server_that_is_restarted_while_another_process_writes(server, sample, undisturbed, mode):
    made, whole = undisturbed
    with server.database() as address:
        Ledger.open(address).close()
        process, answer = in_process(write_all, address, made, sample.reader)
        name = server.name(address)
        while not server.ask("SELECT 1 FROM documents LIMIT 1", database=name):
            time.sleep(0.01)
        server.stop(mode)
        assert f"/{name}" in answer.recv()
        process.join()
        server.start()
        held = dump(address)
        assert held
        assert set(held) < set(whole)
        assert write_all(address, made, sample.reader) is None
        assert dump(address) == whole


def records(place):
    with Ledger.open(place) as ledger:
        return [record.model_dump_json() for record in ledger.records()]


def resolve(place, anew):
    with Ledger.open(place) as ledger:
        return ledger.resolve(anew=anew)


@pytest.mark.slow
@pytest.mark.parametrize("anew", [True, False])
def test_a_process_that_is_killed_while_it_brings_records_up_to_date(tmp_path, place, sample, anew):
    made = list(readings(sample, 24))
    for at in (tmp_path / "undisturbed.db", place):
        assert write_all(at, made[:20], sample.reader) is None
        resolve(at, True)
        assert write_all(at, made[20:], sample.reader) is None
    whole = records(tmp_path / "undisturbed.db")
    begun = time.monotonic()
    resolve(tmp_path / "undisturbed.db", anew=True)
    takes = time.monotonic() - begun
    for part in range(8):
        process, _ = in_process(resolve, place, anew)
        time.sleep(takes * part / 6)
        process.kill()
        process.join()
    assert dump(place) == dump(tmp_path / "undisturbed.db")
    assert records(place) == whole
    resolve(place, True)
    assert records(place) == whole
