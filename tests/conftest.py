"""What all tests share: an empty ledger on each database that ledgers are kept in."""

import os
import shutil

import pytest
from hypothesis import settings

from dragoman.ledger import Ledger
from tests.server import NoServer, Server

# Property tests have no deadline: the first example loads tables and models, and machines are noisy. In CI they draw
# the same examples each time: a build tells of its own change alone.
settings.register_profile("here", deadline=None, derandomize=os.environ.get("CI") == "true")
settings.load_profile("here")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the slow tests last: what is broken shows early."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is not None)


@pytest.fixture(scope="session")
def server():
    """A running PostgreSQL server; without its programs the test is left out, but fails in CI."""
    try:
        running = Server()
    except NoServer as missing:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(str(missing))
    with running:
        yield running


@pytest.fixture(params=["sqlite", "postgresql"])
def nowhere(request, tmp_path):
    """Where a ledger can be made: a path, or the address of an empty database."""
    if request.param == "sqlite":
        yield tmp_path / "ledger.db"
    else:
        with request.getfixturevalue("server").database() as address:
            yield address


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory):
    """An empty ledger to copy, which is faster than to make one."""
    path = tmp_path_factory.mktemp("empty") / "ledger.db"
    Ledger.open(path).close()
    return path


@pytest.fixture(scope="session")
def empty_database(server):
    """The same on the server."""
    with server.database() as address:
        Ledger.open(address).close()
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request, tmp_path):
    """Where an empty ledger is: a path or an address."""
    if request.param == "sqlite":
        yield shutil.copy(request.getfixturevalue("empty_file"), tmp_path / "ledger.db")
    else:
        with request.getfixturevalue("server").database(request.getfixturevalue("empty_database")) as address:
            yield address


@pytest.fixture
def ledger(place):
    """An empty ledger."""
    with Ledger.open(place, create=False) as ledger:
        yield ledger
